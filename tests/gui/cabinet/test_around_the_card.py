"""Look-alikes while typing, freshness and what to ask, and private facts cleared on request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.clearing_dialog import ClearingDialog
from gui.cabinet.face_filling import changed_cells
from gui.widgets.paper_grid import PaperGrid
from model.cards.cards import edit_card, read_card
from model.cards.definition import Fresh
from model.cards.tables import CustomerCard
from model.cards.verifying import renew_groups
from model.storage.database import writing
from tests.conftest import NOW, TODAY, Sit
from tests.gui.cabinet.conftest import OpenPage, press, type_text
from tests.model.cards.proposed import lend

CTRL = Qt.KeyboardModifier.ControlModifier


def put(page: CabinetPage, qtbot: QtBot, identifier: str, text: str) -> None:
    page.form.go_to(identifier)
    press(qtbot, Qt.Key.Key_A, CTRL)
    type_text(qtbot, text)
    press(qtbot, Qt.Key.Key_Tab)


def grow_stale() -> None:
    """As if nobody had verified anything since long ago."""
    with writing():
        every = {card.id: list(Fresh) for card in CustomerCard.select(CustomerCard.id)}
        renew_groups(every, date(2025, 1, 1))


def grid_of(page: CabinetPage) -> PaperGrid:
    sheet = page.form.faces.sheet
    assert sheet is not None
    return sheet.grid


def test_a_clerk_is_told_while_typing_which_card_has_the_same_phone_and_opens_it(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "phone", "028-85551235")
    qtbot.waitUntil(page.form.alike.isVisible)
    (told,) = page.form.alike.told
    assert all(part in told for part in ("Phone", cards[1], "李明", "四川长江物流有限公司"))
    put(page, qtbot, "phone", "028-85551234")  # as it was
    qtbot.waitUntil(page.form.alike.isHidden)

    put(page, qtbot, "phone", "028-85551235")
    qtbot.waitUntil(page.form.alike.isVisible)
    page.actions_["revert"].trigger()
    assert page.form.alike.isHidden()


def test_the_name_is_enough_and_its_legal_form_does_not_matter(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    put(page, qtbot, "full_name", "长江物流有限责任公司（四川）")
    qtbot.waitUntil(page.form.alike.isVisible)
    page.form.alike.lines[0].click()
    question = page.work.card
    assert question is not None  # what is typed is asked about first


def test_a_rep_learns_only_that_there_is_a_card_and_who_keeps_it(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("李明")
    page.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    put(page, qtbot, "phone", "028-85551236")  # another team's
    qtbot.waitUntil(page.form.alike.isVisible)
    (told,) = page.form.alike.told
    assert cards[2] in told
    assert "周涛" in told
    assert "宏达" not in told
    assert not page.form.alike.lines[0].isEnabled()


def test_a_fresh_card_says_so_and_a_stale_one_counts_what_is_to_be_verified(
    cards: list[str], open_page: OpenPage
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    assert page.form.head.asking.text() == "Fresh 100.0%"
    assert grid_of(page)._filling.stale == frozenset()
    grow_stale()
    page.work.open_card(cards[1])
    assert "to verify" in page.form.head.asking.text()
    assert "phone" in grid_of(page)._filling.stale


def test_what_to_ask_leads_to_its_cell(cards: list[str], open_page: OpenPage, qtbot: QtBot) -> None:
    grow_stale()
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    entries = page.form.head.asking.entries()
    asked = next(entry for entry in entries if entry.text() == "Phone · to be verified")
    asked.trigger()
    assert page.form.cell == "phone"


def test_a_group_found_unchanged_is_fresh_again_and_the_typing_stays(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    grow_stale()
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "likes", "货到及时")
    entries = page.form.head.asking.entries()
    group = next(e for e in entries if e.text() == "Contact facts · verified 2025-01-01")
    group.trigger()
    view = read_card(sit("张总"), cards[0], NOW)
    assert view.verified[Fresh.CONTACT] == TODAY
    assert "phone" not in view.stale
    card = page.work.card
    assert card is not None
    assert card.text("likes") == "货到及时"
    assert "phone" not in card.view.stale


@pytest.mark.parametrize(("holder", "shown"), [("", False), ("李明", True)])
def test_a_rep_verifies_only_with_the_card_in_his_hands(
    holder: str, shown: bool, cards: list[str], open_page: OpenPage
) -> None:
    if holder:
        lend(cards[0], holder)
    page = open_page("李明")
    page.work.open_card(cards[0])
    texts = [entry.text() for entry in page.form.head.asking.entries()]
    assert ("Verified unchanged" in texts) is shown


def test_a_draft_has_nothing_to_verify(open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("李明")
    page.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    assert page.form.head.asking.isHidden()


def test_a_row_that_was_changed_is_found_on_the_face_by_its_place(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    desk = sit("王秀兰")
    version = read_card(desk, cards[0], NOW).version
    edit_card(desk, cards[0], version, {"contacts#+1.name": "周志远"}, NOW)
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    card = page.work.card
    assert card is not None
    number = card.view.children["contacts"][0]["row_no"]
    card.view = replace(card.view, changed=frozenset({f"contacts#{number}.name"}))
    assert changed_cells(card, grid_of(page).face) == {"contacts[0].name"}


def test_private_facts_are_cleared_only_when_asked_for_and_with_a_reason(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    manager = sit("张总")
    version = read_card(manager, cards[0], NOW).version
    edit_card(
        manager,
        cards[0],
        version,
        {"contacts#+1.name": "周志远", "contacts#+1.hobbies": "钓鱼"},
        NOW,
    )
    page = open_page("赵刚")
    page.work.open_card(cards[0])
    page.actions_["history"].trigger()
    assert not page.form.history.clear_button.isHidden()
    page.form.history.clear_button.click()
    dialog = page.findChild(ClearingDialog)
    assert dialog is not None
    dialog.text.setPlainText("客户来函要求")
    assert not dialog.clear.isEnabled()
    dialog.asked.setChecked(True)
    dialog.clear.click()
    assert "cleared" in page.form.strip.told
    (contact,) = read_card(sit("张总"), cards[0], NOW).children["contacts"]
    assert "hobbies" not in contact


def test_a_clerk_cannot_clear_private_facts(cards: list[str], open_page: OpenPage) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.actions_["history"].trigger()
    assert page.form.history.clear_button.isHidden()
