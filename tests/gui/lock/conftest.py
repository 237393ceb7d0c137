"""A window with somebody at it; and what is not tried where a bus cannot be made."""

from __future__ import annotations

import shutil

import pytest
from pytestqt.qtbot import QtBot

from gui.lock.log_in_page import LogInPage
from gui.main_window import MainWindow
from model.office.desk import Desk
from model.storage.database import connected
from tests.conftest import Sit
from tests.gui.conftest import WAIT_MS

collect_ignore = [] if shutil.which("dbus-daemon") else ["test_system_events_linux.py"]


@pytest.fixture
def desk(sit: Sit) -> Desk:
    return sit("张总")


@pytest.fixture
def seated(window: MainWindow, desk: Desk) -> MainWindow:
    """The window with the manager at his desk."""
    window.seat(desk)
    return window


def wait_locked(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the door is in view; a key may have brought it there already."""
    qtbot.waitUntil(lambda: bool(window.findChildren(LogInPage)), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not connected(), timeout=WAIT_MS)
