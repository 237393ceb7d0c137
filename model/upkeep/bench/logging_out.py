"""Logging out with no window around it: the least that forgetting a key can take."""

from __future__ import annotations

from pathlib import Path

from model.upkeep.bench.figure import Measured, Sizes, p95, timed
from model.upkeep.bench.office import seated, shut


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Log in and out, as often as the window does."""
    times = []
    for _ in range(sizes.locks):
        desk, now = seated(folder / "office.cabinet")
        times.append(timed(lambda: shut(desk, now))[0])  # noqa: B023 - called at once
    return Measured((), (("log_out_p95", p95(times), "ms"),))
