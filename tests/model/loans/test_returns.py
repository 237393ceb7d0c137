"""Cards home: with their record or without it, late or in time; none is ever refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from model.cards.listing import list_cards
from model.cards.tables import CustomerCard, Loan
from model.errors import BadInputError, CardNotOutError, NotFoundError
from model.loans.checkouts import check_out
from model.loans.closing import close_cabinet
from model.loans.returns import Return, take_back
from model.office.desk import Desk
from model.office.tables import AuditLine, Person
from model.rounds.tables import PlanLine, Promise, VisitRecord
from model.rounds.visits import PromiseEntry, VisitEntry, record_visit
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.model.loans.conftest import KEEPER, approve_rows

EVENING = NOW.replace(hour=17)
DUE = NOW.replace(hour=18, minute=0)
MONDAY = NOW + timedelta(days=3)


@pytest.fixture
def out(desk: Desk, plan: str) -> Desk:
    """The keeper's desk with 李明's three cards out."""
    del plan
    check_out(desk, "李明", NOW)
    return desk


def visit(**more: Any) -> VisitEntry:
    """A record as typed at the counter: card, rep and day are the loan's."""
    return VisitEntry("", "", date(2000, 1, 1), {"visited": "要新价目表", "outcome": "yes"}, **more)


def loan_of(card_no: str) -> Loan:
    """The newest loan of a card."""
    card = CustomerCard.get(CustomerCard.card_no == card_no)
    found: Loan = Loan.select().where(Loan.card == card).order_by(Loan.id.desc()).first()
    return found


def line_of(card_no: str) -> PlanLine:
    """The card's line on the plan."""
    card = CustomerCard.get(CustomerCard.card_no == card_no)
    found: PlanLine = PlanLine.get(PlanLine.card == card)
    return found


def logged(event: str) -> list[AuditLine]:
    """The lines of one kind of event."""
    return list(AuditLine.select().where(AuditLine.event == event).order_by(AuditLine.no))


def test_with_a_record_the_visit_counts_at_once(out: Desk, cards: list[str]) -> None:
    entry = visit(promises=(PromiseEntry("送样品", TODAY + timedelta(days=3)),))
    (home,) = take_back(out, "李明", [Return(cards[0], "visited", entry)], EVENING)
    assert (home.card_no, home.late_hours, home.record_missing) == (cards[0], 0, False)
    card = CustomerCard.get(CustomerCard.card_no == cards[0])
    assert (card.custody_state, card.holder_id, card.due_at) == ("in_cabinet", None, None)
    assert card.last_visit_on == TODAY
    assert line_of(cards[0]).state == "visited"
    assert [(one.description, one.due_on) for one in Promise.select()] == [
        ("送样品", TODAY + timedelta(days=3))
    ]
    record = VisitRecord.get()
    rep = Person.get(Person.name == "李明")
    assert (record.card_id, record.rep_id, record.visited_on) == (card.id, rep.id, TODAY)
    assert not record.no_card


def test_not_visited_needs_reason_and_new_date(out: Desk, cards: list[str]) -> None:
    for entry, field in (
        (visit(), "not_visited"),
        (visit(not_visited="absent"), "next_visit_on"),
        (visit(not_visited="ill"), "not_visited"),
    ):
        with pytest.raises(BadInputError) as refused:
            take_back(out, "李明", [Return(cards[0], "not_visited", entry)], EVENING)
        assert field in {problem.field for problem in refused.value.problems}
    entry = VisitEntry("", "", TODAY, {"next_visit_on": "2026-11-24"}, not_visited="absent")
    (home,) = take_back(out, "李明", [Return(cards[0], "not_visited", entry)], EVENING)
    assert not home.record_missing
    assert line_of(cards[0]).state == "not_visited"
    assert CustomerCard.get(CustomerCard.card_no == cards[0]).last_visit_on is None
    assert VisitRecord.get().__data__["next_visit_on"] == date(2026, 11, 24)


