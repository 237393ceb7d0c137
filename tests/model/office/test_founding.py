"""A new cabinet: its first people, its first lines, or nothing at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.errors import AlreadyThereError, BadInputError, WeakPasswordError
from model.office import invariants, log_check, log_in, people, teams
from model.office.founding import Founders, create
from model.office.rights import Role
from model.office.tables import AuditLine
from model.storage.cabinet import disconnect
from model.storage.key_file import KeyFile
from model.storage.passwords import read_recovery_code
from model.storage.vault import FLOOR_KDF
from tests.conftest import NOW, PASSWORD


def made(path: Path, manager: str = "张总", keeper: str = "王秀兰") -> str:
    return create(path, Founders("华东办事处", manager, keeper, PASSWORD), NOW, FLOOR_KDF)


def test_manager_and_keeper_have_keys(tmp_path: Path) -> None:
    path = tmp_path / "new.cabinet"
    code = made(path)

    assert read_recovery_code(code) == code
    assert [(slot.staff_no, slot.name, slot.role) for slot in log_in.staff_of(path)] == [
        (1, "张总", Role.MANAGER),
        (2, "王秀兰", Role.CLERK),
    ]
    assert log_in.office_of(path) == "华东办事处"


def test_the_new_office_is_furnished_and_logged(tmp_path: Path) -> None:
    path = tmp_path / "new.cabinet"
    made(path)
    desk = log_in.log_in(path, "张总", PASSWORD, NOW)

    assert people.keepers(desk) == people.Keepers("王秀兰", "")
    assert [drawer.number for drawer in teams.list_drawers(desk)] == [1, 90, 91, 92, 98, 99]
    events = [line.event for line in AuditLine.select().order_by(AuditLine.no)]
    assert events == ["cabinet.create", "staff.add", "staff.add", "auth.login"]
    assert list(log_check.faults(desk.keys.log_key)) == []
    assert list(invariants.faults()) == []
    disconnect()


def test_the_keeper_is_asked_for_an_own_password(tmp_path: Path) -> None:
    path = tmp_path / "new.cabinet"
    made(path)
    assert log_in.log_in(path, "王秀兰", PASSWORD, NOW).must_change_password
    assert not log_in.log_in(path, "张总", PASSWORD, NOW).must_change_password
    disconnect()


@pytest.mark.parametrize("keeper", ["张总", " 张 总", "张总\u200b"])
def test_a_manager_may_keep_the_cabinet_himself(tmp_path: Path, keeper: str) -> None:
    path = tmp_path / "new.cabinet"
    made(path, keeper=keeper)
    assert len(log_in.staff_of(path)) == 1
    assert people.keepers(log_in.log_in(path, "张总", PASSWORD, NOW)).keeper == "张总"
    disconnect()


@pytest.mark.parametrize(
    ("founders", "error"),
    [
        (Founders("", "张总", "王秀兰", PASSWORD), BadInputError),
        (Founders("办事处", " ", "王秀兰", PASSWORD), BadInputError),
        (Founders("办事处", "张总", "42", PASSWORD), BadInputError),
        (Founders("办事处", "张\0总", "王秀兰", PASSWORD), BadInputError),
        (Founders("办事处", "张总", "王秀兰", "short"), WeakPasswordError),
        (Founders("办事处", "张总", "王秀兰", "aaaaaaaaaaaa"), WeakPasswordError),
    ],
)
def test_what_is_refused_leaves_nothing_behind(
    tmp_path: Path, founders: Founders, error: type[Exception]
) -> None:
    with pytest.raises(error):
        create(tmp_path / "new.cabinet", founders, NOW, FLOOR_KDF)
    assert list(tmp_path.iterdir()) == []


def test_a_cabinet_that_is_there_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "new.cabinet"
    made(path)
    before = KeyFile.read(path / "keys.json")
    with pytest.raises(AlreadyThereError):
        made(path)
    assert KeyFile.read(path / "keys.json") == before
