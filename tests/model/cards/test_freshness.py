"""Freshness against the periods and the example of domain.md §2.9."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.completeness import completeness
from model.cards.definition import CardKind, Fresh
from model.cards.fields import fields_of
from model.cards.freshness import Freshness, freshness, group_of, period, stale_groups
from tests.model.cards.test_completeness import CONTACTS, full_card

TODAY = date(2026, 11, 20)
ALL_FRESH = dict.fromkeys(Fresh, TODAY)


def fresh(
    values: Mapping[str, object],
    verified: Mapping[Fresh, date],
    kind: CardKind = CardKind.COMPANY,
    contacts: tuple[Mapping[str, object], ...] = (),
) -> Freshness:
    return freshness(kind, values, {}, {"contacts": contacts}, verified, "A", TODAY)


@pytest.mark.parametrize(
    ("group", "grade", "days"),
    [
        (Fresh.CONTACT, "A", 180),
        (Fresh.LEGAL, "A", 365),
        (Fresh.FEATURES, "A", 180),
        (Fresh.COMPETITORS, "A", 90),
        (Fresh.NEEDS, "A", 180),
        (Fresh.TRADING, "A", 90),
        (Fresh.CREDIT, "AAA", 180),
        (Fresh.CREDIT, "AA", 180),
        (Fresh.CREDIT, "A", 180),
        (Fresh.CREDIT, "B", 90),
        (Fresh.CREDIT, "C", 90),
        (Fresh.CREDIT, "unrated", 90),
        (Fresh.CREDIT, None, 90),
    ],
)
def test_a_group_holds_through_the_last_day_of_its_period(
    group: Fresh, grade: str | None, days: int
) -> None:
    assert period(group, grade) == days
    for late, is_stale in ((0, False), (1, True)):
        verified = {**ALL_FRESH, group: TODAY - timedelta(days=days + late)}
        assert (group in stale_groups(verified, grade, TODAY)) is is_stale


def test_the_example_of_92_filled_and_69_fresh_points() -> None:
    assert Freshness(69, 92, ()).percent == Decimal("75.0")
    assert Freshness(69, 92, ()).tenths == 750


def test_a_card_with_nothing_on_it_is_fresh() -> None:
    assert fresh({}, {}) == Freshness(0, 0, ())
    assert Freshness().percent == Decimal("100.0")


def test_points_and_stale_fields_of_one_old_group() -> None:
    values = {"phone": "028-85551234", "fax": "028-85551235", "legal_rep": "周志远"}
    old_contact = {**ALL_FRESH, Fresh.CONTACT: TODAY - timedelta(days=181)}
    assert fresh(values, ALL_FRESH) == Freshness(6, 6, ())
    assert fresh(values, old_contact) == Freshness(3, 6, ("phone", "fax"))


def test_contacts_count_with_the_contact_facts() -> None:
    old = {**ALL_FRESH, Fresh.CONTACT: TODAY - timedelta(days=181)}
    assert fresh({}, old, contacts=CONTACTS) == Freshness(0, 13, ("contacts[0].mobile",))
    assert fresh({}, ALL_FRESH, contacts=CONTACTS) == Freshness(13, 13, ())


def test_who_left_is_verified_no_more() -> None:
    gone = ({**CONTACTS[0], "left_on": TODAY},)
    assert fresh({}, {}, contacts=gone) == Freshness(0, 0, ())


def test_the_office_s_own_facts_and_the_program_s_are_always_fresh() -> None:
    values = {"source_method": "cold_visit", "source_detail": "展会", "mnemonic": "HYPJ"}
    assert fresh(values, {}) == Freshness(2, 2, ())


def test_what_does_not_apply_yet_is_not_to_be_verified() -> None:
    values = {"relationship_status": "prospect", "uscc": "91350100M000100Y43"}
    assert fresh(values, {}) == Freshness(0, 0, ())


def test_an_explicit_answer_grows_stale_like_a_value() -> None:
    found = freshness(CardKind.COMPANY, {}, {"website": "none"}, {}, {}, "A", TODAY)
    assert found.stale == ("website",)


@pytest.mark.parametrize("kind", CardKind)
def test_filled_points_are_those_of_completeness(kind: CardKind) -> None:
    card = full_card(kind, "current", "distributor")
    full = completeness(kind, card, {}, CONTACTS)
    found = fresh(card, ALL_FRESH, kind, CONTACTS)
    assert (found.fresh_points, found.filled_points) == (full.filled, full.filled)


@given(st.dictionaries(st.sampled_from(list(Fresh)), st.integers(0, 800)))
def test_fresh_and_stale_points_add_up(ages: dict[Fresh, int]) -> None:
    card = full_card(CardKind.COMPANY, "current", "distributor")
    verified = {group: TODAY - timedelta(days=age) for group, age in ages.items()}
    found = fresh(card, verified)
    stale = sum(one.points for one in fields_of(CardKind.COMPANY) if one.identifier in found.stale)
    assert found.fresh_points + stale == found.filled_points
    old = stale_groups(verified, "A", TODAY)
    assert {group_of(CardKind.COMPANY, name) for name in found.stale} <= old
