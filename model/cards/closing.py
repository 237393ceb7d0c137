"""How many cards stand where: what 锁柜 counts, and the status line shows."""

from __future__ import annotations

from datetime import datetime

from peewee import fn

from model.cards.listing import listed
from model.cards.tables import CustodyState, CustomerCard, Reservation
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.rows import rows_of

_AT_HAND = CustomerCard.custody_state == CustodyState.IN_CABINET


@act(Right.LIST_CARDS)
def counts(desk: Desk, now: datetime) -> dict[str, int]:
    """How many cards stand in each state, of those that this desk may list.

    `in_cabinet` counts the reserved ones too, which stand there until they are handed out:
    draft + in_cabinet + out + overdue + lost + sealed + void are all cards.
    """
    state = CustomerCard.custody_state
    by_state = listed(desk, CustomerCard.select(state, fn.COUNT(CustomerCard.id)).group_by(state))
    states = dict(rows_of(by_state))
    late = (state == CustodyState.OUT) & (CustomerCard.due_at < now)
    overdue = listed(desk, CustomerCard.select().where(late)).count()
    kept = Reservation.select(Reservation.card).where(Reservation.day == now.date())
    reserved = listed(desk, CustomerCard.select().where(_AT_HAND, CustomerCard.id.in_(kept)))
    found = {state.value: states.get(state.value, 0) for state in CustodyState}
    found[CustodyState.OUT.value] -= overdue
    return found | {
        CustodyState.OVERDUE.value: overdue,
        CustodyState.RESERVED.value: reserved.count(),
    }
