"""Cards out and home, plans, lists of customers."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from model.exchange.importing import ImportOptions, import_cards
from model.loans import board, checkouts, returns
from model.office.calendar import working_day_after
from model.rounds import approval, planning
from model.rounds.tables import DailyPlan
from model.rounds.visits import VisitEntry
from tests.end_to_end.mixed.jobs import Job
from tests.end_to_end.mixed.office import (
    KEEPER,
    REPS,
    SUPERVISOR,
)

if TYPE_CHECKING:
    from model.office.desk import Desk
    from tests.end_to_end.mixed.worker import Worker

ROWS = 4
"""Customers of a list."""
FURTHEST_PLAN = 6
"""Working days ahead."""


def lend_or_take(worker: Worker) -> Job | None:
    """Take back everything that a rep holds, or hand him some cards of his plan."""
    desk, rep = worker.sit(KEEPER), worker.random.choice(REPS)
    day = board.rep_day(desk, rep, worker.now)
    away = [card.card_no for card in day.away]
    if away:
        record = VisitEntry("", "", worker.now.date(), {"visited": f"mark-{worker.number}"})
        brought = [returns.Return(card, "visited", record) for card in away]
        return Job(
            {"cards": away, "back": True},
            lambda: _loans(returns.take_back(desk, rep, brought, worker.now)),
        )
    lines = [line.card_no for line in day.plan.open_lines] if day.plan else []
    if not lines:
        return None
    some = sorted(worker.random.sample(lines, worker.random.randint(1, len(lines))))
    return Job(
        {"cards": some, "back": False},
        lambda: _loans(checkouts.check_out(desk, rep, worker.now, card_nos=some, read=True)),
    )


def _loans(found: Any) -> dict[str, Any]:
    return {"loans": [one.loan_no for one in found]}


def plan(worker: Worker) -> Job | None:
    """Make a rep's next plan, or approve the one that is made."""
    desk, rep = worker.sit(SUPERVISOR), worker.random.choice(REPS)
    drafted = DailyPlan.get_or_none(DailyPlan.state == "draft")
    if drafted is not None:
        return Job(
            {"step": "approved", "plan_no": drafted.plan_no},
            lambda: approval.approve(desk, [drafted.plan_no], worker.now) and None,
        )
    day = worker.now.date()
    for _ in range(FURTHEST_PLAN):
        day = working_day_after(desk, day)
        if planning.plan_of(desk, rep, day, worker.now) is None:
            return Job({"step": "made"}, partial(_planned, desk, rep, day, worker.now))
    return None


def _planned(desk: Desk, rep: str, day: date, now: datetime) -> dict[str, Any]:
    return {"plan_no": planning.make_plan(desk, rep, day, now).plan_no}


def bring_in(worker: Worker) -> Job:
    """A list of customers."""
    desk = worker.sit(KEEPER)
    sheet = worker.cabinet.parent / "list.csv"
    rows = "".join(f"批次{worker.number}公司{row},{REPS[0]},武侯\n" for row in range(ROWS))
    sheet.write_text(f"客户名称,业务员,片区\n{rows}", encoding="utf-8")
    return Job({}, lambda: import_cards(desk, sheet, ImportOptions(), worker.now) and None)
