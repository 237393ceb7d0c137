"""The recovery code counts when it was typed from its paper, and the office sees when."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from model.errors import (
    CannotWriteError,
    CodeNotTriedError,
    KeyFileDamagedError,
    NotFoundError,
    TooManyTriesError,
    WrongPasswordError,
)
from model.office import key_changes
from model.office import recovery as module
from model.office.desk import Desk
from model.office.founding import Founders, create
from model.office.log_in import lock_screen, log_in, recover
from model.office.recovery import (
    confirm_recovery_code,
    new_recovery_code,
    opened_by_code,
    prove_recovery_code,
    recovery_state,
    try_recovery_code,
)
from model.office.tables import AuditLine
from model.storage.cabinet import disconnect
from model.storage.database import connected
from model.storage.key_file import KeyFile, change_key_file
from model.storage.passwords import make_recovery_code
from model.storage.vault import FLOOR_KDF, make_recovery_slot
from tests.conftest import NOW, PASSWORD, Sit

LATER = NOW + timedelta(days=30)
ANOTHER = "0000-0000-0000-0000-0000-0000-00D3"
FOUNDERS = Founders("华东办事处", "张总", "王秀兰", PASSWORD)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A cabinet of the test's own, with its code."""
    path = tmp_path / "new.cabinet"
    yield path, create(path, FOUNDERS, NOW, FLOOR_KDF)
    disconnect()


@pytest.fixture
def manager(made: tuple[Path, str]) -> Desk:
    return log_in(made[0], "张总", PASSWORD, NOW)


def last_line() -> AuditLine:
    line: AuditLine = AuditLine.select().order_by(AuditLine.no.desc()).get()
    return line


def opens(path: Path, code: str) -> bool:
    disconnect()
    try:
        with opened_by_code(path, "张总", code, NOW):
            return True
    except CodeNotTriedError:
        return False


# --- a new code -------------------------------------------------------------------------------


def test_a_new_code_counts_when_it_was_typed(made: tuple[Path, str], manager: Desk) -> None:
    path, old = made
    pending = new_recovery_code(manager, NOW)
    state = confirm_recovery_code(manager, pending, pending.code.lower(), LATER)

    assert (state.made_at, state.tried_at) == (NOW, LATER)
    assert recovery_state(manager) == state
    line = last_line()
    assert (line.event, line.actor) == ("auth.recovery_code", "张总")
    assert json.loads(line.after) == {"what": "new_code"}
    assert (opens(path, old), opens(path, pending.code)) == (False, True)


@pytest.mark.parametrize("typed", ["", "0000-0000", ANOTHER])
def test_until_then_the_old_code_counts(made: tuple[Path, str], manager: Desk, typed: str) -> None:
    path, old = made
    pending = new_recovery_code(manager, NOW)
    before = (path / "keys.json").read_bytes()
    with pytest.raises(CodeNotTriedError):
        confirm_recovery_code(manager, pending, typed, NOW)
    assert (path / "keys.json").read_bytes() == before
    assert recovery_state(manager).tried_at is None
    assert (opens(path, old), opens(path, pending.code)) == (True, False)


