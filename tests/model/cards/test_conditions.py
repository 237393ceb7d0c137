"""Which fields must be filled before a card is filed (domain.md §2.2 to §2.4, column Req.)."""

import pytest

from model.cards.conditions import applies, is_required, missing_required
from model.cards.fields import CardKind, field

COMPANY, INDIVIDUAL = CardKind.COMPANY, CardKind.INDIVIDUAL
FILED = {
    "customer_kind": "company",
    "relationship_status": "prospect",
    "channel_type": "end_user",
    "rep": 1,
    "district": 1,
    "source_method": "cold_visit",
    "full_name": "成都恒运叉车配件有限公司",
    "org_form": "limited",
    "main_business": "叉车配件批发",
    "biz_address": "成都市武侯区簇锦街道88号",
    "phone": "028-85551234",
    "operator_name": "何文斌",
}


def missing(primary_mobile: bool = False, **changes: object) -> set[str]:
    return set(missing_required(COMPANY, FILED | changes, {}, primary_mobile))


def test_an_empty_company_card_lacks_these() -> None:
    assert missing_required(COMPANY, {}, {}) == (
        "customer_kind",
        "relationship_status",
        "channel_type",
        "rep",
        "district",
        "source_method",
        "full_name",
        "org_form",
        "main_business",
        "biz_address",
        "phone",
        "operator_name",
    )


def test_an_empty_individual_card_lacks_these() -> None:
    found = missing_required(INDIVIDUAL, {}, {})
    assert found[6:] == ("full_name", "home_address", "mobile")


def test_a_prospect_needs_no_code_and_no_legal_representative() -> None:
    assert missing() == set()
    assert missing(relationship_status="future") == set()


def test_a_current_customer_needs_both() -> None:
    assert missing(relationship_status="current") == {"uscc", "legal_rep"}
    code = "91350100M000100Y43"
    assert missing(relationship_status="current", uscc=code, legal_rep="周志远") == set()


def test_phone_or_the_primary_contacts_mobile() -> None:
    assert missing(phone=None) == {"phone"}
    assert missing(phone=None, primary_mobile=True) == set()


@pytest.mark.parametrize(
    "method", ["endless_chain", "acquaintance", "social_relations", "mutual_benefit"]
)
def test_some_sources_must_name_who_introduced(method: str) -> None:
    assert missing(source_method=method) == {"referrer"}
    assert missing(source_method=method, referrer="恒运配件 周经理") == set()


def test_another_source_must_be_explained() -> None:
    assert missing(source_method="other") == {"source_detail"}
    assert missing(source_method="other", source_detail="展会") == set()


@pytest.mark.parametrize(
    ("channel_type", "lacks"),
    [
        ("distributor", {"service_area"}),
        ("oem_sales", {"service_area"}),
        ("broker", set()),
        ("end_user", set()),
    ],
)
def test_trade_customers_must_name_their_area(channel_type: str, lacks: set[str]) -> None:
    assert missing(channel_type=channel_type) == lacks


def test_an_explicit_answer_stands_only_for_what_is_sometimes_required() -> None:
    current = FILED | {"relationship_status": "current", "full_name": None}
    explicit = {"uscc": "not_applicable", "legal_rep": "checked", "full_name": "none"}
    assert missing_required(COMPANY, current, explicit) == ("full_name", "legal_rep")


@pytest.mark.parametrize(
    ("identifier", "status", "channel_type", "there"),
    [
        ("outlets", "current", "retailer", True),
        ("outlets", "current", "end_user", False),
        ("agent_kind", "current", "agent", True),
        ("agent_kind", "current", "distributor", False),
        ("settle_day", "prospect", "distributor", False),
        ("settle_day", "interrupted", "distributor", True),
        ("sales_cycle_days", "current", "distributor", True),
        ("sales_cycle_days", "prospect", "distributor", False),
        ("sales_cycle_days", "current", "end_user", False),
        ("full_name", None, None, True),
    ],
)
def test_what_applies(
    identifier: str, status: str | None, channel_type: str | None, there: bool
) -> None:
    assert applies(field(COMPANY, identifier), status, channel_type) is there


def test_the_form_asks_for_one_field_at_a_time() -> None:
    assert is_required(field(COMPANY, "full_name"), {})
    assert not is_required(field(COMPANY, "uscc"), {"relationship_status": "prospect"})
    assert is_required(field(COMPANY, "uscc"), {"relationship_status": "current"})
