"""The card's definition against domain.md §2."""

import subprocess
import sys

import pytest

from model.cards.choices import values
from model.cards.fields import (
    CHILD_TABLES,
    STORED,
    CardKind,
    Field,
    Kind,
    Need,
    Storage,
    field,
    field_at,
    fields_of,
    has_field,
    storage_kind,
)
from model.office.data_rights import DataClass

KINDS = list(CardKind)
EVERY_FIELD = [
    pytest.param(kind, found, id=f"{kind}-{found.identifier}")
    for kind in KINDS
    for found in fields_of(kind)
]
TEXTS = {Kind.LINE, Kind.TEXT, Kind.OFFICE_LIST, Kind.PHONE, Kind.EMAIL, Kind.WEBSITE}


@pytest.mark.parametrize("kind", KINDS)
def test_each_identifier_is_defined_once(kind: CardKind) -> None:
    names = [found.identifier for found in fields_of(kind)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("kind", "found"), EVERY_FIELD)
def test_a_field_is_whole(kind: CardKind, found: Field) -> None:
    assert found.section is not None
    assert kind in found.card_kinds
    assert bool(found.choices) is (found.kind in {Kind.CHOICE, Kind.CHOICES})
    assert not (found.kind in TEXTS and found.longest == 0)
    assert found.label
    if found.points and not found.system:
        assert found.fresh is not None
    if found.companion_of:
        assert found.points == 0
        assert has_field(kind, found.companion_of)
    if found.same_as:
        assert field(kind, found.same_as).kind is found.kind


def test_a_column_shared_by_both_kinds_holds_the_same_thing() -> None:
    for company in fields_of(CardKind.COMPANY):
        if has_field(CardKind.INDIVIDUAL, company.identifier):
            individual = field(CardKind.INDIVIDUAL, company.identifier)
            assert individual.kind is company.kind, company.identifier
            assert individual.choices == company.choices, company.identifier


def test_what_differs_between_the_kinds() -> None:
    company, individual = (field(kind, "full_name") for kind in KINDS)
    assert (company.label, company.longest) == ("Full name", 60)
    assert (individual.label, individual.longest) == ("Name", 20)
    assert field(CardKind.COMPANY, "phone").points == 3
    assert field(CardKind.INDIVIDUAL, "phone").points == 0
    assert field(CardKind.COMPANY, "dislikes").longest == 80
    assert field(CardKind.INDIVIDUAL, "dislikes").longest == 60
    assert STORED["dislikes"].longest == 80


@pytest.mark.parametrize(
    ("identifier", "need", "data_class", "longest"),
    [
        ("org_form", Need.REQUIRED, DataClass.DC1, 0),
        ("industry", Need.EXPECTED, DataClass.DC1, 30),
        ("biz_address", Need.REQUIRED, DataClass.DC1, 100),
        ("mnemonic", Need.SYSTEM, DataClass.DC1, 12),
        ("bank_account", Need.EXPECTED, DataClass.DC5, 32),
        ("service_area", Need.EXPECTED, DataClass.DC3, 80),
        ("likes", Need.OPTIONAL, DataClass.DC3, 80),
        ("trade_terms", Need.EXPECTED, DataClass.DC4, 160),
    ],
)
def test_company_fields_as_in_the_table(
    identifier: str, need: Need, data_class: DataClass, longest: int
) -> None:
    found = field(CardKind.COMPANY, identifier)
    assert (found.need, found.data_class, found.longest) == (need, data_class, longest)


def test_protected_fields_are_those_of_5_7() -> None:
    protected = {f.identifier for kind in KINDS for f in fields_of(kind) if f.protected}
    assert protected == {
        "full_name",
        "uscc",
        "org_form",
        "legal_rep",
        "bank_account",
        "district",
        "rep",
        "relationship_status",
        "credit_grade",
        "credit_score",
        "credit_limit",
        "credit_term_days",
        "trade_terms",
        "price_tier",
    }


def test_what_does_not_apply_to_prospects_is_the_list_of_2_9() -> None:
    listed = {f.identifier for kind in KINDS for f in fields_of(kind) if f.not_for_prospects}
    assert listed == {
        "uscc",
        "first_trade_on",
        "legal_rep",
        "sales_history",
        "credit_grade",
        "credit_limit",
        "credit_term_days",
        "payment_method",
        "payment_attitude",
        "trade_terms",
        "price_tier",
        "settle_day",
        "delivery_terms",
        "sales_status",
        "sales_cycle_days",
    }


def test_only_the_system_fills_what_is_not_editable() -> None:
    for kind in KINDS:
        for found in fields_of(kind):
            if not found.editable:
                assert found.system, found.identifier
    assert field(CardKind.COMPANY, "mnemonic").editable


@pytest.mark.parametrize(
    ("identifier", "storage"),
    [
        ("full_name", Storage.TEXT),
        ("founded_on", Storage.TEXT),
        ("settle_day", Storage.INTEGER),
        ("coop_attitude", Storage.INTEGER),
        ("reg_capital", Storage.DECIMAL),
        ("is_focus", Storage.BOOLEAN),
        ("first_trade_on", Storage.DATE),
        ("rep", Storage.PERSON),
        ("district", Storage.DISTRICT),
    ],
)
def test_how_columns_are_kept(identifier: str, storage: Storage) -> None:
    assert STORED[identifier].storage is storage


def test_rows_of_child_tables_are_no_columns() -> None:
    assert not {"needs", "sales_history", "competitor_sales", "contacts"} & set(STORED)
    assert storage_kind(field(CardKind.COMPANY, "needs")) is None


def test_a_path_finds_a_contacts_column() -> None:
    assert field_at(CardKind.COMPANY, "contacts[2].birth_date").data_class is DataClass.DC2
    assert field_at(CardKind.COMPANY, "competitor_sales[0].price").kind is Kind.MONEY
    assert field_at(CardKind.COMPANY, "uscc").identifier == "uscc"


@pytest.mark.parametrize("path", ["nothing", "contacts[0].nothing", "nothing[0].name", "school"])
def test_an_unknown_path_is_refused(path: str) -> None:
    with pytest.raises(KeyError):
        field_at(CardKind.COMPANY, path)


def test_private_facts_of_contacts_are_private() -> None:
    private = {f.identifier for f in CHILD_TABLES["contacts"] if f.data_class is DataClass.DC2}
    assert private == {
        "birth_date",
        "native_place",
        "ethnicity",
        "birthplace",
        "home_address",
        "education",
        "experience",
        "personality",
        "hobbies",
        "family",
    }


def test_explicit_answers_only_where_they_say_something() -> None:
    company = {f.identifier for f in fields_of(CardKind.COMPANY) if f.takes_explicit}
    assert {"fax", "owner_name", "competitor_sales", "email"} <= company
    assert not {"full_name", "is_focus", "our_relation", "credit_limit", "agent_kind"} & company


def test_lists_store_distinct_values() -> None:
    for kind in KINDS:
        for found in fields_of(kind):
            stored = values(found.choices)
            assert len(stored) == len(set(stored)), found.identifier


def test_no_forbidden_personal_data() -> None:
    """No identity number, health or religion (domain.md §2.4)."""
    for word in ("identity", "id_card", "health", "religion"):
        assert not [name for name in STORED if word in name]


def test_the_definition_loads_neither_database_nor_pinyin() -> None:
    code = (
        "import sys, model.cards.fields;"
        "print(sorted({'peewee', 'pypinyin', 'PySide6', 'sqlcipher3'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
