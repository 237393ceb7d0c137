"""A database copied by SQLite's online backup, under its own key or another one, and checked.

Both ends are SQLCipher connections: each page is deciphered in memory and enciphered again, and
nothing lies in clear on the way. Measured, another key costs no more than the same one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from model.errors import CannotWriteError
from model.progress import Progress
from model.storage.database import open_connection

PAGES_A_STEP = 512
_CHUNK = 1024 * 1024

DataKey = bytes | bytearray


def copy_database(
    source: Path, key: DataKey, copy: Path, its_key: DataKey, progress: Progress
) -> None:
    """Copy a database, as it is at one moment, while others work in it.

    Args:
        source: the file to be copied.
        key: its data key.
        copy: the new file.
        its_key: the data key of the copy.
        progress: told (done, total); what it raises stops the work.

    Raises:
        CannotWriteError: the copy's place does not take it.
    """
    copy.touch(mode=0o600)
    with (
        _told_of_the_right_one(source, copy),
        closing(open_connection(source, key)) as original,
        closing(open_connection(copy, its_key)) as target,
    ):
        # A read transaction holds one state of the cabinet; otherwise each change that others
        # make meanwhile would begin the copy anew.
        original.execute("BEGIN")
        original.execute("SELECT count(*) FROM sqlite_master").fetchone()
        original.backup(
            target,
            pages=PAGES_A_STEP,
            progress=lambda _status, left, total: progress(total - left, total),
        )


@contextmanager
def _told_of_the_right_one(source: Path, copy: Path) -> Iterator[None]:
    """SQLite says the same of both files: where the source can be read, it is the copy's place."""
    try:
        yield
    except sqlcipher.OperationalError as error:
        if "disk i/o error" in str(error).lower() and _is_readable(source):
            raise CannotWriteError(path=str(copy), reason=str(error)) from error
        raise


def _is_readable(file: Path) -> bool:
    """Whether the operating system reads all of a file."""
    try:
        with file.open("rb") as content:
            while content.read(_CHUNK):
                pass
    except OSError:
        return False
    return True


def rows_in(path: Path, key: DataKey) -> dict[str, int]:
    """Number of rows by table."""
    with closing(open_connection(path, key)) as opened:
        return row_counts(opened)


def row_counts(opened: sqlcipher.Connection) -> dict[str, int]:
    """Number of rows by table, of an opened database."""
    tables = opened.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    ).fetchall()
    quoted = {name: '"' + name.replace('"', '""') + '"' for (name,) in tables}
    return {
        name: opened.execute(f"SELECT count(*) FROM {quotation}").fetchone()[0]
        for name, quotation in quoted.items()
    }


def fault_of(path: Path, key: DataKey, rows: dict[str, int]) -> str:
    """What is wrong with a database: encryption, structure, rows, or the empty string.

    Args:
        path: the file.
        key: its data key.
        rows: number of rows that each table must have.
    """
    stage = "encryption"
    try:
        with closing(open_connection(path, key)) as opened:
            if opened.execute("PRAGMA cipher_integrity_check").fetchall():
                return stage
            stage = "structure"
            if opened.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                return stage
            return "" if row_counts(opened) == rows else "rows"
    except sqlcipher.DatabaseError:
        return stage
