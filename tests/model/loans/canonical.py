"""All tables as one comparable value: without keys, times, counters, the log and the history."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from model.cards.tables import CardMerge, CustomerCard, Revision
from model.office.tables import AuditLine, Counter, LogHead
from model.storage.database import Table

_TABLES_LEFT_OUT = {AuditLine, LogHead, Counter, Revision, CardMerge}
_COUNTERS = {"version", "revision_no", "revised_on", "next_row_no"}


_NUMBERS = ("card_no", "staff_no", "loan_no", "plan_no", "record_no", "proposal_no",
            "attachment_no", "name")  # fmt: skip

Row = dict[str, Any]
Key = tuple[Any, Any]
"""A table and the key of one of its rows."""


def canonical_dump(of: Collection[str] | None = None) -> dict[str, list[str]]:
    """Name of every table -> its rows in order; what they point to is named by its own number.

    Args:
        of: numbers of cards, with what hangs on them, and nothing else; None: everything.
    """
    tables = [table for table in Table.__subclasses__() if table.__module__.startswith("model.")]
    rows = {
        (table, row[table._meta.primary_key.name]): row
        for table in tables
        for row in table.select().dicts()
    }
    names = {key: _name(row) for key, row in rows.items()}
    kept = rows.keys() if of is None else _hanging_on(of, rows)
    return {
        table._meta.table_name: sorted(
            str(_row(table, rows[table, key], names)) for one, key in kept if one is table
        )
        for table in tables
        if table not in _TABLES_LEFT_OUT
    }


def history() -> list[tuple[Any, ...]]:
    """Every line of every card's history, oldest first: what is done and undone only adds some."""
    return list(Revision.select().order_by(Revision.id).tuples())


def _hanging_on(card_nos: Collection[str], rows: dict[Key, Row]) -> set[Key]:
    """The cards, and every row that points to one of them or to such a row."""
    found: set[Key] = {
        key for key, row in rows.items() if key[0] is CustomerCard and row["card_no"] in card_nos
    }
    before = 0
    while len(found) > before:
        before = len(found)
        found |= {
            (table, key)
            for (table, key), row in rows.items()
            if any((field.rel_model, row[field.name]) in found for field in table._meta.refs)
        }
    return found


def _name(row: Row) -> Any:
    """What a row is called by in the office."""
    return next((row[name] for name in _NUMBERS if row.get(name)), row.get("draft_no"))


def _row(table: Any, row: Row, names: dict[Key, Any]) -> Row:
    left_out = {"id", *(_COUNTERS if table is CustomerCard else ())}
    keys = table._meta.refs
    named = {field.name: field.rel_model for field in keys}
    return {
        column: names.get((named[column], value)) if column in named else value
        for column, value in row.items()
        if column not in left_out
    }
