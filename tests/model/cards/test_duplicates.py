"""One customer, one card: what is asked before a card is opened, and what is told."""

from __future__ import annotations

from typing import Any

import pytest

from model.cards.custody import card_of
from model.cards.duplicates import refuse_duplicate
from model.cards.finding import normalised_name
from model.cards.tables import Contact, CustomerCard
from model.errors import DuplicateCardError
from model.storage.database import writing
from tests.conftest import Sit, make_card

CODE = "91350100M000100Y43"


@pytest.fixture
def card(sit: Sit) -> str:
    """王芳's card, with a code and a contact."""
    ref = make_card(sit, "成都恒运叉车配件有限公司", "王芳", "028-85551234", "武侯", "赵刚")
    with writing():
        CustomerCard.update(uscc=CODE).where(CustomerCard.card_no == ref).execute()
        Contact.insert(card=card_of(ref).id, row_no=1, mobile="13900001111").execute()
    return ref


def asked(
    values: dict[str, Any], name: str = "", own: int | None = None, sure: bool = False
) -> str:
    """Which field agrees with a card that is there."""
    try:
        refuse_duplicate(values, normalised_name(name) if name else "", own, sure)
    except DuplicateCardError as error:
        told = dict(error.values)
        field = str(told.pop("field"))
    else:
        return ""
    assert told == {"card_no": "Q00001", "holder": "王芳"}, "nothing more is told"
    return field


@pytest.mark.usefixtures("card")
@pytest.mark.parametrize(
    ("values", "name", "field"),
    [
        ({"uscc": CODE}, "", "uscc"),
        ({"phone": "028-85551234"}, "", "phone"),
        ({"mobile": "13900001111"}, "", "mobile"),
        ({"contacts#3.mobile": "13900001111"}, "", "mobile"),
        ({"contacts#3.name": "13900001111"}, "", ""),
        ({}, "恒运叉车配件", "full_name"),
        ({}, "四川省成都市恒运叉车配件（有限责任公司）", "full_name"),
        ({"phone": "028-85551234"}, "恒运叉车配件", "phone"),
        ({"phone": "028-85559999", "mobile": "13900002222"}, "恒运轮胎", ""),
        ({}, "", ""),
    ],
)
def test_what_agrees_is_told(values: dict[str, Any], name: str, field: str) -> None:
    assert asked(values, name) == field


@pytest.mark.usefixtures("card")
def test_who_is_sure_is_believed_but_not_about_the_code() -> None:
    assert asked({"phone": "028-85551234"}, "恒运叉车配件", sure=True) == ""
    assert asked({"uscc": CODE}, sure=True) == "uscc"


def test_a_card_is_not_its_own_duplicate(card: str) -> None:
    values = {"uscc": CODE, "phone": "028-85551234", "mobile": "13900001111"}
    assert asked(values, "恒运叉车配件", own=card_of(card).id) == ""


def test_a_void_card_is_no_duplicate(card: str) -> None:
    with writing():
        CustomerCard.update(custody_state="void").where(CustomerCard.card_no == card).execute()
    assert asked({"uscc": CODE, "phone": "028-85551234"}, "恒运叉车配件") == ""
