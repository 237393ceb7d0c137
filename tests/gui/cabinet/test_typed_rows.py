"""Rows of a card's tables being typed, without any window."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from gui.cabinet.typed_card import TypedCard
from model.cards.cards import CardView
from model.cards.definition import CardKind
from model.cards.drafts import empty_card
from model.office.desk import Desk
from model.words import words_in
from tests.conftest import NOW, TODAY

EN = words_in("en")
PEOPLE = (
    {"row_no": 7, "name": "何文斌", "roles": ("user", "buyer"), "is_primary": True},
    {"row_no": 3, "name": "周志远", "mobile": "13900000001"},
)


@pytest.fixture
def view(rep: Desk) -> CardView:
    return empty_card(rep, CardKind.COMPANY, NOW)


@pytest.fixture
def card(view: CardView) -> TypedCard:
    children = {**view.children, "contacts": PEOPLE}
    return TypedCard(replace(view, ref="Q00001", children=children), TODAY, "028", EN)


def test_a_free_row_waits_behind_those_that_are_there(card: TypedCard) -> None:
    assert card.keys("contacts") == ("7", "3", "+1")
    card.put("contacts#+1.name", "陈")
    assert card.keys("contacts") == ("7", "3", "+1", "+2")
    card.put("contacts#+1.name", "")
    assert card.keys("contacts") == ("7", "3", "+1")
    assert not card.dirty


def test_a_row_begins_with_any_of_its_cells_and_then_wants_its_name(card: TypedCard) -> None:
    card.put("contacts#+1.mobile", "13900000002")
    card.look("contacts#+1.mobile")
    assert card.columns_wanted() == {"contacts#+1.name"}
    assert card.open_problems() == []  # who is in the middle of a row need not be told
    card.put("contacts#+1.name", "陈明")
    assert card.columns_wanted() == frozenset()


def test_a_cell_of_a_row_is_written_as_the_program_writes_it(card: TypedCard) -> None:
    assert card.text("contacts#7.roles") == "User, Buyer"
    card.put("contacts#7.roles", "决策者,user")
    assert card.look("contacts#7.roles") == "User, Decider"
    card.put("contacts#3.birth_date", "197809")
    assert card.look("contacts#3.birth_date") == "1978-09"
    card.put("contacts#3.title", "无")
    assert card.look("contacts#3.title") == "无"


def test_what_is_wrong_in_a_row_names_its_cell_and_stays_as_typed(card: TypedCard) -> None:
    card.put("contacts#3.mobile", "139")
    assert card.look("contacts#3.mobile") == "139"
    assert [problem.field for problem in card.open_problems()] == ["contacts#3.mobile"]
    card.put("contacts#3.mobile", "13900000009")
    card.look("contacts#3.mobile")
    assert card.open_problems() == []


def test_only_one_contact_is_the_primary_one_while_it_is_typed(card: TypedCard) -> None:
    card.put("contacts#3.is_primary", "yes")
    rows = card.rows.by_key["contacts"]
    assert [bool(row.get("is_primary")) for row in rows.values()] == [False, True]
    assert list(rows) == ["7", "3"]  # no row moves under the cursor


def test_the_rows_count_for_what_must_be_filled(card: TypedCard) -> None:
    assert "phone" in card.required_empty()  # the primary contact has no mobile
    card.put("contacts#7.mobile", "13900000002")
    assert "phone" not in card.required_empty()


def test_a_row_that_is_taken_out_takes_its_typing_along(card: TypedCard) -> None:
    card.put("contacts#7.title", "经理")
    card.put("contacts#+1.name", "陈")
    card.remove_row("contacts", "7")
    card.remove_row("contacts", "+1")
    assert card.changes == {"contacts#7": ""}
    assert card.keys("contacts") == ("3", "+1")
    assert card.rows.by_key["contacts"]["3"]["is_primary"] is True  # passed on


def test_undo_brings_a_row_back_with_its_typing(card: TypedCard) -> None:
    card.put("contacts#7.title", "经理")
    card.remove_row("contacts", "7")
    assert card.undo() == "contacts#7"
    assert card.changes == {"contacts#7.title": "经理"}
    assert card.keys("contacts") == ("7", "3", "+1")


def test_shares_and_growth_follow_while_the_years_are_typed(card: TypedCard) -> None:
    for path, text in {
        "sales_history#+1.year": "2024",
        "sales_history#+1.net_sales": "100000",
        "sales_history#+2.year": "2025",
        "sales_history#+2.net_sales": "150000",
        "sales_history#+2.category_demand": "60",
    }.items():
        card.put(path, text)
    last = card.rows.by_key["sales_history"]["+2"]
    assert (last["growth"], last["share"]) == (Decimal(50), Decimal(25))


def test_kept_typing_comes_back_row_by_row(card: TypedCard) -> None:
    texts = {"contacts#+1.name": "陈", "contacts#3": "", "contacts#7.mobile": "139"}
    card.take_over(texts)
    assert card.changes == texts
    assert [problem.field for problem in card.open_problems()] == ["contacts#7.mobile"]


def test_what_may_not_be_typed_is_not_put_back(card: TypedCard) -> None:
    shut = TypedCard(replace(card.view, editable_columns=frozenset()), TODAY, "", EN)
    shut.take_over({"contacts#7.mobile": "13900000002", "contacts#3": ""})
    assert not shut.dirty
    assert shut.keys("contacts") == ("7", "3")
