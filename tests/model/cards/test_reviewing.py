"""A draft before the supervisor and into its drawer, and what stops it on the way."""

from __future__ import annotations

import pytest

from model.cards import cards, drafts, reviewing
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.errors import (
    BadInputError,
    IncompleteCardError,
    LostRaceError,
    NotAllowedError,
    ReasonNeededError,
    SamePersonError,
    WrongStateError,
)
from model.office import log_check
from model.office.desk import Desk
from model.office.rights import Role
from model.office.tables import AuditLine, Person
from model.storage.database import writing
from tests.conftest import NOW, Sit
from tests.model.cards.drafted import stage, texts

COMPANY = CardKind.COMPANY
WRONG_CHECK = "91350100M000100Y44"


def test_the_whole_way_into_the_drawer(sit: Sit, draft: str) -> None:
    assert stage(draft) == ("draft", "waiting")
    reviewing.pass_card(sit("赵刚"), draft, NOW)
    assert stage(draft) == ("draft", "passed")
    card_no = reviewing.file_card(sit("王秀兰"), draft, NOW)

    card = card_of(card_no)
    assert (card_no, card.location, card.drawer_no) == ("Q00001", "1-92-001", 92)
    assert (card.custody_state, card.draft_stage, card.incomplete) == ("in_cabinet", None, False)
    assert (card.reviewed_by.name, card.filled_by.name, card.rep.name) == ("赵刚", "李明", "李明")
    assert "q00001" in card.search_key
    events = [line.event for line in AuditLine.select() if line.subject_kind == "card"]
    assert events == ["card.create", "card.pass", "card.file"]


# --- the supervisor ----------------------------------------------------------------------------


def test_nobody_passes_a_card_he_filled_himself(sit: Sit, clerk: Desk) -> None:
    ref = drafts.create_card(clerk, COMPANY, texts(rep="李明"), NOW).ref
    with writing():
        Person.update(role=Role.MANAGER).where(Person.name == "王秀兰").execute()
    with pytest.raises(SamePersonError):
        reviewing.pass_card(sit("王秀兰"), ref, NOW)
    assert reviewing.pass_card(sit("张总"), ref, NOW).version == 2


def test_an_incomplete_draft_is_not_passed(sit: Sit) -> None:
    saved = drafts.create_card(sit("李明"), COMPANY, {"full_name": "客户甲厂"}, NOW)
    with pytest.raises(IncompleteCardError) as refused:
        reviewing.pass_card(sit("赵刚"), saved.ref, NOW)
    assert {"district", "phone", "org_form"} <= set(refused.value.values["fields"])  # type: ignore[call-overload]
    assert stage(saved.ref) == ("draft", "waiting")


def test_a_current_customer_needs_code_and_legal_representative(sit: Sit) -> None:
    typed = texts(relationship_status="current")
    ref = drafts.create_card(sit("李明"), COMPANY, typed, NOW).ref
    with pytest.raises(IncompleteCardError) as refused:
        reviewing.pass_card(sit("赵刚"), ref, NOW)
    assert refused.value.values["fields"] == ("uscc", "legal_rep")


def test_only_the_manager_takes_in_an_abandoned_customer(sit: Sit) -> None:
    typed = texts(relationship_status="abandoned")
    ref = drafts.create_card(sit("李明"), COMPANY, typed, NOW).ref
    with pytest.raises(NotAllowedError):
        reviewing.pass_card(sit("赵刚"), ref, NOW)
    reviewing.pass_card(sit("张总"), ref, NOW)
    assert card_of(reviewing.file_card(sit("王秀兰"), ref, NOW)).drawer_no == 91


def test_a_wrong_check_digit_needs_a_tick_before_it_is_passed(sit: Sit) -> None:
    saved = drafts.create_card(sit("李明"), COMPANY, texts(uscc=WRONG_CHECK), NOW)
    assert [one.reason for one in saved.warnings] == ["uscc_check"]
    with pytest.raises(BadInputError):
        reviewing.pass_card(sit("赵刚"), saved.ref, NOW)

    ticked = frozenset({"uscc_check"})
    saved = drafts.change_draft(sit("李明"), saved.ref, 1, {}, NOW, ticked=ticked)
    assert saved.version == 2, "a tick alone is a change"
    reviewing.pass_card(sit("赵刚"), saved.ref, NOW)
    assert card_of(saved.ref).__data__["uscc"] == WRONG_CHECK


def test_a_tick_falls_with_the_code_it_was_given_for(sit: Sit) -> None:
    ticked = frozenset({"uscc_check"})
    ref = drafts.create_card(sit("李明"), COMPANY, texts(uscc=WRONG_CHECK), NOW, ticked=ticked).ref
    drafts.change_draft(sit("李明"), ref, 1, {"uscc": "91350100M000100Y4A"}, NOW)
    with pytest.raises(BadInputError):
        reviewing.pass_card(sit("赵刚"), ref, NOW)


