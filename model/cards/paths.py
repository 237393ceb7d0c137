"""The one language of changes: what a text that was typed belongs to.

`phone` is a field of the card, `contacts#7.mobile` a column of the row numbered 7,
`contacts#+1.name` a column of a row that is being typed (`+1`, `+2`, … are the typist's own
numbers), and `contacts#7` the row itself: with an empty text it is taken out. Form, command line,
kept typing, proposals and history speak it. The layout's paths (`contacts[0].mobile`: a place on
the paper) are others.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model.cards.child_fields import CHILD_TABLES
from model.cards.definition import CardKind, Field, Need
from model.cards.fields import field
from model.cards.showing import show
from model.words import Words, mark

_PATH = re.compile(
    r"(?P<table>[a-z_]+)#(?P<row>\+?[1-9]\d{0,8})(?:\.(?P<column>[a-z_]+))?", re.ASCII
)

TABLE_LABELS: dict[str, str] = {
    "contacts": mark("CardField", "Key people"),
    "needs": mark("CardField", "Main needs"),
    "competitor_sales": mark("CardField", "Rivals' sales here"),
    "sales_history": mark("CardField", "Sales results"),
    "investments": mark("CardField", "Spent on the customer"),
}
"""The child tables whose rows are typed -> their marked labels (context `CardField`)."""

_NEW_ROW = mark("CardField", "new line {number}")

COLUMNS: dict[str, dict[str, Field]] = {
    table: {column.identifier: column for column in CHILD_TABLES[table]} for table in TABLE_LABELS
}
"""The columns of the tables that are typed, by table and identifier."""

REQUIRED: dict[str, tuple[str, ...]] = {
    table: tuple(name for name, column in columns.items() if column.need is Need.REQUIRED)
    for table, columns in COLUMNS.items()
}
"""The columns without which a row is none; the first names the row."""


@dataclass(frozen=True, slots=True)
class RowPath:
    """A row of a child table, or one column of it.

    Attributes:
        table: one of `TABLE_LABELS`.
        row: number of the row as written: `7`, or `+1` for a row that is being typed.
        column: identifier of the column; empty for the whole row.
    """

    table: str
    row: str
    column: str

    @property
    def is_new(self) -> bool:
        """Whether the row has no number of its own yet."""
        return self.row.startswith("+")

    @property
    def number(self) -> int:
        """The row's number, or the typist's own number of a new row."""
        return int(self.row)

    def __str__(self) -> str:
        """The path as it is written."""
        return f"{self.table}#{self.row}" + (f".{self.column}" if self.column else "")


def row_path(path: str) -> RowPath | None:
    """The parts of a row's path; None for a field's name and for what is no path of a row."""
    found = _PATH.fullmatch(path)
    if found is None or found["table"] not in TABLE_LABELS:
        return None
    return RowPath(found["table"], found["row"], found["column"] or "")


def parts_of(path: str) -> RowPath:
    """The parts of a path that is known to be a row's.

    Raises:
        KeyError: it is none.
    """
    found = row_path(path)
    if found is None:
        raise KeyError(path)
    return found


def column_path(table: str, row: int | str, column: str) -> str:
    """The path of one column: `contacts#7.mobile`."""
    return f"{table}#{row}.{column}"


def field_of(kind: CardKind, path: str) -> Field:
    """The field or column that a path names.

    Raises:
        KeyError: no such field, table or column; a whole row is no field.
    """
    row = row_path(path)
    return field(kind, path) if row is None else COLUMNS[row.table][row.column]


def name_of_row(table: str, row: Mapping[str, Any], words: Words) -> str:
    """What a row is called by: a contact by his name, a year by its number, a cost by its day."""
    column = COLUMNS[table][REQUIRED[table][0]]
    return show(column, row.get(column.identifier), words)


def _number_words(found: RowPath, words: Words) -> str:
    """A row without a name by its number; a row that is being typed has only the typist's."""
    if not found.is_new:
        return f"#{found.row}"
    return words("CardField", _NEW_ROW).format(number=found.number)


def path_label(
    kind: CardKind, path: str, words: Words, rows: Mapping[str, Sequence[Mapping[str, Any]]]
) -> str:
    """A path as people read it: 主要人物 何文斌 · 手机.

    Args:
        kind: the kind of card.
        path: a path of a change.
        words: the reader's language.
        rows: the card's rows by table, as in `CardView.children`; a row that is not among them is
            called by its number.

    Raises:
        KeyError: no such field, table or column.
    """
    found = row_path(path)
    if found is None:
        return words("CardField", field(kind, path).label)
    row = next(
        (row for row in rows.get(found.table, ()) if str(row.get("row_no")) == found.row), {}
    )
    name = name_of_row(found.table, row, words) or _number_words(found, words)
    label = f"{words('CardField', TABLE_LABELS[found.table])} {name}"
    if not found.column:
        return label
    return f"{label} · {words('CardField', COLUMNS[found.table][found.column].label)}"
