"""Plans, the day's board, registers and visit records as the command line shows them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from model.command_line.telling import Shown, plain, table, told
from model.rounds.choices import NOT_VISITED, OUTCOMES, PURPOSES
from model.rounds.reasons import reason_text
from model.words import Words, mark

if TYPE_CHECKING:
    from model.loans.board import Board
    from model.loans.sheets import DayReport, LoanRegister
    from model.rounds.plans_shown import LineView, PlanView, Reason
    from model.rounds.visits import VisitView

_LEFT_OUT = mark("Result", "Without a place:")
_TOTALS = mark(
    "Result",
    "{visits} visits, {stay} + {travel} of {capacity} minutes, leaves {leaves}, back {back}",
)
_PURPOSES = {choice.value: choice for choice in PURPOSES}
_CAME_OF_IT = {choice.value: choice for choice in (*OUTCOMES, *NOT_VISITED)}


def plan_shown(plan: PlanView, words: Words) -> Shown:
    """A plan: its head, its lines with their reasons, and who is left out."""
    parts = [told(plain(_head(plan)), words)]
    if plan.lines:
        parts.append(table([_line(line, words) for line in plan.lines], words))
    parts.append(
        words("Result", _TOTALS).format(
            visits=len(plan.open_lines),
            stay=plan.stay_minutes,
            travel=plan.travel_minutes,
            capacity=plan.capacity,
            leaves=plan.leaves_at,
            back=plan.back_at or "—",
        )
    )
    if plan.left_out:
        parts.append(words("Result", _LEFT_OUT))
        parts.append(table([_left_out(one, words) for one in plan.left_out], words))
    return Shown(plain(plan), "\n".join(parts))


def plans_listed(plans: Sequence[PlanView], words: Words) -> Shown:
    """Several plans, a line each."""
    rows = [{**_head(plan), "visits": len(plan.open_lines)} for plan in plans]
    return Shown(plain(plans), table(plain(rows), words))


def _head(plan: PlanView) -> dict[str, Any]:
    """What stands at the head of a plan."""
    return {
        "plan_no": plan.plan_no,
        "plan_date": plan.plan_date,
        "rep": plan.rep,
        "plan_state": plan.state,
        "approved_by": plan.approved_by,
        "approved_at": plan.approved_at,
    }


def _line(line: LineView, words: Words) -> dict[str, Any]:
    """One line of a plan as a row of the table."""
    return {
        "seq": str(line.seq),
        "starts_at": line.starts_at,
        "card_no": line.card_no,
        "name": line.short_name or line.name,
        "abc_class": line.abc_class,
        "must_visit": line.must_visit,
        "purpose": _purposes(line, words),
        "score": f"{line.score:f}",
        "custody_state": line.custody,
        "line_state": line.state,
        "why": _reasons(line.reasons, words),
    }


def _purposes(line: LineView, words: Words) -> str:
    known = (_PURPOSES[code] for code in line.purposes if code in _PURPOSES)
    names = [words(one.context, one.label) for one in known]
    return "、".join([*names, *([line.purpose_note] if line.purpose_note else [])])


def _left_out(one: Any, words: Words) -> dict[str, Any]:
    return {
        "card_no": one.card_no,
        "name": one.name,
        "must_visit": one.must_visit,
        "score": f"{one.score:f}",
        "why": _reasons((*one.reasons, one.why_not), words),
    }


def _reasons(reasons: Iterable[Reason], words: Words) -> str:
    return "; ".join(reason_text(one, words) for one in reasons)


def board_shown(board: Board, words: Words) -> Shown:
    """Where every rep stands, a line each."""
    rows = [
        {
            "rep": one.rep,
            "plan_no": one.plan_no,
            "plan_state": one.plan_state,
            "to_go": str(one.to_go),
            "out": str(one.out),
            "home": str(one.home),
            "overdue": str(one.overdue),
            "record_missing": str(one.missing_records),
        }
        for one in board.reps
    ]
    return Shown(plain(board), table(rows, words))


def register_shown(register: LoanRegister, words: Words) -> Shown:
    """The loan register of a day with its totals."""
    rows = [
        {
            "loan_no": str(line.loan_no),
            "card_no": line.card_no,
            "name": line.name,
            "borrower": line.borrower,
            "document": line.document,
            "issued_at": line.issued_at,
            "due_at": line.due_at,
            "returned_at": line.returned_at,
            "record_missing": line.record_missing,
            "remark": line.remark,
        }
        for line in register.lines
    ]
    totals = {
        "issued": register.issued,
        "returned": register.returned,
        "still_out": register.still_out,
        "log_head": register.log_head,
    }
    text = "\n".join(
        part for part in (table(plain(rows), words), told(plain(totals), words)) if part
    )
    return Shown(plain(register), text)


def report_shown(report: DayReport, words: Words) -> Shown:
    """The daily loan report."""
    facts = plain(report)
    lists = ("reps", "missing", "no_record", "acknowledged")
    head = {key: value for key, value in facts.items() if key not in lists}
    rows = [{key: str(value) for key, value in row.items()} for row in facts["reps"]]
    gone = [
        {"card_no": line.card_no, "name": line.name, "borrower": line.borrower}
        for line in report.missing
    ]
    parts = [told(head, words), table(rows, words), table(gone, words)]
    return Shown(facts, "\n".join(part for part in parts if part))


def visits_listed(visits: Sequence[VisitView], words: Words) -> Shown:
    """Visit records, a line each."""
    rows = [
        {
            "record_no": one.record_no,
            "card_no": one.card_no,
            "name": one.name,
            "rep": one.rep,
            "not_visited": _came_of_it(one.not_visited, words),
            "outcome": _came_of_it(str(one.values.get("outcome") or ""), words),
            "visited": str(one.values.get("visited") or ""),
        }
        for one in visits
    ]
    return Shown(plain(visits), table(plain(rows), words))


def _came_of_it(code: str, words: Words) -> str:
    """Whether the purpose was reached, or why there was no visit; empty stays empty."""
    choice = _CAME_OF_IT.get(code)
    return words(choice.context, choice.label) if choice else code
