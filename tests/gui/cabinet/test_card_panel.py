"""Further tabs of the card: filled when they come into view, emptied with the card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.card_panel import CardPanel
from tests.gui.cabinet.conftest import OpenPage, press

ALT = Qt.KeyboardModifier.AltModifier


class Notes(CardPanel):
    """A panel that remembers what it was asked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown: list[str] = []

    def title(self) -> str:
        return "Notes"

    def show_card(self, ref: str) -> None:
        self.shown.append(ref)

    def clear(self) -> None:
        self.shown.clear()


def key_of(number: int) -> Qt.Key:
    return Qt.Key(Qt.Key.Key_1 + number)


def hang(page: CabinetPage) -> tuple[Notes, int]:
    """Hang the panel behind the others; its number as well."""
    notes = Notes(page.form)
    page.form.panels.add(notes)
    return notes, page.form.head.tabs.count() - 1


def test_a_further_tab_is_filled_when_it_comes_into_view_and_emptied_with_the_card(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    notes, number = hang(page)
    assert page.form.head.tabs.tabText(number) == "Notes"
    page.work.open_card(cards[0])
    assert notes.shown == []  # nobody looks at it yet
    press(qtbot, key_of(number), ALT)
    assert notes.shown == [cards[0]]
    assert notes.isVisible()
    page.work.open_card(cards[1])
    assert notes.shown == [cards[0], cards[1]]
    page.work.close()
    assert notes.shown == []


def test_a_new_card_has_no_further_tabs(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    notes, number = hang(page)
    page.work.open_card(cards[0])
    page.form.head.choose_side(number)
    page.actions_["new_company"].trigger()
    assert page.form.head.tabs.currentIndex() == 0
    press(qtbot, key_of(number), ALT)
    assert page.form.head.tabs.currentIndex() == 0
    assert notes.shown == [cards[0]]
