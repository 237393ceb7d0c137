"""The score of domain.md §6.2: its example to the printed decimal, and each rule at its bounds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.rounds.policy import Policy, plans_as, policy_from
from model.rounds.score import (
    Facts,
    Score,
    agreed_later,
    is_due,
    is_fixed,
    must_visit,
    near_days,
    score,
)
from tests.model.rounds.strategies import facts

MONDAY = date(2026, 3, 16)
POLICY = policy_from({})


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def points(found: Score, *codes: str) -> Decimal:
    return sum(
        (part.points for part in found.parts if part.code in codes and part.points), Decimal("0.0")
    )


EXAMPLE = {
    "Q00007": Facts("A", day(3, 5), "d1_30", (MONDAY,)),
    "Q00037": Facts("B", day(3, 2), "d61_90", (day(3, 13),)),
    "Q00012": Facts("A", day(3, 9), key_account=True),
    "Q00030": Facts("C", day(1, 20), "d31_60"),
    "Q00018": Facts("B", day(3, 4), stock_low=True),
    "G00004": Facts("P", day(2, 10), completeness=480),
    "Q00009": Facts("C", day(3, 1)),
}
# card | r | visit | money | promise | class | extra | score | 必访
TABLE = """
Q00007 | 11/7  | 62.9 | 10 | 30 | 20 | 0  | 122.9 | yes
Q00037 | 14/14 | 32.0 | 30 | 45 | 10 | 0  | 117.0 | yes
Q00012 | 7/7   | 40.0 | 0  | 0  | 20 | 10 | 70.0  | yes
Q00030 | 55/30 | 36.7 | 20 | 0  | 0  | 0  | 56.7  | no
Q00018 | 12/14 | 27.4 | 0  | 0  | 10 | 15 | 52.4  | no
G00004 | 34/30 | 27.2 | 0  | 0  | 5  | 5  | 37.2  | no
Q00009 | 15/30 | 0    | 0  | 0  | 0  | 0  | 0.0   | no
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_the_example_of_the_domain(line: str) -> None:
    card, ratio, visit, money, promise, klass, extra, total, must = map(str.strip, line.split("|"))
    found = score(EXAMPLE[card], MONDAY, POLICY)

    assert found.ratio == Fraction(ratio)
    assert points(found, "visit_due") == Decimal(visit)
    assert points(found, "debt_bucket") == Decimal(money)
    assert points(found, "promise_due", "promise_late") == Decimal(promise)
    assert points(found, "class", "prospect") == Decimal(klass)
    assert points(found, "key_account", "stock_low", "incomplete") == Decimal(extra)
    assert str(found.points) == total
    assert found.must_visit is (must == "yes")


@pytest.mark.parametrize(
    ("klass", "days", "worth"),
    [
        ("A", 4, "0.0"),  # r = 0.57
        ("A", 5, "28.6"),  # r = 0.71
        ("A", 14, "80.0"),
        ("A", 700, "80.0"),  # r counts up to 2
        ("B", 8, "0.0"),
        ("B", 9, "20.6"),
        ("P", 18, "14.4"),  # r = 0.6 exactly
        ("C", 17, "0.0"),
        ("C", 18, "12.0"),
        ("C", 60, "40.0"),
    ],
)
def test_visit_points_follow_from_days_and_class(klass: str, days: int, worth: str) -> None:
    seen = Facts(klass, MONDAY - timedelta(days))
    assert points(score(seen, MONDAY, POLICY), "visit_due") == Decimal(worth)
    assert is_due(seen, MONDAY, POLICY) is (worth != "0.0")


@pytest.mark.parametrize(("klass", "worth"), [("A", 80), ("B", 64), ("P", 48), ("C", 40)])
def test_who_was_never_visited_counts_as_two_intervals_late(klass: str, worth: int) -> None:
    found = score(Facts(klass), MONDAY, POLICY)
    assert (found.ratio, points(found, "never_visited")) == (2, worth)


@pytest.mark.parametrize(
    ("bucket", "worth"),
    [("", 0), ("not_due", 0), ("unknown", 10), ("d1_30", 10), ("d31_60", 20), ("d61_90", 30),
     ("d91_180", 40), ("d181_up", 50)],
)  # fmt: skip
def test_money_points_follow_from_the_worst_bucket(bucket: str, worth: int) -> None:
    found = score(Facts("C", MONDAY, bucket), MONDAY, POLICY)
    assert found.points == worth


@pytest.mark.parametrize(
    ("late", "worth"), [([-1], 0), ([0], 30), ([1], 35), ([4], 50), ([90], 50), ([0, 2, -3], 40)]
)
def test_of_several_promises_the_highest_counts(late: list[int], worth: int) -> None:
    due = tuple(MONDAY - timedelta(days) for days in late)
    found = score(Facts("C", MONDAY, promises=due), MONDAY, POLICY)
    assert (found.points, found.must_visit) == (worth, worth > 0)


