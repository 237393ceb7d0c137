"""The large sample office on which the other benchmarks work, behind an ordinary door."""

from __future__ import annotations

from pathlib import Path

from model.office.log_in import SAMPLE_MARK
from model.upkeep.bench.figure import Measured, Sizes, timed
from model.upkeep.bench.office import seated, shut, wall_clock
from model.upkeep.sample_office import make_sample_office

_SEED = 1


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Make `office.cabinet`, opened for the day, with an ordinary door: a password is typed."""
    cabinet = folder / "office.cabinet"
    took, _ = timed(
        lambda: make_sample_office(
            cabinet, cards=sizes.cards, seed=_SEED, months=0, now=wall_clock()
        )
    )
    (cabinet / SAMPLE_MARK).unlink()
    shut(*seated(cabinet))
    return Measured((), (("sample_office", took / 1000, "s"),))
