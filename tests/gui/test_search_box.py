"""The one search box above everything: it narrows the list, and the list gives back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.main_window import MainWindow
from tests.conftest import Sit, make_card
from tests.gui.conftest import WAIT_MS


def test_typing_narrows_and_the_arrows_go_to_and_fro(
    window: MainWindow, sit: Sit, qtbot: QtBot
) -> None:
    first = make_card(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯", "赵刚")
    make_card(sit, "四川长江物流有限公司", "李明", "028-85551235", "武侯", "赵刚")
    window.seat(sit("王秀兰"))
    (page,) = window.findChildren(CabinetPage)
    qtbot.waitUntil(lambda: len(page.list.rows) == 2, timeout=WAIT_MS)
    search = window.view.top.search
    search.setFocus()
    qtbot.keyClicks(search, "hengyun")
    assert [row.ref for row in page.list.rows] == [first]
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert page.list.table.hasFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Up)
    assert search.hasFocus()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert len(page.list.rows) == 2


def test_typing_goes_on_when_its_first_letter_puts_a_folded_card_away(
    window: MainWindow, sit: Sit, opened: None, qtbot: QtBot
) -> None:
    ref = make_card(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯", "赵刚")
    window.resize(1366, 768)
    window.seat(sit("王秀兰"))
    (page,) = window.findChildren(CabinetPage)
    qtbot.waitUntil(lambda: len(page.list.rows) == 1, timeout=WAIT_MS)
    page.work.open_card(ref)
    qtbot.waitUntil(lambda: page.room.is_folded)
    search = window.view.top.search
    search.setFocus()
    for letter in "hengyun":
        qtbot.keyClick(window.focusWidget(), letter)
    assert search.text() == "hengyun"
    assert search.hasFocus()
