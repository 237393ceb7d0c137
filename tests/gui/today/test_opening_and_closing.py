"""开柜 names the cards that are not home; 锁柜 has each one ticked, and offers the day's report."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from gui.frame.missing_cards import ClosingSheet, MissingCards, OpeningSheet
from gui.main_window import MainWindow
from gui.papers.paper import Paper
from gui.papers.papers import Papers
from model.loans.checkouts import check_out
from model.loans.registers import day_report
from model.office.day import day_state
from model.office.desk import Desk
from tests.conftest import NOW, TODAY
from tests.gui.conftest import StillClock
from tests.gui.today.conftest import CARDS_EACH, KEEPER, SitHere, focus

MONDAY = datetime(2026, 11, 23, 8, 30)
REP = "李明"


@pytest.fixture
def desk(sit_here: SitHere, opened_here: None) -> Desk:
    """The keeper, with one rep's cards out."""
    desk = sit_here(KEEPER)
    check_out(desk, REP, NOW)
    return desk


def heading(sheet: object) -> str:
    return sheet.findChildren(QLabel)[0].text()  # type: ignore[attr-defined] # a dialog


def test_the_cards_of_an_earlier_day_are_named_at_opening(
    window: MainWindow, desk: Desk, clock: StillClock
) -> None:
    clock.time = MONDAY
    window.seat(desk)
    window.view.day.open_cabinet()
    assert day_state(desk, MONDAY).is_open
    (sheet,) = window.findChildren(OpeningSheet)
    assert heading(sheet) == "12 cards did not come home"
    (listed,) = sheet.findChildren(QListWidget)
    assert listed.item(0).text() == "Q00001  成都恒恒叉车配件有限公司  李明  11-20 18:00"


def test_the_page_of_cards_names_them_too(
    window: MainWindow, desk: Desk, clock: StillClock, qtbot: QtBot
) -> None:
    clock.time = MONDAY
    window.seat(desk)
    qtbot.waitUntil(lambda: window.around.tasks.running == 0)
    window.view.pages["cabinet"].door.open()  # type: ignore[attr-defined] # CabinetPage
    assert window.findChildren(OpeningSheet)


def test_each_missing_card_is_ticked_by_keyboard_then_the_report_is_offered(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[Paper] = []
    monkeypatch.setattr(Papers, "print", lambda self, paper: printed.append(paper))
    window.seat(desk)
    window.view.day.close_cabinet()
    (missing,) = window.findChildren(MissingCards)
    assert heading(missing) == "12 out, 0 back, 12 missing"
    qtbot.waitUntil(missing.isActiveWindow)
    for _ in range(CARDS_EACH):
        assert day_state(desk, NOW).is_open
        QTest.keyClick(focus(), Qt.Key.Key_Space)  # goes on to the next by itself
    missing._close.click()
    assert not day_state(desk, NOW).is_open
    assert len(day_report(desk, TODAY, NOW).acknowledged) == CARDS_EACH
    (sheet,) = window.findChildren(ClosingSheet)
    assert heading(sheet) == "12 out, 0 back, 12 missing"
    sheet.print.click()
    assert [paper.what for paper in printed] == ["day-report"]
