"""What stood in the cells of a card when it was read, as its editors write it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.cards.cards import CardView
from model.cards.definition import Field, Kind
from model.cards.fields import field
from model.cards.paths import COLUMNS, RowPath
from model.cards.showing import show, text_of
from model.words import Words

ANSWERS = frozenset({"none", "not_applicable"})
"""What may be answered in place of a value."""
_SHOWN = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.DAY_OF_MONTH})
"""Kinds that stand in their editor as words, which `check` reads back."""


def editor_text(known: Field, value: Any, words: Words) -> str:
    """A value as it stands in its editor."""
    if known.kind in _SHOWN or value in ANSWERS:
        return show(known, value, words)
    return text_of(known, value)


def stood_in_field(view: CardView, identifier: str, words: Words) -> str:
    """What stood in a field: its value, or the answer in place of one."""
    answer = view.explicit.get(identifier)
    value = view.values.get(identifier, answer if answer in ANSWERS else None)
    return "" if value is None else editor_text(field(view.kind, identifier), value, words)


def stood_in_row(view: CardView, row: RowPath, words: Words) -> str:
    """What stood in a column of a row, or in no row at all."""
    if not row.column:
        return "-"  # a row that stands there; taken out, its text is empty
    stood: Mapping[str, Any] = next(
        (one for one in view.children.get(row.table, ()) if str(one["row_no"]) == row.row),
        {},
    )
    value = stood.get(row.column)
    return "" if value is None else editor_text(COLUMNS[row.table][row.column], value, words)
