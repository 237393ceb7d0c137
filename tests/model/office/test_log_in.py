"""Who opens a key slot is who sits there; nobody gets in by editing `keys.json`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from model.errors import (
    BadInputError,
    CabinetError,
    KeyFileDamagedError,
    NotACabinetError,
    NotAllowedError,
    NotFoundError,
    TooManyTriesError,
    WeakPasswordError,
    WrongPasswordError,
)
from model.office import audit, log_in, people
from model.office.desk import Desk
from model.office.founding import Founders, create
from model.office.log_in import lock_screen, recover, staff_of
from model.office.rights import Role
from model.office.tables import AuditLine, Person
from model.storage.cabinet import key_file_path
from model.storage.database import connected, writing
from model.storage.key_file import KeyFile, change_key_file
from model.storage.vault import FLOOR_KDF, make_slot, new_keys
from tests.conftest import NOW, PASSWORD, Sit

LATER = NOW + timedelta(hours=1)


def enter(cabinet: Path, name: str, password: str = PASSWORD) -> Desk:
    return log_in.log_in(cabinet, name, password, NOW)


def edit(cabinet: Path, change: object) -> None:
    """What anybody can do who reaches the folder."""
    change_key_file(cabinet / "keys.json", change)  # type: ignore[arg-type]


def lines(event: str) -> list[AuditLine]:
    return list(AuditLine.select().where(AuditLine.event == event).order_by(AuditLine.no))


# --- the right way in --------------------------------------------------------------------------


def test_the_desk_knows_who_sits_there(cabinet: Path) -> None:
    desk = log_in.log_in(cabinet, "赵刚", PASSWORD, NOW, workplace="柜台")
    assert (desk.person.name, desk.person.role, desk.person.team) == (
        "赵刚",
        Role.SUPERVISOR,
        "一队",
    )
    assert (desk.office, desk.workplace) == ("华东办事处", "柜台")
    line = lines("auth.login")[-1]
    assert (line.actor, line.role, line.workplace, line.subject) == (
        "赵刚",
        "supervisor",
        "柜台",
        "5",
    )


@pytest.mark.parametrize("typed", ["张总", " 张总 ", "张 总", "张\u3000总", "1"])
def test_a_name_is_found_however_it_is_typed(cabinet: Path, typed: str) -> None:
    assert enter(cabinet, typed).person.name == "张总"


def test_the_list_of_names_needs_no_password(cabinet: Path) -> None:
    assert [one.name for one in staff_of(cabinet)][:3] == ["张总", "王秀兰", "李明"]


def test_unknown_names_and_places_are_told_apart(cabinet: Path, tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        enter(cabinet, "谁也不是")
    with pytest.raises(NotACabinetError):
        enter(tmp_path / "nothing", "张总")


# --- wrong passwords ---------------------------------------------------------------------------


def test_failures_are_logged_by_the_next_who_comes_in(cabinet: Path) -> None:
    for name in ("张总", "李明"):
        with pytest.raises(WrongPasswordError):
            log_in.log_in(cabinet, name, "my-secret-typo", NOW)
    log_in.log_in(cabinet, "王秀兰", PASSWORD, LATER)

    found = lines("auth.fail")
    assert [(line.subject, line.at) for line in found] == [
        ("1", "2026-11-20 08:30:00"),
        ("3", "2026-11-20 08:30:00"),
    ]
    assert found[0].actor == "王秀兰", "who found them"
    assert KeyFile.read(cabinet / "keys.json").failures == ()
    everything = "".join(str(field) for line in AuditLine.select().tuples() for field in line)
    assert "my-secret-typo" not in everything


def test_failures_are_logged_once(cabinet: Path) -> None:
    with pytest.raises(WrongPasswordError):
        enter(cabinet, "李明", "wrong-password")
    enter(cabinet, "王秀兰")
    enter(cabinet, "王秀兰")
    assert len(lines("auth.fail")) == 1


def test_failures_are_logged_once_though_they_stayed_in_the_key_file(
    cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(WrongPasswordError):
        enter(cabinet, "李明", "wrong-password")
    monkeypatch.setattr(log_in, "_forget_failures", _fails)  # as one who is killed just then
    with pytest.raises(RuntimeError):
        enter(cabinet, "王秀兰")
    monkeypatch.undo()
    with pytest.raises(WrongPasswordError):
        enter(cabinet, "李明", "wrong-password")
    enter(cabinet, "王秀兰")
    assert len(lines("auth.fail")) == 2


def test_failures_of_a_key_file_that_was_made_anew_are_logged(cabinet: Path) -> None:
    path = cabinet / "keys.json"
    for minute in (0, 1):
        at = NOW + timedelta(minutes=minute)
        KeyFile.read(path).with_failure(3, at).write(path)
        enter(cabinet, "王秀兰")
        replace(KeyFile.read(path), last_failure=0).write(path)
    assert len(lines("auth.fail")) == 2


def test_failures_stay_when_the_log_in_breaks_off(
    cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(WrongPasswordError):
        enter(cabinet, "李明", "wrong-password")
    monkeypatch.setattr(audit, "log", _fails)
    with pytest.raises(RuntimeError):
        enter(cabinet, "王秀兰")
    assert not connected(), "a log-in that failed leaves nothing open"
    monkeypatch.undo()
    enter(cabinet, "王秀兰")
    assert len(lines("auth.fail")) == 1


def _fails(*_: object, **__: object) -> None:
    raise RuntimeError


def test_the_fourth_try_waits_and_a_restart_does_not_help(cabinet: Path) -> None:
    for wait in (0, 0, 5):
        with pytest.raises(WrongPasswordError) as wrong:
            enter(cabinet, "李明", "wrong-password")
        assert wrong.value.values["wait_seconds"] == wait
    with pytest.raises(TooManyTriesError) as early:
        enter(cabinet, "李明")
    assert early.value.values == {"wait_seconds": 5}
    assert enter(cabinet, "王芳").person.name == "王芳", "others need not wait"
    assert log_in.log_in(cabinet, "李明", PASSWORD, NOW + timedelta(seconds=6)).person


# --- an attacker who edits keys.json -----------------------------------------------------------


def test_a_person_whose_slot_was_taken_away_is_out(cabinet: Path) -> None:
    edit(cabinet, lambda file: file.without_slot(3))
    with pytest.raises(NotFoundError):
        enter(cabinet, "李明")


def test_a_slot_under_another_name_opens_ones_own_desk_only(cabinet: Path) -> None:
    """The rep puts his key under the manager's name and number."""
    own = KeyFile.read(cabinet / "keys.json").slot(3)
    edit(
        cabinet, lambda file: file.with_slot(replace(own, staff_no=1, name="张总", role="manager"))
    )

    desk = enter(cabinet, "张总")
    assert (desk.person.name, desk.person.role) == ("李明", Role.REP)
    with pytest.raises(NotAllowedError):
        people.add_person(desk, "同伙", Role.MANAGER, "", PASSWORD, NOW)
    assert lines("auth.login")[-1].actor == "李明"


