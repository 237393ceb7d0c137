"""What must always hold of the cards; `verify` walks it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from peewee import fn

from model.cards.approval_check import approval_faults
from model.cards.attachment_check import attachment_faults
from model.cards.history_check import history_faults
from model.cards.proposal_check import proposal_faults
from model.cards.row_check import row_faults
from model.cards.tables import CustodyState, CustomerCard, Revision
from model.office.audit import Event
from model.office.invariants import Fault, last_given
from model.office.tables import AuditLine, Drawer
from model.storage.rows import rows_of

_CARD_NO = {"company": re.compile(r"Q\d{5,7}"), "individual": re.compile(r"G\d{5,7}")}
_PLACE = re.compile(r"\d{1,2}-(\d{2,3})-\d{3}")
_WITH_HOLDER = frozenset({CustodyState.OUT, CustodyState.LOST})


@dataclass(frozen=True)
class _Card:
    """The columns of a card that the rules are about."""

    id: int
    card_no: str | None
    draft_no: str | None
    kind: str
    state: CustodyState
    drawer_no: int
    location: str | None
    holder: int | None
    rep: int | None
    district: int | None
    version: int

    @property
    def ref(self) -> str:
        return self.card_no or self.draft_no or f"#{self.id}"

    @property
    def filed(self) -> bool:
        return self.state not in {CustodyState.DRAFT, CustodyState.VOID}


def faults() -> Iterator[Fault]:
    """Every card that contradicts itself, the log, or the numbers given out.

    Yields:
        (code, facts) as `model.sentences` words them; a card is named by its number only.
    """
    cards = _all_cards()
    for card in cards:
        yield from _card_faults(card)
    yield from _not_in_log(cards)
    yield from _versions(cards)
    yield from _counters(cards)
    yield from _drawers(cards)
    yield from row_faults()
    yield from history_faults()
    yield from proposal_faults()
    yield from attachment_faults()
    yield from approval_faults()


def _all_cards() -> list[_Card]:
    rows = CustomerCard.select(
        CustomerCard.id,
        CustomerCard.card_no,
        CustomerCard.draft_no,
        CustomerCard.customer_kind,
        CustomerCard.custody_state,
        CustomerCard.drawer_no,
        CustomerCard.location,
        CustomerCard.holder,
        CustomerCard.rep,
        CustomerCard.district,
        CustomerCard.version,
    ).order_by(CustomerCard.id)
    return [
        _Card(number, card_no, draft_no, kind, CustodyState(state), *rest)
        for number, card_no, draft_no, kind, state, *rest in rows_of(rows)
    ]


def _card_faults(card: _Card) -> Iterator[Fault]:
    """What one card's own columns contradict."""
    if not _number_fits(card):
        yield "card_number", {"ref": card.ref, "state": card.state.value}
    if card.filed and not _place_fits(card):
        yield "card_place", {"ref": card.ref}
    if card.filed and (card.rep is None or card.district is None):
        yield "card_without_rep", {"ref": card.ref}
    if (card.holder is not None and card.state not in _WITH_HOLDER) or (
        card.holder is None and card.state is CustodyState.OUT
    ):
        yield "card_holder", {"ref": card.ref, "state": card.state.value}
    if card.version < 1:
        yield "card_version", {"ref": card.ref}


def _number_fits(card: _Card) -> bool:
    """A filed card has a number of its kind; a draft has a draft number and no other."""
    if card.state is CustodyState.DRAFT:
        return card.card_no is None and bool(card.draft_no)
    if card.card_no is None:
        return card.state is CustodyState.VOID and bool(card.draft_no)
    return bool(_CARD_NO[card.kind].fullmatch(card.card_no))


def _place_fits(card: _Card) -> bool:
    """The place names the drawer in which the card stands."""
    found = _PLACE.fullmatch(card.location or "")
    return found is not None and int(found[1]) == card.drawer_no


def _not_in_log(cards: Sequence[_Card]) -> Iterator[Fault]:
    """Each number was given by an act in the log, and no numbered card has gone."""
    events = (Event.CARD_IMPORT, Event.CARD_FILE)
    lines = AuditLine.select(AuditLine.subject).where(AuditLine.event.in_(events))
    logged = {subject for (subject,) in rows_of(lines)}
    numbered = {card.card_no for card in cards if card.card_no}
    for number in sorted(numbered - logged):
        yield "card_not_in_log", {"ref": number}
    for number in sorted(logged - numbered):
        yield "card_gone", {"ref": number}


def _versions(cards: Sequence[_Card]) -> Iterator[Fault]:
    """No change is newer than the card it was made on."""
    changes = Revision.select(Revision.card, fn.MAX(Revision.version)).group_by(Revision.card)
    newest: dict[int, int] = {card: version for card, version in rows_of(changes)}
    for card in cards:
        if newest.get(card.id, 0) > card.version:
            yield "card_version", {"ref": card.ref}


def _counters(cards: Sequence[_Card]) -> Iterator[Fault]:
    """No number is higher than the last one given out: it could be given once more."""
    for series, numbers in (
        ("card_Q", [card.card_no for card in cards if card.kind == "company"]),
        ("card_G", [card.card_no for card in cards if card.kind == "individual"]),
        ("draft", [card.draft_no for card in cards]),
    ):
        digits = [int(number[1:]) for number in numbers if number and number[1:].isdigit()]
        if max(digits, default=0) > last_given(series):
            yield "counter_behind", {"series": series, "last": last_given(series)}


def _drawers(cards: Sequence[_Card]) -> Iterator[Fault]:
    """Each card stands in a drawer that the cabinet has."""
    there = {number for (number,) in rows_of(Drawer.select(Drawer.number))}
    for card in cards:
        if card.drawer_no not in there:
            yield "drawer_missing", {"drawer": card.drawer_no}
