"""Finding a customer from anywhere: one's own in full, others' only that they have a card."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import Case

from model.cards.contents import names_of_people
from model.cards.custody import ref_of, reserved_on, state_now
from model.cards.definition import CardKind
from model.cards.finding import query_key
from model.cards.listing import IN_DRAWERS, reps_listed
from model.cards.merged import merged_into
from model.cards.tables import CustodyState, CustomerCard
from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, act


@dataclass(frozen=True)
class Hit:
    """A found card.

    Attributes:
        ref: card or draft number.
        name: the name; of another's customer only its beginning.
        rep: who keeps the customer.
        state: custody state; empty on a masked hit.
        masked: whether it is somebody else's customer.
        merged_into: of a void card that went into another: that one's number (并卡).
    """

    ref: str
    name: str
    rep: str
    state: str
    masked: bool
    merged_into: str = ""


@act(Right.SEARCH_CARDS)
def search(desk: Desk, text: str, now: datetime, limit: int = 50) -> list[Hit]:
    """Find by name, pinyin, initials, phone digits, card number or old number.

    It is asked at each keystroke: whoever calls it says by `note_search` what was a search.

    Args:
        desk: whoever asks.
        text: what is typed; every blank-separated part must be found.
        now: office wall-clock time.
        limit: how many hits at most; own customers come first.
    """
    terms = query_key(text)
    if not terms:
        return []
    found = _found(terms)
    own_reps = reps_listed(desk)
    if own_reps is not None:
        own = CustomerCard.rep.in_(own_reps)
        found = found.where(own | (CustomerCard.custody_state != CustodyState.VOID))
        found = found.order_by(Case(None, [(own, 0)], 1), *IN_DRAWERS)
    people, reserved = names_of_people(), frozenset(reserved_on(now.date()))
    return [
        _hit(card, own_reps, people, now, reserved=card.id in reserved)
        for card in found.limit(limit)
    ]


@act(Right.SEARCH_CARDS)
def note_search(desk: Desk, terms: int, hits: int, opened: str, now: datetime) -> None:
    """Log that somebody searched: when a hit opened, or when the typing had rested.

    Args:
        desk: who searched.
        terms: how many words were typed; the words themselves are in no log.
        hits: how many cards were listed.
        opened: number of the card that was opened; empty where none was.
        now: office wall-clock time.
    """
    facts: dict[str, object] = {"terms": terms, "hits": hits}
    if opened:
        facts["opened"] = opened
    audit.note(desk, audit.Event.SEARCH, now, kind="search", subject="", **facts)


def _found(terms: Collection[str]) -> Any:
    """The cards whose key holds every term; all columns are in the list's index."""
    return (
        CustomerCard.select(
            CustomerCard.id,
            CustomerCard.card_no,
            CustomerCard.draft_no,
            CustomerCard._meta.fields["full_name"],
            CustomerCard.customer_kind,
            CustomerCard.custody_state,
            CustomerCard.due_at,
            CustomerCard.rep,
        )
        .where(*(CustomerCard.search_key.contains(term) for term in terms))
        .order_by(*IN_DRAWERS)
    )


def _hit(
    card: CustomerCard,
    own_reps: Collection[int] | None,
    people: dict[int, str],
    now: datetime,
    *,
    reserved: bool,
) -> Hit:
    """A card as this desk may know of it."""
    name = str(card.__data__.get("full_name") or "")
    rep = people.get(card.rep_id or 0, "")
    if own_reps is None or card.rep_id in own_reps:
        state = state_now(card.custody_state, card.due_at, now, reserved=reserved)
        into = merged_into(card.id) if state is CustodyState.VOID else ""
        return Hit(ref_of(card), name, rep, state.value, False, into)
    return Hit(ref_of(card), masked_name(name, CardKind(card.customer_kind)), rep, "", True)


def masked_name(name: str, kind: CardKind) -> str:
    """The beginning of a name: of a person only the surname's first character."""
    shown = 2 if kind is CardKind.COMPANY and len(name) > 2 else 1
    return f"{name[:shown]}***"
