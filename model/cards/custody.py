"""Where a card is and whose it is: what rights and lists ask of it."""

from __future__ import annotations

from datetime import datetime

from model.cards.tables import CustodyState, CustomerCard
from model.errors import NotFoundError
from model.office.desk import Whose
from model.office.tables import Person
from model.storage.prepared import Prepared

_BY_CARD_NO = Prepared(lambda no: CustomerCard.select().where(CustomerCard.card_no == no))
_BY_DRAFT_NO = Prepared(lambda no: CustomerCard.select().where(CustomerCard.draft_no == no))
_PERSON = Prepared(lambda id_: Person.select(Person.id, Person.team).where(Person.id == id_))


def state_now(stored: str, due_at: datetime | None, now: datetime) -> CustodyState:
    """The state as shown: `overdue` follows from the due time, whether or not the PC was on."""
    if stored == CustodyState.OUT and due_at is not None and due_at < now:
        return CustodyState.OVERDUE
    return CustodyState(stored)


def whose(card: CustomerCard) -> Whose:
    """Rep, team and holder of a card, for the desk's rights."""
    rep = _PERSON.first(card.rep_id) if card.rep_id else None
    return Whose(card.rep_id, rep.team_id if rep else None, card.holder_id)


def card_of(ref: str) -> CustomerCard:
    """The card of a card number or draft number.

    Raises:
        NotFoundError: there is none.
    """
    wanted = ref.strip().upper()
    query = _BY_DRAFT_NO if wanted.startswith("D") else _BY_CARD_NO
    card: CustomerCard | None = query.first(wanted)
    if card is None:
        raise NotFoundError(kind="card", ref=wanted)
    return card


def ref_of(card: CustomerCard) -> str:
    """The number by which people name a card: the card number, or the draft number before it."""
    return str(card.card_no or card.draft_no)
