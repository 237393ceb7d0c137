"""What the list of cards does not wait for: libraries and pages that are opened later."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from model.upkeep.bench import sample
from model.upkeep.bench.figure import Sizes

HEAVY = (
    "pyvrp", "pypinyin", "reportlab", "fontTools", "python_calamine", "xlsxwriter",
    "chinese_calendar", "PySide6.QtPdf", "PySide6.QtPrintSupport", "printing.paper",
    "gui.papers.papers", "gui.today.today_page", "gui.rounds.plan_page",
    "gui.registers.register_page",
)  # fmt: skip
CARDS = 30

# Logs in at the real program, waits until the list has been painted, and tells what is loaded.
SCRIPT = f"""
import sys
from pathlib import Path
from gui.bench.entering import enter
from gui.bench.typist import work_at

folder = Path(sys.argv[1])
loaded = []

def hands(window):
    enter(window, folder, {CARDS})
    loaded.extend(sys.argv[2:])
    loaded[:] = [name for name in loaded if name in sys.modules]

work_at(folder, hands)
print("shown", *loaded)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a small sample office."""
    sample.measure(tmp_path, Sizes(cards=CARDS))
    return tmp_path


def shown_with(script: str, folder: Path) -> str:
    """What the script prints."""
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), *HEAVY],
        env=os.environ | {"PYTHONPATH": str(root)},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        timeout=120,
    )
    return done.stdout.strip()


def test_showing_the_list_has_loaded_no_heavy_library(folder: Path) -> None:
    assert shown_with(SCRIPT, folder) == "shown"


def test_a_library_that_was_loaded_would_be_seen(folder: Path) -> None:
    script = SCRIPT.replace("loaded = []", "loaded = []; import pypinyin")
    assert shown_with(script, folder) == "shown pypinyin"
