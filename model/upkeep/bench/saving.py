"""Saving a card, durable: beside the same rows written by bare sqlcipher3 in one transaction.

Two copies of one cabinet stand side by side. The program saves a card in the first; the very
statements by which it wrote are then run in the second, with nothing around them. What the
program adds is everything else: rights, checks, duplicates, search keys, completeness, log.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from model.cards.cards import edit_card, read_card
from model.cards.listing import CardRow, list_cards
from model.office import audit
from model.office.desk import Desk
from model.storage.cabinet import database_path
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, p95, timed
from model.upkeep.bench.machine import durable_write
from model.upkeep.bench.office import seated, shut
from model.upkeep.bench.statements import Statement, bare_connection, caught, write_again

_MOST = 6.0


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Save cards, one after the other, as a clerk who types in three cells of each."""
    ours, bare = folder / "ours.cabinet", folder / "bare.cabinet"
    for copy in (ours, bare):
        shutil.copytree(folder / "office.cabinet", copy)
    desk, now = seated(ours)
    connection = bare_connection(database_path(bare), desk.keys.data_key)
    try:
        program: list[float] = []
        baseline: list[float] = []
        for number, row in enumerate(_cards(desk, now)[: sizes.saves + 1]):
            took, statements = _save(desk, row, number, now)
            program.append(took)
            baseline.append(timed(partial(write_again, connection, statements))[0])
    finally:
        connection.close()
        shut(desk, now)
    return _told(program, baseline, durable_write(folder))


def _cards(desk: Desk, now: datetime) -> list[CardRow]:
    """Company cards in the cabinet, which every cell that is typed below belongs to."""
    found = list_cards(desk, now)
    return [row for row in found if row.kind == "company" and row.state == "in_cabinet"]


def _save(
    desk: Desk, row: CardRow, number: int, now: datetime
) -> tuple[float, Sequence[Statement]]:
    """How long one save took, and what it wrote."""
    version = read_card(desk, row.ref, now).version
    audit.flush(desk)
    texts = {
        "main_business": f"叉车配件 {number}",
        "employees": str(20 + number),
        "problems": f"电话核对 {number}",
    }
    with caught() as statements:
        took, _ = timed(lambda: edit_card(desk, row.ref, version, texts, now, source="phone"))
    return took, statements


def _told(program: list[float], baseline: list[float], floor: float) -> Measured:
    """The first save pays for loading the readings of characters and stands beside."""
    save = Figure("save", middle(program[1:]), middle(baseline[1:]), _MOST, "ratio")
    return Measured(
        (save,),
        (
            ("first_save", program[0], "ms"),
            ("save_p95", p95(program[1:]), "ms"),
            ("bare_save_p95", p95(baseline[1:]), "ms"),
            ("durable_write", floor, "ms"),
        ),
    )
