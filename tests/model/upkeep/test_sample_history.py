"""The sample office's year: whole, told by its log, and plausible."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from model.cards.checks import check
from model.cards.showing import text_of
from model.cards.tables import CustodyState, CustomerCard, Loan, Reservation
from model.errors import StoppedError
from model.loans.blocks import blocks
from model.loans.lateness import late_hours
from model.loans.open_loans import open_loans
from model.office import counters, log_in
from model.office.audit import Event
from model.office.calendar import is_working_day
from model.office.desk import Desk
from model.office.tables import AuditLine, CabinetDay, Person
from model.rounds.planning import plans_on
from model.rounds.policy import policy
from model.rounds.tables import DailyPlan, LineState, PlanLine, Promise, VisitRecord
from model.rounds.visit_fields import VISIT_FIELDS
from model.storage import cabinet
from model.upkeep.sample_office import SampleOffice, make_sample_office
from model.upkeep.verify import verify

NOW = datetime.fromisoformat("2026-03-16 07:20")
FOUNDED = date(2025, 3, 14)  # a Friday; the 16th was a Sunday
CARDS = 104


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("year") / "sample.cabinet"


@pytest.fixture(scope="module")
def office(folder: Path) -> SampleOffice:
    return make_sample_office(folder, now=NOW, cards=CARDS)


@pytest.fixture
def keeper(folder: Path, office: SampleOffice) -> Iterator[Desk]:
    yield log_in.log_in(folder, "何秀英", log_in.SAMPLE_PASSWORD, NOW)
    cabinet.disconnect()


def test_the_log_explains_every_card(keeper: Desk) -> None:
    assert verify(keeper, "", NOW).faults == ()


def test_counts_are_those_of_the_cabinet(keeper: Desk, office: SampleOffice) -> None:
    counted = tuple(table.select().count() for table in (DailyPlan, Loan, VisitRecord))
    assert (office.plans, office.loans, office.visits) == counted
    assert min(counted) > 700


def test_the_log_goes_forward_in_time(keeper: Desk) -> None:
    of_the_year = AuditLine.event.not_in([Event.LOGIN, Event.VERIFY])
    lines = AuditLine.select().where(of_the_year).order_by(AuditLine.no)
    times = [line.at for line in lines]
    assert times == sorted(times)
    assert times[0][:10] == FOUNDED.isoformat()
    assert times[-1] < NOW.isoformat(sep=" ")


def test_each_working_day_was_opened_and_closed(keeper: Desk) -> None:
    between = (FOUNDED + timedelta(days=ahead) for ahead in range(1, 400))
    expected = [day for day in between if day < NOW.date() and is_working_day(day)]
    rows = list(CabinetDay.select().order_by(CabinetDay.id))
    assert [row.day for row in rows] == expected
    assert all(row.opened_at < row.closed_at for row in rows)
    assert 1 < len({row.opened_by_id for row in rows}) <= 2
    for event in (Event.CABINET_OPEN, Event.CABINET_CLOSE):
        lines = AuditLine.select().where(AuditLine.event == event)
        assert [line.subject for line in lines] == [str(day) for day in expected]


def test_loans_are_numbered_as_they_were_handed_out(keeper: Desk) -> None:
    loans = list(Loan.select().order_by(Loan.loan_no))
    assert [loan.loan_no for loan in loans] == list(range(1, len(loans) + 1))
    times = [loan.issued_at for loan in loans if loan.corrects_id is None]
    assert times == sorted(times)
    assert counters.next_number("loan") == len(loans) + 1


def test_no_card_was_out_twice_at_once(keeper: Desk) -> None:
    stays: dict[int, list[tuple[datetime, datetime]]] = defaultdict(list)
    for loan in Loan.select().where(Loan.corrected_at.is_null()):
        stays[loan.card_id].append((loan.issued_at, loan.returned_at or NOW))
    for of_card in stays.values():
        of_card.sort()
        assert all(before[1] <= after[0] for before, after in pairwise(of_card))


def test_cards_out_are_with_their_borrower(keeper: Desk) -> None:
    loans = {loan.card_id: loan for loan in open_loans()}
    out = CustomerCard.select().where(CustomerCard.custody_state == CustodyState.OUT)
    assert {card.id for card in out} == set(loans)
    for card in out:
        loan = loans[card.id]
        assert (card.holder_id, card.due_at) == (loan.borrower_id, loan.due_at)
        assert card.rep_id == loan.borrower_id


def test_every_loan_has_its_record_but_one(keeper: Desk) -> None:
    written = {
        (record.card_id, record.rep_id, record.visited_on) for record in VisitRecord.select()
    }
    without = [
        loan
        for loan in Loan.select().where(Loan.returned_at.is_null(False))
        if not (loan.cancelled or loan.corrected_at)
        and (loan.card_id, loan.borrower_id, loan.day) not in written
    ]
    assert [loan.record_missing for loan in without] == [True]
    assert Loan.select().where(Loan.record_missing).count() == 1


def test_last_visit_is_the_newest_that_took_place(keeper: Desk) -> None:
    newest: dict[int, date] = {}
    for record in VisitRecord.select().where(VisitRecord.not_visited == ""):
        if record.card_id:
            newest[record.card_id] = max(record.visited_on, newest.get(record.card_id, FOUNDED))
    for card in CustomerCard.select():
        expected = newest.get(card.id)
        assert card.last_visit_on == expected or (
            expected is None and (card.last_visit_on is None or card.last_visit_on <= FOUNDED)
        )


def test_lines_of_plans_say_what_became_of_them(keeper: Desk) -> None:
    records = {
        (record.plan_no, record.card_id): record.not_visited
        for record in VisitRecord.select().where(VisitRecord.plan_no != "")
    }
    seen = Counter()
    for line in PlanLine.select(PlanLine, DailyPlan).join(DailyPlan):
        outcome = records.pop((line.plan.plan_no, line.card_id), None)
        expected = {None: {LineState.PLANNED, LineState.CANCELLED}, "": {LineState.VISITED}}
        assert line.state in expected.get(outcome, {LineState.NOT_VISITED})
        assert (line.state == LineState.CANCELLED) == bool(line.struck_reason)
        seen[line.state] += 1
    assert not records
    assert seen[LineState.VISITED] > 0.85 * seen.total()
    assert min(seen[LineState.NOT_VISITED], seen[LineState.CANCELLED]) > 3


def test_records_are_numbered_by_day(keeper: Desk) -> None:
    by_day: dict[date, list[str]] = defaultdict(list)
    for record in VisitRecord.select().order_by(VisitRecord.entered_at, VisitRecord.id):
        by_day[record.visited_on].append(record.record_no)
    for day, numbers in by_day.items():
        assert numbers == [f"BF{day:%Y%m%d}-{no:03d}" for no in range(1, len(numbers) + 1)]
    last = max(by_day)
    assert counters.next_number(f"visit_{last:%Y%m%d}") == len(by_day[last]) + 1


def test_every_record_is_one_that_a_person_may_type(keeper: Desk) -> None:
    fields = {field.identifier: field for field in VISIT_FIELDS}
    filled = set()
    for record in VisitRecord.select():
        for name, field in fields.items():
            value = record.__data__[name]
            if value is None:
                continue
            filled.add(name)
            typed = text_of(field, value)
            checked = check(field, typed, record.visited_on + timedelta(days=99), "028")
            assert not checked.problems, (name, value)
    assert filled >= {"visited", "outcome", "met", "next_visit_on", "rivals", "ordered", "mood"}


def test_promises_are_kept_at_a_later_visit(keeper: Desk) -> None:
    kept = list(Promise.select().where(Promise.kept_on.is_null(False)))
    assert len(kept) > 20
    visited = {(record.card_id, record.visited_on) for record in VisitRecord.select()}
    for promise in kept:
        assert promise.kept_on > promise.visit.visited_on
        assert (promise.card_id, promise.kept_on) in visited
    for promise in Promise.select().where(Promise.visit.is_null(False)):
        assert promise.due_on > promise.visit.visited_on


def test_what_goes_wrong_in_a_year_is_there(keeper: Desk) -> None:
    late = Loan.select().where(Loan.returned_at > Loan.due_at)
    hours = {late_hours(loan.due_at, loan.returned_at) for loan in late}
    assert min(hours) <= 2 < 10 < max(hours)
    assert all(loan.overdue_logged_at and loan.return_reason for loan in late)
    assert Loan.select().where(Loan.cancelled).exists()
    wrong = list(Loan.select().where(Loan.corrected_at.is_null(False)))
    assert {row.corrects_id for row in Loan.select()} - {None} == {loan.id for loan in wrong}
    assert wrong
    records = list(VisitRecord.select())
    assert any(record.no_card and record.card_id for record in records)
    assert any(record.customer_name for record in records)
    assert any(record.entered_later for record in records)
    assert DailyPlan.select().where(DailyPlan.confirmed_at.is_null(False)).exists()


def test_better_customers_are_seen_more_often(keeper: Desk) -> None:
    visits = Counter(record.card_id for record in VisitRecord.select())
    cards: dict[str, list[int]] = defaultdict(list)
    for card in CustomerCard.select():
        kind = card.__data__["abc_class"]
        on_round = card.__data__["relationship_status"] == "current" and visits[card.id] > 1
        cards[kind if on_round else "other"].append(visits[card.id])
    means = {kind: sum(found) / len(found) for kind, found in cards.items()}
    assert 40 < means["A"] < 60
    assert means["A"] > 1.5 * means["B"] > 2 * means["C"] > 4 * means["other"]


def test_nobody_is_planned_for_longer_than_a_day(keeper: Desk) -> None:
    rules = policy()
    for plan in DailyPlan.select():
        lines = [line for line in plan.lines if line.state != LineState.CANCELLED]
        assert len(lines) <= rules.most_visits
        minutes = sum(line.stay_minutes + line.travel_minutes for line in lines)
        assert minutes + rules.travel_office <= rules.capacity


def test_facts_of_an_act_stand_in_its_line(keeper: Desk) -> None:
    loan = Loan.select().order_by(Loan.id).first()
    staff_no = Person.get_by_id(loan.borrower_id).staff_no
    card_no = CustomerCard.get_by_id(loan.card_id).card_no
    lines = {
        line.event: json.loads(line.after)
        for line in AuditLine.select()
        .where((AuditLine.subject == card_no) & (AuditLine.document == loan.document))
        .order_by(AuditLine.no)
    }
    assert list(lines) == ["card.reserve", "loan.issue", "loan.return"]
    assert lines["loan.issue"] == {
        "loan_no": loan.loan_no,
        "borrower": staff_no,
        "due": str(loan.due_at),
    }


def test_prints_are_numbered_and_whole(keeper: Desk) -> None:
    begun = list(AuditLine.select().where(AuditLine.event == Event.PRINT_BEGIN))
    whole = list(AuditLine.select().where(AuditLine.event == Event.PRINT))
    numbers = [f"P{no:06d}" for no in range(1, len(begun) + 1)]
    assert [line.subject for line in begun] == numbers
    # Of a print of copies another line names the copies.
    assert list(dict.fromkeys(line.subject for line in whole)) == numbers
    assert counters.next_number("print") == len(begun) + 1


# --- today -----------------------------------------------------------------------------------


@pytest.mark.parametrize("today", ["2026-03-16", "2026-03-18", "2026-03-21", "2026-10-04"])
def test_today_has_something_of_everything(tmp_path: Path, today: str) -> None:
    now = datetime.fromisoformat(f"{today} 00:10")
    make_sample_office(tmp_path / "x", now=now, cards=40, months=1)
    desk = log_in.log_in(tmp_path / "x", "何秀英", log_in.SAMPLE_PASSWORD, now)

    loans = open_loans()
    assert len(loans) == 3
    assert all(loan.is_late(now) and loan.overdue_logged_at for loan in loans)
    plans = {plan.rep: plan for plan in plans_on(desk, now.date(), now)}
    held = blocks(now, loans)
    missing = [block for block in held.values() if block.missing]
    assert len([block for block in held.values() if block.overdue]) == 2
    # A missing record blocks from the next working day on.
    assert len(missing) == (1 if is_working_day(now.date()) else 0)
    assert Loan.select().where(Loan.record_missing).count() == 1

    assert len(plans) == 7
    assert all(plan.lines for plan in plans.values())
    drafts = [plan for plan in plans.values() if plan.state == "draft"]
    on_paper = [plan for plan in plans.values() if plan.on_paper]
    assert (len(drafts), len(on_paper), on_paper[0].confirmed) == (1, 1, False)
    approved = [plan for plan in plans.values() if plan.state == "approved"]
    kept = [(row.day, row.document) for row in Reservation.select()]
    assert Counter(kept) == {(now.date(), plan.plan_no): len(plan.lines) for plan in approved}
    assert not Loan.select().where(Loan.day >= now.date()).exists()
    assert verify(desk, "", now).faults == ()
    cabinet.disconnect()


def test_no_months_is_an_office_set_up_yesterday(tmp_path: Path) -> None:
    made = make_sample_office(tmp_path / "x", now=NOW, cards=16, months=0)
    desk = log_in.log_in(tmp_path / "x", "何秀英", log_in.SAMPLE_PASSWORD, NOW)

    assert (made.plans, made.loans, made.visits) == (0, 0, 0)
    assert not DailyPlan.select().exists()
    assert not CabinetDay.select().exists()
    assert verify(desk, "", NOW).faults == ()
    cabinet.disconnect()


def test_stopped_in_the_middle_of_the_year_leaves_nothing(tmp_path: Path) -> None:
    def stop_late(done: int, total: int) -> None:
        if done > 0.8 * total:
            raise StoppedError

    with pytest.raises(StoppedError):
        make_sample_office(tmp_path / "x", now=NOW, cards=16, months=2, progress=stop_late)

    assert list(tmp_path.iterdir()) == []
