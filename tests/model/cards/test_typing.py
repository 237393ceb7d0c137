"""Unsaved typing outlives the lock, encrypted, and is nobody else's."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from model.cards.definition import CardKind
from model.cards.tables import Typing
from model.cards.typing import KeptTyping, discard_typing, keep_typing, kept_typing
from model.office.log_in import lock_screen
from tests.conftest import NOW, Sit

COMPANY = CardKind.COMPANY
HALF = {"full_name": "写到一半的客户", "phone": "028-8555"}


def test_typing_is_there_again_after_the_lock(sit: Sit) -> None:
    desk = sit("李明")
    keep_typing(desk, "", COMPANY, 0, HALF, NOW)
    lock_screen(desk, NOW)
    assert kept_typing(sit("李明")) == [KeptTyping("", COMPANY, 0, HALF, NOW)]


def test_it_is_shown_to_nobody_else(sit: Sit) -> None:
    keep_typing(sit("李明"), "", COMPANY, 0, HALF, NOW)
    for name in ("王芳", "王秀兰", "张总"):
        assert kept_typing(sit(name)) == []
        discard_typing(sit(name), "")
    assert len(kept_typing(sit("李明"))) == 1


def test_the_last_typing_on_a_card_counts_newest_first(sit: Sit) -> None:
    desk = sit("李明")
    keep_typing(desk, "D00001", COMPANY, 1, {"likes": "a"}, NOW)
    keep_typing(desk, "", CardKind.INDIVIDUAL, 0, {}, NOW)
    keep_typing(desk, "D00001", COMPANY, 2, {"likes": "b"}, NOW + timedelta(minutes=1))
    assert [(kept.ref, kept.version, kept.texts) for kept in kept_typing(desk)] == [
        ("D00001", 2, {"likes": "b"}),
        ("", 0, {}),
    ]


def test_what_was_saved_is_forgotten(sit: Sit) -> None:
    desk = sit("李明")
    keep_typing(desk, "D00001", COMPANY, 1, HALF, NOW)
    discard_typing(desk, "D00001")
    discard_typing(desk, "D00001")
    assert kept_typing(desk) == []
    assert Typing.select().count() == 0


@pytest.mark.parametrize("text", ["半\ud83d", "空\0白", "一\n二\t三", "🙂" * 1000, ""])
def test_whatever_stood_in_a_cell_comes_back(sit: Sit, text: str) -> None:
    """The screen locks while an input method is in the middle of a character."""
    desk = sit("李明")
    keep_typing(desk, "", COMPANY, 0, {"likes": text, "full_name": "客户"}, NOW)
    assert kept_typing(desk)[0].texts == {"likes": text, "full_name": "客户"}


def test_nothing_of_it_lies_open_on_the_disk(cabinet: Path, sit: Sit) -> None:
    desk = sit("李明")
    keep_typing(desk, "", COMPANY, 0, {"full_name": "plain-text-to-find"}, NOW)
    lock_screen(desk, NOW)
    found = [file for file in cabinet.rglob("*") if file.is_file()]
    assert len(found) >= 3
    assert not [file for file in found if b"plain-text-to-find" in file.read_bytes()]


@pytest.mark.parametrize("sign", ["", " ", "-", ".", "－"])
def test_an_identity_number_is_not_kept_however_it_is_parted(sit: Sit, sign: str) -> None:
    desk = sit("李明")
    typed = {"uscc": sign.join(("999999", "19900101", "0016")), "full_name": "客户"}
    keep_typing(desk, "", COMPANY, 0, typed, NOW)
    assert kept_typing(desk)[0].texts == {"full_name": "客户"}
