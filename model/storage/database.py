"""The one database proxy, the base of every table, and the encrypted engine behind them.

Services open their transactions with `writing()` and `reading()`; everything that is true of
SQLite or SQLCipher only stays in this package.
"""

from __future__ import annotations

import threading
import time
import traceback
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any

import peewee
from peewee import (
    BigIntegerField,
    DatabaseError,
    DatabaseProxy,
    Function,
    Model,
    OperationalError,
    fn,
)
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2 as sqlcipher

from model.errors import (
    CabinetError,
    CannotWriteError,
    DatabaseDamagedError,
    InExclusiveUseError,
    StoppedError,
)

BUSY_SECONDS = 5.0
CACHE_KIB = 32 * 1024
"""The most memory that the pages of one connection take."""

# `cipher_memory_security` stays off, SQLCipher's default: it wipes all of SQLite's memory, not only
# the key's (which is always wiped), and was measured to double a sort and add 30 % to an insert.
PRAGMAS = (
    ("journal_mode", "wal"),
    ("synchronous", "full"),
    ("foreign_keys", 1),
    # Sorts and temporary tables never touch the disk, where they would lie in clear.
    ("temp_store", "memory"),
    # What is deleted is overwritten with zeros, also in pages that nothing uses any more: private
    # facts that a customer had cleared (E17) are gone from the file too, even for who has its key.
    # Measured: no dearer, neither one save nor a delete of 10,000 rows.
    ("secure_delete", 1),
    # Pages that fall out of the cache are deciphered anew: with SQLite's 2 MB the questions of a
    # rep's day took five times as long, once years of visits lay behind it.
    ("cache_size", -CACHE_KIB),
)

_NOBODY = 0
_HEX = [b"%02x" % byte for byte in range(256)]

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

    def total(self) -> Function:
        """The sum over a query's rows, in yuan; a bare `fn.SUM` would come back in fen."""
        summed: Function = fn.SUM(self)
        return summed.converter(self.python_value)


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
        self._guard = threading.Lock()
        self._connections: weakref.WeakSet[_Connection] = weakref.WeakSet()
        self._holder: _Connection | None = None
        self._beginning = threading.Lock()
        self._only_writer: int | None = None
        # Every transaction begins IMMEDIATE: one that only turns into a writer midway gets
        # SQLITE_BUSY at once in WAL mode, whatever the timeout.
        super().__init__(str(path), pragmas=PRAGMAS, lock_type="IMMEDIATE")

    def _connect(self) -> _Connection:
        # Under the guard: a key that is just being zeroed is another key.
        with self._guard:
            connection = open_connection(Path(self.database), self._data_key)
        try:
            self._add_conn_hooks(connection)
        except BaseException:
            connection.close()
            raise
        with self._guard:
            self._connections.add(connection)
        return connection

    def _close(self, conn: _Connection) -> None:
        # Under the guard, because `disconnect` must not interrupt what is just being freed.
        with self._guard:
            super()._close(conn)
            self._connections.discard(conn)

    def hold_open(self) -> None:
        """Keep the file open until `disconnect`, whichever threads come and go.

        When the last connection to a file closes, SQLite merges its whole log into it and takes
        the log away: measured 30 ms, and that where a log-in's thread hands over to the window's.
        """
        holder = open_connection(Path(self.database), self._data_key, check_same_thread=False)
        # Only who has read from the file counts as having it open.
        holder.execute("SELECT COUNT(*) FROM sqlite_master").fetchall()
        self._holder = holder

    def rollback(self) -> None:
        """Undo the transaction, unless SQLite has done so itself, as when the disk is full."""
        if self.connection().in_transaction:
            super().rollback()

    def begin(self, lock_type: str | None = None) -> None:
        """Begin a transaction; one that may write only where no other thread writes alone.

        Raises:
            InExclusiveUseError: see `only_here`.
        """
        if lock_type == "DEFERRED":
            super().begin(lock_type)
            return
        # Under a lock, so that nobody waits for SQLite while `only_here` believes to be alone.
        with self._beginning:
            if self._only_writer not in {None, threading.get_ident()}:
                raise InExclusiveUseError(path=str(self.database))
            super().begin(lock_type)

    @contextmanager
    def only_here(self) -> Iterator[None]:
        """Let no other thread of this program write; what one has begun is done first.

        A re-key would lose what is written into the old file meanwhile.

        Raises:
            InExclusiveUseError: another thread writes for longer than `BUSY_SECONDS`.
        """
        with self._beginning:
            self._only_writer = threading.get_ident()
        try:
            with told_as_ours(Path(self.database)), self.atomic():
                pass
            yield
        finally:
            if self._only_writer == threading.get_ident():
                self._only_writer = None

    def close_for_good(self) -> None:
        """Let nobody write any more: another file is the cabinet's from now on."""
        self._only_writer = _NOBODY

    @contextmanager
    def elsewhere(self, path: Path, data_key: bytes | bytearray) -> Iterator[None]:
        """In this thread only, work in another file of the same tables until the block ends."""
        own = self.connection()
        other = open_connection(path, data_key)
        self._add_conn_hooks(other)
        with self._guard:
            self._connections.add(other)
        self._state.conn = other
        try:
            yield
        finally:
            self._state.conn = own
            with self._guard:
                self._connections.discard(other)
                other.close()

    def disconnect(self, patience: float = 1.0) -> int:
        """Close this thread's connection, forget the key, and let other threads finish.

        A statement running in another thread is interrupted; its connection can only be closed
        safely by that thread itself (closing it from here while SQLite steps would crash).

        Args:
            patience: seconds to wait for the other threads.

        Returns:
            How many connections of other threads are still open: a job that was not stopped.
        """
        with self._guard:
            self._data_key[:] = bytes(len(self._data_key))
            self._data_key.clear()
        self._close_own()
        self._let_go()
        until = time.monotonic() + patience
        while (left := self._interrupt_others()) and time.monotonic() < until:
            time.sleep(0.005)
        return left

    def _interrupt_others(self) -> int:
        with self._guard:
            others = list(self._connections)
            for connection in others:
                connection.interrupt()
        return len(others)

    def _let_go(self) -> None:
        with self._guard:
            holder, self._holder = self._holder, None
        if holder is not None:
            holder.close()

    def _close_own(self) -> None:
        while self.transaction_depth():
            self.pop_transaction()
        blocks = self._state.ctx
        self.close()
        # Blocks that hold this thread's connection end later, and take themselves off the list.
        self._state.ctx = blocks


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
        factory=_Connection,
        **options,
    )
    # Otherwise SQLCipher tells of damage on standard error, in its own words.
    connection.execute("PRAGMA cipher_log_level = NONE")
    _hand_over(connection, data_key)
    return connection  # type: ignore[no-any-return]


