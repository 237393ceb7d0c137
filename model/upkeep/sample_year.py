"""The sample office's year: since when it keeps its cards, its working days, who was there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from model.office.calendar import is_working_day

_FOUNDED = time(17, 30)
_SHORTEST_MONTH = 28
_LEAVES = 2  # of a rep in a year
_LEAVE_DAYS = (3, 4, 5)
_ALL_HERE = 15  # last days of the year on which nobody is on leave
_DEPUTY_DAYS = 0.06


@dataclass(frozen=True)
class Year:
    """What lies between the founding of the office and today.

    Attributes:
        founded: when people, districts and cards came in, the evening of a working day.
        days: the working days after it, oldest first, the last of them before today.
        today: the office's calendar day.
    """

    founded: datetime
    days: tuple[date, ...]
    today: date

    @property
    def known_on(self) -> date:
        """The day as of which the facts on the cards are: the evening before today."""
        return self.today - timedelta(days=1)

    def at_or_before(self, day: date) -> date:
        """The last working day of the year that is not after a day; the first for earlier ones."""
        return self.days[max(0, bisect_right(self.days, day) - 1)]


def year_before(today: date, months: int) -> Year:
    """The year, or so many months, before a day; none: founded the evening before.

    Args:
        today: the office's calendar day, which is not part of it.
        months: how many.
    """
    if not months:
        return Year(datetime.combine(today - timedelta(days=1), _FOUNDED), (), today)
    first = _months_before(today, months)
    while not is_working_day(first):
        first -= timedelta(days=1)
    between = (first + timedelta(days=ahead) for ahead in range(1, (today - first).days))
    days = tuple(day for day in between if is_working_day(day))
    return Year(datetime.combine(first, _FOUNDED), days, today)


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, _SHORTEST_MONTH))


def leaves(random: Random, days: Sequence[date]) -> frozenset[date]:
    """The working days on which one rep is on leave: not all at once, and not lately."""
    away: set[date] = set()
    free = len(days) - _ALL_HERE - max(_LEAVE_DAYS)
    if free > 0:
        for _ in range(round(_LEAVES * len(days) / 245)):
            first = random.randrange(free)
            away.update(days[first : first + random.choice(_LEAVE_DAYS)])
    return frozenset(away)


def deputy_days(random: Random, days: Sequence[date]) -> frozenset[date]:
    """The days on which the deputy keeps the cabinet."""
    return frozenset(day for day in days[:-1] if random.random() < _DEPUTY_DAYS)
