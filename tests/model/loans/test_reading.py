"""A rep who opens a card of today's plan has read it; nobody else's look ticks anything."""

from __future__ import annotations

import pytest

from model.errors import NotAllowedError
from model.loans.reading import open_card
from model.office.desk import Desk
from model.rounds.planning import plan_of
from tests.conftest import NOW, TODAY, Sit
from tests.model.loans.conftest import approve_rows


def ticked(desk: Desk) -> list[str]:
    """The cards of 李明's plan that count as read."""
    plan = plan_of(desk, "李明", TODAY, NOW)
    assert plan is not None
    return [line.card_no for line in plan.lines if line.read]


def test_opening_a_planned_card_ticks_it_once(desk: Desk, cards: list[str], sit: Sit) -> None:
    approve_rows(desk, "李明", cards[:2])
    rep = sit("李明")
    view = open_card(rep, cards[0], NOW)
    open_card(rep, cards[0], NOW)

    assert "likes" not in view.hidden, "kept for him today, the card is his to read"
    assert ticked(rep) == [cards[0]]


def test_only_the_rep_reading_before_his_visit_ticks(
    desk: Desk, cards: list[str], sit: Sit
) -> None:
    approve_rows(desk, "李明", cards[:2])
    open_card(sit("赵刚"), cards[0], NOW)
    rep = sit("李明")
    open_card(rep, cards[0], NOW, "phone_call")
    open_card(rep, cards[2], NOW)

    assert ticked(rep) == []


def test_a_draft_of_a_plan_ticks_nothing_and_lends_no_sight(
    desk: Desk, cards: list[str], sit: Sit
) -> None:
    approve_rows(desk, "李明", cards[:2], state="draft")
    rep = sit("李明")
    assert "likes" in open_card(rep, cards[0], NOW).hidden
    assert ticked(rep) == []
    with pytest.raises(NotAllowedError):
        open_card(rep, cards[4], NOW)
