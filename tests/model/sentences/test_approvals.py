"""An approval's facts as whoever decides reads them."""

from __future__ import annotations

import pytest

from model.sentences.approvals import facts_in_words


def english(_context: str, text: str) -> str:
    return text


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("fields", "list", "Short list: number, name, class, rep, address, telephone"),
        ("fields", "full_name, phone", "Full name, Phone"),
        ("filter", "*", "every card that may be exported"),
        ("filter", "2: Q00001, Q00002", "2 cards: Q00001, Q00002"),
        (
            "filter",
            "2000: " + ", ".join(f"Q{number:05}" for number in range(1, 60)) + "…",
            "2,000 cards: Q00001, Q00002, Q00003, Q00004, Q00005 …",
        ),
        ("filter", "rep=李明", "rep=李明"),
    ],
)
def test_what_an_export_is_about_is_told_in_words(name: str, text: str, told: str) -> None:
    ((_, said),) = facts_in_words({name: text}, english)
    assert said == told


def test_what_only_programs_compare_is_not_told() -> None:
    assert facts_in_words({"digest": "0a1b", "receiver": ""}, english) == []
