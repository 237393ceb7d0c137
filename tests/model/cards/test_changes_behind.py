"""Two people saved the same card: each sees what the other changed, field by field."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.cards import edit_card
from model.cards.changes_behind import MASK, Clash, changes_behind
from model.cards.custody import card_of
from model.errors import CabinetClosedError, NotAllowedError
from model.office.desk import Desk
from tests.conftest import NOW, Sit, make_card

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def ref(sit: Sit, opened: Desk) -> str:
    """A card with two contacts."""
    ref = make_card(sit, "成都恒岳叉车配件有限公司", "李明", "028-51234567", "武侯", "赵刚")
    rows = {"contacts#+1.name": "何文斌", "contacts#+2.name": "刘红", "likes": "守时"}
    edit_card(sit("张总"), ref, card_of(ref).version, rows, NOW)
    return ref


def behind(desk: Desk, ref: str, version: int, **texts: str) -> dict[str, Clash]:
    typed = {path.replace("__", "#").replace("_of_", "."): text for path, text in texts.items()}
    return {one.path: one for one in changes_behind(desk, ref, version, typed, LATER)}


def test_both_sides_are_told_field_by_field(sit: Sit, ref: str) -> None:
    desk, version = sit("张总"), card_of(ref).version
    for texts in ({"likes": "茶", "fax": "无"}, {"likes": "咖啡", "postcode": "610041"}):
        edit_card(desk, ref, card_of(ref).version, texts, LATER)
    found = behind(
        sit("王秀兰"), ref, version,
        likes="酒", postcode=" 610041 ", website="www.example.cn", phone="(028) 5123 4567",
    )  # fmt: skip
    assert found == {
        "likes": Clash("likes", "守时", "咖啡", "张总", LATER, "酒", False),
        "fax": Clash("fax", "", "none", "张总", LATER, "", False),
        "postcode": Clash("postcode", "", "610041", "张总", LATER, "610041", True),
        "website": Clash("website", "", "", "", None, "www.example.cn", False),
    }


def test_rows_are_told_by_their_columns(sit: Sit, ref: str) -> None:
    desk, version = sit("张总"), card_of(ref).version
    edit_card(desk, ref, version, {"contacts#1": "", "contacts#2.title": "经理"}, LATER)
    found = behind(desk, ref, version, **{
        "contacts__1_of_title": "总经理", "contacts__2": "", "contacts__+1_of_name": "新来的",
    })  # fmt: skip
    told = {path: (one.base, one.theirs, one.mine) for path, one in found.items()}
    assert told == {
        "contacts#1.name": ("何文斌", "", "何文斌"),
        "contacts#1.is_primary": ("True", "", "True"),
        "contacts#2.title": ("", "经理", ""),
        "contacts#2.is_primary": ("", "True", ""),
        "contacts#1.title": ("", "", "总经理"),
        "contacts#2": ("刘红", "刘红", ""),
        "contacts#+1.name": ("", "", "新来的"),
    }


def test_a_text_that_cannot_be_taken_is_shown_as_it_was_typed(sit: Sit, ref: str) -> None:
    found = behind(sit("张总"), ref, card_of(ref).version, postcode="12", no_such="x")
    assert {path: one.mine for path, one in found.items()} == {"postcode": "12", "no_such": "x"}


def test_a_tick_is_no_value_that_changed(sit: Sit, ref: str) -> None:
    desk, code = sit("张总"), {"uscc": "91350203M0001QKT19"}
    tick = frozenset({"uscc_check"})
    edit_card(desk, ref, card_of(ref).version, code, LATER, ticked=tick)
    version = card_of(ref).version
    edit_card(desk, ref, version, {}, LATER, ticked=tick)
    assert behind(desk, ref, version) == {}


def test_what_this_desk_may_not_see_is_masked(sit: Sit, ref: str) -> None:
    version = card_of(ref).version
    edit_card(sit("张总"), ref, version, {"contacts#1.hobbies": "钓鱼"}, LATER)
    found = behind(sit("王秀兰"), ref, version, contacts__1_of_hobbies="麻将")
    assert found["contacts#1.hobbies"] == Clash(
        "contacts#1.hobbies", "", MASK, "张总", LATER, "麻将", False
    )
    assert behind(sit("王秀兰"), ref, version)["contacts#1.hobbies"].mine == ""


def test_it_is_read_like_the_card(sit: Sit, ref: str) -> None:
    for name in ("王芳", "钱进"):
        with pytest.raises(NotAllowedError):
            changes_behind(sit(name), ref, 1, {}, LATER)
    with pytest.raises(CabinetClosedError):
        changes_behind(sit("张总"), ref, 1, {}, NOW + timedelta(days=1))
