"""`verify` notices a card that is not what its history tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from model.cards import drafts
from model.cards.cards import edit_card
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.history_check import history_faults
from model.office.desk import Desk
from model.storage.cabinet import database_path
from model.storage.database import open_connection, reading
from tests.conftest import NOW, Sit, make_card
from tests.filled_cards import DEALER

MORE = {
    "phone": "028-85559999", "fax": "无", "contacts#+1.name": "何文斌", "contacts#+2.name": "刘红",
    "contacts#+2.is_primary": "是", "needs#+1.description": "快", "needs#+1.our_rate": "60",
    "competitor_sales#+1.brand": "甲牌", "competitor_sales#+1.observed_by": "李明",
}  # fmt: skip


@pytest.fixture
def card(sit: Sit, opened: Desk) -> str:
    """A card with rows, changed once; a second one and a draft beside it."""
    make_card(sit, "成都瑞驿物流有限公司", "李明", "028-52345678", "武侯", "赵刚")
    ref = make_card(sit, "成都恒岳叉车配件有限公司", "李明", "028-51234567", "武侯", "赵刚")
    edit_card(sit("张总"), ref, 3, MORE, NOW)
    typed = {**DEALER, "rep": "李明", "district": "武侯", "is_focus": "否"}
    drafts.create_card(sit("王秀兰"), CardKind.COMPANY, typed, NOW)
    return ref


@pytest.fixture
def sql(card: str, sit: Sit) -> Iterator[Any]:
    desk = sit("王秀兰")
    with closing(open_connection(database_path(desk.cabinet), desk.keys.data_key)) as opened:
        opened.execute("PRAGMA foreign_keys=0")
        yield lambda statement: opened.execute(statement.format(id=card_of(card).id)) and None


def found() -> list[tuple[str, dict[str, object]]]:
    with reading():
        return list(history_faults())


def test_typed_cards_are_what_their_history_tells(card: str) -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("statement", "fields"),
    [
        ("UPDATE customer_card SET phone = '028-85550000' WHERE id = {id}", "phone"),
        ("UPDATE customer_card SET biz_address = NULL WHERE id = {id}", "biz_address"),
        ("UPDATE customer_card SET likes = '茶' WHERE id = {id}", "likes"),
        ("UPDATE customer_card SET explicit = '{{}}' WHERE id = {id}", "fax"),
        ("UPDATE customer_card SET secrecy = 'secret' WHERE id = {id}", "secrecy"),
        ("UPDATE contact SET name = '别人' WHERE card_id = {id} AND row_no = 4", "contacts#4.name"),
        ("UPDATE need SET our_rate = 1 WHERE card_id = {id}", "needs#2.our_rate"),
        ("DELETE FROM contact WHERE card_id = {id} AND row_no = 1", "contacts#1.name"),
        ("DELETE FROM revision WHERE card_id = {id} AND field = 'phone'", "phone"),
        (
            "UPDATE competitor_sale SET observed_by_id = 1 WHERE card_id = {id}",
            "competitor_sales#3.observed_by",
        ),
    ],
)
def test_what_was_changed_behind_the_history_is_found(
    card: str, sql: Any, statement: str, fields: str
) -> None:
    sql(statement)
    assert found() == [("card_history", {"ref": card, "fields": fields})]


def test_a_card_of_before_is_compared_as_far_as_its_history_tells(card: str, sql: Any) -> None:
    """Older versions told neither rows nor what the program filled in."""
    sql("UPDATE customer_card SET history_partial = 1, likes = '茶', secrecy = 'secret',"
        " phone = '028-85550000' WHERE id = {id}")  # fmt: skip
    assert found() == [("card_history", {"ref": card, "fields": "phone"})]
