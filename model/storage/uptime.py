"""How long this PC has been running: a clock that nobody sets."""

from __future__ import annotations

import time
from pathlib import Path
from typing import NamedTuple

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Uptime(NamedTuple):
    """A moment by the running time of a PC.

    Attributes:
        boot: names one start of one PC; empty where the system has no such name.
        ms: milliseconds since that start, asleep or awake.
    """

    boot: str
    ms: int


def since_boot() -> Uptime:
    """This moment."""
    # Linux stops its CLOCK_MONOTONIC while the PC sleeps; macOS and Windows count on.
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    seconds = time.monotonic() if clock is None else time.clock_gettime(clock)
    return Uptime(_boot_id(), int(seconds * 1000))


def _boot_id() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
