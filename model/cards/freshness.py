"""Freshness of a card (新鲜度), and what to ask the customer next time (domain.md §2.9).

Not settled there and settled here: the head's own facts (where the customer comes from, what he
is to us) are the office's; they are always fresh, like what the program fills. Points counted from
the contacts belong to the contact facts. A group that was never verified is as old as the card.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from model.cards.conditions import Explicit, Values, applies, is_filled
from model.cards.contact_rules import CONTACT_RULES, Contact, has_mobile, in_order
from model.cards.definition import FRESH_DAYS, WEAK_CREDIT_DAYS, CardKind, Field, Fresh, Section
from model.cards.fields import field, fields_of, has_field

if TYPE_CHECKING:
    from model.cards.cards import CardView

PRIMARY_MOBILE = "contacts[0].mobile"
"""Stands for all that is known of the contacts."""

_GOOD_GRADES = frozenset({"AAA", "AA", "A"})
_FIRST_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Freshness:
    """How much of what stands on a card was verified in time.

    Attributes:
        fresh_points: points of what is filled and was verified within its period.
        filled_points: points of all that is filled.
        stale: what is filled and was not verified in time, in the order of the card; fields
            without points too.
    """

    fresh_points: int = 0
    filled_points: int = 0
    stale: tuple[str, ...] = ()

    @property
    def percent(self) -> Decimal:
        """Fresh of filled points, to one place, half up; a card with nothing on it is fresh."""
        if not self.filled_points:
            return Decimal("100.0")
        share = Decimal(self.fresh_points * 100) / Decimal(self.filled_points)
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def tenths(self) -> int:
        """The percentage in tenths of a percent, as a whole number for lists."""
        return int(self.percent * 10)


NOTHING_STALE = Freshness()
"""Of a card that has nothing on it."""


def group_of(kind: CardKind, path: str) -> Fresh | None:
    """The group of facts that a field or a column of a child table is verified with.

    Args:
        kind: the kind of card.
        path: `phone`, `contacts#7.mobile`, `contacts#7` or `contacts`.

    Returns:
        None for what is always fresh, what is no fact about the customer, and unknown names.
    """
    found = _FIRST_PART.match(path)
    name = found[0] if found else ""
    if name == "contacts":
        return Fresh.CONTACT
    return _group(field(kind, name)) if has_field(kind, name) else None


def _group(found: Field) -> Fresh | None:
    """The group of one field."""
    return None if found.section is Section.HEAD else found.fresh


def groups_of(kind: CardKind, paths: Iterable[str]) -> frozenset[Fresh]:
    """The groups that these paths belong to."""
    return frozenset(group for path in paths if (group := group_of(kind, path)) is not None)


def period(group: Fresh, credit_grade: str | None) -> int:
    """Days for which a verification of a group holds; weak credit is looked at more often."""
    if group is Fresh.CREDIT and credit_grade not in _GOOD_GRADES:
        return WEAK_CREDIT_DAYS
    return FRESH_DAYS[group]


def stale_groups(
    verified: Mapping[Fresh, date], credit_grade: str | None, today: date
) -> frozenset[Fresh]:
    """The groups whose last verification holds no longer; on the period's last day it still does.

    Args:
        verified: when each group was last verified; one that lacks never was.
        credit_grade: the card's 信用等级.
        today: the office's calendar day.
    """
    return frozenset(
        group
        for group in Fresh
        if group not in verified
        or today - verified[group] > timedelta(days=period(group, credit_grade))
    )


def freshness(
    kind: CardKind,
    values: Values,
    explicit: Explicit,
    children: Mapping[str, Sequence[Contact]],
    verified: Mapping[Fresh, date],
    credit_grade: str | None,
    today: date,
) -> Freshness:
    """How fresh one card is.

    Args:
        kind: the kind of card.
        values: its values by identifier.
        explicit: its explicit answers; they grow stale like values.
        children: the rows of its child tables.
        verified: when each group was last verified.
        credit_grade: its 信用等级, also for who may not see it.
        today: the office's calendar day.
    """
    old = stale_groups(verified, credit_grade, today)
    fresh_points = filled_points = 0
    stale = []
    for identifier, points, group in _filled(kind, values, explicit, children):
        filled_points += points
        if group in old:
            stale.append(identifier)
        else:
            fresh_points += points
    shown = dict.fromkeys(name for name in stale if has_field(kind, name))
    if PRIMARY_MOBILE in stale:
        shown[PRIMARY_MOBILE] = None
    return Freshness(fresh_points, filled_points, tuple(shown))


def _filled(
    kind: CardKind,
    values: Values,
    explicit: Explicit,
    children: Mapping[str, Sequence[Contact]],
) -> Iterator[tuple[str, int, Fresh | None]]:
    """(identifier, points, group) of all that is filled and applies to this customer."""
    status, channel_type = values.get("relationship_status"), values.get("channel_type")
    told = {**values, **children}
    for found in fields_of(kind):
        if is_filled(found, told, explicit) and applies(found, _text(status), _text(channel_type)):
            yield found.identifier, found.points, _group(found)
    here = in_order(children.get("contacts", ()))
    if kind is CardKind.COMPANY:
        for rule in CONTACT_RULES:
            if rule.holds(here):
                yield rule.identifier, rule.points, Fresh.CONTACT
    elif has_mobile(here):
        yield PRIMARY_MOBILE, 0, Fresh.CONTACT


def _text(value: object) -> str | None:
    """A value as text, or None."""
    return value if isinstance(value, str) else None


def what_to_ask(view: CardView) -> tuple[str, ...]:
    """What to ask the customer next time, the most wanted first (下次要问).

    First what is stale, by its points and by how soon its group grows stale; then what is required
    and empty, then what is expected and empty, in the order of the card. Only what this desk sees
    and the program does not fill.

    Returns:
        Paths that `fields.field_at` knows.
    """
    # Sorting is stable: what is equal in both keeps the order of the card.
    by_points = sorted(view.freshness.stale, key=lambda name: _urgency(view.kind, name))
    asked = dict.fromkeys((*by_points, *view.missing, *view.completeness.missing))
    return tuple(name for name in asked if _can_be_asked(view, name))


def _urgency(kind: CardKind, path: str) -> tuple[int, int]:
    """Many points first, then what grows stale soon."""
    if has_field(kind, path):
        points = field(kind, path).points
    else:
        points = next(rule.points for rule in CONTACT_RULES if rule.identifier == path)
    group = group_of(kind, path)
    return -points, FRESH_DAYS[group] if group else 0


def _can_be_asked(view: CardView, path: str) -> bool:
    """Whether a rep can bring it home: seen, and typed by people."""
    if path == PRIMARY_MOBILE:
        return True
    known = has_field(view.kind, path) and path not in view.hidden
    return known and not field(view.kind, path).system
