"""Twenty processes of the real command line hand out the same plan at the same moment."""

import json
import subprocess
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from model.cards.tables import Loan
from model.exchange.importing import ImportOptions, import_cards
from model.loans import opening
from model.office import founding, log_in, people, teams
from model.office.rights import Role
from model.rounds import approval, planning
from model.storage.vault import FLOOR_KDF
from model.upkeep.verify import verify

from .conftest import ROOT, Program

NOW = datetime.fromisoformat("2026-03-16 07:50")
CLERKS = ("何秀英", "孙丽")
PASSWORD, PROGRAMS, CARDS = "office-password", 20, 6
# The real program with its clock set. It loads what it needs, and then waits for the others:
# otherwise the first would be through before the last has started.
WRAPPER = f"""
import sys
from datetime import datetime
sys.path.insert(0, {str(ROOT)!r})
import main, model.loans.checkouts, model.office.log_in, model.sentences.errors
main._now = lambda: datetime.fromisoformat({NOW.isoformat()!r})
print("ready", flush=True)
sys.stdin.readline()
sys.exit(main.main())
"""


@pytest.fixture
def cabinet(tmp_path: Path) -> Path:
    """An open cabinet with 李明's approved plan of today."""
    folder = tmp_path / "office.cabinet"
    founders = founding.Founders("东风办事处", "张总", CLERKS[0], PASSWORD)
    founding.create(folder, founders, NOW, FLOOR_KDF)
    desk = log_in.log_in(folder, "张总", PASSWORD, NOW)
    teams.add_team(desk, "一队", "", NOW)
    teams.add_district(desk, "武侯", "一队", NOW)
    people.add_person(desk, CLERKS[1], Role.CLERK, "", PASSWORD, NOW)
    people.add_person(desk, "李明", Role.REP, "一队", PASSWORD, NOW)
    sheet = tmp_path / "customers.csv"
    rows = "".join(f"第{row}家公司,李明,武侯\n" for row in range(CARDS))
    sheet.write_text(f"客户名称,业务员,片区\n{rows}", encoding="utf-8")
    import_cards(desk, sheet, ImportOptions(), NOW)
    plan = planning.make_plan(desk, "李明", NOW.date(), NOW)
    assert len(plan.open_lines) == CARDS
    approval.approve(desk, [plan.plan_no], NOW)
    opening.open_cabinet(desk, NOW)
    log_in.lock_screen(desk, NOW)
    return folder


def begun(cabinet: Path, program: Program, clerk: str) -> "subprocess.Popen[str]":
    """A program that is ready to hand out, and waits."""
    typed = ["checkout", "--rep", "李明", "--read", "--json", "--cabinet", str(cabinet)]
    process = subprocess.Popen(
        [sys.executable, "-c", WRAPPER, *typed, "--as", clerk],
        env=program.environment({"CARD_CABINET_PASSWORD": PASSWORD}),
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, encoding="utf-8",
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def at_once(cabinet: Path, program: Program) -> list[tuple[int, Any]]:
    """Exit status and answer of each."""
    running = [begun(cabinet, program, CLERKS[number % 2]) for number in range(PROGRAMS)]
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=60)[0] for process in running]
    return [
        (process.returncode, json.loads(answer))
        for process, answer in zip(running, answers, strict=True)
    ]


def test_one_of_twenty_has_the_cards_and_the_others_say_who(
    cabinet: Path, program: Program
) -> None:
    told = at_once(cabinet, program)

    assert Counter(status for status, _ in told) == {0: 1, 1: PROGRAMS - 1}
    (out,) = (answer for status, answer in told if status == 0)
    numbers = {card["card_no"] for card in out}
    assert len(numbers) == CARDS
    for status, answer in told:
        if status:
            assert answer["error"] == "card_out"
            away = answer["values"]["cards"]
            assert {card["card_no"] for card in away} == numbers
            assert {(card["holder"], card["since"]) for card in away} == {
                ("李明", out[0]["issued_at"])
            }
    desk = log_in.log_in(cabinet, CLERKS[0], PASSWORD, NOW)
    try:
        assert verify(desk, "", NOW).faults == ()
        assert Loan.select().count() == CARDS
    finally:
        log_in.lock_screen(desk, NOW)
