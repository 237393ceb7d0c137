"""All tables as one comparable value: without keys, times, counters, the log and the history."""

from __future__ import annotations

from typing import Any

from peewee import ForeignKeyField

from model.cards.tables import CardMerge, CustomerCard, Revision
from model.office.tables import AuditLine, Counter, LogHead
from model.storage.database import Table

_TABLES_LEFT_OUT = {AuditLine, LogHead, Counter, Revision, CardMerge}
_COUNTERS = {"version", "revision_no", "revised_on", "next_row_no"}


def canonical_dump() -> dict[str, list[list[tuple[str, Any]]]]:
    """Name of every table -> its rows in order; what they point to is named by its own number."""
    tables = [table for table in Table.__subclasses__() if table.__module__.startswith("model.")]
    return {
        table._meta.table_name: sorted(
            ([*_row(row)] for row in table.select()), key=lambda row: str(row)
        )
        for table in tables
        if table not in _TABLES_LEFT_OUT
    }


def _row(row: Any) -> Any:
    for field in row._meta.sorted_fields:
        if isinstance(field, ForeignKeyField):
            yield field.name, _name(getattr(row, field.name))
        elif field.name != "id" and not (row.__class__ is CustomerCard and field.name in _COUNTERS):
            yield field.name, row.__data__[field.name]


def _name(row: Any) -> Any:
    """What a row is called by in the office."""
    if row is None:
        return None
    if isinstance(row, CustomerCard):
        return row.card_no or row.draft_no
    numbers = ("staff_no", "loan_no", "plan_no", "record_no", "proposal_no", "attachment_no")
    named = next((name for name in (*numbers, "name") if name in row.__data__), None)
    return row.__data__[named] if named else row.get_id()
