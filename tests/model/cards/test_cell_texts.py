"""What cells that are only read show: the form and the paper say the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from model.cards.cards import CardView
from model.cards.cell_texts import hints, shown_texts
from model.cards.fields import CardKind
from model.cards.layout import faces
from model.office.rights import Role
from model.rounds.choices import NOT_VISITED
from model.words import words_in
from tests.printing.card_views import filled_card

FRONT, BACK = faces(CardKind.COMPANY)
ZH = words_in("zh")


@pytest.fixture
def card() -> CardView:
    return filled_card(CardKind.COMPANY)


def test_values_are_shown_in_words_and_with_their_unit(card: CardView) -> None:
    shown = shown_texts(card, FRONT, ZH)
    assert shown["relationship_status"] == "潜在客户"
    assert shown["reg_capital"] == "1,200.50 万元"
    assert shown_texts(card, FRONT, words_in("en"))["relationship_status"] == "Prospect"


def test_empty_cells_are_left_out(card: CardView) -> None:
    shown = shown_texts(replace(card, values={}, children={}), FRONT, ZH)
    assert shown == {}


def test_an_explicit_answer_stands_where_no_value_is(card: CardView) -> None:
    empty = replace(card, values={}, explicit={"fax": "none", "uscc": "checked"}, children={})
    assert shown_texts(empty, FRONT, ZH) == {"fax": "无"}


def test_what_is_hidden_is_not_shown(card: CardView) -> None:
    hidden = replace(card, hidden=frozenset({"bank_account", "needs"}))
    shown = shown_texts(hidden, FRONT, ZH)
    assert "bank_account" not in shown
    assert "needs" not in shown
    assert "bank_name" in shown


def test_rows_of_a_table_stand_in_their_cells_without_the_unit_of_the_heading(
    card: CardView,
) -> None:
    one_row = replace(card, children={"sales_history": [{"year": 2025, "net_sales": Decimal(9)}]})
    shown = shown_texts(one_row, BACK, ZH)
    assert shown["sales_history[0].year"] == "2025"
    assert shown["sales_history[0].net_sales"] == "9.00"
    assert "sales_history[1].year" not in shown


def test_needs_are_told_in_short_the_most_important_first(card: CardView) -> None:
    needs = [
        {"description": "交期", "importance": 3},
        {"description": "账期", "importance": 5},
        {"description": "质保", "is_top": True, "importance": 1},
        {"description": "培训", "importance": 2},
    ]
    shown = shown_texts(replace(card, children={"needs": needs}), FRONT, ZH)
    assert shown["needs"] == "①质保（1）    ②账期（5）    ③交期（3）"


def test_an_individual_card_tells_years_and_rivals_in_short() -> None:
    children = {
        "sales_history": [
            {"year": 2024, "net_sales": Decimal(5)},
            {"year": 2025, "net_sales": Decimal(7)},
        ],
        "competitor_sales": [{"brand": "龙牌", "product": "货叉", "monthly_qty": Decimal(4)}],
    }
    card = replace(filled_card(CardKind.INDIVIDUAL), children=children)
    shown = shown_texts(card, faces(CardKind.INDIVIDUAL)[1], ZH)
    assert shown["sales_history"] == "2025: 7.00    2024: 5.00"
    assert shown["competitor_sales"] == "龙牌 / 货叉 / 4"


def test_a_cell_says_why_it_shows_nothing(card: CardView) -> None:
    hidden = replace(card, hidden=frozenset({"bank_account", "reg_capital"}))
    found = hints(hidden, FRONT, Role.CLERK, ZH)
    assert set(found) >= {"bank_account", "reg_capital"}
    reasons = {ZH("CardForm", "hidden"), ZH("CardForm", "seen while on loan")}
    assert set(found.values()) <= reasons


def test_a_rep_reads_private_facts_of_contacts_on_loan(card: CardView) -> None:
    hidden = replace(card, hidden=frozenset({"bank_account"}))
    found = hints(hidden, FRONT, Role.REP, ZH)
    assert found["bank_account"] == ZH("CardForm", "seen while on loan")
    assert found["contacts[0].birth_date"] == ZH("CardForm", "seen while on loan")
    assert "contacts[0].name" not in found


def test_changes_on_the_back_are_told_in_words(card: CardView) -> None:
    contact = {"row_no": 7, "name": "何文斌"}
    changes = (
        {"field": "relationship_status", "old_value": "prospect", "new_value": "current"},
        {"field": "contacts#7.is_primary", "new_value": "True"},
        {"field": "contacts#7.roles", "new_value": "user,decider"},
        {"field": "once_known", "old_value": "甲"},
    )
    shown = shown_texts(
        replace(card, children={"contacts": (contact,), "revisions": changes}), BACK, ZH
    )
    assert [shown[f"revisions[{place}].field"] for place in range(4)] == [
        "客户状态", "主要人物 何文斌 · 主联系人", "主要人物 何文斌 · 采购角色", "once_known",
    ]  # fmt: skip
    assert shown["revisions[0].old_value"] == "潜在客户"
    assert shown["revisions[1].new_value"] == "是"
    assert shown["revisions[2].new_value"] == "使用者、决策者"
    assert shown["revisions[3].old_value"] == "甲"


def test_why_a_visit_did_not_take_place_stands_in_its_line(card: CardView) -> None:
    why = next(choice for choice in NOT_VISITED if choice.value == "absent")
    shown = shown_texts(replace(card, children={"usage_log": ({"summary": why},)}), BACK, ZH)
    assert shown["usage_log[0].summary"] == "客户不在"
