"""The values in the cells of a card's face, as the form on the screen shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from reportlab.lib.colors import HexColor, black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from model.cards.cell_texts import DASH, shown_texts
from model.cards.choices import EXPLICIT, RATINGS, UNANSWERED
from model.cards.fields import Field, Kind
from model.cards.measures import (
    LINE_PT,
    MOST_BOXES,
    PADDING_MM,
    SMALLEST_VALUE_PT,
    USCC_BOXES,
    VALUE_PT,
)
from model.loans.sheets import CardPaper
from model.words import Words
from printing.card_changes import GAP, Changes, joined, waves
from printing.card_marks import STALE_WIDTH, WAVE_BELOW, draw_stale, draw_wave
from printing.card_places import Box, CardPlaces, CellPlace
from printing.fitting import CONTINUED, Fitted, draw_fitted, fit, fit_words, sizes
from printing.tick_boxes import Option, draw_options, options_width
from printing.typeface import Typeface

HAND = HexColor("#17407A")
"""The blue of values, as if written by hand; on a grey printer it is dark enough."""

SMALLEST_WORD_PT = 6.5
"""What an entry of a value list may shrink to in English."""

SMALLEST_WEBSITE_PT = 6.0
"""What a website may shrink to in its narrow cell: three lines."""

_NEVER_ON_PAPER = frozenset({"credit_score"})
_NARROW = 18 * mm
_NARROW_PADDING = 0.8 * mm
_FIGURES = frozenset({Kind.MONEY, Kind.PERCENT, Kind.DECIMAL})
_CODE_SIZE = 1.05  # height of a sign of the credit code, in widths of its box: an M has room
_CODE_BOX = 1.5  # height of its box likewise


Stroke = Callable[[Canvas], None]
"""Draws one thing on the page in hand."""


@dataclass(frozen=True, slots=True)
class Leftover:
    """A cell whose text had no room in full.

    Attributes:
        paths: of the cell.
        rest: the text that is missing in the cell.
    """

    paths: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class LaidValues:
    """The values of one face, fitted into their cells.

    They are fitted before anything is drawn: how many pages a card takes stands on each of them.

    Attributes:
        strokes: what is drawn, in order.
        left: what goes on elsewhere, in reading order.
        shown: path -> text of every cell of the face that has something to show.
    """

    strokes: tuple[Stroke, ...]
    left: tuple[Leftover, ...]
    shown: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Pen:
    """What every cell of one card is laid with."""

    typeface: Typeface
    paper: CardPaper
    shown: Mapping[str, str]
    words: Words
    changes: Changes
    strokes: list[Stroke] = field(default_factory=list)

    def value(self, place: CellPlace, at: int = 0) -> Any:
        """The value of a cell's first field, or its explicit answer."""
        path = place.cell.paths[at]
        return self.paper.view.values.get(path, self.paper.view.explicit.get(path))

    def parts(self, place: CellPlace, begin: int = 0) -> list[tuple[str, bool]]:
        """The texts of a cell's fields, and which of them changed."""
        return [
            (self.shown.get(path, ""), self.changes.has(path)) for path in place.cell.paths[begin:]
        ]

    def hides(self, place: CellPlace) -> bool:
        """Whether the cell's first field is not for this paper."""
        return place.cell.paths[0] in self.paper.view.hidden


def lay_values(
    typeface: Typeface, places: CardPlaces, paper: CardPaper, words: Words
) -> LaidValues:
    """Fit a card's values into the cells of a face.

    Args:
        typeface: of the document.
        places: the face, laid out.
        paper: the card as the paper may show it.
        words: the reader's language.
    """
    shown = shown_texts(paper.view, places.face, words)
    if not paper.is_blank:
        # The rep who carries the card may not see its credit score (domain.md §3.3).
        shown.update(dict.fromkeys(_NEVER_ON_PAPER & paper.view.hidden, DASH))
    pen = _Pen(typeface, paper, shown, words, Changes.of(paper))
    stale = _stale_cells(places, paper)
    left = []
    for place in places.values:
        room = inside(place.box)
        if place.box in stale:
            pen.strokes.append(partial(draw_stale, typeface=typeface, box=place.box, words=words))
            room = room._replace(width=room.width - STALE_WIDTH)
        rest = _lay_cell(pen, place, room)
        if rest:
            left.append(Leftover(place.cell.paths, rest))
    return LaidValues(tuple(pen.strokes), tuple(left), shown)


