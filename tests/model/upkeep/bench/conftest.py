"""A folder with the office of the day's figures, small."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from model.upkeep.bench import sample, working_day
from model.upkeep.bench.figure import Sizes

DAY_SIZES = Sizes(cards=160, loans=500, customers=30, checkouts=9)


@pytest.fixture(scope="session")
def day_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once."""
    folder = tmp_path_factory.mktemp("bench")
    sample.measure(folder, DAY_SIZES)
    working_day.measure(folder, DAY_SIZES)
    return folder


@pytest.fixture
def day_sizes() -> Sizes:
    """How large it is."""
    return DAY_SIZES


@pytest.fixture
def day_office(day_template: Path, tmp_path: Path) -> Path:
    """The test's own."""
    folder = tmp_path / "bench"
    shutil.copytree(day_template, folder)
    return folder
