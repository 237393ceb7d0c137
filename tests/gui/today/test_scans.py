"""What a scan does, and what it does not."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from gui.today.scan_box import is_code
from gui.today.scans import Mode, usual_mode
from gui.today.today_page import TodayPage
from model.loans.blocks import Block
from model.loans.board import Board, RepDay, rep_day
from model.loans.corrections import correct_loan
from model.loans.registers import loan_register
from tests.conftest import NOW, TODAY
from tests.gui.conftest import StillClock
from tests.gui.today.conftest import CARDS_EACH, KEEPER, OpenPage, focus, plans_of

pytestmark = pytest.mark.usefixtures("opened_here")
FIRST = "李明"


def scan(page: TodayPage, code: str) -> None:
    QTest.keyClicks(page.bar.box, code)
    QTest.keyClick(page.bar.box, Qt.Key.Key_Return)


def told(page: TodayPage) -> str:
    """What the list says last."""
    return page.happenings.kept[0].text


@pytest.fixture
def page(open_page: OpenPage) -> TodayPage:
    return open_page(KEEPER)


@pytest.mark.parametrize(
    ("text", "code"),
    [("P12", True), ("q00037", True), ("G00004-2", True), ("Ｑ０００３７", True), ("037", False),
     ("RB20261120-03", True), ("恒运", False), ("P", False)],
)  # fmt: skip
def test_a_code_is_known_from_letters(text: str, code: bool) -> None:
    assert is_code(text) is code


def day_of(**changes: int) -> RepDay:
    facts = {"to_go": 0, "out": 0, "home": 0} | changes
    return RepDay(
        "李明", 3, "一队", "RB1", "approved", 6, facts["to_go"], facts["out"], facts["home"], 0, 0,
        Block(), "09:00",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "hour", "mode"),
    [
        ({"to_go": 6}, 17, Mode.OUT),
        ({"out": 6}, 8, Mode.HOME),
        ({"to_go": 2, "out": 4}, 8, Mode.OUT),
        ({"to_go": 2, "out": 4}, 17, Mode.HOME),
        ({"home": 6}, 17, Mode.OUT),
    ],
)
def test_the_mode_follows_what_is_out(changes: dict[str, int], hour: int, mode: Mode) -> None:
    board = Board(TODAY, True, (day_of(**changes),))
    assert usual_mode(board, datetime(2026, 11, 20, hour)) is mode


def test_a_card_scanned_twice_goes_out_once(page: TodayPage) -> None:
    card_no = plans_of(page._desk, NOW)[FIRST][0]
    scan(page, card_no)
    scan(page, card_no)
    assert "scanned twice" in told(page)
    assert loan_register(page._desk, TODAY, NOW).issued == 1
    assert page.bar.box.text() == ""


def test_the_last_scan_is_corrected_and_stays_in_sight(page: TodayPage) -> None:
    first, second = plans_of(page._desk, NOW)[FIRST][:2]
    scan(page, first)
    scan(page, second)
    QTest.keyClick(page.bar.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [card.card_no for card in rep_day(page._desk, FIRST, NOW).away] == [first]
    assert [one.corrected for one in page.happenings.kept] == [False, True, False]
    lines = {line.card_no: line for line in loan_register(page._desk, TODAY, NOW).lines}
    assert lines[second].corrected  # kept, and counts nowhere
    QTest.keyClick(page.bar.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert rep_day(page._desk, FIRST, NOW).away == ()
    QTest.keyClick(page.bar.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told(page) == "There is nothing to correct"


def test_a_return_scanned_by_mistake_puts_the_card_out_again(page: TodayPage) -> None:
    card_no = plans_of(page._desk, NOW)[FIRST][0]
    scan(page, card_no)
    QTest.keyClick(page.bar.box, Qt.Key.Key_F7)
    page.scans._last = ("", 0.0)
    scan(page, card_no)
    assert rep_day(page._desk, FIRST, NOW).away == ()
    QTest.keyClick(page.bar.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [card.card_no for card in rep_day(page._desk, FIRST, NOW).away] == [card_no]


def ask(page: TodayPage) -> QMessageBox:
    """Ctrl+Z, and the question that it opens."""
    QTest.keyClick(page.bar.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    (box,) = page.findChildren(QMessageBox)
    return box


def press_button(box: QMessageBox, text: str) -> None:
    next(button for button in box.buttons() if button.text() == text).click()


def test_a_whole_set_is_corrected_only_when_asked(page: TodayPage) -> None:
    page.work.hand_out()
    box = ask(page)
    assert box.text() == f"Correct all {CARDS_EACH} cards?"
    assert f"{CARDS_EACH} cards → {FIRST}" in box.informativeText()
    QTest.keyClick(box, Qt.Key.Key_Return)  # a scan ends with it too
    assert len(rep_day(page._desk, FIRST, NOW).away) == CARDS_EACH
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    press_button(ask(page), "&Correct all")
    assert rep_day(page._desk, FIRST, NOW).away == ()
    assert told(page) == f"{CARDS_EACH} cards corrected: in the cabinet"
    assert [one.corrected for one in page.happenings.kept] == [False, True]


def test_a_card_that_came_home_is_no_part_of_its_set_any_more(page: TodayPage) -> None:
    page.work.hand_out()
    first = plans_of(page._desk, NOW)[FIRST][0]
    QTest.keyClick(page.bar.box, Qt.Key.Key_F7)
    scan(page, first)
    page.happenings.list.setCurrentRow(1)
    page.happenings.list.setFocus()
    QTest.keyClick(page.happenings.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    (box,) = page.findChildren(QMessageBox)
    press_button(box, "&Correct all")
    assert rep_day(page._desk, FIRST, NOW).away == ()  # also the one that was home already


def test_a_card_home_without_record_is_marked_as_done_with_something_left(
    page: TodayPage,
) -> None:
    page.work.hand_out()
    QTest.keyClick(page.bar.box, Qt.Key.Key_F7)
    scan(page, plans_of(page._desk, NOW)[FIRST][0])
    assert page.bar.told.startswith("! ")
    scan(page, "Q99999")
    assert page.bar.told.startswith("✕ ")


@pytest.mark.parametrize("code", ["Q99999", "P999", "RB20261120-77"])
def test_what_nobody_knows_is_told_and_nothing_happens(page: TodayPage, code: str) -> None:
    scan(page, code)
    assert code in told(page)
    assert not page.happenings.kept[0].good
    assert loan_register(page._desk, TODAY, NOW).issued == 0


def test_a_refused_scan_opens_no_box_that_would_swallow_the_next(page: TodayPage) -> None:
    mine, others = plans_of(page._desk, NOW)[FIRST][:2]
    scan(page, mine)
    page.scans._last = ("", 0.0)
    scan(page, mine)  # it is out already
    assert mine in told(page)
    assert FIRST in told(page)
    assert not page.findChildren(QMessageBox)
    scan(page, others)
    assert len(rep_day(page._desk, FIRST, NOW).away) == 2


def test_a_card_that_is_not_out_is_not_taken_home(page: TodayPage) -> None:
    card_no = plans_of(page._desk, NOW)[FIRST][0]
    QTest.keyClick(page.bar.box, Qt.Key.Key_F7)
    scan(page, card_no)
    assert "is not out" in told(page)


def test_a_plan_chooses_its_rep(page: TodayPage) -> None:
    plan = rep_day(page._desk, "周涛", NOW).plan
    assert plan is not None
    scan(page, plan.plan_no)
    assert page.left.reps.rep == "周涛"
    assert loan_register(page._desk, TODAY, NOW).issued == 0


def test_a_scan_finds_the_box_from_any_list(page: TodayPage) -> None:
    card_no = plans_of(page._desk, NOW)[FIRST][3]
    for place in (page.visits.table, page.left.reps.list, page.visits.hand_out, page.bar.preview):
        place.setFocus()
        assert place.hasFocus()
        QTest.keyClicks(focus(), card_no[0])
        QTest.keyClicks(focus(), card_no[1:])
        assert page.bar.box.text() == card_no, place
        page.bar.box.clear()


def test_a_rep_has_no_counter(open_page: OpenPage) -> None:
    page = open_page(FIRST)
    assert page.bar.mode is None
    card_no = plans_of(page._desk, NOW)[FIRST][0]
    scan(page, card_no)
    assert page.visits.table.chosen_key == card_no  # it is looked at, and stays where it is
    assert loan_register(page._desk, TODAY, NOW).issued == 0


def test_letters_find_a_card_and_only_choose_it(page: TodayPage) -> None:
    QTest.keyClicks(page.bar.box, "Q0004")
    assert page.finder.is_open
    assert len(page.finder.list.found) == 8
    page.bar.box.clear()
    assert not page.finder.is_open
    QTest.keyClicks(page.bar.box, "0045")
    QTest.keyClick(page.bar.box, Qt.Key.Key_Return)
    assert page.visits.table.chosen_key == "Q00045"
    assert page.bar.box.text() == ""
    assert loan_register(page._desk, TODAY, NOW).issued == 0


def test_nobody_types_more_into_the_box_than_codes_and_names(page: TodayPage) -> None:
    assert isinstance(page.bar.box, QLineEdit)
    QTest.keyClicks(page.bar.box, "x" * 100)
    assert len(page.bar.box.text()) <= 60


def test_the_same_day_corrected_elsewhere_is_told(page: TodayPage, clock: StillClock) -> None:
    card_no = plans_of(page._desk, NOW)[FIRST][0]
    scan(page, card_no)
    (loan_no,) = page.happenings.kept[0].loan_nos
    correct_loan(page._desk, loan_no, "误扫", clock.time)
    page.refresh()
    assert page.detail is not None
    assert len(page.visits.waiting) == CARDS_EACH
