"""When the facts of a card were last changed or found unchanged (核实, domain.md §2.9)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from model.cards.custody import card_of, ref_of, whose
from model.cards.definition import CardKind, Fresh
from model.cards.freshness import groups_of
from model.cards.tables import CustodyState, CustomerCard, Verification
from model.errors import BadInputError, Problem, WrongStateError
from model.office import audit
from model.office.day import require_open
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing
from model.storage.prepared import Prepared

_DATES = Prepared(
    lambda card: Verification.select(Verification.fact_group, Verification.verified_on).where(
        Verification.card == card
    )
)


@dataclass(frozen=True, slots=True)
class Verified:
    """What 核实无误 did: the card, the groups that are fresh again, and the day."""

    ref: str
    groups: tuple[Fresh, ...]
    on: date


@act(Right.VERIFY_FACTS)
def verify_unchanged(desk: Desk, ref: str, groups: Collection[Fresh], now: datetime) -> Verified:
    """Note that facts were looked at and are as they stand (核实无误).

    It is no change of the card: neither version nor history knows of it, only the log.

    Args:
        desk: who verified them.
        ref: card number.
        groups: the groups of facts.
        now: office wall-clock time.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotAllowedError: not this desk's customer, or a rep who does not hold the card.
        WrongStateError: a draft or void card.
        BadInputError: no group is named.
    """
    if not groups:
        raise BadInputError([Problem("fact_group", "required")])
    found = tuple(group for group in Fresh if group in groups)
    with writing():
        card = card_of(ref)
        desk.require(Right.VERIFY_FACTS, whose(card))
        require_open(now)
        if card.custody_state in {CustodyState.DRAFT, CustodyState.VOID}:
            raise WrongStateError(ref=ref_of(card), state=card.custody_state)
        renew_groups({card.id: found}, now.date())
        audit.log(
            desk,
            audit.Event.CARD_VERIFY,
            now,
            kind="card",
            subject=ref_of(card),
            after={"groups": [group.value for group in found]},
        )
    return Verified(ref_of(card), found, now.date())


def verified_of(card: CustomerCard) -> dict[Fresh, date]:
    """When each group of a card was last verified: at the latest when the card was opened."""
    opened = card.__data__["created_on"]
    return {**(dict.fromkeys(Fresh, opened) if opened else {}), **verified_dates(card.id)}


def verified_dates(card_id: int) -> dict[Fresh, date]:
    """When groups of a card were last verified; one without a line of its own lacks."""
    return {Fresh(group): on for group, on in _DATES(card_id).tuples()}


def renew(card: CustomerCard, names: Iterable[str], on: date) -> None:
    """A change verifies its group; inside the caller's transaction.

    Args:
        card: the card's row.
        names: the paths that were changed.
        on: the office's calendar day.
    """
    renew_groups({card.id: groups_of(CardKind(card.customer_kind), names)}, on)


def renew_groups(groups: Mapping[int, Collection[Fresh]], on: date) -> None:
    """Note a day for groups of one or many cards (key of the card -> groups), in one statement."""
    rows = [(card, group.value, on) for card, found in groups.items() for group in sorted(found)]
    if not rows:
        return
    columns = (Verification.card, Verification.fact_group, Verification.verified_on)
    insert = Verification.insert_many(rows, fields=columns)
    insert.on_conflict(
        conflict_target=(Verification.card, Verification.fact_group),
        preserve=(Verification.verified_on,),
    ).execute()
