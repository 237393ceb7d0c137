"""A new card from the first typing to its drawer, and everything that stops it on the way."""

from __future__ import annotations

import json

import pytest

from model.cards import cards, drafts
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.tables import CustomerCard, Revision
from model.errors import (
    AlreadyThereError,
    BadInputError,
    DuplicateCardError,
    IncompleteCardError,
    LostRaceError,
    NotAllowedError,
    ReasonNeededError,
    SamePersonError,
    WrongStateError,
)
from model.office import audit, people
from model.office.desk import Desk
from model.office.rights import Role
from model.office.tables import AuditLine, Person
from model.storage.database import writing
from tests.conftest import COMPLETE, NOW, PASSWORD, Sit, make_draft

COMPANY = CardKind.COMPANY
WRONG_CHECK = "91350100M000100Y44"


def texts(**more: str) -> dict[str, str]:
    return {
        **COMPLETE,
        "full_name": "客户甲厂",
        "phone": "028-85551001",
        "district": "武侯",
        **more,
    }


def stage(draft_no: str) -> tuple[str, str | None]:
    card = card_of(draft_no)
    return card.custody_state, card.draft_stage


@pytest.fixture
def draft(sit: Sit) -> str:
    """A complete draft of 李明's."""
    return make_draft(sit, "客户甲厂", "李明", "028-85551001", "武侯")


# --- filling in --------------------------------------------------------------------------------


def test_the_whole_way_into_the_drawer(sit: Sit, draft: str) -> None:
    assert stage(draft) == ("draft", "waiting")
    drafts.pass_card(sit("赵刚"), draft, NOW)
    assert stage(draft) == ("draft", "passed")
    card_no = drafts.file_card(sit("王秀兰"), draft, NOW)

    card = card_of(card_no)
    assert (card_no, card.location, card.drawer_no) == ("Q00001", "1-92-001", 92)
    assert (card.custody_state, card.draft_stage, card.incomplete) == ("in_cabinet", None, False)
    assert (card.reviewed_by.name, card.filled_by.name, card.rep.name) == ("赵刚", "李明", "李明")
    assert "q00001" in card.search_key
    events = [line.event for line in AuditLine.select() if line.subject_kind == "card"]
    assert events == ["card.create", "card.pass", "card.file"]


def test_a_blank_form_knows_what_is_known(sit: Sit) -> None:
    for_rep = drafts.empty_card(sit("李明"), COMPANY, NOW)
    assert for_rep.values == {
        "customer_kind": "company", "relationship_status": "prospect", "filled_by": "李明",
        "created_on": NOW.date(), "rep": "李明",
    }  # fmt: skip
    for_clerk = drafts.empty_card(sit("王秀兰"), COMPANY, NOW)
    assert for_clerk.editable - for_rep.editable == {"rep"}
    assert not for_clerk.editable & {"card_no", "abc_class", "credit_limit", "customer_kind"}
    assert "rep" in for_clerk.missing


def test_a_blank_form_can_be_sent_back_as_it_is(rep: Desk) -> None:
    """A window may send every cell it shows."""
    shown = drafts.empty_card(rep, COMPANY, NOW).values
    typed = {name: str(value) for name, value in shown.items()} | texts()
    assert drafts.create_card(rep, COMPANY, typed, NOW).ref == "D00001"


def test_the_first_values_open_the_history(sit: Sit, draft: str) -> None:
    line = Revision.get(Revision.card == card_of(draft).id)
    first = json.loads(line.new_value)
    assert (line.field, line.version, line.changed_by.name) == ("", 1, "李明")
    assert first["full_name"] == "客户甲厂"
    assert (first["rep"], first["district"]) == ("李明", "武侯")
    assert first["relationship_status"] == "prospect"


