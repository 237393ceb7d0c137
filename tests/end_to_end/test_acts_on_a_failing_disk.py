"""A disk that fails, or is full, at each write of other acts: each is done whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from model.cards.asking import ask_approval, decide_approval
from model.cards.attachments import remove_attachment
from model.cards.custody import card_of
from model.cards.deciding import Decision, decide
from model.cards.proposing import save_card
from model.cards.tables import Attachment, Loan, Proposal, ProposedChange
from model.errors import CabinetError, CannotWriteError, DatabaseDamagedError
from model.loans.checkouts import check_out
from model.loans.copy_issuing import issue_copies
from model.loans.copy_terms import Terms
from model.loans.returns import Return, take_back
from model.office import log_in, people
from model.office.desk import Desk
from model.office.rights import Right
from model.office.tables import AuditLine
from model.rounds.visits import VisitEntry
from model.storage.cabinet import disconnect
from model.storage.database import Table
from model.storage.key_file import KeyFile
from model.upkeep.verify import verify
from tests.end_to_end.mixed.checks import opens
from tests.end_to_end.mixed.office import (
    CHANGING,
    KEEPER,
    MANAGER,
    MORNING,
    PASSWORD,
    REPS,
    SUPERVISOR,
    found,
)
from tests.faulty_disk import FULL, IO_ERROR_WRITE, FaultyDisk

EVERY = 1 if os.environ.get("CARD_CABINET_SOAK") else 7
FAULTS = {"full": (FULL, True), "error": (IO_ERROR_WRITE, False), "broken": (IO_ERROR_WRITE, True)}
BEYOND = 1000
"""No act writes as often."""
REP, NEW = REPS[0], "another-password"
# What whoever looks writes himself; and reading, which is remembered and written a second later,
# or at the lock, which no full disk may stop.
OF_LOOKING = ("auth.login", "auth.lock", "verify", "card.read")
NOT_COMPARED = {"audit_line", "log_head", "workplace_speed"}


def give_back(desk: Desk) -> None:
    """Cards home with their records."""
    loans = Loan.select().where(Loan.returned_at.is_null())
    record = VisitEntry("", "", MORNING.date(), {"visited": "要新价目表"})
    brought = [Return(loan.card.card_no, "visited", record) for loan in loans]
    take_back(desk, REP, brought, MORNING)


def issue(desk: Desk) -> None:
    """Two numbered copies."""
    terms = Terms("总部", "年检", destroy_after_reading=True)
    issue_copies(desk, ["Q00004", "Q00005"], terms, MORNING)


def use_approval(desk: Desk) -> None:
    """A picture goes, and the approval with it."""
    remove_attachment(desk, Attachment.get().attachment_no, "过期", MORNING)


def accept(desk: Desk) -> None:
    """A proposal becomes the card's text."""
    lines = {line.id: Decision("accept") for line in ProposedChange.select()}
    decide(desk, Proposal.get().proposal_no, lines, MORNING)


def change_password(desk: Desk) -> None:
    """The key file, and the line of the log."""
    people.change_own_password(desk, PASSWORD, NEW, MORNING)


def reset_password(desk: Desk) -> None:
    """The key file, the row, and the line of the log."""
    number = next(one.staff_no for one in people.list_people(desk) if one.name == CHANGING)
    people.reset_password(desk, number, MORNING, password=NEW)


ACTS: dict[Callable[[Desk], None], str] = {
    give_back: KEEPER, issue: MANAGER, use_approval: KEEPER, accept: SUPERVISOR,
    change_password: CHANGING, reset_password: MANAGER,
}  # fmt: skip


