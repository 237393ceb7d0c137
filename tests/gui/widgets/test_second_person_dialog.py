"""The second person's password opens the drawer; a wrong one is told and tried again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.frame.pages import Surroundings
from gui.widgets.second_person_dialog import SecondPersonDialog, ask_second_person
from model.office.desk import Desk
from model.office.office_settings import change_setting
from tests.conftest import NOW, PASSWORD, Sit
from tests.gui.conftest import WAIT_MS


class Asked:
    """The dialog over an empty window, and how often it went on."""

    def __init__(self, desk: Desk, around: Surroundings, qtbot: QtBot) -> None:
        self.desk, self.times = desk, 0
        self._around, self._qtbot = around, qtbot
        self._window = QWidget()
        qtbot.addWidget(self._window)
        self._window.show()

    def ask(self) -> None:
        ask_second_person(
            self._window, self.desk, self._around.tasks, self._around.clock, self._go_on
        )

    def _go_on(self) -> None:
        self.times += 1

    def dialog(self) -> SecondPersonDialog:
        (found,) = self._window.findChildren(SecondPersonDialog)
        return found

    def enter(self, password: str) -> None:
        dialog = self.dialog()
        field = dialog.findChild(QLineEdit)
        self._qtbot.keyClicks(field, password)
        self._qtbot.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def asked(sit: Sit, around: Surroundings, qtbot: QtBot) -> Asked:
    change_setting(sit("张总"), "two_persons", "1", NOW)
    return Asked(sit("王秀兰"), around, qtbot)


def test_a_right_password_opens_it_and_goes_on(asked: Asked, qtbot: QtBot) -> None:
    asked.ask()
    dialog = asked.dialog()
    names = dialog.findChild(QComboBox)
    assert [names.itemText(place) for place in range(names.count())] == ["张总"]
    asked.enter(PASSWORD)
    qtbot.waitUntil(lambda: asked.times == 1, timeout=WAIT_MS)
    assert asked.desk.secrets_open(NOW)


def test_an_open_drawer_asks_nobody(asked: Asked, qtbot: QtBot) -> None:
    asked.ask()
    asked.enter(PASSWORD)
    qtbot.waitUntil(lambda: asked.times == 1, timeout=WAIT_MS)
    asked.ask()
    assert asked.times == 2


def test_a_wrong_password_is_told_and_forgotten(asked: Asked, qtbot: QtBot) -> None:
    asked.ask()
    dialog = asked.dialog()
    asked.enter("wrong-password")
    qtbot.waitUntil(lambda: bool(dialog.trouble), timeout=WAIT_MS)
    assert dialog.findChild(QLineEdit).text() == ""
    assert asked.times == 0


def test_cancel_goes_on_with_nothing(asked: Asked, qtbot: QtBot) -> None:
    asked.ask()
    (cancel,) = [b for b in asked.dialog().findChildren(QPushButton) if "Cancel" in b.text()]
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert asked.times == 0
    assert not asked.desk.secrets_open(NOW)
