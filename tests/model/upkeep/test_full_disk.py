"""A disk that fills up at any point of a backup or a restore: told plainly, and nothing is lost."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from model.errors import CannotWriteError
from model.storage import backup_file
from model.storage.cabinet import backups_path, database_path
from model.upkeep import backup
from model.upkeep.verify import verify

from .conftest import PASSWORD, Office

ROOT = Path(__file__).parents[3]
KIB = 1024
LIMITS = [0, 1, 16, 64, 200, 400]
"""KiB; the database of the office is larger than the largest."""


def with_full_disk(office: Office, kib: int, *what: object) -> str:
    program = Path(__file__).with_name("full_disk.py")
    words = (office.folder, "王芳", PASSWORD, kib * KIB, *what)
    done = subprocess.run(
        [sys.executable, str(program), *map(str, words)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.stdout.strip()


def test_the_limits_are_below_the_size_of_the_office(office: Office) -> None:
    assert database_path(office.folder).stat().st_size > max(LIMITS) * KIB


@pytest.mark.parametrize("kib", LIMITS)
def test_a_backup_that_finds_no_room_leaves_the_ones_before(
    office: Office, now: datetime, kib: int
) -> None:
    desk = office.sit("王芳")
    before = backup.back_up_daily(desk, now)
    assert before is not None
    content = before.file.read_bytes()
    office.leave()

    assert with_full_disk(office, kib, "daily") == "cannot_write"

    assert [path.name for path in backups_path(office.folder).iterdir()] == [before.file.name]
    assert before.file.read_bytes() == content
    desk = office.sit("王芳")
    assert verify(desk, "", now).faults == ()
    assert backup.back_up_daily(desk, now) is None
    backup_file.check_backup(before.file, desk.keys)


@pytest.mark.parametrize("kib", LIMITS)
def test_a_restore_that_finds_no_room_makes_nothing(
    office: Office, now: datetime, tmp_path: Path, kib: int
) -> None:
    made = backup.back_up(office.sit("王芳"), tmp_path / "usb.ccb", now)
    office.leave()
    there = sorted(path.name for path in tmp_path.iterdir())

    told = with_full_disk(office, kib, "restore", made.file, tmp_path / "again")

    assert told == "cannot_write"
    assert sorted(path.name for path in tmp_path.iterdir()) == there


def test_with_room_both_are_done(office: Office, now: datetime, tmp_path: Path) -> None:
    """The limit itself is not what is told above."""
    made = backup.back_up(office.sit("王芳"), tmp_path / "usb.ccb", now)
    office.leave()
    assert with_full_disk(office, 100 * KIB, "daily") == "done"
    assert with_full_disk(office, 100 * KIB, "restore", made.file, tmp_path / "again") == "done"


def test_a_read_only_folder_of_backups_is_told(office: Office, now: datetime) -> None:
    desk = office.sit("王芳")
    folder = backups_path(office.folder)
    folder.rmdir()
    folder.write_bytes(b"a file where the folder should be")
    with pytest.raises(CannotWriteError):
        backup.back_up_daily(desk, now)
    assert verify(desk, "", now).faults == ()
