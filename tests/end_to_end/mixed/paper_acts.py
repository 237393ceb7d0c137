"""Papers, files that leave the office, and backups."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from model.cards.copy_tables import IssuedCopy
from model.exchange import exporting, log_file
from model.exchange.export_orders import Order, Wanted
from model.loans import copies, copy_issuing, papers, registers
from model.loans.copy_terms import Terms
from model.office.log_query import LogQuery
from model.upkeep import backup
from model.words import words_in
from printing.card_run import write_card_papers
from printing.making import print_to_file
from printing.packet import write_packet, write_register
from tests.end_to_end.mixed.jobs import Job, filed
from tests.end_to_end.mixed.office import (
    KEEPER,
    MANAGER,
    REPS,
)

if TYPE_CHECKING:
    from tests.end_to_end.mixed.worker import Worker

WORDS = words_in("zh")
NAMES = 3
"""How many names the papers take in turn: what a killed one left is cleared by the next."""


def print_one(worker: Worker) -> Job:
    """The register of the day, or a rep's packet."""
    desk, rep = worker.sit(KEEPER), worker.random.choice(REPS)
    file = worker.cabinet.parent / "papers" / f"print-{worker.number % NAMES}.pdf"
    day = worker.now.date()

    def register() -> dict[str, Any]:
        rows = registers.loan_register(desk, day, worker.now)
        made = print_to_file(
            desk, file, "register", str(day),
            lambda stamp, out: write_register(rows, stamp, out, WORDS), worker.now,
        )  # fmt: skip
        return {"print_no": made.print_no}

    def packet() -> dict[str, Any]:
        sheets = papers.packets(desk, day, worker.now, reps=[rep])
        made = print_to_file(
            desk, file, "packet", sheets[0].sheet.plan.plan_no,
            lambda stamp, out: write_packet(sheets, stamp, out, WORDS), worker.now,
        )  # fmt: skip
        return {"print_no": made.print_no}

    return Job({"file": file.name}, worker.random.choice((register, packet)))


def issue(worker: Worker) -> Job:
    """A numbered copy on paper."""
    desk, ref = worker.sit(MANAGER), filed(worker)
    file = worker.cabinet.parent / "papers" / f"copy-{worker.number % NAMES}.pdf"
    terms = Terms(f"收件人{worker.number}", "年检", destroy_after_reading=True)

    def do() -> dict[str, Any]:
        issued = copy_issuing.issue_copies(desk, [ref], terms, worker.now)
        made: list[Any] = []

        def draw(stamp: Any, out: Any) -> Any:
            made.append(stamp)
            return write_card_papers(issued, stamp, out, WORDS)

        print_to_file(desk, file, "copy", ref, draw, worker.now)
        copy_issuing.copies_made(desk, issued, made[0], worker.now)
        return {"copy_no": issued[0].copy.copy_no}

    return Job({"file": file.name}, do)


def end(worker: Worker) -> Job | None:
    """A copy is destroyed, as its receiver says."""
    desk = worker.sit(MANAGER)
    row = IssuedCopy.get_or_none(IssuedCopy.outcome == "", IssuedCopy.made_at.is_null(False))
    if row is None:
        return None
    return Job(
        {"copy_no": row.copy_no},
        lambda: copies.end_copy(desk, row.copy_no, "destroyed", worker.now) and None,
    )


def export(worker: Worker) -> Job:
    """Every card into a workbook or a text."""
    desk, number = worker.sit(MANAGER), worker.number
    kind = worker.random.choice((".csv", ".xlsx"))
    file = worker.cabinet.parent / "papers" / f"export-{number % NAMES}{kind}"
    order = Order(Wanted(), ("list",), Terms(f"总部{number}", "年报", destroy_after_reading=True))

    def do() -> dict[str, Any]:
        made = exporting.export_cards(desk, order, file, worker.now, lambda *_: None)
        return {"export_no": made.export_no, "sha256": made.sha256}

    return Job({"file": file.name}, do)


def export_log(worker: Worker) -> Job:
    """The log into a workbook or a text."""
    desk, number = worker.sit(MANAGER), worker.number
    kind = worker.random.choice((".csv", ".xlsx"))
    file = worker.cabinet.parent / "papers" / f"log-{number % NAMES}{kind}"

    def do() -> dict[str, Any]:
        query = LogQuery(day_from=worker.now.date(), text="act")
        made = log_file.export_log(desk, query, file, WORDS, worker.now)
        return {"sha256": made.sha256}

    return Job({"file": file.name}, do)


def back_up(worker: Worker) -> Job:
    """A backup of its own."""
    desk = worker.sit(KEEPER)
    return Job({}, lambda: {"file": str(backup.back_up(desk, None, worker.now).file.name)})


def back_up_daily(worker: Worker) -> Job:
    """The day's backup anew; the day before it was one that the rule drops."""
    desk = worker.sit(KEEPER)
    folder = worker.cabinet / "backups"
    day = worker.now.date() - timedelta(days=worker.random.randrange(9, 400))
    newest = max(folder.glob("daily-*.ccb"))
    with suppress(FileExistsError):
        os.link(newest, folder / f"daily-{day}.ccb")
    return Job({}, lambda: backup.back_up_daily(desk, worker.now, anew=True) and None)