@pytest.mark.parametrize(
    ("extra", "worth"),
    [
        ({"key_account": True}, 10),
        ({"stock_low": True}, 15),
        ({"contract_ends_on": MONDAY}, 10),
        ({"contract_ends_on": MONDAY + timedelta(30)}, 10),
        ({"contract_ends_on": MONDAY + timedelta(31)}, 0),
        ({"contract_ends_on": MONDAY - timedelta(1)}, 0),
        ({"care_day": True}, 5),
        ({"completeness": 599}, 5),
        ({"completeness": 600}, 0),
        ({"claim_since": MONDAY - timedelta(8)}, 10),
        ({"claim_since": MONDAY - timedelta(7)}, 0),
    ],
)
def test_extra_points(extra: dict[str, object], worth: int) -> None:
    assert score(Facts("C", MONDAY)._replace(**extra), MONDAY, POLICY).points == worth


@pytest.mark.parametrize(
    ("known", "must"),
    [
        (Facts("A", MONDAY - timedelta(6)), False),
        (Facts("A", MONDAY - timedelta(7)), True),
        (Facts("A"), True),
        (Facts("B", MONDAY - timedelta(99)), False),
        (Facts("C", MONDAY - timedelta(6), "d61_90"), False),
        (Facts("C", MONDAY - timedelta(7), "d61_90"), True),
        (Facts("C", MONDAY - timedelta(7), "d181_up"), True),
        (Facts("C", None, "d91_180"), True),
        (Facts("C", MONDAY - timedelta(7), "d31_60"), False),
        (Facts("C", MONDAY, claim_since=MONDAY - timedelta(8)), True),
        (Facts("C", MONDAY, claim_since=MONDAY - timedelta(7)), False),
    ],
)
def test_who_must_be_visited(known: Facts, must: bool) -> None:
    assert must_visit(known, MONDAY, POLICY) is must


@pytest.mark.parametrize(
    ("agreed", "seen", "fixed", "later"),
    [
        (None, None, False, False),
        (MONDAY, None, True, False),
        (MONDAY - timedelta(3), MONDAY - timedelta(9), True, False),
        (MONDAY - timedelta(3), MONDAY - timedelta(3), False, False),  # seen on that very day
        (MONDAY + timedelta(1), None, False, True),
    ],
)
def test_an_agreed_visit_fixes_the_day_until_it_took_place(
    agreed: date | None, seen: date | None, fixed: bool, later: bool
) -> None:
    known = Facts("C", seen, agreed_on=agreed)
    assert (is_fixed(known, MONDAY), agreed_later(known, MONDAY)) == (fixed, later)


@pytest.mark.parametrize(
    ("settles", "on", "fixed"),
    [
        (16, MONDAY, True),
        (15, MONDAY, False),
        (31, date(2026, 2, 28), True),
        (30, date(2026, 2, 28), True),
        (31, date(2026, 3, 30), False),
        (28, date(2026, 2, 28), True),
    ],
)
def test_the_settlement_day_fixes_the_visit(settles: int, on: date, fixed: bool) -> None:
    assert is_fixed(Facts("C", on, settle_day=settles), on) is fixed


def test_what_fixes_the_day_is_a_reason_without_points() -> None:
    found = score(Facts("C", day(3, 2), agreed_on=MONDAY, settle_day=16), MONDAY, POLICY)
    assert [(part.code, part.points) for part in found.parts] == [
        ("agreed_visit", None),
        ("settle_day", None),
    ]


@pytest.mark.parametrize(
    ("on", "near"),
    [
        (date(2026, 1, 1), {"12-29", "01-04"}),
        (date(2026, 2, 27), {"02-28", "02-29", "03-02"}),
        (date(2028, 3, 1), {"02-27", "02-29", "03-04"}),
    ],
)
def test_days_of_care_are_three_days_around(on: date, near: set[str]) -> None:
    assert near <= set(near_days(on))


@pytest.mark.parametrize(
    ("abc_class", "status", "planned"),
    [
        ("A", "current", "A"),
        ("B", "current", "B"),
        ("C", "current", "C"),
        ("N", "current", "B"),
        (None, "current", "C"),
        ("P", "prospect", "P"),
        ("A", "future", "P"),
        ("A", "interrupted", "P"),
        (None, None, "C"),
    ],
)
def test_the_class_by_which_a_customer_is_planned(
    abc_class: str | None, status: str | None, planned: str
) -> None:
    assert plans_as(abc_class, status) == planned


@given(facts(MONDAY))
def test_the_score_is_the_sum_of_its_parts(known: Facts) -> None:
    found = score(known, MONDAY, POLICY)
    assert found.points == sum(part.points for part in found.parts if part.points is not None)
    assert found.points == round(found.points, 1)
    assert found == score(known, MONDAY, POLICY)


@given(facts(MONDAY), st.integers(0, 30))
def test_waiting_never_makes_a_visit_less_urgent(known: Facts, days: int) -> None:
    known = known._replace(contract_ends_on=None)
    later = MONDAY + timedelta(days)
    assert score(known, MONDAY, POLICY).points <= score(known, later, POLICY).points


def test_an_office_sets_its_own_intervals() -> None:
    weekly: Policy = policy_from({"visit_interval_c": "7"})
    assert score(Facts("C", day(3, 9)), MONDAY, weekly).ratio == 1
