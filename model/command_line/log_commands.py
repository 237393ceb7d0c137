"""The commands about the log: show it, write it into a file, tell its head for paper.

What a module costs to load is paid by the command that needs it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from model.command_line.call import Call
from model.command_line.days import day_of
from model.command_line.parser import Command
from model.command_line.telling import Shown, plain, table
from model.errors import NotFoundError
from model.words import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.loans.log_reading import LogPerson
    from model.office.log_query import LogLine, LogQuery

_OLDER = mark("Command", "Older lines follow; narrow by day, or ask for more with --limit.")


def _show(call: Call) -> object:
    from model.loans.log_reading import log_people, read_log

    people = log_people(call.desk)
    page = read_log(call.desk, _wanted(call, people), call.report)
    if page.more:
        call.say(call.words("Command", _OLDER))
    return Shown(plain(page), _text(call, page.lines, people))


def _export(call: Call) -> object:
    from model.exchange.log_file import export_log
    from model.loans.log_reading import log_people

    wanted = _wanted(call, log_people(call.desk))
    return export_log(call.desk, wanted, Path(call.args.file), call.words, call.now, call.report)


def _head(call: Call) -> object:
    from model.loans.log_reading import head_of_log

    return {"log_head": head_of_log(call.desk)}


def _wanted(call: Call, people: Sequence[LogPerson]) -> LogQuery:
    """Which lines were asked for."""
    from model.office.log_query import GROUPS, LogQuery

    args = call.args
    return LogQuery(
        day_from=day_of(args.day_from, call.now) if args.day_from else None,
        day_to=day_of(args.day_to, call.now) if args.day_to else None,
        staff_no=_staff_no(args.who, people) if args.who else None,
        groups=tuple(code for code in args.event if code in GROUPS),
        events=tuple(code for code in args.event if code not in GROUPS),
        subject=args.log_subject,
        text=args.log_text,
        limit=getattr(args, "limit", 0) or LogQuery.limit,
    )


def _staff_no(text: str, people: Sequence[LogPerson]) -> int:
    """The number of a person, by name or number; also of one who has left.

    Raises:
        NotFoundError: nobody was ever called that.
    """
    wanted = text.strip()
    for person in people:
        if wanted in {person.name, str(person.staff_no)}:
            return person.staff_no
    raise NotFoundError(kind="person", ref=wanted)


def _text(call: Call, lines: Sequence[LogLine], people: Sequence[LogPerson]) -> str:
    """The lines for a person, one each."""
    from model.sentences.log_words import event_words, facts_text, subject_words

    names, words = {person.staff_no: person.name for person in people}, call.words
    rows = [
        {
            "line": str(line.no),
            "at": line.at,
            "name": line.actor,
            "event": event_words(line.event, words),
            "subject": subject_words(line, words, names),
            "document": line.document,
            "facts": facts_text(line, words, names),
            "reason": line.reason,
        }
        for line in lines
    ]
    return table(plain(rows), words)


_NARROWED = ("day_from", "day_to", "who", "event", "log_subject", "log_text")
LOG: dict[str, Command] = {
    "log show": Command(
        mark("Command", "the log, the newest lines first"), _show, (*_NARROWED, "limit")
    ),
    "log export": Command(
        mark("Command", "write the log into a file, .xlsx or .csv"),
        _export,
        ("log_file", *_NARROWED),
    ),
    "log head": Command(mark("Command", "the head of the log, as printed on the register"), _head),
}
"""Command by its words."""
