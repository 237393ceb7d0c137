"""People come, get new passwords, keep the cabinet."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.errors import (
    AlreadyThereError,
    BadInputError,
    CannotWriteError,
    KeyFileDamagedError,
    NotFoundError,
    TooManyTriesError,
    WeakPasswordError,
    WrongPasswordError,
)
from model.office import key_changes, log_check, people
from model.office.desk import Desk
from model.office.log_in import log_in
from model.office.rights import Role
from model.office.tables import AuditLine, Person
from model.storage.key_file import KeyFile, change_key_file
from model.storage.vault import FLOOR_KDF
from tests.conftest import NOW, PASSWORD, Sit
from tests.model.at_once import at_once


@pytest.fixture
def manager(sit: Sit) -> Desk:
    return sit("张总")


def names() -> set[str]:
    return {person.name for person in Person.select()}


# --- newcomers --------------------------------------------------------------------------------


def test_a_newcomer_gets_a_number_a_password_and_a_key(cabinet: Path, manager: Desk) -> None:
    person, first = people.add_person(manager, " 新 人 ", Role.REP, "一队", None, NOW)

    assert (person.staff_no, person.name, person.team) == (9, "新 人", "一队")
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert (line.event, line.subject) == ("staff.add", "9")
    assert first not in line.after
    desk = log_in(cabinet, "新 人", first, NOW)
    assert (desk.person, desk.must_change_password) == (person, True)


def test_a_newcomers_password_costs_what_the_offices_passwords_cost(
    cabinet: Path, manager: Desk
) -> None:
    people.add_person(manager, "新人", Role.REP, "一队", None, NOW)
    assert KeyFile.read(cabinet / "keys.json").slot(9).kdf == FLOOR_KDF


def test_first_passwords_differ_and_can_be_read_aloud() -> None:
    made = {people.new_first_password() for _ in range(50)}
    assert len(made) == 50
    assert not set("".join(made)) & set("01ilo")


@pytest.mark.parametrize("name", ["李明", " 李明 ", "李 明", "李\u200b明", "李明\u3000"])
def test_nobody_takes_anothers_name(cabinet: Path, manager: Desk, name: str) -> None:
    keys = (cabinet / "keys.json").read_bytes()
    with pytest.raises(AlreadyThereError):
        people.add_person(manager, name, Role.MANAGER, "", PASSWORD, NOW)
    assert (cabinet / "keys.json").read_bytes() == keys
    assert len(names()) == 8


@pytest.mark.parametrize("name", ["", "7", "李\0四", "李\ud800", "长" * 61])
def test_what_is_no_name_is_refused(manager: Desk, name: str) -> None:
    with pytest.raises(BadInputError):
        people.add_person(manager, name, Role.REP, "一队", PASSWORD, NOW)


def test_what_is_refused_leaves_number_and_key_file_alone(cabinet: Path, manager: Desk) -> None:
    for team, password, error in (
        ("九队", PASSWORD, NotFoundError),
        ("一队", "short", WeakPasswordError),
    ):
        with pytest.raises(error):
            people.add_person(manager, "新人", Role.REP, team, password, NOW)
    person, _ = people.add_person(manager, "新人", Role.REP, "一队", PASSWORD, NOW)
    assert person.staff_no == 9


def test_two_managers_add_people_at_once(cabinet: Path, manager: Desk, sit: Sit) -> None:
    add = "for n in 'ABCD': people.add_person(desk, {!r} + n, Role.REP, '', PASSWORD, NOW)"
    at_once(cabinet, PASSWORD, *(("张总", add.format(name)) for name in ("甲", "乙")))

    sit("乙D")
    slots = [slot.staff_no for slot in KeyFile.read(cabinet / "keys.json").slots]
    assert sorted(slots) == [0, *range(1, 17)]
    assert sorted(person.staff_no for person in Person.select()) == list(range(1, 17))
    assert list(log_check.faults(sit("甲A").keys.log_key)) == []


# --- passwords --------------------------------------------------------------------------------


def test_people_are_meant_by_name_or_number(manager: Desk) -> None:
    del manager
    assert {people.person_called(text).name for text in ("李明", " 3 ", "003")} == {"李明"}
    for text in ("", "99", "３", "李 明"):
        with pytest.raises(NotFoundError):
            people.person_called(text)


def test_a_reset_password_opens_and_the_old_one_does_not(cabinet: Path, manager: Desk) -> None:
    first = people.reset_password(manager, 3, NOW)

    with pytest.raises(WrongPasswordError):
        log_in(cabinet, "李明", PASSWORD, NOW)
    assert log_in(cabinet, "李明", first, NOW).must_change_password


def test_an_old_key_file_does_not_bring_an_old_password_back(cabinet: Path, manager: Desk) -> None:
    old = (cabinet / "keys.json").read_bytes()
    people.reset_password(manager, 3, NOW)
    (cabinet / "keys.json").write_bytes(old)
    with pytest.raises(KeyFileDamagedError):
        log_in(cabinet, "李明", PASSWORD, NOW)


def test_one_changes_ones_own_password(cabinet: Path, sit: Sit) -> None:
    desk = sit("孙丽")
    assert desk.must_change_password
    people.change_own_password(desk, PASSWORD, "another-horse", NOW)

    assert not desk.must_change_password
    with pytest.raises(WrongPasswordError):
        log_in(cabinet, "孙丽", PASSWORD, NOW)
    assert not log_in(cabinet, "孙丽", "another-horse", NOW).must_change_password


def test_the_old_password_is_not_guessed_at_an_open_desk(clerk: Desk) -> None:
    for _ in range(3):
        with pytest.raises(WrongPasswordError):
            people.change_own_password(clerk, "guess-again", "another-horse", NOW)
    with pytest.raises(TooManyTriesError):
        people.change_own_password(clerk, PASSWORD, "another-horse", NOW)


def test_a_weak_new_password_changes_nothing(cabinet: Path, clerk: Desk) -> None:
    keys = (cabinet / "keys.json").read_bytes()
    with pytest.raises(WeakPasswordError):
        people.change_own_password(clerk, PASSWORD, "short", NOW)
    assert (cabinet / "keys.json").read_bytes() == keys


def test_a_password_reset_meanwhile_is_not_undone(
    cabinet: Path, clerk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The manager resets the password while its owner is just changing it."""
    other = KeyFile.read(cabinet / "keys.json").slot(3)

    def change_later(path: Path, change: object) -> KeyFile:
        change_key_file(path, lambda file: file.with_slot(_as(other, clerk.person.staff_no)))
        return change_key_file(path, change)  # type: ignore[arg-type]

    monkeypatch.setattr(key_changes, "change_key_file", change_later)
    with pytest.raises(WrongPasswordError):
        people.change_own_password(clerk, PASSWORD, "another-horse", NOW)
    assert KeyFile.read(cabinet / "keys.json").slot(2).public_key == other.public_key


