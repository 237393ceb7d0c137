"""Undo and redo in the form: over cells, rows and copied addresses, one card at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.cabinet.typing_steps import TypingSteps
from tests.gui.cabinet.conftest import OpenPage, press, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def test_steps_go_back_over_all_cells_and_forth_again(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    card = page.work.card
    assert card is not None
    page.form.go_to("likes")
    type_text(qtbot, "tea")
    page.form.go_to("contacts#+1.name")
    type_text(qtbot, "何文斌")
    page.form.go_to("founded_on")
    press(qtbot, Qt.Key.Key_A, CTRL)
    type_text(qtbot, "200906")
    press(qtbot, Qt.Key.Key_Tab)
    after = dict(card.changes)
    assert after["founded_on"] == "2009-06"  # as the program writes it: no step of its own
    seen = []
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Z, CTRL)
        seen.append((page.form.cell, dict(card.changes)))
    assert seen == [
        ("founded_on", {"likes": "tea", "contacts#+1.name": "何文斌"}),
        ("contacts#+1.name", {"likes": "tea"}),
        ("likes", {}),
    ]
    assert not page.actions_["undo"].isEnabled()
    press(qtbot, Qt.Key.Key_Y, CTRL)
    press(qtbot, Qt.Key.Key_Z, CTRL_SHIFT)
    press(qtbot, Qt.Key.Key_Y, CTRL)
    assert card.changes == after
    assert not page.actions_["redo"].isEnabled()


def test_a_copied_address_is_taken_back_in_one_step(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.form.go_to("delivery_address")
    press(qtbot, Qt.Key.Key_D, CTRL)
    card = page.work.card
    assert card is not None
    assert card.changes == {"delivery_address": card.text("biz_address")}
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert card.changes == {}


def test_another_card_has_steps_of_its_own(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.form.go_to("likes")
    type_text(qtbot, "tea")
    assert page.actions_["undo"].isEnabled()
    page.work.forget()
    page.work.open_card(cards[1])
    assert not page.actions_["undo"].isEnabled()


def test_typing_on_in_one_cell_is_one_step_until_it_is_left() -> None:
    steps = TypingSteps()
    for text in ("t", "te", "tea"):
        steps.note({"likes": text}, "likes")
    steps.close()
    steps.note({"likes": "teas"}, "likes")
    assert steps.undo() == ({"likes": "tea"}, "likes")
    assert steps.undo() == ({}, "likes")
    assert not steps.can_undo
    assert steps.redo() == ({"likes": "tea"}, "likes")
    steps.note({"likes": "x"}, "likes")
    assert not steps.can_redo
