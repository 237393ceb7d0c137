"""Days as they are typed."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from model.command_line.days import day_of
from model.errors import BadInputError

NOW = datetime(2026, 3, 16, 8, 5)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", date(2026, 3, 16)),
        ("明天", date(2026, 3, 17)),
        ("yesterday", date(2026, 3, 15)),
        ("+3", date(2026, 3, 19)),
        ("-16", date(2026, 2, 28)),
        ("2026-11-25", date(2026, 11, 25)),
        ("9999-12-31", date(9999, 12, 31)),
    ],
)
def test_a_day_is_read(typed: str, day: date) -> None:
    assert day_of(typed, NOW) == day


@pytest.mark.parametrize("typed", ["+99999999999", "-99999999999999", "+²", "+", "2026-02-30"])
def test_what_is_no_day_is_told(typed: str) -> None:
    with pytest.raises(BadInputError):
        day_of(typed, NOW)
