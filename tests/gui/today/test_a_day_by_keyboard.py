"""A whole day in the real window without touching the mouse: it ends with every card home."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from gui.frame.missing_cards import ClosingSheet, MissingCards
from gui.main_window import MainWindow
from gui.today.all_out_question import AllOutQuestion
from gui.today.today_page import TodayPage
from gui.today.visit_dialog import VisitDialog
from model.loans.board import day_board, rep_day
from model.loans.registers import loan_register
from model.office.day import day_state
from model.office.desk import Desk
from model.office.office_settings import change_setting
from model.rounds.visits import VisitView, visits_on
from tests.conftest import NOW
from tests.gui.conftest import WAIT_MS, StillClock
from tests.gui.today.conftest import CARDS_EACH, KEEPER, MANAGER, REPS, SitHere, focus

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
REP = "李明"


def press(key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
    """A key, where the keyboard is."""
    QTest.keyClick(focus(), key, held)


def type_text(text: str) -> None:
    """Hanzi come from an input method, whose Enter is not the form's."""
    if text.isascii():
        QTest.keyClicks(focus(), text)
        return
    composed = QInputMethodEvent("zifu", [])
    QApplication.sendEvent(focus(), composed)
    committed = QInputMethodEvent("", [])
    committed.setCommitString(text)
    QApplication.sendEvent(focus(), committed)
    press(Qt.Key.Key_Return)  # some input methods send it after their text
    QApplication.processEvents()


@pytest.fixture
def desk(page: TodayPage) -> Desk:
    return page._desk


@pytest.fixture
def page(window: MainWindow, sit_here: SitHere, qtbot: QtBot) -> TodayPage:
    """The page, reached by its number; the cabinet is still closed.

    Between morning and evening nobody touches anything: the screen must not lock for that.
    """
    change_setting(sit_here(MANAGER), "idle_minutes", "1440", NOW)
    desk = sit_here(KEEPER)
    window.seat(desk)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    page = window.view.pages["today"]
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: window.around.tasks.running == 0, timeout=WAIT_MS)
    assert page.bar.box.hasFocus()
    return page


def dialog_of(page: TodayPage) -> VisitDialog:
    assert page.records.dialog is not None
    return page.records.dialog


def go_to(name: str, dialog: VisitDialog) -> None:
    """Tab to a field of the form."""
    for _ in range(40):
        if focus() is dialog.form.inputs[name].input:
            return
        press(Qt.Key.Key_Tab)
    pytest.fail(f"Tab never reaches {name}")


def record_of(desk: Desk, card_no: str, clock: StillClock) -> VisitView:
    (record,) = [
        one for one in visits_on(desk, clock.time.date(), clock.time) if one.card_no == card_no
    ]
    return record


def test_a_day_by_keyboard(
    window: MainWindow,
    page: TodayPage,
    desk: Desk,
    clock: StillClock,
    qtbot: QtBot,
    shown_errors: list[BaseException],
) -> None:
    in_the_morning(window, page, desk, qtbot)
    clock.time = clock.time.replace(hour=17, minute=40)
    press(Qt.Key.Key_F5)
    in_the_evening(page, desk, clock, qtbot)
    come_back(window, qtbot)
    the_others_without_records(page)
    closing(window, page, desk, clock, qtbot)
    assert shown_errors == []


def in_the_morning(window: MainWindow, page: TodayPage, desk: Desk, qtbot: QtBot) -> None:
    """Open, hand out one rep's cards, tick one as read, then everybody else's."""
    press(Qt.Key.Key_F9)
    assert page.detail is not None
    assert page.detail.away == ()  # nothing leaves a closed cabinet
    press(Qt.Key.Key_O, CTRL)
    assert day_state(desk, NOW).is_open
    type_text("lim")  # 李明, by the beginning of his name in pinyin
    press(Qt.Key.Key_Return)
    assert page.left.reps.rep == REP
    press(Qt.Key.Key_F9)
    assert len(rep_day(desk, REP, NOW).away) == CARDS_EACH

    press(Qt.Key.Key_Return)  # in the empty box: on to the visits
    assert page.visits.table.hasFocus()
    press(Qt.Key.Key_Space)
    plan = rep_day(desk, REP, NOW).plan
    assert plan is not None
    assert [line.read for line in plan.lines] == [True] + [False] * (CARDS_EACH - 1)

    press(Qt.Key.Key_F9, SHIFT)
    (question,) = page.findChildren(AllOutQuestion)
    qtbot.waitUntil(question.isActiveWindow)
    press(Qt.Key.Key_Return)
    everyone = len(REPS) * CARDS_EACH
    qtbot.waitUntil(
        lambda: sum(rep.out for rep in day_board(desk, NOW).reps) == everyone, timeout=WAIT_MS
    )
    qtbot.waitUntil(lambda: window.around.tasks.running == 0, timeout=WAIT_MS)
    come_back(window, qtbot)


