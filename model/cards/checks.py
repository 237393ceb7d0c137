"""The one door of validation: any field's text to its stored value, for form, import and command.

`check` looks at one field, `check_card` at fields that may contradict each other. The rules stand
in one file per kind of value; nothing here knows a window, a file or the database.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from model.cards import answers, damage
from model.cards.characters import is_unreadable
from model.cards.checked import Checked, in_field, refused, warned
from model.cards.credit_code import contradicts
from model.cards.dates import first_day
from model.cards.definition import CardKind, Field, Kind
from model.cards.reading import Source, read, read_date
from model.errors import Problem

Cell = str | int | float | date | time | timedelta | None
"""What stands in a cell: text as typed, or what the reader of a spreadsheet found there."""

_CODES = frozenset(
    {Kind.USCC, Kind.BANK_ACCOUNT, Kind.PHONE, Kind.MOBILE, Kind.POSTCODE, Kind.DAY_OF_MONTH}
)
_LONG_CODES = frozenset({Kind.USCC, Kind.BANK_ACCOUNT})
_DATES = frozenset({Kind.DATE, Kind.MOMENT, Kind.PARTIAL_DATE, Kind.MONTH_DAY})
_NUMBERS = frozenset({Kind.NUMBER, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT})


def check(
    field: Field, text: Cell, today: date, area_code: str = "", *, spreadsheet: bool = False
) -> Checked:
    """Check one field.

    Args:
        field: the field of the card's definition.
        text: as typed, or a spreadsheet's cell.
        today: the office's calendar day.
        area_code: the office's own area code, for telephone numbers without one.
        spreadsheet: whether it comes out of a spreadsheet, which may have damaged it.

    Returns:
        The value to store and the problems, each naming the field. 无 and 不适用 come back as
        `Explicit` where the field takes them; an empty cell as None, without a problem.
    """
    source = Source(today, area_code, spreadsheet)
    if isinstance(text, str):
        return in_field(field.identifier, _check_text(field, text, source))
    return in_field(field.identifier, _check_cell(field, text, source))


def check_card(kind: CardKind, values: Mapping[str, object], today: date) -> tuple[Problem, ...]:
    """Check stored values of one card against each other; all that it finds are warnings.

    Args:
        kind: the kind of card.
        values: stored values by identifier; `balance` and `overdue` of an account snapshot too.
        today: the office's calendar day.
    """
    del today  # none of the rules so far depends on it
    found = []
    code, org_form = values.get("uscc"), values.get("org_form")
    if kind is CardKind.COMPANY and code and org_form and contradicts(str(code), str(org_form)):
        found.append(Problem("org_form", "uscc_org_form"))
    if _trades_before_founding(values):
        found.append(Problem("first_trade_on", "trade_before_founding"))
    if _more_overdue_than_owed(values):
        found.append(Problem("overdue", "overdue_above_balance"))
    return tuple(found)


def _check_cell(field: Field, cell: Cell, source: Source) -> Checked:
    """A cell that holds a date, a number, a tick or nothing."""
    if cell is None:
        return Checked(None)
    if isinstance(cell, bool):
        if field.kind is Kind.FLAG:
            return Checked(cell)
        return _check_text(field, "是" if cell else "否", source)
    if isinstance(cell, date):
        return _check_date_cell(field, cell, source)
    if not isinstance(cell, int | float):
        return _check_text(field, str(cell), source)  # a time of day, a duration
    if field.kind in _CODES and abs(cell) >= 10**damage.KEPT_DIGITS:
        return refused("number_damaged")
    return _check_text(field, damage.written(cell), source)


def _check_date_cell(field: Field, cell: date, source: Source) -> Checked:
    """A cell that holds a date, in a field of dates or in another."""
    if field.kind in _DATES:
        # Day counts below 32 are numbers that were given a date's format.
        if source.spreadsheet and (cell.year, cell.month) == (1900, 1):
            return refused("date_serial")
        return read_date(field, cell, source)
    day = cell.date() if isinstance(cell, datetime) else cell
    checked = _check_text(field, day.isoformat(), source)
    return checked if checked.errors else warned(checked.value, "date_in_text")


def _check_text(field: Field, text: str, source: Source) -> Checked:
    """A text: what every kind shares, then the kind's own rule, then the length."""
    if is_unreadable(text):
        return refused("unreadable_character")
    if source.spreadsheet:
        if damage.is_nothing(text):
            return Checked(None)
        if damage.is_error(text):
            return refused("sheet_error")
        text = damage.as_code(text) if field.kind in _CODES | _NUMBERS else text
    if field.takes_explicit and (answer := answers.explicit(text)):
        return Checked(answer)
    return _of_right_length(field, _read_undamaged(field, text, source), source)


def _read_undamaged(field: Field, text: str, source: Source) -> Checked:
    """A text by its kind's rule, unless a spreadsheet has lost digits of it."""
    if source.spreadsheet and field.kind in _CODES | _NUMBERS:
        if damage.is_damaged(text):
            return refused("number_damaged")
        if field.kind in _LONG_CODES and damage.may_be_damaged(text):
            checked = read(field, text, source)
            return checked if checked.problems else warned(checked.value, "number_may_be_cut")
    return read(field, text, source)


def _of_right_length(field: Field, checked: Checked, source: Source) -> Checked:
    """A text that is neither too long for its cell nor too short.

    Old lists hold addresses like 人民路: an imported card is completed later, not turned away.
    """
    value = checked.value
    if not isinstance(value, str):
        return checked
    if field.longest and len(value) > field.longest:
        return refused("too_long", longest=field.longest)
    if len(value) < field.shortest:
        if source.spreadsheet and field.identifier != "full_name":
            return warned(value, "short_in_sheet", shortest=field.shortest)
        return refused("too_short", shortest=field.shortest)
    return checked


def _trades_before_founding(values: Mapping[str, object]) -> bool:
    """Whether trade began before the first day that the founding date may mean."""
    founded, traded = values.get("founded_on"), values.get("first_trade_on")
    return (
        isinstance(founded, str)
        and isinstance(traded, date)
        and bool(re.fullmatch(r"\d{4}(-\d{2}){0,2}", founded))
        and traded < first_day(founded)
    )


def _more_overdue_than_owed(values: Mapping[str, object]) -> bool:
    """Whether an account snapshot contradicts itself."""
    balance, overdue = values.get("balance"), values.get("overdue")
    if not isinstance(balance, Decimal) or not isinstance(overdue, Decimal):
        return False
    return overdue > max(balance, Decimal())
