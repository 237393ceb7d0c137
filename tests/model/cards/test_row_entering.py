"""Rows as they are typed: numbers, ticks of which there is one, what a row cannot do without."""

from __future__ import annotations

from typing import Any

import pytest

from model.cards.contents import Contents
from model.cards.definition import CardKind
from model.cards.entering import Entered, enter
from model.cards.rows import rows_after
from model.errors import BadInputError
from tests.conftest import TODAY

pytestmark = pytest.mark.usefixtures("clerk")

FIRST = {"row_no": 3, "name": "何文斌", "mobile": "13900000001", "is_primary": True}
SECOND = {"row_no": 5, "name": "刘红", "title": "采购主管"}
THIRD = {"row_no": 6, "name": "陈师傅", "is_key_person": True}


def before(explicit: dict[str, str] | None = None, **children: Any) -> Contents:
    rows = {table: tuple(found) for table, found in children.items()}
    known = {"full_name": "客户甲厂", "rep": "李明", "district": "武侯"}
    return Contents(CardKind.COMPANY, known, explicit or {}, rows, next_row_no=9)


def entered(texts: dict[str, str], card: Contents, **more: Any) -> Entered:
    return enter(texts, card, TODAY, **more)


def refused(texts: dict[str, str], card: Contents, **more: Any) -> list[tuple[str, str]]:
    with pytest.raises(BadInputError) as error:
        enter(texts, card, TODAY, **more)
    return [(problem.field, problem.reason) for problem in error.value.problems]


# --- numbers ------------------------------------------------------------------------------------


def test_new_rows_are_numbered_in_the_typists_order() -> None:
    texts = {"needs#+2.description": "账期60天", "contacts#+2.name": "周志远",
             "contacts#+1.name": "何文斌"}  # fmt: skip
    found = entered(texts, before())
    assert found.numbered == {"contacts#+1": 9, "contacts#+2": 10, "needs#+2": 11}
    assert found.next_row_no == 12
    assert found.rows["contacts#9.name"] == "何文斌"
    assert found.rows["needs#11.description"] == "账期60天"


def test_a_new_row_in_which_nothing_stands_is_none() -> None:
    found = entered({"contacts#+1.name": "", "needs#+1": "", "needs#+1.description": "x"}, before())
    assert (found.rows, found.numbered, found.next_row_no) == ({}, {}, 9)


def test_the_same_in_other_words_is_no_change() -> None:
    texts = {"contacts#3.mobile": "+86 139 0000 0001", "contacts#3.is_primary": "是",
             "contacts#3.is_key_person": "否", "contacts#5.title": " 采购主管 "}  # fmt: skip
    found = entered(texts, before(contacts=[FIRST, SECOND]))
    assert (found.rows, found.removed, found.next_row_no) == ({}, (), 9)


def test_a_cell_is_changed_and_emptied() -> None:
    texts = {"contacts#5.title": "", "contacts#5.roles": "采购者、使用者"}
    found = entered(texts, before(contacts=[FIRST, SECOND]))
    assert found.rows == {"contacts#5.title": None, "contacts#5.roles": ("user", "buyer")}


def test_who_is_on_the_staff_may_have_observed_it() -> None:
    card = before(competitor_sales=[{"row_no": 1, "brand": "甲牌"}])
    found = entered({"competitor_sales#1.observed_by": "王秀兰"}, card)
    assert found.rows["competitor_sales#1.observed_by"].name == "王秀兰"
    assert refused({"competitor_sales#1.observed_by": "无名氏"}, card) == [
        ("competitor_sales#1.observed_by", "person_unknown")
    ]


# --- 无 in a row --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "kept"),
    [("contacts#5.hobbies", "无"), ("contacts#5.mobile", None), ("contacts#5.wechat", None)],
)
def test_none_is_a_word_where_words_stand_and_nothing_elsewhere(path: str, kept: Any) -> None:
    card = before(contacts=[FIRST, {**SECOND, "mobile": "13900000009", "wechat": "liu_hong"}])
    assert entered({path: "无"}, card).rows == {path: kept}


def test_rows_take_the_place_of_the_answer_that_there_are_none() -> None:
    card = before({"competitor_sales": "none"})
    found = entered({"competitor_sales#+1.brand": "甲牌"}, card)
    assert found.explicit == {"competitor_sales": None}
    assert entered({"competitor_sales": "无"}, before()).explicit == {"competitor_sales": "none"}


def test_there_are_none_is_refused_while_rows_stand() -> None:
    card = before(competitor_sales=[{"row_no": 1, "brand": "甲牌"}])
    assert refused({"competitor_sales": "无"}, card) == [("competitor_sales", "has_rows")]
    found = entered({"competitor_sales": "无", "competitor_sales#1": ""}, card)
    assert found.explicit == {"competitor_sales": "none"}


# --- what a row cannot do without ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "missing"),
    [
        ({"contacts#+1.mobile": "13900000001"}, ["contacts#+1.name"]),
        ({"contacts#3.name": ""}, ["contacts#3.name"]),
        ({"needs#+1.importance": "5"}, ["needs#+1.description"]),
        ({"competitor_sales#+1.price": "610"}, ["competitor_sales#+1.brand"]),
        ({"sales_history#+1.net_sales": "1"}, ["sales_history#+1.year"]),
        ({"investments#+1.amount": "1"},
         ["investments#+1.spent_on", "investments#+1.investment_kind"]),
    ],
)  # fmt: skip
def test_what_names_a_row_must_be_filled(texts: dict[str, str], missing: list[str]) -> None:
    found = refused(texts, before(contacts=[FIRST]))
    assert found == [(path, "required") for path in missing]


