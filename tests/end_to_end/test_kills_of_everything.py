"""Kills over mixed work: whatever was being done, nothing told is lost, nothing is half done."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter

import pytest

from model.office import log_in, recovery
from model.storage import cabinet as storage
from model.upkeep.backup import back_up_daily

from .conftest import Program
from .killing import Kills, Nest
from .mixed.acts import ACTS
from .mixed.checks import Looked, left_beside
from .mixed.office import MANAGER, MORNING, PASSWORD, found, move_in

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX kills")

WORKER = Path(__file__).with_name("mixed") / "worker.py"
KILLS_OF_A_CABINET = 50
"""A new cabinet then: `verify` walks the whole log after every kill."""
EACH = timedelta(minutes=4)
MOST_MOMENTS = 90


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office") / "office.cabinet"
    found(folder)
    return folder


@pytest.fixture
def nest(program: Program) -> Iterator[Nest]:
    cache = os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache"))
    # The print font is built once for all tests.
    nest = Nest(WORKER, program, XDG_CACHE_HOME=cache)
    yield nest
    nest.close()


def killed(office: Path, folder: Path, nest: Nest, times: int, seed: int) -> Looked:
    """Kill so many workers one after the other, looking after each; then clear up as a day does."""
    shutil.copytree(office, folder / "office.cabinet")
    looked = Looked(folder / "office.cabinet", Kills())
    move_in(looked.folder)
    random = Random(seed)
    for number in range(times):
        start = MORNING + EACH * (number + 1)
        told = {
            "cabinet": str(looked.folder), "seed": random.randrange(10**9),
            "start": start.isoformat(), "number": looked.kills.number,
            "password": looked.password,
            "moments": random.choice((0, random.randrange(20, MOST_MOMENTS))),
        }  # fmt: skip
        nest.kill_once(told, random, looked.kills)
        looked.look(start + EACH - timedelta(seconds=1))
    cleared(looked, MORNING + EACH * (times + 1))
    storage.disconnect()
    return looked


def cleared(looked: Looked, now: datetime) -> None:
    """What killed programs left beside the cabinet's own files is gone after the next backup."""
    desk = log_in.log_in(looked.folder, MANAGER, PASSWORD, now)
    back_up_daily(desk, now, anew=True)
    pending = recovery.new_recovery_code(desk, now)
    recovery.confirm_recovery_code(desk, pending, pending.code, now)
    log_in.lock_screen(desk, now)
    for place in (looked.folder, looked.folder / "backups", looked.folder.parent / "second"):
        assert left_beside(place) == [], place
    known = {"office.cabinet", "second", "papers", "list.csv"}
    assert {path.name for path in looked.folder.parent.iterdir()} - known <= {"home", "tmp"}


def test_ten_kills_of_everything(office: Path, tmp_path: Path, nest: Nest) -> None:
    looked = killed(office, tmp_path, nest, 10, seed=1)

    assert looked.kills.total == 10
    assert len(looked.kills.interrupted) >= 5, looked.kills.interrupted


@pytest.mark.soak
def test_a_thousand_kills_of_everything(
    office: Path, tmp_path: Path, nest: Nest, capsys: pytest.CaptureFixture[str]
) -> None:
    began = perf_counter()
    total = backups = restored = 0
    inside, done = Counter[str](), Counter[str]()
    for seed in range(1000 // KILLS_OF_A_CABINET):
        folder = tmp_path / str(seed)
        folder.mkdir()
        looked = killed(office, folder, nest, KILLS_OF_A_CABINET, seed=100 + seed)
        total += looked.kills.total
        backups, restored = backups + looked.backups, restored + looked.restored
        inside.update(act for act, _ in looked.kills.interrupted)
        done.update(one["act"] for one in looked.kills.done)
        shutil.rmtree(folder)

    assert total == 1000
    assert inside.total() >= 500
    assert done.keys() == {act.__name__ for act in ACTS}
    with capsys.disabled():
        sys.stdout.write(
            f"\n1,000 kills in {perf_counter() - began:.0f} s, {inside.total()} inside an act:"
            f" {dict(inside)}; {done.total()} acts told as done: {dict(done)};"
            f" {backups} backups opened, {restored} restored\n"
        )
