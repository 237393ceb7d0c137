"""A value as it is read, and as it stands in its editor, from where it reads back the same."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.checks import check
from model.cards.credit_code import CHARACTERS, check_character
from model.cards.definition import CardKind, Field, Kind
from model.cards.fields import CHILD_TABLES, field, fields_of
from model.cards.showing import show, text_of
from model.words import words_in
from tests.conftest import NOW, TODAY

FIELDS = [
    one
    for fields in (*map(fields_of, CardKind), *CHILD_TABLES.values())
    for one in fields
    if one.kind is not Kind.ROWS and (one.editable or one.kind is Kind.MOMENT)
]
TEXT = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z")), max_size=40)
_CODE = st.text(CHARACTERS, min_size=9, max_size=9).map(lambda body: f"91350100{body}")


def _numbers(one: Field, places: int) -> st.SearchStrategy[Any]:
    low = -(10**8) if one.lowest is None else one.lowest
    high = 10**8 if one.highest is None else one.highest
    if places:
        return st.decimals(low, high, places=places, allow_nan=False)
    return st.integers(low, high)


def _partial_dates(one: Field) -> st.SearchStrategy[str]:
    youngest, oldest = one.lowest or 0, one.highest or 300
    days = st.dates(
        TODAY - timedelta(days=365 * (oldest - 2)), TODAY - timedelta(days=366 * (youngest + 2))
    )
    return st.builds(
        lambda day, length: day.isoformat()[:length], days, st.sampled_from((4, 7, 10))
    )


def _codes() -> st.SearchStrategy[str]:
    return _CODE.map(lambda code: code + check_character(code))


def _choices(one: Field) -> st.SearchStrategy[Any]:
    return st.sampled_from([choice.value for choice in one.choices])


VALUES: dict[Kind, Any] = {
    Kind.CHOICE: _choices,
    Kind.CHOICES: lambda one: st.sets(_choices(one), min_size=1).map(
        lambda chosen: tuple(c.value for c in one.choices if c.value in chosen)
    ),
    Kind.RATING: lambda one: st.integers(1, 5),
    Kind.FLAG: lambda one: st.booleans(),
    Kind.NUMBER: lambda one: _numbers(one, 0),
    Kind.DECIMAL: lambda one: _numbers(one, 2),
    Kind.MONEY: lambda one: _numbers(one, 2),
    Kind.PERCENT: lambda one: _numbers(one, 2),
    Kind.DAY_OF_MONTH: lambda one: st.integers(1, 31),
    Kind.DATE: lambda one: st.dates(date(1600, 1, 1), TODAY),
    Kind.MOMENT: lambda one: st.datetimes(datetime(1990, 1, 1), NOW).map(
        lambda at: at.replace(second=0, microsecond=0)
    ),
    Kind.PARTIAL_DATE: _partial_dates,
    Kind.MONTH_DAY: lambda one: st.dates(date(2000, 1, 1), date(2000, 12, 31)).map(
        lambda day: f"{day:%m-%d}"
    ),
    Kind.PHONE: lambda one: st.from_regex(
        r"(010|02[0-9])-[2-9][0-9]{7}(-[0-9]{1,6})?", fullmatch=True
    ),
    Kind.MOBILE: lambda one: st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    Kind.EMAIL: lambda one: st.from_regex(r"[a-z0-9]{1,9}@[a-z]{1,9}\.cn", fullmatch=True),
    Kind.WEBSITE: lambda one: st.from_regex(r"www\.[a-z]{1,9}\.cn", fullmatch=True),
    Kind.POSTCODE: lambda one: st.from_regex(r"[1-9][0-9]{5}", fullmatch=True),
    Kind.USCC: lambda one: _codes(),
    Kind.BANK_ACCOUNT: lambda one: st.text("0123456789", min_size=8, max_size=32),
}
FREE = {Kind.LINE, Kind.TEXT, Kind.OFFICE_LIST, Kind.PERSON, Kind.DISTRICT}


def test_every_kind_of_field_is_tried() -> None:
    kinds = {one.kind for one in FIELDS}
    assert kinds == VALUES.keys() | FREE
    assert len(FIELDS) > 150


def of_kind(data: st.DataObject, kind: Kind) -> Field:
    return data.draw(st.sampled_from([one for one in FIELDS if one.kind is kind]))


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.value)
@given(data=st.data())
def test_what_an_editor_shows_reads_back_as_the_same_value(kind: Kind, data: st.DataObject) -> None:
    one = of_kind(data, kind)
    value = data.draw(VALUES[kind](one))
    checked = check(one, text_of(one, value), TODAY)
    assert (checked.value, checked.errors) == (value, ())


@pytest.mark.parametrize("kind", sorted(FREE, key=lambda kind: kind.value), ids=lambda k: k.value)
@given(data=st.data(), typed=TEXT)
def test_free_text_that_was_taken_once_is_taken_again_as_it_is(
    kind: Kind, data: st.DataObject, typed: str
) -> None:
    one = of_kind(data, kind)
    first = check(one, typed, TODAY)
    if not first.errors:
        assert check(one, text_of(one, first.value), TODAY).value == first.value


# --- in words ----------------------------------------------------------------------------------

ZH, EN = words_in("zh"), words_in("en")


@pytest.mark.parametrize(
    ("name", "value", "english"),
    [
        ("reg_capital", Decimal("1200.00"), "12,000,000 yuan"),
        ("employees", 35, "35 people"),
        ("is_focus", True, "Yes"),
        ("is_focus", False, "No"),
        ("bank_account", "4402000012345678901", "4402 0000 1234 5678 901"),
        ("bank_account", "none", "None"),
        ("settle_day", 31, "Month end"),
        ("settle_day", 30, "30"),
        ("first_trade_on", date(2017, 3, 20), "2017-03-20"),
        ("relationship_status", "prospect", "Prospect"),
        ("fax", "none", "None"),
        ("fax", "not_applicable", "Not applicable"),
        ("uscc", "checked", "Checked against the licence"),
        ("full_name", "none", "none"),
        ("likes", "none", "None"),
        ("phone", None, ""),
        ("founded_on", "2009-06", "2009-06"),
    ],
)
def test_values_are_read_in_words(name: str, value: Any, english: str) -> None:
    one = field(CardKind.COMPANY, name)
    assert show(one, value, EN) == english


def test_the_same_in_chinese() -> None:
    status = field(CardKind.COMPANY, "relationship_status")
    assert show(status, "prospect", ZH) == "潜在客户"
    assert show(field(CardKind.COMPANY, "employees"), 35, ZH) == "35 人"
    roles = next(one for one in CHILD_TABLES["contacts"] if one.identifier == "roles")
    assert show(roles, ("decider", "user"), ZH) == "决策者、使用者"


@pytest.mark.parametrize("words", [ZH, EN])
def test_every_choice_has_its_words(words: Any) -> None:
    for one in FIELDS:
        for choice in one.choices:
            shown = show(one, choice.value, words)
            assert shown
            assert shown != choice.value or not choice.value.islower()


def test_a_share_has_one_place_on_paper_and_all_in_its_editor() -> None:
    rate = next(one for one in CHILD_TABLES["needs"] if one.identifier == "our_rate")
    assert show(rate, Decimal("66.67"), EN) == "66.7 %"
    assert text_of(rate, Decimal("66.67")) == "66.67"