@pytest.mark.parametrize("whose", [1, 4])
def test_a_swapped_public_key_opens_nothing(cabinet: Path, whose: int) -> None:
    file = KeyFile.read(cabinet / "keys.json")
    swapped = replace(file.slot(3), public_key=file.slot(whose).public_key)
    edit(cabinet, lambda file: file.with_slot(swapped))
    with pytest.raises(KeyFileDamagedError):
        enter(cabinet, "李明")


def test_a_slot_made_with_the_real_keys_is_nobodys(cabinet: Path, sit: Sit) -> None:
    """Somebody inside knows the data key, but cannot write the manager's row by the program."""
    desk = sit("李明")
    slot = make_slot(1, "张总", "manager", "my-own-password", desk.keys, kdf=FLOOR_KDF)
    edit(cabinet, lambda file: file.with_slot(slot))
    with pytest.raises(KeyFileDamagedError):
        enter(cabinet, "张总", "my-own-password")
    with pytest.raises(WrongPasswordError):
        enter(cabinet, "张总")


def test_a_slot_made_with_other_keys_opens_nothing(cabinet: Path) -> None:
    slot = make_slot(1, "张总", "manager", "my-own-password", new_keys(), kdf=FLOOR_KDF)
    edit(cabinet, lambda file: file.with_slot(slot))
    with pytest.raises(KeyFileDamagedError):
        enter(cabinet, "张总", "my-own-password")
    assert not connected()


