"""Where each field stands: one description for the form on the screen and the card on paper."""

from __future__ import annotations

from functools import cache

from model.cards.company_layout import COMPANY_BACK, COMPANY_FRONT, COMPANY_MORE
from model.cards.fields import CHILD_TABLES, CardKind
from model.cards.grid import Block, Cell, Face, Row, Side
from model.cards.individual_layout import INDIVIDUAL_BACK, INDIVIDUAL_FRONT, INDIVIDUAL_MORE

__all__ = [
    "SUMMARY_ROWS",
    "TITLE",
    "Block",
    "Cell",
    "Face",
    "Row",
    "Side",
    "faces",
    "more",
    "more_columns",
    "reading_order",
    "rows_shown",
    "side_of",
]

_FACES = {
    CardKind.COMPANY: (COMPANY_FRONT, COMPANY_BACK),
    CardKind.INDIVIDUAL: (INDIVIDUAL_FRONT, INDIVIDUAL_BACK),
}
_MORE = {CardKind.COMPANY: COMPANY_MORE, CardKind.INDIVIDUAL: INDIVIDUAL_MORE}

TITLE = ("print_no",)
"""Drawn above the grid, in no cell: the number of the print is in the barcode."""

SUMMARY_ROWS = {"needs": 3, "sales_history": 3, "competitor_sales": 3}
"""Rows of a child table that a single cell tells in short (top needs, last years)."""


def faces(kind: CardKind) -> tuple[Face, Face]:
    """The front and the back of one kind of card."""
    return _FACES[kind]


def more(kind: CardKind) -> tuple[str, ...]:
    """The fields that stand on the screen only, under 更多, in order."""
    return _MORE[kind]


def reading_order(face: Face) -> tuple[str, ...]:
    """All paths of a face, left to right and then down: the order of Tab."""
    return tuple(path for row in face.rows for cell in row.cells for path in cell.paths)


def rows_shown(face: Face, table: str) -> int:
    """How many rows of a child table a face has room for, in rows of their own."""
    return sum(row.table == table for row in face.rows)


@cache
def more_columns(table: str) -> tuple[str, ...]:
    """The columns of a child table that have no cell of their own on any face."""
    shown = {
        path.partition(".")[2]
        for both in _FACES.values()
        for face in both
        for path in reading_order(face)
        if path.startswith(f"{table}[")
    }
    return tuple(
        column.identifier for column in CHILD_TABLES[table] if column.identifier not in shown
    )


@cache
def side_of(kind: CardKind, identifier: str) -> Side:
    """Where a field of the card stands.

    Raises:
        KeyError: nowhere.
    """
    for face in faces(kind):
        if identifier in {path.partition("[")[0] for path in reading_order(face)}:
            return face.side
    if identifier in more(kind):
        return Side.MORE
    if identifier in TITLE:
        return Side.TITLE
    raise KeyError(identifier)
