"""A customer asks that private facts be removed: nothing of them remains, the fact of it stays."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import timedelta

import pytest

from model.cards import drafts, reviewing
from model.cards.cards import edit_card, read_card
from model.cards.custody import card_of
from model.cards.definition import CardKind
from model.cards.history_check import history_faults
from model.cards.private import PRIVATE_COLUMNS, PRIVATE_FIELDS, clear_private, is_private
from model.cards.proposals import proposals_of
from model.cards.proposing import save_card
from model.cards.revisions import history
from model.cards.tables import CardMerge, CustomerCard, Proposal, Revision, Verification
from model.cards.typing import keep_typing, kept_typing
from model.errors import (
    CabinetClosedError,
    NotAllowedError,
    ReasonNeededError,
    WrongStateError,
)
from model.loans import opening
from model.office import audit
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.storage.cabinet import database_path
from model.storage.database import open_connection, reading, writing
from tests.conftest import NOW, Sit

LATER = NOW + timedelta(minutes=5)
SECRETS = ("钓鱼秘密", "离异秘密", "麻将秘密", "书法秘密", "下棋秘密", "1978-09-02", "急性子")
TYPED = {
    "full_name": "陈美玲", "mobile": "13900001111", "home_address": "成都市金牛区离异秘密街9号",
    "district": "武侯", "channel_type": "end_user", "source_method": "cold_visit",
    "hobbies": "钓鱼秘密", "spouse": "无", "birth_date": "1978-09-02", "personality": "急性子",
    "contacts#+1.name": "何文斌", "contacts#+1.hobbies": "麻将秘密",
    "contacts#+1.mobile": "13900002222",
}  # fmt: skip


@pytest.fixture
def ref(sit: Sit) -> str:
    """李明's customer, out with him: private facts on the card, in every kind of waiting paper."""
    ref = drafts.create_card(sit("李明"), CardKind.INDIVIDUAL, TYPED, NOW).ref
    reviewing.pass_card(sit("赵刚"), ref, NOW)
    ref = reviewing.file_card(sit("王秀兰"), ref, NOW)
    opening.open_cabinet(sit("王秀兰"), NOW)
    change = {"hobbies": "书法秘密", "purchase_habit": "月底进货", "contacts#1.family": "离异秘密"}
    edit_card(sit("赵刚"), ref, card_of(ref).version, change, NOW, reason="来访")
    rep = sit("李明")
    with writing():
        CustomerCard.update(custody_state="out", holder=rep.person.id,
                            due_at=NOW + timedelta(hours=9)).execute()  # fmt: skip
    texts = {"hobbies": "下棋秘密", "purchase_habit": "月初进货", "contacts#1.hobbies": "麻将秘密2"}
    save_card(rep, ref, card_of(ref).version, texts, NOW)
    keep_typing(rep, ref, CardKind.INDIVIDUAL, 5, {"hobbies": "下棋秘密", "email": "a@b.cn"}, NOW)
    return ref


def everything(desk: Desk) -> str:
    """All that stands in any table of the cabinet."""
    audit.flush(desk)
    with closing(open_connection(database_path(desk.cabinet), desk.keys.data_key)) as opened:
        tables = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        return repr([opened.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables])


def test_nothing_private_remains_anywhere(sit: Sit, ref: str) -> None:
    desk = sit("赵刚")
    assert all(secret in everything(desk) for secret in SECRETS)
    version = card_of(ref).version
    done = clear_private(desk, ref, LATER, reason="本人书面要求")
    left = everything(desk)
    assert [secret for secret in SECRETS if secret in left] == []
    assert (done.ref, done.version) == (ref, version + 1)
    assert set(done.fields) == {
        "hobbies", "home_address", "spouse", "birth_date", "personality",
        "contacts#1.hobbies", "contacts#1.family",
    }  # fmt: skip


def test_the_card_keeps_what_is_not_private(sit: Sit, ref: str) -> None:
    desk = sit("赵刚")
    clear_private(desk, ref, LATER, reason="本人要求")
    view = read_card(desk, ref, LATER)
    assert view.values["purchase_habit"] == "月底进货"
    assert view.children["contacts"][0] == {
        "row_no": 1, "name": "何文斌", "mobile": "13900002222", "is_primary": True,
    }  # fmt: skip
    assert PRIVATE_FIELDS.isdisjoint(view.values.keys() | view.explicit.keys())
    assert "home_address" in view.missing
    assert view.values["revision_no"] == 3


def test_the_fact_of_clearing_stays_in_history_and_log(sit: Sit, ref: str) -> None:
    desk = sit("赵刚")
    clear_private(desk, ref, LATER, reason="本人要求")
    lines = [row for row in history(desk, ref, LATER) if row.field == "hobbies"]
    assert [(row.old, row.new, row.state) for row in lines] == [("", "", "cleared")] * 2
    assert (lines[0].changed_by, lines[0].changed_at, lines[0].reason) == (
        "赵刚", LATER, "本人要求",
    )  # fmt: skip
    first = json.loads(Revision.get(Revision.field == "").new_value)
    assert first["hobbies"] is None
    assert first["contacts#1.hobbies"] is None
    assert first["full_name"] == "陈美玲"
    line = AuditLine.get(AuditLine.event == "card.clear_private")
    assert "hobbies" in line.after
    assert line.reason == "本人要求"
    with reading():
        assert list(history_faults()) == []


