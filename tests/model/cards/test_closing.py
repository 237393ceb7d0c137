"""Cards counted by state, as the status line and 锁柜 show them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from model.cards.closing import counts
from model.cards.tables import CustomerCard, Reservation
from model.office.desk import Desk
from model.office.tables import Person
from model.storage.database import writing
from tests.conftest import NOW, Sit, make_card, make_draft

EVENING = NOW.replace(hour=18)


@pytest.fixture
def keeper(sit: Sit) -> Desk:
    """The keeper: two of three cards are out, and a draft waits."""
    for number, (rep, passer, district) in enumerate(
        (("李明", "赵刚", "武侯"), ("王芳", "赵刚", "武侯"), ("周涛", "钱进", "金牛"))
    ):
        make_card(sit, f"客户{'甲乙丙'[number]}厂", rep, f"028-8555100{number}", district, passer)
    make_draft(sit, "客户丁厂", "李明", "028-85551009", "武侯")
    desk = sit("王秀兰")
    with writing():
        for ref, due in (("Q00001", EVENING), ("Q00003", NOW)):
            holder = Person.get(Person.name == "李明")
            CustomerCard.update(custody_state="out", holder=holder, due_at=due).where(
                CustomerCard.card_no == ref
            ).execute()
    return desk


def test_counts_by_state_and_overdue_by_the_clock(keeper: Desk) -> None:
    found = counts(keeper, NOW + timedelta(minutes=1))
    assert {state: number for state, number in found.items() if number} == {
        "draft": 1, "in_cabinet": 1, "out": 1, "overdue": 1,
    }  # fmt: skip
    assert set(found) == {
        "draft", "in_cabinet", "reserved", "out", "overdue", "lost", "sealed", "void",
    }  # fmt: skip
    assert counts(keeper, NOW)["overdue"] == 0
    assert counts(keeper, EVENING + timedelta(seconds=1))["overdue"] == 2


def test_reserved_cards_stand_in_the_cabinet(keeper: Desk, sit: Sit) -> None:
    with writing():
        for ref, day in (("Q00001", NOW), ("Q00002", NOW), ("Q00002", NOW + timedelta(days=1))):
            card = CustomerCard.get(CustomerCard.card_no == ref)
            Reservation.create(card=card, day=day.date(), borrower=card.rep, document="RB1")
    found = counts(keeper, NOW)
    assert (found["reserved"], found["in_cabinet"], found["out"]) == (1, 1, 2)
    assert counts(keeper, NOW + timedelta(days=2))["reserved"] == 0
    assert counts(sit("周涛"), NOW)["reserved"] == 0


def test_each_desk_counts_its_own(keeper: Desk, sit: Sit) -> None:
    assert counts(sit("李明"), EVENING)["draft"] == 1
    late = counts(sit("王芳"), EVENING + timedelta(hours=1))
    assert {state: number for state, number in late.items() if number} == {"in_cabinet": 1}
    assert sum(counts(sit("钱进"), EVENING).values()) == 1
