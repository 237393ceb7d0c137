"""A search comes into the log once: when its hit opens, or when the typing has rested."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import search_note
from gui.search_note import SearchNote
from model.office import audit
from model.office.desk import Desk
from model.office.tables import AuditLine
from tests.conftest import NOW

RESTS_MS = 40


@pytest.fixture
def note(rep: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[SearchNote]:
    monkeypatch.setattr(search_note, "RESTS_MS", RESTS_MS)
    page = QWidget()
    qtbot.addWidget(page)
    yield SearchNote(rep, lambda: NOW, page)
    page.hide()


def noted(rep: Desk) -> list[dict[str, object]]:
    audit.flush(rep)
    lines = AuditLine.select().where(AuditLine.event == "card.search").order_by(AuditLine.no)
    return [json.loads(line.after) for line in lines]


def test_a_rest_of_two_seconds_is_a_search() -> None:
    assert search_note.RESTS_MS == 2000


def test_many_keystrokes_are_one_search(note: SearchNote, rep: Desk, qtbot: QtBot) -> None:
    for text, hits in (("恒", 30), ("恒岳", 3), ("恒岳 139", 1)):
        note.typed(text, lambda hits=hits: hits)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(noted(rep)) == 1)
    qtbot.wait(3 * RESTS_MS)
    assert noted(rep) == [{"terms": 2, "hits": 1}]


def test_a_hit_that_opens_ends_the_search(note: SearchNote, rep: Desk, qtbot: QtBot) -> None:
    note.typed("恒岳", lambda: 3)
    note.opened("Q00001")
    note.opened("Q00002")
    qtbot.wait(3 * RESTS_MS)
    assert noted(rep) == [{"terms": 1, "hits": 3, "opened": "Q00001"}]


def test_a_card_that_opens_without_a_search_notes_none(note: SearchNote, rep: Desk) -> None:
    note.opened("Q00001")
    assert noted(rep) == []


@pytest.mark.parametrize("text", ["", "  "])
def test_an_emptied_box_is_no_search(note: SearchNote, rep: Desk, qtbot: QtBot, text: str) -> None:
    note.typed("恒岳", lambda: 3)
    note.typed(text, lambda: 300)
    qtbot.wait(3 * RESTS_MS)
    assert noted(rep) == []


def test_the_same_text_again_is_no_second_search(note: SearchNote, rep: Desk, qtbot: QtBot) -> None:
    note.typed("恒岳", lambda: 3)
    qtbot.waitUntil(lambda: len(noted(rep)) == 1)
    note.typed("恒岳", lambda: 3)
    qtbot.wait(3 * RESTS_MS)
    assert len(noted(rep)) == 1


def test_a_lock_forgets_what_is_typed(note: SearchNote, rep: Desk, qtbot: QtBot) -> None:
    note.typed("恒岳", lambda: 3)
    note.forget()
    qtbot.wait(3 * RESTS_MS)
    assert noted(rep) == []


def test_what_was_typed_is_in_no_line(note: SearchNote, rep: Desk) -> None:
    note.typed("13900001111", lambda: 1)
    note.opened("Q00001")
    assert "13900001111" not in json.dumps(noted(rep))
