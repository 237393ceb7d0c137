"""访前阅卡: a rep who opens the card of a visit planned for today has read it."""

from __future__ import annotations

from datetime import datetime

from model.cards.cards import CardView, read_card
from model.cards.custody import in_reach, whose
from model.cards.fields import CHILD_TABLES
from model.cards.passes import ReadingPurpose, open_pass
from model.cards.permitted import hidden_columns
from model.cards.tables import CustodyState, CustomerCard
from model.loans.usage import with_back
from model.office.desk import Desk
from model.office.rights import Right, Role, act
from model.rounds.plan_keeping import log_change
from model.rounds.tables import DailyPlan, PlanLine, PlanState
from model.storage.database import writing
from model.storage.prepared import Prepared

_BEFORE_VISIT = ReadingPurpose.BEFORE_VISIT.value
_OWNED = Prepared(
    lambda hole: CustomerCard.select(
        CustomerCard.id, CustomerCard.rep, CustomerCard.holder, CustomerCard.custody_state
    ).where((CustomerCard.card_no == hole) | (CustomerCard.draft_no == hole))
)


@act(Right.READ_CARD)
def open_card(desk: Desk, ref: str, now: datetime, purpose: str = "") -> CardView:
    """Open a card with its back; a card of today's plan is 已阅 from now on (domain.md §5.5).

    The back tells of the card's use and its last changes (`usage.with_back`).

    A rep who names no purpose sees of a card that is neither lent to him nor reserved for him
    today what he sees at any time, or what a pass that still lasts shows. A purpose opens a pass.

    Args:
        desk: who opens it.
        ref: card or draft number.
        now: office wall-clock time.
        purpose: what for (`passes.ReadingPurpose`); reading for anything but a visit ticks none.

    Raises:
        NotFoundError: no such card.
        Others as `passes.open_pass`.
    """
    if purpose:
        open_pass(desk, ref, purpose, now)
    view = opened(desk, ref, now, purpose)
    if desk.person.role is Role.REP and purpose in {"", _BEFORE_VISIT}:
        _tick(desk, view.ref, now)
    return view


def opened(desk: Desk, ref: str, now: datetime, purpose: str) -> CardView:
    """A card with its back, as far as this desk may read it now; inside other acts."""
    view = read_card(desk, ref, now, purpose)
    card = _OWNED.first(view.ref, view.ref)
    owner = in_reach(desk, whose(card), card, now)
    hidden = {
        f"{table}.{column}"
        for table in CHILD_TABLES
        for column in hidden_columns(desk, table, owner)
    }
    return with_back(view, card.id, () if view.state is CustodyState.DRAFT else hidden)


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
