"""Rows on a card: written, read in the paper's order, each column under its own right."""

from __future__ import annotations

import pytest
from playhouse.test_utils import assert_query_count

from model.cards import drafts, reviewing
from model.cards.cards import CardView, edit_card, read_card
from model.cards.contents import contents_of
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.permitted import TYPED_COLUMNS
from model.cards.search import search
from model.cards.tables import Contact, CustomerCard
from model.errors import BadInputError, LostRaceError, NotAllowedError
from model.office.desk import Desk
from model.office.tables import AuditLine
from tests.conftest import NOW, Sit, make_card
from tests.filled_cards import FILLED

ROWS = {
    "contacts#+1.name": "何文斌", "contacts#+1.mobile": "13900000001",
    "contacts#+1.hobbies": "钓鱼",
    "contacts#+2.name": "刘红", "contacts#+2.is_key_person": "是",
    "contacts#+3.name": "陈师傅", "contacts#+3.roles": "使用者、影响者",
    "needs#+1.description": "快", "needs#+1.is_top": "是", "needs#+1.our_rate": "62.5",
    "sales_history#+1.year": "2024", "sales_history#+1.net_sales": "100000",
    "sales_history#+2.year": "2025", "sales_history#+2.net_sales": "150000",
    "competitor_sales#+1.brand": "甲牌", "competitor_sales#+1.observed_by": "李明",
}  # fmt: skip

_QUERIES = 1 + 2 + 5 + 1
"""The card, names of people and districts, five child tables, the observers' names."""


@pytest.fixture
def ref(sit: Sit, opened: Desk) -> str:
    """李明's customer with rows."""
    ref = make_card(sit, "成都恒岳叉车配件有限公司", "李明", "028-51234567", "武侯", "赵刚")
    edit_card(sit("张总"), ref, card_of(ref).version, ROWS, NOW)
    return ref


def names(view: CardView) -> list[str]:
    return [row["name"] for row in view.children["contacts"]]


def test_contacts_stand_in_the_papers_order(sit: Sit, ref: str) -> None:
    desk = sit("张总")
    assert names(read_card(desk, ref, NOW)) == ["何文斌", "刘红", "陈师傅"]
    rows = {row["name"]: row["row_no"] for row in read_card(desk, ref, NOW).children["contacts"]}
    change = {
        f"contacts#{rows['陈师傅']}.is_primary": "是",
        f"contacts#{rows['何文斌']}.left_on": "2026-11-02",
    }
    edit_card(desk, ref, card_of(ref).version, change, NOW)
    assert names(read_card(desk, ref, NOW)) == ["陈师傅", "刘红", "何文斌"]


def test_rows_are_read_as_they_were_typed(sit: Sit, ref: str) -> None:
    children = read_card(sit("张总"), ref, NOW).children
    assert children["contacts"][2]["roles"] == ("user", "influencer")
    assert str(children["needs"][0]["our_rate"]) == "62.50"
    assert children["competitor_sales"][0]["observed_by"] == "李明"
    assert [row.get("growth") for row in children["sales_history"]] == [None, 50]
    numbers = [row["row_no"] for rows in children.values() for row in rows]
    assert sorted(numbers) == list(range(1, 8))
    assert card_of(ref).next_row_no == 8


def test_what_a_card_is_found_by_and_counted_follows_its_rows(sit: Sit, ref: str) -> None:
    desk, before = sit("张总"), card_of(ref).completeness
    assert [hit.ref for hit in search(desk, "刘红", NOW)] == [ref]
    number = Contact.get(Contact._meta.fields["name"] == "刘红").row_no
    edit_card(desk, ref, card_of(ref).version, {f"contacts#{number}": ""}, NOW)
    assert search(desk, "刘红", NOW) == []
    roles = {"contacts#1.roles": "决策者、批准者、采购者"}
    edit_card(desk, ref, card_of(ref).version, roles, NOW)
    assert card_of(ref).completeness > before


def test_the_log_names_rows_and_never_what_stands_in_them(ref: str) -> None:
    line = AuditLine.select().where(AuditLine.event == "card.change").get()
    assert "contacts#1.hobbies" in line.after
    assert "钓鱼" not in line.after


