"""The real program, in processes of its own, with a home and a temporary folder of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True)
class Program:
    """`card-cabinet`, as a person at a terminal starts it."""

    home: Path
    temporary: Path

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        own = {
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "TEMP": str(self.temporary),
            "XDG_DATA_HOME": str(self.home / ".local" / "share"),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "LANG": "en_GB.UTF-8",
        }
        return {**kept, **own, **(more or {})}

    def start(self, *typed: str, status: int = 0, **more: str) -> subprocess.CompletedProcess[str]:
        """Run it to its end; its exit status must be the expected one."""
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *typed],
            env=self.environment(more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )
        assert done.returncode == status, (typed, done.returncode, done.stdout, done.stderr)
        return done

    def result(self, *typed: str, status: int = 0, **more: str) -> Any:
        """The JSON document that it prints."""
        return json.loads(self.start(*typed, "--json", status=status, **more).stdout)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    home, temporary = tmp_path / "home", tmp_path / "tmp"
    home.mkdir()
    temporary.mkdir()
    return Program(home, temporary)
