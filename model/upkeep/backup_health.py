"""How the backups stand: the last good one, all there are, the second folder; one checked anew.

Looking at the folders may take long, since one of them may be a network's: a job's work. What a
page of the day shows comes from the log (`model.office.backups_logged`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from model.errors import BackupDamagedError, CabinetError
from model.office import audit
from model.office.backups_logged import (
    LastBackup,
    SecondCopy,
    is_late,
    newest_backup,
    second_copy,
)
from model.office.calendar import working_days_since
from model.office.desk import Desk
from model.office.rights import Right, act
from model.office.tables import AuditLine
from model.progress import Progress, silent
from model.storage import backup_file
from model.storage.cabinet import backups_path
from model.storage.database import reading, writing
from model.storage.rows import rows_of
from model.upkeep.backup import cards_of
from model.upkeep.daily_files import cabinet_id
from model.upkeep.second_folder import second_folder


class BackupKind(StrEnum):
    """Why a backup was made, by its name."""

    DAILY = "daily"
    BY_HAND = "by_hand"
    BEFORE_UPGRADE = "before_upgrade"
    BEFORE_RESTORE = "before_restore"


_BEGINNINGS = {
    "daily-": BackupKind.DAILY,
    "before-upgrade-": BackupKind.BEFORE_UPGRADE,
    "before-restore-": BackupKind.BEFORE_RESTORE,
}


@dataclass(frozen=True)
class BackupFile:
    """One backup of this cabinet, as its file stands there.

    Attributes:
        file: where it lies.
        kind: why it was made.
        second: it lies in the second folder.
        made_at: office wall-clock time; None where the file does not tell it any more.
        cards: how many it holds, drafts among them; None likewise.
        size: bytes of the file.
        fault: a reason of `BackupDamagedError`, or empty: as far as is seen without opening it.
        checked_at: when it was last opened and checked; None: by no line of this log.
    """

    file: Path
    kind: BackupKind
    second: bool
    made_at: datetime | None
    cards: int | None
    size: int
    fault: str = ""
    checked_at: datetime | None = None


@dataclass(frozen=True)
class BackupState:
    """How the backups stand.

    Attributes:
        last: the newest sound backup, with the file's name, or None.
        place: its folder; None when it was put elsewhere, where nobody can look for it now.
        days: working days since; None without a backup.
        late: older than a working day, or none.
        files: all backups of this cabinet in both folders, the newest first.
        own_folder: the cabinet's own folder of backups.
        second: the second folder, or None.
    """

    last: LastBackup | None
    place: Path | None
    days: int | None
    late: bool
    files: tuple[BackupFile, ...]
    own_folder: Path
    second: SecondCopy | None


@dataclass(frozen=True)
class Checked:
    """A backup that was opened, decrypted, checked and counted just now."""

    file: Path
    made_at: datetime
    cards: int
    rows: int


@act(Right.BACK_UP)
def backup_state(desk: Desk, now: datetime) -> BackupState:
    """How the backups stand.

    Args:
        desk: a clerk or the manager.
        now: office wall-clock time.
    """
    own, second = backups_path(desk.cabinet), second_folder()
    ours = cabinet_id(desk)
    files = [*_found(own, ours, second=False)]
    if second is not None:
        files += _found(second, ours, second=True)
    with reading():
        files = _with_checks(files)
        logged, copied = newest_backup(), second_copy()
    files.sort(
        key=lambda one: (bool(one.made_at), one.made_at or now, not one.second), reverse=True
    )
    last, place = _last_good(files, logged)
    today = now.date()
    days = working_days_since(last.made_at.date(), today) if last else None
    late = is_late(last.made_at if last else None, today)
    return BackupState(last, place, days, late, tuple(files), own, copied)


@act(Right.BACK_UP)
def check_one_backup(desk: Desk, file: Path, now: datetime, progress: Progress = silent) -> Checked:
    """Open a backup with the cabinet's keys, decrypt it, check its structure and count its rows.

    The log keeps what came of it.

    Raises:
        UnreadableFileError: there is no such file, or it may not be read.
        BackupDamagedError: whatever is wrong with it.
        NewerCabinetError: a newer program has made it.
    """
    try:
        manifest = backup_file.check_backup(file, desk.keys, progress)
    except BackupDamagedError as error:
        _note_check(desk, file, str(error.values["reason"]), now)
        raise
    _note_check(desk, file, "", now)
    return Checked(file, manifest.made_at, cards_of(manifest), sum(manifest.rows.values()))


def _note_check(desk: Desk, file: Path, fault: str, now: datetime) -> None:
    with writing():
        audit.log(
            desk,
            audit.Event.VERIFY,
            now,
            kind="backup",
            subject=file.name,
            reason=fault,
            document=str(file.parent),
        )


def _found(folder: Path, ours: str, *, second: bool) -> Iterator[BackupFile]:
    """The backups of a folder; one that cannot be read has none."""
    files: list[Path] = []
    with suppress(OSError):
        files = sorted(folder.glob(f"*{backup_file.SUFFIX}"))
    for file in files:
        try:
            manifest = backup_file.read_backup(file)[0]
        except CabinetError as error:
            fault = str(error.values.get("reason", error.code))
            yield BackupFile(file, _kind(file), second, None, None, _size(file), fault)
            continue
        if manifest.cabinet_id == ours:
            made_at, cards = manifest.made_at, cards_of(manifest)
            yield BackupFile(file, _kind(file), second, made_at, cards, _size(file))


def _kind(file: Path) -> BackupKind:
    for beginning, kind in _BEGINNINGS.items():
        if file.name.startswith(beginning):
            return kind
    return BackupKind.BY_HAND


def _size(file: Path) -> int:
    with suppress(OSError):
        return file.stat().st_size
    return 0


def _with_checks(files: Iterable[BackupFile]) -> list[BackupFile]:
    """Each with what the log tells of its last check; making one ends with a check."""
    files = list(files)
    seen = _checks(files)
    return [
        replace(one, checked_at=seen[one.file][0], fault=one.fault or seen[one.file][1])
        if one.file in seen
        else one
        for one in files
    ]


def _checks(files: Iterable[BackupFile]) -> dict[Path, tuple[datetime, str]]:
    """By file: when it was last checked, and what was found then."""
    own = {one.file.name: one.file for one in files if not one.second}
    second = {one.file.name: one.file for one in files if one.second}
    lines = (
        AuditLine.select(
            *(AuditLine.event, AuditLine.subject, AuditLine.document),
            *(AuditLine.at, AuditLine.reason),
        )
        .where(AuditLine.subject.in_([*own, *second]))
        .where(AuditLine.event.in_(_CHECKING))
        .order_by(AuditLine.no)
    )
    seen: dict[Path, tuple[datetime, str]] = {}
    for event, name, folder, at, fault in rows_of(lines):
        there = second if event == audit.Event.BACKUP_COPY else own
        file = Path(folder) / name if folder else there.get(name)
        if file is not None:
            seen[file] = (datetime.fromisoformat(at), fault)
    return seen


_CHECKING = [audit.Event.BACKUP, audit.Event.BACKUP_COPY, audit.Event.VERIFY]
"""What ends with a backup that was opened and checked, or found wanting."""


def _last_good(
    files: Iterable[BackupFile], logged: LastBackup | None
) -> tuple[LastBackup | None, Path | None]:
    """The newest sound backup, and its folder; one put elsewhere counts by the log's word."""
    found = [
        (LastBackup(one.file.name, one.made_at, one.cards), one.file.parent)
        for one in files
        if one.made_at is not None and not one.fault
    ]
    newest = found[0] if found else (None, None)
    if logged is None or not logged.elsewhere:
        return newest
    is_newer = newest[0] is None or logged.made_at > newest[0].made_at
    return (logged, None) if is_newer else newest
