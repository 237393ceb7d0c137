"""Two cards of one customer become one by the window, and two again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from gui.cabinet.merge_dialog import MergeDialog
from gui.cabinet.merge_work import MergeWork
from gui.cabinet.other_card_dialog import OtherCardDialog
from gui.translators import Translators
from model.cards.cards import CardView, edit_card
from model.errors import NeedsApprovalError
from model.loans.merging import merges
from model.loans.reading import open_card
from tests.conftest import NOW, Sit
from tests.gui.conftest import StillClock

Key = Qt.Key
Work = Callable[[str], MergeWork]


@pytest.fixture
def host(translators: Translators, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def work(sit: Sit, clock: StillClock, host: QWidget, tmp_path: object) -> Work:
    """The merges of any desk."""
    settings = QSettings(f"{tmp_path}/window.ini", QSettings.Format.IniFormat)
    return lambda name: MergeWork(sit(name), clock, settings, host)


def view_of(sit: Sit, ref: str) -> CardView:
    return open_card(sit("赵刚"), ref, NOW)


def dialog_of(host: QWidget, kind: type[QDialog]) -> QDialog:
    (found,) = (one for one in host.findChildren(kind) if one.isVisible())
    return found


def compared(host: QWidget) -> MergeDialog:
    found = dialog_of(host, MergeDialog)
    assert isinstance(found, MergeDialog)
    return found


def shown(dialog: MergeDialog) -> dict[str, tuple[str, str]]:
    """Field -> both values as they are read."""
    model = dialog.table.model()
    return {
        str(model.index(row, 0).data()): (
            str(model.index(row, 1).data()),
            str(model.index(row, 2).data()),
        )
        for row in range(model.rowCount())
    }


def test_the_second_card_is_found_by_letters_and_merged_by_keyboard(
    work: Work, host: QWidget, sit: Sit, cards: list[str], qtbot: QtBot
) -> None:
    made = work("赵刚")
    made.ask(view_of(sit, cards[1]))
    finder = dialog_of(host, OtherCardDialog)
    assert isinstance(finder, OtherCardDialog)
    assert not finder.compare.isEnabled()
    qtbot.keyClicks(finder.box, "hengyun")
    qtbot.keyClick(finder.box, Key.Key_Return)
    dialog = compared(host)
    assert dialog.table.horizontalHeaderItem(1).text().startswith(cards[0])  # the older number
    assert dialog.table.horizontalHeaderItem(2).text().startswith(cards[1])
    values = shown(dialog)
    assert values["Full name"] == ("成都恒运叉车配件有限公司", "四川长江物流有限公司")
    row = list(values).index("Phone")
    dialog.table.setCurrentCell(row, 0)
    qtbot.keyClick(dialog.table, Key.Key_Right)
    assert dialog.taken == {"phone"}
    assert not dialog.merge.isEnabled()
    qtbot.keyClicks(dialog.reason, "same customer")
    with qtbot.waitSignals([made.merged, made.told]):
        qtbot.keyClick(dialog.reason, Key.Key_Return)
    kept = view_of(sit, cards[0])
    assert kept.values["full_name"] == "成都恒运叉车配件有限公司"
    assert kept.values["phone"] == "028-85551235"
    (row_of_merge,) = merges(sit("赵刚"), NOW)
    assert (row_of_merge.kept_no, row_of_merge.gone_no) == (cards[0], cards[1])
    assert row_of_merge.reason == "same customer"


def test_left_and_a_click_choose_again_and_the_same_is_shown_on_demand(
    work: Work, host: QWidget, sit: Sit, cards: list[str], qtbot: QtBot
) -> None:
    made = work("赵刚")
    made.compare(view_of(sit, cards[0]), cards[1])
    dialog = compared(host)
    few = dialog.table.rowCount()
    dialog._click(list(shown(dialog)).index("Phone"), 2)
    assert dialog.taken == {"phone"}
    dialog.whole.setChecked(True)
    assert dialog.table.rowCount() > few
    row = list(shown(dialog)).index("Phone")
    assert dialog.table.item(row, 2).checkState() is Qt.CheckState.Checked
    dialog.table.setCurrentCell(row, 0)
    qtbot.keyClick(dialog.table, Key.Key_Left)
    assert dialog.taken == frozenset()
    same = next(n for n, one in enumerate(dialog._view.fields) if not one.differs)
    dialog._click(same, 2)
    assert dialog.taken == frozenset()
    dialog.reject()


def test_a_merge_is_undone_from_either_card(
    work: Work, host: QWidget, sit: Sit, cards: list[str], qtbot: QtBot
) -> None:
    made = work("赵刚")
    made.compare(view_of(sit, cards[0]), cards[1])
    dialog = compared(host)
    dialog.reason.setText("重复")
    dialog.merge.click()
    for ref in cards[:2]:
        standing = made.standing(ref)
        assert standing is not None
        assert standing.gone_no == cards[1]
    assert made.standing(cards[2]) is None
    assert work("李明").standing(cards[0]) is None
    assert work("王秀兰").standing(cards[0]) == made.standing(cards[0]), "he may ask to undo it"
    made.ask_undo(standing)
    box = dialog_of(host, QMessageBox)
    assert isinstance(box, QMessageBox)
    assert cards[1] in box.text()
    with qtbot.waitSignal(made.merged) as told:
        box.buttons()[0].click()
    assert told.args == [cards[1]]
    assert made.standing(cards[0]) is None
    assert view_of(sit, cards[1]).state == "in_cabinet"


def test_a_clerk_without_an_approval_is_told_in_a_box_that_offers_to_ask(
    work: Work, host: QWidget, sit: Sit, cards: list[str], shown_errors: list[BaseException]
) -> None:
    made = work("王秀兰")
    made.compare(view_of(sit, cards[0]), cards[1])
    dialog = compared(host)
    dialog.reason.setText("重复")
    dialog.merge.click()
    assert [type(error) for error in shown_errors] == [NeedsApprovalError]
    assert dialog.isVisible(), "the choice stays for the time when it is granted"


def test_a_refusal_stands_in_the_dialog_and_what_was_ticked_stays(
    work: Work, host: QWidget, sit: Sit, cards: list[str]
) -> None:
    made = work("赵刚")
    made.compare(view_of(sit, cards[0]), cards[1])
    dialog = compared(host)
    other = view_of(sit, cards[0])
    edit_card(sit("王秀兰"), other.ref, other.version, {"website": "www.example.com"}, NOW)
    dialog._click(list(shown(dialog)).index("Phone"), 2)
    dialog.reason.setText("重复")
    dialog.merge.click()
    assert dialog.isVisible()
    assert dialog._trouble.told
    assert dialog.taken == {"phone"}
    assert merges(sit("赵刚"), NOW) == []
    dialog.reject()


def test_another_teams_customer_is_not_offered(
    work: Work, host: QWidget, sit: Sit, cards: list[str], qtbot: QtBot
) -> None:
    made = work("赵刚")
    made.ask(view_of(sit, cards[0]))
    finder = dialog_of(host, OtherCardDialog)
    assert isinstance(finder, OtherCardDialog)
    for text in ("hongda", cards[0]):
        finder.box.setText(text)
        assert finder.list.count() == 0
    finder.reject()
