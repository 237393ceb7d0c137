"""When a group of facts was last verified."""

from __future__ import annotations

from datetime import date

import pytest

from model.cards.custody import card_of
from model.cards.definition import CardKind, Fresh
from model.cards.tables import Verification
from model.cards.verifying import group_of, renew, verified_dates
from model.storage.database import writing
from tests.conftest import TODAY

LATER = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("phone", Fresh.CONTACT),
        ("uscc", Fresh.LEGAL),
        ("payment_attitude", Fresh.CREDIT),
        ("likes", Fresh.FEATURES),
        ("contacts#7.mobile", Fresh.CONTACT),
        ("contacts#7", Fresh.CONTACT),
        ("contacts[0].mobile", Fresh.CONTACT),
        ("needs#+1.description", Fresh.NEEDS),
        ("competitor_sales#3", Fresh.COMPETITORS),
        ("card_no", None),
        ("sales_history#2.net_sales", None),
        ("investments#2.amount", None),
        ("no_such", None),
        ("", None),
    ],
)
def test_every_fact_is_verified_with_its_group(path: str, group: Fresh | None) -> None:
    assert group_of(CardKind.COMPANY, path) is group


def test_a_change_renews_its_group_and_no_other(card: str) -> None:
    row = card_of(card)
    Verification.delete().execute()
    with writing():
        renew(row, ["mobile", "hobbies"], TODAY)
        renew(row, ["mobile", "contacts#1.mobile"], LATER)
    assert verified_dates(row.id) == {Fresh.CONTACT: LATER, Fresh.FEATURES: TODAY}


def test_what_is_no_fact_renews_nothing(card: str) -> None:
    row = card_of(card)
    Verification.delete().execute()
    with writing():
        renew(row, ["is_focus_of_nobody", "card_no"], TODAY)
    assert verified_dates(row.id) == {}
