"""Customers brought in from a file: looked at first, then taken over (旧卡入柜).

A preview, a dry run and the real import go the same way up to the moment of writing, so that what
is shown is what happens. Decisions: docs/decisions/0006-import.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from model.cards.definition import CardKind
from model.errors import BadInputError, Problem
from model.exchange.examining import Row, Sheet, examine
from model.exchange.filing import (
    NewDistrict,
    Prepared,
    file_rows,
    names_of_new_districts,
    prepare,
)
from model.exchange.judging import Judged, judge
from model.exchange.map_file import ColumnMap, read_map
from model.exchange.matching import Column, Matched, match, paths
from model.exchange.reading import read_source
from model.exchange.rejected_file import write_rejected
from model.exchange.sheets import Progress, SourceFile, text_of
from model.exchange.targets import DISTRICT, FULL_NAME, KIND, PERSON, REP
from model.office import audit
from model.office.counters import next_number
from model.office.desk import Desk
from model.office.office_settings import setting_value
from model.office.rights import Right, act
from model.storage.database import reading, writing
from model.words import words_in

_ROWS_SHOWN = 100


@dataclass(frozen=True)
class ImportOptions:
    """How a file is to be taken.

    Attributes:
        map_file: which column is which field, where the headings do not tell.
        kind: of rows without a kind column.
        rep: one rep for all rows, whatever their cells say.
        district: one district for all rows, likewise.
        skip_rejected: take the other rows although some are rejected.
        dry_run: do everything but write.
        sheet: name of the sheet; empty: find it.
        header_row: row of the headings; 0: find it.
        encoding: of a list in text; empty: find it out.
        language: `zh` or `en`, of the file of rejected rows.
    """

    map_file: Path | None = None
    kind: CardKind | str = CardKind.COMPANY
    rep: str = ""
    district: str = ""
    skip_rejected: bool = False
    dry_run: bool = False
    sheet: str = ""
    header_row: int = 0
    encoding: str = ""
    language: str = "zh"


@dataclass(frozen=True)
class Preview:
    """What an import would do.

    Attributes:
        encoding: `xlsx`, or how the list's characters were read.
        sheet: name of the sheet; empty for a list in text.
        sheets: names of all visible sheets.
        header_row: number of the row of the headings.
        columns: what each column becomes.
        rows: (row number, its cells as text) of the first rows.
        added: rows that would become cards.
        updated: always 0: an import changes no card that is there.
        duplicate: rows of customers who are there already.
        rejected: rows that cannot be taken.
        new_districts: districts that would be made; their drawers are not known yet.
        problems: why rows are rejected or duplicates, in the file's order.
        warnings: what a person should look at; stops nothing.
        needs_skip: whether nothing is written unless `skip_rejected` is chosen.
    """

    encoding: str
    sheet: str
    sheets: tuple[str, ...]
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    added: int
    updated: int
    duplicate: int
    rejected: int
    new_districts: tuple[NewDistrict, ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    needs_skip: bool


@dataclass(frozen=True)
class ImportResult:
    """What an import did.

    Attributes:
        import_run: number of the import; empty for a dry run, and when nothing was added.
        added: cards taken over.
        updated: always 0: an import changes no card that is there.
        duplicate: rows of customers who are there already.
        rejected: rows that were left out.
        new_districts: districts that were made.
        problems: why rows were rejected or are duplicates, in the file's order.
        warnings: what a person should look at.
        rejected_file: where the rows that were not taken stand; None without any.
    """

    import_run: str
    added: int
    updated: int
    duplicate: int
    rejected: int
    new_districts: tuple[NewDistrict, ...] = ()
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    rejected_file: Path | None = None


@dataclass(frozen=True)
class _Begun:
    """A file read, matched and checked; nothing of the cabinet looked up yet."""

    source: SourceFile
    matched: Matched
    rows: Sequence[Row]
    left_out: Sequence[Problem]
    rep: str


@dataclass
class _Outcome:
    """All rows judged."""

    judged: Sequence[Judged]
    left_out: Sequence[Problem]
    new: list[Judged] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.new = [one for one in self.judged if one.is_new]

    @property
    def rejected(self) -> int:
        """How many rows cannot be taken."""
        return sum(1 for one in self.judged if one.problems)

    @property
    def duplicate(self) -> int:
        """How many rows are of customers who are there already."""
        return len(self.judged) - len(self.new) - self.rejected

    @property
    def needs_skip(self) -> bool:
        """Whether somebody must say that the other rows are wanted.

        A file of nothing but duplicates asks for nothing: there is no other row, and the same
        file once more is no mistake.
        """
        return bool(self.rejected or (self.duplicate and self.new))

    def problems(self) -> tuple[Problem, ...]:
        """Why rows are not taken."""
        return tuple(problem for one in self.judged for problem in one.refusals)

    def warnings(self) -> tuple[Problem, ...]:
        """What a person should look at in the rows that are taken."""
        found = [*self.left_out, *(problem for one in self.new for problem in one.warnings)]
        return tuple(sorted(found, key=lambda problem: problem.row or 0))

    def counts(self) -> dict[str, int]:
        """How many rows are what, by the glossary's identifiers."""
        return {
            "added": len(self.new),
            "updated": 0,
            "duplicate": self.duplicate,
            "rejected": self.rejected,
        }


