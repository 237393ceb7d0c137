"""The rows of a card's tables while they are typed: which there are, and what stands in them.

Every rule is `model`'s; this only tells the typist's own numbers from the real ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from model.cards.cards import CardView
from model.cards.contents import Contents
from model.cards.paths import COLUMNS, TABLE_LABELS, column_path, row_path
from model.cards.row_entering import RowsEntered, enter_rows
from model.cards.rows import Row, rows_after
from model.errors import Problem

FIRST = "+1"


@dataclass(frozen=True)
class RowsNow:
    """The rows as they stand with what is typed.

    Attributes:
        children: the rows by table, computed columns included, as `CardView.children`.
        by_key: table -> number of a row as the typist writes it -> the row.
        problems: what is wrong with what is typed, each naming the path as typed.
    """

    children: dict[str, tuple[Row, ...]]
    by_key: dict[str, dict[str, Row]]
    problems: tuple[Problem, ...] = field(default=())


def rows_now(view: CardView, typed: Mapping[str, str], today: date, area_code: str) -> RowsNow:
    """Put what is typed into the rows.

    Args:
        view: the card as read.
        typed: path -> text of everything that is typed on it.
        today: the office's calendar day.
        area_code: the office's own, for telephone numbers without one.
    """
    texts = {path: text for path, text in typed.items() if row_path(path) is not None}
    children: dict[str, tuple[Row, ...]] = {
        table: tuple(view.children.get(table, ())) for table in TABLE_LABELS
    }
    entered = RowsEntered()
    if texts:
        before = Contents(view.kind, view.values, view.explicit, children, _next_number(children))
        entered = enter_rows(texts, before, today, area_code)
        children = {**children, **rows_after(children, _plain(entered.values), entered.removed)}
    by_key = {table: _by_key(table, children, view, texts, entered) for table in TABLE_LABELS}
    return RowsNow({**view.children, **children}, by_key, tuple(entered.problems))


def _next_number(children: Mapping[str, tuple[Row, ...]]) -> int:
    return 1 + max((int(row["row_no"]) for rows in children.values() for row in rows), default=0)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values as a view holds them: people by name."""
    return {path: getattr(value, "name", value) for path, value in values.items()}


def _by_key(
    table: str,
    children: Mapping[str, tuple[Row, ...]],
    view: CardView,
    texts: Mapping[str, str],
    entered: RowsEntered,
) -> dict[str, Row]:
    """The rows in the order in which they were read, new ones behind them.

    They are not arranged anew while somebody types: a row must not move under the cursor.
    """
    there = {int(row["row_no"]): row for row in children[table]}
    found = {
        str(row["row_no"]): there[int(row["row_no"])]
        for row in view.children.get(table, ())
        if int(row["row_no"]) in there
    }
    for key in sorted(_new_keys(table, texts), key=int):
        number = entered.numbered.get(f"{table}#{key}")
        found[key] = there.get(number, {}) if number is not None else {}
    return found


def _new_keys(table: str, texts: Mapping[str, str]) -> set[str]:
    """The typist's numbers of the new rows in which something stands."""
    found = set()
    for path in texts:
        row = row_path(path)
        if row is not None and row.table == table and row.is_new and row.column:
            found.add(row.row)
    return found


def next_key(keys: Mapping[str, Row]) -> str:
    """The number under which the next new row of a table is typed."""
    new = [int(key) for key in keys if key.startswith("+")]
    return f"+{max(new) + 1}" if new else FIRST


def paths_of_row(table: str, key: str) -> list[str]:
    """The paths of all columns of a row."""
    return [column_path(table, key, column) for column in COLUMNS[table]]