def _hand_over(connection: _Connection, data_key: bytes | bytearray) -> None:
    """Give SQLCipher the raw key as `x'…'`, leaving no copy of ours in memory.

    By the API and not by `PRAGMA key`: the statement would stay in the connection's cache.
    """
    spelled = bytearray(b"x'")
    for byte in (*data_key, *salt_of(data_key)):
        spelled += _HEX[byte]
    spelled += b"'"
    connection.set_key(spelled)
    spelled[:] = bytes(len(spelled))


def salt_of(data_key: bytes | bytearray) -> bytes:
    """The 16 bytes with which every database file of this key begins."""
    return blake2b(data_key, digest_size=16, person=b"cabinet salt").digest()


@contextmanager
def writing() -> Iterator[None]:
    """A transaction that may write: all of it or nothing; inside another one, a savepoint.

    Raises:
        InExclusiveUseError: another program has been writing for more than `BUSY_SECONDS`.
        CannotWriteError: the disk is full, or does not let us write.
        DatabaseDamagedError: SQLite or SQLCipher met a page that is not as it was written.
    """
    with told_as_ours(), database.atomic():
        yield


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Wait less than `BUSY_SECONDS` for another program's writing, for what cannot wait."""
    database.execute_sql(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
    try:
        yield
    finally:
        database.execute_sql(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


@contextmanager
def reading() -> Iterator[None]:
    """Several queries that see one state of the cabinet; nothing may be written inside.

    Raises:
        DatabaseDamagedError: SQLite or SQLCipher met a page that is not as it was written.
    """
    with told_as_ours(), database.atomic("DEFERRED"):
        yield


@contextmanager
def told_as_ours(path: Path | None = None) -> Iterator[None]:
    """Tell the engine's failures as errors of ours; what broke a rule of a table stays as it is.

    Args:
        path: the database file; None: the connected cabinet's.
    """
    try:
        yield
    except (DatabaseError, sqlcipher.DatabaseError, MemoryError) as error:
        # Undoing a savepoint that SQLite has undone by itself hides the first error.
        for seen in _with_causes(error):
            if ours := as_cabinet_error(seen, path):
                raise ours from error
        raise


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__context__


# What SQLite and SQLCipher say (sqlite3_errstr), by what it means to a clerk.
_SAYINGS: tuple[tuple[str, type[CabinetError]], ...] = (
    ("database is locked", InExclusiveUseError),
    ("interrupted", StoppedError),
    ("disk is full", CannotWriteError),
    ("readonly database", CannotWriteError),
    ("unable to open", CannotWriteError),
    ("malformed", DatabaseDamagedError),
    ("not a database", DatabaseDamagedError),
    ("disk i/o error", DatabaseDamagedError),
)


def as_cabinet_error(error: BaseException, path: Path | None = None) -> CabinetError | None:
    """Our error for a failure of the engine, or None when it is not the engine's doing.

    For whoever meets an error of a query outside of `writing` and `reading`.
    """
    if _of_a_damaged_page(error):
        error = DatabaseError("malformed")
    if not isinstance(error, DatabaseError | sqlcipher.DatabaseError):
        return None
    place = path or Path(database.obj.database if connected() else "cabinet.db")
    said = str(error).lower()
    for saying, kind in _SAYINGS:
        if saying in said:
            return kind(path=str(place), reason=str(error))
    return None


def _of_a_damaged_page(error: BaseException) -> bool:
    """Whether the engine says that memory is short.

    It is SQLite's word for a page that its cipher refuses in the middle of a write.
    """
    innermost = list(traceback.walk_tb(error.__traceback__))[-1:]
    return isinstance(error, MemoryError) and any(
        Path(frame.f_code.co_filename).name == Path(peewee.__file__).name for frame, _ in innermost
    )


def connected() -> bool:
    """Whether a cabinet stands behind the proxy."""
    return database.obj is not None
