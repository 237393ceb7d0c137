"""Printing and merging from the page: what is offered, what becomes of the card in view."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.merge_dialog import MergeDialog
from gui.cabinet.print_cards_dialog import BLANK, COPY, OFFICE, CardChoice, PrintCardsDialog
from gui.papers.preview_dialog import PreviewDialog
from gui.translators import Translators
from model.cards.definition import CardKind
from model.errors import NeedsApprovalError
from model.loans.copy_terms import Terms
from model.loans.merging import merge_cards
from model.loans.reading import open_card
from tests.conftest import NOW, TODAY, Sit
from tests.gui.cabinet.conftest import OpenPage, press

CTRL = Qt.KeyboardModifier.ControlModifier


def asked(page: CabinetPage) -> PrintCardsDialog:
    """The question that Ctrl+P brings up."""
    (found,) = (one for one in page.findChildren(PrintCardsDialog) if one.isVisible())
    return found


def names(dialog: PrintCardsDialog) -> list[str]:
    return [button.text() for button in dialog.which.buttons()]


def test_marked_cards_are_printed_and_looked_at_first(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.list.table.setFocus()
    page.list.table.selectAll()
    page.actions_["print_cards"].trigger()
    dialog = asked(page)
    assert names(dialog) == ["3 marked cards"]
    assert dialog.card_nos == tuple(row.ref for row in page.list.rows)
    assert dialog.what == OFFICE
    dialog.preview.click()
    (look,) = dialog.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: look.view.page_count >= 6, timeout=20_000)
    look.reject()
    dialog.reject()


def test_the_card_in_view_comes_first(cards: list[str], open_page: OpenPage, qtbot: QtBot) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[1])
    press(qtbot, Qt.Key.Key_P, CTRL)
    dialog = asked(page)
    assert names(dialog) == [f"This card, {cards[1]}"]
    assert dialog.card_nos == (cards[1],)
    dialog.reject()


def test_who_prints_no_cards_has_no_way_to(cards: list[str], open_page: OpenPage) -> None:
    page = open_page("李明")
    assert not page.actions_["print_cards"].isEnabled()
    assert page.list._print.isHidden() or not page.list._print.isEnabled()


def test_a_copy_waits_for_receiver_and_purpose(translators: Translators, qtbot: QtBot) -> None:
    choice = CardChoice("view", "This card", ("Q00001",))
    dialog = PrintCardsDialog([choice], True, True, TODAY, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.choose(COPY)
    assert not dialog.print.isEnabled()
    dialog.terms.receiver.setText("四川长江物流")
    assert dialog.paper() is None
    dialog.terms.purpose.setText("投标")
    paper = dialog.paper()
    assert paper is not None
    assert (paper.what, paper.document) == ("card-copy", "Q00001")
    with qtbot.waitSignal(dialog.print_wanted):
        dialog.print.click()
    assert dialog.terms.terms() == Terms("四川长江物流", "投标", TODAY + timedelta(days=7))
    dialog.terms.shredded.click()
    assert not dialog.terms.day.isEnabled()
    assert dialog.terms.terms() == Terms("四川长江物流", "投标", destroy_after_reading=True)


@pytest.mark.parametrize(("person", "is_asked"), [("赵刚", True), ("王秀兰", False)])
def test_private_facts_are_a_choice_of_whom_the_manager_lets_print_them(
    cards: list[str], open_page: OpenPage, sit: Sit, person: str, is_asked: bool
) -> None:
    page = open_page(person)
    page.work.open_card(cards[0])
    page.actions_["print_cards"].trigger()
    dialog = asked(page)
    assert dialog.private.isHidden() != is_asked
    assert ("private facts" in dialog._told.text()) == is_asked
    if is_asked:
        dialog.private.click()
        assert dialog._told.text() == ""
        paper = dialog.paper()
        assert paper is not None
        for read in (paper.look, paper.read):
            assert read is not None
            with pytest.raises(NeedsApprovalError):
                read(sit(person), NOW)
    dialog.choose(COPY)
    assert dialog.private.isHidden()
    dialog.reject()


def test_without_any_card_there_are_still_blank_ones(
    translators: Translators, qtbot: QtBot
) -> None:
    dialog = PrintCardsDialog([], True, True, TODAY, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    assert dialog.what == BLANK
    dialog.kinds.setCurrentIndex(1)
    assert dialog.kinds.currentData() == (CardKind.INDIVIDUAL,)
    paper = dialog.paper()
    assert paper is not None
    assert paper.what == "blank-card"


def test_backs_alone_are_explained_and_come_on_one_side(
    translators: Translators, qtbot: QtBot
) -> None:
    choice = CardChoice("view", "This card", ("Q00001",))
    dialog = PrintCardsDialog([choice], True, False, TODAY, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.sides.setCurrentIndex(2)
    assert "same order" in dialog._told.text()
    assert dialog.apart.isHidden()
    paper = dialog.paper()
    assert paper is not None
    assert not paper.both_sides
    assert not next(b for b in dialog.how.buttons() if b.objectName() == COPY).isEnabled()


def test_who_may_void_a_card_or_ask_for_it_merges(cards: list[str], open_page: OpenPage) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    assert page.actions_["merge"].isVisible()
    page = open_page("赵刚")
    assert not page.actions_["merge"].isVisible()
    page.work.open_card(cards[0])
    assert page.actions_["merge"].isVisible()
    assert not page.actions_["undo_merge"].isVisible()


def test_after_a_merge_the_card_that_stays_is_in_view(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("赵刚")
    page.work.open_card(cards[1])
    card = page.work.card
    assert card is not None
    page.office.merging.compare(card.view, cards[0])
    (dialog,) = (one for one in page.findChildren(QDialog) if isinstance(one, MergeDialog))
    dialog.reason.setText("重复")
    with qtbot.waitSignal(page.office.changed):
        dialog.merge.click()
    assert page.work.card is not None
    assert page.work.card.view.ref == cards[0]
    assert "went into" in page.form.strip._sentence.text()
    page.form.head.rare.aboutToShow.emit()
    assert page.actions_["undo_merge"].isVisible()


def test_a_void_card_says_where_it_went(cards: list[str], open_page: OpenPage, sit: Sit) -> None:
    merge_cards(sit("赵刚"), cards[0], cards[1], (), NOW, reason="重复")
    assert open_card(sit("赵刚"), cards[1], NOW).merged_into == cards[0]
    page = open_page("赵刚")
    page.work.open_card(cards[1])
    assert cards[0] in page.form.strip._sentence.text()
    assert not page.actions_["merge"].isVisible()


@pytest.mark.parametrize("what", [OFFICE, COPY, BLANK])
def test_nothing_of_the_question_is_cut_whatever_is_chosen(what: str, qtbot: QtBot) -> None:
    dialog = PrintCardsDialog([CardChoice("a card", "", ("Q00001",))], True, True, TODAY, None)  # type: ignore[arg-type] # no window
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose(COPY)
    dialog.choose(what)
    qtbot.waitUntil(lambda: dialog.size() == dialog.sizeHint())
    for shown in (dialog.terms, dialog.kinds, dialog.count, dialog.sides, dialog.print):
        assert not shown.isVisible() or shown.height() >= shown.sizeHint().height()


@pytest.mark.parametrize("what", [OFFICE, COPY, BLANK])
def test_no_key_of_the_question_means_two_things(what: str, qtbot: QtBot) -> None:
    dialog = PrintCardsDialog([CardChoice("a card", "", ("Q00001",))], True, True, TODAY, None)  # type: ignore[arg-type] # no window
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose(what)
    texts = [one.text() for one in dialog.findChildren(QAbstractButton) if one.isVisible()]
    texts += [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]
    keys = [text[text.index("&") + 1].upper() for text in texts if "&" in text]
    assert sorted(keys) == sorted(set(keys))
