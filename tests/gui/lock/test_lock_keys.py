"""One key locks, whatever is open over the window; so do the system and the minimised window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.actions import ACTIONS
from gui.lock.log_in_page import LogInPage
from gui.lock.system_events import Away
from gui.main_window import MainWindow
from model.office import audit
from model.office.desk import Desk
from model.office.office_settings import change_setting
from model.office.tables import AuditLine
from model.storage.database import connected
from tests.conftest import NOW, Sit
from tests.gui.lock.conftest import wait_locked

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def modal_dialog(window: MainWindow) -> QWidget:
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.open()
    return dialog


def message_box(window: MainWindow) -> QWidget:
    box = QMessageBox(window)
    box.setText("…")
    box.setWindowModality(Qt.WindowModality.ApplicationModal)
    box.show()
    return box


def file_dialog(window: MainWindow) -> QWidget:
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.open()
    return dialog


def menu(window: MainWindow) -> QWidget:
    made = QMenu(window)
    made.addAction("…")
    made.popup(window.mapToGlobal(window.rect().center()))
    return made


def open_list(window: MainWindow) -> QWidget:
    box = QComboBox(window)
    box.addItems(["甲", "乙"])
    box.show()
    box.showPopup()
    return box.view()


def suggestions(window: MainWindow) -> QWidget:
    line = QLineEdit(window)
    completer = QCompleter(["玄武", "玄德"], line)
    line.setCompleter(completer)
    line.show()
    line.setFocus()
    line.setText("玄")
    completer.complete()
    return completer.popup()


def input_method(window: MainWindow) -> QWidget:
    """Half a word is being composed."""
    line = QLineEdit(window)
    line.show()
    line.setFocus()
    QApplication.sendEvent(line, QInputMethodEvent("xuanwu", []))
    return line


def nothing(window: MainWindow) -> QWidget:
    return window


def window_with_keys() -> QWindow:
    """The window that the keyboard belongs to."""
    found = QApplication.focusWindow()
    assert found is not None
    return found


def last_leaving(sit: Sit) -> tuple[str, str]:
    """Event and remark of the last line that says somebody left."""
    sit("张总")
    leaving = (audit.Event.LOCK, audit.Event.SWITCH)
    line = (
        AuditLine.select()
        .where(AuditLine.event.in_([str(one) for one in leaving]))
        .order_by(AuditLine.no.desc())
        .get()
    )
    return line.event, line.after or ""


@pytest.mark.parametrize("key", ["Ctrl+L", "F12"])
@pytest.mark.parametrize(
    "over",
    [nothing, modal_dialog, message_box, file_dialog, menu, open_list, suggestions, input_method],
)
def test_one_key_locks_whatever_is_open(
    seated: MainWindow, qtbot: QtBot, over: object, key: str
) -> None:
    assert callable(over)
    shown = over(seated)
    qtbot.waitUntil(shown.isVisible)
    if QApplication.activePopupWidget() is None:
        shown.activateWindow()  # where nothing manages windows, a dialog does not get the keys
        qtbot.waitUntil(shown.isActiveWindow)
    pressed = QKeySequence(key)[0]
    # Only pressed: by the time it is let go, the window may be gone, which QTest does not expect.
    QTest.keyPress(window_with_keys(), pressed.key(), pressed.keyboardModifiers())
    wait_locked(seated, qtbot)
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [seated]


def test_a_key_that_is_held_down_locks_once(seated: MainWindow, qtbot: QtBot) -> None:
    heard: list[object] = []
    seated.locked.connect(heard.append)
    for _ in range(3):
        QTest.keyPress(window_with_keys(), Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(50)
    assert len(heard) == 1


def test_other_keys_go_where_they_went(seated: MainWindow, qtbot: QtBot) -> None:
    line = QLineEdit(seated)
    line.show()
    line.setFocus()
    QTest.keyClick(window_with_keys(), Qt.Key.Key_L)
    assert line.text() == "l"


def test_at_the_door_the_keys_do_nothing(seated: MainWindow, qtbot: QtBot) -> None:
    seated.lock()
    wait_locked(seated, qtbot)
    QTest.keyClick(window_with_keys(), Qt.Key.Key_F12, SHIFT)
    assert len(seated.findChildren(LogInPage)) == 1


def test_no_key_does_two_things() -> None:
    keys = [key for spec in ACTIONS for key in QKeySequence.listFromString(spec.shortcut)]
    used = [key.toString() for key in keys if not key.isEmpty()]
    assert len(used) == len(set(used))


def test_lock_and_minimise_in_one_go(seated: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window_with_keys(), Qt.Key.Key_F12, CTRL)
    assert seated.isMinimized()
    wait_locked(seated, qtbot)
    assert not connected()


@pytest.mark.parametrize("on", ["0", "1"])
def test_minimising_locks_where_the_office_wants_it(
    window: MainWindow, desk: Desk, qtbot: QtBot, sit: Sit, on: str
) -> None:
    change_setting(desk, "lock_when_minimised", on, NOW)
    window.seat(desk)
    window.showMinimized()
    if on == "0":
        qtbot.wait(50)
        assert connected()
        return
    wait_locked(window, qtbot)
    assert not connected()
    assert last_leaving(sit) == (audit.Event.LOCK, '{"why": "minimised"}')


@pytest.mark.parametrize("away", list(Away))
def test_the_system_goes_away(seated: MainWindow, sit: Sit, qtbot: QtBot, away: Away) -> None:
    seated._system.left.emit(away)
    wait_locked(seated, qtbot)
    assert not connected()
    event, after = last_leaving(sit)
    assert event == audit.Event.LOCK
    assert away.value in after


def test_the_system_may_sleep_when_we_have_locked(
    seated: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[bool] = []
    monkeypatch.setattr(seated._system, "settle", lambda: settled.append(connected()))
    seated._system.left.emit(Away.SLEEP)
    assert settled == []
    wait_locked(seated, qtbot)
    assert settled == [False]
    seated._system.left.emit(Away.SLEEP)  # nobody sits here: nothing to wait for
    assert settled == [False, False]


def test_a_change_of_person_is_an_event_of_its_own(
    seated: MainWindow, sit: Sit, qtbot: QtBot
) -> None:
    QTest.keyClick(window_with_keys(), Qt.Key.Key_F12, SHIFT)
    wait_locked(seated, qtbot)
    assert last_leaving(sit) == (audit.Event.SWITCH, "")
