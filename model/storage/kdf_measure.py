"""What a password may cost on the PCs of an office: measured, and never below the floor."""

from __future__ import annotations

import os
import secrets
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from nacl.pwhash import argon2id

from model.storage.vault import FLOOR_KDF, KEY_BYTES, MIB, Kdf

AIM_S = 0.35
"""How long a log-in's derivation shall take on the weakest PC: between a quarter and half a
second, which a person hardly notices and a guesser pays a billion times."""
LONGEST_S = 0.5
MOST_MIB = 256
_LEAST_MIB = FLOOR_KDF.mem // MIB
_MOST_OPS = 16
_SHARE = 4
_RUNS = 2


class Speed(NamedTuple):
    """What one PC can bear.

    Attributes:
        mem: MiB that it may give to one log-in.
        pace: MiB of memory that it goes through in a second.
    """

    mem: int
    pace: int


def measure() -> Speed:
    """Measure this PC: about a second, with a quarter of its free memory and at most 256 MiB."""
    mem = memory_share(free_memory())
    return Speed(mem, pace_of(Kdf(FLOOR_KDF.ops, mem * MIB), _derive))


def memory_share(free: int | None) -> int:
    """The MiB that a log-in may take of so many free bytes; None: the system does not tell."""
    wanted = Kdf().mem if free is None else free // _SHARE
    return max(_LEAST_MIB, min(MOST_MIB, wanted // MIB))


def pace_of(kdf: Kdf, derive: Callable[[Kdf], object]) -> int:
    """MiB a second while a key is derived at that cost; the quicker of two runs."""
    quickest = min(_seconds(kdf, derive) for _ in range(_RUNS))
    return pace(kdf, quickest)


def pace(kdf: Kdf, seconds: float) -> int:
    """MiB a second, from one derivation that took so long."""
    return max(1, int(kdf.work / MIB / max(seconds, 0.001)))


def bearable(speeds: Iterable[Speed]) -> Kdf:
    """The cost that every one of these PCs can bear; the default where none was measured.

    As much memory as the PC with the least may give, less where it would take the slowest one
    longer than half a second; then as many passes as fit.
    """
    known = list(speeds)
    if not known:
        return Kdf()
    slowest = min(speed.pace for speed in known)
    in_time = int(slowest * LONGEST_S / FLOOR_KDF.ops)
    mem = max(_LEAST_MIB, min(*(speed.mem for speed in known), in_time, MOST_MIB))
    ops = max(FLOOR_KDF.ops, min(_MOST_OPS, round(slowest * AIM_S / mem)))
    return Kdf(ops, mem * MIB)


def free_memory() -> int | None:
    """Bytes that programs can still have, or None where the system does not tell."""
    if sys.platform == "win32":
        return _free_on_windows()
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return _half_of_all()


def _half_of_all() -> int | None:
    """Half of what is built in, where nobody tells what is free (macOS)."""
    try:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    except (AttributeError, ValueError, OSError):
        return None


def _free_on_windows() -> int | None:
    import ctypes

    class Status(ctypes.Structure):
        """MEMORYSTATUSEX of the Windows API."""

        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("total", "free", "a", "b", "c", "d", "e")),
        )

    status = Status(length=ctypes.sizeof(Status))
    windll = getattr(ctypes, "windll")  # noqa: B009 - only there on Windows
    if not windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.free)


def _derive(kdf: Kdf) -> None:
    salt = secrets.token_bytes(argon2id.SALTBYTES)
    argon2id.kdf(KEY_BYTES, b"measured, not used", salt, kdf.ops, kdf.mem)


def _seconds(kdf: Kdf, derive: Callable[[Kdf], object]) -> float:
    started = time.perf_counter()
    derive(kdf)
    return time.perf_counter() - started
