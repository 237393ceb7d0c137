"""A value as people read it, and as they would type it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from model.cards.choices import EXPLICIT, MONTH_END, Choice
from model.cards.definition import Field, Kind
from model.cards.lunar import shown
from model.cards.reasons import TICKED, TICKS
from model.words import Words, mark

YUAN, TEN_THOUSAND_YUAN = mark("Unit", "yuan"), mark("Unit", "10,000 yuan")
TEN_THOUSAND = 10_000
_GROUP = 4
_COMMA = mark("CardChoice", ", ")
_YES, _NO = mark("CardChoice", "Yes"), mark("CardChoice", "No")
_FLAGS = {"True": True, "1": True, "False": False, "0": False}


def text_of(field: Field, value: Any) -> str:
    """A value as it stands in its editor: what `checks.check` reads back to the same value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ",".join(value)
    return str(value)


def show(field: Field, value: Any, words: Words, *, unit: bool = True) -> str:
    """A value as it is read on the card, in the reader's language.

    Args:
        field: its field.
        value: its value; an explicit answer is a value too, and so is the tick of a credit code
            in the history; a `Choice` stands for its words; None is an empty cell.
        words: the reader's language.
        unit: whether its unit stands behind it; without, a heading names it.
    """
    if value is None:
        return ""
    if isinstance(value, Choice):
        return words(value.context, value.label)
    if value == TICKED and field.kind is Kind.USCC:
        return words("Problems", TICKS["uscc_check"])
    for choice in (*field.choices, *(EXPLICIT if field.takes_explicit else ())):
        if value == choice.value:
            return words(choice.context, choice.label)
    if isinstance(value, bool):
        return words("CardChoice", _YES if value else _NO)
    if isinstance(value, tuple):
        return words("CardChoice", _COMMA).join(show(field, part, words) for part in value)
    return _with_unit(field, value, words) if unit else _plain(field, value, words)


def show_kept(field: Field, text: str, words: Words) -> str:
    """A text of the history (`revisions.as_text`) as it is read: choices by their words."""
    if field.kind is Kind.FLAG and text in _FLAGS:
        return show(field, _FLAGS[text], words)
    if field.kind is Kind.CHOICES:
        return show(field, tuple(filter(None, text.split(","))), words)
    known = {choice.value for choice in (*field.choices, *EXPLICIT)} | {TICKED}
    return show(field, text, words) if text in known else text


def _plain(field: Field, value: Any, words: Words) -> str:
    """A value without its unit."""
    if isinstance(value, Decimal):
        return _figure(field.kind, value)
    if field.kind is Kind.DAY_OF_MONTH and str(value) == MONTH_END.value:
        return words(MONTH_END.context, MONTH_END.label)
    if field.kind is Kind.PARTIAL_DATE:
        return shown(str(value), words)
    if field.kind is Kind.BANK_ACCOUNT:
        return in_groups(str(value))
    return text_of(field, value)


def _figure(kind: Kind, value: Decimal) -> str:
    """A figure as offices write it: money with its cents, pieces only with the parts they have."""
    if kind is Kind.PERCENT:
        return f"{value:,.1f}"
    text = f"{value:,.2f}"
    return text.rstrip("0").rstrip(".") if kind is Kind.DECIMAL else text


def in_groups(account: str) -> str:
    """An account number in groups of four, as a bank writes it; any other text stays as it is."""
    if not account.isdigit():
        return account
    return " ".join(account[at : at + _GROUP] for at in range(0, len(account), _GROUP))


def _with_unit(field: Field, value: Any, words: Words) -> str:
    """The value with its unit, as on the paper card.

    English counts no ten thousands: there `40.00` of them are read as 400,000.
    """
    if not field.unit:
        return _plain(field, value, words)
    unit = words("Unit", field.unit)
    if unit == TEN_THOUSAND_YUAN and isinstance(value, Decimal):
        return f"{value * TEN_THOUSAND:,.0f} {words('Unit', YUAN)}"
    return f"{_plain(field, value, words)} {unit}"
