"""From what was typed in rows to what is stored: new rows get numbers, ticks are put right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Protocol

from model.cards.characters import one_line
from model.cards.checked import Checked, Explicit, is_warning
from model.cards.checks import check
from model.cards.definition import Field, Kind
from model.cards.paths import COLUMNS, REQUIRED, RowPath, column_path, parts_of, row_path
from model.cards.row_rules import TICK_OF_TABLE, doubled_years, put_right
from model.cards.rows import Row, RowKey, has_content, rows_after
from model.errors import Problem

_ORDER = {table: place for place, table in enumerate(COLUMNS)}


class Standing(Protocol):
    """The card so far, as far as its rows are concerned (`model.cards.contents.Contents`)."""

    @property
    def children(self) -> Mapping[str, tuple[Row, ...]]:
        """Its rows by table."""

    @property
    def next_row_no(self) -> int:
        """Number of its next row."""


@dataclass
class RowsEntered:
    """Checked changes of a card's rows.

    Attributes:
        values: path with the row's real number -> new value, None for an emptied cell; people by
            name, whoever that is.
        removed: rows that are taken out, by table and number.
        numbered: a new row as it was typed (`contacts#+1`) -> the number it gets.
        next_row_no: number of the next row after this change.
        problems: what is wrong or odd, each naming the path as it was typed.
    """

    values: dict[str, Any] = field(default_factory=dict)
    removed: tuple[RowKey, ...] = ()
    numbered: dict[str, int] = field(default_factory=dict)
    next_row_no: int = 1
    problems: list[Problem] = field(default_factory=list)


@dataclass
class _Typed:
    """One row as it was typed.

    Attributes:
        place: its table and number.
        before: what stands in it; None for a row that is not there.
        values: column -> value of what changes.
        removed: it is to be taken out.
    """

    place: RowPath
    before: Row | None
    values: dict[str, Any] = field(default_factory=dict)
    removed: bool = False

    @property
    def after(self) -> Row:
        """The row as it will stand."""
        merged = {**(self.before or {}), **self.values}
        return {name: value for name, value in merged.items() if value is not None}


def enter_rows(
    texts: Mapping[str, str],
    before: Standing,
    today: date,
    area_code: str,
    again: Collection[RowKey] = (),
) -> RowsEntered:
    """Check what was typed in rows; what says the same as before is no change.

    Args:
        texts: path of a row or column -> text as typed.
        before: the card so far.
        today: the office's calendar day.
        area_code: the office's own, for telephone numbers without one.
        again: rows that were taken out and may come back under their number.
    """
    entered = RowsEntered(next_row_no=before.next_row_no)
    rows: dict[str, _Typed] = {}
    for path, text in texts.items():
        _type(path, text, rows, before, (today, area_code), again, entered.problems)
    _drop_emptied(rows.values())
    _number(rows, entered)
    _require(rows.values(), entered.problems)
    _take_over(rows.values(), before, entered)
    return entered


def _type(
    path: str,
    text: str,
    rows: dict[str, _Typed],
    before: Standing,
    source: tuple[date, str],
    again: Collection[RowKey],
    problems: list[Problem],
) -> None:
    """Put one text in its row, or say what is wrong with it."""
    place = row_path(path)
    if place is None or (place.column and place.column not in COLUMNS[place.table]):
        problems.append(Problem(path, "no_such_field"))
        return
    whole = replace(place, column="")
    row = rows.get(str(whole)) or _Typed(whole, _row_of(before, place))
    if row.before is None and not _may_be_new(place, again):
        if place.column:
            problems.append(Problem(path, "no_such_row"))
        return
    rows[str(whole)] = row
    if place.column:
        _enter_column(path, text, row, COLUMNS[place.table][place.column], source, problems)
    elif text.strip():
        problems.append(Problem(path, "not_typed"))
    else:
        row.removed = True


def _may_be_new(place: RowPath, again: Collection[RowKey]) -> bool:
    """Whether a row that is not on the card may be typed."""
    return place.is_new or (place.table, place.number) in again


def _row_of(before: Standing, place: RowPath) -> Row | None:
    """The row as it stands on the card."""
    if place.is_new:
        return None
    rows = before.children.get(place.table, ())
    return next((row for row in rows if row["row_no"] == place.number), None)


def _enter_column(
    path: str,
    text: str,
    row: _Typed,
    column: Field,
    source: tuple[date, str],
    problems: list[Problem],
) -> None:
    """Check one cell of a row."""
    checked = check_column(column, text, *source)
    before = (row.before or {}).get(column.identifier)
    if not checked.errors and checked.value == before:
        return
    if not column.editable:
        problems.append(Problem(path, "not_typed"))
        return
    problems.extend(replace(problem, field=path) for problem in checked.problems)
    row.values[column.identifier] = checked.value


def check_column(column: Field, text: str, today: date, area_code: str) -> Checked:
    """A cell of a row: it has no place for 无 beside its value, and an empty box is an empty cell.

    Where words may stand, 无 is kept as one; elsewhere it says that nothing is known.
    """
    checked = check(column, text, today, area_code)
    if isinstance(checked.value, Explicit):
        free = column.kind in {Kind.LINE, Kind.TEXT} and not column.pattern
        return Checked(one_line(text).strip() if free else None)
    return replace(checked, value=None) if checked.value is False else checked


def _drop_emptied(rows: Iterable[_Typed]) -> None:
    """A row of which nothing is left is taken out."""
    for row in rows:
        if row.before is not None and row.values and not has_content(row.after):
            row.removed = True


def _number(rows: dict[str, _Typed], entered: RowsEntered) -> None:
    """Give the new rows their numbers, in the order of the typist's own."""
    new = [row for row in rows.values() if row.place.is_new and row.after and not row.removed]
    for row in sorted(new, key=lambda row: (row.place.number, _ORDER[row.place.table])):
        entered.numbered[str(row.place)] = entered.next_row_no
        entered.next_row_no += 1


