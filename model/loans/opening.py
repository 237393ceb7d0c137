"""开柜: from now until 锁柜 or midnight full cards may be read, and cards go out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from model.loans.board import CardAway, cards_away
from model.loans.open_loans import log_overdue, open_loans
from model.office.day import DayState, begin_day, state_on
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing


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

    Raises:
        CabinetAlreadyOpenError: it is open today.
    """
    log_overdue(desk, now)
    with writing():
        loans = open_loans()
        begin_day(desk, sorted(loan.card_no for loan in loans), now)
        return Opening(state_on(now.date()), cards_away(loans, now))