def draw_values(canvas: Canvas, laid: LaidValues, *, blank: bool = False) -> None:
    """Draw what was laid, in the blue of handwriting; a blank card's boxes are printed black."""
    canvas.setFillColor(black if blank else HAND)
    canvas.setStrokeColor(black if blank else HAND)
    for stroke in laid.strokes:
        stroke(canvas)


def inside(box: Box) -> Box:
    """A cell without its padding, of which a narrow one has less."""
    return box.inside(PADDING_MM * mm if box.width > _NARROW else _NARROW_PADDING, LINE_PT)


def _stale_cells(places: CardPlaces, paper: CardPaper) -> frozenset[Box]:
    """The cells with something to be verified; of a table's rows the last cell of the first."""
    if not paper.view.stale:
        return frozenset()
    found = set()
    for row in places.rows:
        if row[0].table:
            first = any(path.startswith(f"{row[0].table}[0]") for path in row[0].cell.paths)
            if first and row[0].table in paper.view.stale:
                found.add(row[-1].box)
            continue
        found.update(one.box for one in row if not paper.view.stale.isdisjoint(one.cell.paths))
    return frozenset(found)


def _lay_cell(pen: _Pen, place: CellPlace, room: Box) -> str:
    """Lay one cell; what had no room is returned."""
    if not place.table:
        if place.fields[0].kind is Kind.USCC and _in_boxes(pen, place, room):
            return ""
        options = _options(pen, place)
        if options:
            rest = _lay_ticks(pen, place, options, room)
            if rest is not None:
                return rest
    return _lay_text(pen, place, pen.parts(place), room)


def _lay_text(pen: _Pen, place: CellPlace, parts: list[tuple[str, bool]], box: Box) -> str:
    text = joined(parts)
    changed = any(is_changed for _, is_changed in parts)
    if not text and not changed:
        return ""
    fitted = _fit_value(pen, place, text, box)
    figures = place.table and place.fields[0].kind in _FIGURES
    align = "right" if figures else "left"
    pen.strokes.append(
        partial(draw_fitted, typeface=pen.typeface, fitted=fitted, box=box, align=align)
    )
    if changed:
        for wave in waves(pen.typeface, fitted, parts, box, align):
            pen.strokes.append(partial(draw_wave, left=wave.left, right=wave.right, y=wave.y))
    return fitted.rest


def _fit_value(pen: _Pen, place: CellPlace, text: str, box: Box) -> Fitted:
    """Fit a value; entries of value lists are the program's own words."""
    more = pen.words("Print", CONTINUED)
    if all(known.kind is Kind.CHOICE for known in place.fields):
        return fit_words(
            pen.typeface, text, box.width, box.height,
            largest=VALUE_PT, least=SMALLEST_WORD_PT, more=more,
        )  # fmt: skip
    fitted = fit(pen.typeface, text, box.width, box.height, more=more, tight=True)
    if fitted.rest and place.fields[0].kind is Kind.WEBSITE:
        # The one cell that is narrow for what it holds (domain.md §3.5): better small than a sheet.
        return fit(
            pen.typeface, text, box.width, box.height,
            smallest=SMALLEST_WEBSITE_PT, more=more, tight=True,
        )  # fmt: skip
    return fitted


def _in_boxes(pen: _Pen, place: CellPlace, room: Box) -> bool:
    """Lay the credit code in its boxes; an empty one leaves them to be written in."""
    code = pen.value(place) or ""
    if pen.hides(place) or len(code) > USCC_BOXES or any(code == one.value for one in EXPLICIT):
        return False
    if code and not (code.isascii() and code.isalnum()):
        return False  # no code at all: what stands there is printed as a text
    width = room.width / USCC_BOXES
    height = width * _CODE_BOX
    box = Box(room.left, room.bottom + (room.height - height) / 2, room.width, height)
    pen.strokes.append(partial(_draw_code_boxes, typeface=pen.typeface, box=box, code=code))
    if pen.changes.has(place.cell.paths[0]):
        wave = partial(draw_wave, left=box.left, right=box.right, y=box.bottom - WAVE_BELOW * 8)
        pen.strokes.append(wave)
    return True


