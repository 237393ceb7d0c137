"""锁柜: the keeper counts cards home, and each one that is not is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from model.cards.custody import reserved_on, unreserve
from model.errors import MissingCardsError
from model.loans.board import CardAway, cards_away
from model.loans.open_loans import OpenLoan, log_overdue, open_loans
from model.loans.register_rows import loans_of_day, totals
from model.office.day import DayState, end_day, require_open, state_on
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing


@dataclass(frozen=True)
class Closing:
    """The cabinet just closed.

    Attributes:
        state: when it was opened and closed.
        issued: cards handed out today.
        returned: cards taken back today.
        missing: cards that are not home, in drawer order.
    """

    state: DayState
    issued: int
    returned: int
    missing: tuple[CardAway, ...]


@act(Right.CLOSE_CABINET)
def close_cabinet(desk: Desk, missing: Sequence[str], now: datetime) -> Closing:
    """Close the cabinet for the day; what was reserved for today and not fetched is let go.

    Args:
        desk: the keeper or deputy.
        missing: numbers of the cards known to be out, each acknowledged by name.
        now: office wall-clock time.

    Raises:
        CabinetClosedError: it is not open.
        MissingCardsError: cards are out that were not named.
    """
    log_overdue(desk, now)
    with writing():
        require_open(now)
        loans = open_loans()
        _refuse_unnamed(loans, missing)
        today = now.date()
        unreserve(desk, reserved_on(today).keys(), today, now)
        end_day(desk, sorted(loan.card_no for loan in loans), now)
        count = totals(loans_of_day(today), today, now)
        return Closing(state_on(today), count.issued, count.returned, cards_away(loans, now))


def _refuse_unnamed(loans: Sequence[OpenLoan], missing: Sequence[str]) -> None:
    """Ask for every card that is out by its number.

    Raises:
        MissingCardsError: some were not named.
    """
    named = {ref.strip().upper() for ref in missing}
    unnamed = sorted({loan.card_no for loan in loans} - named)
    if unnamed:
        raise MissingCardsError(card_nos=unnamed)
