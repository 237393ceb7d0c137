"""What must hold among the rows of one table, and what is put right along with a change.

Exactly one of the contacts who are still there is the primary one, at most one need is the most
important, each year has one row (domain.md §2.5, §2.6).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from model.cards.paths import column_path
from model.cards.rows import Row


def put_right(
    table: str, rows: Sequence[Row], ticked: Sequence[int], unticked: Collection[int] = ()
) -> dict[str, Any]:
    """The ticks that follow from a change.

    Args:
        table: the child table.
        rows: its rows as they were typed.
        ticked: numbers of the rows whose own tick of the table was set just now, in the order of
            typing; the last one counts.
        unticked: numbers of those whose tick was taken away: another comes before them.

    Returns:
        Path -> True or None, only for rows whose tick changes.
    """
    if table == "contacts":
        return _one_ticked(table, "is_primary", rows, _primary(rows, ticked, unticked))
    if table == "needs":
        return _one_ticked(table, "is_top", rows, _top(rows, ticked))
    return {}


TICK_OF_TABLE = {"contacts": "is_primary", "needs": "is_top"}
"""The tick that only one row of a table may carry."""


def _primary(rows: Sequence[Row], ticked: Sequence[int], unticked: Collection[int]) -> int | None:
    """The primary contact's number: ticked, or primary so far, or the first who is there."""
    here = [row for row in rows if row.get("left_on") is None]
    here.sort(key=lambda row: (row["row_no"] in unticked, not row.get("is_primary"), row["row_no"]))
    numbers = [int(row["row_no"]) for row in here]
    chosen = [number for number in ticked if number in numbers]
    return next(iter(chosen[-1:] or numbers), None)


def _top(rows: Sequence[Row], ticked: Sequence[int]) -> int | None:
    """The number of the most important need, if there is one."""
    so_far = [int(row["row_no"]) for row in rows if row.get("is_top")]
    there = {int(row["row_no"]) for row in rows}
    chosen = [number for number in ticked if number in there]
    return next(iter(chosen[-1:] or so_far), None)


def _one_ticked(table: str, column: str, rows: Sequence[Row], number: int | None) -> dict[str, Any]:
    """The ticks to set and take away so that only this row carries one."""
    found: dict[str, Any] = {}
    for row in rows:
        wanted = row["row_no"] == number
        if bool(row.get(column)) != wanted:
            found[column_path(table, row["row_no"], column)] = True if wanted else None
    return found


def doubled_years(rows: Sequence[Row], typed: Collection[int]) -> Iterator[int]:
    """Numbers of the rows whose year was typed just now and stands in another row too."""
    years = [row.get("year") for row in rows]
    for row in rows:
        year = row.get("year")
        if row["row_no"] in typed and year is not None and years.count(year) > 1:
            yield int(row["row_no"])
