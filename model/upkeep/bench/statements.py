"""What an act writes, caught on its way, and written again by bare sqlcipher3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from peewee import QueryEvent
from sqlcipher3 import dbapi2 as sqlcipher

from model.storage.database import database, salt_of

Statement = tuple[str, Sequence[Any]]
_WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


@contextmanager
def caught() -> Iterator[list[Statement]]:
    """The rows that the connected cabinet is given meanwhile; what is only read is left out."""
    found: list[Statement] = []

    def catch(event: QueryEvent) -> None:
        if event.sql.lstrip().upper().startswith(_WRITES):
            found.append((event.sql, tuple(event.params or ())))

    database.obj.query_hooks.append(catch)
    try:
        yield found
    finally:
        database.obj.query_hooks.remove(catch)


def bare_connection(path: Path, data_key: bytes | bytearray) -> sqlcipher.Connection:
    """The file opened with nothing but the key, WAL and FULL: no check, no foreign keys."""
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{data_key.hex()}{salt_of(data_key).hex()}'\"")
    connection.execute("PRAGMA journal_mode = wal")
    connection.execute("PRAGMA synchronous = full")
    return connection


def write_again(connection: sqlcipher.Connection, statements: Sequence[Statement]) -> None:
    """The same rows once more, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    for sql, values in statements:
        connection.execute(sql, values)
    connection.execute("COMMIT")