def test_a_refused_row_leaves_no_trace(sit: Sit, ref: str) -> None:
    desk, version = sit("张总"), card_of(ref).version
    texts = {"contacts#+1.name": "新来的", "contacts#+2.mobile": "13900000009", "likes": "茶"}
    with pytest.raises(BadInputError) as error:
        edit_card(desk, ref, version, texts, NOW)
    assert [problem.field for problem in error.value.problems] == ["contacts#+2.name"]
    assert Contact.select().count() == 3
    assert (card_of(ref).version, card_of(ref).next_row_no) == (version, 8)


def test_a_row_is_not_written_over_a_newer_card(sit: Sit, ref: str) -> None:
    with pytest.raises(LostRaceError):
        edit_card(sit("张总"), ref, card_of(ref).version - 1, {"contacts#1.title": "老板"}, NOW)


# --- rights -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "open_"),
    [("张总", TYPED_COLUMNS), ("赵刚", TYPED_COLUMNS), ("王秀兰", TYPED_COLUMNS), ("李明", set())],
)
def test_which_columns_are_open_for_typing(
    sit: Sit, ref: str, name: str, open_: frozenset[str]
) -> None:
    assert read_card(sit(name), ref, NOW).editable_columns == open_


def test_a_clerk_types_private_columns_without_seeing_them(sit: Sit, ref: str) -> None:
    clerk = sit("王秀兰")
    edit_card(clerk, ref, card_of(ref).version, {"contacts#1.family": "已婚"}, NOW)
    first = read_card(clerk, ref, NOW).children["contacts"][0]
    assert first.keys() == {"row_no", "name", "mobile", "is_primary"}
    assert read_card(sit("赵刚"), ref, NOW).children["contacts"][0]["family"] == "已婚"


def test_a_rep_and_another_team_change_no_row(sit: Sit, ref: str) -> None:
    for name in ("李明", "钱进"):
        with pytest.raises(NotAllowedError):
            edit_card(sit(name), ref, card_of(ref).version, {"contacts#1": ""}, NOW)
    assert Contact.select().count() == 3


def test_nothing_is_open_on_a_void_card(sit: Sit, ref: str) -> None:
    CustomerCard.update(custody_state="void", holder=None).execute()
    assert read_card(sit("张总"), ref, NOW).editable_columns == frozenset()


def test_a_rep_fills_the_rows_of_his_draft(sit: Sit) -> None:
    rep = sit("李明")
    assert drafts.empty_card(rep, CardKind.COMPANY, NOW).editable_columns == TYPED_COLUMNS
    typed = {**ROWS, "full_name": "甲厂", "district": "武侯"}
    saved = drafts.create_card(rep, CardKind.COMPANY, typed, NOW)
    drafts.change_draft(rep, saved.ref, 1, {"contacts#1": "", "needs#+1.description": "省"}, NOW)
    view = read_card(sit("李明"), saved.ref, NOW)
    assert names(view) == ["刘红", "陈师傅"]
    assert [row["description"] for row in view.children["needs"]] == ["快", "省"]
    assert view.editable_columns == TYPED_COLUMNS
    assert read_card(sit("赵刚"), saved.ref, NOW).editable_columns == frozenset()


@pytest.mark.parametrize("name", FILLED)
def test_whole_cards_are_taken_as_they_are_typed(sit: Sit, name: str) -> None:
    kind, texts = FILLED[name]
    typed = {**texts, "rep": "李明", "district": "武侯"}
    saved = drafts.create_card(sit("王秀兰"), kind, typed, NOW)
    reviewing.pass_card(sit("赵刚"), saved.ref, NOW)
    assert reviewing.file_card(sit("王秀兰"), saved.ref, NOW)


def test_many_rows_are_read_with_as_many_queries_as_few(sit: Sit, ref: str) -> None:
    desk = sit("张总")
    with assert_query_count(_QUERIES):
        contents_of(card_of(ref))
    texts = {f"competitor_sales#+{n}.brand": f"牌{n}" for n in range(1, 30)}
    texts |= {f"competitor_sales#+{n}.observed_by": "李明" for n in range(1, 30)}
    texts |= {f"contacts#+{n}.name": f"张{n}" for n in range(1, 30)}
    edit_card(desk, ref, card_of(ref).version, texts, NOW)
    with assert_query_count(_QUERIES):
        contents_of(card_of(ref))
