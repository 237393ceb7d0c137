"""What is typed is kept in the cabinet while it is typed, and forgotten when it is saved."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.cabinet import typing_keeper
from model.cards.definition import CardKind
from model.cards.typing import keep_typing, kept_typing
from model.office.desk import Desk
from tests.conftest import NOW, Sit
from tests.gui.cabinet.conftest import OpenPage, type_text


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typing_keeper, "KEEP_AFTER_MS", 20)


def texts(desk: Desk) -> list[dict[str, str]]:
    return [kept.texts for kept in kept_typing(desk)]


def test_typing_is_kept_without_a_lock(
    cards: list[str], open_page: OpenPage, sit: Sit, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.form.go_to("likes")
    with qtbot.waitSignal(page.keeper.kept):
        type_text(qtbot, "tea")
    page.form.go_to("contacts#+1.name")
    with qtbot.waitSignal(page.keeper.kept):
        type_text(qtbot, "何文斌")
    assert texts(page._desk) == [{"likes": "tea", "contacts#+1.name": "何文斌"}]


def test_what_is_saved_is_not_kept_any_more(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.form.go_to("likes")
    with qtbot.waitSignal(page.keeper.kept):
        type_text(qtbot, "tea")
    type_text(qtbot, "s")  # not written yet
    page.work.save()
    assert page.work.card is not None
    assert not page.work.card.dirty, page.form.strip.told
    qtbot.wait(100)
    assert texts(page._desk) == []


def test_a_write_under_way_while_the_card_is_saved_leaves_nothing(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.form.go_to("likes")
    type_text(qtbot, "tea")
    page.keeper._keep()  # in the worker's thread now
    page.work.save()
    qtbot.waitUntil(lambda: not page.keeper._writing)
    assert texts(page._desk) == []


def test_typing_that_is_all_taken_back_is_not_kept(
    cards: list[str], open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page("王秀兰")
    page.work.open_card(cards[0])
    page.form.go_to("likes")
    with qtbot.waitSignal(page.keeper.kept):
        type_text(qtbot, "tea")
    page.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: texts(page._desk) == [])


def test_kept_typing_comes_back_when_its_card_is_opened(
    cards: list[str], open_page: OpenPage, sit: Sit
) -> None:
    desk = sit("王秀兰")
    keep_typing(desk, cards[0], CardKind.COMPANY, 1, {"likes": "tea"}, NOW)
    page = open_page("王秀兰")
    assert page.kept.isVisible()
    page.work.open_card(cards[0])
    card = page.work.card
    assert card is not None
    assert card.changes == {"likes": "tea"}
    assert not page.kept.isVisible()
    page.actions_["revert"].trigger()
    assert not card.dirty or page.work.card is not card
    assert texts(page._desk) == []


def test_two_new_cards_of_different_kinds_do_not_take_each_others_place(rep: Desk) -> None:
    keep_typing(rep, "", CardKind.COMPANY, 0, {"full_name": "恒运"}, NOW)
    keep_typing(rep, "", CardKind.INDIVIDUAL, 0, {"full_name": "林秀英"}, NOW)
    found = {kept.kind: kept for kept in kept_typing(rep)}
    assert {kind: kept.texts["full_name"] for kind, kept in found.items()} == {
        CardKind.COMPANY: "恒运",
        CardKind.INDIVIDUAL: "林秀英",
    }
    assert {kept.ref for kept in found.values()} == {""}
