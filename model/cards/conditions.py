"""Which fields apply to a customer, and which must be filled before the card can be filed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from model.cards.choices import (
    EXPLICIT,
    INTRODUCING_METHODS,
    PROSPECT_STATUSES,
    TRADE_TYPES,
    UNANSWERED,
)
from model.cards.choices import (
    values as values_of,
)
from model.cards.fields import CardKind, Field, Kind, Need, When, fields_of

Values = Mapping[str, object]
"""Values of a card by identifier; what is missing or None is empty.

Of child tables only whether there is a row counts: their rows, or how many there are.
"""

Explicit = Mapping[str, str]
"""Identifier -> `none` or `not_applicable`, given instead of a value; other entries are ignored."""

_EXPLICIT = frozenset(values_of(EXPLICIT))
_CONDITIONS: dict[When, Callable[[Values, bool], bool]] = {
    When.CURRENT: lambda values, _: values.get("relationship_status") == "current",
    When.TRADE: lambda values, _: values.get("channel_type") in TRADE_TYPES,
    When.NO_MOBILE: lambda _, primary_mobile: not primary_mobile,
    When.INTRODUCED: lambda values, _: values.get("source_method") in INTRODUCING_METHODS,
    When.OTHER_SOURCE: lambda values, _: values.get("source_method") == "other",
}


def is_filled(field: Field, values: Values, explicit: Explicit) -> bool:
    """Whether a field is answered: by a value, or by an explicit 无 or 不适用 where it takes one.

    Blanks, no rows, 未填 and 未评 are no value; zero is one.
    """
    if explicit.get(field.identifier) in _EXPLICIT and field.takes_explicit:
        return True
    value = values.get(field.identifier)
    if field.kind is Kind.ROWS:
        return bool(value)
    if isinstance(value, str):
        return bool(value.strip()) and value not in UNANSWERED
    return value is not None


def applies(field: Field, status: str | None, channel_type: str | None) -> bool:
    """Whether a field means anything for a customer of that status and type.

    Args:
        field: the field.
        status: value of `relationship_status`.
        channel_type: value of `channel_type`.
    """
    if field.trade_only and channel_type not in TRADE_TYPES:
        return False
    if field.agent_only and channel_type != "agent":
        return False
    return not (field.not_for_prospects and status in PROSPECT_STATUSES)


def is_required(field: Field, values: Values, primary_mobile: bool = False) -> bool:
    """Whether the card cannot be filed without a field, as the other values stand.

    Args:
        field: the field.
        values: the values of the card.
        primary_mobile: whether its primary contact has a mobile.
    """
    if field.need is Need.REQUIRED:
        return True
    return field.required_when is not None and _CONDITIONS[field.required_when](
        values, primary_mobile
    )


def missing_required(
    kind: CardKind, values: Values, explicit: Explicit, primary_mobile: bool = False
) -> tuple[str, ...]:
    """Identifiers of the unanswered fields without which the card cannot be filed, in order.

    What is always required takes no explicit answer. What is required in some cases only does:
    a person then says on purpose that there is none, and the supervisor sees it.

    Args:
        kind: the kind of card.
        values: the values of the card.
        explicit: its explicit answers.
        primary_mobile: whether its primary contact has a mobile.
    """
    return tuple(
        field.identifier
        for field in fields_of(kind)
        if is_required(field, values, primary_mobile) and not is_filled(field, values, explicit)
    )
