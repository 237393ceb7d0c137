"""Queries and writes whose SQL is written once: for wide tables that takes longer than running it.

Peewee writes a query's SQL anew each time; for the hundred columns of a card this takes a
millisecond, four times as long as the database needs to answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from peewee import SQL

from model.storage.database import database


class Prepared:
    """A query over one table, with holes where values come in.

    Args:
        make: makes the query; called once, with the hole. No other value may stand in the query.
            Values come as the engine takes them: dates and texts as they are, money as fen.
    """

    def __init__(self, make: Callable[[SQL], Any]) -> None:
        self._make = make
        self._sql = ""
        self._table: Any = None

    def __call__(self, *values: object) -> Any:
        """The query with its holes filled, in order: rows as models, or `.dicts()`, `.tuples()`."""
        if not self._sql:
            self._write()
        return self._table.raw(self._sql, *values)

    def first(self, *values: object) -> Any:
        """Its first row, or None."""
        return next(iter(self(*values)), None)

    def bare(self, *values: object) -> Iterable[tuple[Any, ...]]:
        """Its rows as the engine gives them, for long lists: dates are text, money is fen."""
        if not self._sql:
            self._write()
        rows: Iterable[tuple[Any, ...]] = database.execute_sql(self._sql, values)
        return rows

    def run(self, *values: object) -> None:
        """Run an insert or update, which gives no rows."""
        if not self._sql:
            self._write()
        database.execute_sql(self._sql, values)

    def _write(self) -> None:
        query = self._make(SQL(database.param))
        sql, values = query.sql()
        if values:
            raise ValueError("a value stands in a prepared query where a hole should be")
        self._table, self._sql = query.model, sql
