"""The working days between the founding of the sample office and today."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest

from model.upkeep.sample_year import deputy_days, leaves, year_before


@pytest.mark.parametrize(
    ("today", "months", "founded", "first", "last"),
    [
        ("2026-03-16", 12, "2025-03-14", "2025-03-17", "2026-03-13"),
        ("2026-03-17", 1, "2026-02-14", "2026-02-24", "2026-03-16"),  # 14 February was worked
        ("2026-10-05", 12, "2025-09-30", "2025-10-09", "2026-09-30"),  # both in National Day week
        ("2026-05-31", 3, "2026-02-28", "2026-03-02", "2026-05-29"),
        ("2027-03-31", 1, "2027-02-26", "2027-03-01", "2027-03-30"),  # holidays not announced
    ],
)
def test_founded_on_a_working_day_and_worked_until_yesterday(
    opened: Any, today: str, months: int, founded: str, first: str, last: str
) -> None:
    year = year_before(date.fromisoformat(today), months)

    assert str(year.founded) == f"{founded} 17:30:00"
    assert (str(year.days[0]), str(year.days[-1])) == (first, last)
    assert list(year.days) == sorted(set(year.days))


def test_no_months_is_the_evening_before(opened: Any) -> None:
    year = year_before(date(2026, 3, 16), 0)

    assert str(year.founded) == "2026-03-15 17:30:00"
    assert year.days == ()


def test_a_day_off_stands_for_the_working_day_before(opened: Any) -> None:
    year = year_before(date(2026, 3, 16), 1)

    assert year.at_or_before(date(2026, 3, 15)) == date(2026, 3, 13)
    assert year.at_or_before(date(2026, 3, 11)) == date(2026, 3, 11)
    assert year.at_or_before(date(2020, 1, 1)) == year.days[0]


def test_everybody_is_here_in_the_last_weeks(opened: Any) -> None:
    days = year_before(date(2026, 3, 16), 12).days
    for seed in range(20):
        away = leaves(Random(seed), days)
        assert 3 <= len(away) <= 10
        assert max(away) < days[-15]
        assert days[-1] not in deputy_days(Random(seed), days)
