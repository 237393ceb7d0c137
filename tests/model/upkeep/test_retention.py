"""What the rule of the daily backups keeps, whatever days there are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.upkeep.retention import kept

TODAY = date(2026, 3, 16)
DAYS = st.sets(st.dates(date(2024, 1, 1), date(2027, 12, 31)), max_size=200)


def run(first: date, last: date) -> set[date]:
    """One backup a day, the rule applied after each."""
    there: set[date] = set()
    day = first
    while day <= last:
        there = set(kept(there | {day}, day))
        day += timedelta(days=1)
    return there


def test_a_year_of_days_leaves_days_weeks_and_months() -> None:
    left = run(date(2024, 1, 1), TODAY)

    assert {TODAY - timedelta(days=ago) for ago in range(7)} <= left
    sundays = {date(2026, 3, 15), date(2026, 3, 8), date(2026, 3, 1), date(2026, 2, 22)}
    assert sundays <= left
    months = {date(2026, 2, 28), date(2026, 1, 31), date(2025, 12, 31), date(2025, 4, 30)}
    assert months <= left
    assert min(left) == date(2025, 4, 30)
    assert len(left) <= 24


@pytest.mark.parametrize("count", [1, 6, 7])
def test_the_first_week_keeps_all(count: int) -> None:
    days = {TODAY - timedelta(days=ago) for ago in range(count)}
    assert kept(days, TODAY) == days


def test_days_on_which_nobody_worked_do_not_count() -> None:
    """Seven backups over two months off: none of them goes."""
    days = {TODAY - timedelta(days=ago) for ago in (0, 60, 61, 62, 63, 64, 65)}
    assert kept(days, TODAY) == days


def test_what_a_wrong_clock_has_just_made_stays_for_its_day() -> None:
    days = run(date(2025, 1, 1), TODAY)
    battery_dead = date(2010, 1, 1)
    assert battery_dead in kept(days | {battery_dead}, battery_dead)
    assert battery_dead not in kept(days | {battery_dead}, TODAY)


@given(DAYS)
def test_the_newest_always_stays(days: set[date]) -> None:
    if days:
        assert max(days) in kept(days, TODAY)


@given(DAYS, st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_never_more_than_24(days: set[date], today: date) -> None:
    left = kept(days, today)
    assert left <= days
    assert len(left) <= 24


@given(DAYS, st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_a_second_run_changes_nothing(days: set[date], today: date) -> None:
    once = kept(days, today)
    assert kept(once, today) == once


@given(DAYS, st.dates(date(2024, 1, 1), date(2027, 12, 31)))
def test_a_clock_set_back_drops_nothing_newer(days: set[date], today: date) -> None:
    before = kept(days, max(days, default=today))
    after = kept(days | {today}, today)
    assert {day for day in before if day > today} <= after
