"""Whom a rep of the sample office visits, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from random import Random

import pytest

from model.rounds.policy import policy_from
from model.upkeep.sample_round import Customer, first_due, in_order, of_the_day, seen_before
from model.upkeep.sample_trade import Standing
from model.upkeep.sample_year import Year

TODAY = date(2026, 3, 16)
POLICY = policy_from({})
DAYS = tuple(TODAY - timedelta(days=back) for back in range(100, 0, -1))
YEAR = Year(datetime(2025, 12, 5, 17, 30), DAYS, TODAY)
FOUNDED = YEAR.founded.date()
STANDING = Standing("current", "B", 0.8, TODAY - timedelta(days=5), date(2020, 1, 1), {})


def customer(number: int = 1, klass: str = "B", ago: int = 14, district: int = 1) -> Customer:
    """A customer on the round who is due today."""
    return Customer(
        id=number, card_no=f"Q{number:05d}", drawer_no=1, district=district, rep=1, met="何文斌",
        plan_class=klass, interval=POLICY.intervals[klass], stay=POLICY.stays[klass],
        completeness=900, key_account=False, last_visit_on=TODAY - timedelta(days=ago),
        on_round=True, due_on=TODAY,
    )  # fmt: skip


def test_a_day_holds_what_its_minutes_hold() -> None:
    due = [customer(number, "A", 7) for number in range(20)]
    chosen = of_the_day(due, TODAY, POLICY, Random(1))

    minutes = sum(one.stay for one in chosen) + 2 * POLICY.travel_office
    assert minutes + (len(chosen) - 1) * POLICY.travel_inside <= POLICY.capacity
    assert len(chosen) == 4


def test_a_and_promised_come_first_then_the_latest() -> None:
    late, in_time = customer(1, "C", 60), customer(2, "C", 31)
    promised = customer(3, "C", 20)
    promised.promises.append({"due_on": TODAY})
    first = customer(4, "A", 7)

    chosen = of_the_day([in_time, late, promised, first], TODAY, POLICY, Random(1))

    assert [one.id for one in chosen] == [4, 3, 1, 2]


def test_a_thin_day_is_filled_with_who_is_nearly_due() -> None:
    soon, fresh = customer(1, "C", 24), customer(2, "C", 10)
    soon.due_on = fresh.due_on = TODAY + timedelta(days=4)

    assert of_the_day([soon, fresh], TODAY, POLICY, Random(1)) == [soon]


def test_a_day_that_must_have_visits_takes_anybody() -> None:
    fresh = replace(customer(1, "C", 2), due_on=None, on_round=False)

    assert of_the_day([fresh], TODAY, POLICY, Random(1)) == []
    assert of_the_day([fresh], TODAY, POLICY, Random(1), least=1) == [fresh]


def test_visits_stay_together_by_district() -> None:
    several = [customer(1, "C", 30, 1), customer(2, "A", 7, 2), customer(3, "B", 14, 1)]
    scores = {one.card_no: one.score(TODAY, POLICY) for one in several}

    # 42.0 and 20.0 together are more than the 60.0 of the A customer.
    assert [one.id for one in in_order(several, scores)] == [3, 1, 2]


def test_next_visit_is_due_when_it_was_agreed_or_an_interval_later() -> None:
    one = customer(klass="B")
    one.seen(TODAY, Random(1), TODAY + timedelta(days=3), {"id": 7})
    assert (one.last_visit_on, one.due_on) == (TODAY, TODAY + timedelta(days=3))
    assert one.record == {"id": 7}

    one.seen(TODAY, Random(1), None, {"id": 8})
    assert one.due_on is not None
    assert 11 <= (one.due_on - TODAY).days <= 16


def test_calls_on_a_prospect_end_with_the_last_visit_that_his_card_tells() -> None:
    one = replace(customer(klass="P"), last_visit_on=None)
    seen = TODAY - timedelta(days=9)
    prospect = Standing("prospect", "P", 0.5, seen, None, {})

    first_due(one, prospect, YEAR, Random(1))
    called = []
    while one.due_on is not None:
        called.append(one.due_on)
        one.seen(one.due_on, Random(1), None, {})

    assert not one.on_round
    assert called[-1] == seen
    assert called == sorted(called)
    assert called[0] > FOUNDED


@pytest.mark.parametrize(
    ("standing", "expected"),
    [
        (STANDING, FOUNDED - timedelta(days=7)),
        (replace(STANDING, last_visit_on=date(2025, 1, 7)), date(2025, 1, 7)),
        (replace(STANDING, last_visit_on=None), None),
        (replace(STANDING, abc_class="N"), None),
        (replace(STANDING, by_phone=True), None),
    ],
)
def test_what_a_card_tells_when_it_comes_in_lies_before_the_year(
    standing: Standing, expected: date | None
) -> None:
    assert seen_before(standing, YEAR, 0.5) == expected
    without = Year(YEAR.founded, (), TODAY)
    assert seen_before(standing, without, 0.5) == standing.last_visit_on
