"""What a plan is made of: its number, its lines, its line in the log.

Everything here works inside the caller's transaction.
"""

from __future__ import annotations

from datetime import date, datetime

from model.cards.tables import CustomerCard
from model.office import audit
from model.office.desk import Desk
from model.office.tables import Person
from model.rounds.plan_keeping import keep_in_order, open_lines
from model.rounds.plan_reading import LINE_COLUMNS, STRUCK, lines_of
from model.rounds.plans_shown import LeftOut
from model.rounds.suggesting import compose
from model.rounds.tables import DailyPlan, PlanLine
from model.storage.rows import rows_of


def new_plan(desk: Desk, rep: Person, day: date, now: datetime) -> DailyPlan:
    """An empty draft with the next running number of its day.

    Plans are never deleted: the next number is one more than there are.
    """
    running = DailyPlan.select().where(DailyPlan.plan_date == day).count() + 1
    plan: DailyPlan = DailyPlan.create(
        plan_no=f"RB{day:%Y%m%d}-{running:02}", plan_date=day, rep=rep.id,
        made_by=desk.person.id, made_at=now,
    )  # fmt: skip
    return plan


def fill_plan(plan: DailyPlan, now: datetime) -> tuple[LeftOut, ...]:
    """Suggest the lines of a draft; what people did to it stays.

    Returns:
        The candidates left out.
    """
    before = lines_of([plan.id])[plan.id]
    kept = {line.card_id: line for line in before if line.state not in STRUCK}
    struck = {line.card_id for line in before if line.state in STRUCK}
    made = compose(plan.rep_id, plan.plan_date, now, kept=kept, without=struck)
    PlanLine.delete().where(
        (PlanLine.plan == plan.id) & PlanLine.state.not_in(list(STRUCK))
    ).execute()
    placed = {line.card_id for line in made.lines}
    # Whom nobody would suggest, such as an interrupted customer, stays where a person put him.
    others = [line for line in kept.values() if line.by_hand and line.card_id not in placed]
    rows = [
        line._replace(plan_id=plan.id, seq=seq)
        for seq, line in enumerate((*made.lines, *others), 1)
    ]
    if rows:
        PlanLine.insert_many(rows, fields=list(LINE_COLUMNS)).execute()
    if others:
        keep_in_order(plan, open_lines(plan), now)
    return made.left_out


def log_made(desk: Desk, plan: DailyPlan, now: datetime, *, again: bool) -> None:
    """The line in the log for a plan made, or suggested anew."""
    cards = CustomerCard.select(CustomerCard.card_no).join(
        PlanLine, on=(PlanLine.card == CustomerCard.id)
    )
    here = cards.where((PlanLine.plan == plan.id) & PlanLine.state.not_in(list(STRUCK)))
    audit.log(
        desk, audit.Event.PLAN_SUBMIT, now, kind="plan", subject=plan.plan_no,
        after={
            "rep": plan.rep.name,
            "day": plan.plan_date,
            "again": again,
            "card_nos": [no for (no,) in rows_of(here.order_by(PlanLine.seq))],
        },
    )  # fmt: skip
