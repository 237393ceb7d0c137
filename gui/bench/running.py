"""All benchmarks: each in a process of its own, on a cabinet made for this run.

The folder lies where the sample office lies, on the disk that really keeps cabinets: on a
memory file system a durable write would cost nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import platformdirs

from gui.bench.words import LABELS
from gui.display import lacking
from model.command_line.call import UsageError
from model.upkeep.bench.figure import Figure, Measured, Sizes, measured, usual_sizes
from model.upkeep.bench.machine import machine
from model.words import Words

Report = Callable[[int, int], None]


SAMPLE = "model.upkeep.bench.sample"
FULL_CARDS = "model.upkeep.bench.full_cards"
WORKING_DAY = "model.upkeep.bench.working_day"
MANY_CARDS = "model.upkeep.bench.many_cards"


@dataclass(frozen=True)
class Benchmark:
    """One thing that can be measured.

    Attributes:
        module: whose `measure` does it.
        window: whether it needs a display.
        offices: the modules that make what it works on, in order.
        only_named: whether it is so long that it is measured only when it is named, or where
            the big numbers are wanted.
    """

    module: str
    window: bool = False
    offices: tuple[str, ...] = (SAMPLE,)
    only_named: bool = False


_DAY = (SAMPLE, WORKING_DAY)
_MANY = (SAMPLE, MANY_CARDS)
BENCHMARKS = {
    "start": Benchmark("gui.bench.start", window=True),
    "cards": Benchmark("gui.bench.cards", window=True, offices=(SAMPLE, FULL_CARDS)),
    "save": Benchmark("model.upkeep.bench.saving"),
    "import": Benchmark("model.upkeep.bench.importing", offices=()),
    "export": Benchmark("model.upkeep.bench.exporting"),
    "checkout": Benchmark("model.upkeep.bench.lending", offices=_DAY),
    "today": Benchmark("gui.bench.counter", window=True, offices=_DAY),
    "suggest": Benchmark("model.upkeep.bench.suggesting", offices=_DAY),
    "packet": Benchmark("gui.bench.packet", offices=_DAY),
    "print-cards": Benchmark("gui.bench.paper_cards"),
    "preview": Benchmark("gui.bench.preview", window=True, offices=_DAY),
    "lock": Benchmark("gui.bench.locking", window=True),
    "rekey": Benchmark("model.upkeep.bench.rekeying", offices=_MANY, only_named=True),
    "restore": Benchmark("model.upkeep.bench.restoring", offices=_MANY, only_named=True),
}


def run_benchmarks(
    names: Sequence[str], words: Words, report: Report, sizes: Sizes | None = None
) -> dict[str, Any]:
    """Measure what is named, or everything.

    Args:
        names: keys of `BENCHMARKS`; none means all that are not too long.
        words: the reader's language.
        report: told (done, total).
        sizes: how much; the default is `usual_sizes`.

    Returns:
        `figures`, what stands `beside` them, the `machine`, and what was `left_out` and why.

    Raises:
        UsageError: there is no display for what was named.
    """
    # Always in one order: what is typed and never saved while `lock` is measured would be offered
    # to whoever opens the first card after it.
    everything = bool(os.environ.get("CARD_CABINET_SOAK"))
    wanted = {
        name: one
        for name, one in BENCHMARKS.items()
        if name in names or (not names and (everything or not one.only_named))
    }
    missing = lacking(words)
    left_out = {name: missing for name, one in wanted.items() if one.window and missing}
    if names and left_out:
        raise UsageError(missing)
    run = [one for name, one in wanted.items() if name not in left_out]
    offices = dict.fromkeys(office for one in run for office in one.offices)
    modules = [*offices, *(one.module for one in run)]
    found = _all_measured(modules, sizes or usual_sizes(), report)
    return _told(found, words, left_out)


def _all_measured(modules: Sequence[str], sizes: Sizes, report: Report) -> list[Measured]:
    """What each module measured, in order."""
    place = Path(platformdirs.user_data_dir("card-cabinet", appauthor=False))
    place.mkdir(parents=True, exist_ok=True)
    found = []
    with tempfile.TemporaryDirectory(prefix="bench-", dir=place) as folder:
        for number, module in enumerate(modules):
            report(number, len(modules))
            try:
                found.append(measured_apart(module, Path(folder), sizes))
            except subprocess.CalledProcessError:
                report(number, len(modules))  # Ctrl+C ends the process first, then us
                raise
        report(len(modules), len(modules))
    return found


def measured_apart(module: str, folder: Path, sizes: Sizes) -> Measured:
    """What one module measures, in a process of its own."""
    package, _, name = module.rpartition(".")
    command = [sys.executable, "-m", package, name, str(folder), json.dumps(asdict(sizes))]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return measured(json.loads(done.stdout))


def _told(found: Sequence[Measured], words: Words, left_out: dict[str, str]) -> dict[str, Any]:
    """One document of all that was found."""
    beside = [one for each in found for one in each.beside]
    return {
        "figures": [_line(one, words) for each in found for one in each.figures],
        "beside": [
            {
                "name": name,
                "label": words("Bench", LABELS[name]),
                "value": round(value, 2),
                "unit": unit,
            }
            for name, value, unit in beside
        ],
        "machine": machine(),
        "left_out": left_out,
    }


def _line(one: Figure, words: Words) -> dict[str, Any]:
    """One figure as a row of the table."""
    return {
        "name": one.name,
        "label": words("Bench", LABELS[one.name]),
        "figure": round(one.figure, 2),
        "unit": one.unit,
        "baseline": round(one.baseline, 2),
        "ratio": round(one.ratio, 2),
        "bound_is": one.bound_is,
        "bound": one.bound,
        "bound_of": one.bound_of,
        "met": one.met,
    }
