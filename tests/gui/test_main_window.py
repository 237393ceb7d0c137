"""The frame: pages by right, the day, the languages, the memory."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextBrowser, QToolButton
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.proposal_dialog import ProposalDialog
from gui.frame import office_day
from gui.frame.cards_out import DayCount
from gui.frame.missing_cards import ClosingSheet, MissingCard, MissingCards
from gui.frame.office_day import OfficeDay
from gui.frame.pages import PAGES
from gui.lock.first_page import FirstPage
from gui.lock.log_in_page import LogInPage
from gui.main_window import MainWindow
from gui.manual import ManualDialog
from gui.memory import Memory
from gui.today.today_page import TodayPage
from gui.translators import Translators
from model.errors import CabinetAlreadyOpenError, MissingCardsError
from model.loans.closing import Closing
from model.loans.opening import open_cabinet
from model.loans.reminder_words import Reminder
from model.office import audit
from model.office.day import DayState, day_state
from model.office.office_settings import change_setting
from model.office.tables import AuditLine
from tests.conftest import NOW, Sit, make_card
from tests.gui.conftest import WAIT_MS, StillClock
from tests.model.cards.proposed import hand_in

CTRL = Qt.KeyboardModifier.ControlModifier


def texts(window: MainWindow) -> set[str]:
    """Every word that can be seen on labels and buttons."""
    kinds = (QLabel, QPushButton, QToolButton)
    return {w.text() for kind in kinds for w in window.findChildren(kind) if w.isVisible()}


def test_it_begins_with_the_first_page(window: MainWindow) -> None:
    window.begin(None)
    assert window.findChildren(FirstPage)


def test_it_begins_at_the_door_of_the_cabinet_opened_last(
    window: MainWindow, memory: Memory, cabinet: Path
) -> None:
    memory.remember_cabinet(cabinet)
    window.begin(None)
    (page,) = window.findChildren(LogInPage)
    assert page.staff[0].name == "张总"


def test_a_cabinet_that_is_none_leads_to_the_first_page(
    window: MainWindow, tmp_path: Path, shown_errors: list[BaseException]
) -> None:
    window.begin(tmp_path / "nothing.cabinet")
    assert window.findChildren(FirstPage)
    assert len(shown_errors) == 1


@pytest.mark.parametrize("name", ["张总", "王秀兰", "李明", "赵刚"])
def test_every_role_has_its_pages(window: MainWindow, sit: Sit, name: str) -> None:
    window.seat(sit(name))
    assert window.view.page == "cabinet"
    assert name in " ".join(texts(window))


def test_the_numbers_go_to_the_pages(window: MainWindow, sit: Sit, qtbot: QtBot) -> None:
    window.seat(sit("李明"))
    names = [page.name for page in PAGES if sit("李明").may(page.right)]
    for number, name in reversed(list(enumerate(names))):
        key = Qt.Key(Qt.Key.Key_1 + number)
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.view.page == name


def test_the_keyboard_goes_along_to_the_page(window: MainWindow, sit: Sit, qtbot: QtBot) -> None:
    window.seat(sit("赵刚"))
    for _ in range(2):  # a page that is new, and one that was there before
        for number, name in ((3, "approvals"), (4, "rounds"), (5, "registers"), (2, "today")):
            window.view.go_to_search()
            qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), CTRL)
            focused = QApplication.focusWidget()
            assert focused is not None
            assert window.view.pages[name].isAncestorOf(focused), name
    qtbot.waitUntil(lambda: window.around.tasks.running == 0, timeout=WAIT_MS)


def test_ctrl_k_goes_to_the_search_box(window: MainWindow, sit: Sit, qtbot: QtBot) -> None:
    window.seat(sit("李明"))
    window.view.open_page("settings")
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.view.top.search.hasFocus()
    qtbot.keyClicks(window.view.top.search, "changj")
    assert window.view.page == "cabinet"
    qtbot.keyClick(window.view.top.search, Qt.Key.Key_Escape)
    assert window.view.top.search.text() == ""


def test_switching_the_language_changes_everything_in_view_at_once(
    window: MainWindow, sit: Sit, translators: Translators
) -> None:
    window.seat(sit("张总"))
    window.view.open_page("settings")
    for language, there, gone in (("zh", "卡柜", "Cabinet"), ("en", "Cabinet", "卡柜")):
        translators.switch(language)
        QCoreApplication.processEvents()
        shown = texts(window)
        assert there in shown
        assert gone not in shown
        assert window.windowTitle().endswith("客户卡柜" if language == "zh" else "Card Cabinet")


def test_the_keeper_opens_and_closes_the_cabinet(
    window: MainWindow, sit: Sit, qtbot: QtBot
) -> None:
    desk = sit("王秀兰")
    window.seat(desk)
    assert "Cabinet closed" in texts(window)
    (button,) = [b for b in window.findChildren(QPushButton) if b.text() == "Open the cabinet"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert day_state(desk, NOW).is_open
    assert "Cabinet open since 08:30 (王秀兰)" in texts(window)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not day_state(desk, NOW).is_open
    assert "Cabinet closed" in texts(window)


def test_a_cabinet_that_is_open_already_is_told(
    window: MainWindow, sit: Sit, shown_errors: list[BaseException]
) -> None:
    desk = sit("王秀兰")
    window.seat(desk)
    open_cabinet(desk, NOW)  # in another window
    window.view.day.open_cabinet()
    assert [type(error) for error in shown_errors] == [CabinetAlreadyOpenError]
    assert "Cabinet open since 08:30 (王秀兰)" in texts(window)


def test_who_does_not_keep_the_cabinet_has_no_button_for_it(window: MainWindow, sit: Sit) -> None:
    window.seat(sit("李明"))
    assert not texts(window) & {"Open the cabinet", "Close the cabinet"}
    assert not window.actions_by_name["open_cabinet"].isEnabled()


def test_cards_that_are_out_are_ticked_one_by_one(
    window: MainWindow, sit: Sit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the office says is out, also what nobody lent: the refusal itself is made here."""
    window.seat(sit("王秀兰"))
    closed: list[list[str]] = []

    def close_cabinet(desk: object, missing: list[str], now: object) -> Closing:
        if not missing:
            raise MissingCardsError(card_nos=["Q00001", "Q00002"])
        closed.append(missing)
        return Closing(DayState(False), 5, 3, ())

    cards = (MissingCard("Q00001", "恒运", "李明"), MissingCard("Q00002", "恒德", "王芳"))
    monkeypatch.setattr("gui.frame.office_day.close_cabinet", close_cabinet)
    monkeypatch.setattr("gui.frame.office_day.count_day", lambda *_: DayCount(5, 3, cards))
    window.view.day.close_cabinet()
    (dialog,) = window.findChildren(MissingCards)
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "&Close the cabinet"]
    dialog.tick(0)
    assert not button.isEnabled()
    dialog.tick(1)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert closed == [["Q00001", "Q00002"]]
    (sheet,) = window.findChildren(ClosingSheet)
    assert "5 out, 3 back" in " ".join(label.text() for label in sheet.findChildren(QLabel))


