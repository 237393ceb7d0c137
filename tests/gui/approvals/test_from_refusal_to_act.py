"""In the whole window: a refusal offers to ask, the supervisor grants, the act goes through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from gui import errors
from gui.approvals.approvals_page import ApprovalsPage
from gui.approvals.ask_dialog import AskDialog
from gui.main_window import MainWindow
from gui.papers.card_prints import CardSheets, office_cards
from gui.papers.papers import Papers
from gui.papers.preview_dialog import PreviewDialog
from gui.tasks import Tasks
from model.cards.asking import ask_approval, decide_approval
from model.cards.tables import CustomerCard
from model.errors import NeedsApprovalError, NotAllowedError
from model.loans.merging import merge_cards
from model.loans.opening import open_cabinet
from model.loans.reminder_words import Reminder
from model.office.desk import Desk
from model.office.log_in import lock_screen
from model.office.rights import Right
from model.office.tables import Approval
from tests.conftest import NOW, Sit, make_card
from tests.gui.approvals.conftest import settle
from tests.gui.conftest import WAIT_MS, StillClock
from tests.gui.rounds.conftest import CTRL, press
from tests.gui.test_accessible_names import nameless

Pair = tuple[str, str]


@pytest.fixture
def pair(sit: Sit) -> Pair:
    """Two cards of one customer, the cabinet being open."""
    cards = [
        make_card(sit, f"红旗机械{part}厂", "李明", f"028-8555100{n}", "武侯", "赵刚")
        for n, part in enumerate("一二")
    ]
    open_cabinet(sit("王秀兰"), NOW)
    return cards[0], cards[1]


def merge(desk: Desk, pair: Pair) -> None:
    merge_cards(desk, *pair, (), NOW, reason="同一客户")


def refused(window: MainWindow, desk: Desk, pair: Pair) -> QMessageBox:
    """The box about a merge that needs an approval."""
    with pytest.raises(NeedsApprovalError) as error:
        merge(desk, pair)
    errors.show(window.view, error.value)
    (box,) = window.findChildren(QMessageBox)
    return box


def change_person(window: MainWindow, sit: Sit, name: str, qtbot: QtBot) -> Desk:
    """Lock, and somebody else sits down."""
    with qtbot.waitSignal(window.locked, timeout=WAIT_MS):
        window.lock()
    desk = sit(name)
    window.seat(desk)
    return desk


def badge(window: MainWindow) -> str:
    """The number beside the page 审批, empty for none."""
    labels = [label for label in window.findChildren(QLabel) if label.property("count")]
    return "".join(label.text() for label in labels if not label.isHidden())


def test_from_the_refusal_to_the_act(
    window: MainWindow, sit: Sit, qtbot: QtBot, pair: Pair
) -> None:
    clerk = sit("王秀兰")
    window.seat(clerk)
    box = refused(window, clerk, pair)
    ask = box.defaultButton()
    assert "Ask for approval" in ask.text()
    ask.click()
    (dialog,) = window.findChildren(AskDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert "Q00001, Q00002" in {label.text() for label in dialog.findChildren(QLabel)}
    assert nameless(dialog) == []
    assert not dialog.ask.isEnabled()
    dialog.reason.setPlainText("同一客户两张卡")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert "SP000001" in dialog.told
    assert "Supervisor" in dialog.told
    dialog.reject()

    change_person(window, sit, "赵刚", qtbot)
    assert badge(window) == "1"
    names = {button.accessibleName() for button in window.findChildren(QToolButton)}
    assert "Approvals: 1 waiting" in names
    window.view.open_page("approvals")
    page = window.view.pages["approvals"]
    assert isinstance(page, ApprovalsPage)
    settle(qtbot, page)
    page.actions_["grant"].trigger()
    settle(qtbot, page)
    assert badge(window) == ""

    clerk = change_person(window, sit, "王秀兰", qtbot)
    merge(clerk, pair)
    assert CustomerCard.get(CustomerCard.card_no == pair[1]).custody_state == "void"
    assert Approval.get().state == "used"


def test_asking_twice_is_told_in_the_dialog(
    window: MainWindow, sit: Sit, pair: Pair, qtbot: QtBot
) -> None:
    clerk = sit("王秀兰")
    window.seat(clerk)
    for told in ("", "SP000001"):
        box = refused(window, clerk, pair)
        box.defaultButton().click()
        box.close()
        box.deleteLater()
        (dialog,) = window.findChildren(AskDialog)
        dialog.reason.setPlainText("同一客户")
        dialog.ask.click()
        assert told in dialog.trouble
        dialog.close()
        qtbot.waitUntil(
            lambda: not window.findChildren(AskDialog) + window.findChildren(QMessageBox)
        )
    assert Approval.select().count() == 1


@pytest.mark.parametrize(
    "error",
    [
        NotAllowedError(act="void_card", role="rep", may=("manager",)),
        NeedsApprovalError(act="void_card", role="clerk", may=("manager",)),
    ],
)
def test_what_cannot_be_asked_for_is_not_offered(
    window: MainWindow, sit: Sit, error: NotAllowedError
) -> None:
    window.seat(sit("王秀兰"))
    errors.show(window.view, error)
    (box,) = window.findChildren(QMessageBox)
    assert [button.text() for button in box.buttons()] == ["OK"]
    box.close()


def test_at_the_door_nothing_is_asked_for(window: MainWindow, sit: Sit, pair: Pair) -> None:
    desk = sit("王秀兰")
    with pytest.raises(NeedsApprovalError) as error:
        merge(desk, pair)
    lock_screen(desk, NOW)
    errors.show(window, error.value)
    (box,) = window.findChildren(QMessageBox)
    assert len(box.buttons()) == 1
    box.close()


@pytest.mark.parametrize("code", ["approvals_wait", "approval_granted", "approval_refused"])
def test_a_reminder_leads_to_the_page(
    window: MainWindow, sit: Sit, qtbot: QtBot, code: str
) -> None:
    window.seat(sit("赵刚"))
    window.view.open_page("today")
    today = window.view.pages["today"]
    today.reminded.take(Reminder(code, facts={"approval_no": "SP000001"}))  # type: ignore[attr-defined]
    assert window.view.page == "approvals"
    page = window.view.pages["approvals"]
    assert isinstance(page, ApprovalsPage)
    settle(qtbot, page)


def test_a_granted_query_slip_opens_the_card_from_the_page(
    window: MainWindow, sit: Sit, qtbot: QtBot
) -> None:
    other = make_card(sit, "东方仪表有限公司", "周涛", "028-85551002", "金牛", "钱进")
    open_cabinet(sit("王秀兰"), NOW)
    asked = ask_approval(sit("李明"), Right.READ_OTHERS_CARD, [other], "来电询价", NOW)
    decide_approval(sit("张总"), asked.approval_no, True, "", NOW)
    window.seat(sit("李明"))
    assert window.view is not None
    window.view.open_page("approvals")
    page = window.view.pages["approvals"]
    assert isinstance(page, ApprovalsPage)
    settle(qtbot, page)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_1)
    assert window.view.page == "cabinet"
    form = window.view.pages["cabinet"].work.card  # type: ignore[attr-defined] # CabinetPage
    assert form is not None
    assert form.view.ref == other
    assert Approval.get().state == "used"


def test_a_refusal_in_a_preview_offers_to_ask_too(
    window: MainWindow, sit: Sit, qtbot: QtBot, pair: Pair, clock: StillClock, tasks: Tasks
) -> None:
    window.seat(sit("赵刚"))
    view = window.view
    assert view is not None
    papers = Papers(sit("赵刚"), tasks, clock, view)
    dialog = PreviewDialog(papers, office_cards(pair[:1], CardSheets(), private=True), view)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.view.ask.isHidden(), timeout=WAIT_MS)
    assert "approval" in dialog.view.text
    assert nameless(dialog) == []
    dialog.view.ask.click()
    (asking,) = dialog.findChildren(AskDialog)
    asking.reason.setPlainText("换卡")
    asking.ask.click()
    assert Approval.get().right == "print_private"
    dialog.view.clear("")
    assert dialog.view.ask.isHidden()
