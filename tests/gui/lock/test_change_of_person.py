"""Another person sits down: one key, a few letters or the badge, the password."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from gui.lock import people_picker
from gui.lock.first_password_page import FirstPasswordPage
from gui.lock.log_in_page import LogInPage
from gui.lock.people_picker import PeoplePicker
from gui.main_window import MainWindow
from tests.conftest import PASSWORD, Sit
from tests.gui.conftest import WAIT_MS, type_text
from tests.gui.lock.conftest import wait_locked

SHIFT = Qt.KeyboardModifier.ShiftModifier


def door_of(window: MainWindow) -> LogInPage:
    (page,) = window.findChildren(LogInPage)
    return page


def picker_of(window: MainWindow) -> PeoplePicker:
    (picker,) = window.findChildren(PeoplePicker)
    return picker


def number_of(window: MainWindow, name: str) -> int:
    return next(one.staff_no for one in door_of(window).staff if one.name == name)


def type_keys(qtbot: QtBot, keys: str) -> None:
    """Type where the cursor is; a line's end is Enter, as a scanner sends it."""
    for key in keys:
        widget = QApplication.focusWidget()
        assert isinstance(widget, QLineEdit)
        if key == "\n":
            qtbot.keyClick(widget, Qt.Key.Key_Return)
        elif key.isascii():
            qtbot.keyClicks(widget, key)
        else:
            type_text(widget, key)


@pytest.fixture
def at_the_door(seated: MainWindow, qtbot: QtBot) -> MainWindow:
    """After Shift+F12, with the initials known."""
    window = QApplication.focusWindow()
    assert window is not None
    QTest.keyPress(window, Qt.Key.Key_F12, SHIFT)
    wait_locked(seated, qtbot)
    qtbot.waitUntil(lambda: bool(picker_of(seated)._pinyin), timeout=WAIT_MS)
    return seated


@pytest.mark.parametrize(
    "keys", ["lm\n", "李明\n", "liming\n", "3\n", "P3\n", "p0003\n"], ids=lambda keys: keys.strip()
)
def test_the_next_person_is_in_with_a_few_keys(
    at_the_door: MainWindow, qtbot: QtBot, keys: str
) -> None:
    keys = keys.replace("3", str(number_of(at_the_door, "李明")))
    type_keys(qtbot, f"{keys}{PASSWORD}\n")
    qtbot.waitUntil(lambda: bool(at_the_door.findChildren(FirstPasswordPage)), timeout=WAIT_MS)
    (page,) = at_the_door.findChildren(FirstPasswordPage)  # nobody has changed his yet
    assert page._desk.person.name == "李明"
    at_the_door.doors.leave()


def test_enter_waits_for_pinyin_that_is_still_being_loaded(
    seated: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = Event()
    spelt = people_picker.pinyin_of

    def slowly(names: Sequence[str]) -> dict[str, tuple[str, ...]]:
        ready.wait(10)
        return spelt(names)

    monkeypatch.setattr(people_picker, "pinyin_of", slowly)
    seated.lock("change_person")
    wait_locked(seated, qtbot)
    type_keys(qtbot, "lm\n")
    assert picker_of(seated).name == ""
    ready.set()
    qtbot.waitUntil(lambda: door_of(seated).name == "李明", timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not picker_of(seated).typed.hasFocus())


def test_everybody_is_there_to_be_clicked(at_the_door: MainWindow, qtbot: QtBot) -> None:
    listed = picker_of(at_the_door).list
    assert isinstance(listed, QListWidget)
    assert listed.count() == len(door_of(at_the_door).staff)
    row = next(r for r in range(listed.count()) if listed.item(r).text().startswith("王芳"))
    place = listed.visualItemRect(listed.item(row)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert door_of(at_the_door).name == "王芳"
    typed = QApplication.focusWidget()
    assert isinstance(typed, QLineEdit)
    assert typed.echoMode() is QLineEdit.EchoMode.Password


def test_arrows_walk_in_the_list(at_the_door: MainWindow, qtbot: QtBot) -> None:
    picker = picker_of(at_the_door)
    assert picker.name == "张总"  # who sat here
    names = [one.name for one in door_of(at_the_door).staff]
    qtbot.keyClick(picker.typed, Qt.Key.Key_Right)
    assert picker.name == names[1]
    qtbot.keyClick(picker.typed, Qt.Key.Key_Down)
    assert picker.name == names[3]
    qtbot.keyClick(picker.typed, Qt.Key.Key_Up)
    qtbot.keyClick(picker.typed, Qt.Key.Key_Left)
    assert picker.name == names[0]


def test_nobody_of_that_name_goes_nowhere(at_the_door: MainWindow, qtbot: QtBot) -> None:
    type_keys(qtbot, "zzz\n")
    assert picker_of(at_the_door).typed.hasFocus()
    assert picker_of(at_the_door).name == ""


def test_a_badge_is_read_where_the_password_goes_too(seated: MainWindow, qtbot: QtBot) -> None:
    """The screen is locked for one, and another holds his badge under the scanner."""
    seated.lock()
    wait_locked(seated, qtbot)
    type_keys(qtbot, f"P{number_of(seated, '王芳')}\n")
    assert door_of(seated).name == "王芳"
    typed = QApplication.focusWidget()
    assert isinstance(typed, QLineEdit)
    assert typed.text() == ""
    assert door_of(seated).ready


def test_from_the_locked_screen_everybody_is_a_key_away(seated: MainWindow, qtbot: QtBot) -> None:
    seated.lock()
    wait_locked(seated, qtbot)
    door_of(seated)._other_person.click()
    qtbot.waitUntil(lambda: bool(seated.findChildren(PeoplePicker)))
    assert picker_of(seated).name == "张总"


def test_each_person_comes_back_to_his_own_page(
    seated: MainWindow, sit: Sit, qtbot: QtBot, cabinet: Path
) -> None:
    del cabinet
    seated.view.open_page("registers")
    seated.lock("change_person")
    wait_locked(seated, qtbot)
    seated.seat(sit("赵刚"))
    assert seated.view.page == "cabinet"
    seated.view.open_page("rounds")
    seated.lock("change_person")
    wait_locked(seated, qtbot)
    seated.seat(sit("张总"))
    assert seated.view.page == "registers"
    seated.lock("change_person")
    wait_locked(seated, qtbot)
    seated.seat(sit("赵刚"))
    assert seated.view.page == "rounds"
