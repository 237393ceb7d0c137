"""Switches over the list leave what has all of them; several cards can be marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.cabinet.filter_chips import CHIPS, FilterChips
from gui.translators import Translators
from tests.gui.cabinet.conftest import OpenPage, press
from tests.gui.cabinet.test_card_list import row

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
LACKING = {"incomplete": {"incomplete": True}, "reprint": {"reprint": True}}


@pytest.fixture
def chips(translators: Translators, qtbot: QtBot) -> FilterChips:
    made = FilterChips(None)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("chip", CHIPS, ids=lambda chip: chip.key)
def test_each_switch_leaves_the_cards_that_have_what_it_asks_for(
    chips: FilterChips, chip: object
) -> None:
    key = chip.key  # type: ignore[attr-defined]
    rows = [row(1), row(2, **LACKING[key]), row(3)]
    chips.count(rows)
    button = chips.buttons[key]
    assert button.text().endswith(" 1")
    assert [kept.id for kept in chips.left_of(rows)] == [1, 2, 3]
    button.click()
    assert [kept.id for kept in chips.left_of(rows)] == [2]


def test_a_switch_that_would_leave_nothing_cannot_be_turned_on(chips: FilterChips) -> None:
    chips.count([row(1)])
    assert not any(button.isEnabled() for button in chips.buttons.values())
    assert chips.isHidden()


def test_turning_off_is_told_once(chips: FilterChips, qtbot: QtBot) -> None:
    chips.count([row(number, **facts) for number, facts in enumerate(LACKING.values())])
    for button in chips.buttons.values():
        button.setChecked(True)
    with qtbot.waitSignal(chips.changed):
        chips.turn_off()
    with qtbot.assertNotEmitted(chips.changed):
        chips.turn_off()


def test_the_switch_narrows_the_drawer_and_what_is_typed_narrows_what_it_leaves(
    cards: list[str], open_page: OpenPage
) -> None:
    page = open_page("王秀兰")
    rows = [one._replace(incomplete=one.ref != cards[2]) for one in page.list.rows]
    page.list.show_rows(rows, page.drawers.entry)
    page.list.chips.buttons["incomplete"].click()
    assert {shown.ref for shown in page.list.rows} == set(cards[:2])
    assert page.list._count.text() == "2 / 3"
    page.set_filter("长江")
    assert [shown.ref for shown in page.list.rows] == [cards[1]]
    page.set_filter("")
    page.list.forget()
    assert not page.list.chips.buttons["incomplete"].isChecked()


def test_several_cards_are_marked_by_key_and_by_mouse_and_none_is_opened(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    table = page.list.table
    table.choose_first()
    press(qtbot, Qt.Key.Key_Down, SHIFT)
    assert len(table.marked) == 2
    assert page.list._count.text() == "3 · 2 marked"
    third = table.visualRect(table.table.index(2, 1)).center()
    QTest.mouseClick(table.viewport(), LEFT, CTRL, third)
    assert table.marked == [shown.ref for shown in table.rows]
    assert page.work.card is None
    page.refresh()
    qtbot.waitUntil(lambda: page._tasks.running == 0)
    assert len(table.marked) == 3
    QTest.mouseClick(table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, third)
    assert table.marked == [table.rows[2].ref]
    assert page.work.card is not None
