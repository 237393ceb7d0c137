"""A small office whose backups are made, restored and checked."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from model.loans import opening
from model.office import founding, log_in, people, teams
from model.office.desk import Desk
from model.office.rights import Role
from model.storage import cabinet
from model.storage.vault import FLOOR_KDF

NOW = datetime.fromisoformat("2026-03-16 08:10")
PASSWORD = "office-password"
REP_PASSWORD = "rep-password"


@dataclass
class Office:
    """A cabinet with a manager, a keeper and one rep; one desk open at a time."""

    folder: Path
    code: str
    desks: list[Desk]

    def sit(self, name: str, password: str = PASSWORD, now: datetime = NOW) -> Desk:
        """Log somebody in; whoever sat there before has left."""
        self.leave()
        desk = log_in.log_in(self.folder, name, password, now)
        self.desks.append(desk)
        return desk

    def leave(self) -> None:
        cabinet.disconnect()


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A cabinet made once; each test works on a copy."""
    folder = tmp_path_factory.mktemp("founded") / "office.cabinet"
    founders = founding.Founders("东风办事处", "王芳", "李娜", PASSWORD)
    code = founding.create(folder, founders, NOW, FLOOR_KDF)
    desk = log_in.log_in(folder, "王芳", PASSWORD, NOW)
    try:
        teams.add_team(desk, "一队", "", NOW)
        teams.add_district(desk, "武侯", "一队", NOW)
        people.add_person(desk, "李明", Role.REP, "一队", REP_PASSWORD, NOW)
        opening.open_cabinet(desk, NOW)
    finally:
        cabinet.disconnect()
    return folder, code


@pytest.fixture
def office(founded: tuple[Path, str], tmp_path: Path) -> Iterator[Office]:
    import shutil

    folder = tmp_path / "office.cabinet"
    shutil.copytree(founded[0], folder)
    made = Office(folder, founded[1], [])
    yield made
    made.leave()


@pytest.fixture
def manager(office: Office) -> Desk:
    return office.sit("王芳")


@pytest.fixture
def stop_at() -> Callable[[int], Callable[[int, int], None]]:
    """Progress that stops the work at its n-th report."""
    from model.errors import StoppedError

    def stopping(number: int) -> Callable[[int, int], None]:
        told = 0

        def report(done: int, total: int) -> None:
            nonlocal told
            told += 1
            if told >= number:
                raise StoppedError

        return report

    return stopping
