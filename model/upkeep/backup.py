"""Backups: one when somebody asks, one by itself each day, kept by a rule and in two places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from model.errors import AlreadyThereError, InExclusiveUseError
from model.office import audit
from model.office.backups_logged import (
    LastBackup,
    SecondCopy,
    is_late,
    newest_backup,
    second_copy,
)
from model.office.desk import Desk
from model.office.rights import Right, Role, act
from model.office.tables import Person, PersonState
from model.progress import Progress, silent
from model.storage import backup_file
from model.storage.backup_manifest import Manifest
from model.storage.cabinet import backups_path, key_file_path
from model.storage.database import writing
from model.storage.durable import told_as_cannot_write
from model.storage.key_file import KeyFile
from model.storage.vault import SlotKind
from model.upkeep.daily_files import cabinet_id, daily_name, drop_by_rule, manifest_of
from model.upkeep.resealing import resume
from model.upkeep.second_folder import copy_to_second_folder, note_dropped


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


@act(Right.BACK_UP)
def back_up(desk: Desk, out: Path | None, now: datetime, progress: Progress = silent) -> BackupMade:
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
    with told_as_cannot_write(file):
        if file.is_dir() or out is None:
            file = file / name
        _refuse_other_file(desk, file)
    resume(desk, now, lambda _done, total: progress(0, total))
    return _made(desk, file, now, progress)


@act(Right.BACK_UP)
def back_up_daily(
    desk: Desk, now: datetime, progress: Progress = silent, *, anew: bool = False
) -> BackupMade | None:
    """The day's backup, unless there is one already; then the rule of what is kept, and a copy.

    What goes wrong with the second folder is remembered (`model.office.backups_logged`) and stops
    nothing.

    Args:
        desk: a clerk or the manager.
        now: office wall-clock time.
        progress: told (done, total); what it raises stops the backup and leaves nothing behind.
        anew: make it although today's is there, as in the evening, with the day's work in it.

    Returns:
        The backup, or None when today's is there or another program is just making it.

    Raises:
        BackupDamagedError, CannotWriteError: as `back_up`.
    """
    folder, ours = backups_path(desk.cabinet), cabinet_id(desk)
    file = folder / daily_name(now.date())
    made = None
    resume(desk, now, lambda _done, _total: progress(0, 2000))
    if anew or manifest_of(file, ours) is None:
        try:
            made = _made(desk, file, now, _half(progress, 0))
        except InExclusiveUseError:
            return None
        note_dropped(desk, folder, drop_by_rule(folder, ours, now.date()), now)
    copy_to_second_folder(desk, now, _half(progress, 1))
    progress(2000, 2000)
    return made


@act(Right.BACK_UP)
def last_backup(desk: Desk) -> LastBackup | None:
    """The newest backup of any kind, wherever it was put, as the log tells it."""
    del desk
    return newest_backup()


@act(Right.BACK_UP)
def backup_is_late(desk: Desk, now: datetime) -> bool:
    """Whether the newest backup is older than a working day, or there is none."""
    del desk
    last = newest_backup()
    return is_late(last.made_at if last else None, now.date())


@act(Right.BACK_UP)
def second_folder_state(desk: Desk) -> SecondCopy | None:
    """How copying to the second folder went the last time, as the log tells it."""
    del desk
    return second_copy()


def _half(progress: Progress, number: int) -> Progress:
    """One of two halves of the work, told in thousandths."""

    def told(done: int, total: int) -> None:
        progress(number * 1000 + done * 1000 // max(total, 1), 2000)

    return told


def _made(desk: Desk, file: Path, now: datetime, progress: Progress) -> BackupMade:
    """Write one backup, and the line of the log that tells of it."""
    manifest = backup_file.write_backup(
        desk.cabinet, file, desk.keys, now, progress, _holders(desk)
    )
    rows = sum(manifest.rows.values())
    elsewhere = file.parent.resolve() != backups_path(desk.cabinet).resolve()
    facts = {"rows": rows, "cards": cards_of(manifest), "sha256": manifest.sha256}
    with writing():
        audit.log(
            desk,
            audit.Event.BACKUP,
            now,
            kind="backup",
            subject=file.name,
            after={**facts, "elsewhere": True} if elsewhere else facts,
        )
    return BackupMade(file, manifest.made_at, rows, manifest.size)


def cards_of(manifest: Manifest) -> int:
    """How many cards a backup holds, drafts among them: what can be told without a key."""
    return manifest.rows.get("customer_card", 0)


def _holders(desk: Desk) -> frozenset[str]:
    """Public keys whose slots go along: by the people's rows, since keys.json can be edited."""
    managers = Person.select(Person.public_key).where(
        Person.role == Role.MANAGER, Person.state != PersonState.GONE
    )
    slots = KeyFile.read(key_file_path(desk.cabinet)).slots
    recovery = (slot.public_key for slot in slots if slot.kind is SlotKind.RECOVERY)
    return frozenset((*(row.public_key for row in managers), *recovery))


def _refuse_other_file(desk: Desk, file: Path) -> None:
    """A slip of the pen must not cost a letter, or the backup of another office."""
    if file.exists() and manifest_of(file, cabinet_id(desk)) is None:
        raise AlreadyThereError(kind="file", ref=str(file))
