"""Today's cards out: whole or not at all, to one borrower, by the approved plan."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.tables import CustomerCard, Loan
from model.errors import CardOutError, NoPlanError
from model.loans import checkouts, returns
from model.office.desk import Desk
from model.rounds.visits import VisitEntry
from tests.conftest import NOW, TODAY


def test_a_plan_goes_out_whole_in_drawer_order(desk: Desk, plan: str, cards: list[str]) -> None:
    out = checkouts.check_out(desk, "李明", NOW)
    assert [card.card_no for card in out] == sorted(cards[:3])
    assert {card.borrower for card in out} == {"李明"}
    assert [card.loan_no for card in out] == [1, 2, 3]
    assert {card.due_at for card in out} == {NOW.replace(hour=18, minute=0)}
    assert Loan.select().count() == 3
    states = {c.card_no: c.custody_state for c in CustomerCard.select()}
    assert [states[no] for no in cards] == ["out"] * 3 + ["in_cabinet"] * 2


def test_a_second_checkout_says_who_has_them(desk: Desk, plan: str) -> None:
    checkouts.check_out(desk, "李明", NOW)
    with pytest.raises(CardOutError) as caught:
        checkouts.check_out(desk, "李明", NOW)
    assert {card["holder"] for card in caught.value.values["cards"]} == {"李明"}  # type: ignore[attr-defined]


def test_no_plan(desk: Desk) -> None:
    with pytest.raises(NoPlanError):
        checkouts.check_out(desk, "李明", NOW)


def test_home(desk: Desk, plan: str, cards: list[str]) -> None:
    checkouts.check_out(desk, "李明", NOW)
    evening = NOW + timedelta(hours=9)
    entry = VisitEntry("", "", TODAY, {"visited": "要货"}, promises=())
    home = returns.take_back(
        desk,
        "李明",
        [
            returns.Return(cards[0], "visited", entry),
            returns.Return(cards[1], "no_record"),
            returns.Return(cards[2], "cancelled"),
        ],
        evening,
    )
    assert [one.record_missing for one in home] == [False, True, False]
