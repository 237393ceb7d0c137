"""访前阅卡: a rep who opens the card of a visit planned for today has read it."""

from __future__ import annotations

from datetime import datetime

from model.cards.cards import CardView, read_card
from model.cards.tables import CustomerCard
from model.office.desk import Desk
from model.office.rights import Right, Role, act
from model.rounds.plan_keeping import log_change
from model.rounds.tables import DailyPlan, PlanLine, PlanState
from model.storage.database import writing

_BEFORE_VISIT = "before_visit"


@act(Right.READ_CARD)
def open_card(desk: Desk, ref: str, now: datetime, purpose: str = _BEFORE_VISIT) -> CardView:
    """Open a card as `read_card` does; to its rep it is 已阅 from now on (domain.md §5.5).

    Args:
        desk: who opens it.
        ref: card or draft number.
        now: office wall-clock time.
        purpose: what for; only reading before a visit ticks.

    Raises:
        NotFoundError: no such card.
        NotAllowedError: another rep's, or another team's customer.
        CabinetClosedError: before 开柜 and after 锁柜.
    """
    view = read_card(desk, ref, now, purpose)
    if desk.person.role is Role.REP and purpose == _BEFORE_VISIT:
        _tick(desk, view.ref, now)
    return view


def _tick(desk: Desk, ref: str, now: datetime) -> None:
    """Tick the line of the rep's approved plan of today, once."""
    line = (
        PlanLine.select(PlanLine, DailyPlan)
        .join(DailyPlan)
        .switch(PlanLine)
        .join(CustomerCard)
        .where(
            DailyPlan.rep == desk.person.id,
            DailyPlan.plan_date == now.date(),
            DailyPlan.state == PlanState.APPROVED,
            CustomerCard.card_no == ref,
            PlanLine.read_at.is_null(),
        )
        .first()
    )
    if line is None:
        return
    with writing():
        PlanLine.update(read_at=now).where(PlanLine.id == line.id).execute()
        log_change(desk, line.plan, now, what="read", card_no=ref)
