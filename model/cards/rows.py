"""The rows of a card's child tables: their order on paper, and how they stand after a change."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from model.cards.paths import COLUMNS, TABLE_LABELS, column_path, parts_of
from model.cards.yearly import with_shares

Row = dict[str, Any]
Rows = tuple[Row, ...]
"""Rows by identifier of their columns, each with its `row_no`; empty cells are absent."""

RowKey = tuple[str, int]
"""Table and number of a row."""

STORED_COLUMNS: dict[str, tuple[str, ...]] = {
    table: tuple(name for name, column in columns.items() if not column.system)
    for table, columns in COLUMNS.items()
}
"""The columns that are typed and kept; the others are computed from them."""


def in_paper_order(table: str, rows: Iterable[Row]) -> Rows:
    """Rows as the paper shows them.

    Contacts: the primary one, key persons, the others, and who has left at the end; by their
    numbers within each. Rows of other tables by their numbers.
    """
    if table != "contacts":
        return tuple(sorted(rows, key=_number))
    return tuple(sorted(rows, key=_place_of_contact))


def _number(row: Row) -> int:
    return int(row["row_no"])


def _place_of_contact(row: Row) -> tuple[bool, bool, bool, int]:
    left = row.get("left_on") is not None
    return left, not row.get("is_primary"), not row.get("is_key_person"), _number(row)


def has_content(row: Mapping[str, Any]) -> bool:
    """Whether a row says anything: a tick alone does not."""
    return any(
        value is not None and not isinstance(value, bool)
        for name, value in row.items()
        if name != "row_no"
    )


def rows_after(
    children: Mapping[str, Sequence[Row]], rows: Mapping[str, Any], removed: Iterable[RowKey] = ()
) -> dict[str, Rows]:
    """The child tables as they will stand.

    Args:
        children: the rows so far, by table.
        rows: path of a column -> new value, None for an emptied cell; people by name.
        removed: the rows that are taken out.

    Returns:
        Every table, in paper order; shares and growth computed anew.
    """
    found = {
        table: {_number(row): dict(row) for row in children.get(table, ())}
        for table in TABLE_LABELS
    }
    for path, value in rows.items():
        place = parts_of(path)
        row = found[place.table].setdefault(place.number, {"row_no": place.number})
        if value is None:
            row.pop(place.column, None)
        else:
            row[place.column] = value
    for table, number in removed:
        found[table].pop(number, None)
    after = {table: in_paper_order(table, kept.values()) for table, kept in found.items()}
    return {**after, "sales_history": with_computed(after["sales_history"])}


def with_computed(years: Iterable[Row]) -> Rows:
    """Yearly results with their share and growth, whatever these were before."""
    return with_shares(
        {name: value for name, value in row.items() if name not in {"share", "growth"}}
        for row in years
    )


def values_of_rows(
    children: Mapping[str, Iterable[Row]], only: Collection[RowKey] | None = None
) -> dict[str, Any]:
    """Path -> value of the filled cells of rows; what is computed from them is left out.

    Args:
        children: rows by table.
        only: the rows that are asked for; None for all.
    """
    return {
        column_path(table, row["row_no"], column): row[column]
        for table in TABLE_LABELS
        for row in children.get(table, ())
        if only is None or (table, row["row_no"]) in only
        for column in STORED_COLUMNS[table]
        if row.get(column) is not None and row[column] is not False
    }
