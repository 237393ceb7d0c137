"""The day of the README, each command a process of its own; then its paper is read back."""

import json
import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.printing.page_marks import page_count, scanned
from tests.printing.pdf_reading import shown_glyphs

from .conftest import ROOT, Program

SCRIPT = Path(__file__).with_name("a_day.sh")
PASSWORD = "office-password"
DAY, NEXT = datetime(2026, 11, 20, 8, 30), datetime(2026, 11, 23, 8, 30)
LIST = """客户名称,业务员,片区,电话,客户等级,上次拜访,欠款,逾期,承诺,承诺日期
恒岳叉车配件有限公司,李明,武侯,028-51234567,A,2026-11-05,12000,8000,答复报价单,2026-11-20
甲一商贸公司,李明,武侯,028-52345678,B,2026-11-02,,,,
乙二物流有限公司,李明,锦里,028-53456789,C,2026-09-20,3000,0,,
"""
# The real program with its clock set: the file says what time it is in the office.
WRAPPER = """#!{python}
import sys
from datetime import datetime
from pathlib import Path
sys.path.insert(0, {root!r})
import main
main._now = lambda: datetime.fromisoformat(Path({clock!r}).read_text())
sys.exit(main.main())
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with the customers' list, and the program on the path, its clock in a file."""
    folder, tools = tmp_path / "office", tmp_path / "bin"
    folder.mkdir()
    tools.mkdir()
    (folder / "customers.csv").write_text(LIST, encoding="utf-8")
    command = tools / "card-cabinet"
    clock = str(tmp_path / "clock")
    command.write_text(WRAPPER.format(python=sys.executable, root=str(ROOT), clock=clock))
    command.chmod(0o755)
    return folder


class Office:
    """The office at a time of day."""

    def __init__(self, program: Program, folder: Path) -> None:
        self.folder = folder
        self.environment = program.environment(
            {
                "PATH": f"{folder.parent / 'bin'}:{os.environ['PATH']}",
                "CARD_CABINET_PASSWORD": PASSWORD,
                "CARD_CABINET_NEW_PASSWORD": PASSWORD,
                "XDG_CACHE_HOME": os.environ.get(
                    "XDG_CACHE_HOME", str(Path.home() / ".cache")
                ),  # the print font is built once for all tests
            }
        )

    def at(self, now: datetime) -> None:
        (self.folder.parent / "clock").write_text(now.isoformat())

    def run(self, *command: str, status: int = 0) -> str:
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, encoding="utf-8", timeout=120,
        )  # fmt: skip
        assert done.returncode == status, (command, done.returncode, done.stdout, done.stderr)
        return done.stdout

    def result(self, staff: str, *typed: str, status: int = 0) -> Any:
        cabinet = ("--cabinet", "east.cabinet", "--as", staff, "--json")
        return json.loads(self.run("card-cabinet", *typed, *cabinet, status=status))


@pytest.mark.skipif(shutil.which("bash") is None, reason="the script is a shell script")
def test_the_day_of_the_readme(program: Program, office: Path) -> None:
    there = Office(program, office)
    there.at(DAY)
    there.run("bash", "-eu", str(SCRIPT))

    assert there.result("王秀兰", "verify")["faults"] == []
    _read_the_packet(there)
    _read_the_register(there)
    cards = {row["card_no"]: row for row in there.result("王秀兰", "card", "list")}
    assert {row["custody_state"] for row in cards.values()} == {"in_cabinet"}
    assert cards["Q00001"]["last_visit_on"] == "2026-11-20"
    promises = [one for one in there.result("赵刚", "remind") if one["code"] == "promise_due"]
    assert promises == [], "the promise that was due came with the import and is still open"


def _read_the_packet(there: Office) -> None:
    plan = there.result("王秀兰", "plan", "list", "--date", "2026-11-20")[0]
    file = there.folder / "packet.pdf"
    text = _text(file)
    assert len(plan["lines"]) == 3
    for line in plan["lines"]:
        assert {line["card_no"], line["starts_at"]} <= set(re.findall(r"[QG]\d{5}|\d\d:\d\d", text))
        assert line["name"] in text.replace("\n", "")
    assert plan["plan_no"] in text
    codes = _codes(file)
    assert plan["plan_no"] in codes
    assert {"Q00001", "Q00002", "Q00003"} <= codes
    assert "P" + str(_staff_no(there, "李明")) in _codes(there.folder / "badge.pdf")
    assert _empty_boxes(file) == 0


def _read_the_register(there: Office) -> None:
    text = _text(there.folder / "register.pdf")
    for number in ("Q00001", "Q00002", "Q00003"):
        assert number in text
    (head,) = set(re.findall(r"\d+-[0-9A-F]{20}", text))
    assert there.result("王秀兰", "verify", "--paper", head)["faults"] == []
    assert "李明" in _text(there.folder / "report.pdf")


def _staff_no(there: Office, name: str) -> int:
    people = {one["name"]: one["staff_no"] for one in there.result("张总", "staff", "list")}
    return int(people[name])


def _text(file: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(file).pages)


def _codes(file: Path) -> set[str]:
    """What a scanner reads on every page."""
    pdf = file.read_bytes()
    return {code for page in range(page_count(pdf)) for code in scanned(pdf, page)}


def _empty_boxes(file: Path) -> int:
    """How many texts show `.notdef`: glyph 0 of an embedded font."""
    pdf = file.read_bytes()
    glyphs = [one for page in range(page_count(pdf)) for one in shown_glyphs(pdf, page)]
    assert glyphs
    return sum(one.glyph == 0 for one in glyphs)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the script is a shell script")
def test_the_next_morning_who_owes_a_record_gets_no_card(program: Program, office: Path) -> None:
    there = Office(program, office)
    there.at(DAY)
    there.run("bash", "-eu", str(SCRIPT))

    there.at(NEXT)
    there.result("王秀兰", "cabinet", "open")
    plan = there.result("李明", "plan", "day")
    assert plan["lines"], "somebody is to be visited"
    there.result("赵刚", "plan", "approve", plan["plan_no"])
    refused = there.result("王秀兰", "checkout", "--rep", "李明", status=1)
    assert refused["error"] == "borrower_blocked"
    assert refused["values"]["missing"] == ["Q00003"]

    entered = ("visit", "Q00003", "--rep", "李明", "--date", "2026-11-20")
    there.result("李明", *entered, "--visited", "补记：库存够用")
    assert there.result("王秀兰", "checkout", "--rep", "李明")


def test_the_readme_shows_the_script() -> None:
    assert SCRIPT.read_text(encoding="utf-8") in (ROOT / "README.md").read_text(encoding="utf-8")
