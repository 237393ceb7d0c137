"""The managers' drawer: two persons open it, and nothing but the desk remembers."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from model.errors import (
    KeyFileDamagedError,
    NotAllowedError,
    NotFoundError,
    SelfApprovalError,
    TooManyTriesError,
    TwoPersonsNeededError,
    WrongPasswordError,
)
from model.office.desk import Desk
from model.office.log_in import lock_screen, log_in
from model.office.office_settings import change_setting
from model.office.secrets import open_secrets, require_secrets, second_persons
from model.office.tables import AuditLine
from model.storage.key_file import KeyFile, change_key_file
from model.storage.vault import FLOOR_KDF, make_slot
from tests.conftest import NOW, PASSWORD, Sit

CARD = "Q00001"


@pytest.fixture
def wanted(sit: Sit) -> None:
    """The office opens the drawer by two persons."""
    change_setting(sit("张总"), "two_persons", "1", NOW)


def is_open(desk: Desk, minutes: float = 0) -> bool:
    try:
        require_secrets(desk, "secret", NOW + timedelta(minutes=minutes), CARD)
    except TwoPersonsNeededError:
        return False
    return True


def test_an_office_that_does_not_want_it_asks_nobody(clerk: Desk) -> None:
    assert is_open(clerk)


@pytest.mark.parametrize("secrecy", ["internal", "confidential", ""])
def test_other_cards_need_one_person(wanted: None, clerk: Desk, secrecy: str) -> None:
    require_secrets(clerk, secrecy, NOW, CARD)


@pytest.mark.parametrize(
    ("first", "second"),
    [("王秀兰", "张总"), ("赵刚", "张总"), ("张总", "王秀兰"), ("张总", "钱进"), ("孙丽", "1")],
)
def test_two_persons_open_it_for_the_minutes_of_a_reading_pass(
    wanted: None, sit: Sit, first: str, second: str
) -> None:
    desk = sit(first)
    assert not is_open(desk)

    until = open_secrets(desk, second, PASSWORD, NOW)

    assert until == NOW + timedelta(minutes=15)
    assert (is_open(desk), is_open(desk, 14.9), is_open(desk, 15)) == (True, True, False)


def test_a_clock_set_back_does_not_keep_it_open(wanted: None, sit: Sit) -> None:
    desk = sit("王秀兰")
    open_secrets(desk, "张总", PASSWORD, NOW)
    assert not is_open(desk, -1)


def test_the_log_names_both(wanted: None, sit: Sit) -> None:
    open_secrets(sit("王秀兰"), "张总", PASSWORD, NOW)
    line = AuditLine.select().order_by(AuditLine.no.desc()).get()
    assert (line.event, line.actor) == ("cabinet.open_secrets", "王秀兰")
    assert json.loads(line.after) == {"second": 1, "name": "张总", "minutes": 15}


@pytest.mark.parametrize(
    ("first", "second", "refusal"),
    [
        ("张总", "张总", SelfApprovalError),
        ("王秀兰", "孙丽", NotAllowedError),
        ("王秀兰", "赵刚", NotAllowedError),
        ("赵刚", "钱进", NotAllowedError),
        ("张总", "李明", NotAllowedError),
        ("李明", "张总", NotAllowedError),
        ("王秀兰", "谁", NotFoundError),
    ],
)
def test_one_of_the_two_is_a_manager_and_no_rep_opens_it(
    wanted: None, sit: Sit, first: str, second: str, refusal: type[Exception]
) -> None:
    desk = sit(first)
    with pytest.raises(refusal):
        open_secrets(desk, second, PASSWORD, NOW)
    assert not is_open(desk)


@pytest.mark.parametrize(
    ("first", "names"),
    [("王秀兰", ["张总"]), ("钱进", ["张总"]), ("张总", ["王秀兰", "赵刚", "钱进", "孙丽"])],
)
def test_those_who_can_stand_beside_are_offered(sit: Sit, first: str, names: list[str]) -> None:
    assert second_persons(sit(first)) == names


def test_a_wrong_password_counts_as_at_the_log_in(wanted: None, sit: Sit, cabinet: Path) -> None:
    desk = sit("王秀兰")
    for _ in range(3):
        with pytest.raises(WrongPasswordError):
            open_secrets(desk, "张总", "wrong", NOW)
    with pytest.raises(TooManyTriesError):
        open_secrets(desk, "张总", PASSWORD, NOW)
    assert not is_open(desk)
    with pytest.raises(TooManyTriesError):
        log_in(cabinet, "张总", PASSWORD, NOW)


def test_a_slot_written_into_the_key_file_is_nobody(wanted: None, sit: Sit, cabinet: Path) -> None:
    desk = sit("王秀兰")
    forged = make_slot(1, "张总", "manager", "forged-password", desk.keys, kdf=FLOOR_KDF)
    change_key_file(cabinet / "keys.json", lambda file: file.with_slot(forged))
    assert KeyFile.read(cabinet / "keys.json").slot(1) == forged
    with pytest.raises(KeyFileDamagedError):
        open_secrets(desk, "张总", "forged-password", NOW)
    assert not is_open(desk)


def test_the_lock_shuts_it(wanted: None, sit: Sit) -> None:
    desk = sit("王秀兰")
    open_secrets(desk, "张总", PASSWORD, NOW)
    lock_screen(desk, NOW)
    assert desk.secrets_until is None
    assert not is_open(sit("王秀兰"))
