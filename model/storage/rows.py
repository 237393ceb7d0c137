"""Rows of a query as plain tuples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def rows_of(query: Any) -> Iterable[tuple[Any, ...]]:
    """The rows of a select query, one tuple each.

    Peewee's own stubs say that `tuples()` still gives models; this says what it does.
    """
    rows: Iterable[tuple[Any, ...]] = query.tuples()
    return rows
