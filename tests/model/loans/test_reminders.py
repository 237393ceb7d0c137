"""今日提醒: what asks for attention, and whom; 催还."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from model.cards.tables import CustomerCard
from model.errors import NotAllowedError, WrongStateError
from model.loans.blocks import lift_block
from model.loans.checkouts import check_out
from model.loans.reminder_words import CODES, Reminder, reminder_text
from model.loans.reminders import recall, reminders
from model.loans.returns import Return, take_back
from model.office.desk import Desk
from model.office.tables import AuditLine, Person
from model.rounds.approval import confirm
from model.rounds.tables import DailyPlan, Promise
from model.rounds.visits import VisitEntry, record_visit
from model.storage.database import writing
from model.words import LANGUAGES, words_in
from tests.conftest import NOW, TODAY, Sit, make_draft
from tests.model.loans.conftest import KEEPER, approve_rows

EVENING = NOW.replace(hour=17)
DUE = NOW.replace(hour=18, minute=0)
MONDAY = NOW + timedelta(days=3)


def told(desk: Desk, now: datetime) -> list[tuple[str, str, str]]:
    """Code, rep and card of each reminder."""
    return [(one.code, one.rep, one.card_no) for one in reminders(desk, now)]


@pytest.mark.usefixtures("plan")
def test_overdue_cards_and_blocked_reps(desk: Desk, cards: list[str]) -> None:
    check_out(desk, "李明", NOW, card_nos=cards[:2])
    assert told(desk, DUE) == []
    late = DUE + timedelta(hours=1, minutes=30)
    assert told(desk, late) == [
        ("overdue", "李明", cards[0]), ("overdue", "李明", cards[1]), ("blocked", "李明", ""),
    ]  # fmt: skip
    first = reminders(desk, late)[0]
    assert first.facts == {"hours": 2, "due": DUE}
    assert (first.name, first.on) == ("第0家客户有限公司", TODAY)


@pytest.mark.usefixtures("plan")
def test_after_three_working_days_a_card_is_to_be_reported_lost(
    desk: Desk, cards: list[str]
) -> None:
    """E3; a weekend lies in between."""
    check_out(desk, "李明", NOW, card_nos=cards[:1])
    for days, lost in ((3, False), (4, False), (5, True), (9, True)):
        codes = [code for code, _, _ in told(desk, NOW + timedelta(days=days))]
        assert ("report_lost" in codes) is lost


@pytest.mark.usefixtures("plan")
def test_missing_records_until_they_are_entered(desk: Desk, cards: list[str], sit: Sit) -> None:
    check_out(desk, "李明", NOW)
    take_back(desk, "李明", [Return(card, "no_record") for card in cards[:3]], EVENING)
    assert told(desk, EVENING) == [("record_missing", "李明", card) for card in cards[:3]]
    assert ("blocked", "李明", "") in told(desk, MONDAY)
    lift_block(sit("张总"), "李明", "客户急需", MONDAY)
    assert ("block_lifted", "李明", "") in told(sit(KEEPER), MONDAY)
    for card in cards[:3]:
        record_visit(sit("李明"), VisitEntry(card, "李明", TODAY, {"visited": "好"}), MONDAY)
    assert told(sit(KEEPER), MONDAY) == []


def test_promises_due_and_late(desk: Desk, cards: list[str]) -> None:
    with writing():
        for ref, days, kept in ((cards[0], 0, None), (cards[1], -2, None), (cards[2], 1, None),
                                (cards[4], -1, TODAY)):  # fmt: skip
            card = CustomerCard.get(CustomerCard.card_no == ref)
            Promise.create(
                card=card, description="送样品", due_on=TODAY + timedelta(days=days), kept_on=kept
            )
    assert told(desk, NOW) == [
        ("promise_due", "李明", cards[0]), ("promise_late", "李明", cards[1]),
    ]  # fmt: skip


def test_an_approval_on_paper_waits_for_its_supervisor(desk: Desk, plan: str, sit: Sit) -> None:
    with writing():
        boss = Person.get(Person.name == "赵刚")
        DailyPlan.update(approved_by=boss, approved_at=NOW, recorded_by=desk.person.id).execute()
    (reminder,) = reminders(desk, NOW)
    assert (reminder.code, reminder.rep) == ("confirm_plan", "李明")
    assert reminder.facts == {"plan_no": plan, "approver": "赵刚"}
    confirm(sit("赵刚"), plan, NOW)
    assert told(sit("赵刚"), NOW) == []


def test_more_than_two_visits_without_card_in_a_week(desk: Desk, cards: list[str]) -> None:
    """E9; last week's do not count."""
    for days in (0, 1, 5):
        day = TODAY - timedelta(days=days)
        record_visit(
            desk, VisitEntry(cards[0], "李明", day, {"visited": "好"}, no_card=True), EVENING
        )
    assert told(desk, EVENING) == []
    record_visit(
        desk, VisitEntry(cards[1], "李明", TODAY, {"visited": "好"}, no_card=True), EVENING
    )
    (reminder,) = reminders(desk, EVENING)
    assert (reminder.code, reminder.rep, reminder.facts) == (
        "no_card_visits", "李明", {"count": 3},
    )  # fmt: skip
    assert told(desk, MONDAY) == []


