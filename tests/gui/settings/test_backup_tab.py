"""The backup tab: what it says, and what its buttons do."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.frame.pages import Surroundings
from gui.settings.backup_tab import BackupTab
from gui.settings.settings_page import SettingsPage
from gui.translators import Translators
from model.office.desk import Desk
from model.office.office_settings import change_setting, read_settings
from model.storage.cabinet import backups_path
from model.upkeep.backup import back_up, back_up_daily
from tests.conftest import NOW, Sit
from tests.gui.conftest import WAIT_MS, StillClock


class Tab:
    """The tab of one desk, and how to use it."""

    def __init__(self, desk: Desk, around: Surroundings, qtbot: QtBot) -> None:
        self.page = SettingsPage(desk, around.tasks, around.clock, around.languages)
        self.around, self._qtbot = around, qtbot
        qtbot.addWidget(self.page)
        self.page.resize(1366, 700)
        with qtbot.waitActive(self.page):
            self.page.show()
            self.page.activateWindow()
        tab = self.page.part("backups")
        assert isinstance(tab, BackupTab)
        self.tab = tab
        self.page.show_tab("backups")
        self.settle()

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: self.around.tasks.running == 0, timeout=WAIT_MS)

    def button(self, text: str) -> QPushButton:
        found = self.tab.findChildren(QPushButton)
        (one,) = [button for button in found if button.text().replace("&", "") == text]
        return one

    def click(self, text: str) -> None:
        self._qtbot.mouseClick(self.button(text), Qt.MouseButton.LeftButton)
        self.settle()

    @property
    def box(self) -> QMessageBox:
        (box,) = [one for one in self.page.findChildren(QMessageBox) if one.isVisible()]
        return box


def test_no_backup_yet(desk: Desk, around: Surroundings, qtbot: QtBot) -> None:
    tab = Tab(desk, around, qtbot)
    last, second = tab.tab.told
    assert last == "There is no good backup yet."
    assert second.startswith("No second folder.")
    assert not tab.button("Check this backup").isEnabled()


def test_back_up_now(desk: Desk, around: Surroundings, qtbot: QtBot) -> None:
    tab = Tab(desk, around, qtbot)
    with qtbot.waitSignal(tab.page.status_changed, timeout=WAIT_MS):
        tab.click("Back up now")
    assert tab.tab.told[0] == "Last good backup: today 08:30, 0 cards, opened and checked."
    assert tab.tab.files == ["backup-2026-11-20-083000.ccb"]
    assert tab.button("Back up now").isEnabled()


def test_an_old_backup_is_red(
    desk: Desk, around: Surroundings, clock: StillClock, qtbot: QtBot
) -> None:
    back_up_daily(desk, NOW)
    clock.time = NOW + timedelta(days=1)
    tab = Tab(desk, around, qtbot)
    assert tab.tab.told[0].startswith("Last good backup: yesterday 08:30")
    clock.time = NOW + timedelta(days=5)
    tab.tab.refresh()
    tab.settle()
    assert "2026-11-20 08:30" in tab.tab.told[0]
    assert tab.tab.told[0].endswith("It is older than a working day: back up now.")
    assert tab.tab._last.property("warning") is True


def test_a_second_folder_that_fails_is_told(
    desk: Desk, around: Surroundings, qtbot: QtBot, tmp_path: Path, translators: Translators
) -> None:
    change_setting(desk, "second_backup_folder", str(tmp_path / "stick"), NOW)
    back_up_daily(desk, NOW)
    tab = Tab(desk, around, qtbot)
    assert "no copy since today 08:30" in tab.tab.told[1]
    assert "stick plugged in" in tab.tab.told[1]
    translators.switch("zh")
    qtbot.waitUntil(lambda: "U 盘" in tab.tab.told[1], timeout=WAIT_MS)


def test_the_second_folder_is_chosen_and_filled_at_once(
    desk: Desk,
    around: Surroundings,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    tab = Tab(desk, around, qtbot)
    tab.click("Second folder …")
    assert read_settings(desk)["second_backup_folder"] == str(stick)
    assert [file.name for file in stick.iterdir()] == ["daily-2026-11-20.ccb"]
    assert tab.tab.told[1].endswith("last copy today 08:30, read back and checked.")


def test_a_backup_goes_to_a_folder_of_choice(
    desk: Desk,
    around: Surroundings,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "usb"
    out.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(out))
    tab = Tab(desk, around, qtbot)
    tab.click("Back up to a folder …")
    assert "It was put elsewhere, as backup-2026-11-20-083000.ccb." in tab.tab.told[0]


def test_a_sound_backup_is_told_so(desk: Desk, around: Surroundings, qtbot: QtBot) -> None:
    back_up(desk, None, NOW)
    tab = Tab(desk, around, qtbot)
    tab.tab.choose(0)
    tab.click("Check this backup")
    assert "is sound" in tab.box.text()


def test_damage_is_told_and_stays_in_the_list(
    desk: Desk, around: Surroundings, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    made = back_up(desk, None, NOW)
    content = bytearray(made.file.read_bytes())
    content[len(content) // 2] ^= 1
    made.file.write_bytes(content)
    tab = Tab(desk, around, qtbot)
    tab.tab.choose(0)
    tab.click("Check this backup")
    (error,) = shown_errors
    assert error.values["reason"] == "checksum"  # type: ignore[attr-defined]
    tab.settle()
    assert tab.tab.told[0] == "There is no good backup yet."


def test_its_folder_is_opened(
    desk: Desk, around: Surroundings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    tab = Tab(desk, around, qtbot)
    tab.click("Open its folder")
    assert opened == [str(backups_path(desk.cabinet))]


def test_restore_is_explained_and_then_wanted(
    desk: Desk, around: Surroundings, qtbot: QtBot
) -> None:
    made = back_up(desk, None, NOW)
    tab = Tab(desk, around, qtbot)
    tab.tab.choose(0)
    tab.click("Restore …")
    box = tab.box
    assert "never put over the cabinet in use" in box.text()
    (go,) = [one for one in box.buttons() if one.text().replace("&", "") == "Lock and restore"]
    with qtbot.waitSignal(tab.page.restore_wanted) as wanted:
        qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert wanted.args == [made.file]


def test_a_clerk_makes_backups_and_restores_none(
    sit: Sit, around: Surroundings, qtbot: QtBot
) -> None:
    tab = Tab(sit("王秀兰"), around, qtbot)
    assert tab.button("Back up now").isVisible()
    assert not tab.button("Restore …").isVisible()
    assert not tab.button("Second folder …").isVisible()


def test_a_lock_empties_it(desk: Desk, around: Surroundings, qtbot: QtBot) -> None:
    back_up(desk, None, NOW)
    tab = Tab(desk, around, qtbot)
    tab.page.forget()
    assert (tab.tab.files, tab.tab.told) == ([], ("", ""))


def test_a_torn_file_is_listed_with_its_reason(
    desk: Desk, around: Surroundings, qtbot: QtBot
) -> None:
    made = back_up(desk, None, NOW)
    torn = made.file.with_name("torn.ccb")
    shutil.copy(made.file, torn)
    torn.write_bytes(torn.read_bytes()[:-50])
    tab = Tab(desk, around, qtbot)
    rows = tab.tab._list.model()
    texts = [rows.index(row, 7).data() for row in range(rows.rowCount())]
    assert texts[0] == "sound"
    assert "broken off" in texts[1]


def test_the_keyboard_comes_back_to_the_button_that_was_pressed(
    desk: Desk, around: Surroundings, qtbot: QtBot
) -> None:
    tab = Tab(desk, around, qtbot)
    tab.button("Back up now").setFocus()
    tab.click("Back up now")
    assert tab.button("Back up now").hasFocus()
