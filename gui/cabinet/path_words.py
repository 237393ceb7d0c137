"""A changed fact of a card as people read it: its name, and its value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gui.translators import words
from model.cards.contents import Rows
from model.cards.definition import CardKind, Field, Kind
from model.cards.paths import REQUIRED, field_of, path_label, row_path
from model.cards.proposals import OPEN, Proposed
from model.cards.revisions import RevisionRow
from model.cards.showing import show
from model.words import mark

Children = Mapping[str, Rows]

_OPENED = mark("CardHistory", "Card opened")
_TAKEN_OUT = mark("CardHistory", "(line taken out)")
_JOINT = mark("CardChoice", ", ")
_FIELDS_TOLD = 3
_YES = frozenset({"1", "True"})
_FLAGS = _YES | {"0", "False"}
_ANSWERS = frozenset({"none", "not_applicable", "checked"})


def path_name(kind: CardKind, path: str, children: Children) -> str:
    """A field's label, or a row's name and its column; the empty path opens the card."""
    if not path:
        return words("CardHistory", _OPENED)
    try:
        return path_label(kind, path, words, children)
    except KeyError:  # a field of an older version of the program
        return path


def waiting_fields(one: Proposed) -> str:
    """The first few facts of a proposal that still wait to be decided."""
    paths = [line.path for line in one.changes if line.state in OPEN]
    names = [path_name(one.kind, path, one.rows) for path in paths[:_FIELDS_TOLD]]
    return words("CardChoice", _JOINT).join(names) + (" …" if len(paths) > _FIELDS_TOLD else "")


def path_text(kind: CardKind, path: str, text: str, *, proposed: bool = False) -> str:
    """A text of the history as it is read: choices and answers by their words.

    Args:
        kind: the kind of card.
        path: what the text is about.
        text: as the history keeps it, or as it was typed; the empty text is an empty cell.
        proposed: whether it is meant to be put on the card; a row that then becomes empty is
            taken out.
    """
    if not text:
        row = row_path(path) if proposed else None
        return words("CardHistory", _TAKEN_OUT) if row is not None and not row.column else ""
    try:
        known = field_of(kind, path)
    except KeyError:
        return text
    return _shown(known, text)


def with_former_rows(children: Children, rows: Sequence[RevisionRow]) -> dict[str, Rows]:
    """The card's rows, and those that were taken out, by the names that its history tells."""
    found = {
        table: {str(row.get("row_no")): row for row in kept} for table, kept in children.items()
    }
    for line in rows:
        row = row_path(line.field)
        if row is not None and row.column == REQUIRED[row.table][0]:
            named = {"row_no": row.number, row.column: line.new or line.old}
            found.setdefault(row.table, {}).setdefault(row.row, named)
    return {table: tuple(kept.values()) for table, kept in found.items()}


def _shown(known: Field, text: str) -> str:
    if known.kind is Kind.FLAG and text in _FLAGS:
        return show(known, text in _YES, words)
    if known.kind is Kind.CHOICES:
        return show(known, tuple(part for part in text.split(",") if part), words)
    if known.choices or text in _ANSWERS:
        return show(known, text, words)
    return text


def one_line(text: str) -> str:
    """A text of several lines in one, for a list."""
    return " ".join(text.split("\n"))
