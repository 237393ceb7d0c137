"""Where a card is and whose it is: what rights and lists ask of it."""

from __future__ import annotations

from datetime import datetime

from model.cards.tables import CustodyState, CustomerCard
from model.errors import NotFoundError
from model.office.desk import Whose


def state_now(stored: str, due_at: datetime | None, now: datetime) -> CustodyState:
    """The state as shown: `overdue` follows from the due time, whether or not the PC was on."""
    if stored == CustodyState.OUT and due_at is not None and due_at < now:
        return CustodyState.OVERDUE
    return CustodyState(stored)


def whose(card: CustomerCard) -> Whose:
    """Rep, team and holder of a card, for the desk's rights."""
    rep = card.rep
    return Whose(card.rep_id, rep.team_id if rep else None, card.holder_id)


def card_of(ref: str) -> CustomerCard:
    """The card of a card number or draft number.

    Raises:
        NotFoundError: there is none.
    """
    wanted = ref.strip().upper()
    column = CustomerCard.draft_no if wanted.startswith("D") else CustomerCard.card_no
    card: CustomerCard | None = CustomerCard.get_or_none(column == wanted)
    if card is None:
        raise NotFoundError(kind="card", ref=wanted)
    return card


def ref_of(card: CustomerCard) -> str:
    """The number by which people name a card: the card number, or the draft number before it."""
    return str(card.card_no or card.draft_no)
