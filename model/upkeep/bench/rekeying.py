"""Dismissing a person of twenty with 100,000 cards: beside a bare backup of the same database.

The program writes all pages under a new key, compares the rows of every table, and looks at every
page and every tree of what it wrote; the baseline only copies the pages, under the same key.
"""

from __future__ import annotations

import os
from contextlib import closing
from functools import partial
from pathlib import Path

from model.office.desk import Desk
from model.office.rights import Role
from model.office.tables import Person, PersonState
from model.storage.cabinet import database_path
from model.storage.database import open_connection
from model.upkeep.backup import back_up
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, timed
from model.upkeep.bench.office import at_desk, shut, wall_clock
from model.upkeep.bench.places import many_folder
from model.upkeep.dismissal import dismiss

_MOST = 6.0
_TIMES = 3


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Dismiss three people, and a fourth with one backup to be encrypted anew."""
    del sizes
    cabinet, now = many_folder(folder) / "office.cabinet", wall_clock()
    desk = at_desk(cabinet, Role.MANAGER, now)
    staff_nos = [
        person.staff_no
        for person in Person.select()
        .where(Person.role == Role.CLERK, Person.state != PersonState.GONE)
        .order_by(Person.staff_no.desc())
        .limit(_TIMES + 1)
    ]
    program, baseline = [], []
    for staff_no in staff_nos[:_TIMES]:
        baseline.append(timed(lambda: bare_backup(desk, folder))[0])
        program.append(timed(partial(dismiss, desk, staff_no, "离职", now))[0])
    size = database_path(cabinet).stat().st_size
    made = back_up(desk, None, now).file
    with_backup, _ = timed(lambda: dismiss(desk, staff_nos[_TIMES], "离职", now))
    made.unlink()
    shut(desk, now)
    rekey = Figure("rekey", middle(program) / 1000, middle(baseline) / 1000, _MOST, "ratio", "s")
    return Measured(
        (rekey,),
        (
            ("rekey_size", size / 1e6, "MB"),
            ("reseal", (with_backup - middle(program)) / 1000, "s"),
        ),
    )


def bare_backup(desk: Desk, folder: Path) -> None:
    """`connection.backup` of bare sqlcipher3, and the copy on the disk."""
    copy = folder / "bare.db"
    with (
        closing(open_connection(database_path(desk.cabinet), desk.keys.data_key)) as source,
        closing(open_connection(copy, desk.keys.data_key)) as target,
    ):
        source.backup(target)
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    copy.unlink()