def no_progress(done: int, total: int) -> None:
    """For whoever does not want to be told."""


@act(Right.IMPORT_CARDS)
def preview_import(
    desk: Desk,
    source: Path,
    options: ImportOptions,
    now: datetime,
    progress: Progress = no_progress,
) -> Preview:
    """Look what an import would do; nothing is written.

    Args:
        desk: a clerk or manager.
        source: an .xlsx workbook or a .csv list.
        options: how it is to be taken.
        now: office wall-clock time.
        progress: told (done, total); whatever it raises stops the work.

    Raises:
        UnreadableFileError: the file, or the map file, cannot be read.
        BadInputError: the columns cannot be told apart, or one is missing that must be there.
        NotFoundError: the rep named for all rows is not on the staff.
    """
    del desk
    begun = _begin(source, options, now, progress, parts=1)
    with reading():
        outcome = _Outcome(judge(begun.rows, begun.rep), begun.left_out)
    width = len(begun.matched.header.cells)
    return Preview(
        encoding=begun.source.encoding,
        sheet=begun.matched.sheet.name,
        sheets=tuple(sheet.name for sheet in begun.source.sheets if sheet.name),
        header_row=begun.matched.header.number,
        columns=begun.matched.columns,
        rows=tuple(
            (line.number, tuple(text_of(cell) for cell in line.cells[:width]))
            for line in begun.matched.rows[:_ROWS_SHOWN]
        ),
        added=len(outcome.new),
        updated=0,
        duplicate=outcome.duplicate,
        rejected=outcome.rejected,
        new_districts=tuple(names_of_new_districts(outcome.new)),
        problems=outcome.problems(),
        warnings=outcome.warnings(),
        needs_skip=outcome.needs_skip,
    )


@act(Right.IMPORT_CARDS)
def import_cards(
    desk: Desk,
    source: Path,
    options: ImportOptions,
    now: datetime,
    progress: Progress = no_progress,
) -> ImportResult:
    """Take the customers of a file over: all rows, or none, or all but the rejected.

    Args:
        desk: a clerk or manager.
        source: an .xlsx workbook or a .csv list.
        options: how it is to be taken.
        now: office wall-clock time.
        progress: told (done, total); whatever it raises stops the work and undoes it.

    Raises:
        UnreadableFileError: the file, or the map file, cannot be read.
        BadInputError: rows are rejected, or duplicates stand among new rows, and `skip_rejected`
            was not chosen; nothing was written but the file of these rows, which
            `values["rejected_file"]` names.
        NotFoundError: the rep named for all rows is not on the staff.
    """
    begun = _begin(source, options, now, progress, parts=3)
    with reading():
        outcome = _Outcome(judge(begun.rows, begun.rep), begun.left_out)
    refused = outcome.needs_skip and not options.skip_rejected
    if options.dry_run or refused or not outcome.new:
        return _not_written(begun, outcome, options, refused)
    prepared = _prepared(outcome.new, now, progress)
    with writing():
        # Someone may have filed cards meanwhile: judged again, now that nobody else can write.
        outcome = _Outcome(judge(begun.rows, begun.rep), begun.left_out)
        refused = outcome.needs_skip and not options.skip_rejected
        if not refused and outcome.new:
            ready = [_fitting(prepared, one, now) for one in outcome.new]
            run, made = _write(desk, begun, outcome, ready, now, _third(progress, 2, outcome.new))
    if refused or not outcome.new:
        return _not_written(begun, outcome, options, refused)
    done = _result(outcome, run, tuple(made))
    return _with_rejected_file(done, begun, outcome, options)


def _begin(
    source: Path, options: ImportOptions, now: datetime, progress: Progress, parts: int
) -> _Begun:
    """Read the file, understand its columns, check its cells: the first part of the work."""
    told = _told(options)
    file = read_source(source, progress, told.encoding)
    kind = CardKind(options.kind)
    matched = match(file, told, [kind])
    if any(column.path == KIND for column in matched.taken()):
        match(file, told, list(CardKind))
    everywhere = {REP: options.rep.strip(), DISTRICT: options.district.strip()}
    sheet = Sheet(
        matched=matched,
        defaults=told.defaults,
        kind=kind,
        everywhere={path: text for path, text in everywhere.items() if text},
        today=now.date(),
        area_code=str(setting_value("area_code")),
    )
    _refuse_missing(sheet)
    total = parts * len(matched.rows)
    rows, left_out = examine(sheet, lambda done, _: progress(done, total))
    return _Begun(file, matched, rows, left_out, everywhere[REP])


