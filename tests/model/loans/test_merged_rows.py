"""并卡: what must hold of a card holds of the one that two became, and the undoing knows it."""

from __future__ import annotations

import pytest

from model.cards.cards import read_card
from model.cards.private import clear_private
from model.cards.tables import CardMerge, CustomerCard, Revision
from model.errors import BadInputError
from model.loans.merging import compare_cards, undo_merge
from model.office.desk import Desk
from tests.conftest import NOW
from tests.model.loans.canonical import canonical_dump
from tests.model.loans.test_merging import Sides, boss, card, edit, merge, pair

__all__ = ["boss", "pair"]


def primaries(desk: Desk, card_no: str) -> list[str]:
    """Names of the contacts that are ticked as the primary one."""
    rows = read_card(desk, card_no, NOW).children["contacts"]
    return [str(row["name"]) for row in rows if row.get("is_primary")]


def test_who_has_left_is_not_the_primary_contact_any_more(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[0], contacts__new1__name="何文斌")
    edit(boss, pair[0], contacts__new1__name="孙兰")
    edit(boss, pair[1], contacts__new1__name="何文斌", contacts__new1__left_on="2025-01-02")
    before = canonical_dump()
    fields = compare_cards(boss, *pair, NOW).fields
    left_on = next(one.path for one in fields if one.path.endswith(".left_on"))
    assert primaries(boss, pair[0]) == ["何文斌"]
    merge_no = merge(boss, pair, left_on)
    assert primaries(boss, pair[0]) == ["孙兰"]
    undo_merge(boss, merge_no, NOW)
    assert canonical_dump() == before


def test_where_all_had_left_one_who_comes_along_is_the_primary_contact(
    boss: Desk, pair: Sides
) -> None:
    edit(boss, pair[0], contacts__new1__name="何文斌", contacts__new1__left_on="2025-01-02")
    edit(boss, pair[1], contacts__new1__name="何文斌")
    edit(boss, pair[1], contacts__new1__name="孙兰")
    before = canonical_dump()
    merge_no = merge(boss, pair)
    assert primaries(boss, pair[0]) == ["孙兰"]
    undo_merge(boss, merge_no, NOW)
    assert canonical_dump() == before


def test_a_card_that_said_there_are_none_says_so_no_more(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[0], competitor_sales="无")
    edit(boss, pair[1], competitor_sales__new1__brand="甲牌")
    before = canonical_dump()
    merge_no = merge(boss, pair)
    view = read_card(boss, pair[0], NOW)
    assert [row["brand"] for row in view.children["competitor_sales"]] == ["甲牌"]
    assert "competitor_sales" not in view.explicit
    undo_merge(boss, merge_no, NOW)
    assert canonical_dump() == before


def test_an_empty_cell_is_not_taken_for_one_that_must_be_filled(boss: Desk, pair: Sides) -> None:
    CustomerCard.update(main_business=None).where(CustomerCard.card_no == pair[1]).execute()
    with pytest.raises(BadInputError) as refused:
        merge(boss, pair, "main_business")
    assert [(one.field, one.reason) for one in refused.value.problems] == [
        ("main_business", "required")
    ]
    assert card(pair[1]).custody_state == "in_cabinet"


def test_private_facts_are_cleared_by_the_old_number_too(boss: Desk, pair: Sides) -> None:
    edit(boss, pair[1], contacts__new1__name="何文斌", contacts__new1__hobbies="钓鱼")
    merge(boss, pair)
    done = clear_private(boss, pair[1], NOW, reason="本人要求")
    (contact,) = read_card(boss, pair[0], NOW).children["contacts"]
    assert (done.ref, contact["name"], contact.get("hobbies")) == (pair[0], "何文斌", None)


def test_what_was_cleared_since_does_not_count_on_the_card_that_comes_back(
    boss: Desk, pair: Sides
) -> None:
    edit(boss, pair[0], contacts__new1__name="何文斌")
    edit(boss, pair[1], contacts__new1__name="何文斌", contacts__new1__hobbies="钓鱼")
    filled = card(pair[1]).completeness
    merge_no = merge(boss, pair)
    clear_private(boss, pair[0], NOW, reason="本人要求")
    undo_merge(boss, merge_no, NOW)
    (contact,) = read_card(boss, pair[1], NOW).children["contacts"]
    assert "hobbies" not in contact
    assert card(pair[1]).completeness < filled


def test_a_card_that_it_was_part_of_for_a_while_tells_no_more_of_it(
    boss: Desk, pair: Sides
) -> None:
    edit(boss, pair[0], contacts__new1__name="周平", contacts__new1__hobbies="下棋")
    edit(boss, pair[1], contacts__new1__name="何文斌", contacts__new1__hobbies="钓鱼")
    undo_merge(boss, merge(boss, pair), NOW)
    clear_private(boss, pair[1], NOW, reason="本人要求")
    told = {text for one in Revision.select() for text in (one.old_value, one.new_value)}
    assert "下棋" in told
    assert "钓鱼" not in told
    assert not [one for one in CardMerge.select() if "钓鱼" in one.before]
    (contact,) = read_card(boss, pair[0], NOW).children["contacts"]
    assert contact["hobbies"] == "下棋"