def test_what_was_handed_in_can_no_longer_be_decided(sit: Sit, ref: str) -> None:
    desk = sit("赵刚")
    clear_private(desk, ref, LATER, reason="本人要求")
    (proposal,) = proposals_of(desk, ref, LATER)
    states = {line.path: line.state for line in proposal.changes}
    assert states == {
        "hobbies": "cleared", "contacts#1.hobbies": "cleared", "purchase_habit": "pending",
    }  # fmt: skip
    assert Proposal.get().is_open


def test_a_proposal_of_private_facts_alone_is_closed(sit: Sit, ref: str) -> None:
    save_card(sit("李明"), ref, card_of(ref).version, {"topics": "孩子"}, NOW)
    clear_private(sit("赵刚"), ref, LATER, reason="本人要求")
    assert [row.is_open for row in Proposal.select().order_by(Proposal.id)] == [True, False]


def test_typing_of_others_keeps_what_is_not_private(sit: Sit, ref: str) -> None:
    clear_private(sit("赵刚"), ref, LATER, reason="本人要求")
    (kept,) = kept_typing(sit("李明"))
    assert kept.texts == {"email": "a@b.cn"}


def test_what_is_typed_later_is_history_again(sit: Sit, ref: str) -> None:
    desk = sit("赵刚")
    version = clear_private(desk, ref, LATER, reason="本人要求").version
    edit_card(desk, ref, version, {"hobbies": "围棋"}, LATER)
    newest = history(desk, ref, LATER)[0]
    assert (newest.field, newest.new, newest.state) == ("hobbies", "围棋", "accepted")
    with reading():
        assert list(history_faults()) == []


def test_a_card_without_private_facts_has_its_history_cleared_all_the_same(
    sit: Sit, ref: str
) -> None:
    desk = sit("赵刚")
    empty = {"hobbies": "", "spouse": "", "birth_date": "", "personality": ""}
    edit_card(desk, ref, card_of(ref).version, empty, NOW)
    fields = clear_private(desk, ref, LATER, reason="本人要求").fields
    assert "hobbies" in fields
    again = clear_private(desk, ref, LATER, reason="再次要求")
    assert again.fields == ()
    assert "钓鱼秘密" not in everything(desk)


def test_clearing_verifies_nothing(sit: Sit, ref: str) -> None:
    before = Verification.select().count()
    clear_private(sit("赵刚"), ref, LATER + timedelta(hours=1), reason="本人要求")
    assert Verification.select().count() == before


def test_what_a_merge_remembers_and_what_went_into_it_is_cleared(sit: Sit, ref: str) -> None:
    """Nobody could otherwise bring it back by undoing the merge."""
    other = drafts.create_card(
        sit("李明"), CardKind.INDIVIDUAL, {**TYPED, "hobbies": "麻将秘密"}, NOW, not_duplicate=True
    ).ref
    desk = sit("赵刚")
    memory = {
        "gone": {"hobbies": "钓鱼秘密", "full_name": "陈美玲", "explicit": '{"spouse": "none"}'},
        "rows": {"contacts": [{"row_no": 1, "family": "离异秘密", "name": "何文斌"}]},
    }
    with writing():
        gone = card_of(other)
        CustomerCard.update(custody_state="void").where(CustomerCard.id == gone.id).execute()
        CardMerge.create(
            merge_no="B1", kept=card_of(ref).id, gone=gone.id, merged_at=NOW, merged_by=1,
            kept_version=1, gone_version=1, before=json.dumps(memory, ensure_ascii=False),
        )  # fmt: skip
    clear_private(desk, ref, LATER, reason="本人要求")
    assert [secret for secret in SECRETS if secret in everything(desk)] == []
    assert json.loads(CardMerge.get().before) == {
        "gone": {"hobbies": None, "full_name": "陈美玲", "explicit": "{}"},
        "rows": {"contacts": [{"row_no": 1, "family": None, "name": "何文斌"}]},
    }


def test_who_may_and_what_it_needs(sit: Sit, ref: str) -> None:
    for name in ("李明", "王秀兰", "钱进"):
        with pytest.raises(NotAllowedError):
            clear_private(sit(name), ref, LATER, reason="本人要求")
    with pytest.raises(ReasonNeededError):
        clear_private(sit("赵刚"), ref, LATER, reason=" ")
    with pytest.raises(CabinetClosedError):
        clear_private(sit("张总"), ref, NOW + timedelta(days=1), reason="本人要求")
    draft = drafts.create_card(sit("李明"), CardKind.COMPANY, {"full_name": "甲厂"}, NOW).ref
    with pytest.raises(WrongStateError):
        clear_private(sit("赵刚"), draft, LATER, reason="本人要求")


@pytest.mark.parametrize(
    ("path", "private"),
    [
        ("hobbies", True),
        ("contacts#3.family", True),
        ("contacts#+1.birth_date", True),
        ("contacts#3.mobile", False),
        ("contacts#3", False),
        ("phone", False),
        ("nothing", False),
    ],
)
def test_which_paths_are_private(path: str, private: bool) -> None:
    assert is_private(path) is private


def test_only_contacts_have_private_columns() -> None:
    assert {table for table, _ in PRIVATE_COLUMNS} == {"contacts"}
