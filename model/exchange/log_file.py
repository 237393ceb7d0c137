"""The log as a file (domain.md §5.10: exportable by the manager only), itself a line of the log."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BufferedRandom
from pathlib import Path

from model.errors import BadInputError, LogTooLongError, Problem
from model.exchange.export_files import SUFFIXES, Sheet, nothing_left, workbook, write_list
from model.loans.log_reading import log_people, seen_lines
from model.office import audit
from model.office.desk import Desk
from model.office.log_query import LogLine, LogQuery
from model.office.rights import Right, act
from model.progress import Progress, silent
from model.sentences.log_words import (
    Names,
    event_words,
    facts_text,
    kind_words,
    subject_words,
)
from model.sentences.names import ROLES
from model.storage.database import reading, writing
from model.storage.durable import whole_file
from model.words import Words, mark

MOST_IN_WORKBOOK = 200_000
"""More lines than this take an hour to open in an office's spreadsheet; a text has no limit."""
_TELL_EVERY = 200
_SHEET = mark("LogFile", "Log")
_HEADINGS = (
    mark("LogFile", "No."),
    mark("LogFile", "Time"),
    mark("LogFile", "Person"),
    mark("LogFile", "Staff number"),
    mark("LogFile", "Role"),
    mark("LogFile", "PC"),
    mark("LogFile", "Event"),
    mark("LogFile", "Event code"),
    mark("LogFile", "About"),
    mark("LogFile", "Number or name"),
    mark("LogFile", "Facts"),
    mark("LogFile", "Reason"),
    mark("LogFile", "Document"),
    mark("LogFile", "Head of the log"),
)


@dataclass(frozen=True)
class LogExported:
    """A file of the log.

    Attributes:
        file: where it is.
        lines: how many lines stand in it.
        sha256: its checksum, as the log has it.
    """

    file: Path
    lines: int
    sha256: str


@act(Right.EXPORT_LOG)
def export_log(
    desk: Desk,
    wanted: LogQuery,
    out: Path,
    words: Words,
    now: datetime,
    progress: Progress = silent,
) -> LogExported:
    """Write lines of the log into a workbook or a text, the newest first.

    The file is there whole or not at all; that it was begun, and what it holds, are lines of the
    log themselves.

    Args:
        desk: the manager.
        wanted: which lines; its limit and its page are not looked at.
        out: ends in .xlsx or .csv; a file that stands there is replaced.
        words: the reader's language.
        now: office wall-clock time.
        progress: told (lines written, 0); what it raises stops the export and leaves no file.

    Raises:
        BadInputError: another kind of file.
        LogTooLongError: more lines than a workbook takes.
        CannotWriteError: the folder or the disk does not let us.
    """
    kind = out.suffix.lower()
    if kind not in SUFFIXES:
        raise BadInputError([Problem("file", "export_suffix")])
    audit.flush(desk)
    asked = {name: value for name, value in _asked(wanted).items() if value}
    with writing():
        audit.log(
            desk, audit.Event.EXPORT_BEGIN, now, kind="log", subject=out.name, after=asked
        )  # fmt: skip
    names = {person.staff_no: person.name for person in log_people(desk)}
    with nothing_left(out):
        with whole_file(out) as file:
            with reading():
                lines = seen_lines(desk, wanted, silent)
                count = _write(file, kind, lines, words, names, progress)
            sha256 = _checksum(file)
        # Only now: none is logged as done that does not stand whole under its name.
        with writing():
            audit.log(
                desk, audit.Event.EXPORT, now, kind="log", subject=out.name,
                after={**asked, "count": count, "sha256": sha256},
            )  # fmt: skip
    return LogExported(out, count, sha256)


def _asked(wanted: LogQuery) -> dict[str, object]:
    """How the lines were chosen, for the log."""
    return {
        "day_from": wanted.day_from,
        "day_to": wanted.day_to,
        "staff_no": wanted.staff_no,
        "groups": list(wanted.groups),
        "events": list(wanted.events),
        "subject": wanted.subject,
        "text": wanted.text,
    }


def _checksum(file: BufferedRandom) -> str:
    file.flush()
    file.seek(0)
    return hashlib.file_digest(file, "sha256").hexdigest()


def _write(
    file: BufferedRandom,
    kind: str,
    lines: Iterable[LogLine],
    words: Words,
    names: Names,
    progress: Progress,
) -> int:
    """Write the lines; returns how many they were."""
    rows = _Rows(lines, words, names, progress, most=MOST_IN_WORKBOOK if kind == ".xlsx" else None)
    sheet = Sheet(words("LogFile", _SHEET), [words("LogFile", one) for one in _HEADINGS], rows)
    if kind == ".xlsx":
        file.write(workbook([sheet]))
    else:
        write_list(sheet, file)
    return rows.count


@dataclass
class _Rows:
    """The lines as texts, counted as they are written."""

    lines: Iterable[LogLine]
    words: Words
    names: Names
    progress: Progress
    most: int | None
    count: int = 0

    def __iter__(self) -> Iterator[Sequence[str]]:
        for line in self.lines:
            if self.count % _TELL_EVERY == 0:
                self.progress(self.count, 0)
            if self.count == self.most:
                raise LogTooLongError(most=self.most)
            self.count += 1
            yield _texts(line, self.words, self.names)


def _texts(line: LogLine, words: Words, names: Names) -> Sequence[str]:
    return (
        str(line.no),
        f"{line.at:%Y-%m-%d %H:%M:%S}",
        line.actor,
        str(line.staff_no),
        words("Role", ROLES.get(line.role, line.role)),
        line.workplace,
        event_words(line.event, words),
        line.event,
        kind_words(line.kind, words),
        subject_words(line, words, names),
        facts_text(line, words, names),
        line.reason,
        line.document,
        line.head,
    )
