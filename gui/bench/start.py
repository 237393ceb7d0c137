"""From Enter after the password to a cabinet page that can be worked with.

Beside it the start of a bare PySide6 window, process start to first paint. Both are started in
turns, so that a busy moment of the machine meets both. The derivation of the key is slow on
purpose and the same for every program; it is taken off and stated beside, with what it costs in a
real office.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from nacl.pwhash import argon2id

from model.storage.vault import KEY_BYTES, Kdf
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, timed

_MOST = 2.5


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Start both programs several times; the first time of each warms the disk's cache."""
    bare, usable, derived = [], [], []
    for number in range(sizes.starts + 1):
        baseline = _bare_start()
        entered = _entered(folder, sizes)
        if number:
            bare.append(baseline)
            usable.append(entered["usable"] - entered["derived"])
            derived.append(entered["derived"])
    return Measured(
        (Figure("start", middle(usable), middle(bare), _MOST, "ratio"),),
        (
            ("key_taken_off", middle(derived), "ms"),
            ("key_derivation", middle([_derivation() for _ in range(sizes.starts)]), "ms"),
        ),
    )


def _derivation() -> float:
    """Milliseconds of one derivation as an office has it; the sample office's is cheaper."""
    kdf = Kdf()
    salt = bytes(argon2id.SALTBYTES)
    took, _ = timed(lambda: argon2id.kdf(KEY_BYTES, b"password", salt, kdf.ops, kdf.mem))
    return took


def _bare_start() -> float:
    """Milliseconds from the start of the process to the first paint."""
    started = time.time()
    painted = float(_output("gui.bench.bare_window"))
    return (painted - started) * 1000


def _entered(folder: Path, sizes: Sizes) -> dict[str, float]:
    """Milliseconds of one log-in at the real program."""
    found: dict[str, float] = json.loads(
        _output("gui.bench.entering", str(folder), str(sizes.cards))
    )
    return found


def _output(module: str, *arguments: str) -> str:
    """What a program of ours prints."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
