"""How full a card is (完整度, domain.md §2.9): filled points of the points that apply.

Recounted from the tables of §2: both heads carry 2 points, the company's own fields 100 and the
rules counted from its contacts 13, together 115; the individual's own fields 61, together 63.
Trade-only fields are 4 of the company's. Of the fields that do not apply to prospects 26 points
are the company's, 11 the individual's; `sales_cycle_days` is in both groups and counts once, so
that 115 − 26 = 89, 115 − 4 − 26 + 1 = 86 and 63 − 11 = 52. The tables agree with the totals.

Not settled there and settled here: 未填 and 未评 are no answer, so an unrated customer lacks the
2 points of the credit grade; a contact who has left counts no longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from model.cards.choices import Choice
from model.cards.conditions import Explicit, Values, applies, is_filled
from model.cards.contact_rules import CONTACT_RULES, Contact, in_order
from model.cards.fields import CardKind, Field, fields_of
from model.words import mark

BANDS = (
    Choice("excellent", mark("Completeness", "Excellent"), "Completeness"),
    Choice("good", mark("Completeness", "Good"), "Completeness"),
    Choice("fair", mark("Completeness", "Fair"), "Completeness"),
    Choice("poor", mark("Completeness", "Poor"), "Completeness"),
)
"""优, 良, 及格, 不合格, from the best."""

BAND_BOUNDS = (90, 75, 60)
"""Percent from which on the first three bands hold."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """How full a card is.

    Attributes:
        filled: points of what is filled.
        applicable: points of all that applies to this customer.
        missing: identifiers of fields and contact rules with points that are not filled, in the
            order of the card.
    """

    filled: int
    applicable: int
    missing: tuple[str, ...]

    @property
    def percent(self) -> Decimal:
        """Filled of applicable points, to one place, half up: for showing only."""
        share = Decimal(self.filled * 100) / Decimal(self.applicable)
        return share.quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def tenths(self) -> int:
        """The percentage in tenths of a percent, as a whole number for lists."""
        return int(self.percent * 10)

    @property
    def band(self) -> str:
        """Value of one of `BANDS`, by the unrounded share."""
        for bound, band in zip(BAND_BOUNDS, BANDS, strict=False):
            if self.filled * 100 >= bound * self.applicable:
                return band.value
        return BANDS[-1].value


def points(kind: CardKind, status: str | None, channel_type: str | None) -> int:
    """Points that apply to a customer of that kind, status and type."""
    fields = sum(field.points for field in _counted(kind, status, channel_type))
    return fields + sum(rule.points for rule in CONTACT_RULES if kind is CardKind.COMPANY)


def completeness(
    kind: CardKind,
    values: Values,
    explicit: Explicit | None = None,
    contacts: Sequence[Contact] = (),
) -> Completeness:
    """How full one card is.

    Args:
        kind: the kind of card.
        values: its values; `needs`, `competitor_sales` and `sales_history` by their rows or how
            many there are.
        explicit: its explicit answers.
        contacts: its contacts, in any order.
    """
    applicable = filled = 0
    missing = []
    for identifier, worth, done in _judged(kind, values, explicit or {}, contacts):
        applicable += worth
        if done:
            filled += worth
        else:
            missing.append(identifier)
    return Completeness(filled, applicable, tuple(missing))


def with_unseen(now: Completeness, as_read: Completeness, whole: Completeness) -> Completeness:
    """How full a card is with what is typed, for who may not see all that its contacts tell.

    Args:
        now: counted over what he sees and types.
        as_read: counted over what he saw before he typed.
        whole: counted over the whole card before he typed.
    """
    unseen = set(as_read.missing) - set(whole.missing)
    more = sum(rule.points for rule in CONTACT_RULES if rule.identifier in unseen & {*now.missing})
    missing = tuple(name for name in now.missing if name not in unseen)
    return Completeness(now.filled + more, now.applicable, missing)


def _judged(
    kind: CardKind, values: Values, explicit: Mapping[str, str], contacts: Sequence[Contact]
) -> Iterator[tuple[str, int, bool]]:
    """(identifier, points, whether it is filled) of all that counts on this card."""
    status, channel_type = values.get("relationship_status"), values.get("channel_type")
    for field in _counted(kind, _text(status), _text(channel_type)):
        yield field.identifier, field.points, is_filled(field, values, explicit)
    if kind is CardKind.COMPANY:
        here = in_order(contacts)
        for rule in CONTACT_RULES:
            yield rule.identifier, rule.points, rule.holds(here)


def _counted(kind: CardKind, status: str | None, channel_type: str | None) -> Iterator[Field]:
    """The fields that carry points for such a customer."""
    for field in fields_of(kind):
        if field.points and applies(field, status, channel_type):
            yield field


def _text(value: object) -> str | None:
    """A value as text, or None."""
    return value if isinstance(value, str) else None
