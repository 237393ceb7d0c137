"""Kills at the counter: no told act is lost, no card is in and out, no logged print is half."""

import hashlib
import json
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import pytest
from pypdf import PdfReader

from model.cards.tables import CustodyState, CustomerCard, Loan
from model.exchange.importing import ImportOptions, import_cards
from model.loans import opening
from model.office import founding, log_in, people, teams
from model.office.audit import Event
from model.office.rights import Role
from model.office.tables import AuditLine, Person
from model.rounds import approval, planning
from model.rounds.tables import VisitRecord
from model.storage import cabinet as storage
from model.storage.vault import FLOOR_KDF
from model.upkeep.verify import verify

from .conftest import Program
from .day_worker import KEEPER, PASSWORD, REPS
from .killing import Kills, kill_once

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="POSIX kills")

MORNING = datetime.fromisoformat("2026-03-16 07:50")
MANAGER = "王芳"
WORKER = Path(__file__).with_name("day_worker.py")
CARDS_OF_A_REP = 5
KILLS_OF_A_CABINET = 50
"""A new cabinet then: `verify` walks the whole log after every kill."""
EACH = timedelta(seconds=40)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cabinet at 7:50: open, and everybody's plan approved."""
    folder = tmp_path_factory.mktemp("office") / "office.cabinet"
    founding.create(
        folder, founding.Founders("东风办事处", MANAGER, KEEPER, PASSWORD), MORNING, FLOOR_KDF
    )
    desk = log_in.log_in(folder, MANAGER, PASSWORD, MORNING)
    teams.add_team(desk, "一队", "", MORNING)
    teams.add_district(desk, "武侯", "一队", MORNING)
    for rep in REPS:
        people.add_person(desk, rep, Role.REP, "一队", PASSWORD, MORNING)
    sheet = folder.parent / "customers.csv"
    rows = "".join(
        f"{rep}的第{row}家公司,{rep},武侯\n" for rep in REPS for row in range(CARDS_OF_A_REP)
    )
    sheet.write_text(f"客户名称,业务员,片区\n{rows}", encoding="utf-8")
    import_cards(desk, sheet, ImportOptions(), MORNING)
    for rep in REPS:
        planning.make_plan(desk, rep, MORNING.date(), MORNING)
    approval.approve_all(desk, MORNING.date(), MORNING)
    opening.open_cabinet(desk, MORNING)
    log_in.lock_screen(desk, MORNING)
    return folder


