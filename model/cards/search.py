"""Finding a customer from anywhere: one's own in full, others' only that they have a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from model.cards.cards import listed
from model.cards.custody import state_now
from model.cards.finding import query_key
from model.cards.tables import CustomerCard
from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, act


@dataclass(frozen=True)
class Hit:
    """A found card.

    Attributes:
        ref: card or draft number.
        name: the name; of another's customer only its first two characters.
        rep: who keeps the customer.
        state: custody state; empty on a masked hit.
        masked: whether it is somebody else's customer.
    """

    ref: str
    name: str
    rep: str
    state: str
    masked: bool


@act(Right.SEARCH_CARDS)
def search(desk: Desk, text: str, now: datetime, limit: int = 50) -> list[Hit]:
    """Find by name, pinyin, initials, phone digits, card number or old number.

    Args:
        desk: whoever asks.
        text: what is typed; every blank-separated part must be found.
        now: office wall-clock time.
        limit: how many hits at most.
    """
    terms = query_key(text)
    if not terms:
        return []
    query = CustomerCard.select().where(*(CustomerCard.search_key.contains(term) for term in terms))
    own = {card.id for card in listed(desk, CustomerCard.select(CustomerCard.id))}
    cards = sorted(query.limit(limit * 4), key=lambda card: (card.id not in own, card.id))
    audit.note(desk, audit.Event.SEARCH, now, kind="search", subject="", terms=len(terms))
    return [_hit(card, card.id in own, now) for card in cards[:limit]]


def _hit(card: CustomerCard, own: bool, now: datetime) -> Hit:
    """A card as this desk may know of it."""
    name = str(card.__data__.get("full_name") or "")
    rep = card.rep.name if card.rep else ""
    ref = str(card.card_no or card.draft_no)
    if not own:
        return Hit(ref, f"{name[:2]}***", rep, "", True)
    return Hit(ref, name, rep, state_now(card.custody_state, card.due_at, now).value, False)
