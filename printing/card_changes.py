"""Which cells of a printed card changed since the last print, and which of their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from model.cards.cards import CardView
from model.loans.sheets import CardPaper
from printing.card_marks import WAVE_BELOW
from printing.card_places import Box
from printing.fitting import Fitted, baselines
from printing.typeface import Typeface

GAP = "  "
"""Between the parts of a cell that shows several fields."""

_PLACE = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")
_EMPTIED = 22.0  # points: a wave where nothing stands any more


class Wave(NamedTuple):
    """A wavy line: its ends and its height on the page."""

    left: float
    right: float
    y: float


@dataclass(frozen=True, slots=True)
class Changes:
    """The paths of changes, asked by the layout's places."""

    view: CardView
    paths: frozenset[str]
    tables: frozenset[str]

    @classmethod
    def of(cls, paper: CardPaper) -> Changes:
        """The changes of one card."""
        tables = frozenset(path.partition("#")[0] for path in paper.changed if "#" in path)
        return cls(paper.view, paper.changed, tables)

    def has(self, place: str) -> bool:
        """Whether a cell's path, such as `phone` or `contacts[0].mobile`, is among them.

        A table told in one cell has changed where any of its rows has.
        """
        if not self.paths:
            return False
        row = _PLACE.fullmatch(place)
        if row is None:
            return place in self.paths or place in self.tables
        rows = self.view.children.get(row[1], ())
        at = int(row[2])
        return at < len(rows) and self.has_column(row[1], rows[at].get("row_no"), row[3])

    def has_column(self, table: str, row_no: object, column: str) -> bool:
        """Whether one column of a row is among them."""
        return f"{table}#{row_no}.{column}" in self.paths


def joined(parts: Sequence[tuple[str, bool]]) -> str:
    """The texts of a cell's fields, side by side."""
    return GAP.join(text for text, _ in parts if text)


def waves(
    typeface: Typeface,
    fitted: Fitted,
    parts: Sequence[tuple[str, bool]],
    box: Box,
    align: str,
) -> Iterator[Wave]:
    """Where waves go under a fitted text.

    Args:
        typeface: of the document.
        fitted: the text of all parts as it stands in the box.
        parts: the texts of the cell's fields, and which of them changed.
        box: of the cell, without padding.
        align: `left` or `right`.
    """
    whole = typeface.printable(joined(parts))
    spans = list(_changed_spans(typeface, parts))
    at, end = 0, box.left
    y = box.bottom + box.height / 2
    for line, y in zip(fitted.lines, baselines(fitted, box), strict=True):
        text = _own_text(line, whole, at)
        at = whole.find(text, at)
        width = typeface.width(line, fitted.size)
        left = box.right - width if align == "right" else box.left
        for first, last in spans:
            begin, stop = max(first, at), min(last, at + len(text))
            if begin < stop:
                x = left + typeface.width(whole[at:begin], fitted.size)
                under = typeface.width(whole[begin:stop], fitted.size)
                yield Wave(x, x + under, y - WAVE_BELOW * fitted.size)
        at += len(text)
        end = left + width
    if any(is_changed and not text for text, is_changed in parts):
        right = min(end + _EMPTIED, box.right)
        yield Wave(right - _EMPTIED / 2 if fitted.lines else end, right, y - WAVE_BELOW * 8)


def _changed_spans(
    typeface: Typeface, parts: Sequence[tuple[str, bool]]
) -> Iterator[tuple[int, int]]:
    """First and last place of every changed text in what is drawn of all of them."""
    at = 0
    for text, is_changed in parts:
        if text:
            length = len(typeface.printable(text))
            if is_changed:
                yield at, at + length
            at += length + len(GAP)


def _own_text(line: str, whole: str, at: int) -> str:
    """A line without the mark that something is left, which is no part of the text."""
    text = line
    while text and whole.find(text, at) < 0:
        text = text[:-1]
    return text
