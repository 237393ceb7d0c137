"""The large sample office on which the other benchmarks work, behind an ordinary door."""

from __future__ import annotations

from pathlib import Path

from model.office.log_in import SAMPLE_MARK
from model.upkeep.bench.figure import Measured, Sizes, timed
from model.upkeep.bench.office import wall_clock

_SEED = 1


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Make `office.cabinet`, whose people type their passwords as in any other office."""
    from model.upkeep.sample_office import make_sample_office

    cabinet = folder / "office.cabinet"
    took, _ = timed(
        lambda: make_sample_office(cabinet, cards=sizes.cards, seed=_SEED, now=wall_clock())
    )
    (cabinet / SAMPLE_MARK).unlink(missing_ok=True)
    return Measured((), (("sample_office", took / 1000, "s"),))
