"""The door: no command opens the window, a command does one job without one.

A table of commands, each a few lines that call `model` or `printing`; those of one room stand in
`model/command_line/`, those that draw or measure here. Results go to standard output, messages
for people to standard error; what a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from model.command_line.call import Call, UsageError
from model.command_line.card_commands import CARDS
from model.command_line.change_commands import CHANGES
from model.command_line.loan_commands import LOANS
from model.command_line.office_commands import OFFICE
from model.command_line.parser import (
    Command,
    first_word,
    language_of,
    parser_of,
    window_parser,
)
from model.command_line.plan_commands import PLANS
from model.command_line.result import make_printable, print_result, refuse, tell
from model.command_line.upkeep_commands import UPKEEP
from model.errors import CabinetError, StoppedError
from model.words import Words, mark, words_in

if TYPE_CHECKING:
    from printing.making import Draw

_NO_GLYPH = mark("Command", "{name} ({code}) is in no font and stands as its code.")
_NO_FIGURE = mark("Command", "There is no figure “{name}”; there are: {known}.")
_NO_SUCH_COMMAND = mark("Command", "There is no command and no folder “{name}”; see --help.")


# --- what needs more than `model` ------------------------------------------------------------


def _print(call: Call, what: str, document: str, draw: Draw) -> object:
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
    from model.loans.papers import card_papers
    from printing.packet import write_cards

    cards = card_papers(call.desk, call.args.card_nos, _day(call), call.now)
    return _print(
        call, "card", " ".join(call.args.card_nos),
        lambda stamp, out: write_cards(cards, stamp, out, call.words, call.report),
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


def _bench(call: Call) -> object:
    from gui.bench.running import BENCHMARKS, run_benchmarks

    unknown = [name for name in call.args.names if name not in BENCHMARKS]
    if unknown:
        known = ", ".join(BENCHMARKS)
        raise UsageError(call.words("Command", _NO_FIGURE).format(name=unknown[0], known=known))
    return run_benchmarks(call.args.names, call.words, call.report)


def _reported(name: str, draw: Callable[[Call], object]) -> Command:
    """A report is told on the terminal, or with --out made as the paper that it is."""
    tell = LOANS[name]

    def run(call: Call) -> object:
        return draw(call) if call.args.out else tell.run(call)

    return replace(tell, run=run, arguments=(*tell.arguments, "out?"))


# --- the table ------------------------------------------------------------------------------

COMMANDS: dict[str, Command] = {
    **OFFICE,
    **CARDS,
    **CHANGES,
    **PLANS,
    **LOANS,
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
        mark("Command", "the fronts of cards that somebody carries that day"),
        _print_card, ("card_nos", "date", "out"),
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
    **UPKEEP,
    "bench": Command(
        mark("Command", "measure the figures of the README, each beside a bare baseline"),
        _bench, ("names",), at_desk=False,
    ),
}  # fmt: skip
"""Every command by its words."""


# --- the door -------------------------------------------------------------------------------


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says.

    Args:
        argv: the arguments; None: the process's own.

    Returns:
        The exit status: 0 done, 1 refused, 2 wrong usage or no display, 3 bad input, 4 the
        cabinet cannot be opened or trusted.
    """
    typed = list(sys.argv[1:] if argv is None else argv)
    words = words_in(language_of(typed))
    make_printable("--json" in typed)
    try:
        if first_word(typed) in {name.partition(" ")[0] for name in COMMANDS}:
            return _command(typed, words)
        return _window(typed, words)
    except UsageError as error:
        return refuse("usage", {}, str(error), 2, typed)
    except CabinetError as error:
        return tell(error, words, typed)
    except KeyboardInterrupt:
        return tell(StoppedError(), words, typed)


def _command(typed: list[str], words: Words) -> int:
    """Do one command and print its result."""
    args = parser_of(COMMANDS, words).parse_args(typed)
    call = Call(args, words, language_of(typed), _now())
    if args.command.at_desk:
        from model.storage.database import told_as_ours

        with call.at_desk(), call.stoppable(), told_as_ours():
            result = args.command.run(call)
    else:
        with call.stoppable():
            result = args.command.run(call)
    print_result(result, "json" in args, words)
    return 0


def _window(typed: list[str], words: Words) -> int:
    """Open the window, or say in one line why it cannot open."""
    from gui.display import lacking

    if "--help" in typed or "-h" in typed:
        parser_of(COMMANDS, words).print_help()
        return 0
    args = window_parser(words).parse_args(typed)
    folder = args.folder or getattr(args, "cabinet", "") or os.environ.get("CARD_CABINET", "")
    if args.folder and not Path(folder).exists():
        raise UsageError(words("Command", _NO_SUCH_COMMAND).format(name=folder))
    missing = lacking(words)
    if missing:
        raise UsageError(missing)
    from gui.application import run

    return run(Path(folder) if folder else None, getattr(args, "lang", None))


def _now() -> datetime:
    """The office's wall clock: local time, without a zone."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005


if __name__ == "__main__":
    sys.exit(main())
