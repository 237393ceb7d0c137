"""The sample office, from the first page: made once, one click to sit at any desk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui import tasks as tasks_module
from gui.lock.log_in_page import LogInPage
from gui.main_window import MainWindow
from gui.memory import sample_folder
from gui.progress_dialog import ProgressDialog
from model.storage.cabinet import disconnect
from model.upkeep import sample_office
from tests.gui.conftest import WAIT_MS


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A sample office of thirty cards, set up yesterday."""
    made = partial(sample_office.make_sample_office, cards=30, months=0)
    monkeypatch.setattr(sample_office, "make_sample_office", made)
    yield
    disconnect()


def click(window: MainWindow, qtbot: QtBot, text: str) -> None:
    """Click the button whose words begin so."""
    (found,) = [
        b
        for b in window.findChildren(QPushButton)
        if b.isVisible() and b.text().replace("&", "").startswith(text)
    ]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def door(window: MainWindow) -> LogInPage | None:
    found = window.findChildren(LogInPage)
    return found[0] if found else None


@pytest.mark.parametrize("by_key", [False, True])
def test_two_clicks_from_the_first_page_to_any_desk(
    window: MainWindow, qtbot: QtBot, by_key: bool
) -> None:
    window.begin(None)
    click(window, qtbot, "Look at the sample office")
    qtbot.waitUntil(lambda: door(window) is not None, timeout=6 * WAIT_MS)
    page = door(window)
    assert page is not None
    keeper = next(person.name for person in page.staff if person.role == "clerk")
    with qtbot.waitSignal(window.seated, timeout=WAIT_MS) as seated:
        if by_key:
            (mine,) = [one for one in page._people if one.text().startswith(keeper)]
            qtbot.keyClick(mine, Qt.Key.Key_Return)
        else:
            click(window, qtbot, keeper)
    assert seated.args[0].person.name == keeper
    window.close()


def test_a_sample_office_that_is_there_is_not_made_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.begin(None)
    click(window, qtbot, "Look at the sample office")
    qtbot.waitUntil(lambda: door(window) is not None, timeout=6 * WAIT_MS)
    made_at = (sample_folder() / "keys.json").stat().st_mtime_ns
    window.doors.show_first()
    click(window, qtbot, "Look at the sample office")
    assert door(window) is not None
    assert (sample_folder() / "keys.json").stat().st_mtime_ns == made_at
    click(window, qtbot, "Make it anew")
    qtbot.waitUntil(
        lambda: sample_folder().is_dir() and not window.around.tasks.running,
        timeout=6 * WAIT_MS,
    )
    assert (sample_folder() / "keys.json").stat().st_mtime_ns > made_at


def test_cancel_leaves_nothing_behind(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks_module, "SHOW_AFTER_MS", 1)
    monkeypatch.setattr(sample_office, "make_sample_office", whole_sample)
    window.begin(None)
    click(window, qtbot, "Look at the sample office")
    qtbot.waitUntil(lambda: bool(window.findChildren(ProgressDialog)), timeout=WAIT_MS)
    with qtbot.waitSignal(window.around.tasks.idle, timeout=6 * WAIT_MS):
        qtbot.keyClick(window.findChildren(ProgressDialog)[0], Qt.Key.Key_Escape)
    assert not sample_folder().exists()
    assert not list(Path(sample_folder().parent).iterdir())
    assert door(window) is None


whole_sample = sample_office.make_sample_office
