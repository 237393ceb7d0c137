"""The manager's desk, and his settings page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.frame.pages import Surroundings
from gui.settings.settings_page import SettingsPage
from model.office.desk import Desk
from tests.conftest import Sit
from tests.gui.conftest import WAIT_MS


class Page:
    """The settings page of one desk, and how to use it."""

    def __init__(self, desk: Desk, around: Surroundings, qtbot: QtBot) -> None:
        self.page = SettingsPage(desk, around.tasks, around.clock, around.languages)
        self._qtbot = qtbot
        qtbot.addWidget(self.page)
        self.page.resize(1200, 700)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()

    def click(self, text: str, inside: QWidget | None = None) -> None:
        """Click the visible button with these words."""
        buttons = (inside or self.page).findChildren(QPushButton)
        (found,) = [b for b in buttons if b.text().replace("&", "") == text and b.isVisible()]
        self._qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """The open dialog of this kind, waited for."""

        def opened() -> list[QWidget]:
            return [w for w in self.page.findChildren(kind) if w.isVisible()]

        self._qtbot.waitUntil(lambda: len(opened()) == 1, timeout=WAIT_MS)
        return opened()[0]


@pytest.fixture
def desk(sit: Sit) -> Desk:
    return sit("张总")


@pytest.fixture
def page(desk: Desk, around: Surroundings, qtbot: QtBot) -> Page:
    return Page(desk, around, qtbot)
