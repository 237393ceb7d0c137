"""Two cards of one customer compared: which facts differ, which rows are the same (并卡)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from model.cards.contents import Contents
from model.cards.fields import STORED, fields_of
from model.cards.finding import folded
from model.cards.paths import TABLE_LABELS, column_path
from model.cards.row_rules import TICK_OF_TABLE
from model.cards.rows import STORED_COLUMNS, Row, RowKey


@dataclass(frozen=True)
class MergeField:
    """One fact of two cards side by side.

    Attributes:
        path: identifier, or `contacts#7.mobile` by the number of the row on the card that is kept.
        kept: what stands on the card that is kept: a value, or an explicit answer; None: nothing.
        gone: what stands on the other.
        differs: whether they say something different.
    """

    path: str
    kept: Any
    gone: Any
    differs: bool


@dataclass(frozen=True)
class RowPlan:
    """What becomes of the rows of the card that goes.

    Attributes:
        same: rows that the card that is kept has too -> their numbers there.
        moved: rows that are added to it -> their new numbers.
        next_row_no: number of its next row afterwards.
    """

    same: Mapping[RowKey, int]
    moved: Mapping[RowKey, int]
    next_row_no: int

    @property
    def numbers(self) -> dict[RowKey, int]:
        """Every row of the card that goes -> the number under which it is found."""
        return {**self.same, **self.moved}


_KEYS: Mapping[str, Callable[[Row], str]] = {
    "contacts": lambda row: folded(str(row.get("name") or "")),
    "needs": lambda row: folded(str(row.get("description") or "")),
    "competitor_sales": lambda row: "/".join(
        folded(str(row.get(column) or "")) for column in ("brand", "product")
    ).strip("/"),
    "sales_history": lambda row: str(row.get("year") or ""),
}
"""By what a row is known as the same on both cards; what was spent twice was spent twice."""


def plan_rows(kept: Contents, gone: Contents) -> RowPlan:
    """Match the rows of two cards, and number those that only the second has."""
    same: dict[RowKey, int] = {}
    moved: dict[RowKey, int] = {}
    number = kept.next_row_no
    for table in TABLE_LABELS:
        free = list(kept.children.get(table, ()))
        for row in sorted(gone.children.get(table, ()), key=lambda row: int(row["row_no"])):
            twin = _twin(table, row, free)
            if twin is not None:
                free.remove(twin)
                same[table, row["row_no"]] = int(twin["row_no"])
            else:
                moved[table, row["row_no"]] = number
                number += 1
    return RowPlan(same, moved, number)


def _twin(table: str, row: Row, others: Sequence[Row]) -> Row | None:
    """The row among others that tells of the same person, need, rival or year."""
    key = _KEYS.get(table)
    mine = key(row) if key else ""
    if key is None or not mine:
        return None
    return next((other for other in others if key(other) == mine), None)


def compare(kept: Contents, gone: Contents, rows: RowPlan) -> Iterator[MergeField]:
    """Every fact that stands on either card and that people type, in the order of the card."""
    for field in fields_of(kept.kind):
        if field.identifier in STORED and field.editable and not field.fixed_once_filed:
            yield from _side_by_side(
                field.identifier, said(kept, field.identifier), said(gone, field.identifier)
            )
    for (table, number), twin in rows.same.items():
        mine, theirs = row_of(kept, table, twin), row_of(gone, table, number)
        for column in STORED_COLUMNS[table]:
            if column != TICK_OF_TABLE.get(table):
                path = column_path(table, twin, column)
                yield from _side_by_side(path, mine.get(column), theirs.get(column))


def said(contents: Contents, identifier: str) -> Any:
    """What a cell says: its value, or its explicit answer."""
    return contents.values.get(identifier, contents.explicit.get(identifier))


def row_of(contents: Contents, table: str, number: int) -> Row:
    """One row of a card by its number; empty if there is none."""
    rows = contents.children.get(table, ())
    return next((row for row in rows if row["row_no"] == number), {})


def _side_by_side(path: str, kept: Any, gone: Any) -> Iterator[MergeField]:
    """Both cells, unless both are empty."""
    if kept is not None or gone is not None:
        yield MergeField(path, kept, gone, kept != gone)


def rows_to_enter(kept: Contents, rows: RowPlan, cells: Mapping[str, Any]) -> dict[str, Any]:
    """The cells of the rows that are added, by their paths on the card that is kept.

    Only one row of a table carries its tick (主联系人, 最重要): one that is there keeps it.

    Args:
        kept: the card that is kept.
        rows: what becomes of the rows.
        cells: path on the card that goes -> value, as `Entered.rows` has them.
    """
    found: dict[str, Any] = {}
    for (table, number), new in rows.moved.items():
        tick = TICK_OF_TABLE.get(table, "")
        has_tick = any(row.get(tick) for row in kept.children.get(table, ()))
        for column in STORED_COLUMNS[table]:
            value = cells.get(column_path(table, number, column))
            if value not in (None, False) and not (column == tick and has_tick):
                found[column_path(table, new, column)] = value
    return found