def test_a_full_disk_leaves_the_old_code(
    made: tuple[Path, str], manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    pending = new_recovery_code(manager, NOW)

    def refuse(*_: object) -> KeyFile:
        raise CannotWriteError(path="keys.json", reason="disk full")

    monkeypatch.setattr(key_changes, "change_key_file", refuse)
    with pytest.raises(CannotWriteError):
        confirm_recovery_code(manager, pending, pending.code, NOW)
    assert recovery_state(manager) == module.RecoveryState(NOW, None)
    assert last_line().event == "auth.login"
    assert opens(*made)


def test_no_code_stands_in_a_repr(manager: Desk) -> None:
    pending = new_recovery_code(manager, NOW)
    assert pending.code not in repr(pending)


# --- the code that counts ---------------------------------------------------------------------


def test_a_new_office_knows_that_its_code_was_never_tried(manager: Desk) -> None:
    assert recovery_state(manager) == module.RecoveryState(NOW, None)


def test_trying_it_is_dated_and_logged(made: tuple[Path, str], manager: Desk) -> None:
    state = try_recovery_code(manager, made[1], LATER)
    assert (state.made_at, state.tried_at) == (NOW, LATER)
    assert recovery_state(manager) == state
    assert json.loads(last_line().after) == {"what": "code_tried"}


def test_another_code_counts_as_a_wrong_try(manager: Desk) -> None:
    for _ in range(3):
        with pytest.raises(CodeNotTriedError):
            try_recovery_code(manager, make_recovery_code(), NOW)
    with pytest.raises(TooManyTriesError):
        try_recovery_code(manager, make_recovery_code(), NOW)


def test_a_slip_of_the_pen_does_not(made: tuple[Path, str], manager: Desk) -> None:
    for _ in range(5):
        with pytest.raises(CodeNotTriedError):
            try_recovery_code(manager, made[1][:-1], NOW)
    assert try_recovery_code(manager, made[1], NOW).tried_at == NOW


def test_a_slot_from_elsewhere_is_not_taken_for_the_offices(
    made: tuple[Path, str], manager: Desk
) -> None:
    code = make_recovery_code()
    other = module.vault.new_keys()
    forged = make_recovery_slot(other, code, FLOOR_KDF)
    change_key_file(made[0] / "keys.json", lambda file: file.with_slot(forged))
    assert recovery_state(manager) == module.RecoveryState(None, None)
    with pytest.raises(KeyFileDamagedError):
        try_recovery_code(manager, code, NOW)


# --- at the door ------------------------------------------------------------------------------


def test_a_code_is_proved_before_anybody_logs_in(made: tuple[Path, str]) -> None:
    path, code = made
    prove_recovery_code(path, "张总", code, LATER)
    assert not connected()
    assert recovery_state(log_in(path, "张总", PASSWORD, LATER)).tried_at == LATER


def test_a_wrong_one_proves_nothing(made: tuple[Path, str]) -> None:
    path, code = made
    for typed in (make_recovery_code(), code[:-2], ""):
        with pytest.raises(CodeNotTriedError):
            prove_recovery_code(path, "张总", typed, NOW)
    assert not connected()
    with pytest.raises(NotFoundError):
        prove_recovery_code(path, "王秀兰", code, NOW)
    assert recovery_state(log_in(path, "张总", PASSWORD, NOW)).tried_at is None


def test_the_code_after_a_recovery_is_a_new_one_to_be_tried(made: tuple[Path, str]) -> None:
    path, old = made
    prove_recovery_code(path, "张总", old, NOW)
    code = recover(path, "张总", old, "another-horse", LATER)
    desk = log_in(path, "张总", "another-horse", LATER)
    assert recovery_state(desk) == module.RecoveryState(LATER, None)
    lock_screen(desk, LATER)
    prove_recovery_code(path, "张总", code, LATER)
    with pytest.raises(WrongPasswordError):
        recover(path, "张总", old, "another-horse", LATER)


def test_an_old_cabinet_tells_nothing_until_its_code_is_tried(sit: Sit) -> None:
    desk = sit("张总")
    module.store(module.KEY, "")
    assert recovery_state(desk) == module.RecoveryState(None, None)


def test_times_are_kept_to_the_second(made: tuple[Path, str], manager: Desk) -> None:
    at = datetime(2027, 1, 2, 3, 4, 5)
    try_recovery_code(manager, made[1], at)
    assert recovery_state(manager).tried_at == at


def test_a_slot_that_is_gone_is_a_code_that_nobody_has_tried(manager: Desk) -> None:
    """The page on which a new one is made opens all the same."""
    change_key_file(
        manager.cabinet / "keys.json",
        lambda file: replace(file, slots=tuple(slot for slot in file.slots if slot.staff_no)),
    )
    assert recovery_state(manager) == module.RecoveryState(None, None)
    pending = new_recovery_code(manager, LATER)
    confirm_recovery_code(manager, pending, pending.code, LATER)
    assert recovery_state(manager).tried_at == LATER
