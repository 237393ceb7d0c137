"""The program is killed at random moments: what it acknowledged is there, and nothing is broken."""

import signal
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from model.cards.tables import CustomerCard, Revision
from model.exchange.importing import ImportOptions, import_cards
from model.loans import opening
from model.office import founding, log_in, people, teams
from model.office.audit import Event
from model.office.rights import Role
from model.office.tables import AuditLine
from model.storage import cabinet as storage
from model.storage.vault import FLOOR_KDF
from model.upkeep.verify import verify

from .conftest import Program
from .killing import Kills, kill_once
from .worker import KEEPER, PASSWORD

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="POSIX kills")

MORNING = datetime.fromisoformat("2026-03-16 06:00")
WORKER = Path(__file__).with_name("worker.py")
ROWS = 8
PASSWORD_OF_THE_MANAGER = PASSWORD


@pytest.fixture
def cabinet(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "office.cabinet"
    founders = founding.Founders("东风办事处", "王芳", KEEPER, PASSWORD)
    founding.create(folder, founders, MORNING, FLOOR_KDF)
    desk = log_in.log_in(folder, "王芳", PASSWORD, MORNING)
    teams.add_team(desk, "一队", "", MORNING)
    teams.add_district(desk, "武侯", "一队", MORNING)
    people.add_person(desk, "李明", Role.REP, "一队", "rep-password", MORNING)
    opening.open_cabinet(desk, MORNING)
    first = tmp_path / "first.csv"
    rows = "".join(f"老客户{row}公司,李明,武侯\n" for row in range(ROWS))
    first.write_text(f"客户名称,业务员,片区\n{rows}", encoding="utf-8")
    import_cards(desk, first, ImportOptions(), MORNING)
    log_in.lock_screen(desk, MORNING)
    yield folder
    storage.disconnect()


def killed_once(cabinet: Path, program: Program, random: Random, kills: Kills) -> None:
    """A worker from a later time on, killed in the middle of one of its acts."""
    start = MORNING + timedelta(seconds=90 * (kills.total + 1))
    arguments = [str(cabinet), str(random.randrange(10**9)), start.isoformat()]
    kill_once(WORKER, arguments, program, random, kills)


def looked_at(cabinet: Path, kills: Kills) -> None:
    """Everything acknowledged is there, everything else is there whole or not at all."""
    now = MORNING + timedelta(seconds=90 * (kills.total + 1) - 1)
    desk = log_in.log_in(cabinet, "王芳", PASSWORD_OF_THE_MANAGER, now)
    try:
        assert verify(desk, "", now).faults == ()
        _saves(kills)
        _imports(kills)
        _log_ins(kills)
    finally:
        log_in.lock_screen(desk, now)


def _saves(kills: Kills) -> None:
    rows = Revision.select().where(Revision.field == "likes")
    marks = {int(row.new_value.removeprefix("mark-")): row for row in rows}
    assert kills.acknowledged["save"] <= marks.keys()
    for card in CustomerCard.select().where(CustomerCard._meta.fields["likes"].is_null(False)):
        newest = card.revisions.order_by(Revision.version.desc()).first()
        assert (newest.version, newest.new_value) == (card.version, card.__data__["likes"])


def _imports(kills: Kills) -> None:
    names = [str(card.__data__["full_name"]) for card in CustomerCard.select()]
    found: dict[int, int] = defaultdict(int)
    for name in names:
        if name.startswith("批次"):
            found[int(name.removeprefix("批次").partition("公司")[0])] += 1
    assert set(found.values()) <= {ROWS}
    assert kills.acknowledged["bring_in"] <= found.keys()


def _log_ins(kills: Kills) -> None:
    lines = AuditLine.select(AuditLine.workplace).where(AuditLine.event == Event.LOGIN)
    desks = {line.workplace for line in lines}
    assert {f"act-{number}" for number in kills.acknowledged["enter"]} <= desks


def killed(cabinet: Path, program: Program, times: int, seed: int) -> Kills:
    random, kills = Random(seed), Kills()
    for _ in range(times):
        killed_once(cabinet, program, random, kills)
        looked_at(cabinet, kills)
    left = [path.name for path in cabinet.parent.iterdir() if path.name.endswith(".new")]
    assert left == []
    return kills


def test_ten_kills(cabinet: Path, program: Program) -> None:
    kills = killed(cabinet, program, 10, seed=1)

    assert kills.total == 10
    assert len(kills.interrupted) >= 5, kills.interrupted


@pytest.mark.soak
def test_two_hundred_kills(
    cabinet: Path, program: Program, record_property: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    kills = killed(cabinet, program, 200, seed=2)

    assert len(kills.interrupted) >= 100
    assert {act for act, _ in kills.interrupted} == {"save", "bring_in", "enter"}
    done = {act: len(numbers) for act, numbers in kills.acknowledged.items()}
    with capsys.disabled():
        inside = len(kills.interrupted)
        sys.stdout.write(f"\n200 kills, {inside} inside an act; acts acknowledged: {done}\n")