def test_handed_back_before_leaving_wants_no_record(out: Desk, cards: list[str]) -> None:
    """E8."""
    back = Return(cards[0], "cancelled", reason="客户来电取消")
    (home,) = take_back(out, "李明", [back], NOW + timedelta(minutes=20))
    assert not home.record_missing
    assert loan_of(cards[0]).cancelled
    line = line_of(cards[0])
    assert (line.state, line.struck_reason) == ("cancelled", "客户来电取消")
    assert VisitRecord.select().count() == 0


def test_next_day_nothing_was_handed_back_before_leaving(out: Desk, cards: list[str]) -> None:
    (home,) = take_back(out, "李明", [Return(cards[0], "cancelled")], MONDAY)
    assert home.record_missing
    assert not loan_of(cards[0]).cancelled
    assert line_of(cards[0]).state == "planned"


def test_a_visit_that_has_its_record_was_not_called_off(out: Desk, cards: list[str]) -> None:
    record_visit(out, VisitEntry(cards[0], "李明", TODAY, {"visited": "要新价目表"}), EVENING)
    (home,) = take_back(out, "李明", [Return(cards[0], "cancelled")], EVENING)
    assert not home.record_missing
    assert not loan_of(cards[0]).cancelled
    assert line_of(cards[0]).state == "visited"


@pytest.mark.parametrize("kind", ["no_record", "visited", "not_visited"])
def test_a_card_without_its_record_comes_home_all_the_same(
    out: Desk, cards: list[str], kind: str
) -> None:
    (home,) = take_back(out, "李明", [Return(cards[0], kind)], EVENING)
    assert home.record_missing
    assert loan_of(cards[0]).record_missing
    assert line_of(cards[0]).state == "planned"


def test_a_record_that_is_there_already_is_not_missing(
    out: Desk, cards: list[str], sit: Sit
) -> None:
    del out
    record_visit(sit("李明"), VisitEntry(cards[0], "李明", TODAY, {"visited": "好"}), EVENING)
    (home,) = take_back(sit(KEEPER), "李明", [Return(cards[0], "no_record")], EVENING)
    assert not home.record_missing


def test_a_record_of_another_rep_or_day_does_not_count(
    out: Desk, cards: list[str], sit: Sit
) -> None:
    del out
    yesterday = VisitEntry(cards[0], "李明", TODAY - timedelta(days=1), {"visited": "好"})
    record_visit(sit("李明"), yesterday, EVENING)
    record_visit(sit("赵刚"), VisitEntry(cards[0], "王芳", TODAY, {"visited": "好"}), EVENING)
    (home,) = take_back(sit(KEEPER), "李明", [Return(cards[0], "no_record")], EVENING)
    assert home.record_missing


def test_a_record_entered_later_clears_what_was_missing(
    out: Desk, cards: list[str], sit: Sit
) -> None:
    take_back(out, "李明", [Return(card, "no_record") for card in cards[:2]], EVENING)
    view = record_visit(sit("李明"), VisitEntry(cards[0], "李明", TODAY, {"visited": "好"}), MONDAY)
    assert view.entered_later
    assert not loan_of(cards[0]).record_missing
    assert loan_of(cards[1]).record_missing


@pytest.mark.parametrize(
    ("after", "hours"),
    [
        (timedelta(0), 0),
        (timedelta(seconds=1), 1),
        (timedelta(hours=1), 1),
        (timedelta(hours=1, minutes=1), 2),
        (timedelta(days=2, hours=14, minutes=30), 63),
    ],
)
def test_late_hours_count_begun_ones_whole(
    out: Desk, cards: list[str], after: timedelta, hours: int
) -> None:
    (home,) = take_back(out, "李明", [Return(cards[0], "no_record")], DUE + after)
    assert home.late_hours == hours
    (line,) = logged("loan.return_late" if hours else "loan.return")
    assert line.subject == cards[0]
    assert (f'"hours": {hours}' in line.after) is bool(hours)
    assert len(logged("loan.overdue")) == (3 if hours else 0)


def test_the_record_belongs_to_the_day_of_the_loan(out: Desk, cards: list[str]) -> None:
    take_back(out, "李明", [Return(cards[0], "visited", visit())], MONDAY)
    record = VisitRecord.get()
    assert (record.visited_on, record.entered_later) == (TODAY, True)
    assert CustomerCard.get(CustomerCard.card_no == cards[0]).last_visit_on == TODAY


