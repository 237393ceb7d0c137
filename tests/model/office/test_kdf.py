"""What a password costs: measured, kept inside the encryption, brought to every slot in time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from model.errors import CannotWriteError, WrongPasswordError
from model.office import kdf as module
from model.office.desk import Desk
from model.office.kdf import key_state, measure_kdf, office_kdf, store_kdf
from model.office.log_in import log_in
from model.office.people import add_person, change_own_password, reset_password
from model.office.rights import Role
from model.office.tables import AuditLine, Setting, WorkplaceSpeed
from model.storage import kdf_measure
from model.storage.database import writing
from model.storage.kdf_measure import Speed
from model.storage.key_file import KeyFile, change_key_file
from model.storage.vault import FLOOR_KDF, MIB, Kdf
from tests.conftest import NOW, PASSWORD, Sit

DEARER = Kdf(2, 24 * MIB)
MANAGER, CLERK, REP = 1, 2, 3


@pytest.fixture
def manager(sit: Sit) -> Desk:
    return sit("张总")


def slot_kdf(cabinet: Path, staff_no: int) -> Kdf:
    return KeyFile.read(cabinet / "keys.json").slot(staff_no).kdf


def let_it_cost(kdf: Kdf) -> None:
    with writing():
        store_kdf(kdf)


def measured(monkeypatch: pytest.MonkeyPatch, mem: int, pace: int) -> None:
    monkeypatch.setattr(kdf_measure, "measure", lambda: Speed(mem, pace))


# --- measuring --------------------------------------------------------------------------------


def test_the_weakest_pc_says_what_it_costs(
    manager: Desk, cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    WorkplaceSpeed.delete().execute()
    measured(monkeypatch, 128, 2400)
    assert (measure_kdf(manager, NOW).ops, key_state(manager).mem) == (7, 128)

    measured(monkeypatch, 24, 100)
    manager.workplace = "老电脑"
    state = measure_kdf(manager, NOW)

    assert (state.ops, state.mem) == (2, 24)
    assert [(row.name, row.at_log_in) for row in state.workplaces] == [
        ("柜台", False),
        ("老电脑", False),
    ]
    assert state.workplaces[1].seconds == pytest.approx(0.48)
    assert KeyFile.read(cabinet / "keys.json").kdf == Kdf(2, 24 * MIB)
    assert (state.generation, state.keys, state.following) == (1, 8, 8)


def test_measuring_is_logged(manager: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    measured(monkeypatch, 64, 2400)
    WorkplaceSpeed.delete().execute()
    measure_kdf(manager, NOW)
    line = AuditLine.select().order_by(AuditLine.no.desc()).get()
    assert (line.event, line.subject) == ("settings.kdf", "柜台")
    assert json.loads(line.before) == {"ops": 2, "mem": 19}
    assert json.loads(line.after) == {"ops": 13, "mem": 64, "pace": 2400}


def test_a_new_pc_is_noted_at_the_first_log_in_there(cabinet: Path, manager: Desk) -> None:
    row = WorkplaceSpeed.get(WorkplaceSpeed.name == "柜台")
    assert row.at_log_in
    WorkplaceSpeed.update(pace=7).where(WorkplaceSpeed.name == "柜台").execute()
    log_in(cabinet, "张总", PASSWORD, NOW, workplace="柜台")
    assert WorkplaceSpeed.get(WorkplaceSpeed.name == "柜台").pace == 7


# --- every password follows -------------------------------------------------------------------


def test_a_slot_follows_at_the_next_log_in(cabinet: Path, manager: Desk) -> None:
    let_it_cost(DEARER)
    log_in(cabinet, "李明", PASSWORD, NOW)
    assert slot_kdf(cabinet, REP) == DEARER
    assert slot_kdf(cabinet, CLERK) == FLOOR_KDF
    assert log_in(cabinet, "李明", PASSWORD, NOW).person.name == "李明"


def test_it_becomes_cheaper_where_a_weaker_pc_was_measured(cabinet: Path, manager: Desk) -> None:
    let_it_cost(DEARER)
    log_in(cabinet, "李明", PASSWORD, NOW)
    let_it_cost(FLOOR_KDF)
    log_in(cabinet, "李明", PASSWORD, NOW)
    assert slot_kdf(cabinet, REP) == FLOOR_KDF


def test_a_first_password_is_still_to_be_changed_afterwards(cabinet: Path, manager: Desk) -> None:
    first = reset_password(manager, REP, NOW)
    let_it_cost(DEARER)
    assert log_in(cabinet, "李明", first, NOW).must_change_password
    assert slot_kdf(cabinet, REP) == DEARER
    assert log_in(cabinet, "李明", first, NOW).must_change_password


def test_an_edited_key_file_lowers_nothing(cabinet: Path, manager: Desk) -> None:
    let_it_cost(DEARER)
    log_in(cabinet, "李明", PASSWORD, NOW)
    change_key_file(cabinet / "keys.json", lambda file: file.with_kdf(FLOOR_KDF))

    desk = log_in(cabinet, "李明", PASSWORD, NOW)
    assert slot_kdf(cabinet, REP) == DEARER
    change_own_password(desk, PASSWORD, "another-horse", NOW)
    assert slot_kdf(cabinet, REP) == DEARER
    boss = log_in(cabinet, "张总", PASSWORD, NOW)
    add_person(boss, "新人", Role.REP, "一队", PASSWORD, NOW)
    reset_password(boss, CLERK, NOW)
    assert slot_kdf(cabinet, 9) == slot_kdf(cabinet, CLERK) == slot_kdf(cabinet, MANAGER) == DEARER


def test_an_office_that_never_measured_has_at_least_the_default(
    cabinet: Path, manager: Desk
) -> None:
    Setting.delete().where(Setting.name == module.KDF).execute()
    key_file = KeyFile.read(cabinet / "keys.json")
    assert office_kdf(key_file) == Kdf()
    assert office_kdf(key_file.with_kdf(Kdf(4, 128 * MIB))) == Kdf(4, 128 * MIB)


@pytest.mark.parametrize("failing", ["change_key_file", "writing"])
def test_what_cannot_be_written_stops_no_log_in(
    cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    let_it_cost(DEARER)

    def refuse(*_: object) -> object:
        raise CannotWriteError(path=str(cabinet), reason="disk full")

    monkeypatch.setattr(module, failing, refuse)
    desk = log_in(cabinet, "李明", PASSWORD, NOW, workplace="别处")
    assert desk.person.name == "李明"


def test_a_reset_in_between_is_not_undone(
    cabinet: Path, manager: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = KeyFile.read(cabinet / "keys.json").slot(REP)
    first = reset_password(manager, REP, NOW)
    let_it_cost(DEARER)
    module.settle_cost(manager, before, PASSWORD, 0.1, NOW)
    with pytest.raises(WrongPasswordError):
        log_in(cabinet, "李明", PASSWORD, NOW)
    assert log_in(cabinet, "李明", first, NOW)
