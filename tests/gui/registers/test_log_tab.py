"""The tab 日志: filters, pages as one scrolls, a line in full, export and check."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.registers.register_page import RegisterPage
from gui.registers.verify_dialog import VerifyDialog
from gui.translators import Translators
from model.office import audit
from model.office.audit import Event
from model.office.tables import AuditLine, Person, PersonState
from model.storage.database import writing
from tests.conftest import NOW, Sit
from tests.gui.conftest import type_text
from tests.gui.registers.conftest import OpenPage, settle
from tests.gui.rounds.conftest import ALT, CTRL, press
from tests.gui.test_accessible_names import nameless

Key = Qt.Key


@pytest.fixture
def open_log(open_page: OpenPage, qtbot: QtBot) -> OpenPage:
    """Open the page with the log in view, by its key."""

    def opened(name: str, width: int = 1290, height: int = 684) -> RegisterPage:
        page = open_page(name, width, height)
        press(qtbot, Key.Key_5, ALT)
        settle(qtbot, page)
        return page

    return opened


def fill(sit: Sit, count: int) -> None:
    """Many lines, the newest a correction with a long reason."""
    desk = sit("王秀兰")
    with writing():
        audit.append(
            desk,
            (
                audit.make_line(
                    desk, Event.LOAN_ISSUE, NOW, kind="card", subject=f"Q{number % 90:05d}",
                    after={"loan_no": number},
                )
                for number in range(count)
            ),
        )  # fmt: skip
        audit.log(
            desk, Event.SETTINGS_CHANGE, NOW, kind="setting", subject="idle_minutes",
            before={"value": "10"}, after={"value": "5"}, reason="长理由" * 60,
        )  # fmt: skip


def numbers(page: RegisterPage) -> list[int]:
    return [row.line.no for row in page.log.rows]


@pytest.mark.parametrize(
    ("name", "seen"), [("王秀兰", True), ("赵刚", True), ("张总", True), ("李明", False)]
)
def test_who_may_see_it_has_the_tab(open_page: OpenPage, name: str, seen: bool) -> None:
    page = open_page(name)
    assert page._tabs.isTabVisible(4) is seen
    assert page.actions_["log"].isEnabled() is seen


def test_the_newest_line_is_chosen_and_told_in_full(open_log: OpenPage, sit: Sit) -> None:
    fill(sit, 5)
    page = open_log("张总")
    page.log.table.setCurrentIndex(page.log.table.table.index(1, 0))
    assert "Changed a setting" in page.log.detail
    assert "10 → 5" in page.log.detail
    assert "长理由" * 60 in page.log.detail
    assert "王秀兰 (2) · Clerk" in page.log.detail


def test_pages_come_as_one_scrolls(open_log: OpenPage, sit: Sit, qtbot: QtBot) -> None:
    fill(sit, 900)
    page = open_log("王秀兰")
    assert len(page.log.rows) == 200
    table = page.log.table
    table.setFocus()
    press(qtbot, Key.Key_End, CTRL)
    for _ in range(12):
        settle(qtbot, page)
        press(qtbot, Key.Key_End, CTRL)
    settle(qtbot, page)
    assert len(page.log.rows) == AuditLine.select().count()
    assert numbers(page) == sorted(numbers(page), reverse=True)
    assert "lines" in page.log._count.text()


def test_it_is_filtered_by_person_kind_number_words_and_day(
    open_log: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    fill(sit, 300)
    page = open_log("张总")
    filters = page.log.filters

    filters.person.setCurrentIndex(filters.person.findData(2))
    settle(qtbot, page)
    assert {row.line.actor for row in page.log.rows} == {"王秀兰"}

    filters.group.setCurrentIndex(filters.group.findData("loans"))
    settle(qtbot, page)
    assert {row.line.event for row in page.log.rows} == {"loan.issue"}

    filters.number.setText("q00007")
    qtbot.waitUntil(lambda: {row.line.subject for row in page.log.rows} == {"Q00007"})

    filters.clear()
    type_text(filters.text, "长理由")
    qtbot.waitUntil(lambda: [row.line.event for row in page.log.rows] == ["settings.change"])

    filters.clear()
    filters.until.setText("2026-11-19")
    filters.until.editingFinished.emit()
    settle(qtbot, page)
    assert page.log._list.is_empty
    assert "0" in page.log._count.text()


def test_who_has_left_stands_in_the_list_and_is_found(
    open_log: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    sit("王芳")
    with writing():
        Person.update(state=PersonState.GONE).where(Person.name == "王芳").execute()
    page = open_log("张总")
    filters = page.log.filters
    assert filters.person.itemText(filters.person.count() - 1) == "王芳 (left)"
    filters.person.setCurrentIndex(filters.person.count() - 1)
    settle(qtbot, page)
    assert {row.line.actor for row in page.log.rows} == {"王芳"}


def test_only_the_manager_exports_it(
    open_log: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    out = tmp_path / "log.csv"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "log"), "(*.csv)")
    )
    page = open_log("王秀兰")
    press(qtbot, Key.Key_E, CTRL)
    settle(qtbot, page)
    assert not out.exists()

    page = open_log("张总")
    page.log.table.setFocus()
    press(qtbot, Key.Key_E, CTRL)
    settle(qtbot, page)
    assert page.told.endswith("lines of the log are in log.csv.")
    assert out.read_text(encoding="utf-8-sig").startswith("No.,Time,")
    assert page.log.rows[0].line.event == "export"


def test_an_export_that_was_not_wanted_writes_nothing(
    open_log: OpenPage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page = open_log("张总")
    page.log_work.ask_file()
    assert page.told == ""


def opened_check(page: RegisterPage, qtbot: QtBot) -> VerifyDialog:
    page.log.table.setFocus()
    page.actions_["log_verify"].trigger()
    (dialog,) = page.findChildren(VerifyDialog)
    return dialog


def test_a_sound_cabinet_is_told_with_its_head(open_log: OpenPage, qtbot: QtBot) -> None:
    page = open_log("王秀兰")
    dialog = opened_check(page, qtbot)
    dialog.paper.setText(audit.log_head().lower())
    dialog.check.click()
    settle(qtbot, page)
    assert dialog.told.startswith("All is well: ")
    assert audit.log_head() in dialog.told
    assert dialog.found == []


def test_a_head_that_does_not_agree_names_its_line(open_log: OpenPage, qtbot: QtBot) -> None:
    page = open_log("张总")
    dialog = opened_check(page, qtbot)
    number, _, start = audit.log_head().partition("-")
    dialog.paper.setText(f"{number} － {start[::-1]}")
    dialog.run()
    settle(qtbot, page)
    assert dialog.told == "Found: 1 fault. Show this to the manager."
    assert dialog.found[0].startswith(f"log: line {number} no longer agrees with paper")


@pytest.mark.parametrize(("name", "may"), [("王秀兰", True), ("张总", True), ("赵刚", False)])
def test_who_may_check_has_the_button(open_log: OpenPage, name: str, may: bool) -> None:
    assert open_log(name).actions_["log_verify"].isVisible() is may


def test_its_keys_do_nothing_on_another_tab(open_log: OpenPage, qtbot: QtBot) -> None:
    page = open_log("张总")
    press(qtbot, Key.Key_1, ALT)
    assert not page.actions_["log_export"].isEnabled()
    assert page.days.isEnabled()
    press(qtbot, Key.Key_5, ALT)
    assert page.actions_["log_export"].isEnabled()
    assert not page.days.isEnabled()


def test_a_lock_leaves_nothing_of_it(open_log: OpenPage, sit: Sit, qtbot: QtBot) -> None:
    fill(sit, 5)
    page = open_log("张总")
    page.log.filters.number.setText("Q00001")
    page.forget()
    settle(qtbot, page)
    assert (list(page.log.rows), page.log.detail, page.log.filters.number.text()) == ([], "", "")


def test_both_languages_and_small_windows(
    open_log: OpenPage, sit: Sit, translators: Translators, qtbot: QtBot
) -> None:
    fill(sit, 5)
    translators.switch("zh")
    page = open_log("张总", 1290, 684)
    qtbot.waitUntil(lambda: page._tabs.tabText(4) == "日志")
    assert "修改设置" in page.log.detail or page.log.rows[0].line.event != "settings.change"
    assert page.log.filters.person.itemText(0) == "所有人"
    assert nameless(page) == []
    translators.switch("en")
    qtbot.waitUntil(lambda: page.log.filters.person.itemText(0) == "Everybody")
    assert page.log.filters.group.itemText(1) == "Logging in and locking"
