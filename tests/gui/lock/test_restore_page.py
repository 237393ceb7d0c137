"""A backup made into a cabinet by hand: file, key, folder, first passwords, log-in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from gui.frame.pages import Surroundings
from gui.lock.doors import Doors
from gui.lock.first_page import FirstPage
from gui.lock.log_in_page import LogInPage
from gui.lock.restore_page import RestorePage
from gui.main_window import MainWindow
from gui.memory import Memory
from gui.widgets.recovery_code import RecoveryCode
from model.office.founding import Founders, create
from model.office.log_in import lock_screen, log_in
from model.storage.database import connected
from model.storage.vault import FLOOR_KDF
from model.upkeep.backup import back_up
from tests.conftest import NOW, PASSWORD, Sit
from tests.gui.conftest import WAIT_MS

NEW = "four people drink tea"


@pytest.fixture
def backup(sit: Sit, tmp_path: Path) -> Path:
    """A backup on a stick; nobody sits at the cabinet any more."""
    desk = sit("张总")
    made = back_up(desk, tmp_path / "usb.ccb", NOW)
    lock_screen(desk, NOW)
    return made.file


class Restoring:
    """The page from the first page on, and how to use it."""

    def __init__(self, around: Surroundings, memory: Memory, qtbot: QtBot) -> None:
        self.around, self._qtbot = around, qtbot
        self.doors = Doors(around, memory)
        qtbot.addWidget(self.doors)
        self.doors.resize(1366, 768)
        with qtbot.waitActive(self.doors):
            self.doors.show()
            self.doors.activateWindow()
        self.doors.show_first()
        assert isinstance(self.doors.currentWidget(), FirstPage)
        self.click("Restore from a backup …")

    @property
    def page(self) -> RestorePage:
        page = self.doors.currentWidget()
        assert isinstance(page, RestorePage)
        return page

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self.around.tasks.running == 0, timeout=WAIT_MS)

    def button(self, text: str) -> QPushButton:
        shown = self.doors.currentWidget().findChildren(QPushButton)
        (one,) = [one for one in shown if one.text().replace("&", "") == text and one.isVisible()]
        return one

    def click(self, text: str) -> None:
        self._qtbot.mouseClick(self.button(text), Qt.MouseButton.LeftButton)
        self.settle()

    def choose(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
        self.click("Choose …")

    def field(self, name: str) -> QLineEdit:
        fields = self.page.findChildren(QLineEdit)
        (one,) = [one for one in fields if one.accessibleName() == name]
        return one

    def type(self, name: str, text: str) -> None:
        self.field(name).setFocus()
        self._qtbot.keyClicks(self.field(name), text)


@pytest.fixture
def restoring(
    around: Surroundings, memory: Memory, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Restoring:
    # What is printed and shown on paper is tried elsewhere.
    return Restoring(around, memory, qtbot)


def test_what_it_holds_is_told_before_a_key_is_asked_for(
    restoring: Restoring, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not restoring.field("Password of that time").isEnabled()
    restoring.choose(backup, monkeypatch)
    assert "backed up 2026-11-20 08:30: 0 cards" in restoring.page.form.facts
    assert "张总" in restoring.page.form.facts
    assert restoring.field("Password of that time").isEnabled()
    assert not restoring.button("Restore").isEnabled()
    assert restoring.page.form.folder.name.endswith("2026-11-20.cabinet")


def test_with_the_key_it_tells_what_was_found(
    restoring: Restoring, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restoring.choose(backup, monkeypatch)
    restoring.type("Password of that time", PASSWORD)
    restoring.click("Look inside")
    assert "Opened and checked: 0 cards" in restoring.page.form.facts
    assert "Last line of the log" in restoring.page.form.facts
    assert not connected()


def test_a_restored_cabinet_comes_to_its_log_in(
    restoring: Restoring, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "again.cabinet"
    restoring.choose(backup, monkeypatch)
    restoring.type("Password of that time", PASSWORD)
    restoring.field("New folder").setText(str(folder.with_suffix("")))
    restoring.click("Restore")

    page = restoring.page
    rows = page.passwords._list.table.rows
    assert "王秀兰" in {row.name for row in rows}
    assert not restoring.button("Go on").isEnabled()
    restoring.click("Copy the list")
    assert f"王秀兰\t{rows[0].first_password}" in QGuiApplication.clipboard().text()
    saved = tmp_path / "passwords.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    restoring.click("Save the list as a file …")
    assert rows[0].first_password in saved.read_text(encoding="utf-8-sig")

    tick = page.passwords.findChild(QCheckBox)
    tick.click()
    restoring.click("Go on")
    assert isinstance(restoring.doors.currentWidget(), LogInPage)
    desk = log_in(folder, rows[0].name, rows[0].first_password, NOW)
    assert desk.must_change_password
    lock_screen(desk, NOW)


def test_by_the_recovery_code_a_new_one_is_shown(
    restoring: Restoring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "coded.cabinet"
    code = create(folder, Founders("华东办事处", "张总", "王秀兰", PASSWORD), NOW, FLOOR_KDF)
    desk = log_in(folder, "张总", PASSWORD, NOW)
    backup = back_up(desk, tmp_path / "usb.ccb", NOW).file
    lock_screen(desk, NOW)
    restoring.choose(backup, monkeypatch)
    ways = [one for one in restoring.page.findChildren(QComboBox) if one.count() == 2]
    next(one for one in ways if one.itemText(1) == "the recovery code").setCurrentIndex(1)
    restoring.type("Recovery code", code)
    assert not restoring.button("Restore").isEnabled()
    for name in ("New password", "Once more"):
        restoring.type(name, NEW)
    restoring.field("New folder").setText(str(tmp_path / "again"))
    restoring.click("Restore")
    tick = restoring.page.passwords.findChild(QCheckBox)
    tick.click()
    restoring.click("Go on")
    shown = restoring.page.findChild(RecoveryCode)
    assert shown.isVisible()
    new = shown._code.accessibleDescription()
    assert new
    assert new != code
    shown.typed.emit(new)
    restoring.settle()
    assert isinstance(restoring.doors.currentWidget(), LogInPage)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the file is empty"),
        (b"a letter", "another kind of file"),
        (b"PK\x03\x04", "broken off"),
    ],
)
def test_what_is_no_backup_is_told(
    restoring: Restoring,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    told: str,
) -> None:
    (tmp_path / "x.ccb").write_bytes(content)
    restoring.choose(tmp_path / "x.ccb", monkeypatch)
    assert told in restoring.page.form.trouble
    assert not restoring.button("Restore").isEnabled()


def test_a_wrong_password_is_not_told_as_damage(
    restoring: Restoring, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restoring.choose(backup, monkeypatch)
    restoring.type("Password of that time", "not-the-password")
    for wanted in ("Look inside", "Restore"):
        restoring.click(wanted)
        assert restoring.page.form.trouble == "Wrong name or password."
        assert restoring.field("Password of that time").hasFocus()  # it is typed again at once
    assert restoring.button("Restore").isEnabled()


def test_a_folder_in_use_is_left_alone(
    restoring: Restoring, backup: Path, cabinet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restoring.choose(backup, monkeypatch)
    restoring.type("Password of that time", PASSWORD)
    restoring.field("New folder").setText(str(cabinet))
    restoring.click("Restore")
    assert "Choose a new folder beside it" in restoring.page.form.trouble


def test_back_leads_to_the_first_page(restoring: Restoring) -> None:
    restoring.click("Back")
    assert isinstance(restoring.doors.currentWidget(), FirstPage)


def test_from_the_desk_it_locks_first(
    window: MainWindow, sit: Sit, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = sit("张总")
    made = back_up(desk, tmp_path / "usb.ccb", NOW)
    window.seat(desk)
    window.view.restore_wanted.emit(made.file)
    qtbot.waitUntil(lambda: bool(window.findChildren(RestorePage)), timeout=WAIT_MS)
    (page,) = window.findChildren(RestorePage)
    qtbot.waitUntil(lambda: "张总" in page.form.facts, timeout=WAIT_MS)
    assert not connected()
