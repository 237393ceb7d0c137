"""Bringing a large file in: beside reading it with bare calamine and inserting the same rows.

The bare run does what nobody could leave out: read every cell, write every row. The program
besides matches the columns, checks each cell, looks for duplicates, makes the search keys and
the history, and tells its progress.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import perf_counter

from model.cards.listing import list_cards
from model.errors import StoppedError
from model.exchange.importing import ImportOptions, import_cards
from model.office import people, teams
from model.office.desk import Desk
from model.office.founding import Founders, create
from model.office.log_in import SAMPLE_PASSWORD, log_in
from model.office.rights import Role
from model.storage.cabinet import database_path
from model.storage.vault import FLOOR_KDF
from model.upkeep.bench.customer_file import write_customers
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, timed
from model.upkeep.bench.office import seated, shut, wall_clock
from model.upkeep.bench.statements import Statement, bare_connection, caught, write_again

_MOST_S = 20.0
_TEAM, _REPS, _DISTRICTS = "一队", ("李明", "王芳", "周涛", "陈刚"), ("武侯", "金牛", "青羊")


@dataclass
class _Watch:
    """Listens to the progress: how long it was silent at most, and when to stop."""

    stop_at: float = 2.0
    longest: float = 0.0
    stopped_at: float = 0.0
    told_at: float = field(default_factory=perf_counter)

    def __call__(self, done: int, total: int) -> None:
        """Be told (done, total).

        Raises:
            StoppedError: the share at which to stop is reached.
        """
        now = perf_counter()
        self.longest = max(self.longest, now - self.told_at)
        self.told_at = now
        if total and done / total >= self.stop_at:
            self.stopped_at = perf_counter()
            raise StoppedError


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Import the file several times, each time into a fresh cabinet, and stop it once."""
    fresh, source = folder / "fresh.cabinet", folder / "customers.xlsx"
    _make_office(fresh)
    write_customers(source, sizes.rows, _REPS, _DISTRICTS)
    program, bare, silences = [], [], []
    for _ in range(sizes.imports):
        watch = _Watch()
        took, statements, key = _import(folder, source, sizes.rows, watch)
        program.append(took / 1000)
        bare.append(_bare_import(folder, source, statements, key))
        silences.append(watch.longest * 1000)
    return Measured(
        (Figure("import", middle(program), middle(bare), _MOST_S, unit="s"),),
        (
            ("longest_silence", max(silences), "ms"),
            ("cancel", _cancelled(folder, source), "ms"),
        ),
    )


def _make_office(cabinet: Path) -> None:
    """An office with reps and no cards."""
    now = wall_clock()
    create(cabinet, Founders("导入", "张总", "王秀兰", SAMPLE_PASSWORD), now, FLOOR_KDF)
    manager = log_in(cabinet, "张总", SAMPLE_PASSWORD, now)
    teams.add_team(manager, _TEAM, "", now)
    for name in _DISTRICTS:
        teams.add_district(manager, name, _TEAM, now)
    for name in _REPS:
        people.add_person(manager, name, Role.REP, _TEAM, SAMPLE_PASSWORD, now)
    shut(manager, now)


def _copied(folder: Path, name: str) -> Path:
    """The fresh cabinet once more, in place of an earlier copy."""
    copy = folder / f"{name}.cabinet"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder / "fresh.cabinet", copy)
    return copy


def _import(
    folder: Path, source: Path, rows: int, watch: _Watch
) -> tuple[float, list[Statement], bytes]:
    """How long the program took in ms, what it wrote, and the key of all copies.

    Raises:
        RuntimeError: not every row came in.
    """
    desk, now = seated(_copied(folder, "ours"))
    key = bytes(desk.keys.data_key)
    with caught() as statements:
        took, result = timed(lambda: import_cards(desk, source, ImportOptions(), now, watch))
    shut(desk, now)
    if result.added != rows:
        raise RuntimeError(f"{result.added} of {rows} rows came in: {result.problems[:3]}")
    return took, statements, key


def _bare_import(folder: Path, source: Path, statements: list[Statement], key: bytes) -> float:
    """Seconds that calamine and sqlcipher3 need for the same cells and rows, and nothing else."""
    from python_calamine import load_workbook

    connection = bare_connection(database_path(_copied(folder, "bare")), key)
    try:
        read, _ = timed(lambda: load_workbook(source).get_sheet_by_index(0).to_python())
        written, _ = timed(lambda: write_again(connection, statements))
    finally:
        connection.close()
    return (read + written) / 1000


def _cancelled(folder: Path, source: Path) -> float:
    """Milliseconds from Cancel, amid the writing, until everything is undone.

    Raises:
        RuntimeError: a card was left behind.
    """
    desk, now = seated(_copied(folder, "ours"))
    watch = _Watch(stop_at=0.8)
    took = _until_stopped(desk, source, now, watch)
    left = len(list_cards(desk, now))
    shut(desk, now)
    if left:
        raise RuntimeError(f"{left} cards were left by an import that was cancelled")
    return took


def _until_stopped(desk: Desk, source: Path, now: datetime, watch: _Watch) -> float:
    """Import until the watch stops it; milliseconds from then on.

    Raises:
        RuntimeError: the progress never came so far.
    """
    try:
        import_cards(desk, source, ImportOptions(), now, watch)
    except StoppedError:
        return (perf_counter() - watch.stopped_at) * 1000
    raise RuntimeError("the import told no progress, and could not be cancelled")
