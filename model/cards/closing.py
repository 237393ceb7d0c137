"""锁柜: the keeper counts cards home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from model.cards.cards import listed
from model.cards.custody import state_now
from model.cards.tables import CustodyState, CustomerCard
from model.errors import MissingCardsError
from model.office.day import DayState, end_day, state_on
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing


@act(Right.CLOSE_CABINET)
def close_cabinet(desk: Desk, missing: Sequence[str], now: datetime) -> DayState:
    """Close the cabinet for the day.

    Args:
        desk: the keeper or deputy.
        missing: numbers of the cards known to be out, each acknowledged by name.
        now: office wall-clock time.

    Raises:
        CabinetClosedError: it is not open.
        MissingCardsError: cards are out that were not named.
    """
    with writing():
        out: Any = CustomerCard.select(CustomerCard.card_no).where(
            CustomerCard.custody_state == CustodyState.OUT
        )
        numbers = sorted(str(number) for (number,) in out.tuples())
        unnamed = sorted(set(numbers) - set(missing))
        if unnamed:
            raise MissingCardsError(card_nos=unnamed)
        end_day(desk, numbers, now)
    return state_on(now.date())


@act(Right.LIST_CARDS)
def counts(desk: Desk, now: datetime) -> dict[str, int]:
    """How many cards stand in each state, of those that this desk may list."""
    query = listed(desk, CustomerCard.select(CustomerCard.custody_state, CustomerCard.due_at))
    states = Counter(state_now(stored, due, now).value for stored, due in query.tuples())
    return {state.value: states[state.value] for state in CustodyState}
