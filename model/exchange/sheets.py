"""A file of customers as it was read: sheets, numbered lines, cells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from model.cards.damage import written

Cell = str | int | float | date | None
"""What stands in a cell; an empty one is None."""


MOST_ROWS = 100_000
MOST_BYTES = 128 * 1024 * 1024
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet.

    Attributes:
        number: the row's number as a person sees it, 1 = the first.
        cells: its cells from the first column on.
    """

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the lines in which anything stands."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of customers.

    Attributes:
        path: where it lies.
        encoding: `xlsx`, or the encoding its characters were read by.
        sha256: of its bytes, for the log.
        sheets: the visible sheets in order; a list in text has one without a name.
        hidden: the hidden sheets, which only a map file can ask for.
    """

    path: Path
    encoding: str
    sha256: str
    sheets: tuple[Sheet, ...]
    hidden: tuple[Sheet, ...] = ()


def text_of(cell: Cell) -> str:
    """A cell as a person reads it: dates as 2026-03-16, whole numbers without `.0`."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float | int):
        return written(cell)
    return cell


def clean(cell: object) -> Cell:
    """A cell as a reader of spreadsheets gives it, in one of our types."""
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if cell is None or isinstance(cell, date | int | float):
        return cell
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


def line_of(number: int, cells: tuple[Cell, ...]) -> Line | None:
    """A line without its empty end, or None when nothing stands in it."""
    length = len(cells)
    while length and cells[length - 1] is None:
        length -= 1
    return Line(number, cells[:length]) if length else None


def limits() -> dict[str, object]:
    """The facts for telling that a file is too large."""
    return {"most": f"{MOST_ROWS:,}", "megabytes": MOST_BYTES // _MEGABYTE}
