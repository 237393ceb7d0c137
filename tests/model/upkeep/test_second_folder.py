"""Daily backups in a second folder: brought up to date, checked there, never a reason to stop."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from model.errors import CannotWriteError, StoppedError
from model.office import audit, office_settings
from model.office.backups_logged import SecondCopy, second_copy
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.storage import backup_copy, backup_file, durable
from model.storage.cabinet import backups_path
from model.upkeep import backup
from model.upkeep.daily_files import daily_name

DAY = timedelta(days=1)


@pytest.fixture
def second(manager: Desk, tmp_path: Path, now: datetime) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    office_settings.change_setting(manager, "second_backup_folder", str(folder), now)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def copies() -> int:
    return AuditLine.select().where(AuditLine.event == audit.Event.BACKUP_COPY).count()


def test_no_second_folder(manager: Desk, now: datetime) -> None:
    backup.back_up_daily(manager, now)
    assert second_copy() is None
    assert copies() == 0


def test_each_daily_backup_is_copied_and_checked_there(
    manager: Desk, second: Path, now: datetime
) -> None:
    made = backup.back_up_daily(manager, now)
    assert made is not None
    copy = second / made.file.name
    assert copy.read_bytes() == made.file.read_bytes()
    backup_file.check_backup(copy, manager.keys)
    assert names(second) == [made.file.name]
    assert names(backups_path(manager.cabinet)) == [made.file.name]
    assert second_copy() == SecondCopy(str(second), now, tried_at=now)


def test_nothing_new_is_nothing_to_tell(manager: Desk, second: Path, now: datetime) -> None:
    backup.back_up_daily(manager, now)
    backup.back_up_daily(manager, now + timedelta(hours=1))
    assert copies() == 1


def test_the_same_rule_holds_there(manager: Desk, second: Path, now: datetime) -> None:
    made = backup.back_up_daily(manager, now)
    assert made is not None
    for ago in range(1, 60):
        shutil.copy(made.file, second / daily_name((now - ago * DAY).date()))
    backup.back_up_daily(manager, now + DAY)
    assert len(list(second.glob("daily-*"))) < 24


def test_a_stick_that_was_away_gets_the_days_it_has_missed(
    manager: Desk, second: Path, now: datetime
) -> None:
    away = second.with_name("away")
    second.rename(away)
    for ago in range(9):
        backup.back_up_daily(manager, now + ago * DAY)
        assert not second.exists()
    state = second_copy()
    assert state is not None
    assert (state.fault, state.since, state.copied_at) == ("missing", now, None)

    away.rename(second)
    backup.back_up_daily(manager, now + 9 * DAY)

    assert names(second) == [daily_name((now + ago * DAY).date()) for ago in range(3, 10)]
    assert second_copy() == SecondCopy(str(second), now + 9 * DAY, tried_at=now + 9 * DAY)


def test_a_newer_backup_of_a_twin_is_not_replaced_by_an_older_one(
    manager: Desk, second: Path, now: datetime
) -> None:
    """A cabinet restored on another PC and this one have the same number, and the same folder."""
    backup.back_up_daily(manager, now)
    twins = backup.back_up(manager, second / daily_name(now.date()), now + timedelta(hours=5))
    content = twins.file.read_bytes()
    backup.back_up_daily(manager, now + timedelta(hours=6))
    assert twins.file.read_bytes() == content
    state = second_copy()
    assert state is not None
    assert state.fault == "taken"


def test_a_fault_is_told_once_a_day_and_since_when(
    manager: Desk, second: Path, now: datetime
) -> None:
    backup.back_up_daily(manager, now)
    second.rename(second.with_name("away"))
    for hours in (24, 25, 26, 48):
        backup.back_up_daily(manager, now + timedelta(hours=hours))
    assert copies() == 3
    assert second_copy() == SecondCopy(
        str(second), now, "missing", now + DAY, now + timedelta(hours=48)
    )


def test_a_re_sealed_backup_takes_the_place_of_its_copy(
    manager: Desk, second: Path, now: datetime
) -> None:
    made = backup.back_up_daily(manager, now)
    assert made is not None
    backup.back_up(manager, made.file, now + timedelta(minutes=5))
    backup.back_up_daily(manager, now + timedelta(minutes=6))
    assert (second / made.file.name).read_bytes() == made.file.read_bytes()


@contextmanager
def _own_folder(manager: Desk, second: Path) -> Iterator[None]:
    second.rmdir()
    second.symlink_to(backups_path(manager.cabinet))
    yield


@contextmanager
def _inside_the_cabinet(manager: Desk, second: Path) -> Iterator[None]:
    second.rmdir()
    (manager.cabinet / "again").mkdir()
    second.symlink_to(manager.cabinet / "again")
    yield


@contextmanager
def _file_of_another_office(manager: Desk, second: Path) -> Iterator[None]:
    other = Path(__file__).parents[1] / "old_cabinets" / "0.1.0.ccb"
    shutil.copy(other, second / "daily-2026-03-16.ccb")
    yield
    assert (second / "daily-2026-03-16.ccb").read_bytes() == other.read_bytes()


@contextmanager
def _refusing(number: int) -> Iterator[None]:
    def refuse(_path: Path) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup_copy, "sync_file", refuse)
        yield


@contextmanager
def _spoiling() -> Iterator[None]:
    def spoil(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup_copy, "sync_file", spoil)
        yield


@pytest.mark.parametrize(
    ("trouble", "fault"),
    [
        (_own_folder, "same"),
        (_inside_the_cabinet, "same"),
        (_file_of_another_office, "taken"),
        (lambda *_: _refusing(28), "full"),
        (lambda *_: _refusing(30), "refused"),
        (lambda *_: _refusing(13), "refused"),
        (lambda *_: _refusing(5), "unreachable"),
        (lambda *_: _refusing(112), "unreachable"),
        (lambda *_: _spoiling(), "damaged"),
    ],
)
def test_whatever_happens_there_stops_nothing_here(
    manager: Desk, second: Path, now: datetime, trouble: Callable[..., Any], fault: str
) -> None:
    with trouble(manager, second):
        made = backup.back_up_daily(manager, now)
        assert made is not None
        backup_file.check_backup(made.file, manager.keys)
        state = second_copy()
        assert state is not None
        assert (state.fault, state.since) == (fault, now)
        left = set(names(second)) - {made.file.name}
        assert not left


def test_a_torn_copy_is_written_anew(manager: Desk, second: Path, now: datetime) -> None:
    (second / daily_name(now.date())).write_bytes(b"torn")
    backup.back_up_daily(manager, now)
    backup_file.check_backup(second / daily_name(now.date()), manager.keys)


def test_what_a_killed_program_left_is_cleared_away(
    manager: Desk, second: Path, now: datetime
) -> None:
    (second / f".{daily_name(now.date())}.0011aabb.half").write_bytes(b"half")
    backup.back_up_daily(manager, now)
    assert names(second) == [daily_name(now.date())]


def test_a_stopped_copy_leaves_nothing(manager: Desk, second: Path, now: datetime) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        backup.back_up_daily(manager, now, stop)
    assert names(second) == []
    assert names(backups_path(manager.cabinet)) == [daily_name(now.date())]


def test_a_folder_that_is_no_folder_of_ours_is_not_made(
    manager: Desk, tmp_path: Path, now: datetime
) -> None:
    """Where a stick is not plugged in, a copy must not fill the disk in its stead."""
    office_settings.change_setting(
        manager, "second_backup_folder", str(tmp_path / "not" / "there"), now
    )
    backup.back_up_daily(manager, now)
    assert not (tmp_path / "not").exists()


def test_a_full_disk_here_is_told(
    manager: Desk, second: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(durable.os, "fsync", full)
    with pytest.raises(CannotWriteError):
        backup.back_up_daily(manager, now)
    assert names(second) == []
