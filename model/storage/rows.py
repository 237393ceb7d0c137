"""Rows of a query as plain tuples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from model.storage.database import database


def rows_of(query: Any) -> Iterable[tuple[Any, ...]]:
    """The rows of a select query, one tuple each.

    Peewee's own stubs say that `tuples()` still gives models; this says what it does.
    """
    rows: Iterable[tuple[Any, ...]] = query.tuples()
    return rows


def bare_rows(query: Any) -> Iterable[tuple[Any, ...]]:
    """The same as the engine gives them, for long lists: dates are still text, ticks numbers."""
    rows: Iterable[tuple[Any, ...]] = database.execute(query)
    return rows


def as_python(field: Any, value: Any) -> Any:
    """A value of a bare row as its column means it."""
    return None if value is None else field.python_value(value)