def _told(options: ImportOptions) -> ColumnMap:
    """What the map file says, and over it what the person chose."""
    told = read_map(options.map_file) if options.map_file else ColumnMap()
    return replace(
        told,
        sheet=options.sheet or told.sheet,
        header_row=options.header_row or told.header_row,
        encoding=options.encoding or told.encoding,
    )


def _refuse_missing(sheet: Sheet) -> None:
    """Refuse a file that lacks a whole column, with one problem instead of one per row."""
    there = set(sheet.everywhere) | set(sheet.defaults)
    there |= {column.path for column in sheet.matched.taken()}
    there |= set(paths(sheet.matched.columns, sheet.kind))
    if PERSON in there:
        there.add(FULL_NAME)
    problems = [
        Problem(path, "column_missing", sheet.matched.header.number)
        for path in (FULL_NAME, REP, DISTRICT)
        if path not in there
    ]
    if problems:
        raise BadInputError(problems)


def _third(progress: Progress, number: int, new: Sequence[object]) -> Callable[[int], None]:
    """Progress of the second and third part of the work, which are as long as the first."""
    total = 3 * len(new)
    return lambda done: progress(number * len(new) + done, total)


def _prepared(new: Sequence[Judged], now: datetime, progress: Progress) -> dict[int, Prepared]:
    """Row number -> the columns that can be known before the transaction begins."""
    report = _third(progress, 1, new)
    found = {}
    for done, one in enumerate(new):
        if done % 20 == 0:
            report(done)
        found[one.row.number] = prepare(one, now.date())
    return found


def _fitting(prepared: Mapping[int, Prepared], one: Judged, now: datetime) -> Prepared:
    """The prepared columns of a row, made again when somebody took its short name meanwhile."""
    ready = prepared.get(one.row.number)
    if ready is not None and (ready.get("short_name") or "") == one.short_name:
        return ready
    return prepare(one, now.date())


def _write(
    desk: Desk,
    begun: _Begun,
    outcome: _Outcome,
    ready: Sequence[Prepared],
    now: datetime,
    report: Callable[[int], None],
) -> tuple[str, list[NewDistrict]]:
    """Write the cards and the import's own line in the log."""
    run = f"I{next_number('import'):05d}"
    made = file_rows(desk, outcome.new, ready, run, now, report)
    facts = {
        "file": begun.source.path.name,
        "sheet": begun.matched.sheet.name,
        "sha256": begun.source.sha256,
        "columns": {column.heading: column.path for column in begun.matched.taken()},
        **outcome.counts(),
    }
    audit.log(desk, audit.Event.IMPORT, now, kind="import", subject=run, after=facts)
    return run, made


def _not_written(
    begun: _Begun, outcome: _Outcome, options: ImportOptions, refused: bool
) -> ImportResult:
    """What is told when the cabinet was left as it was.

    Raises:
        BadInputError: because rows are in the way.
    """
    if not refused:
        made = tuple(names_of_new_districts(outcome.new))
        return _result(outcome, "", made)
    result = _with_rejected_file(_result(outcome, "", ()), begun, outcome, options)
    unwritten = [p for p in result.warnings if p.reason == "rejected_file_not_written"]
    values = {**outcome.counts(), "added": 0, "rejected_file": result.rejected_file}
    raise BadInputError([*result.problems, *unwritten], **values)


def _result(outcome: _Outcome, run: str, made: tuple[NewDistrict, ...]) -> ImportResult:
    """The counts and remarks as a result."""
    return ImportResult(
        import_run=run,
        added=len(outcome.new),
        updated=0,
        duplicate=outcome.duplicate,
        rejected=outcome.rejected,
        new_districts=made,
        problems=outcome.problems(),
        warnings=outcome.warnings(),
    )


def _with_rejected_file(
    result: ImportResult, begun: _Begun, outcome: _Outcome, options: ImportOptions
) -> ImportResult:
    """The result with the file of the rows that were not taken, where there are any."""
    if options.dry_run or not (outcome.rejected or outcome.duplicate):
        return result
    path = begun.source.path
    written = write_rejected(path, begun.matched, outcome.judged, words_in(options.language))
    if written is None:
        folder: dict[str, object] = {"folder": str(path.parent)}
        unwritten = Problem("", "rejected_file_not_written", values=folder)
        return replace(result, warnings=(*result.warnings, unwritten))
    return replace(result, rejected_file=written)
