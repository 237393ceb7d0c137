"""An exported list as a file's bytes: a workbook, or a list in text.

A workbook is made in memory: a temporary file would lie about in clear.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from model.exchange.export_reading import Value
from model.exchange.neutral import guarded

_NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - a mark, not a time
_WIDEST, _NARROWEST, _PER_SIGN = 40, 9, 1.1
_FULL_WIDTH = "\u2e80"
"""From here on signs are as wide as two letters."""
_ROWS_MEASURED = 60
SUFFIXES = (".xlsx", ".csv")


@dataclass(frozen=True)
class Sheet:
    """One sheet of an exported file.

    Attributes:
        title: its name.
        headings: of its columns.
        rows: its lines, read as they are written.
    """

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Value | None]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """A workbook: text stands as text, so that nothing in it is a formula or loses a digit."""
    # Imported here: only who exports pays for it.
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": _NO_TIME})  # the same lines, the same bytes
    head = book.add_format({"bold": True, "bg_color": "#E7E2D3", "border": 1})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for one in sheets:
        sheet = book.add_worksheet(one.title)
        for column, text in enumerate(one.headings):
            sheet.write_string(0, column, text, head)
        _fill(sheet, one, day)
        sheet.freeze_panes(1, 0)
    book.close()  # never of one that was stopped: it would be put together first
    return out.getvalue()


def list_in_text(sheet: Sheet) -> bytes:
    """A list in text."""
    out = io.BytesIO()
    write_list(sheet, out)
    return out.getvalue()


def write_list(sheet: Sheet, out: BinaryIO) -> None:
    """Write a list in text, with the mark by which spreadsheet programs know UTF-8."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    lines = csv.writer(text)
    lines.writerow(sheet.headings)
    for row in sheet.rows:
        lines.writerow([_in_text(value) for value in row])
    text.detach()


def _fill(sheet: Any, one: Sheet, day: Any) -> None:
    """The lines, and columns as wide as their first values."""
    widths = [_width(text) for text in one.headings]
    string, number, moment = sheet.write_string, sheet.write_number, sheet.write_datetime
    for row, values in enumerate(one.rows, 1):
        for column, value in enumerate(values):
            if value is None or value == "":
                continue
            if isinstance(value, str):
                string(row, column, value)
                if row <= _ROWS_MEASURED:
                    widths[column] = max(widths[column], _width(value))
            elif isinstance(value, date):
                moment(row, column, value, day)
            else:
                number(row, column, value)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(max(width * _PER_SIGN, _NARROWEST), _WIDEST))


def _width(text: str) -> int:
    """How wide a text is, in letters."""
    return len(text) + sum(sign >= _FULL_WIDTH for sign in text)


def _in_text(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:.2f}".rstrip("0").rstrip(".")


@contextmanager
def nothing_left(path: Path) -> Iterator[None]:
    """Of a file that is not whole, or not logged as whole, nothing stays on the disk.

    A list that stood there before is kept as long as it was not replaced.
    """
    before = path.stat().st_ino if path.exists() else None
    try:
        yield
    except BaseException:
        if path.exists() and path.stat().st_ino != before:
            path.unlink()
        raise
