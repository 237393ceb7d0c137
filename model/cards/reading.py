"""One reader per kind of field: its text to the stored value, by the rule of the kind.

`checks.check` is the door; here only the kinds are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from model.cards import amounts, answers, codes, dates, names, phones
from model.cards.characters import compact, half_width_letters, one_line, several_lines
from model.cards.checked import Checked, refused, warned
from model.cards.choices import RATINGS, Choice
from model.cards.credit_code import credit_code
from model.cards.definition import CardKind, Field, Kind
from model.cards.lunar import birth_day, is_lunar, lunar_birthday
from model.cards.reasons import TICKED_FIRST
from model.words import words_in

_PERSON_NAMES = frozenset({"legal_rep", "operator_name", "name"})
_AHEAD = frozenset(
    {"due_on", "due_at", "next_visit_on", "promised_on", "reply_by", "until", "valid_until"}
)
"""Dates that may lie ahead: due dates and plans."""
_UNIT_WORDS: Mapping[str, tuple[str, ...]] = {
    "days": ("天", "日", "days"),
    "people": ("人", "名", "位", "people"),
    "outlets": ("家", "个", "outlets"),
    "m²": ("㎡", "m²", "m2", "平方米", "平米", "平方"),
    "pieces": ("件", "个", "pieces"),
    "%": ("%",),
    "": ("年",),
}
_TEN_THOUSAND = "10,000 yuan"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from, as far as its reading depends on it."""

    today: date
    area_code: str
    spreadsheet: bool


Reader = Callable[[Field, str, Source], Checked]


def read(field: Field, text: str, source: Source) -> Checked:
    """Read a text by the rule of the field's kind."""
    return _READERS[field.kind](field, text, source)


@cache
def accepted_texts(choices: tuple[Choice, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The values of a list with the English and Chinese words that mean them."""
    chinese = words_in("zh")
    return tuple(
        (choice.value, (choice.label, chinese(choice.context, choice.label))) for choice in choices
    )


def _read_line(field: Field, text: str, source: Source) -> Checked:
    """One line: a name, a code with its own pattern, or free words."""
    del source
    if field.identifier == "wechat":
        return codes.wechat(text)
    if field.identifier in _PERSON_NAMES:
        return names.person_name(text)
    if field.identifier == "full_name":
        individual = field.card_kinds == (CardKind.INDIVIDUAL,)
        return names.person_name(text) if individual else names.firm_name(text)
    if field.identifier == "mnemonic":
        return Checked(compact(text).upper() or None)
    line = half_width_letters(one_line(text)).strip()
    if line and field.pattern and not re.fullmatch(field.pattern, line, re.ASCII):
        return refused("not_in_form")
    return Checked(line or None)


def _read_text(field: Field, text: str, source: Source) -> Checked:
    """A long text, stored as typed."""
    del field, source
    return Checked(several_lines(text) or None)


def read_date(field: Field, text: str | date, source: Source) -> Checked:
    """A date of any precision."""
    latest = None if field.identifier in _AHEAD else source.today
    if field.kind is Kind.MONTH_DAY:
        return dates.month_day(text)
    if field.kind is Kind.MOMENT:
        return dates.moment(text, latest)
    if field.kind is Kind.DATE:
        return dates.full_date(text, latest)
    return _right_age(field, _read_partial(field, text, source), source.today)


def _read_partial(field: Field, text: str | date, source: Source) -> Checked:
    """A date of which the day or month may be unknown; a birthday of either calendar."""
    lunar = lunar_birthday(text) if _is_birthday(field) and isinstance(text, str) else None
    if lunar is not None:
        return lunar
    checked = dates.partial_date(text, source.today)
    cut = source.spreadsheet and isinstance(text, str) and dates.cut_month(text)
    return warned(checked.value, "month_may_be_cut") if cut and checked.value else checked


def _is_birthday(field: Field) -> bool:
    """Whether the bounds of a date are years of age."""
    return field.lowest is not None


def _right_age(field: Field, checked: Checked, today: date) -> Checked:
    """A birth date that makes nobody a child or a wonder; bounds are years of age."""
    if field.lowest is None or field.highest is None or not isinstance(checked.value, str):
        return checked
    born = checked.value
    if is_lunar(born):
        day = birth_day(born)
        if day is None:  # without its year it says nothing about the age
            return checked
        born = day.isoformat()
    if field.lowest <= dates.age(born, today) <= field.highest:
        return checked
    return refused("age_out_of_range", lowest=field.lowest, highest=field.highest)


def _read_number(field: Field, text: str, source: Source) -> Checked:
    """A count, share, measure or amount of money."""
    words = _UNIT_WORDS.get(field.unit, ())
    computed = source.spreadsheet
    if field.kind is Kind.MONEY:
        unit = 10_000 if field.unit == _TEN_THOUSAND else 1
        checked = amounts.money(text, unit, computed=computed)
    elif field.kind is Kind.NUMBER:
        checked = amounts.whole_number(text, words)
    else:
        checked = amounts.decimal(text, words, computed=computed)
    return amounts.within(checked, field.lowest, field.highest)


def _read_phone(field: Field, text: str, source: Source) -> Checked:
    """A landline, with what a spreadsheet drops from it."""
    del field
    checked = phones.landline(text, source.area_code)
    if checked.errors and source.spreadsheet:
        return phones.with_lost_zero(text) or checked
    return checked


def _read_credit_code(field: Field, text: str, source: Source) -> Checked:
    """A credit code; over a spreadsheet nobody ticks that it is no identity number."""
    del field
    checked = credit_code(text)
    unsure = any(problem.reason in TICKED_FIRST for problem in checked.problems)
    return refused("identity_number") if unsure and source.spreadsheet else checked


def _read_postcode(field: Field, text: str, source: Source) -> Checked:
    """A postcode."""
    del field
    return codes.postcode_of_sheet(text) if source.spreadsheet else codes.postcode(text)


def _plain(read: Callable[[str], Checked]) -> Reader:
    """A rule that needs only the text."""
    return lambda field, text, source: read(text)


def _listed(
    read: Callable[[str, answers.Accepted], Checked],
) -> Reader:
    """A rule that needs the field's list."""
    return lambda field, text, source: read(text, accepted_texts(field.choices))


_READERS: Mapping[Kind, Reader] = {
    Kind.LINE: _read_line,
    Kind.TEXT: _read_text,
    Kind.CHOICE: _listed(answers.choice),
    Kind.CHOICES: _listed(answers.choices),
    Kind.OFFICE_LIST: _read_line,
    Kind.RATING: lambda field, text, source: answers.rating(text, accepted_texts(RATINGS)),
    Kind.FLAG: _plain(answers.flag),
    Kind.NUMBER: _read_number,
    Kind.DECIMAL: _read_number,
    Kind.MONEY: _read_number,
    Kind.PERCENT: _read_number,
    Kind.DAY_OF_MONTH: _plain(amounts.day_of_month),
    Kind.DATE: read_date,
    Kind.MOMENT: read_date,
    Kind.PARTIAL_DATE: read_date,
    Kind.MONTH_DAY: read_date,
    Kind.PHONE: _read_phone,
    Kind.MOBILE: _plain(phones.mobile),
    Kind.EMAIL: _plain(codes.email),
    Kind.WEBSITE: _plain(codes.website),
    Kind.POSTCODE: _read_postcode,
    Kind.USCC: _read_credit_code,
    Kind.BANK_ACCOUNT: _plain(codes.bank_account),
    Kind.PERSON: _read_line,
    Kind.DISTRICT: _read_line,
}