def _as(slot: object, staff_no: int) -> object:
    import dataclasses

    return dataclasses.replace(slot, staff_no=staff_no)  # type: ignore[type-var]


# --- keepers ----------------------------------------------------------------------------------


def test_keeper_and_deputy_are_named_and_logged(manager: Desk) -> None:
    assert people.name_keeper(manager, "孙丽", "王秀兰", NOW) == people.Keepers("孙丽", "王秀兰")
    line = AuditLine.select().order_by(AuditLine.no.desc()).first()
    assert (line.event, line.after) == ("cabinet.key_handover", '{"deputy_keeper": 2, "keeper": 8}')
    assert [row.keeps for row in people.list_people(manager)][1::6] == ["deputy_keeper", "keeper"]


def test_a_deputy_is_taken_back(manager: Desk) -> None:
    people.name_keeper(manager, "王秀兰", "孙丽", NOW)
    assert people.name_keeper(manager, "王秀兰", "", NOW) == people.Keepers("王秀兰", "")


@pytest.mark.parametrize("name", ["李明", "赵刚", "谁也不是"])
def test_who_carries_cards_does_not_keep_them(manager: Desk, name: str) -> None:
    with pytest.raises(NotFoundError):
        people.name_keeper(manager, name, "", NOW)
    with pytest.raises(NotFoundError):
        people.name_keeper(manager, "王秀兰", name, NOW)
    assert people.keepers(manager) == people.Keepers("王秀兰", "")


def test_a_full_disk_leaves_the_old_password_and_no_line_about_it(
    cabinet: Path, sit: Sit, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sit("李明")
    lines = AuditLine.select().count()

    def refuse(*_: object) -> KeyFile:
        raise CannotWriteError(path="keys.json", reason="disk full")

    monkeypatch.setattr(key_changes, "change_key_file", refuse)
    with pytest.raises(CannotWriteError):
        people.change_own_password(desk, PASSWORD, "another-horse", NOW)
    assert AuditLine.select().count() == lines
    assert log_in(cabinet, "李明", PASSWORD, NOW)


@pytest.mark.parametrize("same", [PASSWORD, "ｃｏｒｒｅｃｔ-horse"])
def test_the_old_password_is_no_new_one(cabinet: Path, sit: Sit, same: str) -> None:
    desk = sit("李明")
    with pytest.raises(BadInputError) as caught:
        people.change_own_password(desk, PASSWORD, same, NOW)
    assert [problem.reason for problem in caught.value.problems] == ["same_password"]
    assert log_in(cabinet, "李明", PASSWORD, NOW)
