"""The register and the report of a day: totals right, corrected lines counted nowhere."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.tables import CustomerCard
from model.loans.checkouts import check_out
from model.loans.closing import close_cabinet
from model.loans.corrections import correct_loan
from model.loans.opening import open_cabinet
from model.loans.registers import day_report, loan_register
from model.loans.returns import Return, take_back
from model.loans.sheets import LoanRegister, RepCount
from model.office import audit
from model.office.desk import Desk
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.model.loans.conftest import KEEPER, approve_rows

EVENING = NOW.replace(hour=17)
DUE = NOW.replace(hour=18, minute=0)
MONDAY = NOW + timedelta(days=3)
TUESDAY = NOW + timedelta(days=4)


@pytest.fixture
def friday(desk: Desk, plan: str, cards: list[str]) -> Desk:
    """Friday: 李明 had three cards, one came home in time, one without record; 王芳 had one."""
    del plan
    approve_rows(desk, "王芳", cards[3:4])
    check_out(desk, "李明", NOW)
    check_out(desk, "王芳", NOW)
    take_back(desk, "李明", [Return(cards[0], "no_record")], EVENING)
    take_back(desk, "王芳", [Return(cards[3], "cancelled", reason="取消")], EVENING)
    return desk


def total(register: LoanRegister) -> tuple[int, int, int]:
    """The foot of the register."""
    return register.issued, register.returned, register.still_out


def test_a_line_for_each_loan_by_number(friday: Desk, cards: list[str]) -> None:
    register = loan_register(friday, TODAY, EVENING)
    assert [(line.loan_no, line.card_no) for line in register.lines] == list(
        enumerate(cards[:4], start=1)
    )
    first, _, _, fourth = register.lines
    assert (first.borrower, first.issued_by, first.taken_back_by) == ("李明", KEEPER, KEEPER)
    assert (first.returned_at, first.condition, first.record_missing) == (EVENING, "intact", True)
    assert (first.document, first.due_at, first.late_hours) == ("RB20261120-03", DUE, 0)
    assert (fourth.cancelled, fourth.remark, fourth.record_missing) == (True, "取消", False)
    assert register.office == "华东办事处"
    assert register.log_head == audit.log_head()
    assert total(register) == (4, 2, 2)


def test_what_is_still_out_grows_late_by_the_hour(friday: Desk) -> None:
    lines = loan_register(friday, TODAY, DUE + timedelta(hours=2)).lines
    assert [line.late_hours for line in lines] == [0, 2, 2, 0]


def test_a_card_out_overnight_stands_in_each_days_register(friday: Desk, cards: list[str]) -> None:
    open_cabinet(friday, MONDAY)
    assert total(loan_register(friday, TODAY, MONDAY)) == (4, 2, 2)
    assert [line.card_no for line in loan_register(friday, MONDAY.date(), MONDAY).lines] == cards[
        1:3
    ]
    take_back(friday, "李明", [Return(cards[1], "no_record")], MONDAY)
    assert total(loan_register(friday, MONDAY.date(), MONDAY)) == (0, 1, 1)
    open_cabinet(friday, TUESDAY)
    take_back(friday, "李明", [Return(cards[2], "no_record")], TUESDAY)
    assert total(loan_register(friday, MONDAY.date(), TUESDAY)) == (0, 1, 1)
    assert total(loan_register(friday, TUESDAY.date(), TUESDAY)) == (0, 1, 0)
    assert total(loan_register(friday, TODAY, TUESDAY)) == (4, 2, 2)


def test_corrected_lines_stand_there_and_count_nowhere(friday: Desk, cards: list[str]) -> None:
    correct_loan(friday, 1, "点错了", EVENING)
    correct_loan(friday, 2, "拿错了卡", EVENING)
    register = loan_register(friday, TODAY, EVENING)
    assert [line.corrected for line in register.lines] == [True, True, False, False, False]
    assert total(register) == (3, 1, 2)
    report = day_report(friday, TODAY, EVENING)
    assert [line.card_no for line in report.missing] == [cards[0], cards[2]]
    assert report.no_record == ()


@pytest.mark.parametrize(
    ("name", "borrowers"),
    [("李明", {"李明"}), ("王芳", {"王芳"}), ("赵刚", {"李明", "王芳"}), ("钱进", set())],
)
def test_each_desk_sees_its_own(friday: Desk, sit: Sit, name: str, borrowers: set[str]) -> None:
    del friday
    register = loan_register(sit(name), TODAY, EVENING)
    assert {line.borrower for line in register.lines} == borrowers
    assert register.issued == len(register.lines)
    report = day_report(sit(name), TODAY, EVENING)
    assert {rep.rep for rep in report.reps} == borrowers


def test_the_report_counts_each_rep_and_names_what_is_missing(
    friday: Desk, cards: list[str]
) -> None:
    with writing():
        sealed = CustomerCard.card_no == cards[4]
        CustomerCard.update(custody_state="sealed").where(sealed).execute()
    late = DUE + timedelta(minutes=30)
    close_cabinet(friday, [cards[2], cards[1]], late)
    report = day_report(friday, TODAY, late)
    assert report.reps == (
        RepCount("李明", 3, 3, 1, 2, 2, 1),
        # Cancelled lines are no visits.
        RepCount("王芳", 0, 1, 1, 0, 0, 0),
    )
    assert [line.card_no for line in report.missing] == cards[1:3]
    assert [line.card_no for line in report.no_record] == [cards[0]]
    assert report.acknowledged == tuple(cards[1:3])
    assert (report.in_cabinet, report.out, report.overdue, report.sealed, report.lost) == (
        2, 0, 2, 1, 0,
    )  # fmt: skip
    assert (report.opened_by, report.opened_at) == (KEEPER, NOW)
    assert (report.closed_by, report.closed_at) == (KEEPER, late)


def test_a_day_on_which_nothing_happened(clerk: Desk) -> None:
    report = day_report(clerk, TODAY, NOW)
    assert (report.opened_by, report.opened_at, report.closed_at) == ("", None, None)
    assert report.reps == report.missing == report.acknowledged == ()
    assert total(loan_register(clerk, TODAY, NOW)) == (0, 0, 0)
