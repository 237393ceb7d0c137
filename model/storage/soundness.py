"""What the engine itself can tell of damage: pages, structure, references, and the schema."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from peewee import DatabaseProxy, SqliteDatabase

from model.storage.cabinet import HISTORY, MIGRATIONS
from model.storage.database import database

Fault = tuple[str, dict[str, object]]
"""A code of `model.sentences`, and the facts that its sentence names."""


def damaged_pages() -> Iterator[Fault]:
    """Pages that do not decrypt to what was written, found twice in a row.

    The check reads the file beside the running programs, one of which may just be writing the
    page: what is only seen once was no damage.
    """
    again = set(_pages_that_fail()) if _pages_that_fail() else set()
    for text in sorted(again):
        number = re.search(r"\d+", text)
        yield "cipher", {"page": number[0] if number else text}


def _pages_that_fail() -> list[str]:
    rows = database.execute_sql("PRAGMA cipher_integrity_check").fetchall()
    return [str(text) for (text,) in rows]


def broken_structure() -> Iterator[Fault]:
    """Trees, indexes and constraints that contradict one another."""
    for (text,) in database.execute_sql("PRAGMA integrity_check").fetchall():
        if text != "ok":
            yield "integrity", {"text": text}


def broken_references() -> Iterator[Fault]:
    """Rows that point to a row that is not there."""
    for table, row, *_ in database.execute_sql("PRAGMA foreign_key_check").fetchall():
        yield "foreign_key", {"table": table, "row": row}


def changed_schema(migrations: Path = MIGRATIONS) -> Iterator[Fault]:
    """Tables, indexes, checks and triggers that are not as the migrations make them.

    A trigger that somebody took away would let the log be changed: nothing else shows it.
    """
    found, wanted = _schema(database), _wanted_schema(migrations)
    for name in sorted(found.keys() | wanted.keys()):
        if found.get(name) != wanted.get(name):
            yield "schema", {"name": name}


def _wanted_schema(migrations: Path) -> dict[str, str]:
    """The schema that all migrations make of an empty database; it holds no row of anybody."""
    from playhouse.migrations import Runner

    empty = SqliteDatabase(":memory:")
    empty.connect()
    try:
        Runner(empty, str(migrations), table_name=HISTORY).up()
        return _schema(empty)
    finally:
        empty.close()


def _schema(opened: SqliteDatabase | DatabaseProxy) -> dict[str, str]:
    """Name -> how it was made, without what the engine keeps for itself."""
    rows = opened.execute_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return {f"{kind} {name}": str(sql) for kind, name, sql in rows.fetchall()}
