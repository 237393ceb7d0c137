"""A typed text as it is read: amounts with commas, account numbers in groups."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from model.cards.fields import Field, Kind
from model.cards.showing import in_groups

_AMOUNTS = frozenset({Kind.MONEY, Kind.DECIMAL})


def rest_text(field: Field, text: str) -> str:
    """The text of a cell that nobody types in; what is no amount or account stays as it is."""
    if field.kind in _AMOUNTS:
        return _amount(text)
    if field.kind is Kind.BANK_ACCOUNT:
        return in_groups(text)
    return text


def _amount(text: str) -> str:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return text
    return f"{amount:,.2f}" if amount.is_finite() else text