def test_an_old_row_without_a_name_may_get_something_else() -> None:
    """A contact taken over from before has what he has."""
    card = before(contacts=[{"row_no": 1, "mobile": "13900000001", "is_primary": True}])
    assert entered({"contacts#1.title": "老板"}, card).rows == {"contacts#1.title": "老板"}


def test_a_row_of_which_nothing_is_left_is_taken_out() -> None:
    card = before(contacts=[FIRST])
    assert entered({"contacts#3": ""}, card).removed == (("contacts", 3),)
    found = entered({"contacts#3.name": "", "contacts#3.mobile": ""}, card)
    assert (found.removed, found.rows) == ((("contacts", 3),), {})


@pytest.mark.parametrize(
    ("texts", "problem"),
    [
        ({"contacts#4.name": "某人"}, ("contacts#4.name", "no_such_row")),
        ({"contacts#3.no_such": "1"}, ("contacts#3.no_such", "no_such_field")),
        ({"usage_log#1.rep": "李明"}, ("usage_log#1.rep", "no_such_field")),
        ({"contacts[0].name": "某人"}, ("contacts[0].name", "no_such_field")),
        ({"contacts#3": "某人"}, ("contacts#3", "not_typed")),
        ({"needs": "账期"}, ("needs", "not_typed")),
        ({"contacts#3.mobile": "12"}, ("contacts#3.mobile", "mobile_format")),
        ({"sales_history#2.share": "12"}, ("sales_history#2.share", "not_typed")),
        ({"sales_history#+1.year": "2024"}, ("sales_history#+1.year", "year_twice")),
    ],
)
def test_what_cannot_be_taken_is_named_by_its_path(
    texts: dict[str, str], problem: tuple[str, str]
) -> None:
    years = [{"row_no": 2, "year": 2024, "net_sales": 5}]
    assert refused(texts, before(contacts=[FIRST], sales_history=years)) == [problem]


def test_a_year_may_take_the_place_of_one_that_goes() -> None:
    card = before(sales_history=[{"row_no": 2, "year": 2024}])
    texts = {"sales_history#2": "", "sales_history#+1.year": "2024"}
    assert entered(texts, card).rows == {"sales_history#9.year": 2024}


def test_a_row_that_went_stays_away_unless_it_is_called_back() -> None:
    texts = {"contacts#2.name": "旧人"}
    assert entered({"contacts#2": ""}, before()).removed == ()
    assert refused(texts, before()) == [("contacts#2.name", "no_such_row")]
    found = entered(texts, before(), again={("contacts", 2)})
    assert found.rows == {"contacts#2.name": "旧人", "contacts#2.is_primary": True}
    assert found.next_row_no == 9


# --- ticks of which there is one ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "primary"),
    [
        ({"contacts#5.is_primary": "是"}, 5),
        ({"contacts#5.is_primary": "是", "contacts#6.is_primary": "是"}, 6),
        ({"contacts#3.is_primary": "否"}, 5),
        ({"contacts#3": ""}, 5),
        ({"contacts#3.left_on": "2026-11-02"}, 5),
        ({"contacts#3.left_on": "2026-11-02", "contacts#5": ""}, 6),
        ({"contacts#5.is_primary": "是", "contacts#5.left_on": "2026-11-02"}, 3),
        ({"contacts#+1.name": "新来的"}, 3),
        ({"contacts#+1.name": "新来的", "contacts#+1.is_primary": "是"}, 9),
    ],
)
def test_exactly_one_who_is_there_is_the_primary_contact(
    texts: dict[str, str], primary: int
) -> None:
    card = before(contacts=[FIRST, SECOND, THIRD])
    found = entered(texts, card)
    rows = rows_after(card.children, found.rows, found.removed)["contacts"]
    assert [row["row_no"] for row in rows if row.get("is_primary")] == [primary]
    assert rows[0]["row_no"] == primary


def test_the_first_contact_is_primary_by_himself() -> None:
    assert entered({"contacts#+1.name": "何文斌"}, before()).rows["contacts#9.is_primary"] is True


def test_the_last_who_leaves_is_primary_no_longer() -> None:
    found = entered({"contacts#3.left_on": "2026-11-02"}, before(contacts=[FIRST]))
    assert found.rows["contacts#3.is_primary"] is None


def test_the_only_contact_cannot_be_unticked() -> None:
    assert entered({"contacts#3.is_primary": "否"}, before(contacts=[FIRST])).rows == {}


@pytest.mark.parametrize(
    ("texts", "top"),
    [
        ({"needs#2.is_top": "是"}, [2]),
        ({"needs#1.is_top": "否"}, []),
        ({"needs#1": ""}, []),
        ({"needs#+1.description": "新的", "needs#+1.is_top": "是"}, [9]),
        ({"needs#2.importance": "5"}, [1]),
    ],
)
def test_at_most_one_need_is_the_most_important(texts: dict[str, str], top: list[int]) -> None:
    needs = [{"row_no": 1, "description": "快", "is_top": True}, {"row_no": 2, "description": "省"}]
    card = before(needs=needs)
    found = entered(texts, card)
    rows = rows_after(card.children, found.rows, found.removed)["needs"]
    assert [row["row_no"] for row in rows if row.get("is_top")] == top
