"""E13: a wrong line stays, with who, when and why; it counts nowhere."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.tables import CustomerCard, Loan, Reservation
from model.errors import NotAllowedError, NotFoundError, ReasonNeededError, WrongStateError
from model.loans.checkouts import check_out
from model.loans.corrections import correct_loan
from model.loans.invariants import faults
from model.loans.registers import loan_register
from model.loans.returns import Return, take_back
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.rounds.tables import PlanLine, VisitRecord
from model.rounds.visits import VisitEntry
from tests.conftest import NOW, TODAY, Sit
from tests.model.loans.conftest import KEEPER, approve_rows

EVENING = NOW.replace(hour=17)
MONDAY = NOW + timedelta(days=3)
LATE = NOW.replace(hour=19)


@pytest.fixture
def out(desk: Desk, plan: str) -> Desk:
    """The keeper's desk with 李明's three cards out."""
    del plan
    check_out(desk, "李明", NOW)
    return desk


def stored(card_no: str) -> CustomerCard:
    """The card's row."""
    card: CustomerCard = CustomerCard.get(CustomerCard.card_no == card_no)
    return card


def test_a_wrong_card_handed_out_is_home_again(out: Desk, cards: list[str]) -> None:
    found = correct_loan(out, 1, "拿错了卡", NOW + timedelta(minutes=5))
    assert (found.loan_no, found.card_no, found.custody_state) == (1, cards[0], "reserved")
    assert (stored(cards[0]).custody_state, stored(cards[0]).holder_id) == ("in_cabinet", None)
    loan = Loan.get(Loan.loan_no == 1)
    assert (loan.corrected_by.name, loan.correction_reason) == (KEEPER, "拿错了卡")
    assert loan.corrected_at == loan.returned_at == NOW + timedelta(minutes=5)
    assert not loan.record_missing
    register = loan_register(out, TODAY, EVENING)
    assert (register.issued, register.returned, register.still_out) == (2, 0, 2)
    assert [line.corrected for line in register.lines] == [True, False, False]
    assert register.lines[0].remark == "拿错了卡"
    assert list(faults()) == []


def test_its_line_of_the_plan_goes_out_again(out: Desk, cards: list[str]) -> None:
    correct_loan(out, 1, "拿错了卡", NOW)
    assert [card.card_no for card in check_out(out, "李明", NOW)] == cards[:1]


def test_a_struck_line_gets_no_reservation_back(out: Desk, cards: list[str]) -> None:
    PlanLine.update(state="cancelled").where(PlanLine.card == stored(cards[0])).execute()
    assert correct_loan(out, 1, "拿错了卡", NOW).custody_state == "in_cabinet"
    assert Reservation.select().count() == 0


def test_a_wrong_return_is_out_again_as_it_was(out: Desk, cards: list[str]) -> None:
    before = Loan.get(Loan.loan_no == 2)
    take_back(out, "李明", [Return(cards[1], "no_record")], EVENING)
    found = correct_loan(out, 2, "点错了", EVENING)
    assert (found.loan_no, found.card_no, found.custody_state) == (4, cards[1], "out")
    wrong, right = Loan.get(Loan.loan_no == 2), Loan.get(Loan.loan_no == 4)
    assert (wrong.returned_at, wrong.record_missing) == (EVENING, False)
    assert right.corrects_id == wrong.id
    for name in ("card", "borrower", "day", "issued_at", "due_at", "document", "issued_by"):
        assert right.__data__[name] == before.__data__[name]
    assert right.returned_at is None
    card = stored(cards[1])
    assert (card.custody_state, card.holder_id, card.due_at) == (
        "out", right.borrower_id, right.due_at,
    )  # fmt: skip
    register = loan_register(out, TODAY, EVENING)
    assert (register.issued, register.returned, register.still_out) == (3, 0, 3)
    assert list(faults()) == []


def test_a_wrong_return_after_the_due_time_is_overdue_again(out: Desk, cards: list[str]) -> None:
    take_back(out, "李明", [Return(cards[1], "no_record")], LATE)
    assert correct_loan(out, 2, "点错了", LATE).custody_state == "overdue"
    lines = AuditLine.select().where(AuditLine.event == "loan.overdue")
    assert sorted(line.subject for line in lines) == cards[:3]


