"""E13 on the page 今日: the card at the cursor is corrected with a reason, by key or by menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.cabinet.questions import RemarkDialog
from gui.today.today_page import TodayPage
from gui.translators import words
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.loans.checkouts import check_out
from model.loans.reminder_words import reminder_text
from model.loans.reminders import reminders
from model.loans.returns import Return, take_back
from tests.conftest import NOW
from tests.gui.today.conftest import KEEPER, OpenPage, SitHere

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FIRST = "Q00001"


@pytest.fixture
def out(opened_here: None, sit_here: SitHere) -> None:
    """李明 has his cards; the second one is home again."""
    clerk = sit_here(KEEPER)
    check_out(clerk, "李明", NOW)
    take_back(clerk, "李明", [Return("Q00002", "no_record")], NOW)


def ask(page: TodayPage, card_no: str, *, away: bool) -> None:
    """Press the key at a card, in the list of cards out or of the visits."""
    page.choose_rep("李明")
    panel = page.away if away else page.visits
    panel.table.setFocus()
    assert panel.table.choose(card_no)
    QTest.keyClick(panel.table, Qt.Key.Key_Z, BOTH)


def answer(page: TodayPage, reason: str) -> str:
    """Give the reason; the question that was asked."""
    (dialog,) = page.findChildren(RemarkDialog)
    asked = str(dialog.text.accessibleName())
    assert dialog.windowTitle() == "Correct"
    dialog.text.setPlainText(reason)
    dialog.give.click()
    return asked


def state(card_no: str) -> str:
    return str(CustomerCard.get(CustomerCard.card_no == card_no).custody_state)


def newest(page: TodayPage) -> str:
    return page.happenings.kept[0].text


@pytest.mark.usefixtures("out")
def test_a_wrong_card_handed_out_is_home_again(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    ask(page, FIRST, away=True)
    asked = answer(page, "拿错了卡")
    assert FIRST in asked
    assert "handed out to 李明 at 08:30" in asked
    assert state(FIRST) == CustodyState.IN_CABINET
    assert newest(page) == f"{FIRST} corrected: it is in the cabinet. Handing it out again: F9"
    loan = Loan.get(Loan.correction_reason == "拿错了卡")
    assert loan.card.card_no == FIRST


@pytest.mark.usefixtures("out")
def test_a_wrong_return_tick_is_out_again(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    ask(page, "Q00002", away=False)
    asked = answer(page, "点错了行")
    assert "ticked home from 李明" in asked
    assert state("Q00002") == CustodyState.OUT
    assert newest(page) == "Q00002 corrected: it is out again. Taking it home again: F8"
    assert "Q00002" in [card.card_no for card in page.away.cards]


@pytest.mark.usefixtures("out")
def test_the_supervisor_is_told_today_and_others_are_not(
    open_page: OpenPage, sit_here: SitHere
) -> None:
    page = open_page(KEEPER)
    ask(page, FIRST, away=True)
    answer(page, "拿错了卡")
    for name, told in (("赵刚", 1), ("张总", 1), ("钱进", 0), ("李明", 0), (KEEPER, 0)):
        found = [one for one in reminders(sit_here(name), NOW) if one.code == "corrected"]
        assert len(found) == told, name
    (one,) = (one for one in reminders(sit_here("赵刚"), NOW) if one.code == "corrected")
    assert reminder_text(one, words).startswith(f"Corrected: {FIRST} ")
    assert "by 王秀兰 at 08:30: 拿错了卡." in reminder_text(one, words)
    tomorrow = NOW.replace(day=21)
    assert "corrected" not in [one.code for one in reminders(sit_here("赵刚"), tomorrow)]


@pytest.mark.usefixtures("opened_here")
def test_a_card_that_did_nothing_today_is_not_asked_about(open_page: OpenPage) -> None:
    page = open_page(KEEPER)
    ask(page, FIRST, away=False)
    assert page.findChildren(RemarkDialog) == []
    assert newest(page) == f"{FIRST}: nothing of today is there to correct"


@pytest.mark.usefixtures("out")
def test_the_menu_of_the_card_offers_it_to_who_may(open_page: OpenPage) -> None:
    for name, may in ((KEEPER, True), ("李明", False), ("赵刚", False)):
        page = open_page(name)
        for table in (page.away.table, page.visits.table):
            offered = [action.objectName() for action in table.actions() if action.isVisible()]
            assert ("correct_card" in offered) is may
            assert table.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