def _require(rows: Iterable[_Typed], problems: list[Problem]) -> None:
    """A row that is new, or loses what names it, must have what a row cannot do without."""
    wrong = {problem.field for problem in problems if not is_warning(problem)}
    for row in rows:
        if row.removed or not (row.values or row.before is None) or not row.after:
            continue
        for column in REQUIRED[row.place.table]:
            path = str(replace(row.place, column=column))
            emptied = row.before is None or column in row.before
            if column not in row.after and emptied and path not in wrong:
                problems.append(Problem(path, "required"))


def _take_over(rows: Iterable[_Typed], before: Standing, entered: RowsEntered) -> None:
    """The typed rows under their real numbers, with the ticks that follow."""
    there = [row for row in rows if row.before is not None or row.after]
    removed = []
    ticks: dict[str, list[tuple[int, bool]]] = {}
    typed_as: dict[RowKey, str] = {}
    for row in there:
        table = row.place.table
        number = entered.numbered.get(str(row.place)) or row.place.number
        if row.removed:
            if row.before is not None:
                removed.append((table, number))
            continue
        typed_as[table, number] = str(row.place)
        for column, value in row.values.items():
            entered.values[column_path(table, number, column)] = value
        if (tick := TICK_OF_TABLE.get(table)) in row.values:
            ticks.setdefault(table, []).append((number, bool(row.values[tick])))
    entered.removed = tuple(removed)
    _put_right(before, entered, ticks)
    _refuse_doubled_years(before, entered, typed_as)


def _put_right(
    before: Standing, entered: RowsEntered, ticks: Mapping[str, Sequence[tuple[int, bool]]]
) -> None:
    """Set and take away the ticks of which a table has only one."""
    after = rows_after(before.children, entered.values, entered.removed)
    touched = {table for table, _ in entered.removed} | {
        path.partition("#")[0] for path in entered.values
    }
    for table in touched:
        ticked = [number for number, on in ticks.get(table, []) if on]
        unticked = {number for number, on in ticks.get(table, []) if not on}
        for path, value in put_right(table, after[table], ticked, unticked).items():
            place = parts_of(path)
            stood = _row_of(before, place)
            if value is None and not (stood or {}).get(place.column):
                entered.values.pop(path, None)
            else:
                entered.values[path] = value
    _forget_what_stands(before, entered)


def _forget_what_stands(before: Standing, entered: RowsEntered) -> None:
    """Drop what says the same as before: a tick that was put back."""
    for path, value in list(entered.values.items()):
        place = parts_of(path)
        stood = _row_of(before, place)
        if stood is not None and stood.get(place.column) == value:
            del entered.values[path]


def _refuse_doubled_years(
    before: Standing, entered: RowsEntered, typed_as: Mapping[RowKey, str]
) -> None:
    """One row a year."""
    after = rows_after(before.children, entered.values, entered.removed)
    typed = {
        number
        for (table, number) in typed_as
        if column_path(table, number, "year") in entered.values
    }
    for number in doubled_years(after["sales_history"], typed):
        path = f"{typed_as['sales_history', number]}.year"
        entered.problems.append(Problem(path, "year_twice"))
