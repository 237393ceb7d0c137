"""One paper that can be looked at, saved or printed: what it is, and how it comes about."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from gui.tasks import Report
from model.office.desk import Desk
from model.office.prints import PrintStamp, note_preview
from printing.fonts import MissingGlyph
from printing.paper import Printed

Draw = Callable[[PrintStamp, BinaryIO, Report], Printed]
"""Draws one document under a stamp; told (done, total) it may be stopped."""

Keep = Callable[[Desk, PrintStamp, datetime], object]
"""Notes that a print stands whole."""

Guard = Callable[[Desk, datetime], AbstractContextManager[None]]
"""Around the making of a print: undoes, where it fails, what reading it left behind."""

_NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|\s]+')


class Kept:
    """What draws a document whose print is noted with what it shows, once it stands whole."""

    def __init__(self, paint: Draw, keep: Keep, guard: Guard | None = None) -> None:
        self._paint, self._keep, self._guard = paint, keep, guard
        self._stamp: PrintStamp | None = None

    def __call__(self, stamp: PrintStamp, out: BinaryIO, report: Report) -> Printed:
        """Draw it."""
        self._stamp = stamp
        return self._paint(stamp, out, report)

    def guarded(self, desk: Desk, now: datetime) -> AbstractContextManager[None]:
        """Make it within this: a print that fails leaves nothing that says it exists."""
        return self._guard(desk, now) if self._guard else nullcontext()

    def keep(self, desk: Desk, now: datetime) -> None:
        """The file stands whole, or the printer has taken the job."""
        if self._stamp is not None:
            self._keep(desk, self._stamp, now)


@dataclass(frozen=True)
class Paper:
    """A paper, before anything of it was read.

    Attributes:
        what: kind of print, for the log and for the printer that is remembered for it.
        document: the plan, day or card that it is about, for the log; may be empty.
        title: what it is called, in the window's language.
        read: reads its values by the office's acts, and returns what draws them.
        both_sides: whether its sheets are made for both sides of the paper.
        look: reads its values for a preview, where reading them for a print leaves something
            behind; None where it does not.
    """

    what: str
    document: str
    title: str
    read: Callable[[Desk, datetime], Draw]
    both_sides: bool = False
    look: Callable[[Desk, datetime], Draw] | None = None

    @property
    def file_name(self) -> str:
        """The name proposed for its file."""
        return f"{_NOT_IN_A_NAME.sub('-', self.title).strip('-')}.pdf"


@dataclass(frozen=True)
class Sheets:
    """A drawn document in memory.

    Attributes:
        data: the PDF.
        pages: how many.
        sha256: of `data`, in hex.
        missing: characters that no font has.
    """

    data: bytes
    pages: int
    sha256: str
    missing: tuple[MissingGlyph, ...]


def draw(paint: Draw, stamp: PrintStamp, report: Report) -> Sheets:
    """Draw a document into memory."""
    out = BytesIO()
    printed = paint(stamp, out, report)
    return Sheets(out.getvalue(), printed.pages, printed.sha256, printed.missing)


def preview(desk: Desk, paper: Paper, now: datetime, report: Report) -> Sheets:
    """A look at a paper: no number, but the log tells that it was seen."""
    with desk.own_connection():
        paint = (paper.look or paper.read)(desk, now)
        stamp = note_preview(desk, paper.what, paper.document, now)
    return draw(paint, stamp, report)
