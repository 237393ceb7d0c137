"""Customers of 李明: one with something of everything on his card, a plain one, and a draft."""

from __future__ import annotations

import pytest

from model.cards import drafts, reviewing
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.tables import CompetitorSale, Contact, CustomerCard
from model.loans import opening
from model.storage.database import writing
from tests.conftest import NOW, Sit, make_card, make_draft

PRIVATE = {
    "home_address": "成都市金牛区秘密街9号", "hobbies": "钓鱼下棋", "personality": "急性子",
    "spouse": "刘某某", "other_notes": "晚上不接电话", "birth_date": "1975-03-08",
}  # fmt: skip


@pytest.fixture
def card(sit: Sit) -> str:
    """李明's individual customer, with private and business facts and two contacts."""
    typed = {
        "full_name": "陈美玲", "mobile": "13900001111", "district": "武侯",
        "channel_type": "end_user", "source_method": "cold_visit",
        **PRIVATE, "purchase_habit": "月底进货", "trade_terms": "现款现货",
    }  # fmt: skip
    ref = drafts.create_card(sit("李明"), CardKind.INDIVIDUAL, typed, NOW).ref
    reviewing.pass_card(sit("赵刚"), ref, NOW)
    ref = reviewing.file_card(sit("王秀兰"), ref, NOW)
    opening.open_cabinet(sit("王秀兰"), NOW)
    with writing():
        id_ = card_of(ref).id
        CustomerCard.update(credit_grade="A", next_row_no=2).where(CustomerCard.id == id_).execute()
        Contact.insert(card=id_, row_no=1, name="周经理", mobile="13900002222",
                       hobbies="麻将", roles="decider,user").execute()  # fmt: skip
        CompetitorSale.insert(card=id_, row_no=1, brand="对手牌", observed_by=3).execute()
    return ref


@pytest.fixture
def firm(sit: Sit) -> str:
    """李明's company customer, with what a card must have."""
    ref = make_card(sit, "客户甲厂", "李明", "028-85551001", "武侯", "赵刚")
    opening.open_cabinet(sit("王秀兰"), NOW)
    return ref


@pytest.fixture
def draft(sit: Sit) -> str:
    """A complete draft of 李明's."""
    return make_draft(sit, "客户甲厂", "李明", "028-85551001", "武侯")
