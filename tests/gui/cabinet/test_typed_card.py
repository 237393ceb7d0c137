"""One card being typed on, without any window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.cabinet.typed_card import TypedCard
from model.cards.cards import CardView
from model.cards.definition import CardKind
from model.cards.drafts import empty_card
from model.office.desk import Desk
from model.words import words_in
from tests.conftest import NOW, TODAY

EN = words_in("en")


@pytest.fixture
def view(rep: Desk) -> CardView:
    return empty_card(rep, CardKind.COMPANY, NOW)


@pytest.fixture
def card(view: CardView) -> TypedCard:
    return TypedCard(view, TODAY, "028", EN)


@pytest.mark.parametrize(
    ("identifier", "typed", "written"),
    [
        ("founded_on", "200906", "2009-06"),
        ("phone", "85551234", "028-85551234"),  # the office's own area code
        ("org_form", "limited", "Limited company"),
        ("channel_type", "经销商", "Distributor"),
        ("relationship_status", "现有", "Current customer"),
        ("reg_capital", "1,200", "1200.00"),
        ("likes", "无", "None"),
        ("postcode", "12", "12"),  # what is wrong stays as typed
    ],
)
def test_a_cell_is_written_as_the_program_writes_it(
    identifier: str, typed: str, written: str, card: TypedCard
) -> None:
    card.put(identifier, typed)
    assert card.look(identifier) == written


def test_typing_back_what_stood_there_is_no_change(card: TypedCard) -> None:
    before = card.text("relationship_status")
    card.put("relationship_status", "Future customer")
    assert card.dirty
    card.put("relationship_status", before)
    assert not card.dirty


def test_an_agents_kind_is_asked_of_agents_only(card: TypedCard) -> None:
    assert "agent_kind" not in card.open_cells()
    card.put("channel_type", "Agent")
    assert "agent_kind" in card.open_cells()


def test_what_must_be_filled_depends_on_what_is_typed(card: TypedCard) -> None:
    assert "full_name" in card.required_empty()
    assert "uscc" not in card.required_empty()  # a prospect needs none
    card.put("full_name", "恒运")
    card.put("relationship_status", "Current customer")
    assert "full_name" not in card.required_empty()
    assert "uscc" in card.required_empty()


def test_a_hidden_field_is_wanted_only_where_the_card_says_so(view: CardView) -> None:
    hidden = frozenset({"biz_address", "main_business"})
    seen = replace(view, hidden=hidden, missing=("main_business",))
    card = TypedCard(seen, TODAY, "", EN)
    assert card.required_empty() & hidden == {"main_business"}
    card.put("main_business", "叉车配件")
    assert not card.required_empty() & hidden


def test_a_tick_alone_is_something_to_save(view: CardView) -> None:
    odd = replace(view, ref="D00001", values={**view.values, "uscc": "91350100M000100Y44"})
    card = TypedCard(odd, TODAY, "", EN)
    card.look("uscc")
    assert card.ticks() == ["uscc_check"]
    assert not card.dirty
    card.ticked.add("uscc_check")
    assert card.dirty
    assert card.changes == {"uscc": "91350100M000100Y44"}
    assert card.open_problems() == []


def test_a_tick_that_stands_on_the_card_is_not_asked_again(view: CardView) -> None:
    values = {**view.values, "uscc": "91350100M000100Y44"}
    seen = replace(view, ref="Q00001", values=values, explicit={"uscc": "checked"})
    card = TypedCard(seen, TODAY, "", EN)
    card.look("uscc")
    assert card.ticks() == []
    assert card.open_problems() == []
    card.put("uscc", "91350100M000100Y45")
    card.look("uscc")
    assert card.ticks() == ["uscc_check"]
