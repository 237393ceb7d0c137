"""A save that came too late: both values field by field, chosen, and saved on the new version."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.lost_race import _held
from gui.cabinet.race_dialog import RaceDialog
from model.cards.cards import edit_card, read_card
from model.cards.changes_behind import Clash
from model.cards.definition import Fresh
from model.cards.typing import keep_typing, kept_typing
from model.cards.verifying import verify_unchanged
from tests.conftest import NOW, Sit
from tests.gui.cabinet.conftest import OpenPage, press, type_text
from tests.gui.test_accessible_names import nameless

CTRL = Qt.KeyboardModifier.ControlModifier
MINE = {"likes": "货到及时", "postcode": "610041"}
THEIRS = {"likes": "价格优惠", "dislikes": "电话催单"}


def put(page: CabinetPage, qtbot: QtBot, identifier: str, text: str) -> None:
    page.form.go_to(identifier)
    press(qtbot, Qt.Key.Key_A, CTRL)
    type_text(qtbot, text)
    press(qtbot, Qt.Key.Key_Tab)


@pytest.fixture
def late(cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot) -> CabinetPage:
    """Two fields are typed, and another clerk has saved one of them and a third."""
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    for identifier, text in MINE.items():
        put(page, qtbot, identifier, text)
    other = sit("孙丽")
    edit_card(other, cards[0], read_card(other, cards[0], NOW).version, THEIRS, NOW)
    sit("王秀兰")
    press(qtbot, Qt.Key.Key_S, CTRL)
    return page


def dialog_of(page: CabinetPage) -> RaceDialog:
    found = page.findChild(RaceDialog)
    assert found is not None
    return found


def row_of(dialog: RaceDialog, label: str) -> list[str]:
    for number in range(dialog.table.rowCount()):
        texts = [dialog._items[number, column].text() for column in range(4)]
        if texts[0] == label:
            return texts
    pytest.fail(label)


def stored(sit: Sit, page: CabinetPage) -> tuple[object, object, object]:
    card = page.work.card
    assert card is not None
    values = read_card(sit("张总"), card.view.ref, NOW).values
    return values.get("likes"), values.get("dislikes"), values.get("postcode")


def test_both_values_are_shown_with_who_saved_the_other_and_when(late: CabinetPage) -> None:
    dialog = dialog_of(late)
    assert row_of(dialog, "Likes") == ["Likes", "", "价格优惠   (孙丽 11-20 08:30)", "货到及时"]
    assert row_of(dialog, "Postcode")[3] == "610041"
    assert row_of(dialog, "Dislikes")[2].startswith("电话催单")
    assert nameless(dialog) == []


@pytest.mark.parametrize(
    ("button", "likes"), [("all_mine", "货到及时"), ("all_theirs", "价格优惠")]
)
def test_what_is_chosen_is_saved_on_the_new_version_with_all_that_nobody_else_touched(
    button: str, likes: str, late: CabinetPage, sit: Sit
) -> None:
    dialog = dialog_of(late)
    getattr(dialog, button).click()
    dialog.save.click()
    assert not dialog.isVisible()
    assert late.form.strip.told == "Saved."
    assert stored(sit, late) == (likes, "电话催单", "610041")


def test_one_field_is_chosen_with_the_keyboard(late: CabinetPage, sit: Sit, qtbot: QtBot) -> None:
    dialog = dialog_of(late)
    qtbot.waitUntil(dialog.table.hasFocus)
    press(qtbot, Qt.Key.Key_Left)
    press(qtbot, Qt.Key.Key_Space)  # theirs instead of mine
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert stored(sit, late) == ("价格优惠", "电话催单", "610041")


def test_going_back_keeps_the_typing_and_saves_nothing(late: CabinetPage, sit: Sit) -> None:
    dialog_of(late).later.click()
    card = late.work.card
    assert card is not None
    assert card.changes == MINE
    assert "孙丽" in late.form.strip.told
    assert stored(sit, late) == ("价格优惠", "电话催单", None)


def test_when_nothing_of_ones_own_is_left_nothing_is_saved(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "likes", "货到及时")
    other = sit("孙丽")
    edit_card(other, cards[0], read_card(other, cards[0], NOW).version, THEIRS, NOW)
    sit("王秀兰")
    press(qtbot, Qt.Key.Key_S, CTRL)
    dialog = dialog_of(page)
    dialog.all_theirs.click()
    dialog.save.click()
    assert page.form.strip.told == "Nothing of yours was left to save."
    assert stored(sit, page)[0] == "价格优惠"


@pytest.mark.parametrize("way", ["an act in between", "kept typing"])
def test_typing_that_was_put_on_a_newer_card_is_compared_before_it_is_saved(
    way: str, cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "likes", "货到及时")
    typed = page.take_typing()
    assert typed is not None
    other = sit("孙丽")
    edit_card(other, cards[0], read_card(other, cards[0], NOW).version, THEIRS, NOW)
    desk = sit("王秀兰")
    if way == "kept typing":
        page = open_page("王秀兰")
        keep_typing(desk, **typed, now=NOW)
        page.work.open_card(cards[0])
        page.work.put_back(kept_typing(desk)[0])
    else:
        page.work.act(lambda ref: verify_unchanged(desk, ref, [Fresh.LEGAL], NOW), "Verified.")
    assert page.take_typing() == typed
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert row_of(dialog_of(page), "Likes")[2:] == ["价格优惠   (孙丽 11-20 08:30)", "货到及时"]
    assert stored(sit, page)[0] == "价格优惠"


def test_a_text_that_only_got_its_tick_is_saved_along() -> None:
    clash = Clash("likes", "", "价格优惠", "孙丽", NOW, "货到及时", False)
    texts = {"likes": "货到及时", "uscc": "91350100M000100Y44"}  # the code as it stood, ticked now
    assert _held(texts, (clash,), frozenset()) == {"uscc": "91350100M000100Y44"}


def test_long_values_are_wrapped_side_by_side(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "likes", "本人的话" * 20)
    other = sit("孙丽")
    theirs = {"likes": "对方的话" * 20}
    edit_card(other, cards[0], read_card(other, cards[0], NOW).version, theirs, NOW)
    sit("王秀兰")
    press(qtbot, Qt.Key.Key_S, CTRL)
    dialog = dialog_of(page)
    qtbot.waitExposed(dialog)
    assert dialog.table.horizontalHeader().length() <= dialog.table.viewport().width()
    assert dialog.table.horizontalScrollBar().maximum() == 0
    assert dialog.table.rowHeight(0) > 2 * dialog.fontMetrics().height()
