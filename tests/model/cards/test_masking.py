"""What is left of a value that may not be read: enough to know that it is there."""

from __future__ import annotations

import pytest

from model.cards.cards import read_card
from model.cards.definition import CardKind
from model.cards.fields import field_at
from model.cards.masking import masked
from tests.conftest import NOW, Sit
from tests.model.cards.conftest import PRIVATE


@pytest.mark.parametrize(
    ("path", "value", "left"),
    [
        ("mobile", "13900000007", "139****0007"),
        ("phone", "028-85551234", "028-****1234"),
        ("phone", "028-85551234-801", "028-****1234"),
        ("phone", "95588", "***"),
        ("full_name", "何文斌", "何**"),
        ("spouse", "刘某某", "***"),
        ("hobbies", "钓鱼", "***"),
        ("hobbies", "", ""),
        ("hobbies", None, ""),
    ],
)
def test_ends_of_numbers_and_first_characters_of_names(path: str, value: str, left: str) -> None:
    assert masked(field_at(CardKind.INDIVIDUAL, path), value) == left


def test_a_clerk_is_told_that_private_facts_are_there(card: str, sit: Sit) -> None:
    view = read_card(sit("王秀兰"), card, NOW)
    assert view.masked.keys() >= {*PRIVATE, "contacts#1.hobbies"}
    assert "school" not in view.masked, "nothing stands there"
    assert not any(text in str(view) for text in (*PRIVATE.values(), "麻将"))


@pytest.mark.parametrize("person", ["李明", "赵刚", "张总"])
def test_nobody_else_reads_masks(card: str, sit: Sit, person: str) -> None:
    assert read_card(sit(person), card, NOW).masked == {}
