"""Who is meant at the door."""

from __future__ import annotations

import pytest

from model.cards.staff_finding import by_badge, find_staff, pinyin_of
from model.office.log_in import StaffSlot
from model.office.rights import Role

STAFF = [
    StaffSlot(1, "张总", Role.MANAGER),
    StaffSlot(3, "李明", Role.REP),
    StaffSlot(9, "林晓燕", Role.REP),
    StaffSlot(12, "单雪", Role.REP),
    StaffSlot(31, "Lee Ann", Role.CLERK),
]
PINYIN = pinyin_of([one.name for one in STAFF])


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("", ["张总", "李明", "林晓燕", "单雪", "Lee Ann"]),
        ("lm", ["李明"]),
        ("l", ["李明", "林晓燕", "Lee Ann"]),
        ("LXY", ["林晓燕"]),
        ("linx", ["林晓燕"]),
        ("sx", ["单雪"]),  # as a surname: shàn, not dān
        ("李", ["李明"]),
        ("lee", ["Lee Ann"]),
        ("3", ["李明"]),
        ("03", ["李明"]),
        ("P3", ["李明"]),
        ("p0012", ["单雪"]),
        ("Ｐ９", ["林晓燕"]),  # an input method was on
        ("P77", []),
        ("x", []),
    ],
)
def test_a_few_letters_a_number_or_a_badge(typed: str, names: list[str]) -> None:
    assert [one.name for one in find_staff(STAFF, typed, PINYIN)] == names


def test_before_pinyin_is_loaded_hanzi_and_numbers_find() -> None:
    assert [one.name for one in find_staff(STAFF, "林", {})] == ["林晓燕"]
    assert find_staff(STAFF, "lxy", {}) == []


@pytest.mark.parametrize("text", ["", "3", "P", "P3x", "PASSWORD1", "P1234567"])
def test_what_is_no_badge(text: str) -> None:
    assert by_badge(STAFF, text) is None
