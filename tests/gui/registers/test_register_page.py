"""The books of a day: every loan, every record, the report; corrections stay in sight."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.cabinet.questions import RemarkDialog
from gui.papers.preview_dialog import PreviewDialog
from gui.papers.print_dialog import PrintDialog
from gui.registers.register_columns import LOAN_INKED
from gui.registers.register_page import RegisterPage
from gui.translators import Translators
from gui.widgets.day_table import InkDelegate
from model.cards.tables import CustodyState, CustomerCard
from model.errors import WrongStateError
from tests.gui.conftest import StillClock
from tests.gui.registers.conftest import EVENING, OpenPage, settle
from tests.gui.rounds.conftest import ALT, CTRL, press
from tests.gui.test_accessible_names import nameless

Key = Qt.Key
Day = tuple[str, str, str]


def cells(page: RegisterPage, row: int) -> list[str]:
    shown = page.loans.table.table
    return [str(shown.index(row, column).data()) for column in range(shown.columnCount())]


def test_a_day_without_loans_says_what_to_do(open_page: OpenPage) -> None:
    page = open_page("王秀兰")
    assert page.loans._list.is_empty
    assert page.loans.totals == "Out 0 · back 0 · not back 0"


def test_the_keyboard_is_in_the_page(open_page: OpenPage) -> None:
    page = open_page("王秀兰")
    assert page._tabs.tabBar().hasFocus()


def test_every_loan_stands_in_the_register(open_page: OpenPage, a_day: Day) -> None:
    page = open_page("王秀兰")
    assert [line.card_no for line in page.loans.rows] == list(a_day)
    first, second, third = (cells(page, row) for row in range(3))
    assert first[0] == "1"
    assert first[1:3] == ["11-20", a_day[0]]
    assert first[5:11] == ["李明", "RB20261120-01", "08:40", "18:00", "17:30", "Intact"]
    assert first[11] == "王秀兰"
    assert second[10] == "Intact, no record"
    assert third[9] == "—"
    assert page.loans.totals == "Out 3 · back 2 · not back 1"
    assert "-" in page.loans._anchor.text()


def test_a_rep_sees_his_own_loans_only(open_page: OpenPage, a_day: Day) -> None:
    assert len(open_page("李明").loans.rows) == 3
    assert len(open_page("王芳").loans.rows) == 0
    assert len(open_page("赵刚").loans.rows) == 3
    assert len(open_page("钱进").loans.rows) == 0


def test_a_wrong_return_is_corrected_with_its_reason(
    open_page: OpenPage, qtbot: QtBot, a_day: Day
) -> None:
    page = open_page("王秀兰")
    page.loans.table.choose("2")
    page.loans.table.setFocus()
    press(qtbot, Key.Key_F8)
    (dialog,) = page.findChildren(RemarkDialog)
    dialog.text.setPlainText("点错了卡")
    dialog.give.click()
    settle(qtbot, page)
    assert page.told == "Line 2 is corrected."
    assert [line.corrected for line in page.loans.rows] == [False, True, False, False]
    wrong = next(n for n, line in enumerate(page.loans.rows) if line.corrected)
    font = page.loans.table.table.index(wrong, 3).data(Qt.ItemDataRole.FontRole)
    assert font.strikeOut()
    assert "corrected" in cells(page, wrong)[13]
    card = CustomerCard.get(CustomerCard.card_no == a_day[1])
    assert card.custody_state == CustodyState.OUT
    assert page.loans.totals == "Out 3 · back 1 · not back 2"


def test_a_correction_too_late_is_refused_and_nothing_changes(
    open_page: OpenPage,
    qtbot: QtBot,
    a_day: Day,
    clock: StillClock,
    shown_errors: list[BaseException],
) -> None:
    clock.time = EVENING
    page = open_page("王秀兰")
    page.loans.table.choose("2")
    page.actions_["correct"].trigger()
    (dialog,) = page.findChildren(RemarkDialog)
    dialog.text.setPlainText("点错了卡")
    clock.time = EVENING.replace(day=21)  # it was midnight meanwhile
    dialog.give.click()
    assert [type(error) for error in shown_errors] == [WrongStateError]
    assert not any(line.corrected for line in page.loans.rows)


def test_nobody_is_asked_why_a_line_of_an_earlier_day_is_wrong(
    open_page: OpenPage, qtbot: QtBot, a_day: Day, clock: StillClock
) -> None:
    clock.time = EVENING.replace(day=21)
    page = open_page("王秀兰")
    page.days.choose(date(2026, 11, 20))
    settle(qtbot, page)
    page.loans.table.choose("2")
    assert not page.actions_["correct"].isEnabled()


@pytest.mark.parametrize("name", ["李明", "赵刚"])
def test_who_may_not_correct_has_no_button_for_it(
    open_page: OpenPage, a_day: Day, name: str
) -> None:
    page = open_page(name)
    assert not page.actions_["correct"].isVisible()
    assert not page.actions_["correct"].isEnabled()


def test_visit_records_are_read_when_they_are_looked_at(
    open_page: OpenPage, qtbot: QtBot, a_day: Day
) -> None:
    page = open_page("王秀兰")
    assert page.visits.rows == []
    page.loans.table.setFocus()
    press(qtbot, Key.Key_2, ALT)
    settle(qtbot, page)
    (visit,) = page.visits.rows
    assert visit.card_no == a_day[0]
    shown = page.visits.table.table
    assert shown.index(0, 4).data() == "Reached"
    assert shown.index(0, 5).data() == "11-27"
    assert "谈妥年度合同<甲>" in page.visits.detail  # what was typed is text, never markup
    assert "By us: 送样品, for 2026-11-23" in page.visits.detail


def test_before_opening_the_tab_says_why_no_record_is_shown(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.show_tab("visits")
    settle(qtbot, page)
    assert "cabinet is not open" in page.visits.told


def test_the_report_counts_the_day(open_page: OpenPage, qtbot: QtBot, a_day: Day) -> None:
    page = open_page("王秀兰")
    page.show_tab("report")
    assert "opened by 王秀兰 08:30" in page.report.facts
    assert "not closed yet" in page.report.facts
    assert "Out 1" in page.report.facts
    counts = {one.rep: one for one in page.report.reps}["李明"]
    assert (counts.planned, counts.issued, counts.returned, counts.still_out) == (3, 3, 2, 1)
    assert {line.card_no for line in page.report.missing} == set(a_day[1:])


@pytest.mark.parametrize(
    ("tab", "title"),
    [
        ("loans", "Loan register 2026-11-20"),
        ("visits", "Visit records 2026-11-20"),
        ("report", "Report of cards 2026-11-20"),
    ],
)
def test_what_is_in_view_is_previewed(
    open_page: OpenPage, qtbot: QtBot, a_day: Day, tab: str, title: str
) -> None:
    page = open_page("王秀兰")
    page.show_tab(tab)
    settle(qtbot, page)
    page.actions_["preview"].trigger()
    settle(qtbot, page)
    (dialog,) = page.findChildren(PreviewDialog)
    assert (dialog.view.title, dialog.view.page_count) == (title, 1)
    dialog.close()


@pytest.mark.parametrize(
    ("name", "pages"), [("blank_register", 2), ("blank_records", 23), ("badges", 1)]
)
def test_empty_sheets_and_badges_are_previewed(
    open_page: OpenPage, qtbot: QtBot, name: str, pages: int
) -> None:
    page = open_page("王秀兰")
    page.actions_[name].trigger()
    settle(qtbot, page)
    (dialog,) = page.findChildren(PreviewDialog)
    assert dialog.view.page_count == pages, dialog.view.text
    dialog.close()


def test_a_rep_prints_nothing(open_page: OpenPage, a_day: Day) -> None:
    page = open_page("李明")
    for name in ("preview", "save", "print", "blank_register", "badges"):
        assert not page.actions_[name].isEnabled()
    assert page._blank.isHidden()


def test_another_day_by_key(open_page: OpenPage, qtbot: QtBot, a_day: Day) -> None:
    page = open_page("王秀兰")
    page.loans.table.setFocus()
    press(qtbot, Key.Key_Right, ALT)
    settle(qtbot, page)
    assert page.days.day == date(2026, 11, 21)


def test_locking_leaves_no_customer(open_page: OpenPage, qtbot: QtBot, a_day: Day) -> None:
    page = open_page("王秀兰")
    page.show_tab("visits")
    settle(qtbot, page)
    page.forget()
    assert len(page.loans.rows) == len(page.visits.rows) == len(page.report.missing) == 0
    assert page.visits.detail == ""


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["李明", "王秀兰"])
def test_every_input_has_its_name(
    open_page: OpenPage,
    qtbot: QtBot,
    a_day: Day,
    translators: Translators,
    language: str,
    name: str,
) -> None:
    translators.switch(language)
    page = open_page(name)
    for tab in ("visits", "report", "loans"):
        page.show_tab(tab)
        settle(qtbot, page)
        assert nameless(page) == []


def test_the_words_follow_the_language(
    open_page: OpenPage, qtbot: QtBot, a_day: Day, translators: Translators
) -> None:
    page = open_page("王秀兰")
    translators.switch("zh")
    qtbot.waitUntil(lambda: page._tabs.tabText(0) == "借还登记簿")
    assert page.loans.totals == "借出 3 · 还回 2 · 未还 1"
    assert cells(page, 1)[10] == "完好，缺记录"


def test_printing_asks_for_the_printer(open_page: OpenPage, qtbot: QtBot, a_day: Day) -> None:
    page = open_page("王秀兰")
    page.loans.table.setFocus()
    press(qtbot, Key.Key_P, CTRL)
    (dialog,) = page.findChildren(PrintDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_what_is_late_is_red_on_the_chosen_line_too(open_page: OpenPage, a_day: Day) -> None:
    page = open_page("王秀兰")
    for column in LOAN_INKED:
        assert isinstance(page.loans.table.itemDelegateForColumn(column), InkDelegate)
        assert isinstance(page.report.open.itemDelegateForColumn(column), InkDelegate)