def test_the_days_backup_is_made_by_itself(
    window: MainWindow, sit: Sit, cabinet: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.frame.office_day._BACKUP_AFTER_MS", 1)
    window.seat(sit("王秀兰"))
    assert "No backup yet" in texts(window)
    qtbot.waitUntil(lambda: "Last backup today 08:30 ✓" in texts(window), timeout=WAIT_MS)
    assert list((cabinet / "backups").glob("daily-*"))


def test_readings_reach_the_log_within_a_second(window: MainWindow, sit: Sit, qtbot: QtBot) -> None:
    desk = sit("王秀兰")
    window.seat(desk)
    audit.note(desk, audit.Event.CARD_READ, NOW, kind="card", subject="A-0001")
    logged = AuditLine.select().where(AuditLine.subject == "A-0001")
    qtbot.waitUntil(lambda: logged.count() == 1, timeout=WAIT_MS)
    assert office_day._FLUSH_MS < 1000


def test_a_rep_sees_nothing_of_backups(
    window: MainWindow,
    sit: Sit,
    cabinet: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    shown_errors: list[BaseException],
) -> None:
    monkeypatch.setattr(office_day, "_BACKUP_AFTER_MS", 1)
    window.seat(sit("李明"))
    qtbot.wait(50)
    qtbot.waitUntil(lambda: not window.around.tasks.running, timeout=WAIT_MS)
    assert shown_errors == []
    assert not list((cabinet / "backups").glob("*"))
    assert not [text for text in texts(window) if "backup" in text]
    assert isinstance(window.view.day, OfficeDay)


def test_the_countdown_is_seen_and_put_off(
    window: MainWindow, sit: Sit, clock: StillClock, qtbot: QtBot
) -> None:
    window.seat(sit("李明"))
    assert "Locks in 10:00" in texts(window)
    (pill,) = [b for b in window.findChildren(QPushButton) if b.text() == "Locks in 10:00"]
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert pill.text() == "Locks in 15:00"
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert not pill.isEnabled()
    logged = AuditLine.select().where(AuditLine.event == audit.Event.SNOOZE)
    qtbot.waitUntil(lambda: logged.count() == 2, timeout=WAIT_MS)
    clock.time += timedelta(minutes=14, seconds=20)
    qtbot.waitUntil(lambda: pill.property("soon") is True, timeout=WAIT_MS)


def test_the_offices_own_idle_time_counts(window: MainWindow, sit: Sit) -> None:
    change_setting(sit("张总"), "idle_minutes", "3", NOW)
    window.seat(sit("李明"))
    assert "Locks in 3:00" in texts(window)


def test_a_name_of_sixty_characters_fits(window: MainWindow, sit: Sit, qtbot: QtBot) -> None:
    from model.office.people import add_person
    from model.office.rights import Role

    name = "长" * 60
    add_person(sit("张总"), name, Role.CLERK, "", "correct-horse", NOW)
    window.seat(sit(name))
    window.resize(window.minimumSize())
    qtbot.wait(1)
    assert window.width() == window.minimumSize().width()
    assert window.view.top.search.width() >= 200


@pytest.mark.parametrize("language", ["zh", "en"])
def test_f1_opens_the_manual_in_the_windows_language_even_at_the_door(
    window: MainWindow, translators: Translators, qtbot: QtBot, language: str
) -> None:
    translators.switch(language)
    window.begin(None)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (manual,) = window.findChildren(ManualDialog)
    assert manual.isVisible()
    text = manual.findChild(QTextBrowser).toPlainText()
    assert ("卡柜" in text) is (language == "zh")
    assert text
    qtbot.keyClick(manual, Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_the_place_of_the_window_is_remembered(window: MainWindow, memory: Memory) -> None:
    window.close()
    assert not memory.geometry.isEmpty()


def test_a_reminder_of_proposals_leads_to_them(window: MainWindow, sit: Sit, qtbot: QtBot) -> None:
    card_no = make_card(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯", "赵刚")
    open_cabinet(sit("王秀兰"), NOW)
    hand_in(sit, card_no, {"email": "a@b.cn"})
    window.seat(sit("王秀兰"))
    window.view.open_page("today")
    today, cabinet = window.view.pages["today"], window.view.pages["cabinet"]
    assert isinstance(today, TodayPage)
    assert isinstance(cabinet, CabinetPage)
    qtbot.waitUntil(lambda: window.around.tasks.running == 0, timeout=WAIT_MS)
    reminder = Reminder("proposals_wait", facts={"count": 1})
    assert reminder in today.left.reminders._reminders
    today.reminded.take(reminder)
    assert window.view.page == "cabinet"
    qtbot.waitUntil(lambda: cabinet.proposed.view.table.rowCount() == 1, timeout=WAIT_MS)
    assert cabinet.proposed.isVisible()

    window.view.open_page("today")
    today.reminded.take(Reminder("asked_back", card_no=card_no, facts={"proposal_no": "XD000001"}))
    assert cabinet.findChild(ProposalDialog) is not None


def test_the_sides_of_a_card_have_other_keys_than_the_pages(
    window: MainWindow, sit: Sit, qtbot: QtBot
) -> None:
    card_no = make_card(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯", "赵刚")
    open_cabinet(sit("王秀兰"), NOW)
    window.seat(sit("张总"))
    qtbot.waitUntil(lambda: window.around.tasks.running == 0, timeout=WAIT_MS)
    cabinet = window.view.pages["cabinet"]
    assert isinstance(cabinet, CabinetPage)
    cabinet.work.open_card(card_no)
    tabs = cabinet.form.head.tabs
    for number in (*range(1, tabs.count()), 0):  # Alt+1 is the front
        cabinet.form.setFocus()
        qtbot.keyClick(tabs, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.AltModifier)
        assert tabs.currentIndex() == number
    cabinet.form.go_to("phone")
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_2, CTRL)
    assert window.view.page == "today"
