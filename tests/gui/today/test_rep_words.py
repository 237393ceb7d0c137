"""A rep's day in a word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gui.today.rep_words import rep_look
from gui.translators import Translators
from model.loans.blocks import Block
from model.loans.board import RepDay

DAY = RepDay("李明", 3, "一队", "RB20261120-01", "approved", 6, 0, 0, 0, 0, 0, Block(), "09:00")


@pytest.mark.parametrize(
    ("change", "word", "detail"),
    [
        ({"to_go": 6}, "Waiting 6", "6 visits · leaves 09:00"),
        ({"to_go": 2, "out": 4}, "Waiting 2", "Out 4 · 6 visits · leaves 09:00"),
        ({"out": 7}, "Out 7", "6 visits · leaves 09:00"),
        (
            {"out": 3, "overdue": 2, "block": Block(overdue=("Q1", "Q2"))},
            "Overdue 2",
            "Blocked · Out 1 · 6 visits · leaves 09:00",
        ),
        ({"home": 8}, "Home 8 ✓", "6 visits · leaves 09:00"),
        ({"home": 8, "missing_records": 1}, "No record 1", "Home 8 ✓ · 6 visits · leaves 09:00"),
        ({"plan_state": "draft", "to_go": 6}, "Not approved", "6 visits · leaves 09:00"),
        ({"plan_no": "", "plan_state": "", "visits": 0, "leaves_at": ""}, "No plan", ""),
        ({"visits": 1}, "No cards", "1 visit · leaves 09:00"),
        (
            {"to_go": 6, "block": Block(missing=("Q1",), lifted=True)},
            "Waiting 6",
            "Block lifted today · 6 visits · leaves 09:00",
        ),
    ],
)
def test_what_counts_now(
    translators: Translators, change: dict[str, object], word: str, detail: str
) -> None:
    look = rep_look(replace(DAY, **change))  # type: ignore[arg-type]
    assert (look.word, look.detail) == (word, detail)


def test_chinese_too(translators: Translators) -> None:
    translators.switch("zh")
    look = rep_look(replace(DAY, to_go=6))
    assert (look.word, look.detail) == ("待领 6", "6 户 · 09:00 出发")