def _draw_code_boxes(canvas: Canvas, typeface: Typeface, box: Box, code: str) -> None:
    """Draw the boxes of a credit code, and its signs in them."""
    width = box.width / USCC_BOXES
    lefts = [box.left + number * width for number in range(USCC_BOXES + 1)]
    canvas.setLineWidth(LINE_PT)
    canvas.grid(lefts, [box.bottom, box.top])
    for left, char in zip(lefts, code, strict=False):
        sign = Fitted(width * _CODE_SIZE, (char,))
        draw_fitted(
            canvas, typeface, sign, Box(left, box.bottom, width, box.height), align="center"
        )


def _options(pen: _Pen, place: CellPlace) -> list[Option]:
    """The boxes of a rating or a short value list; none where its answer is no entry of it."""
    known, value = place.fields[0], pen.value(place)
    if pen.hides(place):
        return []
    entries = _entries(known, pen.words)
    stored = "" if value is None or value in UNANSWERED else str(value)
    if stored and stored not in entries:
        return []
    return [Option(text, entry == stored) for entry, text in entries.items()]


def _entries(known: Field, words: Words) -> dict[str, str]:
    """Stored value -> text of the boxes of a field; empty where it is printed as text."""
    if known.kind is Kind.RATING:
        return {rating.value: rating.value for rating in RATINGS}
    if known.kind is not Kind.CHOICE or len(known.choices) > MOST_BOXES or not known.editable:
        return {}
    return {
        choice.value: words(choice.context, choice.label)
        for choice in known.choices
        if choice.value not in UNANSWERED
    }


def _lay_ticks(pen: _Pen, place: CellPlace, options: list[Option], box: Box) -> str | None:
    """Lay boxes, and what stands beside them; None where there is no room.

    A rating is always drawn in boxes, and its note fitted into what they leave; a value list only
    where it has room in one line with all that stands beside it.
    """
    beside = pen.parts(place, begin=1)
    note = joined(beside)
    row = _row_of_boxes(pen.typeface, options, note, box.width)
    if row is None:
        if place.fields[0].kind is not Kind.RATING:
            return None
        row = _row_of_boxes(pen.typeface, options, "", box.width)
        if row is None:
            return _lay_narrow_ticks(pen, place, options)
    size, width = row
    _add_boxes(pen, place, options, box, row)
    used = width + pen.typeface.width(GAP, size)
    return _lay_text(
        pen, place, beside, Box(box.left + used, box.bottom, box.width - used, box.height)
    )


def _row_of_boxes(
    typeface: Typeface, options: list[Option], note: str, room: float
) -> tuple[float, float] | None:
    """Size and width of boxes in one line with their note; None where they have no room."""
    for size in sizes(VALUE_PT, SMALLEST_VALUE_PT):
        width = options_width(typeface, options, size)
        beside = typeface.width(GAP + note, size) if note else 0.0
        if width + beside <= room:
            return size, width
    return None


def _lay_narrow_ticks(pen: _Pen, place: CellPlace, options: list[Option]) -> str:
    """Lay the boxes of a rating close together in a narrow cell, smaller than a text may be."""
    box = place.box.inside(_NARROW_PADDING, LINE_PT)
    if place.cell.paths[0] in pen.paper.view.stale:
        box = box._replace(width=box.width - STALE_WIDTH)
    size = min(SMALLEST_VALUE_PT, box.width / options_width(pen.typeface, options, 1.0, tight=True))
    _add_boxes(pen, place, options, box, (size, box.width), tight=True)
    return joined(pen.parts(place, begin=1))


def _add_boxes(
    pen: _Pen,
    place: CellPlace,
    options: list[Option],
    box: Box,
    row: tuple[float, float],
    *,
    tight: bool = False,
) -> None:
    """Add boxes in the middle of a cell's height, and a wave under a changed answer."""
    size, width = row
    middle = box.bottom + box.height / 2
    pen.strokes.append(
        partial(
            draw_options, typeface=pen.typeface, options=options,
            x=box.left, y=middle, size=size, tight=tight,
        )
    )  # fmt: skip
    if pen.changes.has(place.cell.paths[0]):
        below = middle - size * (0.5 + WAVE_BELOW)
        right = min(box.left + width, box.right)
        pen.strokes.append(partial(draw_wave, left=box.left, right=right, y=below))
