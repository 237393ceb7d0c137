"""The commands of the counter: cards out, cards home, visit records, blocks, what stands open.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from model.command_line.call import Call
from model.command_line.days import day_of
from model.command_line.parser import Command
from model.errors import BadInputError, Problem
from model.words import mark

if TYPE_CHECKING:
    from model.loans.returns import Return
    from model.rounds.visits import PromiseEntry, VisitEntry

_REFUSED = mark("Command", "{rep}: {reason}")


def _checkout(call: Call) -> object:
    from model.loans.checkouts import check_out

    args = call.args
    if args.all:
        return _checkout_all(call)
    rep = args.rep or call.desk.person.name
    return check_out(
        call.desk, rep, call.now, card_nos=tuple(args.card), read=args.read, progress=call.report
    )


def _checkout_all(call: Call) -> object:
    """Everybody who waits, in one act; who is refused is told, and the others go."""
    from model.loans.board import day_board
    from model.loans.checkouts import check_out_all
    from model.sentences.errors import sentence

    board = day_board(call.desk, call.now)
    waiting = [one.rep for one in board.reps if one.plan_state == "approved" and one.to_go]
    done = check_out_all(call.desk, waiting, call.now, read=call.args.read, progress=call.report)
    for rep, error in done.refused:
        reason = sentence(error, call.words)
        call.say(call.words("Command", _REFUSED).format(rep=rep, reason=reason))
    refused = [{"rep": rep, "error": error.code} for rep, error in done.refused]
    return {"cards": done.out, "refused": refused}


def _return(call: Call) -> object:
    from model.loans.returns import take_back

    returns = [_return_of(call, card_no) for card_no in call.args.card_nos]
    return take_back(call.desk, call.args.rep, returns, call.now)


def _return_of(call: Call, card_no: str) -> Return:
    """One card as it comes home.

    Raises:
        BadInputError: nothing, or more than one thing, was said of its visit.
    """
    from model.loans.returns import Return

    args = call.args
    said = {
        "visited": bool(args.visited),
        "not_visited": bool(args.not_visited),
        "cancelled": args.cancelled,
        "no_record": args.no_record,
    }
    kinds = [kind for kind, named in said.items() if named]
    if len(kinds) != 1:
        raise BadInputError([Problem("visited", "one_kind_of_return")])
    visit = _visit_of(call, card_no, "") if kinds[0] in {"visited", "not_visited"} else None
    condition = "damaged" if args.damaged else "intact"
    return Return(card_no, kinds[0], visit, condition, args.reason)


def _visit(call: Call) -> object:
    from model.rounds.visits import record_visit

    return record_visit(call.desk, _visit_of(call, call.args.card_no, call.args.new), call.now)


def _visit_of(call: Call, card_no: str, customer_name: str) -> VisitEntry:
    """The visit record as it was typed."""
    from model.command_line.card_commands import cells
    from model.rounds.visits import VisitEntry

    args = call.args
    visited_on = day_of(getattr(args, "date", ""), call.now)
    values = cells(args.set)
    for name, text in (
        ("visited", args.visited),
        ("outcome", args.outcome),
        ("next_visit_on", args.next),
    ):
        if text:
            values[name] = str(day_of(text, call.now)) if name == "next_visit_on" else text
    return VisitEntry(
        card_no=card_no,
        rep=args.rep or call.desk.person.name,
        visited_on=visited_on,
        values=values,
        not_visited=args.not_visited,
        promises=_promises(call, args.promise),
        kept_promises=_kept(call, card_no, visited_on) if args.kept else (),
        no_card=bool(getattr(args, "no_card", False) or customer_name),
        customer_name=customer_name,
    )


def _kept(call: Call, card_no: str, visited_on: date) -> tuple[int, ...]:
    """The customer's promises that were due by the day of the visit."""
    from model.rounds.visits import open_promises

    found = open_promises(call.desk, card_no, call.now)
    return tuple(one.id for one in found if one.due_on <= visited_on)


