"""Exporting every card to a workbook: beside bare XlsxWriter with the same cells.

The bare run writes the cells that the program found; the program besides reads the cards, asks
what the desk may have on paper, and numbers, logs and keeps the file whole.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter

from model.errors import StoppedError
from model.exchange.export_orders import Order, Wanted
from model.exchange.exporting import export_cards
from model.loans.copy_terms import Terms
from model.office.day import day_state
from model.office.rights import Role
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, timed
from model.upkeep.bench.office import at_desk, seated, shut, wall_clock

_MOST_S = 4.0
_TERMS = Terms("总部", "测速", destroy_after_reading=True)
_ORDER, _WHOLE = (Order(Wanted(), (fields,), _TERMS) for fields in ("list", "all"))


class _Watch:
    """Listens to the progress, and stops at a share of it."""

    def __init__(self, stop_at: float = 2.0) -> None:
        self.stop_at, self.stopped_at = stop_at, 0.0
        self.longest, self._told_at = 0.0, perf_counter()

    def __call__(self, done: int, total: int) -> None:
        now = perf_counter()
        self.longest, self._told_at = max(self.longest, now - self._told_at), now
        if total and done / total >= self.stop_at:
            self.stopped_at = now
            raise StoppedError


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Export all cards as the usual list several times; once with all columns; and stop it once."""
    cabinet, out = folder / "office.cabinet", folder / "cards.xlsx"
    now = wall_clock()
    clerk, _ = seated(cabinet)  # opens the cabinet
    shut(clerk, now)
    desk = at_desk(cabinet, Role.MANAGER, now)
    if not day_state(desk, now).is_open:
        raise RuntimeError("the cabinet is not open")
    program, bare, silences = [], [], []
    for _ in range(sizes.imports):
        watch = _Watch()
        took, _made = timed(partial(export_cards, desk, _ORDER, out, now, watch))
        program.append(took / 1000)
        bare.append(_bare_export(out) / 1000)
        silences.append(watch.longest * 1000)
    whole, _made = timed(lambda: export_cards(desk, _WHOLE, out, now, _Watch()))
    watch = _Watch(stop_at=0.5)
    stopped = _stopped(lambda: export_cards(desk, _WHOLE, out, now, watch), watch)
    shut(desk, now)
    return Measured(
        (Figure("export", middle(program), middle(bare), _MOST_S, unit="s"),),
        (
            ("export_whole", whole / 1000, "s"),
            ("export_whole_bare", _bare_export(out) / 1000, "s"),
            ("export_silence", max(silences), "ms"),
            ("export_cancel", stopped, "ms"),
            ("export_size", out.stat().st_size / 1e6, "MB"),
        ),
    )


def _bare_export(file: Path) -> float:
    """Milliseconds that XlsxWriter needs for the cells of a workbook, and nothing else."""
    from python_calamine import load_workbook
    from xlsxwriter import Workbook

    read = load_workbook(file)
    sheets = [read.get_sheet_by_name(name).to_python() for name in read.sheet_names]

    def write() -> None:
        with Workbook(io.BytesIO(), {"in_memory": True}) as book:
            for rows in sheets:
                sheet = book.add_worksheet()
                for row, values in enumerate(rows):
                    for column, value in enumerate(values):
                        if isinstance(value, float):
                            sheet.write_number(row, column, value)
                        elif value != "":
                            sheet.write_string(row, column, str(value))

    took, _ = timed(write)
    return took


def _stopped(export: Callable[[], object], watch: _Watch) -> float:
    """Milliseconds from Cancel until everything is undone.

    Raises:
        RuntimeError: the progress never came so far.
    """
    try:
        export()
    except StoppedError:
        return (perf_counter() - watch.stopped_at) * 1000
    raise RuntimeError("the export told no progress, and could not be cancelled")