def test_a_draft_has_mnemonic_class_and_secrecy(draft: str) -> None:
    data = card_of(draft).__data__
    assert (data["mnemonic"], data["abc_class"], data["secrecy"]) == ("KHJC", "P", "internal")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("card_no", "Q00001"),
        ("credit_limit", "1000000"),
        ("credit_grade", "AAA"),
        ("credit_score", "99"),
        ("abc_class", "A"),
        ("secrecy", "internal"),
        ("location", "1-02-001"),
        ("filled_by", "王芳"),
        ("reviewed_by", "王芳"),
        ("revision_no", "9"),
        ("print_no", "9"),
        ("created_on", "2020-01-01"),
        ("customer_kind", "individual"),
    ],
)
def test_the_programs_own_cells_cannot_be_typed(sit: Sit, field: str, text: str) -> None:
    for name in ("李明", "王秀兰"):
        with pytest.raises(BadInputError) as refused:
            drafts.create_card(sit(name), COMPANY, texts(**{field: text}), NOW)
        assert [(one.field, one.reason) for one in refused.value.problems] == [(field, "not_typed")]
    assert CustomerCard.select().count() == 0


def test_a_rep_gives_his_customer_to_nobody(rep: Desk, draft: str) -> None:
    with pytest.raises(NotAllowedError):
        drafts.create_card(rep, COMPANY, texts(rep="王芳"), NOW)
    with pytest.raises(NotAllowedError):
        drafts.change_draft(rep, draft, 1, {"rep": "王芳"}, NOW)
    assert drafts.create_card(
        rep, COMPANY, texts(rep="李明", full_name="客户乙店", phone="028-85551002"), NOW
    )


def test_a_clerk_names_the_rep_and_his_district(clerk: Desk) -> None:
    saved = drafts.create_card(clerk, COMPANY, texts(rep="周涛", district="金牛"), NOW)
    assert (card_of(saved.ref).rep.name, card_of(saved.ref).district.name) == ("周涛", "金牛")


@pytest.mark.parametrize(
    ("typed", "field", "reason"),
    [
        ({"full_name": ""}, "full_name", "required"),
        ({"rep": "赵刚"}, "rep", "rep_unknown"),
        ({"rep": "周涛"}, "district", "district_unknown"),
        ({"district": "天上"}, "district", "district_unknown"),
        ({"uscc": "91350100M"}, "uscc", "uscc_format"),
        ({"nonsense": "1"}, "nonsense", "no_such_field"),
        ({"home_address": "某街1号院"}, "home_address", "no_such_field"),
        ({"phone": "028-85\x00551001"}, "phone", "unreadable_character"),
    ],
)
def test_what_cannot_be_taken_is_named_and_nothing_written(
    clerk: Desk, typed: dict[str, str], field: str, reason: str
) -> None:
    with pytest.raises(BadInputError) as refused:
        drafts.create_card(clerk, COMPANY, texts(**{"rep": "李明", **typed}), NOW)
    assert [(one.field, one.reason) for one in refused.value.problems] == [(field, reason)]
    assert CustomerCard.select().count() == 0


def test_every_mistake_is_told_at_once(rep: Desk) -> None:
    with pytest.raises(BadInputError) as refused:
        drafts.create_card(rep, COMPANY, texts(phone="1", uscc="x", email="y"), NOW)
    assert {one.field for one in refused.value.problems} == {"phone", "uscc", "email"}


def test_a_short_name_stands_once(rep: Desk, draft: str) -> None:
    drafts.change_draft(rep, draft, 1, {"short_name": "甲厂"}, NOW)
    with pytest.raises(AlreadyThereError):
        drafts.create_card(rep, COMPANY, {"full_name": "别的客户店", "short_name": "甲厂"}, NOW)


def test_a_likely_duplicate_asks_first(rep: Desk, draft: str) -> None:
    with pytest.raises(DuplicateCardError) as found:
        drafts.create_card(rep, COMPANY, {"full_name": "客户甲有限公司"}, NOW)
    assert found.value.values == {"card_no": draft, "holder": "李明", "field": "full_name"}
    saved = drafts.create_card(
        rep, COMPANY, {"full_name": "客户甲有限公司"}, NOW, not_duplicate=True
    )
    assert saved.ref == "D00002"


# --- changing a draft --------------------------------------------------------------------------


