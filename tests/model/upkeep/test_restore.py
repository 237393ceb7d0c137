import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from model.errors import (
    AlreadyThereError,
    BackupDamagedError,
    BadInputError,
    KeyFileDamagedError,
    NotFoundError,
    StoppedError,
    UnreadableFileError,
    WeakPasswordError,
    WrongPasswordError,
)
from model.office import audit, log_in
from model.office.tables import AuditLine, Person
from model.storage.database import connected
from model.storage.key_file import KeyFile
from model.upkeep import backup
from model.upkeep.restore import restore

from .conftest import PASSWORD, REP_PASSWORD, Office

StopAt = Callable[[int], Callable[[int, int], None]]


@pytest.fixture
def file(office: Office, now: datetime, tmp_path: Path) -> Path:
    """A backup of the office, as it lies on a stick."""
    made = backup.back_up(office.sit("王芳"), tmp_path / "usb.ccb", now)
    office.leave()
    return made.file


@pytest.fixture
def later(now: datetime) -> datetime:
    return now + timedelta(days=400)


def test_manager_logs_in_as_before(file: Path, tmp_path: Path, later: datetime) -> None:
    back = restore(file, tmp_path / "again", "王芳", PASSWORD, later)

    assert back.office == "东风办事处"
    assert back.faults == ()
    assert not connected()
    assert log_in.log_in(tmp_path / "again", "王芳", PASSWORD, later).person.name == "王芳"


def test_everyone_else_gets_a_new_first_password(
    file: Path, tmp_path: Path, later: datetime
) -> None:
    folder = tmp_path / "again"

    back = restore(file, folder, "1", PASSWORD, later)

    assert [person.name for person in back.first_passwords] == ["李娜", "李明"]
    with pytest.raises(WrongPasswordError):
        log_in.log_in(folder, "李明", REP_PASSWORD, later)
    desk = log_in.log_in(folder, "李明", back.first_passwords[1].first_password, later)
    assert desk.must_change_password
    assert desk.person.team == "一队"


def test_restore_is_logged_after_the_backup_was_made(
    file: Path, tmp_path: Path, later: datetime
) -> None:
    restore(file, tmp_path / "again", "王芳", PASSWORD, later)

    log_in.log_in(tmp_path / "again", "王芳", PASSWORD, later)
    line = AuditLine.select().where(AuditLine.event == audit.Event.RESTORE).get()
    assert line.subject == "usb.ccb"
    assert "2026-03-16 08:10" in line.after


def test_recovery_code_opens_it_too(
    office: Office, file: Path, tmp_path: Path, later: datetime
) -> None:
    folder = tmp_path / "again"

    back = restore(file, folder, "王芳", "another-password", later, code=office.code)

    assert back.recovery_code
    assert back.recovery_code != office.code
    assert log_in.log_in(folder, "王芳", "another-password", later).person.name == "王芳"
    with pytest.raises(WrongPasswordError):
        log_in.log_in(folder, "王芳", PASSWORD, later)
    with pytest.raises(WrongPasswordError):
        log_in.recover(folder, "王芳", office.code, "yet-another-one", later)
    assert log_in.recover(folder, "王芳", back.recovery_code, "yet-another-one", later)


@pytest.mark.parametrize(
    ("manager", "password", "code", "error"),
    [
        ("王芳", "not-the-password", "", WrongPasswordError),
        ("李娜", PASSWORD, "", NotFoundError),
        ("王芳", "short", "given", WeakPasswordError),
        ("王芳", "another-password", "no code", BadInputError),
        ("李娜", "another-password", "given", NotFoundError),
    ],
)
def test_only_a_manager_restores(
    office: Office,
    file: Path,
    tmp_path: Path,
    now: datetime,
    manager: str,
    password: str,
    code: str,
    error: type[Exception],
) -> None:
    code = office.code if code == "given" else code
    with pytest.raises(error):
        restore(file, tmp_path / "again", manager, password, now, code=code)

    assert not (tmp_path / "again").exists()
    assert not connected()


def test_slot_that_no_row_knows_is_refused(
    office: Office, file: Path, tmp_path: Path, now: datetime
) -> None:
    """A backup whose key file was given another person's name is not a way in."""
    from model.storage import vault
    from model.storage.database import writing
    from model.storage.vault import FLOOR_KDF

    desk = office.sit("王芳")
    other = vault.make_slot(1, "王芳", "manager", PASSWORD, desk.keys, kdf=FLOOR_KDF)
    with writing():
        Person.update(public_key=other.public_key).where(Person.staff_no == 1).execute()
    from model.storage import backup_file

    backup_file.write_backup(office.folder, tmp_path / "odd.ccb", desk.keys, now)
    office.leave()

    with pytest.raises(KeyFileDamagedError):
        restore(tmp_path / "odd.ccb", tmp_path / "again", "王芳", PASSWORD, now)
    assert not (tmp_path / "again").exists()


def test_folder_in_use_is_left_alone(file: Path, office: Office, now: datetime) -> None:
    before = KeyFile.read(office.folder / "keys.json")

    with pytest.raises(AlreadyThereError):
        restore(file, office.folder, "王芳", PASSWORD, now)

    assert KeyFile.read(office.folder / "keys.json") == before


def test_torn_backup_makes_nothing(file: Path, tmp_path: Path, now: datetime) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)

    with pytest.raises(BackupDamagedError):
        restore(file, tmp_path / "again", "王芳", PASSWORD, now)

    assert not (tmp_path / "again").exists()


def test_no_such_file(tmp_path: Path, now: datetime) -> None:
    with pytest.raises(UnreadableFileError):
        restore(tmp_path / "none.ccb", tmp_path / "again", "王芳", PASSWORD, now)


def test_stopped_restore_leaves_nothing(
    file: Path, tmp_path: Path, now: datetime, stop_at: StopAt
) -> None:
    before = threading.active_count()
    for number in (1, 2, 4):
        with pytest.raises(StoppedError):
            restore(file, tmp_path / "again", "王芳", PASSWORD, now, stop_at(number))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["office.cabinet", "usb.ccb"]
    assert threading.active_count() == before
