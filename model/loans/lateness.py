"""How late a card is."""

from __future__ import annotations

from datetime import datetime, timedelta


def late_hours(due: datetime, back: datetime) -> int:
    """Hours past the due time, a begun one as a whole; 0 in time."""
    return max(0, -((due - back) // timedelta(hours=1)))