def test_a_changed_draft_goes_back_to_the_supervisor(sit: Sit, draft: str) -> None:
    drafts.pass_card(sit("赵刚"), draft, NOW)
    saved = drafts.change_draft(sit("李明"), draft, 2, {"fax": "028-85559999"}, NOW)

    assert (saved.version, stage(draft)) == (3, ("draft", "waiting"))
    card = card_of(draft)
    assert card.reviewed_by is None
    assert "85559999" in card.search_key
    assert draft.lower() in card.search_key, "it is still found by its number"
    with pytest.raises(WrongStateError):
        drafts.file_card(sit("王秀兰"), draft, NOW)


def test_a_passed_draft_saved_without_a_change_stays_passed(sit: Sit, draft: str) -> None:
    drafts.pass_card(sit("赵刚"), draft, NOW)
    saved = drafts.change_draft(sit("李明"), draft, 2, {"phone": "(028)8555-1001"}, NOW)
    assert (saved.version, stage(draft)) == (2, ("draft", "passed"))


def test_a_draft_sent_back_goes_to_the_supervisor_again_unchanged(sit: Sit, draft: str) -> None:
    drafts.return_to_rep(sit("赵刚"), draft, "请核对地址", NOW)
    assert stage(draft) == ("draft", "returned")
    saved = drafts.change_draft(sit("李明"), draft, 2, {}, NOW)
    assert (saved.version, stage(draft)) == (3, ("draft", "waiting"))
    assert card_of(draft).review_remark == "请核对地址", "the supervisor sees what he had asked for"


def test_nobody_types_on_anothers_draft(sit: Sit, draft: str) -> None:
    for name in ("王芳", "周涛", "赵刚", "张总"):
        with pytest.raises(NotAllowedError):
            drafts.change_draft(sit(name), draft, 1, {"likes": "守时"}, NOW)
    assert drafts.change_draft(sit("孙丽"), draft, 1, {"likes": "守时"}, NOW).version == 2
    assert card_of(draft).filled_by.name == "李明"


def test_a_draft_changed_meanwhile_is_not_overwritten(sit: Sit, draft: str) -> None:
    drafts.return_to_rep(sit("赵刚"), draft, "请核对地址", NOW)
    with pytest.raises(LostRaceError) as lost:
        drafts.change_draft(sit("李明"), draft, 1, {"likes": "守时"}, NOW)
    assert lost.value.values == {"ref": draft, "saved_by": "赵刚", "saved_at": NOW}


def test_a_drafts_name_cannot_be_emptied(rep: Desk, draft: str) -> None:
    with pytest.raises(BadInputError) as refused:
        drafts.change_draft(rep, draft, 1, {"full_name": " ", "main_business": ""}, NOW)
    assert [one.field for one in refused.value.problems] == ["full_name"]


def test_another_rep_brings_his_teams_district(clerk: Desk, draft: str) -> None:
    """A card may not stay in a district of a team it has left."""
    with pytest.raises(BadInputError) as refused:
        drafts.change_draft(clerk, draft, 1, {"rep": "周涛"}, NOW)
    assert refused.value.problems[0].field == "district"
    drafts.change_draft(clerk, draft, 1, {"rep": "周涛", "district": "金牛"}, NOW)
    assert card_of(draft).district.team.name == "二队"


# --- the supervisor ----------------------------------------------------------------------------


def test_nobody_passes_a_card_he_filled_himself(sit: Sit, clerk: Desk) -> None:
    ref = drafts.create_card(clerk, COMPANY, texts(rep="李明"), NOW).ref
    with writing():
        Person.update(role=Role.MANAGER).where(Person.name == "王秀兰").execute()
    with pytest.raises(SamePersonError):
        drafts.pass_card(sit("王秀兰"), ref, NOW)
    assert drafts.pass_card(sit("张总"), ref, NOW).version == 2


def test_an_incomplete_draft_is_not_passed(sit: Sit) -> None:
    saved = drafts.create_card(sit("李明"), COMPANY, {"full_name": "客户甲厂"}, NOW)
    with pytest.raises(IncompleteCardError) as refused:
        drafts.pass_card(sit("赵刚"), saved.ref, NOW)
    assert {"district", "phone", "org_form"} <= set(refused.value.values["fields"])  # type: ignore[call-overload]
    assert stage(saved.ref) == ("draft", "waiting")


