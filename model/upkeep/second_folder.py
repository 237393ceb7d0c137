"""The day's backups in a second folder too: a stick, another disk, a folder of the network.

Whatever happens there stops nothing here. It is remembered in the log, and told until it works.
"""

from __future__ import annotations

import errno
from datetime import date, datetime
from pathlib import Path

from model.errors import (
    BackupDamagedError,
    CabinetError,
    CannotWriteError,
    InExclusiveUseError,
    StoppedError,
)
from model.office import audit
from model.office.backups_logged import SecondCopy, second_copy
from model.office.desk import Desk
from model.office.office_settings import setting_value
from model.progress import Progress
from model.storage.backup_copy import clear_halves, copy_backup
from model.storage.backup_file import read_backup, scratch_beside
from model.storage.backup_manifest import Manifest
from model.storage.cabinet import backups_path
from model.storage.database import writing
from model.upkeep.daily_files import cabinet_id, daily_backups, daily_name, drop_by_rule
from model.upkeep.retention import DAYS

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def second_folder() -> Path | None:
    """The office's second folder for backups, or None."""
    text = str(setting_value("second_backup_folder"))
    return Path(text).expanduser() if text else None


def copy_to_second_folder(desk: Desk, now: datetime, progress: Progress) -> None:
    """Bring the second folder up to date: the newest days that it lacks, and what was re-sealed.

    Raises:
        StoppedError: `progress` stopped it; nothing half is left.
    """
    folder = second_folder()
    if folder is None:
        return
    copied: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    fault = ""
    try:
        with scratch_beside(backups_path(desk.cabinet) / "second.ccb") as scratch:
            copied = _brought_up(desk, folder, scratch, progress)
            gone = drop_by_rule(folder, cabinet_id(desk), now.date())
    except StoppedError:
        raise
    except InExclusiveUseError:
        return  # another program is just at it
    except (CabinetError, OSError, _FaultError) as error:
        fault = fault_code(error)
    _remember(desk, folder, copied, fault, now)
    note_dropped(desk, folder, gone, now)


class _FaultError(Exception):
    """What no other error tells of the second folder: a code of `model.sentences.backups`."""


def _brought_up(desk: Desk, folder: Path, scratch: Path, progress: Progress) -> tuple[str, ...]:
    """Copy what is missing or differs, the newest first; names of what was copied."""
    if not folder.is_dir():
        raise _FaultError("missing")
    own = backups_path(desk.cabinet)
    # Nor beside the cards: whatever takes those away takes their backups along.
    if folder.samefile(own) or folder.resolve().is_relative_to(desk.cabinet.resolve()):
        raise _FaultError("same")
    clear_halves(folder)
    ours = cabinet_id(desk)
    here, there = daily_backups(own, ours), daily_backups(folder, ours)
    days = _to_copy(here, there)
    for number, day in enumerate(days):
        out = folder / daily_name(day)
        if day not in there and out.exists() and not _is_torn(out):
            raise _FaultError("taken")
        copy_backup(own / out.name, out, desk.keys, _part(progress, number, len(days)), scratch)
    if any(_is_newer_there(here[day], there[day]) for day in here.keys() & there.keys()):
        raise _FaultError("taken")
    return tuple(daily_name(day) for day in days)


def _to_copy(here: dict[date, Manifest], there: dict[date, Manifest]) -> list[date]:
    """Newest first: the newest days that are missing there, and all that are not the same.

    A day that the rule has dropped there is not brought back: the newest days always stay.
    """
    newest = sorted(here, reverse=True)[:DAYS]
    missing = [day for day in newest if day not in there]
    differing = [
        day
        for day in here.keys() & there.keys()
        if here[day] != there[day] and not _is_newer_there(here[day], there[day])
    ]
    return sorted({*missing, *differing}, reverse=True)


def _is_newer_there(here: Manifest, there: Manifest) -> bool:
    """Whether a twin made it: a cabinet that was restored from a backup, as this one may be."""
    return there.made_at > here.made_at


def _is_torn(file: Path) -> bool:
    """Whether a file of a backup's name is no backup of anybody."""
    try:
        read_backup(file)
    except BackupDamagedError:
        return True
    return False


def _part(progress: Progress, number: int, parts: int) -> Progress:
    """One of several files, told in thousandths of each."""

    def told(done: int, total: int) -> None:
        progress(number * 1000 + done * 1000 // max(total, 1), parts * 1000)

    return told


def fault_code(error: Exception) -> str:
    """Why it failed, as a code of `model.sentences.backups`."""
    if isinstance(error, _FaultError):
        return str(error)
    if isinstance(error, BackupDamagedError):
        return "damaged"
    cause = error.__cause__ if isinstance(error, CannotWriteError) else error
    number = cause.errno if isinstance(cause, OSError) else None
    if number in _FULL:
        return "full"
    return "refused" if number in _REFUSED else "unreachable"


def _remember(desk: Desk, folder: Path, copied: tuple[str, ...], fault: str, now: datetime) -> None:
    """One line of the log when something arrived or changed, and one a day while it fails."""
    before = second_copy()
    if before is None or not (copied or _is_news(before, fault, now.date())):
        return
    with writing():
        audit.log(
            desk,
            audit.Event.BACKUP_COPY,
            now,
            kind="backup",
            subject=copied[0] if copied else folder.name,
            after={"folder": before.folder, "copied": list(copied)},
            reason=fault,
        )


def _is_news(before: SecondCopy, fault: str, today: date) -> bool:
    if before.tried_at is None or before.fault != fault:
        return True
    return bool(fault) and before.tried_at.date() != today


def note_dropped(desk: Desk, folder: Path, gone: tuple[str, ...], now: datetime) -> None:
    """The log tells which backups the rule has removed."""
    if not gone:
        return
    with writing():
        audit.log(
            desk,
            audit.Event.BACKUP_DROP,
            now,
            kind="backup",
            subject=gone[-1],
            after={"folder": str(folder), "dropped": list(gone)},
        )
