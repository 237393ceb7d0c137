"""The program is killed while somebody is dismissed: the old pair stands, or the new one, whole."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from model.cards.tables import Revision
from model.errors import NotFoundError
from model.exchange.importing import ImportOptions, import_cards
from model.loans import opening
from model.office import founding, log_in, people, teams
from model.office.desk import Desk
from model.office.rights import Role
from model.office.tables import FormerKey, Person, PersonState
from model.storage import cabinet as storage
from model.storage.backup_file import read_backup
from model.storage.key_file import KeyFile
from model.storage.vault import FLOOR_KDF
from model.upkeep.backup import back_up, back_up_daily
from model.upkeep.restore import restore
from model.upkeep.verify import verify

from .conftest import Program
from .killing import Kills, kill_once
from .rekey_worker import MANAGER, PASSWORD, STEPS

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="POSIX kills")

MORNING = datetime.fromisoformat("2026-03-16 06:00")
WORKER = Path(__file__).with_name("rekey_worker.py")
FIRST = "新人0"
# The step that counts is `write_whole` of the key file: what is killed after it is dismissed.
COUNTS = list(STEPS).index("write_whole")


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with one card, two managers and a clerk who will leave, and two backups."""
    folder = tmp_path_factory.mktemp("founded") / "office.cabinet"
    founders = founding.Founders("东风办事处", MANAGER, "李娜", PASSWORD)
    founding.create(folder, founders, MORNING, FLOOR_KDF)
    desk = log_in.log_in(folder, MANAGER, PASSWORD, MORNING)
    teams.add_team(desk, "一队", "", MORNING)
    teams.add_district(desk, "武侯", "一队", MORNING)
    people.add_person(desk, "李明", Role.REP, "一队", PASSWORD, MORNING)
    people.add_person(desk, FIRST, Role.CLERK, "", PASSWORD, MORNING)
    opening.open_cabinet(desk, MORNING)
    first = folder.parent / "first.csv"
    first.write_text("客户名称,业务员,片区\n老客户公司,李明,武侯\n", encoding="utf-8")
    import_cards(desk, first, ImportOptions(), MORNING)
    back_up(desk, None, MORNING)
    shutil.copy(next((folder / "backups").iterdir()), folder.parent / "home.ccb")
    back_up_daily(desk, MORNING)
    log_in.lock_screen(desk, MORNING)
    return folder


