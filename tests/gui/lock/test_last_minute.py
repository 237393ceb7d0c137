"""The last minute is told over every window, and goes when somebody is here."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from gui.lock.last_minute import LastMinute
from gui.main_window import MainWindow
from tests.gui.conftest import StillClock
from tests.gui.lock.conftest import wait_locked


def sheet_of(window: MainWindow) -> LastMinute:
    (sheet,) = window.findChildren(LastMinute)
    return sheet


def pass_time(window: MainWindow, clock: StillClock, seconds: int) -> None:
    clock.time += timedelta(seconds=seconds)
    window._idle.tick()


def test_it_comes_for_the_last_minute_and_counts(seated: MainWindow, clock: StillClock) -> None:
    pass_time(seated, clock, 9 * 60 - 1)
    assert not sheet_of(seated).isVisible()
    pass_time(seated, clock, 1)
    assert sheet_of(seated).isVisible()
    pass_time(seated, clock, 18)
    told = [label.text() for label in sheet_of(seated).findChildren(QLabel)]
    assert told[0] == "Locks in 42 s"


def test_it_takes_nothing_from_the_dialog_in_front(
    seated: MainWindow, clock: StillClock, qtbot: QtBot
) -> None:
    dialog = QDialog(seated)
    dialog.setModal(True)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    pass_time(seated, clock, 570)
    qtbot.wait(20)
    assert sheet_of(seated).isVisible()
    assert QApplication.activeWindow() is dialog


def test_a_key_puts_it_away(seated: MainWindow, clock: StillClock, qtbot: QtBot) -> None:
    pass_time(seated, clock, 570)
    qtbot.keyClick(seated.windowHandle(), Qt.Key.Key_Shift)
    pass_time(seated, clock, 1)
    assert not sheet_of(seated).isVisible()


def test_the_mouse_over_it_is_somebody_too(
    seated: MainWindow, clock: StillClock, qtbot: QtBot
) -> None:
    pass_time(seated, clock, 570)
    qtbot.mouseMove(sheet_of(seated).windowHandle())
    qtbot.mouseClick(sheet_of(seated).windowHandle(), Qt.MouseButton.LeftButton)
    pass_time(seated, clock, 1)
    assert not sheet_of(seated).isVisible()


def test_it_goes_with_the_lock(seated: MainWindow, clock: StillClock, qtbot: QtBot) -> None:
    pass_time(seated, clock, 570)
    seated.lock()
    wait_locked(seated, qtbot)
    assert not sheet_of(seated).isVisible()