def test_a_card_comes_home_after_closing_too(out: Desk, cards: list[str]) -> None:
    close_cabinet(out, cards[:3], DUE)
    home = take_back(out, "李明", [Return(cards[0], "no_record")], DUE + timedelta(minutes=30))
    assert len(home) == 1


def test_what_is_not_out_with_him_changes_nothing(out: Desk, cards: list[str]) -> None:
    approve_rows(out, "王芳", cards[3:4])
    check_out(out, "王芳", NOW)
    for ref, state, holder in (
        (cards[3], "out", "王芳"),
        (cards[4], "in_cabinet", ""),
        (cards[0], "out", ""),
    ):
        with pytest.raises(CardNotOutError) as refused:
            take_back(
                out, "李明", [Return(cards[0], "no_record"), Return(ref, "no_record")], EVENING
            )
        assert refused.value.values == {
            "ref": ref, "rep": "李明", "state": state, "holder": holder,
        }  # fmt: skip
    assert Loan.select().where(Loan.returned_at.is_null(False)).count() == 0
    with pytest.raises(NotFoundError):
        take_back(out, "李明", [Return("Q99999", "no_record")], EVENING)


def test_a_record_that_cannot_be_taken_keeps_all_out(out: Desk, cards: list[str]) -> None:
    bad = VisitEntry("", "", TODAY, {"mood": "12"})
    returns = [Return(cards[0], "no_record"), Return(cards[1], "visited", bad)]
    with pytest.raises(BadInputError) as refused:
        take_back(out, "李明", returns, EVENING)
    assert [problem.field for problem in refused.value.problems] == ["mood"]
    assert Loan.select().where(Loan.returned_at.is_null(False)).count() == 0
    assert VisitRecord.select().count() == 0


@pytest.mark.parametrize(
    ("one", "field"),
    [(Return("Q00001", "lost"), "kind"), (Return("Q00001", "no_record", None, "wet"), "condition")],
)
def test_unknown_words_are_refused(out: Desk, one: Return, field: str) -> None:
    with pytest.raises(BadInputError) as refused:
        take_back(out, "李明", [one], EVENING)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_what_was_seen_at_the_counter_stands_on_the_loan(out: Desk, cards: list[str]) -> None:
    back = Return(cards[0], "no_record", None, "damaged", " 雨天\r\n淋湿 ")
    take_back(out, "李明", [back], EVENING)
    loan = loan_of(cards[0])
    assert (loan.condition, loan.return_reason, loan.returned_at) == (
        "damaged", "雨天\n淋湿", EVENING,
    )  # fmt: skip
    assert loan.taken_back_by.name == KEEPER
    (line,) = logged("loan.return")
    assert line.document == "RB20261120-03"
    assert line.reason == "雨天\n淋湿"


def test_the_log_never_holds_what_a_customer_said(out: Desk, cards: list[str]) -> None:
    entry = visit(promises=(PromiseEntry("保密的承诺", TODAY),))
    take_back(out, "李明", [Return(cards[0], "visited", entry)], EVENING)
    told = "".join(f"{one.before}{one.after}{one.reason}" for one in AuditLine.select())
    assert "新价目表" not in told
    assert "保密" not in told


@pytest.mark.parametrize(("printed", "reprint"), [(None, False), (1, True), (2, False)])
def test_a_paper_of_an_older_revision_is_to_be_printed_anew(
    out: Desk, cards: list[str], printed: int | None, reprint: bool
) -> None:
    with writing():
        CustomerCard.update({"revision_no": 2, "printed_revision_no": printed}).where(
            CustomerCard.card_no == cards[0]
        ).execute()
    homes = take_back(out, "李明", [Return(no, "no_record") for no in cards[:2]], EVENING)
    assert [home.reprint for home in homes] == [reprint, False]
    listed = {row.ref: row.reprint for row in list_cards(out, EVENING)}
    assert listed[cards[0]] is reprint
    assert not any(listed[no] for no in cards[1:])
