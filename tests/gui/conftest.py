"""A main window with a memory and a clock of its own, and folders that are nobody's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import PySide6
import pytest
from PySide6.QtCore import QPoint, QPointF, QSettings
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui import errors
from gui.clock import Clock
from gui.frame.pages import Surroundings
from gui.main_window import MainWindow
from gui.memory import Memory
from gui.tasks import Tasks
from gui.theme import Theme
from gui.translators import Translators
from gui.widgets.language_menu import LanguageMenu
from model.office.desk import Desk
from tests.conftest import NOW

WAIT_MS = 10_000
P = TypeVar("P", bound=QWidget)


class StillClock(Clock):
    """A clock that stands until it is set."""

    def __init__(self, now: datetime = NOW) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the home of whoever runs it."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # the print dialog moves it


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in our font and colours, once."""
    Theme(qapp)
    return qapp


@pytest.fixture
def translators(dressed: QApplication) -> Iterator[Translators]:
    """The window's languages; English, the language of the source, unless a test switches."""
    made = Translators(dressed)
    made.switch("en")
    yield made
    made.remove()
    made.deleteLater()


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    assert made.stop_all(5000)
    made.deleteLater()


@pytest.fixture
def around(
    tasks: Tasks, clock: StillClock, translators: Translators, memory: Memory
) -> Iterator[Surroundings]:
    languages = LanguageMenu(translators, memory)
    yield Surroundings(tasks, clock, languages)
    languages.deleteLater()


@pytest.fixture
def window(
    around: Surroundings, memory: Memory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> MainWindow:
    """The main window at the size of a small office PC, shown, with no page yet.

    It knows only its own input: the system's would count in real seconds.
    """
    monkeypatch.setattr("gui.lock.idle_time._asker", lambda: None)
    made = MainWindow(around, memory)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def shown_errors(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Errors that would have been shown in a box."""
    shown: list[BaseException] = []
    monkeypatch.setattr(errors, "show", lambda parent, error: shown.append(error))
    return shown


def drag_place(x: float, y: float) -> QPoint | QPointF:
    """A place for a drag's event: fractions from Qt 6.12 on, until then only whole pixels."""
    place = QPointF(x, y)
    return place.toPoint() if PySide6.__version_info__ < (6, 12) else place


def type_text(widget: QWidget, text: str) -> None:
    """Type as an input method does: hanzi have no keys of their own."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


class PageOpener:
    """Opens a page of the window by itself, at any desk; the page before is closed by it.

    As a lock closes it: its jobs stopped, what it shows forgotten.
    """

    def __init__(self, tasks: Tasks, clock: StillClock, folder: Path, qtbot: QtBot) -> None:
        self._tasks, self._clock, self._folder, self._qtbot = tasks, clock, folder, qtbot
        self._shown: list[Any] = []

    def open(self, kind: type[P], desk: Desk, size: tuple[int, int]) -> P:
        """Open a page and wait until it has read everything."""
        settings = QSettings(str(self._folder / "window.ini"), QSettings.Format.IniFormat)
        page: Any = kind(desk, self._tasks, self._clock, None, settings)
        self._qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        self._qtbot.waitExposed(page)
        page.activateWindow()
        self._qtbot.waitUntil(lambda: page.isActiveWindow())
        self._shown.append(page)
        self._qtbot.waitUntil(lambda: self._tasks.running == 0, timeout=WAIT_MS)
        opened: P = page
        return opened

    def close(self) -> None:
        """Close the page that is open, if any."""
        while self._shown:
            self._tasks.stop_all(5000)
            page = self._shown.pop()
            page.forget()
            page.hide()


@pytest.fixture
def page_opener(
    tasks: Tasks, clock: StillClock, translators: Translators, tmp_path: Path, qtbot: QtBot
) -> Iterator[PageOpener]:
    """Opens pages of the window without the window."""
    made = PageOpener(tasks, clock, tmp_path, qtbot)
    yield made
    made.close()
