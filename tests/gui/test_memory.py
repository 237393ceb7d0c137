"""What the window remembers on this PC."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from gui.memory import Memory


def again(tmp_path: Path) -> Memory:
    """The memory at the next start."""
    return Memory(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


@pytest.mark.parametrize("count", [0, 1, 2, 8])
def test_the_cabinets_opened_last_come_back_newest_first(
    memory: Memory, tmp_path: Path, count: int
) -> None:
    made = [tmp_path / f"{number}号卡柜.cabinet" for number in range(count)]
    for path in made:
        path.mkdir()
        memory.remember_cabinet(path)
    memory._settings.sync()
    assert again(tmp_path).cabinets == made[::-1][:6]


def test_a_cabinet_that_is_gone_is_not_offered(memory: Memory, tmp_path: Path) -> None:
    for name in ("here", "gone"):
        (tmp_path / name).mkdir()
        memory.remember_cabinet(tmp_path / name)
    (tmp_path / "gone").rmdir()
    assert memory.cabinets == [tmp_path / "here"]


def test_opening_one_again_brings_it_to_the_front(memory: Memory, tmp_path: Path) -> None:
    for name in ("one", "two", "one"):
        (tmp_path / name).mkdir(exist_ok=True)
        memory.remember_cabinet(tmp_path / name)
    assert memory.cabinets == [tmp_path / "one", tmp_path / "two"]


def test_language_place_and_name_come_back(memory: Memory, tmp_path: Path) -> None:
    cabinet = tmp_path / "华东.cabinet"
    memory.language = "zh"
    memory.geometry = QByteArray(b"\x01\x02")
    memory.remember_name(cabinet, "王秀兰")
    memory._settings.sync()
    later = again(tmp_path)
    assert (later.language, later.geometry, later.name_at(cabinet)) == (
        "zh",
        QByteArray(b"\x01\x02"),
        "王秀兰",
    )


def test_a_first_start_remembers_nothing(memory: Memory, tmp_path: Path) -> None:
    assert (memory.language, memory.cabinets, memory.name_at(tmp_path)) == ("", [], "")
    assert memory.geometry.isEmpty()
