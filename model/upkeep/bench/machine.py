"""The floor under the figures: what this disk and this machine cost before any program."""

from __future__ import annotations

import os
import platform
from pathlib import Path
from typing import Any

from model.upkeep.bench.figure import middle, timed

_WRITES = 60


def durable_write(folder: Path) -> float:
    """What one page costs until the disk has it, in milliseconds: no commit can be cheaper."""
    with (folder / "floor").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(bytes(4096))
            os.fsync(file.fileno())

        return middle([timed(write)[0] for _ in range(_WRITES)])


def machine() -> dict[str, Any]:
    """Where the figures were taken, and how busy it was: runnable jobs of the last minute."""
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "processors": os.cpu_count() or 1,
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }
