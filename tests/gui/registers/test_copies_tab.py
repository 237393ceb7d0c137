"""The register of copies in the window: what is out, and how it is settled."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.cabinet.questions import RemarkDialog, SureQuestion
from gui.registers.copies_tab import INKED, NAME
from gui.registers.register_page import RegisterPage
from gui.translators import Translators
from gui.widgets.day_table import InkDelegate
from model.loans.copies import CopyState
from model.loans.copy_issuing import copies_made, issue_copies
from model.loans.copy_terms import Terms
from model.office.prints import PrintStamp
from tests.conftest import NOW, TODAY, Sit
from tests.gui.conftest import StillClock
from tests.gui.registers.conftest import OpenPage, settle
from tests.gui.rounds.conftest import ALT, press
from tests.gui.test_accessible_names import nameless

Key = Qt.Key
STAMP = PrintStamp("P000009", "王秀兰", NOW, "华东办事处")


@pytest.fixture
def out(sit: Sit, clock: StillClock, a_day: tuple[str, str, str]) -> list[str]:
    """Three copies: one due today, one to be destroyed, one of which nobody knows."""
    manager = sit("张总")
    numbers = []
    for terms, whole in (
        (Terms("四川恒运集团采购部", "年度合同", TODAY), True),
        (Terms("审计所", "审计", destroy_after_reading=True), True),
        (Terms("总部", "年检", destroy_after_reading=True), False),
    ):
        papers = issue_copies(manager, a_day[:1], terms, NOW)
        if whole:
            copies_made(manager, papers, STAMP, NOW)
        numbers += [paper.copy.copy_no for paper in papers if paper.copy]
    clock.time = NOW + timedelta(days=3)
    return numbers


def shown(page: RegisterPage, qtbot: QtBot) -> RegisterPage:
    press(qtbot, Key.Key_4, ALT)
    settle(qtbot, page)
    return page


def cells(page: RegisterPage, row: int) -> list[str]:
    table = page.copies.table.table
    return [str(table.index(row, column).data()) for column in range(table.columnCount())]


def test_what_is_out_stands_in_the_register(
    open_page: OpenPage, qtbot: QtBot, out: list[str], a_day: tuple[str, str, str]
) -> None:
    page = shown(open_page("王秀兰"), qtbot)
    assert page.tab == "copies"
    assert [row.copy_no for row in page.copies.rows] == out[::-1]
    overdue = cells(page, 2)
    assert overdue[:2] == [out[0], a_day[0]]
    assert overdue[3:6] == ["四川恒运集团采购部", "年度合同", "Confidential"]
    assert overdue[8:10] == ["2026-11-20", "! overdue"]
    assert cells(page, 1)[8:10] == ["to be destroyed", "with receiver"]
    assert cells(page, 0)[9] == "? not finished"
    assert page.copies.totals == "Out 3 · overdue 1"
    for column in INKED:
        assert isinstance(page.copies.table.itemDelegateForColumn(column), InkDelegate)
    ink = page.copies.table.table.index(2, 9).data(Qt.ItemDataRole.ForegroundRole)
    assert ink != page.copies.table.table.index(1, 9).data(Qt.ItemDataRole.ForegroundRole)
    assert not page.actions_["print"].isEnabled()
    assert nameless(page) == []


def test_a_copy_that_came_back_is_settled_by_keyboard(
    open_page: OpenPage, qtbot: QtBot, out: list[str]
) -> None:
    page = shown(open_page("王秀兰"), qtbot)
    page.copies.table.choose(out[0])
    page.copies.table.setFocus()
    press(qtbot, Key.Key_F6)
    (question,) = page.findChildren(SureQuestion)
    assert "四川恒运集团采购部" in question.text()
    with qtbot.waitSignal(page.status_changed):
        question.make.click()
    settle(qtbot, page)
    assert page.told == f"{out[0]} is settled."
    assert out[0] not in [row.copy_no for row in page.copies.rows]
    page.copies.all.click()
    row = next(row for row in page.copies.rows if row.copy_no == out[0])
    assert row.state is CopyState.RETURNED
    page.copies.table.choose(out[0])
    assert not page.actions_["copy_returned"].isEnabled()


def test_a_lost_copy_asks_what_happened(open_page: OpenPage, qtbot: QtBot, out: list[str]) -> None:
    page = shown(open_page("王秀兰"), qtbot)
    page.copies.table.choose(out[1])
    page.copies.table.setFocus()
    assert not page.actions_["copy_not_made"].isEnabled()
    press(qtbot, Key.Key_F9)
    (dialog,) = page.findChildren(RemarkDialog)
    dialog.text.setPlainText("对方搬家时丢失")
    dialog.give.click()
    settle(qtbot, page)
    page.copies.all.click()
    states = {row.copy_no: row.state for row in page.copies.rows}
    assert states[out[1]] is CopyState.LOST


def test_an_unfinished_copy_may_never_have_left(
    open_page: OpenPage, qtbot: QtBot, out: list[str]
) -> None:
    page = shown(open_page("王秀兰"), qtbot)
    page.copies.table.choose(out[2])
    assert page.actions_["copy_not_made"].isEnabled()


def test_without_copies_it_says_how_to_issue_one(open_page: OpenPage, qtbot: QtBot) -> None:
    page = shown(open_page("王秀兰"), qtbot)
    assert page.copies._list.is_empty
    assert page.copies.totals == "Out 0 · overdue 0"


def test_a_rep_has_no_such_tab(open_page: OpenPage, qtbot: QtBot, out: list[str]) -> None:
    page = open_page("李明")
    assert not page._tabs.isTabVisible(3)
    press(qtbot, Key.Key_4, ALT)
    assert page.tab == "loans"


def test_it_speaks_chinese(
    open_page: OpenPage, qtbot: QtBot, out: list[str], translators: Translators
) -> None:
    translators.switch("zh")
    page = shown(open_page("王秀兰"), qtbot)
    assert cells(page, 2)[8:10] == ["2026-11-20", "！逾期未还"]
    assert page._tabs.tabText(3) == "副本登记"


def test_a_reminder_leads_to_its_line(open_page: OpenPage, qtbot: QtBot, out: list[str]) -> None:
    page = open_page("王秀兰")
    page.go_to("copies", TODAY, out[0])
    settle(qtbot, page)
    assert page.tab == "copies"
    assert page.copies.row is not None
    assert page.copies.row.copy_no == out[0]


def test_nothing_of_it_stays_after_a_lock(
    open_page: OpenPage, qtbot: QtBot, out: list[str]
) -> None:
    page = shown(open_page("王秀兰"), qtbot)
    page.forget()
    assert list(page.copies.rows) == []
    assert page.copies.table.table.index(0, NAME).data() is None
