"""Approvals in the reminders: what waits two working days, and what was decided."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.asking import ask_approval, decide_approval
from model.loans.reminder_words import reminder_text
from model.loans.reminders import reminders
from model.office.rights import Right
from model.words import words_in
from tests.conftest import NOW, Sit


@pytest.fixture
def asked(sit: Sit, cards: list[str]) -> str:
    """A clerk's request of a Friday."""
    desk = sit("孙丽")
    return ask_approval(desk, Right.ISSUE_CONFIDENTIAL, [cards[0]], "年检", NOW).approval_no


def told(sit: Sit, name: str, days: int = 0) -> list[str]:
    """What a person is told about approvals, days after."""
    found = reminders(sit(name), NOW + timedelta(days=days))
    words = words_in("en")
    return [reminder_text(one, words) for one in found if one.code.startswith("approval")]


@pytest.mark.parametrize(("days", "waits"), [(0, False), (3, False), (4, True), (6, True)])
def test_deciders_are_reminded_after_two_working_days(
    sit: Sit, asked: str, days: int, waits: bool
) -> None:
    for name, decides in (("赵刚", True), ("张总", True), ("钱进", False), ("王秀兰", False)):
        assert bool(told(sit, name, days)) is (waits and decides)
    if waits:
        count = 2 if days == 4 else 4
        assert told(sit, "赵刚", days) == [
            f"Approvals that wait for your decision: 1, for up to {count} working days."
        ]
        assert told(sit, "孙丽", days) == [
            f"{asked}: you asked {count} working days ago and have no decision yet."
        ]


def test_who_asked_learns_that_it_is_granted_as_long_as_it_may_be_used(
    sit: Sit, asked: str
) -> None:
    decide_approval(sit("赵刚"), asked, True, "快去快回", NOW)
    expected = f"{asked} is granted: it may be used once, until 2026-11-23."
    assert told(sit, "孙丽") == told(sit, "孙丽", 3) == [expected]
    assert told(sit, "孙丽", 4) == []
    assert told(sit, "赵刚", 3) == []


def test_who_asked_learns_of_a_refusal_on_its_day(sit: Sit, asked: str) -> None:
    decide_approval(sit("赵刚"), asked, False, "不对外", NOW)
    assert told(sit, "孙丽") == [f"{asked} is refused (不对外)."]
    assert told(sit, "孙丽", 1) == []
