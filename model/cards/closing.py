"""锁柜: the keeper counts cards home."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from peewee import fn

from model.cards.cards import listed
from model.cards.tables import CustodyState, CustomerCard
from model.errors import MissingCardsError
from model.office.day import DayState, end_day, state_on
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing
from model.storage.rows import rows_of


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
        out = CustomerCard.select(CustomerCard.card_no).where(
            CustomerCard.custody_state == CustodyState.OUT
        )
        numbers = sorted(str(number) for (number,) in rows_of(out))
        unnamed = sorted(set(numbers) - {ref.strip().upper() for ref in missing})
        if unnamed:
            raise MissingCardsError(card_nos=unnamed)
        end_day(desk, numbers, now)
    return state_on(now.date())


@act(Right.LIST_CARDS)
def counts(desk: Desk, now: datetime) -> dict[str, int]:
    """How many cards stand in each state, of those that this desk may list."""
    state = CustomerCard.custody_state
    by_state = listed(desk, CustomerCard.select(state, fn.COUNT(CustomerCard.id)).group_by(state))
    states = dict(rows_of(by_state))
    late = (state == CustodyState.OUT) & (CustomerCard.due_at < now)
    overdue = listed(desk, CustomerCard.select().where(late)).count()
    found = {state.value: states.get(state.value, 0) for state in CustodyState}
    found[CustodyState.OUT.value] -= overdue
    return found | {CustodyState.OVERDUE.value: overdue}
