"""An office with two teams, its cabinet, and a way to sit down at its desks."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from model.cards import cards, drafts, reviewing  # noqa: F401 - their tables belong to the cabinet
from model.cards.definition import CardKind
from model.loans import opening
from model.office import log_in, people, teams
from model.office.desk import Desk
from model.office.founding import Founders, create
from model.office.rights import Role
from model.storage.cabinet import disconnect
from model.storage.vault import FLOOR_KDF

PASSWORD = "correct-horse"
TODAY = date(2026, 11, 20)  # a Friday
NOW = datetime(2026, 11, 20, 8, 30)

Sit = Callable[[str], Desk]


@pytest.fixture(autouse=True)
def still_uptime(monkeypatch: pytest.MonkeyPatch) -> None:
    """The office's clock alone tells the time: tests wait for nothing in earnest."""
    monkeypatch.setattr("model.storage.key_file.since_boot", lambda: None)


@pytest.fixture
def today() -> date:
    """The office's calendar day in tests."""
    return TODAY


@pytest.fixture
def now() -> datetime:
    """The office's wall clock in tests."""
    return NOW


@pytest.fixture(scope="session")
def office_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cabinet made once: two teams, everybody has the same password, no cards."""
    path = tmp_path_factory.mktemp("template") / "office.cabinet"
    create(path, Founders("华东办事处", "张总", "王秀兰", PASSWORD), NOW, FLOOR_KDF)
    manager = log_in.log_in(path, "张总", PASSWORD, NOW)
    for team, district in (("一队", "武侯"), ("二队", "金牛")):
        teams.add_team(manager, team, "", NOW)
        teams.add_district(manager, district, team, NOW)
    for name, role, team in (
        ("李明", Role.REP, "一队"),
        ("王芳", Role.REP, "一队"),
        ("赵刚", Role.SUPERVISOR, "一队"),
        ("周涛", Role.REP, "二队"),
        ("钱进", Role.SUPERVISOR, "二队"),
        ("孙丽", Role.CLERK, ""),
    ):
        people.add_person(manager, name, role, team, PASSWORD, NOW)
    log_in.lock_screen(manager, NOW)
    return path


@pytest.fixture
def cabinet(office_template: Path, tmp_path: Path) -> Iterator[Path]:
    """A cabinet of the test's own, closed."""
    path = tmp_path / "office.cabinet"
    shutil.copytree(office_template, path)
    yield path
    disconnect()


@pytest.fixture
def sit(cabinet: Path) -> Sit:
    """Sit down at a desk by name; the last one to sit down has the database."""
    return lambda name: log_in.log_in(cabinet, name, PASSWORD, NOW, workplace="柜台")


@pytest.fixture
def clerk(sit: Sit) -> Desk:
    """The keeper of the cabinet."""
    return sit("王秀兰")


@pytest.fixture
def rep(sit: Sit) -> Desk:
    """A rep of the first team."""
    return sit("李明")


@pytest.fixture
def opened(clerk: Desk) -> Desk:
    """The keeper's desk after 开柜."""
    opening.open_cabinet(clerk, NOW)
    return clerk


COMPLETE = {
    "relationship_status": "prospect",
    "channel_type": "end_user",
    "source_method": "cold_visit",
    "org_form": "limited",
    "main_business": "叉车配件",
    "biz_address": "成都市武侯区簇锦街道88号",
    "operator_name": "何文斌",
}
"""Required fields of a company prospect, without name, phone, rep and district."""


def make_draft(sit: Sit, name: str, rep: str, phone: str, district: str) -> str:
    """A complete draft filled by a rep."""
    texts = {**COMPLETE, "full_name": name, "phone": phone, "district": district}
    return drafts.create_card(sit(rep), CardKind.COMPANY, texts, NOW).ref


def make_card(sit: Sit, name: str, rep: str, phone: str, district: str, passer: str) -> str:
    """A card filled by a rep, passed by his supervisor, filed by the clerk."""
    draft_no = make_draft(sit, name, rep, phone, district)
    reviewing.pass_card(sit(passer), draft_no, NOW)
    return reviewing.file_card(sit("王秀兰"), draft_no, NOW)
