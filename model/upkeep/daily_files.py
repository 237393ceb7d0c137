"""The day's backups as files of a folder: their names, which are ours, and the rule that drops."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

from model.errors import CabinetError
from model.office.desk import Desk
from model.storage import backup_file
from model.storage.backup_manifest import Manifest
from model.storage.cabinet import key_file_path
from model.storage.durable import told_as_cannot_write
from model.storage.key_file import KeyFile
from model.upkeep.retention import kept

_DAILY = re.compile(rf"daily-(\d{{4}}-\d{{2}}-\d{{2}}){re.escape(backup_file.SUFFIX)}")


def daily_name(day: date) -> str:
    """The name of one day's backup."""
    return f"daily-{day:%Y-%m-%d}{backup_file.SUFFIX}"


def cabinet_id(desk: Desk) -> str:
    """By which a backup of this cabinet is known."""
    return KeyFile.read(key_file_path(desk.cabinet)).cabinet_id


def manifest_of(file: Path, ours: str) -> Manifest | None:
    """What a file says of itself, or None for anything but a readable backup of our cabinet."""
    if not file.is_file():
        return None
    try:
        manifest = backup_file.read_backup(file)[0]
    except CabinetError:
        return None
    return manifest if manifest.cabinet_id == ours else None


def daily_backups(folder: Path, ours: str) -> dict[date, Manifest]:
    """The daily backups of our cabinet in a folder, by the day in their name.

    A damaged one is none: it must not take the place of a sound one.

    Raises:
        CannotWriteError: the folder cannot be read.
    """
    with told_as_cannot_write(folder):
        files = list(folder.iterdir())
    found = {}
    for file in files:
        named = _DAILY.fullmatch(file.name)
        day = _day(named[1]) if named else None
        manifest = manifest_of(file, ours) if day else None
        if day and manifest:
            found[day] = manifest
    return found


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text)
    return None


def drop_by_rule(folder: Path, ours: str, today: date) -> tuple[str, ...]:
    """Remove the daily backups that the rule does not keep; nothing else is touched.

    Returns:
        Names of the files that are gone; one that cannot be removed stays.

    Raises:
        CannotWriteError: the folder cannot be read.
    """
    days = daily_backups(folder, ours)
    gone = []
    for day in sorted(days.keys() - kept(days, today)):
        with suppress(OSError):
            (folder / daily_name(day)).unlink()
            gone.append(daily_name(day))
    return tuple(gone)
