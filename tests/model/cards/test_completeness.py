"""Completeness against the totals, bands and example of domain.md §2.9."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.choices import CHANNEL_TYPES, STATUSES, TRADE_TYPES, values
from model.cards.completeness import Completeness, completeness, points
from model.cards.contact_rules import CONTACT_RULES, ContactRule
from model.cards.fields import CardKind, Kind, fields_of

COMPANY, INDIVIDUAL = CardKind.COMPANY, CardKind.INDIVIDUAL
CONTACTS = (
    {
        "name": "何文斌",
        "is_primary": True,
        "is_key_person": True,
        "roles": ("user", "buyer", "decider"),
        "mobile": "13900000001",
        "birth_date": "1978-09-02",
        "personality": "爽直",
        "hobbies": "钓鱼",
        "family": "已婚,一女",
        "education": "college",
    },
)


def full_card(kind: CardKind, status: str, channel_type: str) -> dict[str, object]:
    """A card with something in every field that takes a value."""
    card: dict[str, object] = {
        found.identifier: 1 if found.kind is Kind.ROWS else "x" for found in fields_of(kind)
    }
    return card | {"relationship_status": status, "channel_type": channel_type}


@pytest.mark.parametrize(
    ("kind", "status", "channel_type", "total"),
    [
        (COMPANY, "current", "distributor", 115),
        (COMPANY, "current", "end_user", 111),
        (COMPANY, "interrupted", "retailer", 115),
        (COMPANY, "abandoned", "other", 111),
        (COMPANY, "prospect", "agent", 89),
        (COMPANY, "future", "wholesaler", 89),
        (COMPANY, "prospect", "broker", 86),
        (COMPANY, "future", "end_user", 86),
        (INDIVIDUAL, "current", "end_user", 63),
        (INDIVIDUAL, "current", "retailer", 63),
        (INDIVIDUAL, "prospect", "end_user", 52),
        (INDIVIDUAL, "future", "retailer", 52),
    ],
)
def test_totals_recounted_from_the_fields(
    kind: CardKind, status: str, channel_type: str, total: int
) -> None:
    assert points(kind, status, channel_type) == total


@pytest.mark.parametrize("kind", list(CardKind))
@pytest.mark.parametrize("status", values(STATUSES))
@pytest.mark.parametrize("channel_type", values(CHANNEL_TYPES))
def test_a_full_card_is_complete_and_an_empty_one_lacks_all(
    kind: CardKind, status: str, channel_type: str
) -> None:
    total = points(kind, status, channel_type)
    full = completeness(kind, full_card(kind, status, channel_type), contacts=CONTACTS)
    assert (full.filled, full.applicable, full.missing) == (total, total, ())
    empty = completeness(kind, {"relationship_status": status, "channel_type": channel_type})
    assert (empty.filled, empty.applicable, empty.band) == (0, total, "poor")


def test_92_of_115_points_are_80_percent_and_good() -> None:
    card = full_card(COMPANY, "current", "distributor")
    # 3 points each, then 2 each: 23 of 115.
    for identifier in ("biz_address", "uscc", "legal_rep", "phone", "full_name"):
        card[identifier] = None
    for identifier in ("org_form", "industry", "main_business", "owner_name"):
        card[identifier] = None
    found = completeness(COMPANY, card, contacts=CONTACTS)
    assert (found.filled, found.applicable) == (92, 115)
    assert (found.percent, found.tenths, found.band) == (Decimal("80.0"), 800, "good")


@pytest.mark.parametrize(
    ("filled", "applicable", "shown", "band"),
    [
        (100, 100, "100.0", "excellent"),
        (90, 100, "90.0", "excellent"),
        (8996, 10000, "90.0", "good"),  # shown rounded, judged unrounded
        (75, 100, "75.0", "good"),
        (7499, 10000, "75.0", "fair"),
        (60, 100, "60.0", "fair"),
        (5999, 10000, "60.0", "poor"),
        (0, 63, "0.0", "poor"),
        (77, 89, "86.5", "good"),
    ],
)
def test_bands(filled: int, applicable: int, shown: str, band: str) -> None:
    found = Completeness(filled, applicable, ())
    assert (str(found.percent), found.band) == (shown, band)


@pytest.mark.parametrize(
    ("identifier", "value", "is_filled"),
    [
        ("owner_name", "周志远", True),
        ("owner_name", "  ", False),
        ("owner_name", "", False),
        ("owner_name", None, False),
        ("outlets", 0, True),
        ("reg_capital", Decimal("0.00"), True),
        ("credit_grade", "unrated", False),
        ("credit_grade", "C", True),
        ("needs", (), False),
        ("needs", 0, False),
        ("needs", [{"description": "到货快"}], True),
    ],
)
def test_what_counts_as_filled(identifier: str, value: object, is_filled: bool) -> None:
    card = full_card(COMPANY, "current", "distributor") | {identifier: value}
    assert (identifier not in completeness(COMPANY, card).missing) is is_filled


@pytest.mark.parametrize(
    ("identifier", "explicit", "is_filled"),
    [
        ("competitor_sales", "none", True),
        ("owner_name", "not_applicable", True),
        ("owner_name", "checked", False),
        ("full_name", "none", False),  # always required
        ("credit_grade", "not_applicable", False),  # the system's
    ],
)
def test_an_explicit_answer_counts_where_it_may_stand(
    identifier: str, explicit: str, is_filled: bool
) -> None:
    card = full_card(COMPANY, "current", "distributor") | {identifier: None}
    missing = completeness(COMPANY, card, {identifier: explicit}).missing
    assert (identifier not in missing) is is_filled


def rule_holds(identifier: str, *contacts: Mapping[str, object]) -> bool:
    return identifier not in completeness(COMPANY, {}, contacts=contacts).missing


@pytest.mark.parametrize("rule", CONTACT_RULES, ids=lambda rule: rule.identifier)
def test_each_rule_holds_for_a_known_person_and_for_nobody_else(rule: ContactRule) -> None:
    identifier = rule.identifier
    assert rule_holds(identifier, *CONTACTS)
    assert not rule_holds(identifier)
    assert not rule_holds(identifier, {"name": "周志远", "is_primary": True})


def test_the_mobile_is_the_primary_contacts_and_valid() -> None:
    rule = "contacts[0].mobile"
    boss, clerk = {"is_primary": True, "mobile": None}, {"mobile": "13900000001"}
    assert not rule_holds(rule, clerk, boss)
    assert rule_holds(rule, clerk)
    assert not rule_holds(rule, {"mobile": "12900000001"})
    assert not rule_holds(rule, {"mobile": "1390000000１"})


def test_the_key_person_is_the_marked_one_else_the_primary() -> None:
    primary: dict[str, object] = {"is_primary": True, "hobbies": "钓鱼"}
    marked: dict[str, object] = {"is_key_person": True}
    assert not rule_holds("key_person.hobbies", primary, marked)
    assert rule_holds("key_person.hobbies", {}, primary)
    assert rule_holds("key_person.hobbies", {"hobbies": "钓鱼"} | marked, primary)


def test_education_or_experience_of_the_key_person() -> None:
    assert rule_holds("key_person.education", {"education": "unset", "experience": "曾任车队长"})
    assert not rule_holds("key_person.education", {"education": "unset"})


def test_roles_are_counted_over_all_who_are_still_there() -> None:
    people: list[dict[str, object]] = [{"roles": "user,buyer"}, {"roles": ("buyer", "approver")}]
    assert rule_holds("roles_known", *people)
    people[1]["left_on"] = "2025-01-01"
    assert not rule_holds("roles_known", *people)


def test_individuals_have_no_rules_from_contacts() -> None:
    rules = {rule.identifier for rule in CONTACT_RULES}
    assert not rules & set(completeness(INDIVIDUAL, {}).missing)


@given(
    kind=st.sampled_from(CardKind),
    status=st.sampled_from(values(STATUSES)),
    channel_type=st.sampled_from(values(CHANNEL_TYPES)),
    data=st.data(),
)
def test_filling_a_field_never_lowers_completeness(
    kind: CardKind, status: str, channel_type: str, data: st.DataObject
) -> None:
    names = [found.identifier for found in fields_of(kind)]
    fixed = {"relationship_status": status, "channel_type": channel_type}
    some = data.draw(st.sets(st.sampled_from(names)))
    one = data.draw(st.sampled_from(names))
    full = full_card(kind, status, channel_type)
    before = completeness(kind, {name: full[name] for name in some} | fixed)
    after = completeness(kind, {name: full[name] for name in some | {one}} | fixed)
    assert before.filled <= after.filled <= after.applicable == before.applicable
    worth = {f.identifier: f.points for f in fields_of(kind)} | {
        rule.identifier: rule.points for rule in CONTACT_RULES
    }
    assert sum(worth[name] for name in before.missing) == before.applicable - before.filled


def test_trade_types_are_channel_types() -> None:
    assert set(values(CHANNEL_TYPES)) - TRADE_TYPES == {"broker", "end_user", "other"}