def test_a_current_customer_needs_code_and_legal_representative(sit: Sit) -> None:
    typed = texts(relationship_status="current")
    ref = drafts.create_card(sit("李明"), COMPANY, typed, NOW).ref
    with pytest.raises(IncompleteCardError) as refused:
        drafts.pass_card(sit("赵刚"), ref, NOW)
    assert refused.value.values["fields"] == ("uscc", "legal_rep")


def test_only_the_manager_takes_in_an_abandoned_customer(sit: Sit) -> None:
    typed = texts(relationship_status="abandoned")
    ref = drafts.create_card(sit("李明"), COMPANY, typed, NOW).ref
    with pytest.raises(NotAllowedError):
        drafts.pass_card(sit("赵刚"), ref, NOW)
    drafts.pass_card(sit("张总"), ref, NOW)
    assert card_of(drafts.file_card(sit("王秀兰"), ref, NOW)).drawer_no == 91


def test_a_wrong_check_digit_needs_a_tick_before_it_is_passed(sit: Sit) -> None:
    saved = drafts.create_card(sit("李明"), COMPANY, texts(uscc=WRONG_CHECK), NOW)
    assert [one.reason for one in saved.warnings] == ["uscc_check"]
    with pytest.raises(BadInputError):
        drafts.pass_card(sit("赵刚"), saved.ref, NOW)

    ticked = frozenset({"uscc_check"})
    saved = drafts.change_draft(sit("李明"), saved.ref, 1, {}, NOW, ticked=ticked)
    assert saved.version == 2, "a tick alone is a change"
    drafts.pass_card(sit("赵刚"), saved.ref, NOW)
    assert card_of(saved.ref).__data__["uscc"] == WRONG_CHECK


def test_a_tick_falls_with_the_code_it_was_given_for(sit: Sit) -> None:
    ticked = frozenset({"uscc_check"})
    ref = drafts.create_card(sit("李明"), COMPANY, texts(uscc=WRONG_CHECK), NOW, ticked=ticked).ref
    drafts.change_draft(sit("李明"), ref, 1, {"uscc": "91350100M000100Y4A"}, NOW)
    with pytest.raises(BadInputError):
        drafts.pass_card(sit("赵刚"), ref, NOW)


def test_another_teams_supervisor_is_refused(sit: Sit, draft: str) -> None:
    desk = sit("钱进")
    for act in (
        lambda: drafts.pass_card(desk, draft, NOW),
        lambda: drafts.return_to_rep(desk, draft, "补填", NOW),
        lambda: drafts.reject(desk, draft, "重复", NOW),
        lambda: cards.read_card(desk, draft, NOW),
    ):
        with pytest.raises(NotAllowedError):
            act()
    assert stage(draft) == ("draft", "waiting")


def test_what_was_not_seen_is_not_passed(sit: Sit, draft: str) -> None:
    """The rep changes the draft while the supervisor reads it."""
    seen = cards.read_card(sit("赵刚"), draft, NOW).version
    drafts.change_draft(sit("李明"), draft, 1, {"biz_address": "成都市金牛区某街9号"}, NOW)
    with pytest.raises(LostRaceError) as lost:
        drafts.pass_card(sit("赵刚"), draft, NOW, seen)
    assert lost.value.values["saved_by"] == "李明"
    drafts.pass_card(sit("赵刚"), draft, NOW, seen + 1)


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_sending_back_and_rejecting_need_a_reason(sit: Sit, draft: str, reason: str) -> None:
    desk = sit("赵刚")
    with pytest.raises(ReasonNeededError):
        drafts.return_to_rep(desk, draft, reason, NOW)
    with pytest.raises(ReasonNeededError):
        drafts.reject(desk, draft, reason, NOW)


