"""The program is killed in mid-typing: at most the last two seconds of it are lost."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from model.cards.typing import kept_typing
from model.exchange.importing import ImportOptions, import_cards
from model.loans import opening
from model.office import founding, log_in, people, teams
from model.office.desk import Desk
from model.office.log_in import SAMPLE_PASSWORD
from model.office.rights import Role
from model.storage import cabinet as storage
from model.storage.vault import FLOOR_KDF
from model.upkeep.verify import verify

from .conftest import Program

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="POSIX kills")

TYPIST = Path(__file__).with_name("typist.py")
FIRST_PASSWORD = "a-first-password"
KEEPER, REF = "李娜", "Q00001"
CELLS = ("likes", "contacts#+1.name", "legal_rep", "competitor_sales#+1.product")
MOST_LOST_S = 2.0


@dataclass
class Typed:
    """What a killed process had told, and when it died."""

    lines: list[dict[str, Any]]
    died_at: float

    def may_be_kept(self, text: str) -> bool:
        """Whether a text stood there in the last two seconds, or when they began."""
        before = [line for line in self.lines if line["at"] <= self.died_at - MOST_LOST_S]
        late = [line for line in self.lines if line["at"] > self.died_at - MOST_LOST_S]
        return text in {line["text"] for line in (*before[-1:], *late)}

    @property
    def lasted(self) -> float:
        """Seconds from the first key to the kill."""
        return self.died_at - float(self.lines[0]["at"])


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An office with one filed card, today: the program's clock cannot be set."""
    now = datetime.now().replace(microsecond=0) - timedelta(minutes=5)  # noqa: DTZ005
    cabinet = tmp_path / "office.cabinet"
    founders = founding.Founders("东风办事处", "王芳", KEEPER, FIRST_PASSWORD)
    founding.create(cabinet, founders, now, FLOOR_KDF)
    clerk = log_in.log_in(cabinet, KEEPER, FIRST_PASSWORD, now)
    people.change_own_password(clerk, FIRST_PASSWORD, SAMPLE_PASSWORD, now)
    log_in.lock_screen(clerk, now)
    desk = log_in.log_in(cabinet, "王芳", FIRST_PASSWORD, now)
    teams.add_team(desk, "一队", "", now)
    teams.add_district(desk, "武侯", "一队", now)
    people.add_person(desk, "李明", Role.REP, "一队", "rep-password", now)
    opening.open_cabinet(desk, now)
    sheet = tmp_path / "first.csv"
    sheet.write_text("客户名称,业务员,片区\n老客户公司,李明,武侯\n", encoding="utf-8")
    import_cards(desk, sheet, ImportOptions(), now)
    log_in.lock_screen(desk, now)
    yield tmp_path
    storage.disconnect()


def killed_while_typing(folder: Path, cell: str, program: Program, random: Random) -> Typed:
    """Start the program, let somebody type for a while, and kill it."""
    shown_on = {
        name: os.environ[name]
        for name in ("DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORM")
        if name in os.environ
    }
    command = [sys.executable, str(TYPIST), str(folder), REF, cell, str(random.random())]
    lines = []
    with subprocess.Popen(
        command, env=program.environment(shown_on), stdout=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        assert process.stdout is not None
        until: float | None = None
        for line in process.stdout:
            lines.append(json.loads(line))
            until = until or time.monotonic() + random.uniform(1.2, 5.0)
            if time.monotonic() >= until:
                break
        assert process.poll() is None, "the typist ended by itself"
        time.sleep(random.uniform(0.0, 0.05))
        os.kill(process.pid, signal.SIGKILL)
        died_at = time.monotonic()
        lines += [json.loads(line) for line in process.stdout]
    return Typed(lines, died_at)


def kept_text(desk: Desk, cell: str) -> str:
    return "".join(kept.texts.get(cell, "") for kept in kept_typing(desk) if kept.ref == REF)


def killed(folder: Path, program: Program, times: int, seed: int) -> list[float]:
    """Kill it so often; returns how long each had been typing."""
    random = Random(seed)
    lasted = []
    for number in range(times):
        cell = CELLS[number % len(CELLS)]
        typed = killed_while_typing(folder, cell, program, random)
        now = datetime.now()  # noqa: DTZ005 - office wall clock, as the program's
        desk = log_in.log_in(folder / "office.cabinet", KEEPER, SAMPLE_PASSWORD, now)
        try:
            assert verify(desk, "", now).faults == ()
            text = kept_text(desk, cell)
            kept = text != "" or typed.lasted > MOST_LOST_S
            assert typed.may_be_kept(text) or not kept, (text, typed.lines[-60:], typed.died_at)
        finally:
            log_in.lock_screen(desk, now)
        lasted.append(typed.lasted)
    return lasted


def test_five_kills_lose_at_most_the_last_two_seconds(folder: Path, program: Program) -> None:
    lasted = killed(folder, program, 5, seed=4)
    assert max(lasted) > MOST_LOST_S  # at least one had something that may not be lost


@pytest.mark.soak
def test_fifty_kills_lose_at_most_the_last_two_seconds(folder: Path, program: Program) -> None:
    lasted = killed(folder, program, 50, seed=5)
    assert sum(seconds > MOST_LOST_S for seconds in lasted) >= 25