def test_who_is_gone_is_let_in_by_no_slot(cabinet: Path, clerk: Desk) -> None:
    with writing():
        Person.update(state="gone").where(Person.name == "李明").execute()
    with pytest.raises(KeyFileDamagedError):
        enter(cabinet, "李明")


# --- the lock ----------------------------------------------------------------------------------


def test_the_lock_forgets_the_keys_whatever_happens(
    clerk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit, "log", _fails)
    with pytest.raises(RuntimeError):
        lock_screen(clerk, NOW)
    assert not connected()
    assert (bytes(clerk.keys.data_key), bytes(clerk.keys.log_key)) == (b"", b"")


def test_locking_twice_is_no_trouble_to_who_sits_there_now(cabinet: Path, clerk: Desk) -> None:
    before = len(lines("auth.lock"))
    lock_screen(clerk, NOW)
    enter(cabinet, "张总")
    lock_screen(clerk, NOW)
    assert connected()
    assert len(lines("auth.lock")) == before + 1


# --- the recovery code -------------------------------------------------------------------------


@pytest.fixture
def lost(tmp_path: Path) -> tuple[Path, str]:
    """A cabinet whose manager has forgotten the password, and its paper."""
    path = tmp_path / "lost.cabinet"
    code = create(path, Founders("办事处", "张总", "王秀兰", PASSWORD), NOW, FLOOR_KDF)
    return path, code


def test_the_code_gives_a_new_password_and_a_new_code(lost: tuple[Path, str]) -> None:
    path, code = lost
    new_code = recover(path, "张总", code.lower().replace("-", " "), "new-password", NOW)

    assert not connected()
    assert enter(path, "张总", "new-password").person.role is Role.MANAGER
    assert lines("auth.recover")[0].actor == "张总"
    for password, used in ((PASSWORD, code), ("new-password", code)):
        with pytest.raises(WrongPasswordError):
            recover(path, "张总", used, password, NOW)
    assert recover(path, "张总", new_code, "third-password", LATER) != new_code


@pytest.mark.parametrize(
    ("manager", "password", "error"),
    [
        ("王秀兰", "new-password", NotFoundError),
        ("谁", "new-password", NotFoundError),
        ("张总", "short", WeakPasswordError),
    ],
)
def test_a_refused_recovery_leaves_code_and_password(
    lost: tuple[Path, str], manager: str, password: str, error: type[CabinetError]
) -> None:
    path, code = lost
    with pytest.raises(error):
        recover(path, manager, code, password, NOW)
    assert not connected()
    assert enter(path, "张总").person.name == "张总"
    assert recover(path, "张总", code, "new-password", NOW)


def test_a_slip_of_the_pen_is_no_wrong_try(lost: tuple[Path, str]) -> None:
    path, code = lost
    slip = ("1" if code[0] != "1" else "2") + code[1:]
    for _ in range(5):
        with pytest.raises(BadInputError):
            recover(path, "张总", slip, "new-password", NOW)
    assert recover(path, "张总", code, "new-password", NOW)


def test_the_number_of_another_cabinet_is_a_damaged_key_file(cabinet: Path) -> None:
    """By it the office's backups are known, which a re-key must find to encrypt them anew."""
    enter(cabinet, "张总")
    edit(cabinet, lambda file: replace(file, cabinet_id="0" * 32))
    with pytest.raises(KeyFileDamagedError):
        enter(cabinet, "张总")
    assert not connected()


def test_a_role_that_does_not_exist_is_a_damaged_key_file(cabinet: Path) -> None:
    def with_odd_role(file: KeyFile) -> KeyFile:
        return file.with_slot(replace(file.slot(1), role="king"))

    change_key_file(key_file_path(cabinet), with_odd_role)
    with pytest.raises(KeyFileDamagedError):
        log_in.staff_of(cabinet)