@dataclass
class Day:
    """One cabinet under the kills, and what must be found in it.

    Attributes:
        folder: the cabinet; the prints lie in a folder beside it.
        kills: what the workers told.
        out: card number -> (rep, loan number), by what was told, or seen of an act killed midway.
        read: how many told acts are in `out`.
        seen: numbers of the prints whose files were opened.
    """

    folder: Path
    kills: Kills
    out: dict[str, tuple[str, int]] = field(default_factory=dict)
    read: int = 0
    seen: set[str] = field(default_factory=set)

    def begins_to_write(self, begun: dict[str, Any]) -> bool | None:
        """Whether the file of a print has been begun."""
        if begun["act"] != "print_one":
            return None
        file = self.folder.parent / "prints" / f"{begun['number']}.pdf"
        return file.exists() or file.with_name(f"{file.name}.new").exists()

    def look(self, now: datetime) -> None:
        """Everything told is there; what was killed midway is there whole, or not at all."""
        desk = log_in.log_in(self.folder, MANAGER, PASSWORD, now)
        try:
            assert verify(desk, "", now).faults == ()
            self._read_what_was_told()
            self._look_at_loans()
            self._look_at_prints()
        finally:
            log_in.lock_screen(desk, now)

    def _read_what_was_told(self) -> None:
        for told in self.kills.done[self.read :]:
            if told["act"] == "hand_out":
                for ref, loan_no in zip(told["cards"], told["loans"], strict=True):
                    assert ref not in self.out
                    self.out[ref] = (told["rep"], loan_no)
            elif told["act"] == "take_back":
                for ref, loan_no in zip(told["cards"], told["loans"], strict=True):
                    assert self.out.pop(ref) == (told["rep"], loan_no)
                self._records(told, len(told["cards"]))
        self.read = len(self.kills.done)

    def _records(self, told: dict[str, Any], count: int) -> None:
        mark = VisitRecord._meta.fields["visited"] == f"mark-{told['number']}"
        assert VisitRecord.select().where(mark).count() == count

    def _look_at_loans(self) -> None:
        """An open loan and a card that is out are the same thing, with one holder."""
        loans = (
            Loan.select(CustomerCard.card_no, Person.name, Loan.loan_no)
            .join(CustomerCard).switch(Loan).join(Person, on=Loan.borrower)
            .where(Loan.returned_at.is_null())
        )  # fmt: skip
        rows = [(ref, (rep, loan_no)) for ref, rep, loan_no in loans.tuples()]
        found = dict(rows)
        assert len(found) == len(rows)
        cards = CustomerCard.select(CustomerCard.card_no, Person.name).join(
            Person, on=CustomerCard.holder
        )
        out = cards.where(CustomerCard.custody_state == CustodyState.OUT)
        assert dict(out.tuples()) == {ref: rep for ref, (rep, _) in found.items()}
        if found != self.out:
            self._only_the_killed_act(found)
        self.out = found

    def _only_the_killed_act(self, found: dict[str, tuple[str, int]]) -> None:
        """The act that nobody told as done was done all the same: then whole."""
        begun = self.kills.begun
        assert begun is not None, (found, self.out)
        changed = {ref for ref in found.keys() | self.out.keys()
                   if found.get(ref) != self.out.get(ref)}  # fmt: skip
        assert changed == set(begun["cards"]), (begun, changed)
        if begun["act"] == "take_back":
            assert not changed & found.keys()
            self._records(begun, len(changed))
        else:
            assert begun["act"] == "hand_out"
            assert {found[ref][0] for ref in changed} == {begun["rep"]}

    def _look_at_prints(self) -> None:
        """Every print that the log has as done lies there whole, and was logged before it began."""
        begun = {line.subject for line in _lines(Event.PRINT_BEGIN)}
        logged = {line.subject: json.loads(line.after) for line in _lines(Event.PRINT)}
        assert logged.keys() <= begun
        told = {one["print_no"]: one["file"] for one in self.kills.done if "print_no" in one}
        assert told.keys() <= logged.keys()
        folder = self.folder.parent / "prints"
        files = {
            hashlib.sha256(path.read_bytes()).hexdigest(): path for path in folder.glob("*.pdf")
        }
        for print_no, facts in logged.items():
            path = files[facts["sha256"]]
            assert told.get(print_no, path.name) == path.name
            if print_no not in self.seen:
                pages = PdfReader(path, strict=True).pages
                assert len(pages) == facts["pages"] > 0
                assert all(page.get_contents() is not None for page in pages[:1])
        self.seen |= logged.keys()


def _lines(event: Event) -> Iterator[AuditLine]:
    yield from AuditLine.select().where(AuditLine.event == event)


def killed(office: Path, folder: Path, program: Program, times: int, seed: int) -> Kills:
    """Kill so many workers one after the other, looking after each."""
    cabinet = folder / "office.cabinet"
    shutil.copytree(office, cabinet)
    (folder / "prints").mkdir()
    random, day = Random(seed), Day(cabinet, Kills())
    cache = os.environ.get("XDG_CACHE_HOME", str(Path.home() / ".cache"))
    for number in range(times):
        start = MORNING + EACH * (number + 1)
        arguments = [str(cabinet), str(random.randrange(10**9)), start.isoformat()]
        # The print font is built once for all tests.
        kill_once(
            WORKER, arguments, program, random, day.kills, day.begins_to_write,
            XDG_CACHE_HOME=cache,
        )  # fmt: skip
        day.look(start + EACH - timedelta(seconds=1))
    storage.disconnect()
    return day.kills


def test_twenty_kills_at_the_counter(office: Path, tmp_path: Path, program: Program) -> None:
    kills = killed(office, tmp_path, program, 20, seed=1)

    assert kills.total == 20
    assert len(kills.interrupted) >= 10, kills.interrupted


@pytest.mark.soak
def test_a_thousand_kills_at_the_counter(
    office: Path, tmp_path: Path, program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    began = perf_counter()
    total, inside, done = 0, Counter[str](), Counter[str]()
    for seed in range(1000 // KILLS_OF_A_CABINET):
        folder = tmp_path / str(seed)
        folder.mkdir()
        kills = killed(office, folder, program, KILLS_OF_A_CABINET, seed=100 + seed)
        total += kills.total
        inside.update(act for act, _ in kills.interrupted)
        done.update(one["act"] for one in kills.done)
        shutil.rmtree(folder)

    assert total == 1000
    assert inside.total() >= 500
    assert inside.keys() == {"hand_out", "take_back", "print_one"}
    with capsys.disabled():
        sys.stdout.write(
            f"\n1,000 kills in {perf_counter() - began:.0f} s, {inside.total()} inside an act:"
            f" {dict(inside)}; acts told as done: {dict(done)}\n"
        )
