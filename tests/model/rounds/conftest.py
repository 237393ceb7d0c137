"""Customers with the facts that a test needs, written as rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from model.cards.tables import CustomerCard
from model.office.desk import Desk
from model.office.tables import District, Person
from model.storage.database import writing

PutCard = Callable[..., str]


def person(name: str) -> Person:
    """A person by name."""
    found: Person = Person.get(Person.name == name)
    return found


def card_id(card_no: str) -> int:
    """The key of a card."""
    return int(CustomerCard.get(CustomerCard.card_no == card_no).id)


@pytest.fixture
def put_card(clerk: Desk) -> PutCard:
    """Write a card in the cabinet; by default a class B customer of 李明, never visited."""

    def put(number: int, rep: str = "李明", district: str = "武侯", **columns: Any) -> str:
        card_no = f"Q{number:05}"
        row: dict[str, Any] = {
            "card_no": card_no, "draft_no": f"D{number:05}", "customer_kind": "company",
            "custody_state": "in_cabinet", "drawer_no": 2, "location": f"1-02-{number:03}",
            "full_name": f"第{number}家客户有限公司", "abc_class": "B",
            "relationship_status": "current", "completeness": 800,
        }  # fmt: skip
        with writing():
            CustomerCard.create(
                **(row | columns), rep=person(rep), district=District.get(District.name == district)
            )
        return card_no

    return put
