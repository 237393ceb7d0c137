"""Restoring a backup of 100,000 cards: beside a bare backup of the same database.

A restore unpacks and compares its checksum, looks at every page and tree, counts the rows, makes
new slots for everybody, and then checks everything that `verify` checks.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from model.office.log_in import SAMPLE_PASSWORD
from model.office.rights import Role
from model.upkeep.backup import back_up
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, timed
from model.upkeep.bench.office import at_desk, shut, wall_clock
from model.upkeep.bench.places import many_folder
from model.upkeep.bench.rekeying import bare_backup
from model.upkeep.restore import restore

_MOST = 25.0
_TIMES = 3


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Make a backup, and restore it elsewhere."""
    del sizes
    cabinet, now = many_folder(folder) / "office.cabinet", wall_clock()
    desk = at_desk(cabinet, Role.MANAGER, now)
    file = folder / "many.ccb"
    backing, _ = timed(lambda: back_up(desk, file, now))
    baseline = [timed(lambda: bare_backup(desk, folder))[0] for _ in range(_TIMES)]
    manager = desk.person.name
    shut(desk, now)
    again = folder / "again.cabinet"
    took, _ = timed(lambda: restore(file, again, manager, SAMPLE_PASSWORD, now))
    shutil.rmtree(again)
    file.unlink()
    figure = Figure("restore", took / 1000, middle(baseline) / 1000, _MOST, "ratio", "s")
    return Measured((figure,), (("back_up", backing / 1000, "s"),))
