"""An old value comes back as a new change, rows that were taken out included."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.cards import edit_card
from model.cards.contents import contents_of
from model.cards.custody import card_of
from model.cards.history_check import history_faults
from model.cards.restoring import restore_value
from model.cards.revisions import CLEARED, history
from model.cards.tables import Revision
from model.errors import (
    BadInputError,
    CabinetClosedError,
    ClearedValueError,
    LostRaceError,
    MustProposeError,
    NotAllowedError,
    NotFoundError,
)
from model.office.desk import Desk
from model.office.tables import Person, PersonState
from model.storage.database import reading, writing
from tests.conftest import NOW, Sit, make_card

LATER = NOW + timedelta(minutes=5)
CHANGES = (
    {"contacts#+1.name": "何文斌", "contacts#+1.mobile": "13900000001",
     "contacts#+1.hobbies": "钓鱼", "contacts#+2.name": "刘红", "likes": "守时"},
    {"contacts#1.mobile": "13900000002", "likes": "茶", "fax": "无", "phone": "028-85551009"},
    {"contacts#1": "", "likes": "", "full_name": "成都恒岳配件有限公司"},
)  # fmt: skip


@pytest.fixture
def ref(sit: Sit, opened: Desk) -> str:
    """A card that was changed three times; a contact was taken out at the end."""
    ref = make_card(sit, "成都恒岳叉车配件有限公司", "李明", "028-51234567", "武侯", "赵刚")
    desk = sit("张总")
    for texts in CHANGES:
        edit_card(desk, ref, card_of(ref).version, texts, NOW)
    return ref


def line(ref: str, field: str, new: str | None) -> int:
    """The number of the line that wrote a value."""
    found = Revision.get(
        Revision.card == card_of(ref).id, Revision.field == field, Revision.new_value == new
    )
    return int(found.id)


def contact(ref: str, number: int) -> dict[str, object]:
    rows = contents_of(card_of(ref)).children["contacts"]
    return next((row for row in rows if row["row_no"] == number), {})


def test_an_old_value_is_back_and_all_three_stay_in_the_history(sit: Sit, ref: str) -> None:
    desk = sit("王秀兰")
    version = card_of(ref).version
    saved = restore_value(desk, ref, line(ref, "likes", None), LATER, reason="误删")
    assert (saved.ref, saved.version) == (ref, version + 1)
    assert contents_of(card_of(ref)).values["likes"] == "茶"
    told = [(row.old, row.new) for row in history(desk, ref, LATER) if row.field == "likes"]
    assert told == [("", "茶"), ("茶", ""), ("守时", "茶"), ("", "守时")]
    newest = history(desk, ref, LATER)[0]
    assert (newest.reason, newest.changed_by, newest.changed_at) == ("误删", "王秀兰", LATER)


def test_what_was_empty_is_empty_again_and_an_answer_is_an_answer(sit: Sit, ref: str) -> None:
    desk = sit("王秀兰")
    restore_value(desk, ref, line(ref, "fax", "none"), LATER)
    assert "fax" not in contents_of(card_of(ref)).explicit
    back = next(row for row in history(desk, ref, LATER) if row.field == "fax")
    restore_value(desk, ref, back.id, LATER)
    assert contents_of(card_of(ref)).explicit["fax"] == "none"


def test_a_row_that_was_taken_out_comes_back_under_its_number(sit: Sit, ref: str) -> None:
    restore_value(sit("张总"), ref, line(ref, "contacts#1.hobbies", None), LATER)
    assert contact(ref, 1) == {
        "row_no": 1, "name": "何文斌", "mobile": "13900000002", "hobbies": "钓鱼",
    }  # fmt: skip
    assert contact(ref, 2)["is_primary"] is True, "who took his place keeps it"
    with reading():
        assert list(history_faults()) == []


def test_an_older_value_of_a_row_that_is_gone_comes_with_the_row(sit: Sit, ref: str) -> None:
    restore_value(sit("张总"), ref, line(ref, "contacts#1.mobile", "13900000002"), LATER)
    assert contact(ref, 1)["mobile"] == "13900000001"
    assert contact(ref, 1)["name"] == "何文斌"


def test_a_tick_comes_back_with_its_row(sit: Sit, ref: str) -> None:
    restore_value(sit("张总"), ref, line(ref, "contacts#1.is_primary", None), LATER)
    assert contact(ref, 1)["is_primary"] is True
    assert "is_primary" not in contact(ref, 2)


def test_a_row_comes_back_whose_observer_has_left_since(sit: Sit, ref: str) -> None:
    desk = sit("张总")
    rival = {"competitor_sales#+1.brand": "甲牌", "competitor_sales#+1.observed_by": "王芳"}
    edit_card(desk, ref, card_of(ref).version, rival, LATER)
    (row,) = contents_of(card_of(ref)).children["competitor_sales"]
    path = f"competitor_sales#{row['row_no']}"
    edit_card(desk, ref, card_of(ref).version, {path: ""}, LATER)
    with writing():
        Person.update(state=PersonState.GONE).where(Person.name == "王芳").execute()
    restore_value(desk, ref, line(ref, f"{path}.brand", None), LATER)
    assert contents_of(card_of(ref)).children["competitor_sales"] == (row,)
    with pytest.raises(BadInputError) as refused:
        edit_card(desk, ref, card_of(ref).version, rival, LATER)
    assert [problem.reason for problem in refused.value.problems] == ["person_unknown"]


def test_nothing_is_put_back_where_nothing_was(sit: Sit, ref: str) -> None:
    version = card_of(ref).version
    saved = restore_value(sit("张总"), ref, line(ref, "contacts#1.hobbies", "钓鱼"), LATER)
    assert saved.version == version
    assert contact(ref, 1) == {}


def test_the_same_rights_as_for_typing_are_asked(sit: Sit, ref: str) -> None:
    name = line(ref, "full_name", "成都恒岳配件有限公司")
    with pytest.raises(MustProposeError):
        restore_value(sit("王秀兰"), ref, name, LATER)
    for person in ("李明", "钱进"):
        with pytest.raises(NotAllowedError):
            restore_value(sit(person), ref, name, LATER)
    with pytest.raises(CabinetClosedError):
        restore_value(sit("赵刚"), ref, name, NOW + timedelta(days=1))
    restore_value(sit("赵刚"), ref, name, LATER)
    assert contents_of(card_of(ref)).values["full_name"] == "成都恒岳叉车配件有限公司"


def test_what_this_desk_does_not_see_it_does_not_find(sit: Sit, ref: str) -> None:
    private = line(ref, "contacts#1.hobbies", None)
    for number in (private, 0, line(ref, "", Revision.get(Revision.field == "").new_value)):
        with pytest.raises(NotFoundError):
            restore_value(sit("王秀兰"), ref, number, LATER)
    other = make_card(sit, "成都瑞驿物流有限公司", "李明", "028-52345678", "武侯", "赵刚")
    with pytest.raises(NotFoundError):
        restore_value(sit("王秀兰"), other, line(ref, "likes", None), LATER)


def test_what_the_program_decides_is_not_put_back(sit: Sit, ref: str) -> None:
    desk = sit("张总")
    edit_card(desk, ref, card_of(ref).version, {"relationship_status": "future",
              "is_key_account": "是"}, LATER, reason="调整")  # fmt: skip
    with pytest.raises(BadInputError):
        restore_value(desk, ref, line(ref, "secrecy", "secret"), LATER)


def test_a_cleared_value_is_kept_nowhere(sit: Sit, ref: str) -> None:
    with writing():
        Revision.update(state=CLEARED, old_value=None, new_value=None).where(
            Revision.field == "likes"
        ).execute()
    with pytest.raises(ClearedValueError):
        restore_value(sit("张总"), ref, line(ref, "likes", None), LATER)


def test_a_value_whose_warning_was_ticked_comes_back_with_a_tick(sit: Sit, ref: str) -> None:
    desk, tick = sit("张总"), frozenset({"uscc_check"})
    for code in ("91350203M0001QKT19", "91350100M000100Y43"):
        edit_card(desk, ref, card_of(ref).version, {"uscc": code}, LATER, ticked=tick)
    before = line(ref, "uscc", "91350100M000100Y43")
    with pytest.raises(BadInputError) as refused:
        restore_value(desk, ref, before, LATER)
    assert [problem.reason for problem in refused.value.problems] == ["uscc_check"]
    restore_value(desk, ref, before, LATER, ticked=tick)
    contents = contents_of(card_of(ref))
    assert contents.values["uscc"] == "91350203M0001QKT19"
    assert contents.explicit["uscc"] == "checked"


def test_it_does_not_write_over_what_this_desk_has_not_seen(sit: Sit, ref: str) -> None:
    desk, seen = sit("张总"), card_of(ref).version
    edit_card(desk, ref, seen, {"likes": "酒"}, LATER)
    with pytest.raises(LostRaceError):
        restore_value(desk, ref, line(ref, "likes", None), LATER, version=seen)
    assert contents_of(card_of(ref)).values["likes"] == "酒"


def test_a_tick_has_no_old_value(sit: Sit, ref: str) -> None:
    desk, tick = sit("张总"), frozenset({"uscc_check"})
    code = {"uscc": "91350203M0001QKT19"}
    with pytest.raises(BadInputError):
        edit_card(desk, ref, card_of(ref).version, code, LATER)
    with writing():
        Revision.create(card=card_of(ref).id, version=card_of(ref).version, field="uscc",
                        new_value="checked", changed_at=LATER, changed_by=1)  # fmt: skip
    edit_card(desk, ref, card_of(ref).version, code, LATER, ticked=tick)
    with pytest.raises(NotFoundError):
        restore_value(desk, ref, line(ref, "uscc", "checked"), LATER)
