"""Reading a list in text (.csv): how its characters are written, what parts its columns.

The order is that of design "None has": byte order mark, strict UTF-8, GB18030. A legacy program
that cuts its fields at a number of bytes leaves half characters behind; those few are marked in
their cells, where the checks find them, and do not make the whole file unreadable.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from model.errors import UnreadableFileError
from model.exchange.neutral import unguarded
from model.exchange.sheets import MOST_ROWS, Line, Sheet, limits, line_of
from model.progress import Progress

ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5")
"""Encodings that a person may name."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DELIMITERS = (",", "\t", ";")
_LINES_TO_LOOK_AT = 30
_LONGEST_CELL = 100_000
_MOST_COLUMNS = 1024
_UNREADABLE_SHARE = 0.005
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_list(path: Path, data: bytes, encoding: str, progress: Progress) -> tuple[str, Sheet]:
    """Read a list; its rows are counted as a spreadsheet program shows them.

    Args:
        path: only its name is used, to tell of.
        data: the file's bytes.
        encoding: one of `ENCODINGS`, or empty to find out.
        progress: told (0, 0) now and then.

    Returns:
        The encoding, and the list as a sheet without a name.

    Raises:
        UnreadableFileError: no known encoding, or no list.
    """
    encoding, text = decoded(data, encoding)
    if text is None:
        raise UnreadableFileError(file=path.name, reason="encoding")
    told = _SEPARATOR_LINE.match(text)
    if told:
        text = text[told.end() :]
    rows = _rows(text, told[1] if told else delimiter_of(text))
    try:
        return encoding, Sheet("", tuple(_lines(path, rows, progress)))
    except csv.Error as error:
        raise UnreadableFileError(file=path.name, reason="damaged") from error


def decoded(data: bytes, encoding: str = "") -> tuple[str, str | None]:
    """The encoding and the text; None where it can be read in no known way."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            encoding = encoding or name
    if not encoding:
        encoding = _found_out(data)
    text = data.decode(encoding, "replace").lstrip("\ufeff")
    bad = text.count("\ufffd") + text.count("\x00")
    # One half character is a cut field; many are another encoding.
    return encoding, text if bad <= 3 + len(text) * _UNREADABLE_SHARE else None


def _found_out(data: bytes) -> str:
    """The encoding of bytes without a mark."""
    sample = data[:4096]
    if sample.count(0) > len(sample) // 8:
        return "utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut off in the midst of its last character, it is UTF-8 all the same.
        return "utf-8" if error.start > 0 and error.start >= len(data) - 3 else "gb18030"
    return "utf-8"


def delimiter_of(text: str) -> str:
    """What parts the columns: the sign that most lines have the same number of times."""
    lines = [line for line in islice(io.StringIO(text), _LINES_TO_LOOK_AT) if line.strip()]
    return max(_DELIMITERS, key=lambda sign: _agreement(lines, sign))


def _agreement(lines: list[str], sign: str) -> tuple[int, int]:
    """How many lines agree on how many of a sign they have."""
    counts = [sum(part.count(sign) for part in line.split('"')[::2]) for line in lines]
    present = [count for count in counts if count]
    if not present:
        return (0, 0)
    usual = max(set(present), key=present.count)
    return present.count(usual), usual


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows as the csv module parts them; a long cell is a quote that was never closed."""
    csv.field_size_limit(_LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _lines(path: Path, rows: Iterator[list[str]], progress: Progress) -> Iterator[Line]:
    """The rows in which anything stands, numbered."""
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS or len(row) > _MOST_COLUMNS:
            raise UnreadableFileError(file=path.name, reason="too_large", **limits())
        if number % 1000 == 0:
            progress(0, 0)
        line = line_of(number, tuple(unguarded(cell) if cell.strip() else None for cell in row))
        if line is not None:
            yield line
