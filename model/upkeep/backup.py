"""Backups: one when somebody asks, one by itself each day, the newest thirty of those kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from model.errors import AlreadyThereError, CabinetError, InExclusiveUseError
from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, Role, act
from model.office.tables import AuditLine, Person, PersonState
from model.storage import backup_file
from model.storage.backup_manifest import Manifest
from model.storage.cabinet import backups_path, key_file_path
from model.storage.database import writing
from model.storage.key_file import KeyFile

DAILY_KEPT = 30

Progress = Callable[[int, int], None]
_DAILY = re.compile(r"daily-\d{4}-\d{2}-\d{2}\.ccb")


@dataclass(frozen=True)
class BackupMade:
    """A backup that was opened, decrypted, checked and counted.

    Attributes:
        file: where it lies.
        made_at: office wall-clock time.
        rows: rows of all tables in it.
        size: bytes of its database.
    """

    file: Path
    made_at: datetime
    rows: int
    size: int


@dataclass(frozen=True)
class LastBackup:
    """The newest backup that the log knows of; whether its file is still there, it cannot say."""

    file: str
    made_at: datetime


def _silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


@act(Right.BACK_UP)
def back_up(
    desk: Desk, out: Path | None, now: datetime, progress: Progress = _silent
) -> BackupMade:
    """Back the cabinet up while others work in it.

    Args:
        desk: a clerk or the manager.
        out: the file to be made, or a folder for it; None: the cabinet's own folder of backups.
        now: office wall-clock time.
        progress: told (done, total); what it raises stops the backup and leaves nothing behind.

    Raises:
        AlreadyThereError: another file stands there that is no backup of this cabinet.
        BackupDamagedError: the finished file did not pass its check, and was removed.
        CannotWriteError: the place does not let us, or is full.
        InExclusiveUseError: another program is just making the same file.
    """
    name = f"backup-{now:%Y-%m-%d-%H%M%S}{backup_file.SUFFIX}"
    file = out or backups_path(desk.cabinet)
    if file.is_dir() or out is None:
        file = file / name
    _refuse_other_file(desk, file)
    return _made(desk, file, now, progress)


@act(Right.BACK_UP)
def back_up_daily(desk: Desk, now: datetime, progress: Progress = _silent) -> BackupMade | None:
    """The day's backup, unless there is one already; older ones than the newest thirty go.

    Returns:
        The backup, or None when today's is there or another program is just making it.

    Raises:
        BackupDamagedError, CannotWriteError: as `back_up`.
    """
    file = _daily_file(desk, now.date())
    if _is_ours(desk, file):
        return None
    try:
        made = _made(desk, file, now, progress)
    except InExclusiveUseError:
        return None
    _drop_old(file.parent)
    return made


@act(Right.BACK_UP)
def last_backup(desk: Desk) -> LastBackup | None:
    """The newest backup of any kind, wherever it was put."""
    del desk
    line = (
        AuditLine.select(AuditLine.subject, AuditLine.at)
        .where(AuditLine.event == audit.Event.BACKUP)
        .order_by(AuditLine.no.desc())
        .first()
    )
    return LastBackup(line.subject, datetime.fromisoformat(line.at)) if line else None


def _made(desk: Desk, file: Path, now: datetime, progress: Progress) -> BackupMade:
    """Write one backup, and the line of the log that tells of it."""
    manifest = backup_file.write_backup(
        desk.cabinet, file, desk.keys, now, progress, _holders(desk)
    )
    rows = sum(manifest.rows.values())
    with writing():
        audit.log(
            desk,
            audit.Event.BACKUP,
            now,
            kind="backup",
            subject=file.name,
            after={"rows": rows, "sha256": manifest.sha256},
        )
    return BackupMade(file, manifest.made_at, rows, manifest.size)


def _holders(desk: Desk) -> frozenset[str]:
    """Public keys whose slots go along: by the people's rows, since keys.json can be edited."""
    managers = Person.select(Person.public_key).where(
        Person.role == Role.MANAGER, Person.state != PersonState.GONE
    )
    recovery = KeyFile.read(key_file_path(desk.cabinet)).recovery
    return frozenset((*(row.public_key for row in managers), recovery.public_key))


def _daily_file(desk: Desk, day: date) -> Path:
    return backups_path(desk.cabinet) / f"daily-{day:%Y-%m-%d}{backup_file.SUFFIX}"


def _manifest(file: Path) -> Manifest | None:
    """What a file says of itself, or None for anything that is no sound backup."""
    try:
        return backup_file.read_backup(file)[0]
    except CabinetError:
        return None


def _is_ours(desk: Desk, file: Path) -> bool:
    """Whether a file is a backup of this cabinet."""
    manifest = _manifest(file) if file.is_file() else None
    return (
        manifest is not None
        and manifest.cabinet_id == KeyFile.read(key_file_path(desk.cabinet)).cabinet_id
    )


def _refuse_other_file(desk: Desk, file: Path) -> None:
    """A slip of the pen must not cost a letter, or the backup of another office."""
    if file.exists() and not _is_ours(desk, file):
        raise AlreadyThereError(kind="file", ref=str(file))


def _drop_old(folder: Path) -> None:
    """Remove all daily backups but the newest; one that cannot be removed stays."""
    daily = sorted(path for path in folder.iterdir() if _DAILY.fullmatch(path.name))
    for path in daily[:-DAILY_KEPT]:
        try:
            path.unlink()
        except OSError:
            continue
