"""The real office held against the reference: after every step, at a refusal, at the end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from model.cards.closing import counts
from model.cards.tables import CustodyState, Loan
from model.errors import CabinetError
from model.loans.board import day_board
from model.loans.registers import day_report, loan_register
from model.loans.reminders import reminders
from model.office.audit import Event
from model.office.desk import Desk
from model.storage.database import database
from model.upkeep.verify import look

from .log_replay import Replay
from .reference import RefusedError
from .reference_counter import Counter

_LOAN = ", ".join(
    column.column_name for column in Loan._meta.sorted_fields if column.name != "overdue_logged_at"
)
_CONTENT = (
    f"SELECT {_LOAN} FROM loan",
    *(
        f"SELECT * FROM {table}"
        for table in ("reservation", "daily_plan", "plan_line", "visit_record", "promise",
                      "block_lift", "cabinet_day", "counter")
    ),
    "SELECT id, custody_state, holder_id, due_at, last_visit_on FROM customer_card",
    f"SELECT COUNT(*) FROM audit_line WHERE event <> '{Event.LOAN_OVERDUE.value}'",
)  # fmt: skip


def fingerprint() -> int:
    """Of everything that a refused act may not change; overdue cards are noted all the same."""
    return hash(tuple(tuple(database.execute_sql(query).fetchall()) for query in _CONTENT))


def compare_refusal(refused: RefusedError, error: CabinetError) -> None:
    """The same no, with the same facts."""
    assert error.code == refused.code, (refused.code, refused.facts, error.code, error.values)
    for name, fact in refused.facts.items():
        assert _plain(error.values[name]) == fact, (error.code, name, error.values, fact)


def _plain(value: Any) -> Any:
    """Facts of an error as the reference tells them."""
    if not isinstance(value, list | tuple):
        return value
    if value and isinstance(value[0], dict):
        return {card["card_no"]: (card["state"], card["holder"]) for card in value}
    return sorted(value)


def compare_everything(office: Counter, log: Replay, keeper: Desk, now: datetime) -> None:
    """Counts, holders, loans, plans and reservations; and the log alone says the same."""
    found = counts(keeper, now)
    assert found == office.counts(now)
    assert sum(found.values()) - found["reserved"] == len(office.cards)
    compare_register(office, keeper, now.date(), now)
    _compare_cards(office)
    _compare_loans(office)
    _compare_plans(office)
    log.go_on()
    assert log.out == {loan.ref: loan.no for loan in office.out()}
    assert log.reserved == office.reserved


def _rows(query: str) -> list[tuple[Any, ...]]:
    """Rows as the engine keeps them: this is asked after every step, and must be quick."""
    found: list[tuple[Any, ...]] = database.execute_sql(query).fetchall()
    return found


def _compare_cards(office: Counter) -> None:
    """Who has each card: the card's own row says what its one open loan says."""
    stored = {ref: rest for ref, *rest in _rows(
        "SELECT COALESCE(card_no, draft_no), custody_state, person.name, due_at"
        " FROM customer_card LEFT JOIN person ON person.id = holder_id"
    )}  # fmt: skip
    away = {loan.ref: loan for loan in office.out()}
    assert len(away) == len(office.out())
    assert stored == {
        ref: [CustodyState.OUT.value, away[ref].rep, str(away[ref].due_at)]
        if ref in away
        else [card.state, None, None]
        for ref, card in office.cards.items()
    }


def _compare_loans(office: Counter) -> None:
    stored = _rows(
        "SELECT loan_no, card_no, person.name, document, day, issued_at, loan.due_at, returned_at,"
        " record_missing, cancelled, corrected_at IS NOT NULL FROM loan"
        " JOIN customer_card ON customer_card.id = card_id JOIN person ON person.id = borrower_id"
        " ORDER BY loan_no"
    )
    assert stored == [
        (one.no, one.ref, one.rep, one.plan_no, str(one.day), str(one.issued_at), str(one.due_at),
         one.returned_at and str(one.returned_at), one.missing, one.cancelled, one.corrected)
        for one in office.loans
    ]  # fmt: skip


def _compare_plans(office: Counter) -> None:
    plans = office.plans.values()
    assert set(_rows("SELECT plan_no, state, confirmed_at IS NOT NULL FROM daily_plan")) == {
        (plan.no, "approved" if plan.approved else "draft", plan.confirmed) for plan in plans
    }
    lines = _rows(
        "SELECT plan_no, card_no, plan_line.state FROM plan_line"
        " JOIN daily_plan ON daily_plan.id = plan_id JOIN customer_card c ON c.id = card_id"
    )
    assert set(lines) == {
        (plan.no, ref, state) for plan in plans for ref, state in plan.lines.items()
    }
    kept = _rows(
        "SELECT card_no, day, document FROM reservation JOIN customer_card c ON c.id = card_id"
    )
    assert {(ref, date.fromisoformat(day)): no for ref, day, no in kept} == office.reserved


def compare_register(office: Counter, keeper: Desk, day: date, now: datetime) -> None:
    """The foot of a day's register, its lines without a record, and the report's reps add up."""
    found = loan_register(keeper, day, now)
    assert (found.issued, found.returned, found.still_out) == office.register(day, now)
    lines = {line.loan_no: line for line in found.lines}
    assert {no for no, line in lines.items() if line.record_missing} == {
        loan.no for loan in office.loans if loan.missing and loan.no in lines
    }
    assert {loan.no for loan in office.loans if loan.day == day} <= lines.keys()


def compare_board(office: Counter, keeper: Desk, now: datetime) -> None:
    """What the page Today shows of each rep, and who is named in the reminders."""
    found = {
        rep.rep: (rep.plan_no, rep.visits, rep.to_go, rep.out, rep.home, rep.overdue,
                  rep.missing_records, rep.block.holds)
        for rep in day_board(keeper, now).reps
    }  # fmt: skip
    assert found == {rep: office.day_of(rep, now) for rep in found}
    told = [(one.code, one.rep, one.card_no) for one in reminders(keeper, now)]
    assert sorted(one for one in told if one[0] == "overdue") == sorted(
        ("overdue", loan.rep, loan.ref) for loan in office.overdue(now)
    )
    assert sorted(one for one in told if one[0] == "record_missing") == sorted(
        ("record_missing", loan.rep, loan.ref) for loan in office.loans if loan.missing
    )
    to_confirm = sum(
        bool(plan.on_paper_by) and not plan.confirmed for plan in office.plans.values()
    )
    assert sum(one[0] == "confirm_plan" for one in told) == to_confirm


def look_through(office: Counter, desk: Desk, days: Iterable[date], now: datetime) -> None:
    """The registers and reports of all days, and everything that `verify` looks for.

    It finds the two cards that were shelved without an act, and nothing else.
    """
    for day in sorted(days):
        compare_register(office, desk, day, now)
        report = day_report(desk, day, now)
        sums = (sum(rep.issued for rep in report.reps), sum(rep.returned for rep in report.reps),
                sum(rep.still_out for rep in report.reps))  # fmt: skip
        assert sums == office.register(day, now)
    shelved = [("card_state_unexplained", card.ref) for card in office.cards.values()
               if card.state in {"sealed", "lost"}]  # fmt: skip
    faults = list(look(desk.keys.log_key))
    assert [(code, facts.get("ref")) for code, facts in faults] == shelved, faults
