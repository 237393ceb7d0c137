"""The first part of an import: a file read, its columns understood, its cells checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from model.cards.definition import CardKind
from model.errors import Problem
from model.exchange.examining import Row, Sheet, examine
from model.exchange.map_file import ColumnMap, read_map
from model.exchange.matching import Matched, match, paths
from model.exchange.outcomes import ImportOptions
from model.exchange.reading import read_source
from model.exchange.sheets import SourceFile
from model.exchange.targets import DISTRICT, FULL_NAME, PERSON, REP
from model.office.office_settings import setting_value
from model.progress import Progress


@dataclass(frozen=True)
class Begun:
    """A file read, matched and checked; nothing of the cabinet looked up yet.

    Attributes:
        source: the file.
        matched: its sheet, with the columns understood.
        column_problems: why no row can be taken as the columns stand; then none was checked.
        rows: the checked rows.
        left_out: warnings about rows that are no customers.
        rep: the rep named for all rows; mostly empty.
    """

    source: SourceFile
    matched: Matched
    column_problems: tuple[Problem, ...]
    rows: Sequence[Row]
    left_out: Sequence[Problem]
    rep: str


def begin(
    source: Path, options: ImportOptions, now: datetime, progress: Progress, parts: int
) -> Begun:
    """Read and check a file; the cabinet is only asked for the office's area code.

    Args:
        source: the file.
        options: how it is to be taken.
        now: office wall-clock time.
        progress: told (done, total).
        parts: how many parts as long as this one the whole work has.

    Raises:
        UnreadableFileError: the file, or the map file, cannot be read.
        BadInputError: the map file says what means nothing.
    """
    told = _told(options)
    file = read_source(source, progress, told.encoding)
    matched = match(file, told, [CardKind(options.kind)])
    everywhere = {REP: options.rep.strip(), DISTRICT: options.district.strip()}
    sheet = Sheet(
        matched=matched,
        defaults=told.defaults,
        kind=CardKind(options.kind),
        everywhere={path: text for path, text in everywhere.items() if text},
        today=now.date(),
        area_code=str(setting_value("area_code")),
    )
    problems = (*matched.problems, *_missing(sheet))
    if problems:
        return Begun(file, matched, problems, (), (), everywhere[REP])
    total = parts * len(matched.rows)
    rows, left_out = examine(sheet, lambda done, _: progress(done, total))
    return Begun(file, matched, (), rows, left_out, everywhere[REP])


def _told(options: ImportOptions) -> ColumnMap:
    """What the map file says, and over it what the person chose."""
    told = read_map(options.map_file) if options.map_file else ColumnMap()
    return replace(
        told,
        sheet=options.sheet or told.sheet,
        header_row=options.header_row or told.header_row,
        encoding=options.encoding or told.encoding,
    )


def _missing(sheet: Sheet) -> list[Problem]:
    """The whole columns that a file lacks: one problem for each instead of one per row."""
    there = set(sheet.everywhere) | set(sheet.defaults)
    there |= {column.path for column in sheet.matched.taken()}
    there |= set(paths(sheet.matched.columns, sheet.kind))
    if PERSON in there:
        there.add(FULL_NAME)
    return [
        Problem(path, "column_missing", sheet.matched.header.number)
        for path in (FULL_NAME, REP, DISTRICT)
        if path not in there
    ]
