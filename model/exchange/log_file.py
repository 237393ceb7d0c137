"""The log as a file (domain.md §5.10: exportable by the manager only), itself a line of the log."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from model.errors import BadInputError, LogTooLongError, Problem
from model.loans.log_reading import log_people, seen_lines
from model.office import audit
from model.office.desk import Desk
from model.office.log_lines import LogLine, LogQuery
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
from model.storage.durable import put_in_place, sync_file, told_as_cannot_write
from model.words import Words, mark

MOST_IN_WORKBOOK = 200_000
"""More lines than this take an hour to open in an office's spreadsheet; a text has no limit."""
_FORMULA = frozenset("=+-@\t\r")
_TELL_EVERY = 200
_NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - a mark, not a time
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
_WIDTHS = (8, 19, 12, 8, 10, 14, 20, 20, 10, 16, 60, 30, 18, 30)


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
    if kind not in _WRITERS:
        raise BadInputError([Problem("file", "export_suffix")])
    audit.flush(desk)
    asked = {name: value for name, value in _asked(wanted).items() if value}
    with writing():
        audit.log(
            desk, audit.Event.EXPORT_BEGIN, now, kind="log", subject=out.name, after=asked
        )  # fmt: skip
    names = {person.staff_no: person.name for person in log_people(desk)}
    with _whole_file(out) as fresh:
        with reading(), fresh.open("xb") as file:
            rows = _rows(seen_lines(desk, wanted, silent), words, names, progress)
            count = _WRITERS[kind](file, rows, words)
        sha256 = _checksum(fresh)
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


@contextmanager
def _whole_file(out: Path) -> Iterator[Path]:
    """A file beside `out` that takes its place when the block ends well."""
    fresh = out.with_name(f".{out.name}.new")
    with told_as_cannot_write(out):
        fresh.unlink(missing_ok=True)
        try:
            yield fresh
            sync_file(fresh)
            put_in_place(fresh, out)
        except BaseException:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _rows(
    lines: Iterable[LogLine], words: Words, names: Names, progress: Progress
) -> Iterator[Sequence[str]]:
    """The lines as texts."""
    for number, line in enumerate(lines):
        if number % _TELL_EVERY == 0:
            progress(number, 0)
        yield _texts(line, words, names)


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


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    return f"'{text}" if text[:1] in _FORMULA else text


def _write_csv(file: BinaryIO, rows: Iterable[Sequence[str]], words: Words) -> int:
    """A text with the mark by which spreadsheets know UTF-8."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer, count = csv.writer(text), 0
    writer.writerow([words("LogFile", heading) for heading in _HEADINGS])
    for row in rows:
        writer.writerow([neutral(cell) for cell in row])
        count += 1
    text.detach()
    return count


def _write_workbook(file: BinaryIO, rows: Iterable[Sequence[str]], words: Words) -> int:
    """A workbook made in memory: its temporary files would lie about in clear.

    Raises:
        LogTooLongError: more lines than it takes.
    """
    # Imported here: only who exports pays for it.
    from xlsxwriter import Workbook

    count = 0
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"created": _NO_TIME})  # the same lines, the same bytes
        sheet: Any = book.add_worksheet(words("LogFile", _SHEET))
        head = book.add_format({"bold": True, "bg_color": "#E7E2D3"})
        text = book.add_format({"num_format": "@"})
        for column, (heading, width) in enumerate(zip(_HEADINGS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width, text)
            sheet.write_string(0, column, words("LogFile", heading), head)
        sheet.freeze_panes(1, 0)
        for row in rows:
            count += 1
            if count > MOST_IN_WORKBOOK:
                raise LogTooLongError(most=MOST_IN_WORKBOOK)
            for column, cell in enumerate(row):
                sheet.write_string(count, column, cell, text)
    return count


_WRITERS = {".csv": _write_csv, ".xlsx": _write_workbook}
