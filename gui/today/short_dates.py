"""Days as they are typed in a hurry: +7, 3-8, 0308, or in full."""

from __future__ import annotations

import re
from datetime import date, timedelta

_AHEAD = re.compile(r"[+＋](\d{1,3})", re.ASCII)
_MONTH_DAY = re.compile(r"(\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2})", re.ASCII)
_LEAP_CYCLE = 8
"""Years in which every day of a calendar comes, even 29 February around a century."""


def full_day(text: str, today: date) -> str:
    """The day meant, as year, month and day; any other text as it is, for the model to judge.

    A month and day are the next such day, today among them.
    """
    written = text.strip()
    if found := _AHEAD.fullmatch(written):
        return (today + timedelta(days=int(found[1]))).isoformat()
    if found := _MONTH_DAY.fullmatch(written):
        month, day = (int(part) for part in found.groups() if part)
        return _next(month, day, today) or written
    return written


def _next(month: int, day: int, today: date) -> str:
    """The next day of that month and day, or nothing where the calendar has none."""
    for year in range(today.year, today.year + _LEAP_CYCLE + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found.isoformat()
    return ""
