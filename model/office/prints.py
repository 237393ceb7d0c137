"""The number of every print, and its two lines in the log: before anything is made, and when whole.

The first line is durable before a sheet leaves the program, so no paper and no file is unseen; the
second is written when the file stands whole on the disk (or the printer has taken the job), so
a kill in between never leaves a print logged whose file is not whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from model.office import audit
from model.office.counters import next_number
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing


@dataclass(frozen=True)
class PrintStamp:
    """What the foot of every printed page says.

    Attributes:
        print_no: `P000123`; empty for a preview, which is no print.
        printed_by: who prints it.
        printed_at: office wall-clock time.
        office: name of the office.
    """

    print_no: str
    printed_by: str
    printed_at: datetime
    office: str


@act(Right.PRINT_DAY)
def begin_print(desk: Desk, what: str, document: str, now: datetime) -> PrintStamp:
    """Take the number of a print, and log that it begins.

    Args:
        desk: who prints.
        what: `packet`, `day-plan`, `register`, `card`, `badge` …
        document: plan number, day or card number that it is about; may be empty.
        now: office wall-clock time.
    """
    with writing():
        print_no = f"P{next_number('print'):06d}"
        audit.log(
            desk, audit.Event.PRINT_BEGIN, now, kind="print", subject=print_no,
            after={"what": what}, document=document,
        )  # fmt: skip
    return PrintStamp(print_no, desk.person.name, now, desk.office)


@act(Right.PRINT_DAY)
def finish_print(desk: Desk, stamp: PrintStamp, pages: int, sha256: str, now: datetime) -> None:
    """Log that the print is whole.

    Args:
        desk: who prints.
        stamp: as `begin_print` gave it.
        pages: pages of the document.
        sha256: of its bytes, in hex.
        now: office wall-clock time.
    """
    with writing():
        audit.log(
            desk, audit.Event.PRINT, now, kind="print", subject=stamp.print_no,
            after={"pages": pages, "sha256": sha256},
        )  # fmt: skip


@act(Right.PRINT_DAY)
def note_preview(desk: Desk, what: str, document: str, now: datetime) -> PrintStamp:
    """The stamp of a preview in the window, which has no number; that it was seen is logged."""
    audit.note(
        desk, audit.Event.PREVIEW, now, kind="print", subject="", what=what, document=document
    )
    return PrintStamp("", desk.person.name, now, desk.office)
