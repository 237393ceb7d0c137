"""The times of a day in a given order: ways, lunch, appointments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.rounds.policy import clock, minute_of, policy_from
from model.rounds.timing import Stop, Timed, timed

POLICY = policy_from({})


def stop(key: str, stay: int, district: str = "武侯", at: str = "") -> Stop:
    return Stop(key, district, stay, minute_of(at) if at else None)


def times(found: Timed) -> list[str]:
    return [clock(visit.starts_at) for visit in found.visits]


def test_ways_follow_from_the_districts() -> None:
    found = timed([stop("a", 60), stop("b", 20), stop("c", 20, "金牛")], POLICY)
    assert [visit.travel for visit in found.visits] == [40, 20, 40]
    assert times(found) == ["09:40", "11:00", "13:30"]
    assert (found.stay_minutes, found.travel_minutes, clock(found.back_at)) == (100, 140, "14:30")


@pytest.mark.parametrize(
    ("stay", "starts_at"),
    [
        (60, "11:00"),  # to 12:00: it touches lunch
        (61, "13:30"),
        (300, "13:30"),
    ],
)
def test_no_visit_overlaps_lunch(stay: int, starts_at: str) -> None:
    assert times(timed([stop("a", 60), stop("b", stay)], POLICY)) == ["09:40", starts_at]


def test_the_way_to_the_first_visit_after_lunch_is_made_during_lunch() -> None:
    found = timed([stop("a", 130), stop("b", 20)], POLICY)
    assert times(found) == ["09:40", "13:30"]


def test_he_waits_for_an_appointment_and_is_late_for_one_that_is_too_early() -> None:
    waiting = timed([stop("a", 20, at="10:30"), stop("b", 20)], POLICY)
    assert (times(waiting), waiting.late) == (["10:30", "11:10"], 0)
    assert waiting.minutes == 40 + 20 + 20 + 20 + 40, "waiting costs no minutes of the day"

    late = timed([stop("a", 60), stop("b", 20, at="10:30")], POLICY)
    assert (times(late), late.late) == (["09:40", "11:00"], 30)


def test_a_day_without_visits_is_none() -> None:
    found = timed([], POLICY)
    assert (found.visits, found.minutes, found.back_at) == ((), 0, POLICY.leaves_at)


def test_an_office_without_lunch() -> None:
    through = policy_from({"lunch_from": "12:00", "lunch_until": "12:00"})
    assert times(timed([stop("a", 130), stop("b", 20)], through)) == ["09:40", "12:10"]


@pytest.mark.parametrize(
    ("settings", "back_by"),
    [
        ({}, "17:30"),
        ({"lunch_until": "12:00"}, "16:00"),
        ({"leaves_at": "13:00"}, "20:30"),
        ({"leaves_at": "14:00"}, "21:00"),
        ({"working_minutes": "200"}, "11:20"),
    ],
)
def test_when_the_day_outside_ends(settings: dict[str, str], back_by: str) -> None:
    assert clock(policy_from(settings).back_by) == back_by


def test_what_would_lie_after_midnight_has_no_time() -> None:
    assert clock(24 * 60) == ""
    assert clock(24 * 60 - 1) == "23:59"


STOPS = st.lists(
    st.builds(
        Stop,
        key=st.integers(),
        district=st.sampled_from("abc"),
        stay=st.integers(1, 180),
        appointment=st.none() | st.integers(0, 1439),
    ),
    max_size=20,
)


@given(STOPS)
def test_the_order_stays_and_nothing_overlaps(stops: list[Stop]) -> None:
    found = timed(stops, POLICY)
    assert [visit.stop for visit in found.visits] == stops
    free_at = POLICY.leaves_at
    for visit in found.visits:
        ends = visit.starts_at + visit.stop.stay
        assert visit.starts_at >= free_at + visit.travel
        assert ends <= POLICY.lunch_from or visit.starts_at >= POLICY.lunch_until
        free_at = ends
    assert found.back_at == free_at + (POLICY.travel_office if stops else 0)
