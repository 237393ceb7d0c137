"""A typed text as it is read: amounts with commas, account numbers in groups."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from model.cards.fields import Field, Kind
from model.cards.showing import TEN_THOUSAND, TEN_THOUSAND_YUAN, YUAN, in_groups

_AMOUNTS = frozenset({Kind.MONEY, Kind.DECIMAL})


def rest_text(field: Field, text: str, unit: str = "") -> str:
    """The text of a cell that nobody types in; what is no amount or account stays as it is.

    Args:
        field: its field.
        text: what was typed.
        unit: the unit it is typed in, in the window's language: English reads ten thousands out.
    """
    if field.kind in _AMOUNTS:
        return _read_out(text) if unit == TEN_THOUSAND_YUAN else _amount(text)
    if field.kind is Kind.BANK_ACCOUNT:
        return in_groups(text)
    return text


def rest_unit(unit: str) -> str:
    """The unit that stands behind such a text."""
    return YUAN if unit == TEN_THOUSAND_YUAN else unit


def unit_behind(text: str, unit: str) -> str:
    """The unit of a text that is a figure; words such as 无 have none."""
    return unit if text[-1:].isdigit() else ""


def _read_out(text: str) -> str:
    amount = _number(text)
    return text if amount is None else f"{amount * TEN_THOUSAND:,.0f}"


def _amount(text: str) -> str:
    amount = _number(text)
    return text if amount is None else f"{amount:,.2f}"


def _number(text: str) -> Decimal | None:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return None
    return amount if amount.is_finite() else None