@pytest.mark.parametrize("reason", ["重\0复", "重\ud83d复", "重" * 401])
def test_a_reason_that_the_log_cannot_hold_is_refused(sit: Sit, draft: str, reason: str) -> None:
    desk = sit("赵刚")
    with pytest.raises(BadInputError):
        drafts.reject(desk, draft, reason, NOW)
    drafts.reject(desk, draft, "重复 🙂\n第二行", NOW)
    assert list(audit.faults(desk.keys.log_key)) == []


def test_a_rejected_draft_is_kept_without_a_number(sit: Sit, draft: str) -> None:
    drafts.reject(sit("赵刚"), draft, "重复", NOW)

    card = card_of(draft)
    assert (card.custody_state, card.drawer_no, card.card_no) == ("void", 99, None)
    assert (card.review_remark, card.reviewed_by.name) == ("重复", "赵刚")
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    for act in (
        lambda: drafts.change_draft(sit("李明"), draft, 2, {}, NOW),
        lambda: drafts.pass_card(sit("赵刚"), draft, NOW),
        lambda: drafts.reject(sit("赵刚"), draft, "重复", NOW),
        lambda: drafts.file_card(sit("王秀兰"), draft, NOW),
    ):
        with pytest.raises(WrongStateError):
            act()
    assert (line.event, line.reason) == ("card.void", "重复")


# --- filing ------------------------------------------------------------------------------------


@pytest.mark.parametrize("returned", [False, True])
def test_what_was_not_passed_is_not_filed(sit: Sit, draft: str, returned: bool) -> None:
    if returned:
        drafts.return_to_rep(sit("赵刚"), draft, "补填", NOW)
    with pytest.raises(WrongStateError) as refused:
        drafts.file_card(sit("王秀兰"), draft, NOW)
    assert refused.value.values["state"] == ("returned" if returned else "waiting")
    assert card_of(draft).card_no is None


def test_a_filed_card_is_no_draft_any_more(sit: Sit, draft: str) -> None:
    drafts.pass_card(sit("赵刚"), draft, NOW)
    drafts.file_card(sit("王秀兰"), draft, NOW)
    with pytest.raises(WrongStateError) as refused:
        drafts.file_card(sit("王秀兰"), draft, NOW)
    assert refused.value.values == {"ref": "Q00001", "state": "in_cabinet"}


def test_a_key_account_is_filed_secretly(sit: Sit) -> None:
    ref = drafts.create_card(sit("李明"), COMPANY, texts(is_key_account="是"), NOW).ref
    drafts.pass_card(sit("赵刚"), ref, NOW)
    card = card_of(drafts.file_card(sit("王秀兰"), ref, NOW))
    assert (card.drawer_no, card.__data__["secrecy"]) == (90, "secret")


def test_an_individual_goes_the_same_way(sit: Sit) -> None:
    typed = {
        "full_name": "陈美玲", "mobile": "13900001111", "home_address": "成都市金牛区某街9号",
        "district": "武侯", "channel_type": "end_user", "source_method": "cold_visit",
    }  # fmt: skip
    ref = drafts.create_card(sit("李明"), CardKind.INDIVIDUAL, typed, NOW).ref
    drafts.pass_card(sit("赵刚"), ref, NOW)
    assert drafts.file_card(sit("王秀兰"), ref, NOW) == "G00001"


def test_the_log_holds_nothing_of_what_was_typed(sit: Sit, draft: str) -> None:
    drafts.change_draft(sit("李明"), draft, 1, {"likes": "钓鱼", "fax": "028-85559999"}, NOW)
    drafts.pass_card(sit("赵刚"), draft, NOW)
    drafts.file_card(sit("王秀兰"), draft, NOW)
    told = "".join(str(part) for line in AuditLine.select().tuples() for part in line)
    for value in ("客户甲厂", "85551001", "钓鱼", "85559999", "簇锦", "何文斌"):
        assert value not in told


def test_a_newcomer_may_be_given_a_customer(sit: Sit) -> None:
    people.add_person(sit("张总"), "新人", Role.REP, "一队", PASSWORD, NOW)
    assert make_draft(sit, "客户甲厂", "新人", "028-85551001", "武侯") == "D00001"
