"""How the backups stand, in facts: the last good one, the list, what is late."""

import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from playhouse.test_utils import assert_query_count

from model.errors import BackupDamagedError, NotAllowedError, UnreadableFileError
from model.office import audit, calendar, office_settings
from model.office.backups_logged import is_late
from model.office.calendar import working_days_since
from model.office.desk import Desk
from model.office.tables import AuditLine
from model.storage.cabinet import backups_path
from model.upkeep import backup
from model.upkeep.backup_health import BackupKind, backup_state, check_one_backup

from .conftest import REP_PASSWORD, Office

OLD = Path(__file__).parents[1] / "old_cabinets" / "0.1.0.ccb"


def spoil(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def test_no_backup_is_late(manager: Desk, now: datetime) -> None:
    state = backup_state(manager, now)
    assert (state.last, state.place, state.days, state.late, state.files) == (
        None,
        None,
        None,
        True,
        (),
    )
    assert state.second is None


def test_todays_backup(manager: Desk, now: datetime) -> None:
    made = backup.back_up_daily(manager, now)
    assert made is not None
    state = backup_state(manager, now + timedelta(hours=1))
    assert state.last is not None
    assert (state.last.file, state.last.made_at, state.last.cards) == (made.file.name, now, 0)
    assert (state.place, state.days, state.late) == (made.file.parent, 0, False)
    (one,) = state.files
    assert (one.kind, one.second, one.fault, one.checked_at) == (BackupKind.DAILY, False, "", now)
    assert one.size == made.file.stat().st_size


@pytest.mark.parametrize(
    ("made", "today", "days", "late"),
    [
        ("2026-03-16", "2026-03-16", 0, False),
        ("2026-03-13", "2026-03-16", 1, False),  # Friday's is good on Monday
        ("2026-03-13", "2026-03-17", 2, True),
        ("2026-03-12", "2026-03-15", 1, False),  # nobody works on Saturday and Sunday
        ("2026-02-13", "2026-02-24", 2, True),  # 春节, with Saturday the 14th worked for it
        ("2026-03-17", "2026-03-16", 0, False),  # a clock that was set back
        ("2026-02-14", "2026-02-24", 1, False),
    ],
)
def test_late_is_older_than_a_working_day(
    manager: Desk, made: str, today: str, days: int, late: bool
) -> None:
    at, on = datetime.fromisoformat(f"{made} 08:00"), datetime.fromisoformat(today).date()
    assert working_days_since(at.date(), on) == days
    assert is_late(at, on) is late


@pytest.mark.usefixtures("manager")
def test_how_late_a_very_old_one_is_nobody_counts() -> None:
    """It is asked every minute, of each day until the answer is known."""
    with assert_query_count(2):
        assert is_late(datetime(2024, 3, 4, 8), date(2026, 3, 16))


def test_the_office_s_own_days_count(manager: Desk, now: datetime) -> None:
    day = (now + timedelta(days=1)).date()
    calendar.set_office_day(manager, day, False, "盘点", now)
    assert working_days_since(now.date(), day) == 0


def test_every_backup_is_listed_by_its_kind(manager: Desk, now: datetime, tmp_path: Path) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    office_settings.change_setting(manager, "second_backup_folder", str(second), now)
    backup.back_up_daily(manager, now)
    made = backup.back_up(manager, None, now + timedelta(minutes=5))
    own = backups_path(manager.cabinet)
    for name in ("before-upgrade-20260316-080000.ccb", "before-restore-20260316-080000.ccb"):
        shutil.copy(made.file, own / name)
    shutil.copy(OLD, own / "another-office.ccb")
    (own / "torn.ccb").write_bytes(b"torn")

    files = backup_state(manager, now + timedelta(minutes=6)).files

    assert {(one.kind.value, one.second, one.fault) for one in files} == {
        ("daily", False, ""),
        ("daily", True, ""),
        ("by_hand", False, ""),
        ("before_upgrade", False, ""),
        ("before_restore", False, ""),
        ("by_hand", False, "no_backup"),
    }
    assert files[-1].file.name == "torn.ccb"
    assert [one.checked_at for one in files if one.second] == [now]


def test_a_torn_backup_is_not_the_last_good_one(manager: Desk, now: datetime) -> None:
    backup.back_up_daily(manager, now)
    newer = backup.back_up(manager, None, now + timedelta(minutes=5))
    newer.file.write_bytes(newer.file.read_bytes()[:-100])
    state = backup_state(manager, now + timedelta(minutes=6))
    assert state.last is not None
    assert state.last.made_at == now


def test_a_backup_that_is_gone_does_not_count(manager: Desk, now: datetime) -> None:
    made = backup.back_up_daily(manager, now)
    assert made is not None
    made.file.unlink()
    assert backup_state(manager, now).last is None


def test_a_backup_elsewhere_counts(manager: Desk, now: datetime, tmp_path: Path) -> None:
    backup.back_up_daily(manager, now)
    backup.back_up(manager, tmp_path / "usb.ccb", now + timedelta(minutes=5))
    state = backup_state(manager, now + timedelta(minutes=6))
    assert state.last is not None
    assert (state.last.file, state.place) == ("usb.ccb", None)


def test_a_check_is_remembered(manager: Desk, now: datetime) -> None:
    made = backup.back_up(manager, None, now)
    later = now + timedelta(days=3)
    checked = check_one_backup(manager, made.file, later)
    assert (checked.made_at, checked.rows) == (now, made.rows)
    (one,) = backup_state(manager, later).files
    assert (one.checked_at, one.fault) == (later, "")


def test_damage_found_by_a_check_is_remembered(manager: Desk, now: datetime) -> None:
    """Only opening shows it; from then on the list does, until the file is made anew."""
    made = backup.back_up_daily(manager, now)
    assert made is not None
    spoil(made.file)
    assert backup_state(manager, now).files[0].fault == ""
    with pytest.raises(BackupDamagedError):
        check_one_backup(manager, made.file, now)
    state = backup_state(manager, now)
    assert (state.files[0].fault, state.last) == ("checksum", None)

    backup.back_up_daily(manager, now + timedelta(minutes=1), anew=True)
    assert backup_state(manager, now).files[0].fault == ""


def test_a_check_of_nothing(manager: Desk, now: datetime, tmp_path: Path) -> None:
    before = AuditLine.select().count()
    with pytest.raises(UnreadableFileError):
        check_one_backup(manager, tmp_path / "none.ccb", now)
    assert AuditLine.select().count() == before


def test_another_office_s_backup_does_not_open(manager: Desk, now: datetime) -> None:
    with pytest.raises(BackupDamagedError) as caught:
        check_one_backup(manager, OLD, now)
    assert caught.value.values["reason"] == "other_key"
    line = AuditLine.select().order_by(AuditLine.no.desc()).get()
    assert (line.event, line.subject, line.reason) == (
        audit.Event.VERIFY,
        "0.1.0.ccb",
        "other_key",
    )


def test_a_rep_sees_nothing_of_backups(office: Office, now: datetime, tmp_path: Path) -> None:
    desk = office.sit("李明", REP_PASSWORD)
    with pytest.raises(NotAllowedError):
        backup_state(desk, now)
    with pytest.raises(NotAllowedError):
        check_one_backup(desk, tmp_path / "x.ccb", now)
