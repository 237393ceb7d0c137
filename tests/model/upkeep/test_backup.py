import json
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from model.errors import AlreadyThereError, NotAllowedError, StoppedError
from model.office import audit
from model.office.backups_logged import LastBackup
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.storage import backup_file
from model.storage.cabinet import backups_path
from model.upkeep import backup
from model.upkeep.daily_files import daily_name
from model.upkeep.retention import kept

from .conftest import REP_PASSWORD, Office

StopAt = Callable[[int], Callable[[int, int], None]]


def test_backup_goes_to_the_cabinets_own_folder(manager: Desk, now: datetime) -> None:
    made = backup.back_up(manager, None, now)

    assert made.file == backups_path(manager.cabinet) / "backup-2026-03-16-081000.ccb"
    manifest = backup_file.check_backup(made.file, manager.keys)
    assert manifest.office == "东风办事处"
    assert made.rows == sum(manifest.rows.values()) > 0


def test_backup_into_a_folder_gets_a_name(manager: Desk, now: datetime, tmp_path: Path) -> None:
    made = backup.back_up(manager, tmp_path, now)

    assert made.file.parent == tmp_path
    assert made.file.suffix == ".ccb"


def test_backup_holds_only_managers_and_recovery(manager: Desk, now: datetime) -> None:
    made = backup.back_up(manager, None, now)

    _, key_file = backup_file.read_backup(made.file)
    assert [slot.name for slot in key_file.slots] == ["王芳", ""]


def test_a_slot_relabelled_in_the_key_file_does_not_go_along(manager: Desk, now: datetime) -> None:
    """Who is a manager stands in the database; keys.json can be edited by anybody."""
    from dataclasses import replace

    from model.storage.cabinet import key_file_path
    from model.storage.key_file import change_key_file

    change_key_file(
        key_file_path(manager.cabinet),
        lambda file: file.with_slot(replace(file.slot(3), role="manager")),
    )

    _, key_file = backup_file.read_backup(backup.back_up(manager, None, now).file)
    assert [slot.staff_no for slot in key_file.slots] == [1, 0]


def test_a_recovery_slot_that_is_gone_keeps_nobody_from_a_backup(
    manager: Desk, now: datetime
) -> None:
    """Whoever takes it out of keys.json must not have ended the office's backups."""
    from dataclasses import replace

    from model.storage.cabinet import key_file_path
    from model.storage.key_file import change_key_file
    from model.storage.vault import SlotKind

    change_key_file(
        key_file_path(manager.cabinet),
        lambda file: replace(
            file, slots=tuple(slot for slot in file.slots if slot.kind is SlotKind.STAFF)
        ),
    )

    _, key_file = backup_file.read_backup(backup.back_up(manager, None, now).file)
    assert [slot.staff_no for slot in key_file.slots] == [1]


def test_backup_is_logged(manager: Desk, now: datetime, tmp_path: Path) -> None:
    backup.back_up(manager, tmp_path / "usb.ccb", now)

    line = AuditLine.select().order_by(AuditLine.no.desc()).get()
    assert (line.event, line.subject) == (audit.Event.BACKUP, "usb.ccb")
    last = backup.last_backup(manager)
    assert last == LastBackup("usb.ccb", now, cards=0, elsewhere=True)
    assert not backup.backup_is_late(manager, now)
    assert backup.backup_is_late(manager, now + timedelta(days=7))


def test_no_backup_yet(manager: Desk, now: datetime) -> None:
    assert backup.last_backup(manager) is None
    assert backup.backup_is_late(manager, now)


