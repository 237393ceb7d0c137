"""A print from its number to its file: logged, drawn, written whole, and only then logged as done.

The order is what keeps it honest (docs/decisions/0008): nothing leaves before its first line in the
log is durable, and no print is logged as done whose file is not whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from model.errors import CabinetError
from model.loans.card_prints import papers_not_made
from model.loans.copy_issuing import copies_not_made
from model.office.prints import PrintStamp, begin_print, finish_print
from model.storage.durable import write_whole

if TYPE_CHECKING:
    from model.loans.sheets import CardPaper
    from model.office.desk import Desk
    from printing.fonts import MissingGlyph
    from printing.paper import Printed

Draw = Callable[[PrintStamp, BinaryIO], "Printed"]
"""Draws one document under a stamp."""


@dataclass(frozen=True)
class Made:
    """A print that stands whole.

    Attributes:
        print_no: its number.
        file: where it stands; None for one that went to a printer.
        pages: how many.
        missing: characters that no font has, printed as their code points.
    """

    print_no: str
    file: Path | None
    pages: int
    missing: tuple[MissingGlyph, ...]


def print_to_file(
    desk: Desk, file: Path, what: str, document: str, draw: Draw, now: datetime
) -> Made:
    """Make a print as a file.

    Args:
        desk: who prints.
        file: where it is to stand; what stood there is replaced, whole by whole.
        what: kind of print, for the log.
        document: plan number or day it is about, for the log.
        draw: draws it.
        now: office wall-clock time.

    Raises:
        CannotWriteError: the folder does not let us; the print's number stays used.
    """
    stamp = begin_print(desk, what, document, now)
    content = BytesIO()
    printed = draw(stamp, content)
    write_whole(file, content.getvalue())
    finish_print(desk, stamp, printed.pages, printed.sha256, now)
    return Made(stamp.print_no, file, printed.pages, printed.missing)


def ending_copies(
    desk: Desk, papers: Sequence[CardPaper], now: datetime
) -> AbstractContextManager[None]:
    """Numbered copies are made in this block; whatever ends it early ends them as not made.

    After a lock the desk can write nothing more: they then stay in the register as unfinished.

    Args:
        desk: who issued them.
        papers: as `issue_copies` gave them.
        now: office wall-clock time.
    """
    return _or_else(lambda: copies_not_made(desk, papers, now))


def giving_back(
    desk: Desk, papers: Sequence[CardPaper], now: datetime
) -> AbstractContextManager[None]:
    """The office's cards are printed in this block; whatever ends it early uses up no approval.

    Args:
        desk: who prints them.
        papers: as `print_papers` gave them.
        now: office wall-clock time.
    """
    return _or_else(lambda: papers_not_made(desk, papers, now))


@contextmanager
def _or_else(undo: Callable[[], None]) -> Iterator[None]:
    """Undo what the block is about when something ends it early, which goes on."""
    try:
        yield
    except BaseException:
        with suppress(CabinetError):
            undo()
        raise
