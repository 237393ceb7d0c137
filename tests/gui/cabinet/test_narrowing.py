"""Narrowing letter by letter finds what a plain scan finds, and looks at no card twice."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from gui.cabinet.narrowing import Narrowing
from model.cards.finding import matches, query_key

KEYS = ("cdhyjd\n13800001111", "cdhy\n13900002222", "hycd\n0281234", "成都恒运\ncdhypj", "bjxx")
TYPED = (
    "c",
    "cd",
    "cdh",
    "cdhy",
    "cdh",
    "cd",
    "c",
    "",
    "h",
    "hy",
    "hy 1",
    "hy 13",
    "hy",
    "成",
    "x y",
)


class Card:
    """A card that counts how often its key is read."""

    def __init__(self, key: str) -> None:
        self._key = key
        self.looked_at = 0

    @property
    def search_key(self) -> str:
        self.looked_at += 1
        return self._key


@pytest.fixture
def cards() -> list[Any]:
    return [Card(key) for key in KEYS]


def test_every_text_leaves_what_a_plain_scan_leaves(cards: list[Any]) -> None:
    narrowing = Narrowing()
    narrowing.take(cards)
    for text in TYPED:
        terms = query_key(text)
        expected = [card for card in cards if matches(card.search_key, terms)]
        assert list(narrowing.left_by(terms)) == expected, text


def test_one_letter_more_looks_only_at_what_was_left(cards: list[Any]) -> None:
    narrowing = Narrowing()
    narrowing.take(cards)
    narrowing.left_by(("b",))
    before = [card.looked_at for card in cards]
    narrowing.left_by(("bj",))
    assert [card.looked_at - seen for card, seen in zip(cards, before, strict=True)] == [
        0, 0, 0, 0, 1,
    ]  # fmt: skip


def test_going_back_looks_at_none(cards: list[Any]) -> None:
    narrowing = Narrowing()
    narrowing.take(cards)
    for terms in (("c",), ("cd",)):
        narrowing.left_by(terms)
    before = [card.looked_at for card in cards]
    narrowing.left_by(("c",))
    assert [card.looked_at for card in cards] == before


def test_other_cards_forget_what_was_left(cards: list[Any]) -> None:
    narrowing = Narrowing()
    narrowing.take(cards)
    narrowing.left_by(("c",))
    other = SimpleNamespace(search_key="cc")
    narrowing.take([other])  # type: ignore[list-item]
    assert narrowing.left_by(("c",)) == [other]


def test_what_is_remembered_stays_small(cards: list[Any]) -> None:
    narrowing = Narrowing()
    narrowing.take(cards)
    for number in range(500):
        narrowing.left_by((str(number),))
    assert len(narrowing._left) <= 50