def come_back(window: MainWindow, qtbot: QtBot) -> None:
    """A dialog is gone: the window manager, which is not there, gives the window the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def in_the_evening(page: TodayPage, desk: Desk, clock: StillClock, qtbot: QtBot) -> None:
    """李明 brings his cards: visited, not visited, no record, back before leaving, and the rest."""
    cards = [card.card_no for card in page.away.cards]
    page.bar.box.setFocus()
    press(Qt.Key.Key_F7)
    press(Qt.Key.Key_Return)  # in the empty box: on to the cards that he holds
    assert page.away.table.hasFocus()
    press(Qt.Key.Key_Return)
    dialog = dialog_of(page)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert focus() is dialog.form.inputs["outcome"].input
    visited(dialog, cards[0])
    view = record_of(desk, cards[0], clock)
    assert view.values["outcome"] == "yes"
    assert view.values["visited"] == "库存不多\n想要新胎"
    assert view.values["next_visit_on"] == date(2026, 12, 8)
    (promise,) = view.promises
    assert (promise.description, promise.due_on) == ("送样品", date(2026, 11, 27))

    not_visited(dialog, cards[1])
    view = record_of(desk, cards[1], clock)
    assert (view.not_visited, view.values["next_visit_on"]) == ("absent", date(2026, 11, 23))

    press(Qt.Key.Key_R, ALT)  # no record
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_B, ALT)  # back before leaving
    press(Qt.Key.Key_Return, CTRL)
    for card_no in cards[4:]:
        assert dialog.form.visit.card_no == card_no
        go_to("outcome", dialog)
        press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return, CTRL)
    assert page.records.dialog is None  # the last card is done
    day = rep_day(desk, REP, clock.time).rep_day
    assert (day.out, day.home, day.missing_records) == (0, CARDS_EACH, 1)


def visited(dialog: VisitDialog, card_no: str) -> None:
    """Everything the counter types about one visit."""
    assert dialog.form.visit.card_no == card_no
    go_to("outcome", dialog)
    press(Qt.Key.Key_Down)
    go_to("visited", dialog)
    type_text("库存不多")  # its Enter begins a line, and never saves
    type_text("想要新胎")
    text = dialog.form.inputs["visited"].input
    assert dialog.form.visit.card_no == card_no
    text.setPlainText(text.toPlainText().strip())  # type: ignore[attr-defined] # FormText
    press(Qt.Key.Key_Tab)
    type_text("送样品")
    press(Qt.Key.Key_Tab)
    type_text("+7")
    go_to("next_visit_on", dialog)
    type_text("12-8")
    press(Qt.Key.Key_Return, CTRL)
    assert dialog.form.visit.card_no != card_no, dialog.trouble


def not_visited(dialog: VisitDialog, card_no: str) -> None:
    """The customer was not there; without a new day it is not taken."""
    press(Qt.Key.Key_N, ALT)
    assert dialog.form.result == "not_visited"
    press(Qt.Key.Key_Return, CTRL)
    assert dialog.form.visit.card_no == card_no
    assert dialog.form.inputs["next_visit_on"].told
    assert focus() is dialog.form.inputs["next_visit_on"].input
    type_text("20261123")
    press(Qt.Key.Key_Return, CTRL)
    assert dialog.form.visit.card_no != card_no, dialog.trouble


def the_others_without_records(page: TodayPage) -> None:
    """The other reps only lay their cards down: F8, one after the other."""
    page.bar.box.setFocus()
    for _ in REPS[1:]:
        press(Qt.Key.Key_Down)
        for _ in range(CARDS_EACH):
            press(Qt.Key.Key_F8)


def closing(
    window: MainWindow, page: TodayPage, desk: Desk, clock: StillClock, qtbot: QtBot
) -> None:
    """Every card is home: the cabinet closes at once, and offers the report of the day."""
    register = loan_register(desk, clock.time.date(), clock.time)
    everyone = len(REPS) * CARDS_EACH
    assert (register.issued, register.returned, register.still_out) == (everyone, everyone, 0)
    press(Qt.Key.Key_O, CTRL | SHIFT)
    assert not window.findChildren(MissingCards)
    assert not day_state(desk, clock.time).is_open
    (sheet,) = window.findChildren(ClosingSheet)
    assert "&Print the report …" in [b.text() for b in sheet.findChildren(QPushButton)]
    qtbot.waitUntil(sheet.isActiveWindow)
    press(Qt.Key.Key_Escape)
    assert [rep.out for rep in day_board(desk, clock.time).reps] == [0] * len(REPS)
    assert page.away.cards == []