@pytest.fixture(scope="module")
def noon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed cabinet in which all of them can be done."""
    folder = tmp_path_factory.mktemp("noon") / "office.cabinet"
    found(folder)
    shutil.rmtree(folder / "backups")
    keeper = log_in.log_in(folder, KEEPER, PASSWORD, MORNING)
    check_out(keeper, REP, MORNING, read=True)
    picture = Attachment.get().attachment_no
    asked = ask_approval(keeper, Right.REMOVE_ATTACHMENT, [picture], "过期", MORNING)
    texts = {"legal_rep": "何文斌"}
    save_card(keeper, "Q00004", card_of("Q00004").version, texts, MORNING)
    supervisor = log_in.log_in(folder, SUPERVISOR, PASSWORD, MORNING)
    decide_approval(supervisor, asked.approval_no, True, "", MORNING)
    log_in.lock_screen(supervisor, MORNING)
    return folder


@pytest.fixture
def disk() -> Iterator[FaultyDisk]:
    with FaultyDisk().in_use() as faulty:
        yield faulty


def state(folder: Path) -> dict[str, Any]:
    """Everything in the cabinet, seen by somebody who comes later; nothing contradicts itself."""
    manager = log_in.log_in(folder, MANAGER, PASSWORD, MORNING)
    assert verify(manager, "", MORNING).faults == ()
    found: dict[str, Any] = {
        table._meta.table_name: [
            row for row in table.select().tuples() if not str(row[0]).startswith("key_change:")
        ]
        for table in Table.__subclasses__()
        if table.__module__.startswith("model.") and table._meta.table_name not in NOT_COMPARED
    }
    lines = AuditLine.select().where(AuditLine.event.not_in(OF_LOOKING)).order_by(AuditLine.no)
    found["log"] = [(line.event, line.subject, line.after, line.document) for line in lines]
    slot = next(one for one in KeyFile.read(folder / "keys.json").slots if one.name == CHANGING)
    found["password"] = [opens(slot, password) for password in (PASSWORD, NEW)]
    # A new key pair is another one each time: that row and slot agree is what counts.
    people_rows = found.pop("person")
    found["keys agree"] = any(slot.public_key in row for row in people_rows)
    log_in.lock_screen(manager, MORNING)
    return found


def one_try(
    disk: FaultyDisk, folder: Path, act: Callable[[Desk], None], kind: str, write: int
) -> tuple[bool, bool]:
    """An act on a disk that fails at one write: whether it was acknowledged, and met the fault."""
    desk = log_in.log_in(folder, ACTS[act], PASSWORD, MORNING)
    code, for_good = FAULTS[kind]
    disk.fail(write, code, for_good=for_good)
    try:
        act(desk)
        done = True
    except (CannotWriteError, DatabaseDamagedError):
        done = False
    met = disk.writes >= write
    lock_on(disk, desk)
    return done, met


def lock_on(disk: FaultyDisk, desk: Desk) -> None:
    """Lock on a disk that still fails: the key goes all the same."""
    try:
        log_in.lock_screen(desk, MORNING)
    except CabinetError:
        pass
    finally:
        disk.quiet()
        disconnect()
    assert not desk.keys.data_key


@pytest.mark.parametrize("kind", [
    kind if kind == "full" else pytest.param(kind, marks=pytest.mark.soak) for kind in FAULTS
])  # fmt: skip
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_an_act_on_a_failing_disk_is_whole_or_nothing(
    act: Callable[[Desk], None], kind: str, disk: FaultyDisk, noon: Path, tmp_path: Path
) -> None:
    def tried(write: int) -> tuple[bool, bool, dict[str, Any]]:
        folder = tmp_path / f"try-{write}.cabinet"
        shutil.copytree(noon, folder)
        done, met = one_try(disk, folder, act, kind, write)
        seen = state(folder)
        shutil.rmtree(folder)
        return done, met, seen

    before, (done, met, after) = state(noon), tried(BEYOND)
    assert (done, met) == (True, False)
    assert before != after
    faults = 0
    for write in range(1, BEYOND, EVERY):
        done, met, seen = tried(write)
        differs = [part for part in seen if seen[part] not in (before[part], after[part])]
        assert differs == [], (write, [seen[part] for part in differs])
        assert seen == after if done else seen in (before, after), write
        if not met:
            break
        faults += 1
    assert faults >= 10 / EVERY, "the faults never met the act"
