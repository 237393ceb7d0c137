"""What must always hold of people, drawers, days and numbers; `verify` walks it."""

from __future__ import annotations

from collections.abc import Iterator

from peewee import fn

from model.office.audit import Event
from model.office.office_settings import keeper_numbers
from model.office.tables import AuditLine, CabinetDay, Counter, District, Drawer, Person
from model.office.teams import FIXED_DRAWERS
from model.storage.rows import rows_of

Fault = tuple[str, dict[str, object]]


def faults() -> Iterator[Fault]:
    """Everything about the office that contradicts itself.

    Yields:
        (code, facts) as `model.sentences` words them.
    """
    yield from _people()
    yield from _drawers()
    yield from _days()


def last_given(series: str) -> int:
    """The last number that was given out of a series; 0 before the first."""
    row = Counter.get_or_none(Counter.name == series)
    return int(row.value) if row else 0


def _people() -> Iterator[Fault]:
    """Everyone stands in the log, has a number that was given out, and keepers exist."""
    added = _subjects(Event.STAFF_ADD)
    here = {str(number) for (number,) in rows_of(Person.select(Person.staff_no))}
    for number in sorted(here - added):
        yield "person_not_in_log", {"staff_no": number}
    for number in sorted(added - here):
        yield "person_gone", {"staff_no": number}
    if max(map(int, here), default=0) > last_given("staff"):
        yield "counter_behind", {"series": "staff", "last": last_given("staff")}
    for keeper in keeper_numbers():
        if str(keeper) not in here:
            yield "keeper_unknown", {"staff_no": keeper}


def _subjects(*events: Event) -> set[str]:
    """What the log says these events were about."""
    lines = AuditLine.select(AuditLine.subject).where(AuditLine.event.in_(events))
    return {subject for (subject,) in rows_of(lines)}


def _drawers() -> Iterator[Fault]:
    """Each district has its drawer, and the fixed drawers are there."""
    without = (
        District.select(District.name)
        .left_outer_join(Drawer, on=(Drawer.district == District.id))
        .where(Drawer.id.is_null())
    )
    for (name,) in rows_of(without):
        yield "district_without_drawer", {"district": name}
    kinds = dict(rows_of(Drawer.select(Drawer.number, Drawer.kind)))
    for kind, number in FIXED_DRAWERS.items():
        if kinds.get(number) != kind.value:
            yield "drawer_missing", {"drawer": number}


def _days() -> Iterator[Fault]:
    """An opening lies on its day, and ends after it began."""
    wrong = CabinetDay.select(CabinetDay.day).where(
        (fn.DATE(CabinetDay.opened_at) != CabinetDay.day)
        | (CabinetDay.closed_at < CabinetDay.opened_at)
    )
    for row in wrong:
        yield "day_contradicts", {"day": row.day}
