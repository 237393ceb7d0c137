"""What an act writes or asks, caught on its way, and done again by bare sqlcipher3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peewee import QueryEvent
from sqlcipher3 import dbapi2 as sqlcipher

from model.storage.database import CACHE_KIB, database, salt_of

Statement = tuple[str, Sequence[Any]]
_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")
_READS = ("SELECT", "WITH")


@contextmanager
def caught(*, reads: bool = False) -> Iterator[list[Statement]]:
    """What the connected cabinet is given meanwhile: the rows that are written, or only read.

    Args:
        reads: the questions instead of the rows.
    """
    found: list[Statement] = []
    wanted = _READS if reads else _WRITES

    def catch(event: QueryEvent) -> None:
        if event.sql.lstrip().upper().startswith(wanted):
            found.append((event.sql, tuple(event.params or ())))

    database.obj.query_hooks.append(catch)
    try:
        yield found
    finally:
        database.obj.query_hooks.remove(catch)


def bare_connection(path: Path, data_key: bytes | bytearray) -> sqlcipher.Connection:
    """The file opened with nothing but the key, WAL, FULL and as much memory: no foreign keys."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}{salt_of(data_key).hex()}'\"")
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("PRAGMA synchronous = full")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    return connection


def write_again(connection: sqlcipher.Connection, statements: Sequence[Statement]) -> None:
    """The same rows once more, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for sql, values in statements:
        connection.execute(sql, values)
    connection.execute("COMMIT")


def read_again(connection: sqlcipher.Connection, statements: Sequence[Statement]) -> int:
    """The same questions once more, every row of their answers taken; how many rows."""
    return sum(len(connection.execute(sql, values).fetchall()) for sql, values in statements)