def _promises(call: Call, texts: Sequence[str]) -> tuple[PromiseEntry, ...]:
    """TEXT@DATE, or TEXT@DATE@customer for what the customer promised.

    Raises:
        BadInputError: one has no day.
    """
    from model.rounds.visits import PromiseEntry

    found = []
    for text in texts:
        what, at, rest = text.partition("@")
        day, _, by = rest.partition("@")
        if not at or not what.strip() or not day.strip():
            raise BadInputError([Problem("promise", "promise_without_day")])
        found.append(PromiseEntry(what.strip(), day_of(day, call.now), by.strip() or "us"))
    return tuple(found)


def _unblock(call: Call) -> object:
    from model.loans.blocks import lift_block

    return lift_block(call.desk, call.args.name, call.args.reason, call.now)


def _correct(call: Call) -> object:
    from model.loans.corrections import correct_loan

    return correct_loan(call.desk, call.args.loan_no, call.args.reason, call.now)


def _remind(call: Call) -> object:
    from model.command_line.telling import Shown, plain
    from model.loans.reminder_words import reminder_text
    from model.loans.reminders import reminders

    found = reminders(call.desk, call.now)
    told = "\n".join(reminder_text(one, call.words) for one in found)
    return Shown(plain(found), told)


def _recall(call: Call) -> object:
    from model.loans.reminders import recall

    return recall(call.desk, call.args.card_nos, call.now)


def _today(call: Call) -> object:
    from model.command_line.day_text import board_shown
    from model.loans.board import day_board

    return board_shown(day_board(call.desk, call.now), call.words)


def _report_register(call: Call) -> object:
    from model.command_line.day_text import register_shown
    from model.loans.registers import loan_register

    found = loan_register(call.desk, day_of(call.args.date, call.now), call.now)
    return register_shown(found, call.words)


def _report_day(call: Call) -> object:
    from model.command_line.day_text import report_shown
    from model.loans.registers import day_report

    return report_shown(
        day_report(call.desk, day_of(call.args.date, call.now), call.now), call.words
    )


def _report_visits(call: Call) -> object:
    from model.command_line.day_text import visits_listed
    from model.rounds.visits import visits_on

    found = visits_on(call.desk, day_of(call.args.date, call.now), call.now)
    return visits_listed(found, call.words)


_RECORD = ("visited", "outcome", "promise", "kept", "next", "not_visited", "set")

LOANS: dict[str, Command] = {
    "today": Command(
        mark("Command", "where every rep stands today: plans, cards, records"), _today
    ),
    "checkout": Command(
        mark("Command", "hand out the cards of today's approved plan (发卡)"),
        _checkout, ("rep", "all", "card", "read"),
    ),
    "return": Command(
        mark("Command", "take cards back with their visit records (还卡)"),
        _return, ("card_nos", "rep!", *_RECORD, "cancelled", "no_record", "damaged", "why?"),
    ),
    "visit": Command(
        mark("Command", "a visit record entered later, or of a visit without a card"),
        _visit, ("card_no?", "rep", "date", *_RECORD, "no_card", "new"),
    ),
    "unblock": Command(
        mark("Command", "lift a rep's block for today"), _unblock, ("name", "why")
    ),
    "correct": Command(
        mark("Command", "correct a wrong checkout or a wrong return of today"),
        _correct, ("loan_no", "why"),
    ),
    "remind": Command(mark("Command", "what asks for attention today"), _remind),
    "recall": Command(mark("Command", "remind the holders of cards (催还)"), _recall,
                      ("card_nos",)),
    "report register": Command(
        mark("Command", "the loan register of a day (借还登记簿)"), _report_register, ("date",)
    ),
    "report day": Command(
        mark("Command", "the daily loan report (卡片借还日报)"), _report_day, ("date",)
    ),
    "report visits": Command(
        mark("Command", "the visit records of a day"), _report_visits, ("date",)
    ),
}  # fmt: skip
"""Command by its words."""