def test_another_file_is_not_overwritten(manager: Desk, now: datetime, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("dear customer")

    with pytest.raises(AlreadyThereError):
        backup.back_up(manager, letter, now)

    assert letter.read_text() == "dear customer"


def test_own_backup_is_replaced(manager: Desk, now: datetime, tmp_path: Path) -> None:
    file = tmp_path / "usb.ccb"
    backup.back_up(manager, file, now)

    again = backup.back_up(manager, file, now + timedelta(hours=1))

    assert backup_file.read_backup(file)[0].made_at == again.made_at == now + timedelta(hours=1)


def test_backup_of_another_office_is_not_replaced(
    manager: Desk, now: datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "usb.ccb"
    backup.back_up(manager, file, now)
    monkeypatch.setattr(backup, "manifest_of", lambda *_: None)

    with pytest.raises(AlreadyThereError):
        backup.back_up(manager, file, now)


def test_stopped_backup_leaves_nothing(
    manager: Desk, now: datetime, tmp_path: Path, stop_at: StopAt
) -> None:
    with pytest.raises(StoppedError):
        backup.back_up(manager, tmp_path / "out" / "usb.ccb", now, stop_at(2))

    assert list((tmp_path / "out").iterdir()) == []
    assert backup.last_backup(manager) is None


def test_one_daily_backup_a_day(manager: Desk, now: datetime) -> None:
    first = backup.back_up_daily(manager, now)
    assert first is not None
    assert first.file.name == "daily-2026-03-16.ccb"

    assert backup.back_up_daily(manager, now + timedelta(hours=3)) is None
    assert backup.back_up_daily(manager, now + timedelta(days=1)) is not None


def test_damaged_daily_backup_is_made_again(manager: Desk, now: datetime) -> None:
    made = backup.back_up_daily(manager, now)
    assert made is not None
    made.file.write_bytes(b"torn")

    assert backup.back_up_daily(manager, now) is not None
    backup_file.check_backup(made.file, manager.keys)


def test_daily_backups_stay_by_the_rule(manager: Desk, now: datetime) -> None:
    folder = backups_path(manager.cabinet)
    made = backup.back_up_daily(manager, now - timedelta(days=800))
    assert made is not None
    days = {(now - timedelta(days=ago)).date() for ago in range(1, 120)}
    for day in days:
        shutil.copy(made.file, folder / daily_name(day))
    by_hand = ("backup-2020-01-01-080000.ccb", "before-upgrade-20200101-080000.ccb", "mine.ccb")
    for name in by_hand:
        shutil.copy(made.file, folder / name)

    backup.back_up_daily(manager, now)

    left = {path.name for path in folder.iterdir()}
    days |= {now.date(), (now - timedelta(days=800)).date()}
    assert left == {daily_name(day) for day in kept(days, now.date())} | set(by_hand)
    line = AuditLine.select().where(AuditLine.event == audit.Event.BACKUP_DROP).get()
    assert set(json.loads(line.after)["dropped"]) == {daily_name(day) for day in days} - left


def test_files_that_are_not_ours_are_not_dropped(
    manager: Desk, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither torn ones, nor another office's; and they take nobody's place."""
    folder = backups_path(manager.cabinet)
    strange = {(now - timedelta(days=ago)).date() for ago in range(200, 240)}
    for day in strange:
        (folder / daily_name(day)).write_bytes(b"torn")
    (folder / "daily-2026-99-99.ccb").write_bytes(b"no day")
    days = {(now - timedelta(days=ago)).date() for ago in range(8)}
    for day in sorted(days):
        backup.back_up_daily(manager, datetime.combine(day, now.time()))

    left = {path.name for path in folder.iterdir()}
    assert {daily_name(day) for day in strange} | {"daily-2026-99-99.ccb"} <= left
    assert {daily_name(day) for day in kept(days, now.date())} <= left


def test_the_evening_s_backup_takes_the_place_of_the_morning_s(
    manager: Desk, now: datetime
) -> None:
    morning = backup.back_up_daily(manager, now)
    evening = backup.back_up_daily(manager, now + timedelta(hours=9), anew=True)
    assert morning is not None
    assert evening is not None
    assert evening.file == morning.file
    assert backup_file.read_backup(evening.file)[0].made_at == now + timedelta(hours=9)


def test_backup_at_the_same_moment_by_another_program_is_enough(
    manager: Desk, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    from model.errors import InExclusiveUseError

    def taken(*_: object) -> None:
        raise InExclusiveUseError(path="there")

    monkeypatch.setattr(backup_file, "write_backup", taken)

    assert backup.back_up_daily(manager, now) is None


def test_rep_may_not_back_up(office: Office, now: datetime) -> None:
    desk = office.sit("李明", REP_PASSWORD)
    for act in (
        backup.back_up_daily,
        backup.backup_is_late,
        lambda desk, now: backup.back_up(desk, None, now),
    ):
        with pytest.raises(NotAllowedError):
            act(desk, now)
    for look in (backup.last_backup, backup.second_folder_state):
        with pytest.raises(NotAllowedError):
            look(desk)
