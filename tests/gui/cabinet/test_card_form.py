"""The card as its paper: what may be seen, typed, saved, and what happens when it may not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from gui import theme
from gui.cabinet.cabinet_page import CabinetPage
from gui.cabinet.questions import DuplicateQuestion, RemarkDialog, UnsavedQuestion
from gui.translators import Translators, words
from gui.widgets.cell_ink import Mark
from model.cards.cards import edit_card, read_card
from model.cards.layout import Side
from model.cards.typing import keep_typing, kept_typing
from tests.conftest import NOW, Sit, make_draft
from tests.gui.cabinet.conftest import OpenPage, press, texts_in, type_text
from tests.gui.conftest import StillClock
from tests.gui.test_accessible_names import nameless

CTRL = Qt.KeyboardModifier.ControlModifier


def put(page: CabinetPage, qtbot: QtBot, identifier: str, text: str) -> None:
    """Type over a cell and leave it."""
    page.form.go_to(identifier)
    press(qtbot, Qt.Key.Key_A, CTRL)
    type_text(qtbot, text)
    press(qtbot, Qt.Key.Key_Tab)


def mark_of(page: CabinetPage, identifier: str) -> Mark:
    sheet = page.form.faces.sheet
    assert sheet is not None
    return sheet.grid.editors[identifier].look.mark


def answer(page: CabinetPage, question: type, button: str) -> None:
    """Press a button of the question that is open."""
    box = page.findChild(question)
    assert box is not None, question
    getattr(box, button).click()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_input_has_a_name_for_who_cannot_see_it(
    language: str,
    cards: list[str],
    open_page: OpenPage,
    translators: Translators,
    qtbot: QtBot,
) -> None:
    page = open_page("王秀兰")
    while page.form.warm_up(page.size()):
        pass
    page.work.open_card(cards[0])
    translators.switch(language)
    sheets = page.form.faces.built
    editors = [editor for sheet in sheets for editor in sheet.grid.editors.values()]
    assert len(editors) > 130

    def are_named() -> bool:
        return all(
            editor.accessibleName() == words("CardField", editor.field.label) for editor in editors
        )

    qtbot.waitUntil(are_named)
    assert nameless(page) == []


def test_a_rep_sees_no_field_that_is_not_lent_to_him_in_any_widget(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    secrets = {"likes": "货到及时", "bank_account": "4402000012345678901", "problems": "月底压款"}
    manager = sit("张总")
    view = read_card(manager, cards[0], NOW)
    edit_card(manager, cards[0], view.version, secrets, NOW)

    page = open_page("李明")
    page.work.open_card(cards[0])
    for action in ("front", "back_side", "more", "history"):
        page.actions_[action].trigger()
        page.grab()
    everything = texts_in(page)
    assert "成都恒运叉车配件有限公司" in everything
    painted = "\n".join(str(sheet.grid._filling) for sheet in page.form.faces.built)
    for secret in secrets.values():
        assert secret not in everything + painted
    front = page.form.faces.at(view.kind, Side.FRONT).grid
    assert front._filling.hints["likes"] == "seen while on loan"
    assert front.order() == []  # nothing hidden, and nothing of his, can be focused

    page = open_page("张总")
    page.work.open_card(cards[0])
    page.actions_["back_side"].trigger()
    seen = texts_in(page)
    assert all(secret in seen for secret in secrets.values())


def test_a_saved_change_is_durable_and_shows_in_the_history(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "postcode", "610041")
    put(page, qtbot, "founded_on", "200906")
    assert page.actions_["save"].isEnabled()
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert page.form.strip.told == "Saved."
    page.actions_["history"].trigger()
    changed = {(row.field, row.new) for row in page.form.history.rows}
    assert {("postcode", "610041"), ("founded_on", "2009-06")} <= changed
    assert read_card(sit("张总"), cards[0], NOW).values["founded_on"] == "2009-06"


def test_what_is_wrong_is_marked_beside_the_cell_and_told_below(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "postcode", "61004")
    assert mark_of(page, "postcode") is Mark.ERROR
    assert "Postcode" in page.form.strip.lines[0].told
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert page.form.cell == "postcode"  # the save is refused, the cursor is where it is wrong
    put(page, qtbot, "postcode", "610041")
    assert mark_of(page, "postcode") is Mark.NONE
    assert page.form.strip.isHidden()


def test_a_credit_code_that_fails_its_check_must_be_ticked(
    open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    make_draft(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯")
    page = open_page("李明")
    page.work.open_card("D00001")
    put(page, qtbot, "uscc", "91350100M000100Y44")
    assert mark_of(page, "uscc") is Mark.WARNING
    box = page.form.strip._boxes["uscc_check"]
    assert not box.isHidden()
    box.click()
    assert mark_of(page, "uscc") is Mark.NONE
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert read_card(sit("张总"), "D00001", NOW).explicit["uscc"] == "checked"


def test_a_lost_race_is_told_plainly_and_keeps_the_typing(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "likes", "货到及时")
    other = sit("孙丽")
    version = read_card(other, cards[0], NOW).version
    edit_card(other, cards[0], version, {"dislikes": "电话催单"}, NOW)
    press(qtbot, Qt.Key.Key_S, CTRL)
    assert "孙丽" in page.form.strip.told
    card = page.work.card
    assert card is not None
    assert card.text("likes") == "货到及时"
    page.form.strip._reopen.click()
    card = page.work.card
    assert card is not None
    assert (card.text("likes"), card.text("dislikes")) == ("货到及时", "电话催单")
    press(qtbot, Qt.Key.Key_S, CTRL)
    view = read_card(other, cards[0], NOW)
    assert (view.values["likes"], view.values["dislikes"]) == ("货到及时", "电话催单")


@pytest.mark.parametrize(
    ("button", "there", "stored"),
    [("save", 1, "货到及时"), ("discard", 1, None), ("stay", 0, None)],
)
def test_unsaved_typing_is_asked_about_before_the_next_card(
    button: str,
    there: int,
    stored: str | None,
    cards: list[str],
    open_page: OpenPage,
    sit: Sit,
    qtbot: QtBot,
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "likes", "货到及时")
    page.work.open_card(cards[1])
    answer(page, UnsavedQuestion, button)
    card = page.work.card
    assert card is not None
    assert card.view.ref == cards[there]
    assert card.dirty is (button == "stay")
    assert read_card(sit("张总"), cards[0], NOW).values.get("likes") == stored


def test_typing_is_handed_over_at_lock_and_offered_again(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "likes", "货到及时")
    typing = page.take_typing()
    assert typing is not None
    page.forget()
    assert "货到及时" not in texts_in(page)
    assert "恒运" not in texts_in(page)
    keep_typing(sit("王秀兰"), **typing, now=NOW)

    page = open_page("王秀兰")
    assert not page.kept.isHidden()
    page.kept.take.click()
    card = page.work.card
    assert card is not None
    assert (card.view.ref, card.text("likes")) == (cards[0], "货到及时")
    press(qtbot, Qt.Key.Key_S, CTRL)
    desk = sit("王秀兰")
    assert kept_typing(desk) == []
    assert read_card(desk, cards[0], NOW).values["likes"] == "货到及时"


def test_before_opening_the_keeper_finds_the_key_where_the_card_would_be(
    cards: list[str], open_page: OpenPage, clock: StillClock, qtbot: QtBot
) -> None:
    clock.time = NOW.replace(day=21)  # the next day has its own 开柜
    page = open_page("王秀兰")
    assert len(page.list.rows) == 3
    page.work.open_card(cards[0])
    assert page.closed.isVisible()
    assert page.work.card is None
    page.closed._key.click()
    assert page.work.card is not None
    assert page.form.isVisible()


def test_closing_the_cabinet_covers_the_card(
    cards: list[str], open_page: OpenPage, clock: StillClock, qtbot: QtBot
) -> None:
    page = open_page("李明")
    page.work.open_card(cards[0])
    assert page.form.isVisible()
    clock.time = NOW.replace(day=21)
    page.refresh()
    assert not page.form.isVisible()
    assert page.closed._key.isHidden()  # a rep has no key


def test_a_likely_duplicate_is_shown_and_may_be_made_all_the_same(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("李明")
    page.setFocus()
    press(qtbot, Qt.Key.Key_N, CTRL)
    put(page, qtbot, "full_name", "恒运叉车配件公司")
    put(page, qtbot, "phone", "028-85551234")
    press(qtbot, Qt.Key.Key_S, CTRL)
    question = page.findChild(DuplicateQuestion)
    assert question is not None
    assert cards[0] in question.text()
    answer(page, DuplicateQuestion, "make")
    assert page.work.card is not None
    assert page.work.card.view.ref.startswith("D")


def test_a_face_that_is_turned_to_again_still_shows_what_is_wrong(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "postcode", "6100")
    assert mark_of(page, "postcode") is Mark.ERROR
    page.form.head.tabs.setCurrentIndex(1)
    put(page, qtbot, "problems", "月底压款")
    page.form.faces.outdate()
    page.form.head.tabs.setCurrentIndex(0)
    assert mark_of(page, "postcode") is Mark.ERROR


def test_typing_takes_nothing_from_how_full_a_card_is_that_is_partly_hidden(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    private = {
        "contacts#+1.name": "何文斌",
        "contacts#+1.is_key_person": "是",
        "contacts#+1.birth_date": "1978-09-02",
        "contacts#+1.hobbies": "钓鱼",
    }
    manager = sit("张总")
    edit_card(manager, cards[0], read_card(manager, cards[0], NOW).version, private, NOW)
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    card = page.work.card
    assert card is not None
    assert "birth_date" not in card.view.children["contacts"][0]
    before = card.fullness()
    put(page, qtbot, "fax", "028-85551236")  # carries no points
    assert card.fullness() == before


def test_the_head_follows_the_system_into_the_dark(
    cards: list[str], open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    head = page.form.head

    def colours() -> tuple[str, str, QImage]:
        drawing = page.actions_["next"].icon().pixmap(16, 16).toImage()
        return head.asking.styleSheet(), head._state.styleSheet(), drawing

    light = colours()
    with monkeypatch.context() as dark:
        dark.setattr(theme, "system_is_dark", lambda: True)
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        head.setPalette(theme.palette(theme.DARK))
        assert [now != before for now, before in zip(colours(), light, strict=True)] == [True] * 3


def test_sending_back_needs_words_which_the_rep_reads_on_the_card(
    open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    make_draft(sit, "成都恒运叉车配件有限公司", "李明", "028-85551234", "武侯")
    page = open_page("赵刚")
    page.work.open_card("D00001")
    page.actions_["return_to_rep"].trigger()
    dialog = page.findChild(RemarkDialog)
    assert dialog is not None
    assert not dialog.give.isEnabled()
    dialog.text.setPlainText("请补充网点数")
    dialog.give.click()
    page = open_page("李明")
    page.work.open_card("D00001")
    assert "请补充网点数" in page.form.head._note.text()
    assert page.actions_["save"].text().replace("&", "") == "Submit for review"


def test_a_new_language_changes_labels_lists_and_values_at_once(
    cards: list[str], open_page: OpenPage, translators: Translators, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    put(page, qtbot, "likes", "货到及时")
    translators.switch("zh")
    qtbot.waitUntil(lambda: page.form.head.tabs.tabText(0) == "正面")
    qtbot.wait(1)
    card = page.work.card
    assert card is not None
    sheet = page.form.faces.sheet
    assert sheet is not None
    assert sheet.grid.editors["channel_type"].typed() == words("CardChoice", "End user")
    assert words("CardChoice", "End user") != "End user"
    assert card.text("likes") == "货到及时"
    assert card.changes == {"likes": "货到及时"}