def test_a_visit_record_entered_meanwhile_stays(out: Desk, cards: list[str]) -> None:
    back = Return(cards[1], "visited", VisitEntry("", "", TODAY, {"visited": "好"}))
    take_back(out, "李明", [back], EVENING)
    correct_loan(out, 2, "点错了", EVENING)
    assert VisitRecord.select().count() == 1
    (home,) = take_back(out, "李明", [Return(cards[1], "no_record")], EVENING)
    assert not home.record_missing
    assert list(faults()) == []


def test_a_visit_called_off_by_mistake_is_planned_again(out: Desk, cards: list[str]) -> None:
    take_back(out, "李明", [Return(cards[1], "cancelled", reason="取消")], NOW)
    correct_loan(out, 2, "点错了", NOW)
    line = PlanLine.get(PlanLine.card == stored(cards[1]))
    assert (line.state, line.struck_reason) == ("planned", "")


def test_corrections_are_logged_with_their_reason(out: Desk, cards: list[str]) -> None:
    take_back(out, "李明", [Return(cards[1], "no_record")], EVENING)
    correct_loan(out, 2, "点错了", EVENING)
    correct_loan(out, 1, "拿错了卡", EVENING)
    lines = AuditLine.select().where(AuditLine.event == "loan.correct").order_by(AuditLine.no)
    assert [(one.subject, one.before, one.after, one.reason, one.document) for one in lines] == [
        (cards[1], '{"loan_no": 2}', '{"new_loan_no": 4, "undone": "return"}', "点错了",
         "RB20261120-03"),
        (cards[0], '{"loan_no": 1}', '{"undone": "issue"}', "拿错了卡", "RB20261120-03"),
    ]  # fmt: skip


def test_what_is_no_mistake_of_today_cannot_be_corrected(out: Desk, cards: list[str]) -> None:
    take_back(out, "李明", [Return(cards[1], "no_record")], EVENING)
    for loan_no in (1, 2):
        with pytest.raises(WrongStateError) as refused:
            correct_loan(out, loan_no, "昨天错了", MONDAY)
        assert refused.value.values == {"ref": str(loan_no), "state": "earlier_day"}


def test_a_return_of_today_is_corrected_whenever_the_card_went_out(
    out: Desk, cards: list[str]
) -> None:
    take_back(out, "李明", [Return(cards[1], "no_record")], MONDAY)
    found = correct_loan(out, 2, "点错了", MONDAY)
    assert found.custody_state == "overdue"
    assert Loan.get(Loan.loan_no == found.loan_no).day == TODAY


def test_nothing_is_corrected_twice_or_when_the_card_has_gone_on(
    out: Desk, cards: list[str]
) -> None:
    take_back(out, "李明", [Return(card, "no_record") for card in cards[:3]], EVENING)
    check_out(out, "李明", EVENING, card_nos=cards[:2])
    take_back(out, "李明", [Return(cards[1], "no_record")], EVENING)
    correct_loan(out, 3, "点错了", EVENING)
    for loan_no, ref, state in (
        (1, cards[0], "out"),
        (2, cards[1], "lent_since"),
        (3, "3", "corrected"),
    ):
        with pytest.raises(WrongStateError) as refused:
            correct_loan(out, loan_no, "再来一次", EVENING)
        assert refused.value.values == {"ref": ref, "state": state}


def test_it_needs_a_reason_a_line_and_the_right(out: Desk, sit: Sit) -> None:
    with pytest.raises(ReasonNeededError):
        correct_loan(out, 1, "  ", NOW)
    with pytest.raises(NotFoundError):
        correct_loan(out, 99, "点错了", NOW)
    for name in ("李明", "赵刚"):
        with pytest.raises(NotAllowedError):
            correct_loan(sit(name), 1, "点错了", NOW)


def test_a_card_kept_for_another_meanwhile_stays_his(out: Desk, cards: list[str]) -> None:
    """After a handover: the reservation of the new owner is not taken."""
    approve_rows(out, "王芳", cards[:1])
    assert correct_loan(out, 1, "拿错了卡", NOW).custody_state == "reserved"
    assert [kept.borrower.name for kept in Reservation.select()] == ["王芳"]
