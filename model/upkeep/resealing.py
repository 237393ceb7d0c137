"""Backups after a re-key: encrypted anew, so that a slot taken away opens none of them.

The former data keys stay in the database (`FormerKey`), itself under the new key, until every
backup that they encrypt was re-sealed. Kept there they outlive a kill, a cancel and a stick that is
not plugged in today, and tell nobody anything new: who can read them can read the cabinet. The next
backup goes on where the re-key was stopped.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from model.errors import (
    CabinetError,
    CannotWriteError,
    InExclusiveUseError,
    StoppedError,
    UnreadableFileError,
)
from model.office import audit
from model.office.desk import Desk
from model.office.office_settings import RECOVERY_KEY, stored
from model.office.rights import Right, Role, act
from model.office.tables import FormerKey, Person, PersonState
from model.progress import Progress, silent
from model.storage.backup_file import SUFFIX, read_backup, scratch_beside
from model.storage.backup_manifest import Manifest
from model.storage.backup_resealing import reseal_backup
from model.storage.cabinet import backups_path, key_file_path
from model.storage.database import writing
from model.storage.key_file import KeyFile
from model.storage.rows import rows_of
from model.storage.vault import Keys
from model.upkeep.second_folder import second_folder

UNREACHABLE, DAMAGED, OLDER_KEY, CANNOT_WRITE, STOPPED = (
    "unreachable",
    "damaged",
    "older_key",
    "cannot_write",
    "stopped",
)
# These may go better next time, so that the former key is still needed.
_LATER = frozenset({UNREACHABLE, CANNOT_WRITE, STOPPED})


@dataclass(frozen=True)
class LeftBackup:
    """A backup that a former slot still opens.

    Attributes:
        file: its name, or a folder that cannot be reached.
        why: `unreachable`, `damaged`, `older_key`, `cannot_write` or `stopped`.
    """

    file: str
    why: str


@dataclass(frozen=True)
class Resealed:
    """What became of the backups.

    Attributes:
        resealed: names of the files that are under the new key now.
        left: those that are not, and why.
    """

    resealed: tuple[str, ...]
    left: tuple[LeftBackup, ...]


@dataclass
class _Work:
    """One pass over the backups."""

    desk: Desk
    key_file: KeyFile
    former: Mapping[int, bytes] = field(repr=False)
    managers: Mapping[int, str]
    now: datetime
    progress: Progress
    resealed: list[str] = field(default_factory=list)
    left: list[LeftBackup] = field(default_factory=list)


@act(Right.BACK_UP)
def reseal_backups(desk: Desk, now: datetime, progress: Progress = silent) -> Resealed:
    """Put every backup of this cabinet that a former key encrypts under the present one.

    Args:
        desk: a clerk or the manager.
        now: office wall-clock time.
        progress: told (done, total); what it raises stops the work, and the rest is done at the
            next backup.

    Raises:
        StoppedError: the screen was locked.
    """
    former = dict(rows_of(FormerKey.select(FormerKey.generation, FormerKey.data_key)))
    if not former:
        return Resealed((), ())
    key_file = KeyFile.read(key_file_path(desk.cabinet))
    work = _Work(desk, key_file, former, _managers(), now, progress)
    try:
        with scratch_beside(backups_path(desk.cabinet) / f"reseal{SUFFIX}") as scratch:
            _walk(work, scratch)
    except (InExclusiveUseError, CannotWriteError):
        # Another program is just at it, or the disk is full: the next backup goes on.
        work.left.append(LeftBackup(backups_path(desk.cabinet).name, CANNOT_WRITE))
    if not any(one.why in _LATER for one in work.left):
        with writing():
            FormerKey.delete().where(FormerKey.generation.in_(list(former))).execute()
    return Resealed(tuple(work.resealed), tuple(work.left))


def resume(desk: Desk, now: datetime, progress: Progress = silent) -> None:
    """Go on with what a kill, a cancel or a missing stick left, before a new backup is made.

    Raises:
        StoppedError: `progress` stopped it, or the screen was locked.
    """
    left = reseal_backups(desk, now, progress).left
    if any(one.why == STOPPED for one in left):
        raise StoppedError


def _managers() -> dict[int, str]:
    """Public keys of the managers who are still here."""
    here = Person.select(Person.staff_no, Person.public_key).where(
        Person.role == Role.MANAGER, Person.state != PersonState.GONE
    )
    return dict(rows_of(here))


def _walk(work: _Work, scratch: Path) -> None:
    """Every backup of both folders, the newest first: what is stopped has done the likeliest."""
    files = [(file, manifest) for file in _files(work) if (manifest := _ours(work, file))]
    files.sort(key=lambda one: one[1].made_at, reverse=True)
    for number, (file, manifest) in enumerate(files):
        if not work.desk.keys.data_key:
            raise StoppedError
        try:
            _reseal(work, file, manifest, scratch, _part(work.progress, number, len(files)))
        except StoppedError:
            if not work.desk.keys.data_key:
                raise
            work.left += [LeftBackup(left.name, STOPPED) for left, _ in files[number:]]
            return


def _part(progress: Progress, number: int, count: int) -> Progress:
    return lambda done, total: progress(
        number * 1000 + done * 1000 // max(total, 1), max(count, 1) * 1000
    )


def _files(work: _Work) -> list[Path]:
    """All backup files of both folders; a folder that cannot be read is told."""
    own, second = backups_path(work.desk.cabinet), second_folder()
    found: dict[Path, Path] = {}
    for folder in (own, second) if second else (own,):
        try:
            files = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
        except OSError:
            if folder is second:
                work.left.append(LeftBackup(str(folder), UNREACHABLE))
            continue
        found |= {path.resolve(): path for path in files if path.is_file()}
    return list(found.values())


def _ours(work: _Work, file: Path) -> Manifest | None:
    """What a backup says of itself, if a former key of ours encrypts it."""
    try:
        manifest = read_backup(file)[0]
    except UnreadableFileError:
        work.left.append(LeftBackup(file.name, UNREACHABLE))
        return None
    except CabinetError:
        work.left.append(LeftBackup(file.name, DAMAGED))
        return None
    if manifest.cabinet_id != work.key_file.cabinet_id:
        return None
    if manifest.generation in work.former:
        return manifest
    if manifest.generation != work.key_file.generation:
        work.left.append(LeftBackup(file.name, OLDER_KEY))
    return None


def _reseal(work: _Work, file: Path, manifest: Manifest, scratch: Path, progress: Progress) -> None:
    """One backup, and the line of the log that tells of it."""
    keys = work.desk.keys
    former = Keys(bytearray(work.former[manifest.generation]), bytearray(keys.log_key))
    try:
        after = reseal_backup(
            file,
            former,
            keys,
            work.key_file,
            lambda opened: _admit(work, opened),
            scratch,
            progress,
        )
    except (UnreadableFileError, CannotWriteError) as error:
        why = UNREACHABLE if isinstance(error, UnreadableFileError) else CANNOT_WRITE
        work.left.append(LeftBackup(file.name, why))
    except StoppedError:
        raise
    except CabinetError as error:
        # A cabinet made from a backup may have other keys of the same generation.
        other_key = error.values.get("reason") == "other_key"
        work.left.append(LeftBackup(file.name, OLDER_KEY if other_key else DAMAGED))
    else:
        work.resealed.append(file.name)
        _log(work, file, after)
    finally:
        former.forget()


def _admit(work: _Work, opened: sqlcipher.Connection) -> Collection[str]:
    """Have the backup's rows know the keys of today's managers, as far as they were managers then.

    Who was none then could not restore it; for him there is the recovery code.
    """
    admitted = [
        public_key
        for staff_no, public_key in work.managers.items()
        if opened.execute(
            "UPDATE person SET public_key = ? "
            "WHERE staff_no = ? AND role = 'manager' AND state <> 'gone'",
            (public_key, staff_no),
        ).rowcount
    ]
    opened.execute(
        "UPDATE setting SET value = ? WHERE name = ?", (stored(RECOVERY_KEY) or "", RECOVERY_KEY)
    )
    return admitted


def _log(work: _Work, file: Path, after: Manifest) -> None:
    with writing():
        audit.log(
            work.desk,
            audit.Event.RESEAL,
            work.now,
            kind="backup",
            subject=file.name,
            after={"generation": after.generation, "sha256": after.sha256},
        )
