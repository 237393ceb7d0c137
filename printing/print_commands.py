"""The commands that make paper: each reads its values from `model` and draws them as one file.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from model.command_line.call import Call, UsageError
from model.command_line.loan_commands import LOANS
from model.command_line.parser import Command
from model.words import mark

if TYPE_CHECKING:
    from model.office.prints import PrintStamp
    from printing.making import Draw
    from printing.paper import Printed

_NO_GLYPH = mark("Command", "{name} ({code}) is in no font and stands as its code.")
_WHICH_CARDS = mark("Command", "Which cards? Name their numbers, or say --outdated.")


def _print(call: Call, what: str, document: str, draw: Draw) -> dict[str, object]:
    """Make one print as the file that was named; what no font has is told."""
    from printing.making import print_to_file

    made = print_to_file(call.desk, Path(call.args.out), what, document, draw, call.now)
    for glyph in made.missing:
        call.say(call.words("Command", _NO_GLYPH).format(name=glyph.name, code=glyph.code))
    return {"print_no": made.print_no, "file": made.file, "pages": made.pages}


def _day(call: Call) -> date:
    """The day that was named, or today."""
    from model.command_line.days import day_of

    return day_of(call.args.date, call.now)


def _print_packet(call: Call) -> object:
    return _print_packets(call, "packet", cards=True)


def _print_day_plan(call: Call) -> object:
    return _print_packets(call, "day-plan", cards=False)


def _print_packets(call: Call, what: str, *, cards: bool) -> object:
    """The approved plans of the reps who were named, or of all, with or without the cards."""
    from model.loans.papers import packets
    from printing.packet import write_packet

    reps = tuple(call.args.people)
    found = packets(call.desk, _day(call), call.now, reps=reps, cards=cards)
    document = " ".join(one.sheet.plan.plan_no for one in found)
    return _print(
        call, what, document,
        lambda stamp, out: write_packet(found, stamp, out, call.words, call.report),
    )  # fmt: skip


def _print_card(call: Call) -> object:
    """The office's own paper cards: those that were named, or all that are to be reprinted."""
    from model.cards.listing import list_cards
    from model.loans.card_prints import mark_printed, print_papers
    from printing.card_run import write_card_papers
    from printing.making import giving_back

    args = call.args
    card_nos = args.card_nos
    if args.outdated:
        card_nos = [row.ref for row in list_cards(call.desk, call.now) if row.reprint]
    if not card_nos:
        raise UsageError(call.words("Command", _WHICH_CARDS))
    papers = print_papers(call.desk, card_nos, call.now, changed=args.changed, private=args.private)

    def draw(stamp: PrintStamp, out: BinaryIO) -> Printed:
        printed = write_card_papers(papers, stamp, out, call.words, call.report, sides=args.sides)
        stamps.append(stamp)
        return printed

    stamps: list[PrintStamp] = []
    with giving_back(call.desk, papers, call.now):
        told = _print(call, "card", _named(card_nos), draw)
    mark_printed(call.desk, papers, stamps[0], call.now, backs=args.sides == "back")
    return told


def _named(card_nos: Sequence[str]) -> str:
    """The cards of a print for the log, however many."""
    return f"{card_nos[0]}–{card_nos[-1]} ({len(card_nos)})" if card_nos[1:] else card_nos[0]


def _print_day_card(call: Call) -> object:
    from model.loans.papers import card_papers
    from printing.packet import write_cards

    cards = card_papers(call.desk, call.args.card_nos, _day(call), call.now)
    return _print(
        call, "day-card", _named(call.args.card_nos),
        lambda stamp, out: write_cards(cards, stamp, out, call.words, call.report),
    )  # fmt: skip


def _print_copy(call: Call) -> object:
    """Numbered copies; their numbers are told, since each is signed for."""
    from model.command_line.copy_commands import terms_of
    from model.loans.copy_issuing import copies_made, issue_copies
    from printing.card_run import write_card_papers
    from printing.making import ending_copies

    args, stamps = call.args, []
    papers = issue_copies(call.desk, args.card_nos, terms_of(call), call.now)

    def draw(stamp: PrintStamp, out: BinaryIO) -> Printed:
        stamps.append(stamp)
        return write_card_papers(papers, stamp, out, call.words, call.report)

    with ending_copies(call.desk, papers, call.now):
        told = _print(call, "copy", _named(args.card_nos), draw)
    copies_made(call.desk, papers, stamps[0], call.now)
    return {**told, "copies": [paper.copy.copy_no for paper in papers if paper.copy]}


def _print_blank_card(call: Call) -> object:
    from model.cards.definition import CardKind
    from printing.card_run import write_blank_cards

    args = call.args
    return _print(
        call, "blank-card", "",
        lambda stamp, out: write_blank_cards(
            [CardKind(args.kind)], args.count, stamp, out, call.words, call.report
        ),
    )  # fmt: skip


