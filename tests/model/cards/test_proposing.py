"""Saving a card: what the desk may change is changed, the rest is handed in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.cards import read_card
from model.cards.custody import card_of
from model.cards.proposal_keeping import proposal_of
from model.cards.proposing import save_card
from model.cards.tables import Contact, CustomerCard, Proposal, ProposedChange, Revision
from model.errors import (
    BadInputError,
    CabinetClosedError,
    LostRaceError,
    NotAllowedError,
    WrongStateError,
)
from model.office.tables import AuditLine
from model.storage.database import writing
from tests.conftest import NOW, Sit, make_draft
from tests.model.cards.proposed import bring_home, lend, save


def last_line() -> AuditLine:
    line: AuditLine = AuditLine.select().order_by(AuditLine.no.desc()).first()
    return line


def test_what_a_rep_saves_is_handed_in_and_changes_nothing(sit: Sit, card: str) -> None:
    lend(card, "李明")
    before = card_of(card).__data__

    saved = save(sit("李明"), card, {"email": "a@b.cn", "hobbies": "书法"}, source="visit")

    assert (saved.proposal_no, saved.version) == ("XD000001", 3)
    assert saved.proposed == ("email", "hobbies")
    assert card_of(card).__data__ == before
    rows = ProposedChange.select().order_by(ProposedChange.id)
    assert [(row.path, row.old_value, row.text, row.state) for row in rows] == [
        ("email", "", "a@b.cn", "pending"), ("hobbies", "钓鱼下棋", "书法", "pending"),
    ]  # fmt: skip
    assert (proposal_of("xd000001").source, Proposal.get().is_open) == ("visit", True)


def test_the_log_names_the_fields_that_were_handed_in_and_not_what_they_say(
    sit: Sit, card: str
) -> None:
    lend(card, "李明")
    save(sit("李明"), card, {"hobbies": "书法"})
    line = last_line()
    assert (line.event, line.subject, line.document) == ("revision.propose", card, "XD000001")
    assert line.after == '{"fields": ["hobbies"]}'


@pytest.mark.parametrize("holder", ["", "王芳"])
def test_a_rep_hands_in_only_while_the_card_is_in_his_hands(
    sit: Sit, card: str, holder: str
) -> None:
    if holder:
        lend(card, holder)
    with pytest.raises(NotAllowedError):
        save(sit("李明"), card, {"email": "a@b.cn"})
    assert not Proposal.select().exists()


def test_a_clerk_changes_what_he_may_and_hands_in_the_rest_at_once(sit: Sit, card: str) -> None:
    saved = save(sit("王秀兰"), card, {"email": "a@b.cn", "full_name": "陈美丽"}, reason="来函")

    data = card_of(card).__data__
    assert (data["email"], data["full_name"], saved.version) == ("a@b.cn", "陈美玲", 4)
    assert saved.proposed == ("full_name",)
    events = AuditLine.select().order_by(AuditLine.no.desc()).limit(2)
    assert [line.event for line in events] == ["revision.propose", "card.change"]
    assert [line.reason for line in events] == ["来函", "来函"]


def test_one_bad_text_stops_what_is_changed_and_what_is_handed_in(sit: Sit, card: str) -> None:
    with pytest.raises(BadInputError) as error:
        save(sit("王秀兰"), card, {"email": "a@b.cn", "full_name": "陈"})
    assert [problem.field for problem in error.value.problems] == ["full_name"]
    with pytest.raises(NotAllowedError):
        save(sit("王秀兰"), card, {"email": "a@b.cn", "relationship_status": "current"})
    assert (card_of(card).version, Proposal.select().count()) == (3, 0)


@pytest.mark.parametrize(
    ("name", "path", "text", "direct", "handed_in"),
    [
        ("李明", "trade_terms", "月结", False, False),  # DC4: a rep does not change
        ("李明", "relationship_status", "current", False, True),
        ("李明", "rep", "王芳", False, False),  # a handover he only accepts
        ("李明", "full_name", "陈美丽", False, True),
        ("王秀兰", "trade_terms", "月结", False, True),
        ("王秀兰", "relationship_status", "current", False, False),
        ("王秀兰", "rep", "王芳", False, True),
        ("王秀兰", "likes", "守时", True, False),
        ("赵刚", "trade_terms", "月结", True, False),
        ("赵刚", "payment_attitude", "prompt", False, True),  # DC5: he proposes
        ("赵刚", "relationship_status", "abandoned", False, True),
        ("赵刚", "rep", "王芳", True, False),
        ("赵刚", "rep", "周涛", False, True),  # to another team: the manager
        ("张总", "payment_attitude", "prompt", True, False),
    ],
)
def test_each_role_changes_or_hands_in_what_the_table_of_rights_says(
    sit: Sit, firm: str, name: str, path: str, text: str, direct: bool, handed_in: bool
) -> None:
    card = firm
    if name == "李明":
        lend(card, name)
    texts = {path: text} | ({"district": "金牛"} if text == "周涛" else {})
    desk = sit(name)
    if not direct and not handed_in:
        with pytest.raises(NotAllowedError) as error:
            save(desk, card, texts)
        assert error.value.code == "not_allowed", "no approval would help"
        return
    saved = save(desk, card, texts, reason="说明")
    assert (path in saved.proposed) is handed_in
    assert (saved.version > 3) is direct


def test_the_form_knows_beforehand_what_will_be_handed_in(sit: Sit, firm: str) -> None:
    card = firm
    clerk, supervisor, manager = (
        read_card(sit(name), card, NOW) for name in ("王秀兰", "赵刚", "张总")
    )
    assert {"full_name", "trade_terms", "rep", "district"} <= clerk.proposable
    assert not clerk.proposable & clerk.editable
    assert {"payment_attitude"} <= supervisor.proposable
    assert not manager.proposable
    assert not read_card(sit("李明"), card, NOW).proposable, "not in his hands"
    lend(card, "李明")
    rep = read_card(sit("李明"), card, NOW)
    assert {
        "full_name",
        "likes",
        "contacts.hobbies",
        "contacts.mobile",
        "needs.description",
    } <= rep.proposable
    assert not {"trade_terms", "rep", "card_no", "sales_history.net_sales"} & rep.proposable
    assert not rep.editable | rep.editable_columns


def test_what_says_what_stands_there_already_is_not_handed_in(sit: Sit, card: str) -> None:
    lend(card, "李明")
    saved = save(sit("李明"), card, {"mobile": "139 0000 1111", "spouse": "刘某某"})
    assert (saved.proposal_no, saved.proposed) == ("", ())
    assert not Proposal.select().exists()


def test_answers_instead_of_values_and_emptied_cells_are_handed_in_too(sit: Sit, card: str) -> None:
    lend(card, "李明")
    save(sit("李明"), card, {"email": "无", "spouse": ""})
    rows = ProposedChange.select().order_by(ProposedChange.id)
    assert [(row.path, row.old_value, row.text) for row in rows] == [
        ("email", "", "none"), ("spouse", "刘某某", ""),
    ]  # fmt: skip


def test_rows_are_handed_in_like_fields(sit: Sit, card: str) -> None:
    lend(card, "李明")
    saved = save(sit("李明"), card, {
        "contacts#1.mobile": "139 0000 3333", "contacts#+1.name": "吴小姐",
        "contacts#+1.is_key_person": "是", "competitor_sales#1": "",
    })  # fmt: skip
    rows = {row.path: (row.old_value, row.text) for row in ProposedChange.select()}
    assert rows == {
        "contacts#1.mobile": ("13900002222", "13900003333"), "contacts#+1.name": ("", "吴小姐"),
        "contacts#+1.is_key_person": ("", "True"), "competitor_sales#1": ("对手牌", ""),
    }  # fmt: skip
    assert saved.version == 3
    assert Contact.select().count() == 1


def test_several_proposals_wait_for_one_card_and_one_field(sit: Sit, card: str) -> None:
    lend(card, "李明")
    numbers = [save(sit("李明"), card, {"hobbies": text}).proposal_no for text in ("书法", "太极")]
    bring_home(card)
    numbers.append(save(sit("王秀兰"), card, {"full_name": "陈美丽"}).proposal_no)
    assert numbers == ["XD000001", "XD000002", "XD000003"]


def test_proposals_are_saved_from_the_version_that_stands_there(sit: Sit, card: str) -> None:
    lend(card, "李明")
    with pytest.raises(LostRaceError):
        save_card(sit("李明"), card, 2, {"email": "a@b.cn"}, NOW)


def test_drafts_and_void_cards_take_no_proposal(sit: Sit, card: str) -> None:
    draft = make_draft(sit, "客户甲厂", "李明", "028-85551001", "武侯")
    with writing():
        CustomerCard.update(custody_state="void").where(CustomerCard.card_no == card).execute()
    for ref in (draft, card):
        with pytest.raises(WrongStateError):
            save(sit("王秀兰"), ref, {"full_name": "陈美丽"})


def test_nothing_is_handed_in_before_the_cabinet_is_open(sit: Sit, card: str) -> None:
    lend(card, "李明")
    with pytest.raises(CabinetClosedError):
        save_card(sit("李明"), card, 3, {"email": "a@b.cn"}, NOW + timedelta(days=1))


def test_a_change_of_ones_own_is_his_own_in_the_history(sit: Sit, card: str) -> None:
    save(sit("王秀兰"), card, {"email": "a@b.cn"})
    line = Revision.get(Revision.field == "email")
    assert (line.changed_by.name, line.accepted_by.name) == ("王秀兰", "王秀兰")
