"""Customers brought in from a file: looked at first, then taken over (旧卡入柜).

A preview, a dry run and the real import go the same way up to the moment of writing, so that what
is shown is what happens. Decisions: docs/decisions/0006-import.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from model.errors import BadInputError, Problem
from model.exchange.beginning import Begun, begin
from model.exchange.filing import (
    NewDistrict,
    Prepared,
    file_rows,
    names_of_new_districts,
    prepare,
)
from model.exchange.judging import Judged, judge
from model.exchange.outcomes import ImportOptions, ImportResult, Outcome, Preview
from model.exchange.rejected_file import write_rejected
from model.exchange.sheets import text_of
from model.office import audit
from model.office.counters import next_number
from model.office.desk import Desk
from model.office.rights import Right, act
from model.progress import Progress, silent
from model.storage.database import reading, writing
from model.words import words_in

__all__ = ["ImportOptions", "ImportResult", "Preview", "import_cards", "preview_import"]

_ROWS_SHOWN = 100


@act(Right.IMPORT_CARDS)
def preview_import(
    desk: Desk,
    source: Path,
    options: ImportOptions,
    now: datetime,
    progress: Progress = silent,
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
        BadInputError: the map file says what means nothing.
        NotFoundError: the rep named for all rows is not on the staff.
    """
    del desk
    begun = begin(source, options, now, progress, parts=1)
    with reading():
        outcome = Outcome(judge(begun.rows, begun.rep), begun.left_out)
    width = len(begun.matched.header.cells)
    return Preview(
        encoding=begun.source.encoding,
        sheet=begun.matched.sheet.name,
        sheets=tuple(sheet.name for sheet in begun.source.sheets if sheet.name),
        header_row=begun.matched.header.number,
        columns=begun.matched.columns,
        column_problems=begun.column_problems,
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
    progress: Progress = silent,
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
        BadInputError: columns are missing or cannot be told apart; or rows are rejected, or
            duplicates stand among new rows, and `skip_rejected` was not chosen; nothing was
            written but the file of these rows, which `values["rejected_file"]` names.
        NotFoundError: the rep named for all rows is not on the staff.
    """
    begun = begin(source, options, now, progress, parts=3)
    if begun.column_problems:
        raise BadInputError(begun.column_problems)
    with reading():
        outcome = Outcome(judge(begun.rows, begun.rep), begun.left_out)
    refused = outcome.needs_skip and not options.skip_rejected
    if options.dry_run or refused or not outcome.new:
        return _not_written(begun, outcome, options, refused)
    prepared = _prepared(outcome.new, now, progress)
    with writing():
        # Someone may have filed cards meanwhile: judged again, now that nobody else can write.
        outcome = Outcome(judge(begun.rows, begun.rep), begun.left_out)
        refused = outcome.needs_skip and not options.skip_rejected
        if not refused and outcome.new:
            ready = [_fitting(prepared, one, now) for one in outcome.new]
            run, made = _write(desk, begun, outcome, ready, now, _third(progress, 2, outcome.new))
    if refused or not outcome.new:
        return _not_written(begun, outcome, options, refused)
    done = _result(outcome, run, tuple(made))
    return _with_rejected_file(done, begun, outcome, options)


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
    begun: Begun,
    outcome: Outcome,
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
    begun: Begun, outcome: Outcome, options: ImportOptions, refused: bool
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


def _result(outcome: Outcome, run: str, made: tuple[NewDistrict, ...]) -> ImportResult:
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
    result: ImportResult, begun: Begun, outcome: Outcome, options: ImportOptions
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
