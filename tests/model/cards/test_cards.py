"""Cards read and edited: each desk sees its part, and what is hidden is not there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from model.cards.cards import CardView, edit_card, read_card
from model.cards.custody import card_of
from model.cards.fields import fields_of
from model.cards.listing import list_cards
from model.cards.tables import CustodyState, CustomerCard
from model.errors import (
    BadInputError,
    CabinetClosedError,
    MustProposeError,
    NotAllowedError,
    NotFoundError,
    ReasonNeededError,
    WrongStateError,
)
from model.office import audit
from model.office.data_rights import DataClass
from model.office.desk import Desk
from model.office.tables import AuditLine, Person
from model.storage.database import writing
from tests.conftest import NOW, Sit, make_draft
from tests.model.cards.conftest import PRIVATE

BUSINESS = {"purchase_habit": "月底进货", "credit_grade": "A"}


def lend(ref: str, name: str, hours: int = 9) -> None:
    """Hand the card out to somebody."""
    with writing():
        CustomerCard.update(
            custody_state="out", holder=Person.get(Person.name == name),
            due_at=NOW + timedelta(hours=hours),
        ).where(CustomerCard.card_no == ref).execute()  # fmt: skip


def everything(view: CardView) -> str:
    """Every value that the view carries, wherever."""
    return repr((view.values, view.explicit, view.children, view.remark))


# --- reading -----------------------------------------------------------------------------------


def test_a_rep_without_the_card_gets_no_private_or_business_fact(sit: Sit, card: str) -> None:
    view = read_card(sit("李明"), card, NOW)

    assert (view.values["mobile"], view.values["trade_terms"]) == ("13900001111", "现款现货")
    assert (view.values["rep"], view.values["district"]) == ("李明", "武侯")
    assert view.values["credit_grade"] == "A"
    for value in (*PRIVATE.values(), "月底进货", "麻将", "对手牌"):
        assert value not in everything(view)
    assert PRIVATE.keys() | {"purchase_habit"} <= view.hidden
    assert view.children["contacts"][0]["mobile"] == "13900002222"
    assert not view.editable


def test_a_rep_with_the_card_in_hand_sees_them(sit: Sit, card: str) -> None:
    lend(card, "李明")
    view = read_card(sit("李明"), card, NOW)
    assert view.values.items() >= {**PRIVATE, **BUSINESS}.items()
    assert view.children["contacts"][0]["hobbies"] == "麻将"
    assert view.children["competitor_sales"][0]["observed_by"] == "李明"
    assert (view.state, view.holder) == (CustodyState.OUT, "李明")


def test_another_reps_hand_does_not_help(sit: Sit, card: str) -> None:
    lend(card, "王芳")
    with pytest.raises(NotAllowedError):
        read_card(sit("王芳"), card, NOW)
    assert "钓鱼下棋" not in everything(read_card(sit("李明"), card, NOW))


def test_a_clerk_reads_private_facts_masked(clerk: Desk, sit: Sit, card: str) -> None:
    view = read_card(sit("王秀兰"), card, NOW)
    assert view.values["purchase_habit"] == "月底进货"
    for value in (*PRIVATE.values(), "麻将"):
        assert value not in everything(view)
    assert PRIVATE.keys() <= view.hidden
    assert PRIVATE.keys() <= view.editable, "but types them from paper"


def test_what_is_hidden_is_what_the_rights_hide(sit: Sit, card: str) -> None:
    view = read_card(sit("王秀兰"), card, NOW)
    private = {one.identifier for one in fields_of(view.kind) if one.data_class is DataClass.DC2}
    assert view.hidden == private
    assert not view.hidden & view.values.keys()


def test_an_explicit_answer_is_hidden_with_its_field(sit: Sit, card: str) -> None:
    edit_card(sit("张总"), card, 3, {"spouse": "无", "email": "无"}, NOW)
    assert read_card(sit("王秀兰"), card, NOW).explicit == {"email": "none"}
    assert read_card(sit("赵刚"), card, NOW).explicit == {"email": "none", "spouse": "none"}


def test_supervisors_read_their_own_team_only(sit: Sit, card: str) -> None:
    assert read_card(sit("赵刚"), card, NOW).hidden == set()
    for name in ("钱进", "王芳", "周涛"):
        with pytest.raises(NotAllowedError):
            read_card(sit(name), card, NOW)


def test_full_cards_are_shown_between_opening_and_closing_only(sit: Sit, card: str) -> None:
    tomorrow = NOW + timedelta(days=1)
    for name in ("李明", "王秀兰", "赵刚", "张总"):
        with pytest.raises(CabinetClosedError):
            read_card(sit(name), card, tomorrow)
    with pytest.raises(CabinetClosedError):
        edit_card(sit("王秀兰"), card, 3, {"email": "a@b.cn"}, tomorrow)


def test_drafts_are_not_in_the_cabinet_yet(sit: Sit) -> None:
    draft = make_draft(sit, "客户甲厂", "李明", "028-85551001", "武侯")
    for name in ("李明", "王秀兰", "赵刚", "张总"):
        view = read_card(sit(name), draft, NOW)
        assert (view.ref, view.stage, view.version) == (draft, "waiting", 1)
        assert bool(view.editable) is (name in {"李明", "王秀兰"})
    with pytest.raises(NotAllowedError):
        read_card(sit("王芳"), draft, NOW)


def test_every_reading_is_logged_and_without_any_value(sit: Sit, card: str) -> None:
    desk = sit("李明")
    read_card(desk, card, NOW, "phone_call")
    with pytest.raises(NotFoundError):
        read_card(desk, "Q00009", NOW)
    audit.flush(desk)
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert (line.event, line.actor, line.subject) == ("card.read", "李明", card)
    assert line.after == '{"classes": ["DC1", "DC4", "DC5"], "purpose": "phone_call"}'


def test_nothing_typed_comes_into_the_log_as_a_purpose(sit: Sit, card: str) -> None:
    desk = sit("赵刚")
    read_card(desk, card, NOW, "陈美玲要结婚了")
    audit.flush(desk)
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert line.after == '{"classes": ["DC1", "DC2", "DC3", "DC4", "DC5"], "purpose": "other"}'


def test_an_overdue_card_shows_as_overdue(sit: Sit, card: str) -> None:
    lend(card, "李明", hours=-1)
    assert read_card(sit("李明"), card, NOW).state is CustodyState.OVERDUE
    assert list_cards(sit("李明"), NOW)[0].state == "overdue"


# --- editing -----------------------------------------------------------------------------------


def test_an_edit_raises_version_and_revision(sit: Sit, card: str) -> None:
    saved = edit_card(sit("王秀兰"), card, 3, {"email": "a@b.cn", "hobbies": "书法"}, NOW)
    assert (saved.ref, saved.version) == (card, 4)
    data = card_of(card).__data__
    assert (data["email"], data["hobbies"], data["revision_no"]) == ("a@b.cn", "书法", 2)
    assert data["revised_on"] == NOW.date()


def test_an_edit_without_a_change_changes_nothing(sit: Sit, card: str) -> None:
    desk = sit("王秀兰")
    lines = AuditLine.select().count()
    assert edit_card(desk, card, 3, {"mobile": "139 0000 1111"}, NOW).version == 3
    assert (card_of(card).version, card_of(card).__data__["revision_no"]) == (3, 1)
    assert AuditLine.select().count() == lines


def test_a_refused_cell_stops_the_whole_edit(sit: Sit, card: str) -> None:
    with pytest.raises(MustProposeError):
        edit_card(sit("王秀兰"), card, 3, {"email": "a@b.cn", "full_name": "陈美丽"}, NOW)
    with pytest.raises(BadInputError):
        edit_card(sit("赵刚"), card, 3, {"email": "a@b.cn", "mobile": "1"}, NOW)
    with pytest.raises(BadInputError):
        edit_card(sit("赵刚"), card, 3, {"full_name": "", "email": "a@b.cn"}, NOW)
    assert (card_of(card).version, card_of(card).__data__["email"]) == (3, None)


def test_nobody_edits_what_he_may_not(sit: Sit, card: str) -> None:
    with pytest.raises(MustProposeError):
        edit_card(sit("李明"), card, 3, {"email": "a@b.cn"}, NOW)
    with pytest.raises(NotAllowedError):
        edit_card(sit("钱进"), card, 3, {"email": "a@b.cn"}, NOW)


def test_clearing_a_protected_answer_needs_the_same_right(sit: Sit, card: str) -> None:
    edit_card(sit("张总"), card, 3, {"trade_terms": "无"}, NOW)
    with pytest.raises(MustProposeError):
        edit_card(sit("王秀兰"), card, 4, {"trade_terms": ""}, NOW)


def test_drafts_and_void_cards_are_not_edited(sit: Sit, card: str) -> None:
    draft = make_draft(sit, "客户甲厂", "李明", "028-85551001", "武侯")
    with writing():
        CustomerCard.update(custody_state="void").where(CustomerCard.card_no == card).execute()
    for ref in (draft, card):
        with pytest.raises(WrongStateError):
            edit_card(sit("张总"), ref, 1, {"email": "a@b.cn"}, NOW)


def test_the_log_names_changed_private_fields_and_never_their_values(sit: Sit, card: str) -> None:
    edit_card(sit("王秀兰"), card, 3, {"hobbies": "书法", "personality": "慢性子"}, NOW)
    told = "".join(str(part) for line in AuditLine.select().tuples() for part in line)
    assert '{"fields": ["hobbies", "personality"]}' in told
    for value in ("书法", "慢性子", *PRIVATE.values()):
        assert value not in told


# --- status, class and place -------------------------------------------------------------------


def status(sit: Sit, name: str, card: str, new: str, reason: str = "") -> dict[str, Any]:
    version = card_of(card).version
    edit_card(sit(name), card, version, {"relationship_status": new}, NOW, reason=reason)
    return dict(card_of(card).__data__)


def test_a_new_status_moves_the_card_and_changes_its_class(sit: Sit, card: str) -> None:
    data = status(sit, "赵刚", card, "current")
    assert (data["abc_class"], data["drawer_no"], data["location"]) == ("N", 2, "1-02-001")
    lines = AuditLine.select().order_by(AuditLine.no.desc()).limit(2)
    assert [line.event for line in lines] == ["card.move", "status.change"]
    assert lines[0].before == '{"location": "1-92-001"}'

    data = status(sit, "赵刚", card, "interrupted", "对手降价")
    assert (data["abc_class"], data["drawer_no"]) == ("N", 91)


def test_a_judgement_of_status_needs_its_reason(sit: Sit, card: str) -> None:
    status(sit, "赵刚", card, "current")
    for new in ("interrupted", "prospect"):
        with pytest.raises(ReasonNeededError):
            status(sit, "赵刚", card, new)


def test_only_the_manager_abandons_and_takes_back(sit: Sit, card: str) -> None:
    with pytest.raises(MustProposeError):
        status(sit, "赵刚", card, "abandoned", "亏损")
    with pytest.raises(ReasonNeededError):
        status(sit, "张总", card, "abandoned")
    data = status(sit, "张总", card, "abandoned", "亏损")
    assert (data["abc_class"], data["drawer_no"]) == ("P", 91), "the last class is kept"

    with pytest.raises(BadInputError):
        status(sit, "张总", card, "current", "回来了")
    with pytest.raises(MustProposeError):
        status(sit, "赵刚", card, "prospect", "回来了")
    assert status(sit, "张总", card, "prospect", "回来了")["drawer_no"] == 92


def test_a_key_account_becomes_secret_and_moves(sit: Sit, card: str) -> None:
    edit_card(sit("王秀兰"), card, 3, {"is_key_account": "是"}, NOW)
    data = card_of(card).__data__
    assert (data["secrecy"], data["drawer_no"], data["location"]) == ("secret", 90, "1-90-001")


def test_a_supervisor_hands_over_within_his_team_the_manager_beyond(sit: Sit, card: str) -> None:
    edit_card(sit("赵刚"), card, 3, {"rep": "王芳"}, NOW)
    assert card_of(card).rep.name == "王芳"
    other_team = {"rep": "周涛", "district": "金牛"}
    with pytest.raises(NotAllowedError):
        edit_card(sit("赵刚"), card, 4, other_team, NOW)
    with pytest.raises(BadInputError):
        edit_card(sit("张总"), card, 4, {"rep": "周涛"}, NOW)
    edit_card(sit("张总"), card, 4, other_team, NOW)
    assert (card_of(card).rep.name, card_of(card).district.name) == ("周涛", "金牛")


@pytest.mark.parametrize("texts", [{"rep": "王芳"}, {"rep": "周涛", "district": "金牛"}])
def test_nobody_is_handed_over_while_his_card_is_out(
    sit: Sit, card: str, texts: dict[str, str]
) -> None:
    lend(card, "李明", hours=-1)
    with pytest.raises(WrongStateError):
        edit_card(sit("张总"), card, 3, texts, NOW)
    edit_card(sit("张总"), card, 3, {"rep": "李明", "purchase_habit": "现款"}, NOW)
    assert card_of(card).rep.name == "李明"
