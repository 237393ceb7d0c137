"""All tables as one comparable value: without keys, times, counters, the log and the history."""

from __future__ import annotations

from typing import Any

from model.cards.tables import CardMerge, CustomerCard, Revision
from model.office.tables import AuditLine, Counter, LogHead
from model.storage.database import Table

_TABLES_LEFT_OUT = {AuditLine, LogHead, Counter, Revision, CardMerge}
_COUNTERS = {"version", "revision_no", "revised_on", "next_row_no"}


_NUMBERS = ("card_no", "staff_no", "loan_no", "plan_no", "record_no", "proposal_no",
            "attachment_no", "name")  # fmt: skip


def canonical_dump() -> dict[str, list[str]]:
    """Name of every table -> its rows in order; what they point to is named by its own number."""
    tables = [table for table in Table.__subclasses__() if table.__module__.startswith("model.")]
    rows = {table: list(table.select().dicts()) for table in tables}
    names = {
        (table, row[table._meta.primary_key.name]): _name(row)
        for table in tables
        for row in rows[table]
    }
    return {
        table._meta.table_name: sorted(str(_row(table, row, names)) for row in rows[table])
        for table in tables
        if table not in _TABLES_LEFT_OUT
    }


def _name(row: dict[str, Any]) -> Any:
    """What a row is called by in the office."""
    return next((row[name] for name in _NUMBERS if row.get(name)), row.get("draft_no"))


def _row(table: Any, row: dict[str, Any], names: dict[Any, Any]) -> dict[str, Any]:
    left_out = {"id", *(_COUNTERS if table is CustomerCard else ())}
    keys = table._meta.refs
    named = {field.name: field.rel_model for field in keys}
    return {
        column: names.get((named[column], value)) if column in named else value
        for column, value in row.items()
        if column not in left_out
    }
