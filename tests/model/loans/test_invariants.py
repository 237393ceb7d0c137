"""What `verify` must notice on loans, reservations and visit records."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta

import pytest

from model.cards.tables import Loan
from model.loans import invariants, merging
from model.loans.checkouts import check_out
from model.loans.closing import close_cabinet
from model.loans.corrections import correct_loan
from model.loans.opening import open_cabinet
from model.loans.returns import Return, take_back
from model.office.desk import Desk
from model.rounds.visits import VisitEntry
from model.storage.cabinet import database_path
from model.storage.database import open_connection, reading
from model.upkeep.verify import look
from tests.conftest import NOW, TODAY, Sit
from tests.model.loans.conftest import approve_rows

Sql = Callable[[str], None]

EVENING = NOW.replace(hour=17)
DUE = NOW.replace(hour=18, minute=0)
MONDAY = NOW + timedelta(days=3)


@pytest.fixture
def worked(desk: Desk, plan: str, cards: list[str]) -> Desk:
    """A day: loan 1 visited, 2 without record, 3 out; 4 corrected, 5 corrected into 6, cancelled.

    李明 has Q00001 to Q00003, 王芳 Q00004, 周涛 Q00005.
    """
    del plan
    approve_rows(desk, "王芳", cards[3:4])
    approve_rows(desk, "周涛", cards[4:])
    check_out(desk, "李明", NOW)
    check_out(desk, "王芳", NOW)
    check_out(desk, "周涛", NOW)
    visited = Return(cards[0], "visited", VisitEntry("", "", TODAY, {"visited": "好"}))
    take_back(desk, "李明", [visited, Return(cards[1], "no_record")], EVENING)
    correct_loan(desk, 4, "拿错了卡", EVENING)
    take_back(desk, "周涛", [Return(cards[4], "no_record")], EVENING)
    correct_loan(desk, 5, "点错了", EVENING)
    take_back(desk, "周涛", [Return(cards[4], "cancelled")], EVENING)
    return desk


@pytest.fixture
def sql(worked: Desk) -> Iterator[Sql]:
    """A statement by somebody who has the key."""
    path = database_path(worked.cabinet)
    with closing(open_connection(path, worked.keys.data_key)) as opened:
        opened.execute("PRAGMA foreign_keys=0")
        opened.execute("DROP TRIGGER IF EXISTS audit_line_no_delete")
        yield lambda statement: opened.execute(statement) and None


def codes() -> list[str]:
    """Every fault of loans and visits."""
    with reading():
        return [code for code, _ in invariants.faults()]


def test_an_ordinary_day_and_the_next_break_nothing(worked: Desk, cards: list[str]) -> None:
    assert codes() == []
    close_cabinet(worked, cards[2:3], DUE)
    open_cabinet(worked, MONDAY)
    take_back(worked, "李明", [Return(cards[2], "no_record")], MONDAY)
    assert codes() == []
    with reading():
        assert list(look(worked.keys.log_key)) == []


def loan(number: int) -> str:
    """The condition that finds one loan."""
    return f"WHERE loan_no = {number}"


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        # a card's state
        ("UPDATE customer_card SET custody_state = 'sealed' WHERE card_no = 'Q00001'",
         "card_state_unexplained"),
        ("UPDATE customer_card SET custody_state = 'in_cabinet', holder_id = NULL, due_at = NULL"
         " WHERE card_no = 'Q00003'", "card_state_unexplained"),
        ("UPDATE customer_card SET custody_state = 'out', holder_id = 3,"
         " due_at = '2026-11-20 18:00:00' WHERE card_no = 'Q00001'", "loan_contradicts_card"),
        # an open loan
        (f"UPDATE loan SET borrower_id = 4 {loan(3)}", "loan_contradicts_card"),
        (f"UPDATE loan SET borrower_id = 4 {loan(3)}", "loan_unexplained"),
        (f"UPDATE loan SET due_at = '2026-11-20 19:00:00' {loan(3)}", "loan_unexplained"),
        ("UPDATE customer_card SET due_at = '2026-11-20 19:00:00' WHERE card_no = 'Q00003'",
         "loan_contradicts_card"),
        (f"UPDATE loan SET returned_at = '2026-11-20 17:00:00' {loan(3)}",
         "loan_contradicts_card"),
        (f"UPDATE loan SET returned_at = NULL {loan(1)}", "loan_contradicts_card"),
        # numbers
        (f"UPDATE loan SET loan_no = 99 {loan(1)}", "loan_not_in_log"),
        (f"UPDATE loan SET loan_no = 99 {loan(1)}", "loan_gone"),
        (f"UPDATE loan SET card_id = 2 {loan(1)}", "loan_not_in_log"),
        (f"DELETE FROM loan {loan(1)}", "loan_gone"),
        ("UPDATE counter SET value = 2 WHERE name = 'loan'", "counter_behind"),
        # 缺记录
        (f"UPDATE loan SET record_missing = 1 {loan(1)}", "record_missing_wrong"),
        (f"UPDATE loan SET record_missing = 0 {loan(2)}", "record_missing_wrong"),
        (f"UPDATE loan SET record_missing = 1 {loan(3)}", "record_missing_wrong"),
        (f"UPDATE loan SET record_missing = 1 {loan(4)}", "record_missing_wrong"),
        (f"UPDATE loan SET record_missing = 1 {loan(5)}", "record_missing_wrong"),
        (f"UPDATE loan SET record_missing = 1 {loan(6)}", "record_missing_wrong"),
        (f"UPDATE loan SET cancelled = 0 {loan(6)}", "record_missing_wrong"),
        ("UPDATE visit_record SET visited_on = '2026-11-19'", "record_missing_wrong"),
        # reservations: Q00004 is kept for 王芳 again since the correction
        ("UPDATE customer_card SET custody_state = 'void' WHERE card_no = 'Q00004'",
         "void_card_reserved"),
        # visit records
        ("UPDATE visit_record SET record_no = 'BF20261120-009'", "visit_not_in_log"),
        ("UPDATE visit_record SET record_no = 'BF20261120-009'", "visit_gone"),
        ("DELETE FROM visit_record", "visit_gone"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_found(sql: Sql, statement: str, fault: str) -> None:
    assert codes() == []
    sql(statement)
    assert fault in codes()


def test_a_reservation_of_a_day_gone_by_is_no_fault(sql: Sql) -> None:
    sql("UPDATE customer_card SET custody_state = 'void' WHERE card_no = 'Q00004'")
    sql("UPDATE reservation SET day = '2026-11-19'")
    assert "void_card_reserved" not in codes()


def test_faults_name_no_customer(sql: Sql) -> None:
    sql("UPDATE customer_card SET custody_state = 'void'")
    sql("DELETE FROM visit_record")
    sql(f"DELETE FROM loan {loan(1)}")
    with reading():
        found = list(invariants.faults())
    assert {name for _, facts in found for name in facts} <= {
        "ref", "state", "logged", "loan_no", "day",
    }  # fmt: skip


# --- merged cards ----------------------------------------------------------------------------


def test_a_merge_and_its_undoing_break_nothing(worked: Desk, cards: list[str], sit: Sit) -> None:
    take_back(worked, "李明", [Return(cards[2], "no_record")], EVENING)
    boss = sit("赵刚")
    first = merging.merge_cards(boss, cards[0], cards[1], ("phone",), EVENING, reason="同一客户")
    assert codes() == []
    assert Loan.get(Loan.loan_no == 2).card.card_no == cards[0]
    second = merging.merge_cards(boss, cards[0], cards[2], (), EVENING, reason="同一客户")
    with reading():
        assert list(look(boss.keys.log_key)) == []
    merging.undo_merge(boss, second.merge_no, EVENING)
    merging.undo_merge(boss, first.merge_no, EVENING)
    with reading():
        assert list(look(boss.keys.log_key)) == []


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("UPDATE customer_card SET custody_state = 'in_cabinet' WHERE card_no = 'Q00002'",
         "merge_state"),
        ("UPDATE card_merge SET undone_at = merged_at", "merge_not_in_log"),
        ("DELETE FROM card_merge", "merge_gone"),
        ("UPDATE card_merge SET merge_no = 'BK000009'", "counter_behind"),
        ("UPDATE loan SET card_id = 2 WHERE loan_no = 2", "merged_card_not_empty"),
        ("UPDATE loan SET card_id = 2 WHERE loan_no = 2", "loan_not_in_log"),
        ("DELETE FROM plan_line WHERE card_id = 1", "merged_card_not_empty"),
    ],
)  # fmt: skip
def test_what_contradicts_a_merge_is_found(
    worked: Desk, cards: list[str], sit: Sit, statement: str, fault: str
) -> None:
    take_back(worked, "李明", [Return(cards[2], "no_record")], EVENING)
    boss = sit("赵刚")
    merging.merge_cards(boss, cards[0], cards[1], (), EVENING, reason="同一客户")
    path = database_path(boss.cabinet)
    with closing(open_connection(path, boss.keys.data_key)) as opened:
        opened.execute("PRAGMA foreign_keys=0")
        opened.execute(statement)
    assert fault in codes()