def _print_register(call: Call) -> object:
    from model.loans.registers import loan_register
    from printing.packet import write_register

    register = loan_register(call.desk, _day(call), call.now)
    return _print(
        call, "register", str(register.day),
        lambda stamp, out: write_register(register, stamp, out, call.words, call.report),
    )  # fmt: skip


def _print_blank_register(call: Call) -> object:
    from printing.packet import write_blank_register

    rows = call.args.rows
    return _print(
        call, "blank-register", "",
        lambda stamp, out: write_blank_register(rows, stamp, out, call.words, call.report),
    )  # fmt: skip


def _print_day_report(call: Call) -> object:
    from model.loans.registers import day_report
    from printing.packet import write_day_report

    report = day_report(call.desk, _day(call), call.now)
    return _print(
        call, "day-report", str(report.day),
        lambda stamp, out: write_day_report(report, stamp, out, call.words, call.report),
    )  # fmt: skip


def _print_visit_record(call: Call) -> object:
    """A record as it was entered, or sheets to be written on for the visits of a day."""
    from model.loans.papers import visit_paper
    from printing.packet import write_visit_records

    args = call.args
    papers = visit_paper(
        call.desk, _day(call), call.now, reps=tuple(args.people), record_no=args.record
    )
    return _print(
        call, "visit-record", args.record or str(_day(call)),
        lambda stamp, out: write_visit_records(papers, stamp, out, call.words, call.report),
    )  # fmt: skip


def _print_visits(call: Call) -> object:
    """The visit records of a day, as they were entered."""
    from model.loans.sheets import VisitPaper
    from model.rounds.visits import visits_on
    from printing.packet import write_visit_records

    day, office = _day(call), call.desk.office
    found = visits_on(call.desk, day, call.now)
    papers = tuple(VisitPaper.of_visit(office, visit) for visit in found)
    return _print(
        call, "visit-record", str(day),
        lambda stamp, out: write_visit_records(papers, stamp, out, call.words, call.report),
    )  # fmt: skip


def _print_badge(call: Call) -> object:
    from model.loans.papers import badges
    from printing.packet import write_badges

    people = badges(call.desk, tuple(call.args.people), call.now)
    return _print(
        call, "badge", "",
        lambda stamp, out: write_badges(people, stamp, out, call.words, call.report),
    )  # fmt: skip


def _reported(name: str, draw: Callable[[Call], object]) -> Command:
    """A report is told on the terminal, or with --out made as the paper that it is."""
    tell = LOANS[name]

    def run(call: Call) -> object:
        return draw(call) if call.args.out else tell.run(call)

    return replace(tell, run=run, arguments=(*tell.arguments, "out?"))


PAPERS: dict[str, Command] = {
    "report register": _reported("report register", _print_register),
    "report day": _reported("report day", _print_day_report),
    "report visits": _reported("report visits", _print_visits),
    "print packet": Command(
        mark("Command", "each rep's plan of the day with its cards, one file"),
        _print_packet, ("people", "date", "out"),
    ),
    "print day-plan": Command(
        mark("Command", "the daily visit plans (当日拜访计划)"),
        _print_day_plan, ("people", "date", "out"),
    ),
    "print card": Command(
        mark("Command", "the office's own paper cards, front and back"),
        _print_card, ("card_nos?", "outdated", "changed", "private", "sides", "out"),
    ),
    "print day-card": Command(
        mark("Command", "cards that somebody carries that day, as in his packet"),
        _print_day_card, ("card_nos", "date", "out"),
    ),
    "print copy": Command(
        mark("Command", "issue numbered copies of cards (发放副本)"),
        _print_copy, ("card_nos", "receiver", "for", "due", "destroy", "out"),
    ),
    "print blank-card": Command(
        mark("Command", "blank cards to be filled by hand (空白卡)"),
        _print_blank_card, ("kind", "count", "out"),
    ),
    "print register": Command(
        mark("Command", "the loan register of a day (借还登记簿)"),
        _print_register, ("date", "out"),
    ),
    "print blank-register": Command(
        mark("Command", "an empty loan register, for a day without power (手工登记)"),
        _print_blank_register, ("rows", "out"),
    ),
    "print day-report": Command(
        mark("Command", "the daily loan report (卡片借还日报)"), _print_day_report, ("date", "out")
    ),
    "print visit-record": Command(
        mark("Command", "visit records to be written on, or one as it was entered"),
        _print_visit_record, ("people", "date", "record", "out"),
    ),
    "print badge": Command(
        mark("Command", "badges for the desk's scanner"), _print_badge, ("people", "out")
    ),
}  # fmt: skip
"""Command by its words; a report is told, or with --out made as paper."""