def test_a_customer_met_is_to_have_a_card_one_working_day_later(desk: Desk, sit: Sit) -> None:
    """E10."""
    entry = VisitEntry("", "李明", TODAY, {"visited": "好"}, customer_name="成都市新星机械有限公司")
    record_visit(desk, entry, EVENING)
    assert told(desk, EVENING) == told(desk, NOW + timedelta(days=1)) == []
    (reminder,) = reminders(desk, MONDAY)
    assert (reminder.code, reminder.name, reminder.on) == (
        "card_wanted", "成都市新星机械有限公司", TODAY,
    )  # fmt: skip
    make_draft(sit, "新星机械", "李明", "028-85559999", "武侯")
    assert told(sit(KEEPER), MONDAY) == []


def test_the_end_of_the_calendar_is_told(desk: Desk) -> None:
    found = reminders(desk, datetime(2029, 3, 1, 9))
    (reminder,) = [one for one in found if one.code != "backup_none"]
    assert reminder.code == "calendar_ends"
    assert reminder.on is not None
    assert reminder.on < date(2029, 1, 1)


@pytest.mark.usefixtures("plan")
def test_each_desk_is_reminded_of_its_own(desk: Desk, cards: list[str], sit: Sit) -> None:
    approve_rows(desk, "周涛", cards[4:])
    check_out(desk, "李明", NOW, card_nos=cards[:1])
    check_out(desk, "周涛", NOW)
    late = NOW.replace(hour=20)
    for name, reps in (
        ("李明", {"李明"}), ("王芳", set()), ("赵刚", {"李明"}), ("钱进", {"周涛"}),
        ("张总", {"李明", "周涛"}), (KEEPER, {"李明", "周涛"}),
    ):  # fmt: skip
        assert {rep for _, rep, _ in told(sit(name), late)} == reps


FACTS = {
    "hours": 2, "due": DUE, "days": 3, "overdue": 1, "missing": 2, "plan_no": "RB20261120-03",
    "approver": "赵刚", "count": 3, "proposal_no": "XD000003",
    "copy_no": "FB000003", "receiver": "总部", "approval_no": "SP000001", "remark": "不对外",
    "loan_no": 7, "by": "王秀兰", "at": "09:20", "reason": "发错卡",
    "made_at": DUE, "folder": "E:/备份",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_reminder_has_its_words(code: str, language: str) -> None:
    reminder = Reminder(code, "李明", "Q00001", "恒运配件", TODAY, FACTS)
    text = reminder_text(reminder, words_in(language))
    assert text[-1] in ".。"
    assert not {"{", "}"} & set(text)
    assert ("。" in text) is (language == "zh")
    assert "00:00" not in text


# --- 催还 ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("plan")
def test_a_recall_names_the_cards_and_is_logged(desk: Desk, cards: list[str]) -> None:
    check_out(desk, "李明", NOW)
    recalled = recall(desk, [cards[1].lower(), cards[0], cards[0]], EVENING)
    assert [card.card_no for card in recalled] == [cards[1], cards[0]]
    lines = AuditLine.select().where(AuditLine.event == "loan.recall").order_by(AuditLine.no)
    assert [line.subject for line in lines] == [cards[1], cards[0]]


@pytest.mark.usefixtures("plan")
def test_only_what_is_out_with_his_own_team_is_recalled(
    desk: Desk, cards: list[str], sit: Sit
) -> None:
    check_out(desk, "李明", NOW)
    assert len(recall(sit("赵刚"), cards[:1], EVENING)) == 1
    for name in ("钱进", "李明"):
        with pytest.raises(NotAllowedError):
            recall(sit(name), cards[:1], EVENING)
    with pytest.raises(WrongStateError):
        recall(sit(KEEPER), [cards[0], cards[4]], EVENING)
    assert AuditLine.select().where(AuditLine.event == "loan.recall").count() == 1


def test_a_plan_not_approved_in_time(desk: Desk, cards: list[str]) -> None:
    approve_rows(desk, "李明", cards[:2], state="draft")
    assert told(desk, NOW.replace(hour=8, minute=44)) == []
    (waiting,) = reminders(desk, NOW.replace(hour=8, minute=45))
    assert (waiting.code, waiting.rep, waiting.on) == ("approve_plan", "李明", TODAY)
