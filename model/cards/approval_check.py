"""What must always hold of approvals; `verify` walks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from model.cards.copy_tables import DataExport, IssuedCopy
from model.cards.pass_tables import ReadingPass
from model.office.audit import Event
from model.office.invariants import Fault, last_given
from model.office.tables import Approval, ApprovalState, AuditLine, Person
from model.storage.rows import rows_of

# How far it has come -> what of it the log must tell.
_TOLD = {
    ApprovalState.ASKED: (),
    ApprovalState.GRANTED: (Event.APPROVAL_GRANT,),
    ApprovalState.REFUSED: (Event.APPROVAL_REFUSE,),
    ApprovalState.WITHDRAWN: (Event.APPROVAL_WITHDRAW,),
    ApprovalState.USED: (Event.APPROVAL_GRANT, Event.APPROVAL_USE),
}
_ANSWERED = frozenset({ApprovalState.GRANTED, ApprovalState.REFUSED, ApprovalState.USED})
# What names the approval that it used; of copies and exports those that came about.
_USERS: tuple[tuple[Any, Any], ...] = (
    (IssuedCopy, IssuedCopy.outcome != "not_made"),
    (DataExport, DataExport.outcome != "not_made"),
    (ReadingPass, True),
)


class _Approval(NamedTuple):
    """An approval, without what it says."""

    id: int
    approval_no: str
    state: str
    asked_by: int
    decided_by: int | None
    decided_at: datetime | None
    valid_until: datetime | None
    used_at: datetime | None
    remark: str


def approval_faults() -> Iterator[Fault]:
    """Every approval that contradicts itself, the log, or the numbers given out.

    Yields:
        (code, facts): the approval's number, never what it says.
    """
    columns = (getattr(Approval, name) for name in _Approval._fields)
    approvals = [
        _Approval(*row) for row in rows_of(Approval.select(*columns).order_by(Approval.id))
    ]
    told = _told()
    for one in approvals:
        if not _is_sound(one):
            yield "approval_state", {"ref": one.approval_no}
        elif not _is_told(one, told.get(one.approval_no, {})):
            yield "approval_not_in_log", {"ref": one.approval_no}
    asked = {number for number, events in told.items() if Event.APPROVAL_ASK in events}
    for number in sorted(asked - {one.approval_no for one in approvals}):
        yield "approval_gone", {"ref": number}
    yield from _acts_without({one.id: one for one in approvals})
    numbers = [int(one.approval_no[2:]) for one in approvals if one.approval_no[2:].isdigit()]
    if max(numbers, default=0) > last_given("approval"):
        yield "counter_behind", {"series": "approval", "last": last_given("approval")}


def _is_sound(one: _Approval) -> bool:
    """Who decided is told, and is another; what was used was so in its time."""
    state = ApprovalState(one.state)
    decided = one.decided_by is not None and one.decided_at is not None
    granted = one.valid_until is not None
    if decided != (one.decided_by is not None or one.decided_at is not None):
        return False
    if state in _ANSWERED and (not decided or one.decided_by == one.asked_by):
        return False
    if state is ApprovalState.ASKED and decided:
        return False
    if state is ApprovalState.REFUSED and (granted or not one.remark):
        return False
    if (state is ApprovalState.USED) != (one.used_at is not None):
        return False
    needs_end = state in {ApprovalState.GRANTED, ApprovalState.USED}
    in_time = one.used_at is None or one.valid_until is None or one.used_at <= one.valid_until
    return in_time and (granted or not needs_end)


def _told() -> Mapping[str, Mapping[str, list[int]]]:
    """Number of an approval -> event -> keys of the people who did it, as the log tells."""
    events = {Event.APPROVAL_ASK, Event.APPROVAL_GIVE_BACK}
    events |= {event for steps in _TOLD.values() for event in steps}
    lines = (
        AuditLine.select(AuditLine.subject, AuditLine.event, Person.id)
        .join(Person, on=(AuditLine.staff_no == Person.staff_no))
        .where(AuditLine.event.in_(sorted(events)))
    )
    found: dict[str, dict[str, list[int]]] = {}
    for number, event, person in rows_of(lines):
        found.setdefault(number, {}).setdefault(event, []).append(person)
    return found


def _is_told(one: _Approval, told: Mapping[str, list[int]]) -> bool:
    """Whether the log tells each step once, by the same people.

    A use that was given back is none.
    """
    people = {
        Event.APPROVAL_ASK: one.asked_by,
        Event.APPROVAL_GRANT: one.decided_by,
        Event.APPROVAL_REFUSE: one.decided_by,
        Event.APPROVAL_WITHDRAW: one.asked_by,
        Event.APPROVAL_USE: one.asked_by,
    }
    given_back = len(told.get(Event.APPROVAL_GIVE_BACK, ()))
    steps = (Event.APPROVAL_ASK, *_TOLD[ApprovalState(one.state)])
    return all(
        told.get(step) == [people[step]] * (1 + given_back * (step is Event.APPROVAL_USE))
        for step in steps
    )


def _acts_without(approvals: Mapping[int, _Approval]) -> Iterator[Fault]:
    """A copy, export or reading that names an approval has used it up."""
    for table, came_about in _USERS:
        query = table.select(table.approval).where(table.approval.is_null(False), came_about)
        for (key,) in rows_of(query.distinct()):
            one = approvals.get(key)
            if one is not None and one.state != ApprovalState.USED:
                yield "approval_not_used", {"ref": one.approval_no}
