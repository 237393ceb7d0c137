"""Where the offices of the figures lie."""

from __future__ import annotations

from pathlib import Path


def day_folder(folder: Path) -> Path:
    """Where the office of the day's figures lies."""
    return folder / "day"


def many_folder(folder: Path) -> Path:
    """Where the office of many cards lies."""
    return folder / "many"
