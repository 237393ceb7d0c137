"""Which of the day's backups stay: the newest of 7 days, 5 weeks and 12 months.

The usual "grandfather, father, son": close by every day, farther back ever fewer. Counted are days,
weeks and months that have a backup, not those that passed: an office that was closed for a month
loses nothing by it, and a clock that is wrong drops nothing that is newer than what it shows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from datetime import date

DAYS, WEEKS, MONTHS = 7, 5, 12
"""How many of each keep their newest backup."""


def kept(days: Collection[date], today: date) -> frozenset[date]:
    """Of the days that have a backup, those whose backup stays.

    Args:
        days: calendar days that have a backup.
        today: what was made just now stays too, though a clock that was set back has dated it
            before all others.

    Returns:
        A part of `days`, at most 24 of them; the newest is among them.
    """
    newest_first = sorted(set(days), reverse=True)
    staying = {
        *_newest_of_each(newest_first, lambda day: day, DAYS),
        *_newest_of_each(newest_first, lambda day: day.isocalendar()[:2], WEEKS),
        *_newest_of_each(newest_first, lambda day: (day.year, day.month), MONTHS),
    }
    return frozenset(day for day in newest_first if day in staying or day == today)


def _newest_of_each(
    newest_first: Collection[date], period: Callable[[date], Hashable], count: int
) -> list[date]:
    """The newest day of each of the newest `count` periods."""
    newest: dict[Hashable, date] = {}
    for day in newest_first:
        newest.setdefault(period(day), day)
    return list(newest.values())[:count]
