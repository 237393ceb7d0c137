"""What a backup holds, looked at without making a cabinet of it: counts, and the last lines.

Asked on a connection of its own, so that a cabinet may stay open meanwhile, and of tables of any
version: what an older program did not have is told as nothing.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from model.errors import BackupDamagedError
from model.progress import Progress
from model.storage.backup_file import checked_database
from model.storage.database import open_connection
from model.storage.vault import Keys

_QUESTIONS = {
    "cards": ("customer_card", "count(*)", "custody_state <> 'draft'"),
    "drafts": ("customer_card", "count(*)", "custody_state = 'draft'"),
    "people": ("person", "count(*)", "state <> 'gone'"),
    "cards_out": ("loan", "count(*)", "returned_at IS NULL"),
    "last_loan": ("loan", "max(issued_at)", "1"),
    "last_visit": ("visit_record", "max(visited_on)", "not_visited = ''"),
}
"""Table, what is asked of it, and of which rows."""


@dataclass(frozen=True)
class LastLine:
    """The newest line of a log."""

    no: int
    at: datetime
    actor: str
    event: str
    chained_hash: str


@dataclass(frozen=True)
class BackupContent:
    """What was found in a backup that was opened, decrypted, checked and counted.

    Attributes:
        cards: filed ones, whatever became of them.
        drafts: cards not filed yet.
        people: who have not left.
        cards_out: cards that were out when it was made.
        last_loan: when a card was last handed out, or None.
        last_visit: day of the newest visit, or None.
        last_line: the newest line of the log, or None.
    """

    cards: int
    drafts: int
    people: int
    cards_out: int
    last_loan: datetime | None
    last_visit: date | None
    last_line: LastLine | None


def read_content(file: Path, keys: Keys, progress: Progress, scratch: Path | None) -> BackupContent:
    """Check a backup and look into it.

    Args and errors are those of `model.storage.backup_file.check_backup`.
    """
    with (
        checked_database(file, keys, progress, scratch) as (_, copy),
        closing(open_connection(copy, keys.data_key)) as opened,
    ):
        try:
            return _content(opened)
        except (sqlcipher.DatabaseError, ValueError, TypeError) as error:
            raise BackupDamagedError(file=str(file), reason="structure") from error


def _content(opened: sqlcipher.Connection) -> BackupContent:
    found = {name: _asked(opened, *question) for name, question in _QUESTIONS.items()}
    loan, visit = found.pop("last_loan"), found.pop("last_visit")
    return BackupContent(
        **{name: count or 0 for name, count in found.items()},
        last_loan=datetime.fromisoformat(loan) if loan else None,
        last_visit=date.fromisoformat(visit) if visit else None,
        last_line=_last_line(opened),
    )


def _asked(opened: sqlcipher.Connection, table: str, what: str, of: str) -> Any:
    there = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    if opened.execute(there, (table,)).fetchone() is None:
        return None
    return opened.execute(f"SELECT {what} FROM {table} WHERE {of}").fetchone()[0]


def _last_line(opened: sqlcipher.Connection) -> LastLine | None:
    row = opened.execute(
        "SELECT no, at, actor, event, chained_hash FROM audit_line ORDER BY no DESC LIMIT 1"
    ).fetchone()
    if row is None:
        return None
    no, at, actor, event, chained_hash = row
    return LastLine(no, datetime.fromisoformat(at), actor, event, chained_hash)
