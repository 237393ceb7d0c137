"""When the facts of a card were last changed or found unchanged (核实, domain.md §2.9)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from model.cards.definition import CardKind, Fresh
from model.cards.fields import field, has_field
from model.cards.tables import CustomerCard, Verification
from model.storage.prepared import Prepared

_FIRST_PART = re.compile(r"\w+")
_DATES = Prepared(
    lambda card: Verification.select(Verification.fact_group, Verification.verified_on).where(
        Verification.card == card
    )
)


def group_of(kind: CardKind, path: str) -> Fresh | None:
    """The group of facts that a field or a column of a child table is verified with.

    Args:
        kind: the kind of card.
        path: `phone`, `contacts#7.mobile`, `contacts#7` or `contacts`.

    Returns:
        None for what the program fills, what is no fact about the customer, and unknown names.
    """
    found = _FIRST_PART.match(path)
    name = found[0] if found else ""
    if name == "contacts":
        return Fresh.CONTACT
    return field(kind, name).fresh if has_field(kind, name) else None


def groups_of(kind: CardKind, paths: Iterable[str]) -> frozenset[Fresh]:
    """The groups that these paths belong to."""
    return frozenset(group for path in paths if (group := group_of(kind, path)) is not None)


def verified_dates(card_id: int) -> dict[Fresh, date]:
    """The day on which each group of a card was last verified; a group never verified lacks."""
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