@pytest.fixture
def cabinet(founded: Path, tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "office.cabinet"
    shutil.copytree(founded, folder)
    yield folder
    storage.disconnect()


def looked_at(cabinet: Path, now: datetime) -> dict[str, PersonState]:
    """All is whole, whichever pair stands; everybody's state by name."""
    desk = log_in.log_in(cabinet, MANAGER, PASSWORD, now)
    assert verify(desk, "", now).faults == ()
    generation = KeyFile.read(cabinet / "keys.json").generation
    only = "cabinet.db" if generation == 1 else f"cabinet-{generation}.db"
    databases = {path.name for path in cabinet.iterdir() if path.name.startswith("cabinet")}
    assert databases <= {only, f"{only}-wal", f"{only}-shm"}
    states = {person.name: PersonState(person.state) for person in Person.select()}
    log_in.lock_screen(desk, now)
    _doors(cabinet, states, now)
    return states


def _doors(cabinet: Path, states: dict[str, PersonState], now: datetime) -> None:
    """Who is gone has no slot, and who is here comes in."""
    with_slot = {person.name for person in log_in.staff_of(cabinet)}
    assert not {name for name in with_slot if states[name] is PersonState.GONE}
    for name in sorted(with_slot)[:4]:
        log_in.lock_screen(log_in.log_in(cabinet, name, PASSWORD, now), now)


def backups_restore(cabinet: Path, place: Path, now: datetime) -> None:
    """Every backup restores as it lies there; the next backup goes on with what was left."""
    for file in sorted((cabinet / "backups").glob("*.ccb")):
        shutil.rmtree(place, ignore_errors=True)
        assert restore(file, place, MANAGER, PASSWORD, now).faults == ()
    desk: Desk = log_in.log_in(cabinet, MANAGER, PASSWORD, now)
    back_up_daily(desk, now)
    assert FormerKey.select().count() == 0
    generation = KeyFile.read(cabinet / "keys.json").generation
    files = list((cabinet / "backups").iterdir())
    assert {read_backup(file)[0].generation for file in files} == {generation}
    log_in.lock_screen(desk, now)


STEPS_TRIED = [f"{when} {name}" for name in STEPS for when in ("before", "after")]
_SOON = {"after begin", "after finish", "before write_whole", "after write_whole",
         "before clear_old", "before put_in_place"}  # fmt: skip


@pytest.mark.parametrize(
    "step",
    [step if step in _SOON else pytest.param(step, marks=pytest.mark.soak) for step in STEPS_TRIED],
)
def test_killed_at_a_step(cabinet: Path, program: Program, tmp_path: Path, step: str) -> None:
    arguments = [str(cabinet), "1", MORNING.isoformat(), step, "0"]
    done = subprocess.run(
        [sys.executable, str(WORKER), *arguments],
        env=program.environment({"CARD_CABINET_TESTS": "1"}),
        check=False,
    )
    assert done.returncode == -signal.SIGKILL

    states = looked_at(cabinet, MORNING)

    when, name = step.split()
    place = list(STEPS).index(name)
    dismissed = place > COUNTS or (place == COUNTS and when == "after") or step == "after commit"
    assert (states[FIRST] is PersonState.GONE) is dismissed
    if dismissed:
        with pytest.raises(NotFoundError):
            log_in.log_in(cabinet, FIRST, PASSWORD, MORNING)
    backups_restore(cabinet, tmp_path / "again", MORNING)


def killed(cabinet: Path, program: Program, tmp_path: Path, inside: int, seed: int) -> Kills:
    """Kill until so many kills have landed inside a re-key, looking at everything after each."""
    random, kills = Random(seed), Kills()
    while sum(act == "leave" for act, _ in kills.interrupted) < inside:
        start = MORNING + timedelta(seconds=120 * (kills.total + 1))
        arguments = [str(cabinet), str(random.randrange(10**9)), start.isoformat()]
        kill_once(WORKER, arguments, program, random, kills)
        now = MORNING + timedelta(seconds=120 * (kills.total + 1) - 1)
        states = looked_at(cabinet, now)
        _acknowledged(cabinet, kills, states, now)
        backups_restore(cabinet, tmp_path / "again", now)
    return kills


def _acknowledged(
    cabinet: Path, kills: Kills, states: dict[str, PersonState], now: datetime
) -> None:
    """Everything that was told as done is there."""
    desk = log_in.log_in(cabinet, MANAGER, PASSWORD, now)
    marks = {row.new_value for row in Revision.select().where(Revision.field == "likes")}
    for act in kills.done:
        if act["act"] == "save":
            assert act["name"] in marks
        elif act["act"] == "hire":
            assert act["name"] in states
        else:
            assert states[act["name"]] is PersonState.GONE
    log_in.lock_screen(desk, now)


def test_a_copy_from_before_restores_after_it(
    cabinet: Path, founded: Path, program: Program, tmp_path: Path
) -> None:
    kills = killed(cabinet, program, tmp_path, 2, seed=1)

    assert kills.total < 20
    home = founded.parent / "home.ccb"
    assert restore(home, tmp_path / "home", MANAGER, PASSWORD, MORNING).faults == ()


@pytest.mark.soak
@pytest.mark.parametrize("seed", [2, 3])
def test_fifty_kills_inside_a_re_key(
    cabinet: Path, program: Program, tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    kills = killed(cabinet, program, tmp_path, 50, seed)

    done = {act: len(numbers) for act, numbers in kills.acknowledged.items()}
    generation = KeyFile.read(cabinet / "keys.json").generation
    with capsys.disabled():
        sys.stdout.write(
            f"\n{kills.total} kills, 50 inside a re-key; acts acknowledged: {done}; "
            f"generation of the keys at the end: {generation}\n"
        )
