"""The day of domain.md §6.3: its example to the minute, and what holds of every day."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.rounds.day_rules import Customer, Placed, place_day
from model.rounds.plans_shown import Reason
from model.rounds.policy import clock, minute_of, policy_from
from model.rounds.score import Facts
from tests.model.rounds.strategies import customers
from tests.model.rounds.test_score import EXAMPLE

MONDAY = date(2026, 3, 16)
POLICY = policy_from({})
WUHOU, JINNIU, LONGQUANYI = frozenset({0, 3}), frozenset({0, 4}), frozenset({2})
DISTRICTS = {
    "Q00007": ("武侯", WUHOU),
    "Q00037": ("武侯", WUHOU),
    "Q00030": ("武侯", WUHOU),
    "Q00012": ("金牛", JINNIU),
    "Q00018": ("金牛", JINNIU),
    "G00004": ("龙泉驿", LONGQUANYI),
    "Q00009": ("武侯", WUHOU),
}
OF_THE_DOMAIN = [
    Customer(card, name, EXAMPLE[card], route) for card, (name, route) in DISTRICTS.items()
]


def keys(placed: Placed) -> list[str]:
    return [candidate.customer.key for candidate in placed.candidates]


def times(placed: Placed) -> list[str]:
    return [clock(visit.starts_at) for visit in placed.timed.visits]


def why_not(placed: Placed) -> dict[str, str]:
    return {candidate.customer.key: reason.code for candidate, reason in placed.left_out}


def test_the_example_of_the_domain() -> None:
    placed = place_day(OF_THE_DOMAIN, MONDAY, POLICY)

    assert keys(placed) == ["Q00007", "Q00037", "Q00030", "Q00012", "Q00018"]
    assert times(placed) == ["09:40", "11:00", "13:30", "14:30", "15:50"]
    ends = [clock(visit.starts_at + visit.stop.stay) for visit in placed.timed.visits]
    assert ends == ["10:40", "11:40", "13:50", "15:30", "16:30"]
    assert [visit.travel for visit in placed.timed.visits] == [40, 20, 20, 40, 20]
    assert (placed.timed.stay_minutes, placed.timed.travel_minutes) == (220, 180)
    assert (placed.timed.minutes, clock(placed.timed.back_at)) == (400, "17:10")


def test_the_example_leaves_one_to_the_day_of_his_district() -> None:
    """G00004 waits for Wednesday; Q00009 is not due and is no candidate at all."""
    monday = place_day(OF_THE_DOMAIN, MONDAY, POLICY)
    assert [(one.customer.key, reason) for one, reason in monday.left_out] == [
        ("G00004", Reason("not_route_day", None, {"weekdays": [2]}))
    ]
    wednesday = place_day(OF_THE_DOMAIN, MONDAY + timedelta(2), POLICY)
    assert "G00004" in keys(wednesday)


def test_a_district_without_a_day_is_off_the_route() -> None:
    lost = Customer("Q00001", "崇州", Facts("C"), frozenset())
    assert why_not(place_day([lost], MONDAY, POLICY)) == {"Q00001": "off_route"}


@pytest.mark.parametrize(
    "fixed",
    [
        Facts("C", MONDAY - timedelta(3), agreed_on=MONDAY),
        Facts("C", MONDAY - timedelta(3), settle_day=16),
        Facts("C", MONDAY - timedelta(3), promises=(MONDAY,)),
        Facts("A", MONDAY - timedelta(7)),
    ],
)
def test_what_is_fixed_or_must_be_comes_off_route_too(fixed: Facts) -> None:
    off_route = Customer("Q00001", "龙泉驿", fixed, LONGQUANYI)
    assert keys(place_day([off_route], MONDAY, POLICY)) == ["Q00001"]


def test_who_agreed_to_a_later_day_is_left_until_then_unless_he_must_be_visited() -> None:
    later = MONDAY + timedelta(4)
    patient = Customer("Q00001", "武侯", Facts("B", MONDAY - timedelta(40), agreed_on=later))
    pressing = patient._replace(key="Q00002", facts=patient.facts._replace(promises=(MONDAY,)))
    placed = place_day([patient, pressing], MONDAY, POLICY)
    assert keys(placed) == ["Q00002"]
    assert why_not(placed) == {"Q00001": "agreed_later"}


@pytest.mark.parametrize("code", ["card_out", "overdue", "lost", "sealed"])
def test_a_card_that_cannot_go_is_named_and_not_placed(code: str) -> None:
    must = Customer("Q00001", "武侯", Facts("A"), hindrance=Reason(code))
    assert why_not(place_day([must], MONDAY, POLICY)) == {"Q00001": code}
    not_due = must._replace(facts=Facts("A", MONDAY))
    assert why_not(place_day([not_due], MONDAY, POLICY)) == {}


def many(number: int, district: str, facts: Facts, first: int = 0) -> list[Customer]:
    return [Customer(f"Q{first + n:05}", district, facts) for n in range(number)]


def test_not_more_than_twelve_visits() -> None:
    quick = policy_from({"stay_minutes_c": "5", "travel_inside_minutes": "5"})
    placed = place_day(many(14, "武侯", Facts("C")), MONDAY, quick)
    assert len(placed.candidates) == 12
    assert why_not(placed) == {"Q00012": "too_many_visits", "Q00013": "too_many_visits"}


def test_the_minutes_of_the_day_are_its_bound() -> None:
    """60 + 20 for each class A: four of them and the ways there and home are 380."""
    placed = place_day(many(6, "武侯", Facts("A")), MONDAY, POLICY)
    assert (len(placed.candidates), placed.timed.minutes) == (4, 380)
    assert set(why_not(placed).values()) == {"no_room"}


def test_a_shorter_visit_takes_the_room_that_is_left() -> None:
    placed = place_day(
        [*many(5, "武侯", Facts("A")), Customer("Q00009", "武侯", Facts("C"))], MONDAY, POLICY
    )
    assert keys(placed)[-1] == "Q00009"
    assert placed.timed.minutes == 420


def test_districts_stand_by_the_sum_of_their_scores_and_not_by_their_best() -> None:
    best = Customer("Q00001", "a", Facts("A", None, key_account=True))
    others = many(3, "b", Facts("B"), first=50)
    placed = place_day([best, *others], MONDAY, POLICY)
    assert keys(placed) == ["Q00050", "Q00051", "Q00052", "Q00001"]


def test_must_visits_come_before_better_paid_ones() -> None:
    must = many(9, "武侯", Facts("C", MONDAY, promises=(MONDAY,)))  # 30 points each
    rich = many(9, "金牛", Facts("B", None, "d31_60", key_account=True), first=50)  # 104 each
    placed = place_day([*rich, *must], MONDAY, POLICY)
    assert set(keys(placed)) >= {customer.key for customer in must[:8]}


def test_what_is_fixed_for_the_day_comes_before_what_is_only_due() -> None:
    """An agreed visit is kept, however few its points (rule 2)."""
    agreed = Customer("Q00099", "武侯", Facts("C", MONDAY - timedelta(2), agreed_on=MONDAY))
    due = many(20, "武侯", Facts("B"))
    assert "Q00099" in keys(place_day([*due, agreed], MONDAY, POLICY))


def test_he_is_back_when_the_working_day_outside_ends() -> None:
    """Two hours before lunch do not fit: 420 minutes would end after 17:30."""
    long_stays = policy_from({"stay_minutes_a": "145"})
    placed = place_day(many(3, "武侯", Facts("A")), MONDAY, long_stays)
    assert times(placed) == ["13:30"]
    assert set(why_not(placed).values()) == {"no_room"}


# --- appointments ------------------------------------------------------------------------------


def at(key: str, clock_time: str, district: str = "武侯", klass: str = "A") -> Customer:
    return Customer(key, district, Facts(klass), appointment=minute_of(clock_time), pinned=True)


def test_visits_that_fit_are_made_before_an_appointment() -> None:
    placed = place_day(
        [at("Q00001", "11:00", klass="C"), Customer("Q00002", "武侯", Facts("A")),
         Customer("Q00003", "武侯", Facts("B"))],
        MONDAY, POLICY,
    )  # fmt: skip
    assert list(zip(keys(placed), times(placed), strict=True)) == [
        ("Q00002", "09:40"),
        ("Q00001", "11:00"),
        ("Q00003", "13:30"),
    ]


def test_a_shorter_visit_is_put_before_an_appointment_when_the_best_is_too_long() -> None:
    placed = place_day(
        [at("Q00001", "10:40"), Customer("Q00002", "武侯", Facts("A")),
         Customer("Q00003", "武侯", Facts("C"))],
        MONDAY, POLICY,
    )  # fmt: skip
    assert list(zip(keys(placed), times(placed), strict=True))[:2] == [
        ("Q00003", "09:40"),
        ("Q00001", "10:40"),
    ]


def test_districts_change_places_for_an_appointment() -> None:
    best = many(2, "金牛", Facts("A"))
    placed = place_day([*best, at("Q00009", "10:00", klass="C")], MONDAY, POLICY)
    assert (keys(placed)[0], times(placed)[0]) == ("Q00009", "10:00")
    assert placed.timed.late == 0


def test_an_appointment_that_cannot_be_kept_leaves_the_others_their_day() -> None:
    early = Customer("Q00001", "武侯", Facts("C"), appointment=minute_of("08:00"))
    placed = place_day([early, Customer("Q00002", "武侯", Facts("C"))], MONDAY, POLICY)
    assert keys(placed) == ["Q00002"]
    assert why_not(placed) == {"Q00001": "appointment_missed"}


def test_nobody_is_placed_who_would_make_an_appointment_late() -> None:
    """Two appointments, one after the other: what would lie between them waits."""
    fixed = [at("Q00001", "09:40"), at("Q00002", "11:00", "金牛"), at("Q00003", "13:30")]
    placed = place_day([*fixed, *many(3, "金牛", Facts("A"), first=50)], MONDAY, POLICY)
    assert placed.timed.late == place_day(fixed, MONDAY, POLICY).timed.late


def test_who_was_put_there_by_hand_stays_whatever_the_day_holds() -> None:
    by_hand = [one._replace(pinned=True) for one in many(8, "武侯", Facts("A", MONDAY))]
    placed = place_day([*by_hand, Customer("Q00099", "武侯", Facts("A"))], MONDAY, POLICY)
    assert len(placed.candidates) == 8
    assert placed.timed.minutes > POLICY.capacity
    assert why_not(placed) == {"Q00099": "no_room"}


# --- whatever the customers --------------------------------------------------------------------


@given(customers(MONDAY), st.integers(0, 6), st.randoms(use_true_random=False))
def test_any_order_of_the_customers_gives_the_same_day(
    given_customers: list[Customer], weekday: int, chance: random.Random
) -> None:
    day = MONDAY + timedelta(weekday)
    first = place_day(given_customers, day, POLICY)
    shuffled = list(given_customers)
    chance.shuffle(shuffled)
    assert place_day(shuffled, day, POLICY) == first


@given(customers(MONDAY))
def test_every_day_keeps_its_bounds(given_customers: list[Customer]) -> None:
    placed = place_day(given_customers, MONDAY, POLICY)

    assert placed.timed.minutes <= POLICY.capacity
    assert len(placed.candidates) <= POLICY.most_visits
    assert placed.timed.back_at <= POLICY.back_by
    assert placed.timed.late == 0
    for visit in placed.timed.visits:
        ends = visit.starts_at + visit.stop.stay
        assert ends <= POLICY.lunch_from or visit.starts_at >= POLICY.lunch_until


@given(customers(MONDAY))
def test_every_candidate_is_placed_or_told_why_not(given_customers: list[Customer]) -> None:
    placed = place_day(given_customers, MONDAY, POLICY)
    on, left = keys(placed), [one.customer.key for one, _ in placed.left_out]

    assert len({*on, *left}) == len(on) + len(left)
    for candidate in (*placed.candidates, *(one for one, _ in placed.left_out)):
        assert candidate.score.parts, "each has its reasons"
    must = {c.key for c in given_customers if place_day([c], MONDAY, POLICY).candidates}
    assert must <= {*on, *left}


@given(customers(MONDAY))
def test_no_must_visit_waits_for_the_room_of_another(given_customers: list[Customer]) -> None:
    """Taking everybody away who need not be visited frees no room for who must."""
    placed = place_day(given_customers, MONDAY, POLICY)
    must = [one.customer for one in placed.candidates if one.score.must_visit]
    without = [one for one, _ in placed.left_out if one.score.must_visit]
    alone = place_day([*must, *(one.customer for one in without)], MONDAY, POLICY)
    assert {one.customer.key for one in alone.candidates} == {one.key for one in must}


@given(customers(MONDAY))
def test_who_is_left_out_stands_by_must_and_score(given_customers: list[Customer]) -> None:
    left = [one.score for one, _ in place_day(given_customers, MONDAY, POLICY).left_out]
    order = [(not one.must_visit, -one.points) for one in left]
    assert order == sorted(order)
