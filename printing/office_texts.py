"""Days, times and amounts as the office's papers write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from model.words import Words, mark

_WEEKDAYS = (
    mark("Weekday", "Monday"),
    mark("Weekday", "Tuesday"),
    mark("Weekday", "Wednesday"),
    mark("Weekday", "Thursday"),
    mark("Weekday", "Friday"),
    mark("Weekday", "Saturday"),
    mark("Weekday", "Sunday"),
)


def day_with_weekday(day: date, words: Words) -> str:
    """`2026-03-16 星期一`."""
    return f"{day:%Y-%m-%d} {words('Weekday', _WEEKDAYS[day.weekday()])}"


def clock(moment: datetime | None, day: date) -> str:
    """`08:52`, with the day before it where it is another; empty for None."""
    if moment is None:
        return ""
    return f"{moment:%H:%M}" if moment.date() == day else f"{moment:%m-%d %H:%M}"


def yuan(amount: Decimal) -> str:
    """An amount with thousands apart, and with cents only where there are some."""
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f}" if whole else f"{amount:,.2f}"


def whole_yuan(amount: Decimal) -> str:
    """An amount to the yuan, for a cell too narrow for its cents."""
    # Adding nothing takes the sign off a zero.
    return f"{amount.quantize(Decimal(1), ROUND_HALF_UP) + 0:,}"
