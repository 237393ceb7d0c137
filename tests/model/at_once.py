"""Several programs on one PC: code in processes of their own, begun at the same moment."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

_BEFORE = """
import sys
sys.path.insert(0, {root!r})
from datetime import datetime
from pathlib import Path
from model.cards import cards, drafts, reviewing
from model.cards.definition import CardKind
from model.errors import CabinetError
from model.office import log_in, people, teams
from model.office.rights import Role
NOW, FOLDER, PASSWORD = datetime(2026, 11, 20, 8, 30), Path({folder!r}), {password!r}
desk = log_in.log_in(FOLDER, {name!r}, PASSWORD, NOW)
print("ready", flush=True)
sys.stdin.readline()
"""


def at_once(folder: Path, password: str, *jobs: tuple[str, str]) -> list[list[str]]:
    """Run code at several desks at once.

    Args:
        folder: the cabinet.
        password: everybody's.
        jobs: (who sits there, code); the code knows `desk`, `NOW` and what it is likely to need.

    Returns:
        The lines that each of them printed.
    """
    running = [_begun(folder, password, name, code) for name, code in jobs]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    return [_lines(process) for process in running]


def _begun(folder: Path, password: str, name: str, code: str) -> subprocess.Popen[str]:
    before = _BEFORE.format(root=str(ROOT), folder=str(folder), password=password, name=name)
    return subprocess.Popen(
        [sys.executable, "-c", before + code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


def _lines(process: subprocess.Popen[str]) -> list[str]:
    told, _ = process.communicate(timeout=60)
    assert process.returncode == 0, told
    return told.splitlines()
