"""The sample office's plans for today, made on the evening before by the acts themselves.

One waits for its approval, one was approved on paper and waits to be confirmed, one rep has none;
nothing is handed out yet.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from model.cards.tables import CustodyState, CustomerCard
from model.office.desk import Desk
from model.rounds.approval import approve, approve_on_paper
from model.rounds.planning import add_line, make_plan
from model.rounds.plans_shown import PlanView
from model.storage.rows import rows_of
from model.upkeep.sample_staff import KEEPER, REPS, SUPERVISORS
from model.upkeep.sample_trip import Desks

# By their place in `sample_staff.REPS`.
_WITHOUT_PLAN, _DRAFT, _ON_PAPER = 7, 3, 5
_FROM = time(18, 20)
_BY_HAND = 2


def plan_today(desks: Desks, evening: date, today: date) -> None:
    """Make them, inside the caller's transaction.

    Args:
        desks: everyone's.
        evening: the last working day, after 锁柜.
        today: the day of the plans.
    """
    at = datetime.combine(evening, _FROM)
    made = {
        place: plan
        for place, rep in enumerate(REPS)
        if place != _WITHOUT_PLAN
        and (plan := _made(desks[rep.name], today, at + timedelta(minutes=place)))
    }
    at += timedelta(minutes=len(REPS))
    for team, supervisor in SUPERVISORS.items():
        numbers = [
            plan.plan_no
            for place, plan in made.items()
            if REPS[place].team == team and place not in {_DRAFT, _ON_PAPER}
        ]
        approve(desks[supervisor], numbers, at)
    if _ON_PAPER in made:
        signed = SUPERVISORS[REPS[_ON_PAPER].team]
        approve_on_paper(desks[KEEPER], [made[_ON_PAPER].plan_no], signed, at)


def _made(desk: Desk, day: date, at: datetime) -> PlanView | None:
    """A rep's plan; one without anybody due puts some on it by hand, one without cards has none."""
    query = (
        CustomerCard.select(CustomerCard.card_no)
        .where(CustomerCard.rep == desk.person.id)
        .where(CustomerCard.custody_state == CustodyState.IN_CABINET)
        .order_by(CustomerCard.last_visit_on, CustomerCard.id)
        .limit(_BY_HAND)
    )
    at_hand = [card_no for (card_no,) in rows_of(query)]
    if not at_hand:
        return None
    plan = make_plan(desk, desk.person.name, day, at)
    if not plan.lines:
        for card_no in at_hand:
            plan = add_line(desk, plan.plan_no, card_no, at)
    return plan
