"""The page 审批: what waits is seen, granted, refused, taken back, by keyboard too."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.approvals.approvals_page import ApprovalsPage
from gui.approvals.decision_dialog import DecisionDialog
from gui.cabinet.questions import RemarkDialog
from gui.translators import Translators
from gui.widgets.page_actions import without_key
from model.cards.asking import ask_approval, decide_approval, read_approval, withdraw_approval
from model.errors import WrongStateError
from model.office.rights import Right
from model.office.tables import Approval
from tests.conftest import NOW, Sit
from tests.gui.approvals.conftest import Ask, OpenPage, settle
from tests.gui.conftest import StillClock
from tests.gui.rounds.conftest import ALT, CTRL, press
from tests.gui.test_accessible_names import nameless

Key = Qt.Key


def cells(page: ApprovalsPage, row: int = 0) -> list[str]:
    shown = page.table.table
    return [str(shown.index(row, column).data()) for column in range(shown.columnCount())]


def dialog_of(page: ApprovalsPage) -> DecisionDialog:
    (dialog,) = page.findChildren(DecisionDialog)
    return dialog


def test_without_approvals_it_says_what_they_are(open_page: OpenPage) -> None:
    page = open_page("赵刚")
    assert page._list.is_empty
    assert not page.actions_["grant"].isEnabled()


def test_what_waits_stands_with_who_what_and_how_long(
    open_page: OpenPage, ask: Ask, clock: StillClock
) -> None:
    number = ask()
    clock.time = NOW + timedelta(days=4)
    page = open_page("赵刚")
    assert cells(page) == [
        number, "issue a copy of a confidential card", "Q00001", "红旗机械有限公司", "孙丽",
        "11-20 08:30", "2", "Supervisor", "not decided yet",
    ]  # fmt: skip
    ink = page.table.table.index(0, 6).data(Qt.ItemDataRole.ForegroundRole)
    assert ink.name().upper() == theme.colours().out.upper()
    assert nameless(page) == []


def test_a_rep_sees_his_own_and_cannot_decide(
    open_page: OpenPage, ask: Ask, cards: tuple[str, str]
) -> None:
    ask("李明", cards[1], right=Right.READ_OTHERS_CARD)
    ask()
    page = open_page("李明")
    assert [view.asked_by for view in page.rows] == ["李明"]
    assert cells(page)[3] == "东方***"
    assert not page.actions_["grant"].isVisible()
    assert page.actions_["withdraw"].isEnabled()


def test_ctrl_enter_grants_the_chosen_one(
    open_page: OpenPage, ask: Ask, qtbot: QtBot, sit: Sit
) -> None:
    number = ask()
    page = open_page("赵刚")
    with qtbot.waitSignal(page.status_changed):
        press(qtbot, Key.Key_Return, CTRL)
    settle(qtbot, page)
    assert page.told == f"{number} of 孙丽 is granted, until 2026-11-23."
    assert cells(page)[8] == "granted"
    assert read_approval(sit("孙丽"), number, NOW).decided_by == "赵刚"


def test_a_refusal_asks_why(open_page: OpenPage, ask: Ask, qtbot: QtBot) -> None:
    number = ask()
    page = open_page("赵刚")
    press(qtbot, Key.Key_R, CTRL)
    (dialog,) = page.findChildren(RemarkDialog)
    dialog.text.setPlainText("不对外")
    dialog.give.click()
    settle(qtbot, page)
    assert page.told == f"{number} of 孙丽 is refused."
    assert Approval.get().remark == "不对外"


def test_enter_opens_everything_there_is_to_know(
    open_page: OpenPage, ask: Ask, qtbot: QtBot
) -> None:
    number = ask()
    page = open_page("赵刚")
    press(qtbot, Key.Key_Return)
    dialog = dialog_of(page)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.facts.texts == [
        "issue a copy of a confidential card", "孙丽 · 2026-11-20 08:30",
        "Q00001 · 红旗机械有限公司 · 李明 · in cabinet", "总部<审计>", "年检", "Supervisor",
        "not decided yet · 0 working days",
    ]  # fmt: skip
    assert nameless(dialog) == []
    assert dialog.remark.hasFocus()
    press(qtbot, Key.Key_R, CTRL)
    assert dialog.trouble == "Say why it is refused."
    dialog.remark.setPlainText("可以<一次>")
    press(qtbot, Key.Key_Return, CTRL)
    settle(qtbot, page)
    assert Approval.get().state == "granted"
    assert Approval.get().remark == "可以<一次>"
    assert number in page.told


def test_in_the_dialog_it_is_refused_with_the_remark(
    open_page: OpenPage, ask: Ask, qtbot: QtBot
) -> None:
    ask()
    page = open_page("张总")
    page.actions_["open"].trigger()
    dialog = dialog_of(page)
    dialog.remark.setPlainText("不对外")
    dialog.refuse_it.click()
    settle(qtbot, page)
    assert Approval.get().state == "refused"


def test_who_asked_takes_it_back(open_page: OpenPage, ask: Ask, qtbot: QtBot) -> None:
    number = ask()
    page = open_page("孙丽")
    page.actions_["open"].trigger()
    dialog = dialog_of(page)
    assert dialog.grant.isHidden()
    dialog.withdraw.click()
    settle(qtbot, page)
    assert page.told == f"{number} is withdrawn."
    assert len(page.rows) == 0


def test_what_was_settled_meanwhile_is_told_and_read_again(
    open_page: OpenPage, ask: Ask, qtbot: QtBot, sit: Sit, shown_errors: list[BaseException]
) -> None:
    number = ask()
    page = open_page("赵刚")
    page.actions_["open"].trigger()
    dialog = dialog_of(page)
    withdraw_approval(sit("孙丽"), number, NOW)
    dialog.grant.click()
    assert "withdrawn" in dialog.trouble
    dialog.reject()
    page.actions_["grant"].trigger()
    settle(qtbot, page)
    assert [type(error) for error in shown_errors] == [WrongStateError]
    assert len(page.rows) == 0


def test_settled_ones_are_shown_on_request(
    open_page: OpenPage, ask: Ask, qtbot: QtBot, sit: Sit
) -> None:
    number = ask()
    withdraw_approval(sit("孙丽"), number, NOW)
    page = open_page("孙丽")
    assert len(page.rows) == 0
    press(qtbot, Key.Key_T, ALT)
    qtbot.waitUntil(page.settled.isChecked)
    settle(qtbot, page)
    assert [view.approval_no for view in page.rows] == [number]


def test_many_cards_and_long_names_stay_in_their_cells(
    open_page: OpenPage, sit: Sit, ask: Ask, cards: tuple[str, str]
) -> None:
    number = ask("孙丽", *cards)
    page = open_page("张总")
    assert cells(page)[2] == "Q00001, Q00002"
    assert cells(page)[3] == "红旗机械有限公司, 东方仪表有限公司"
    decide_approval(sit("张总"), number, True, "", NOW)
    assert page.table.horizontalHeader().length() <= page.table.viewport().width()


def test_what_it_shows_is_forgotten(open_page: OpenPage, ask: Ask) -> None:
    ask()
    page = open_page("赵刚")
    page.forget()
    assert len(page.rows) == 0
    assert page.told == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_language_changes_while_it_is_open(
    open_page: OpenPage, ask: Ask, translators: Translators, language: str
) -> None:
    ask()
    page = open_page("赵刚")
    translators.switch(language)
    QApplication.processEvents()
    assert cells(page)[8] == {"zh": "待批", "en": "not decided yet"}[language]


def granted(sit: Sit, number: str, decider: str = "赵刚") -> str:
    decide_approval(sit(decider), number, True, "", NOW)
    return number


def test_enter_on_what_was_granted_leads_to_its_card(
    open_page: OpenPage, ask: Ask, cards: tuple[str, str], sit: Sit, qtbot: QtBot
) -> None:
    granted(sit, ask())
    page = open_page("孙丽")
    assert page.actions_["use"].isVisible()
    with qtbot.waitSignal(page.elsewhere_wanted) as went:
        press(qtbot, Key.Key_Return)
    assert went.args == ["cabinet", (cards[0],)]
    assert not page.findChildren(DecisionDialog)
    press(qtbot, Key.Key_F3)
    assert dialog_of(page).isVisible()


def test_a_query_slip_that_was_granted_asks_what_it_is_read_for(
    open_page: OpenPage, ask: Ask, cards: tuple[str, str], sit: Sit, qtbot: QtBot
) -> None:
    granted(sit, ask("李明", cards[1], right=Right.READ_OTHERS_CARD), "张总")
    page = open_page("李明")
    assert without_key(page.actions_["use"].text()) == "Read …"
    press(qtbot, Key.Key_Return)
    with qtbot.waitSignal(page.elsewhere_wanted) as went:
        press(qtbot, Key.Key_2)
    assert went.args == ["cabinet", (cards[1], "phone_call")]


def test_an_export_that_was_granted_is_told_where_to_repeat(
    open_page: OpenPage, ask: Ask, sit: Sit, qtbot: QtBot
) -> None:
    facts = {"receiver": "总部", "digest": "0"}
    asked = ask_approval(sit("孙丽"), Right.EXPORT, (), "年检", NOW, facts=facts)
    number = granted(sit, asked.approval_no, "张总")
    page = open_page("孙丽")
    press(qtbot, Key.Key_Return)
    assert page.told == f"{number}: in the cabinet, export the same cards again."


@pytest.mark.parametrize(("person", "is_granted"), [("赵刚", True), ("孙丽", False)])
def test_only_ones_own_that_was_granted_is_used(
    open_page: OpenPage, ask: Ask, sit: Sit, qtbot: QtBot, person: str, is_granted: bool
) -> None:
    number = ask()
    if is_granted:
        granted(sit, number)
    page = open_page(person)
    assert not page.actions_["use"].isVisible()
    press(qtbot, Key.Key_Return)
    assert dialog_of(page).isVisible()