def test_another_teams_supervisor_is_refused(sit: Sit, draft: str) -> None:
    desk = sit("钱进")
    for act in (
        lambda: reviewing.pass_card(desk, draft, NOW),
        lambda: reviewing.return_to_rep(desk, draft, "补填", NOW),
        lambda: reviewing.reject(desk, draft, "重复", NOW),
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
        reviewing.pass_card(sit("赵刚"), draft, NOW, seen)
    assert lost.value.values["saved_by"] == "李明"
    reviewing.pass_card(sit("赵刚"), draft, NOW, seen + 1)


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"])
def test_sending_back_and_rejecting_need_a_reason(sit: Sit, draft: str, reason: str) -> None:
    desk = sit("赵刚")
    with pytest.raises(ReasonNeededError):
        reviewing.return_to_rep(desk, draft, reason, NOW)
    with pytest.raises(ReasonNeededError):
        reviewing.reject(desk, draft, reason, NOW)


@pytest.mark.parametrize("reason", ["重\0复", "重\ud83d复", "重" * 401])
def test_a_reason_that_the_log_cannot_hold_is_refused(sit: Sit, draft: str, reason: str) -> None:
    desk = sit("赵刚")
    with pytest.raises(BadInputError):
        reviewing.reject(desk, draft, reason, NOW)
    reviewing.reject(desk, draft, "重复 🙂\n第二行", NOW)
    assert list(log_check.faults(desk.keys.log_key)) == []


def test_a_rejected_draft_is_kept_without_a_number(sit: Sit, draft: str) -> None:
    reviewing.reject(sit("赵刚"), draft, "重复", NOW)

    card = card_of(draft)
    assert (card.custody_state, card.drawer_no, card.card_no) == ("void", 99, None)
    assert (card.review_remark, card.reviewed_by.name) == ("重复", "赵刚")
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    for act in (
        lambda: drafts.change_draft(sit("李明"), draft, 2, {}, NOW),
        lambda: reviewing.pass_card(sit("赵刚"), draft, NOW),
        lambda: reviewing.reject(sit("赵刚"), draft, "重复", NOW),
        lambda: reviewing.file_card(sit("王秀兰"), draft, NOW),
    ):
        with pytest.raises(WrongStateError):
            act()
    assert (line.event, line.reason) == ("card.void", "重复")


# --- filing ------------------------------------------------------------------------------------


@pytest.mark.parametrize("returned", [False, True])
def test_what_was_not_passed_is_not_filed(sit: Sit, draft: str, returned: bool) -> None:
    if returned:
        reviewing.return_to_rep(sit("赵刚"), draft, "补填", NOW)
    with pytest.raises(WrongStateError) as refused:
        reviewing.file_card(sit("王秀兰"), draft, NOW)
    assert refused.value.values["state"] == ("returned" if returned else "waiting")
    assert card_of(draft).card_no is None


def test_a_filed_card_is_no_draft_any_more(sit: Sit, draft: str) -> None:
    reviewing.pass_card(sit("赵刚"), draft, NOW)
    reviewing.file_card(sit("王秀兰"), draft, NOW)
    with pytest.raises(WrongStateError) as refused:
        reviewing.file_card(sit("王秀兰"), draft, NOW)
    assert refused.value.values == {"ref": "Q00001", "state": "in_cabinet"}


def test_a_key_account_is_filed_secretly(sit: Sit) -> None:
    ref = drafts.create_card(sit("李明"), COMPANY, texts(is_key_account="是"), NOW).ref
    reviewing.pass_card(sit("赵刚"), ref, NOW)
    card = card_of(reviewing.file_card(sit("王秀兰"), ref, NOW))
    assert (card.drawer_no, card.__data__["secrecy"]) == (90, "secret")


def test_an_individual_goes_the_same_way(sit: Sit) -> None:
    typed = {
        "full_name": "陈美玲", "mobile": "13900001111", "home_address": "成都市金牛区某街9号",
        "district": "武侯", "channel_type": "end_user", "source_method": "cold_visit",
    }  # fmt: skip
    ref = drafts.create_card(sit("李明"), CardKind.INDIVIDUAL, typed, NOW).ref
    reviewing.pass_card(sit("赵刚"), ref, NOW)
    assert reviewing.file_card(sit("王秀兰"), ref, NOW) == "G00001"


def test_the_log_holds_nothing_of_what_was_typed(sit: Sit, draft: str) -> None:
    drafts.change_draft(sit("李明"), draft, 1, {"likes": "钓鱼", "fax": "028-85559999"}, NOW)
    reviewing.pass_card(sit("赵刚"), draft, NOW)
    reviewing.file_card(sit("王秀兰"), draft, NOW)
    told = "".join(str(part) for line in AuditLine.select().tuples() for part in line)
    for value in ("客户甲厂", "85551001", "钓鱼", "85559999", "簇锦", "何文斌"):
        assert value not in told
