"""Working days of the office: the state's calendar with 调休, and the office's own days.

The calendar's data ends with a year that the state has announced; after it weekdays count as
working days, and the window says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, act
from model.office.tables import OfficeDay
from model.storage.database import writing
from model.storage.prepared import Prepared

_SATURDAY = 5
_LONGEST_CLOSING = 60
_COUNTED_UP_TO = 400
_OWN = Prepared(lambda day: OfficeDay.select().where(OfficeDay.day == day))


@dataclass(frozen=True)
class OwnDay:
    """A day on which the office departs from the calendar."""

    day: date
    works: bool
    note: str


def known_until() -> date:
    """The last day of the last year of which the state's holidays are known."""
    from chinese_calendar.constants import holidays

    return date(max(holidays).year, 12, 31)


def is_working_day(day: date) -> bool:
    """Whether the office works on a day: its own word first, then the state's, then weekdays."""
    own = _OWN.first(day)
    if own is not None:
        return bool(own.works)
    from chinese_calendar import is_workday

    try:
        return bool(is_workday(day))
    except NotImplementedError:
        return day.weekday() < _SATURDAY


def next_working_day(day: date) -> date:
    """The first working day after a day; the day after it where an office is closed for long."""
    for ahead in range(1, _LONGEST_CLOSING):
        candidate = day + timedelta(days=ahead)
        if is_working_day(candidate):
            return candidate
    return day + timedelta(days=1)


def working_days_since(day: date, today: date, most: int = _COUNTED_UP_TO) -> int:
    """Working days after a day, up to today and to `most`; none when the clock was set back."""
    count = 0
    while count < most and (day := day + timedelta(days=1)) <= today:
        count += is_working_day(day)
    return count


@act(Right.SEE_OFFICE)
def working_day_after(desk: Desk, day: date) -> date:
    """The next day on which somebody can be visited."""
    del desk
    return next_working_day(day)


@act(Right.DISTRICTS_DRAWERS)
def set_office_day(desk: Desk, day: date, works: bool, note: str, now: datetime) -> OwnDay:
    """Say that the office works on a day, or is closed, whatever the calendar says."""
    with writing():
        OfficeDay.insert(day=day, works=works, note=note).on_conflict(
            conflict_target=[OfficeDay.day], preserve=[OfficeDay.works, OfficeDay.note]
        ).execute()
        audit.log(
            desk, audit.Event.CALENDAR_CHANGE, now, kind="day", subject=day,
            after={"works": works}, reason=note,
        )  # fmt: skip
    return OwnDay(day, works, note)


@act(Right.SEE_OFFICE)
def list_office_days(desk: Desk) -> list[OwnDay]:
    """The office's own days, by date."""
    del desk
    rows = OfficeDay.select().order_by(OfficeDay.day)
    return [OwnDay(row.day, bool(row.works), row.note) for row in rows]
