"""Days as they are typed on the command line."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from model.cards import dates
from model.errors import BadInputError, Problem

_FROM_TODAY = re.compile(r"[+-]\d{1,4}", re.ASCII)
_WORDS = {"today": 0, "今天": 0, "tomorrow": 1, "明天": 1, "yesterday": -1, "昨天": -1}


def day_of(text: str, now: datetime) -> date:
    """A typed day: 2026-11-25, 20261125, today, tomorrow, +3; nothing means today.

    Raises:
        BadInputError: it is no day.
    """
    typed = text.strip()
    if not typed:
        return now.date()
    if typed in _WORDS:
        return now.date() + timedelta(days=_WORDS[typed])
    if _FROM_TODAY.fullmatch(typed):
        return now.date() + timedelta(days=int(typed))
    checked = dates.full_date(typed, None)
    if not isinstance(checked.value, date):
        raise BadInputError([Problem("date", error.reason) for error in checked.errors])
    return checked.value
