"""The office of the day's figures: as many customers, past loans and plans as were asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from model.cards.tables import CustomerCard, Loan
from model.office.day import day_state
from model.office.desk import Desk
from model.rounds.tables import DailyPlan, PlanLine, PlanState, VisitRecord
from model.storage.soundness import broken_references, broken_structure
from model.upkeep.bench.figure import Sizes
from model.upkeep.bench.office import seated, shut, wall_clock
from model.upkeep.bench.past_days import cards_of
from model.upkeep.bench.places import day_folder
from model.upkeep.bench.working_day import MOST_CARDS, mornings, rep_names


@pytest.fixture
def desk(day_office: Path) -> Iterator[Desk]:
    """The clerk's, of that office."""
    desk, now = seated(day_folder(day_office) / "office.cabinet")
    yield desk
    shut(desk, now)


@pytest.fixture
def today(desk: Desk) -> date:
    """The day on which the office was made."""
    return max(mornings_of_plans()) - timedelta(days=2)


def mornings_of_plans() -> set[date]:
    return {plan.plan_date for plan in DailyPlan.select()}


def test_the_cabinet_is_open(desk: Desk) -> None:
    assert day_state(desk, wall_clock()).is_open


def test_the_first_rep_has_the_wanted_customers(desk: Desk, day_sizes: Sizes) -> None:
    first = next(iter(DailyPlan.select().order_by(DailyPlan.rep))).rep_id
    assert len(cards_of(first)) == day_sizes.customers
    assert CustomerCard.select().count() == day_sizes.cards


def test_past_loans_are_home_with_their_visits_and_plans(desk: Desk, day_sizes: Sizes) -> None:
    assert Loan.select().count() == day_sizes.loans
    assert Loan.select().where(Loan.returned_at.is_null() | Loan.record_missing).count() == 0
    visited = {(row.card_id, row.rep_id, row.visited_on) for row in VisitRecord.select()}
    assert {(row.card_id, row.borrower_id, row.day) for row in Loan.select()} == visited
    on_plans = {
        (line.card_id, line.plan.rep_id, line.plan.plan_date)
        for line in PlanLine.select(PlanLine, DailyPlan).join(DailyPlan)
    }
    assert visited <= on_plans


def test_a_card_was_seen_last_on_its_last_visit(desk: Desk) -> None:
    for card in CustomerCard.select():
        days = [row.visited_on for row in card.visits]
        assert not days or card.last_visit_on == max(days)


def test_twelve_visits_wait_today_and_fifteen_on_later_days(desk: Desk, today: date) -> None:
    for ahead, visits in ((0, 12), (1, MOST_CARDS), (2, MOST_CARDS)):
        plans = list(DailyPlan.select().where(DailyPlan.plan_date == today + timedelta(ahead)))
        assert len(plans) == len(rep_names()) == 8
        assert {plan.state for plan in plans} == {PlanState.APPROVED}
        assert {plan.lines.count() for plan in plans} == {visits}


def test_there_are_enough_mornings(desk: Desk, today: date) -> None:
    assert [each.date() for each in mornings(today, 9)] == [
        today + timedelta(days=1), today + timedelta(days=2),
    ]  # fmt: skip
    assert len(list(mornings(today, 8))) == 1


def test_bulk_rows_keep_the_constraints(desk: Desk) -> None:
    assert [*broken_references(), *broken_structure()] == []
