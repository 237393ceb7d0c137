"""Suggesting a rep's day among two thousand customers: beside the same rows read bare.

The questions that the program asks are caught and asked again by sqlcipher3 with nothing around
it. What the program adds is the score of each customer with its reasons, and the order and times
of the day.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from model.office.calendar import next_working_day
from model.rounds.suggesting import suggest_day
from model.storage.cabinet import database_path
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, p95, timed
from model.upkeep.bench.office import seated, shut
from model.upkeep.bench.places import day_folder
from model.upkeep.bench.statements import bare_connection, caught, read_again
from model.upkeep.bench.working_day import rep_names

_MOST_MS = 100.0


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Suggest days, one after the other, for the rep with the most customers."""
    cabinet = day_folder(folder) / "office.cabinet"
    desk, now = seated(cabinet)
    connection = bare_connection(database_path(cabinet), desk.keys.data_key)
    program: list[float] = []
    baseline: list[float] = []
    day, rows = now.date(), 0
    try:
        rep = rep_names()[0]
        for _ in range(sizes.checkouts + 1):
            day = next_working_day(day)
            took, _ = timed(partial(suggest_day, desk, rep, day, now))
            with caught(reads=True) as statements:
                suggest_day(desk, rep, day, now)
            program.append(took)
            bare, rows = timed(partial(read_again, connection, statements))
            baseline.append(bare)
    finally:
        connection.close()
        shut(desk, now)
    return Measured(
        (Figure("suggest", middle(program[1:]), middle(baseline[1:]), _MOST_MS),),
        (
            ("first_suggest", program[0], "ms"),
            ("suggest_p95", p95(program[1:]), "ms"),
            ("suggest_rows", rows, "rows"),
        ),
    )
