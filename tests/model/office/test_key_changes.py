"""The key file and the database change together, whatever is killed and however full the disk."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path

import pytest

from model.errors import AlreadyThereError, CannotWriteError, NotFoundError, WrongPasswordError
from model.office import audit, invariants, key_changes, log_check, people, recovery
from model.office.desk import Desk
from model.office.founding import Founders, create
from model.office.log_in import lock_screen, log_in, recover
from model.office.office_settings import RECOVERY_KEY, stored
from model.office.rights import Role
from model.office.tables import AuditLine, Person, Setting
from model.storage.cabinet import disconnect
from model.storage.key_file import KeyFile, change_key_file
from model.storage.vault import FLOOR_KDF
from tests.conftest import NOW, PASSWORD, Sit

NEW = "another-horse"
ACTS: dict[str, Callable[[Desk], object]] = {
    "auth.password": lambda desk: people.change_own_password(desk, PASSWORD, NEW, NOW),
    "staff.reset": lambda desk: people.reset_password(desk, 3, NOW, NEW),
    "staff.add": lambda desk: people.add_person(desk, "新人", Role.REP, "一队", NEW, NOW),
    "auth.recovery_code": lambda desk: _renew(desk),
}


def _renew(desk: Desk) -> None:
    pending = recovery.new_recovery_code(desk, NOW)
    recovery.confirm_recovery_code(desk, pending, pending.code, NOW)


@pytest.fixture
def manager(sit: Sit) -> Desk:
    return sit("张总")


def dies(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is killed before or after the key file is written: nothing more is done."""

    def die(*given: object) -> None:
        if where == "after":
            change_key_file(*given)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    monkeypatch.setattr(key_changes, "change_key_file", die)


def notes() -> int:
    return Setting.select().where(Setting.name.startswith("key_change:")).count()


def agree(cabinet: Path) -> None:
    """Rows, facts and slots say the same, and the log is whole."""
    key_file = KeyFile.read(cabinet / "keys.json")
    rows = {person.staff_no: person.public_key for person in Person.select()}
    assert rows == {slot.staff_no: slot.public_key for slot in key_file.slots if slot.staff_no}
    assert stored(RECOVERY_KEY) == key_file.recovery.public_key
    assert list(invariants.faults()) == []


def lines(event: str) -> list[AuditLine]:
    return list(AuditLine.select().where(AuditLine.event == event))


