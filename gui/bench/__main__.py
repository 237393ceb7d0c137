"""One benchmark in a process of its own: `NAME FOLDER SIZES`, the result as JSON."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path

from model.upkeep.bench.figure import Sizes


def main() -> None:
    """Measure what the command line names."""
    name, folder, sizes = sys.argv[1:]
    benchmark = import_module(f"{__package__}.{name}")
    found = benchmark.measure(Path(folder), Sizes(**json.loads(sizes)))
    sys.stdout.write(json.dumps(found.plain()))


if __name__ == "__main__":
    main()
