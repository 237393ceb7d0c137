"""What must always hold of what left the cabinet: copies and exports, as the log tells them."""

from __future__ import annotations

from collections.abc import Iterator

from model.cards.copy_tables import DataExport, IssuedCopy
from model.loans.copy_terms import CopyState
from model.office.audit import Event
from model.office.invariants import Fault
from model.office.tables import AuditLine
from model.storage.rows import rows_of

_OUT = ""
_OUTCOMES: dict[str, str] = {
    Event.COPY_ISSUE: _OUT,
    Event.EXPORT_BEGIN: _OUT,
    Event.COPY_RETURN: CopyState.RETURNED,
    Event.COPY_DESTROY: CopyState.DESTROYED,
    Event.COPY_LOST: CopyState.LOST,
    Event.COPY_NOT_MADE: CopyState.NOT_MADE,
    Event.EXPORT_NOT_MADE: CopyState.NOT_MADE,
}
"""What a line of the log makes of a copy or an export."""
_OF_EXPORTS = frozenset({Event.EXPORT_BEGIN, Event.EXPORT_NOT_MADE})


def copy_faults() -> Iterator[Fault]:
    """Every copy and export that is not what the log tells of it.

    Yields:
        (code, facts): the number of the copy, never who has it.
    """
    logged, there = _logged(), _there()
    for number in sorted(logged.keys() | there.keys()):
        if number not in logged:
            yield "copy_not_in_log", {"ref": number}
        elif number not in there:
            yield "copy_gone", {"ref": number}
        elif there[number] != logged[number]:
            yield "copy_state", {"ref": number}


def _logged() -> dict[str, str]:
    """Number -> what became of it, by the log."""
    lines = (
        AuditLine.select(AuditLine.event, AuditLine.subject, AuditLine.document)
        # An export of the log itself is in no register of copies.
        .where(AuditLine.event.in_(list(_OUTCOMES)), AuditLine.subject_kind != "log")
        .order_by(AuditLine.no)
    )
    found = {}
    for event, subject, document in rows_of(lines):
        found[_number(event, subject, document)] = str(_OUTCOMES[event])
    return found


def _number(event: str, subject: str, document: str) -> str:
    """The number stands as the document beside a card, and as the subject of an export."""
    return subject if event in _OF_EXPORTS else document or subject


def _there() -> dict[str, str]:
    """Number -> what became of it, by the rows themselves."""
    copies = rows_of(IssuedCopy.select(IssuedCopy.copy_no, IssuedCopy.outcome))
    exports = rows_of(DataExport.select(DataExport.export_no, DataExport.outcome))
    return dict([*copies, *exports])