# --- killed --------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", ACTS)
@pytest.mark.parametrize("where", ["before", "after"])
def test_an_act_that_was_killed_is_whole_or_not_at_all(
    where: str, event: str, cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    had, slots = len(lines(event)), KeyFile.read(cabinet / "keys.json").slots
    dies(where, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        ACTS[event](manager)
    monkeypatch.undo()
    assert notes() == 1
    disconnect()

    clerk = log_in(cabinet, "王秀兰", PASSWORD, NOW + timedelta(minutes=1))

    agree(cabinet)
    assert (KeyFile.read(cabinet / "keys.json").slots != slots) is (where == "after")
    found = lines(event)[had:]
    assert [(line.actor, line.at) for line in found] == [("张总", "2026-11-20 08:30:00")] * (
        where == "after"
    ), "by whom and when it was done"
    assert list(log_check.faults(clerk.keys.log_key, "")) == []


def test_what_the_killed_one_wanted_opens_the_cabinet(
    cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dies("after", monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        people.reset_password(manager, 3, NOW, NEW)
    monkeypatch.undo()
    disconnect()

    with pytest.raises(WrongPasswordError):
        log_in(cabinet, "李明", PASSWORD, NOW)
    desk = log_in(cabinet, "李明", NEW, NOW)

    assert (desk.person.name, desk.must_change_password) == ("李明", True)
    assert notes() == 0


def test_a_recovery_that_was_killed_counts_or_can_be_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for where, password in (("before", PASSWORD), ("after", NEW)):
        path = tmp_path / f"{where}.cabinet"
        code = create(path, Founders("东风办事处", "张总", "王秀兰", PASSWORD), NOW, FLOOR_KDF)
        dies(where, monkeypatch)
        with pytest.raises(KeyboardInterrupt):
            recover(path, "张总", code, NEW, NOW)
        monkeypatch.undo()

        desk = log_in(path, "张总", password, NOW)
        agree(path)
        assert len(lines("auth.recover")) == (where == "after")
        lock_screen(desk, NOW)
        if where == "before":
            assert recover(path, "张总", code, NEW, NOW)


def test_a_note_that_nothing_came_of_is_forgotten_after_an_hour(
    cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dies("before", monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        people.reset_password(manager, 3, NOW, NEW)
    monkeypatch.undo()
    for minutes, left in ((59, 1), (61, 0)):
        log_in(cabinet, "王秀兰", PASSWORD, NOW + timedelta(minutes=minutes))
        assert notes() == left


def test_the_next_change_finishes_the_one_before(
    cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dies("after", monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        people.reset_password(manager, 3, NOW, NEW)
    monkeypatch.undo()

    people.reset_password(manager, 3, NOW, NEW)

    assert (len(lines("staff.reset")), notes()) == (2, 0)
    agree(cabinet)


# --- refused -------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", ACTS)
def test_a_full_disk_leaves_everything_as_it_was(
    event: str, cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    had, slots = len(lines(event)), KeyFile.read(cabinet / "keys.json").slots

    def refuse(*_: object) -> None:
        raise CannotWriteError(path="keys.json", reason="disk full")

    monkeypatch.setattr(key_changes, "change_key_file", refuse)
    with pytest.raises(CannotWriteError):
        ACTS[event](manager)

    assert KeyFile.read(cabinet / "keys.json").slots == slots
    assert (len(lines(event)), notes()) == (had, 0)
    agree(cabinet)


@pytest.mark.parametrize("event", ACTS)
def test_a_disk_that_is_full_after_the_key_file_has_the_rest_done_later(
    event: str, cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A commit that fails may be durable all the same: nothing can be taken back."""
    had, slots = len(lines(event)), KeyFile.read(cabinet / "keys.json").slots

    def fill(*given: object) -> None:
        change_key_file(*given)  # type: ignore[arg-type]
        raise CannotWriteError(path="cabinet.db", reason="disk full")

    monkeypatch.setattr(key_changes, "change_key_file", fill)
    # Of a newcomer there is no row yet that could be shown.
    with pytest.raises(CannotWriteError) if event == "staff.add" else nullcontext():
        ACTS[event](manager)
    monkeypatch.undo()
    assert KeyFile.read(cabinet / "keys.json").slots != slots
    assert (len(lines(event)), notes()) == (had, 1)

    log_in(cabinet, "王秀兰", PASSWORD, NOW)

    assert (len(lines(event)), notes()) == (had + 1, 0)
    agree(cabinet)


def test_a_namesake_who_came_meanwhile_is_no_second_one(
    cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def came(*_: object) -> None:
        monkeypatch.undo()
        people.add_person(manager, "新人", Role.CLERK, "", NEW, NOW)

    monkeypatch.setattr(key_changes, "settle_keys", came)
    with pytest.raises(AlreadyThereError):
        people.add_person(manager, "新 人", Role.REP, "一队", NEW, NOW)

    assert [person.role for person in Person.select().where(Person.name == "新人")] == ["clerk"]
    agree(cabinet)
    assert notes() == 0


def test_who_has_left_meanwhile_gets_no_new_password(
    cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def left(*_: object) -> None:
        Person.update(state="gone").where(Person.staff_no == 3).execute()

    monkeypatch.setattr(key_changes, "settle_keys", left)
    with pytest.raises(NotFoundError):
        people.reset_password(manager, 3, NOW, NEW)
    assert log_in(cabinet, "王秀兰", PASSWORD, NOW)
    agree(cabinet)


def test_the_note_holds_no_secret(
    cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    dies("after", monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        people.reset_password(manager, 3, NOW, NEW)
    text = "".join(row.value for row in Setting.select())
    slot = KeyFile.read(cabinet / "keys.json").slot(3)
    assert NEW not in text
    assert slot.wrapped_key.hex() not in text
    assert slot.sealed_keys.hex() not in text
    assert audit.Event.STAFF_RESET in text
