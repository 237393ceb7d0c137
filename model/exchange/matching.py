"""Which sheet, which row of headings, and which column is which field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.cards.definition import CardKind
from model.errors import Problem, UnreadableFileError
from model.exchange.headings import (
    Meaning,
    filled_by_program,
    heading_key,
    meaning_of,
    meanings,
    passed_over,
)
from model.exchange.map_file import ColumnMap
from model.exchange.sheets import Line, Sheet, SourceFile, text_of
from model.exchange.targets import CONTACT, FULL_NAME, KIND, LEFT_OUT, PERSON, resolve

_ROWS_TO_LOOK_AT = 40


class Taken(StrEnum):
    """What becomes of a column."""

    YES = "taken"
    UNKNOWN = "unknown"
    LEFT_OUT = "left_out"
    BY_PROGRAM = "by_program"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the file.

    Attributes:
        index: its place, 0 = the first.
        heading: as it stands in the file.
        taken: what becomes of it.
        path: the target it goes to; empty unless taken.
        part: which piece of a name or address it is; empty for the whole.
    """

    index: int
    heading: str
    taken: Taken = Taken.UNKNOWN
    path: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """A sheet with its headings understood.

    Attributes:
        sheet: the sheet.
        header: the row of the headings.
        columns: every column that has a heading.
        rows: the lines below the headings.
        problems: columns of which nobody can tell which is meant.
    """

    sheet: Sheet
    header: Line
    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    problems: tuple[Problem, ...] = ()

    def taken(self) -> tuple[Column, ...]:
        """The columns that go to a field."""
        return tuple(column for column in self.columns if column.taken is Taken.YES)


def match(source: SourceFile, told: ColumnMap, kinds: Sequence[CardKind]) -> Matched:
    """Find the list in a file, and what its columns mean.

    Args:
        source: the file as read.
        told: what the map file or the person says; the rest is found.
        kinds: the kinds of card that the rows may become; a kind column makes it both.

    Raises:
        UnreadableFileError: no sheet of that name, or no row of headings.
    """
    sheet, header = _found(source, told)
    columns = _columns(header, told)
    if any(column.path == KIND for column in columns):
        kinds = list(CardKind)
    problems = (*_unknown(header, columns, told), *_twice(header, columns, kinds))
    rows = tuple(line for line in sheet.lines if line.number > header.number)
    return Matched(sheet, header, columns, rows, problems)


def _found(source: SourceFile, told: ColumnMap) -> tuple[Sheet, Line]:
    """The sheet and the row of headings in which most is understood; the first among equals."""
    sheets = source.sheets
    if told.sheet:
        sheets = tuple(s for s in (*source.sheets, *source.hidden) if s.name == told.sheet)
        if not sheets:
            raise UnreadableFileError(file=source.path.name, reason="no_sheet", sheet=told.sheet)
    best: tuple[int, Sheet, Line] | None = None
    for sheet in sheets:
        for line in _candidates(sheet, told):
            score = _understood(line, told)
            if best is None or score > best[0]:
                best = score, sheet, line
    if best is None or (best[0] == 0 and not told.header_row):
        raise UnreadableFileError(file=source.path.name, reason="no_header")
    return best[1], best[2]


def _candidates(sheet: Sheet, told: ColumnMap) -> Sequence[Line]:
    """The lines that may be the headings."""
    if told.header_row:
        return [line for line in sheet.lines if line.number == told.header_row]
    return sheet.lines[:_ROWS_TO_LOOK_AT]


def _understood(line: Line, told: ColumnMap) -> int:
    """How many different fields the cells of a line name."""
    named = {heading_key(heading) for heading in told.columns}
    keys = {heading_key(text_of(cell)) for cell in line.cells if isinstance(cell, str)}
    return sum(1 for key in keys if key and (key in named or key in meanings()))


def _columns(header: Line, told: ColumnMap) -> tuple[Column, ...]:
    """What each column means: first those that can mean one thing only."""
    found: dict[int, Column] = {}
    used: set[tuple[str, str]] = set()
    cells = [(index, text_of(cell)) for index, cell in enumerate(header.cells) if cell is not None]
    options = {index: _options(heading, told) for index, heading in cells}
    for index, heading in sorted(cells, key=lambda cell: len(options[cell[0]])):
        some = options[index]
        meaning = next((one for one in some if one is None or one not in used), None)
        if meaning is None and None not in some and some:
            meaning = some[0]  # a second column for the same: a problem
        if meaning is not None:
            used.add(meaning)
        found[index] = _column(index, heading, meaning, told)
    return tuple(found[index] for index, _ in cells)


def _options(heading: str, told: ColumnMap) -> tuple[Meaning, ...]:
    """The meanings that a heading may have."""
    key = heading_key(heading)
    for name, path in told.columns.items():
        if heading_key(name) == key:
            return (meaning_of(path),) if path != LEFT_OUT else ()
    return meanings().get(key, ())


def _column(index: int, heading: str, meaning: Meaning, told: ColumnMap) -> Column:
    """A column with its meaning, or why it has none."""
    if meaning is not None:
        return Column(index, heading, Taken.YES, *meaning)
    key = heading_key(heading)
    if key in passed_over() or key in {heading_key(name) for name in told.columns}:
        return Column(index, heading, Taken.LEFT_OUT)
    if key in filled_by_program():
        return Column(index, heading, Taken.BY_PROGRAM)
    return Column(index, heading)


def _unknown(header: Line, columns: Sequence[Column], told: ColumnMap) -> list[Problem]:
    """A map file that speaks of columns that are not there is another file's."""
    there = {heading_key(column.heading) for column in columns}
    return [
        Problem("", "map_unknown_column", header.number, {"name": name})
        for name in told.columns
        if heading_key(name) not in there
    ]


def _twice(header: Line, columns: Sequence[Column], kinds: Sequence[CardKind]) -> list[Problem]:
    """Two columns that would fill the same field: one would silently overwrite the other."""
    problems: dict[int, Problem] = {}
    for kind in kinds:
        for path, some in paths(columns, kind).items():
            first: dict[str, Column] = {}
            for column in some:
                other = first.setdefault(column.part, column)
                if other is not column:
                    facts: dict[str, object] = {"first": other.heading, "second": column.heading}
                    twice = Problem(path, "two_columns", header.number, facts)
                    problems.setdefault(column.index, twice)
    return list(problems.values())


def paths(columns: Sequence[Column], kind: CardKind) -> dict[str, list[Column]]:
    """Resolved path -> the columns that fill it on one kind of card, in the file's order."""
    named = any(column.path == FULL_NAME for column in columns)
    found: dict[str, list[Column]] = {}
    for column in columns:
        if column.taken is not Taken.YES:
            continue
        path = resolve(kind, column.path)
        if column.path == PERSON and not column.part and named:
            path = f"{CONTACT}name"  # beside 客户名称 a 姓名 is somebody else
        if path is not None:
            found.setdefault(path, []).append(column)
    return found
