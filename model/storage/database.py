"""The one database proxy, the base of every table, and the encrypted engine behind them.

Services open their transactions with `writing()` and `reading()`; everything that is true of
SQLite or SQLCipher only stays in this package.
"""

from __future__ import annotations

import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any

from peewee import BigIntegerField, DatabaseProxy, Model, OperationalError
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from model.errors import InExclusiveUseError

BUSY_SECONDS = 5.0

PRAGMAS = (
    # Wipes what SQLCipher frees. Measured: 0.5 ms per connection, nothing per row or commit.
    ("cipher_memory_security", "ON"),
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", 1),
    # Sorts and temporary tables never touch the disk, where they would lie in clear.
    ("temp_store", "memory"),
)

database = DatabaseProxy()


class Table(Model):
    """Base of every table. Tables declare `id = AutoField()` and have no method that writes."""

    class Meta:
        database = database
        legacy_table_names = False


class MoneyField(BigIntegerField):
    """An amount in yuan as an exact `Decimal` with two places, kept as whole fen.

    SQLite turns a DECIMAL column into binary floating point, where 0.01 cannot be written and
    sums drift; whole numbers add and compare exactly on every engine.
    """

    def db_value(self, value: Decimal | int | str | None) -> int | None:
        """Yuan to fen; a float or a fraction of a fen is a mistake of the caller."""
        if value is None:
            return None
        if isinstance(value, float):
            raise TypeError("money is a Decimal, never a float")
        fen = Decimal(value).scaleb(2)
        if fen != fen.to_integral_value():
            raise ValueError(f"{value} yuan has a fraction of a fen")
        return int(fen)

    def python_value(self, value: int | None) -> Decimal | None:
        """Fen to yuan, always with two places."""
        return None if value is None else Decimal(value).scaleb(-2)


class _Connection(sqlcipher.Connection):  # type: ignore[misc]
    """A connection that can be weakly referenced: a thread that ends takes its own along."""


class CabinetDatabase(SqlCipherDatabase):  # type: ignore[misc]
    """The encrypted database of one cabinet: one connection per thread, opened by a raw key.

    Args:
        path: the database file.
        data_key: 32 bytes; a copy is kept while the cabinet is open and zeroed by `disconnect`.
    """

    def __init__(self, path: Path, data_key: bytes | bytearray) -> None:
        self._data_key = bytearray(data_key)
        self._connections: weakref.WeakSet[_Connection] = weakref.WeakSet()
        # Every transaction begins IMMEDIATE: one that only turns into a writer midway gets
        # SQLITE_BUSY at once in WAL mode, whatever the timeout.
        super().__init__(str(path), pragmas=PRAGMAS, lock_type="IMMEDIATE")

    def _connect(self) -> _Connection:
        connection = open_connection(Path(self.database), self._data_key)
        try:
            self._add_conn_hooks(connection)
        except BaseException:
            connection.close()
            raise
        self._connections.add(connection)
        return connection

    def _close(self, conn: _Connection) -> None:
        super()._close(conn)
        self._connections.discard(conn)

    def begin(self, lock_type: str | None = None) -> None:
        """Begin a transaction, waiting at most `BUSY_SECONDS` for another writer.

        Raises:
            InExclusiveUseError: another program is still writing after that time.
        """
        try:
            super().begin(lock_type)
        except OperationalError as error:
            if "locked" not in str(error):
                raise
            raise InExclusiveUseError(path=str(Path(self.database).parent)) from error

    def disconnect(self, patience: float = 1.0) -> int:
        """Close this thread's connection, forget the key, and let other threads finish.

        A statement running in another thread is interrupted; its connection can only be closed
        safely by that thread itself (closing it from here while SQLite steps would crash).

        Args:
            patience: seconds to wait for the other threads.

        Returns:
            How many connections of other threads are still open: a job that was not stopped.
        """
        self._data_key[:] = bytes(len(self._data_key))
        self._data_key.clear()
        self._close_own()
        until = time.monotonic() + patience
        while self._connections and time.monotonic() < until:
            for connection in list(self._connections):
                connection.interrupt()
            time.sleep(0.005)
        return len(self._connections)

    def _close_own(self) -> None:
        while self.transaction_depth():
            self.pop_transaction()
        self.close()


def open_connection(path: Path, data_key: bytes | bytearray, **options: Any) -> _Connection:
    """Open an encrypted file with its raw key, with no pragma but the key.

    The 16 bytes of salt that begin the file are derived from the key, so that a file can be
    recognised as belonging to a key without decrypting it, and still opens with those bytes lost.
    """
    if len(data_key) != 32:
        # After `disconnect` the key is gone; an empty key would make a database in clear.
        raise OperationalError("the cabinet is locked")
    connection = sqlcipher.connect(
        str(path),
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=_Connection,
        **options,
    )
    connection.execute(f"PRAGMA key=\"x'{data_key.hex()}{salt_of(data_key).hex()}'\"")
    return connection  # type: ignore[no-any-return]


def salt_of(data_key: bytes | bytearray) -> bytes:
    """The 16 bytes with which every database file of this key begins."""
    return blake2b(data_key, digest_size=16, person=b"cabinet salt").digest()


@contextmanager
def writing() -> Iterator[None]:
    """A transaction that may write: all of it or nothing; inside another one, a savepoint.

    Raises:
        InExclusiveUseError: another program has been writing for more than `BUSY_SECONDS`.
    """
    with database.atomic():
        yield


@contextmanager
def reading() -> Iterator[None]:
    """Several queries that see one state of the cabinet; nothing may be written inside."""
    with database.atomic("DEFERRED"):
        yield


def connected() -> bool:
    """Whether a cabinet stands behind the proxy."""
    return database.obj is not None
