"""开柜: from now until 锁柜 or midnight full cards may be read, and cards go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from model.cards.tables import Loan
from model.loans.board import CardAway, cards_away
from model.loans.open_loans import log_overdue, open_loans
from model.office.day import DayState, begin_day, state_on
from model.office.desk import Desk
from model.office.rights import Right, act
from model.rounds.plan_keeping import open_lines, reserve_lines
from model.rounds.tables import DailyPlan, LineState, PlanState
from model.storage.database import writing
from model.storage.rows import rows_of


@dataclass(frozen=True)
class Opening:
    """The cabinet just opened.

    Attributes:
        state: who opened it, and when.
        missing: cards that did not come home on an earlier day, in drawer order.
    """

    state: DayState
    missing: tuple[CardAway, ...]


@act(Right.OPEN_CABINET)
def open_cabinet(desk: Desk, now: datetime) -> Opening:
    """Open the cabinet for the day; yesterday's cards that are not home are named.

    Opened once more on the same day, what 锁柜 has let go is kept again for the plans of today.

    Raises:
        CabinetAlreadyOpenError: it is open today.
    """
    log_overdue(desk, now)
    with writing():
        loans = open_loans()
        again = state_on(now.date()).closed_at is not None
        begin_day(desk, sorted(loan.card_no for loan in loans), now)
        if again:
            _keep_again(desk, now)
        return Opening(state_on(now.date()), cards_away(loans, now))


def _keep_again(desk: Desk, now: datetime) -> None:
    """Reserve what has not been fetched yet; the plan approved first comes first."""
    had = set(
        rows_of(
            Loan.select(Loan.document, Loan.card)
            .where(Loan.day == now.date())
            .where(Loan.corrected_at.is_null())
        )
    )
    plans = DailyPlan.select().where(
        (DailyPlan.plan_date == now.date()) & (DailyPlan.state == PlanState.APPROVED)
    )
    for plan in plans.order_by(DailyPlan.approved_at, DailyPlan.id):
        waiting = [
            line
            for line in open_lines(plan)
            if line.state == LineState.PLANNED and (plan.plan_no, line.card_id) not in had
        ]
        reserve_lines(desk, plan, waiting, now)
