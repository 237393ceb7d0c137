from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.checked import Checked, Explicit, Stored
from model.cards.checks import Cell, check, check_card
from model.cards.definition import CardKind, Field, Kind, Storage, storage_kind
from model.cards.fields import CHILD_TABLES, field, fields_of
from model.cards.reasons import REASONS

TODAY = date(2026, 11, 22)
COMPANY, INDIVIDUAL = CardKind.COMPANY, CardKind.INDIVIDUAL
EVERY_FIELD = [
    found
    for table in (*map(fields_of, CardKind), *CHILD_TABLES.values())
    for found in table
    if found.kind is not Kind.ROWS
]
PYTHON = {
    Storage.TEXT: str | tuple,
    Storage.INTEGER: int,
    Storage.DECIMAL: Decimal,
    Storage.BOOLEAN: bool,
    Storage.DATE: date,
    Storage.MOMENT: datetime,
    Storage.PERSON: str,
    Storage.DISTRICT: str,
}


def typed(identifier: str, text: Cell, kind: CardKind = COMPANY) -> Checked:
    return check(field(kind, identifier), text, TODAY, "028")


def of_sheet(identifier: str, cell: Cell, kind: CardKind = COMPANY) -> Checked:
    return check(field(kind, identifier), cell, TODAY, "028", spreadsheet=True)


def reasons(checked: Checked) -> list[str]:
    return [problem.reason for problem in checked.problems]


@pytest.mark.parametrize(
    ("kind", "identifier", "text", "value"),
    [
        (
            COMPANY,
            "full_name",
            " 成都恒运叉车配件（武侯）有限公司 ",
            "成都恒运叉车配件(武侯)有限公司",
        ),
        (COMPANY, "full_name", "=cmd()", "=cmd()"),
        (COMPANY, "biz_address", "武侯区１２号，后门", "武侯区12号，后门"),
        (COMPANY, "mnemonic", "hypj", "HYPJ"),
        (COMPANY, "uscc", "91350100m000100y43", "91350100M000100Y43"),
        (COMPANY, "org_form", "limited", "limited"),
        (COMPANY, "org_form", "Limited company", "limited"),
        (COMPANY, "postcode", "050000", "050000"),
        (COMPANY, "phone", "85551234转801", "028-85551234-801"),
        (COMPANY, "fax", "028-85551235", "028-85551235"),
        (COMPANY, "email", "info@example.cn", "info@example.cn"),
        (COMPANY, "website", "www.example.cn", "www.example.cn"),
        (COMPANY, "legal_rep", "周 志远", "周志远"),
        (COMPANY, "founded_on", "2009年6月", "2009-06"),
        (COMPANY, "first_trade_on", "2017.3.20", date(2017, 3, 20)),
        (COMPANY, "reg_capital", "200万元", Decimal(200)),
        (COMPANY, "reg_capital", "2,000,000元", Decimal(200)),
        (COMPANY, "total_assets_year", "2025年", 2025),
        (COMPANY, "employees", "35人", 35),
        (COMPANY, "premises_area", "600㎡", 600),
        (COMPANY, "bank_account", "4402 0000 1234 5678 901", "4402000012345678901"),
        (COMPANY, "sales_capacity", "4", 4),
        (COMPANY, "sales_capacity", "Good", 4),
        (COMPANY, "sales_capacity", "好", 4),
        (COMPANY, "org_form", "有限责任公司", "limited"),
        (COMPANY, "relationship_status", "现有", "current"),
        (INDIVIDUAL, "gender", "女", "female"),
        (INDIVIDUAL, "ethnicity", "汉", "han"),
        (COMPANY, "is_focus", "√", True),
        (COMPANY, "settle_day", "月末", 31),
        (COMPANY, "credit_term_days", "45天", 45),
        (COMPANY, "problems", "一\r\n二", "一\n二"),
        (INDIVIDUAL, "full_name", "林　秀英", "林秀英"),
        (INDIVIDUAL, "mobile", "+86 139 0000 0002", "13900000002"),
        (INDIVIDUAL, "wechat", "lin_xy85", "lin_xy85"),
        (INDIVIDUAL, "birth_date", "1985", "1985"),
        (INDIVIDUAL, "anniversary", "10月1日", "10-01"),
        (INDIVIDUAL, "rep", " 李明 ", "李明"),
    ],
)
def test_a_text_becomes_its_stored_value(
    kind: CardKind, identifier: str, text: str, value: Stored
) -> None:
    assert typed(identifier, text, kind) == Checked(value)


@pytest.mark.parametrize(
    ("kind", "identifier", "text", "reason", "values"),
    [
        (COMPANY, "full_name", "恒" * 61, "too_long", {"longest": 60}),
        (COMPANY, "full_name", "恒", "too_short", {"shortest": 2}),
        (COMPANY, "full_name", "恒\x00运", "unreadable_character", {}),
        (COMPANY, "biz_address", "人民路", "too_short", {"shortest": 6}),
        (COMPANY, "uscc", "9135O100M000100Y43", "uscc_format", {}),
        (COMPANY, "uscc", "999999199001010016", "identity_number", {}),
        (COMPANY, "org_form", "有限", "not_in_list", {}),
        (COMPANY, "postcode", "50000", "postcode_format", {}),
        (COMPANY, "phone", "028-8555123", "phone_format", {}),
        (COMPANY, "email", "info", "email_format", {}),
        (COMPANY, "founded_on", "2027", "date_future", {}),
        (COMPANY, "first_trade_on", "2026-11-23", "date_future", {}),
        (COMPANY, "first_trade_on", "45000", "date_serial", {}),
        (COMPANY, "reg_capital", "13,75", "money_separator", {}),
        (COMPANY, "reg_capital", "-1", "negative", {}),
        (COMPANY, "employees", "-1", "negative", {}),
        (COMPANY, "employees", "1000000", "too_high", {"highest": 999_999}),
        (COMPANY, "credit_term_days", "181", "too_high", {"highest": 180}),
        (COMPANY, "sales_cycle_days", "0", "too_low", {"lowest": 1}),
        (COMPANY, "sales_capacity", "6", "rating_format", {}),
        (COMPANY, "is_focus", "也许", "flag_format", {}),
        (COMPANY, "card_no", "37", "not_in_form", {}),
        (INDIVIDUAL, "full_name", "林" * 21, "too_long", {"longest": 20}),
        (INDIVIDUAL, "birth_date", "2013", "age_out_of_range", {"lowest": 14, "highest": 110}),
        (
            INDIVIDUAL,
            "birth_date",
            "1915-01-01",
            "age_out_of_range",
            {"lowest": 14, "highest": 110},
        ),
        (INDIVIDUAL, "mobile", "028-85551234", "mobile_format", {}),
        (INDIVIDUAL, "wechat", "林秀英", "wechat_format", {}),
    ],
)
def test_an_error_names_field_reason_and_facts(
    kind: CardKind, identifier: str, text: str, reason: str, values: dict[str, object]
) -> None:
    checked = typed(identifier, text, kind)
    assert checked.value is None
    assert [(p.field, p.reason, p.values) for p in checked.errors] == [(identifier, reason, values)]


def test_a_wrong_check_character_is_kept_and_warned_of() -> None:
    checked = typed("uscc", "91350203M0001QKT19")
    assert checked.value == "91350203M0001QKT19"
    assert [(p.field, p.reason) for p in checked.warnings] == [("uscc", "uscc_check")]
    assert not checked.errors


def test_none_and_not_applicable_are_answers_where_the_field_takes_them() -> None:
    assert typed("reg_capital", "无") == Checked(Explicit.NONE)
    assert typed("phone", "不适用") == Checked(Explicit.NOT_APPLICABLE)
    assert isinstance(typed("likes", "无").value, Explicit)
    assert typed("main_business", "无").value == "无"
    relation = typed("our_relation", "none").value
    assert relation == "none"
    assert not isinstance(relation, Explicit)


@pytest.mark.parametrize(
    ("identifier", "cell", "value"),
    [
        ("phone", 85551234.0, "028-85551234"),
        ("phone", "'028-85551234", "028-85551234"),
        ("bank_account", "622202123456.0", "622202123456"),
        ("legacy_no", 118.0, "118"),
        ("employees", 35.0, 35),
        ("reg_capital", 200.5, Decimal("200.50")),
        ("reg_capital", 0.1 + 0.2, Decimal("0.30")),
        ("reg_capital", 5.684e-14, Decimal(0)),
        ("first_trade_on", datetime.fromisoformat("2017-03-20T00:00"), date(2017, 3, 20)),
        ("founded_on", date(2009, 6, 15), "2009-06-15"),
        ("founded_on", 2009.0, "2009"),
        ("is_focus", True, True),
        ("phone", "-", None),
        ("likes", "/", None),
        ("phone", None, None),
        ("short_name", "", None),
    ],
)
def test_cells_of_a_spreadsheet(identifier: str, cell: Cell, value: Stored | None) -> None:
    assert of_sheet(identifier, cell) == Checked(value)


@pytest.mark.parametrize(
    ("identifier", "cell", "reason"),
    [
        ("phone", "1.38E+10", "number_damaged"),
        ("uscc", "9.13501E+17", "number_damaged"),
        ("uscc", "911201167643333000", "number_damaged"),
        ("uscc", 9.11201167643333e17, "number_damaged"),
        ("bank_account", "6222021234567890000", "number_damaged"),
        ("bank_account", "####", "number_damaged"),
        ("reg_capital", "1.2E+06", "number_damaged"),
        ("full_name", "#N/A", "sheet_error"),
        ("first_trade_on", date(1900, 1, 8), "date_serial"),
        ("first_trade_on", 45000.0, "date_serial"),
        ("reg_capital", date(2026, 3, 8), "money_format"),
        ("employees", float("nan"), "sheet_error"),
        ("employees", time(8, 30), "integer_format"),
    ],
)
def test_damage_of_a_spreadsheet_is_refused(identifier: str, cell: Cell, reason: str) -> None:
    checked = of_sheet(identifier, cell)
    assert (checked.value, reasons(checked)) == (None, [reason])
    assert checked.errors


@pytest.mark.parametrize(
    ("identifier", "cell", "value", "reason"),
    [
        ("bank_account", "1234567890123450", "1234567890123450", "number_may_be_cut"),
        ("phone", "2885551234", "028-85551234", "phone_zero_added"),
        ("phone", 2885551234.0, "028-85551234", "phone_zero_added"),
        ("phone", "+55 (12) 3923-5555", "+551239235555", "phone_abroad"),
        ("biz_address", "人民路", "人民路", "short_in_sheet"),
        ("postcode", "H2G 1A7", None, "postcode_left_out"),
        ("postcode", 50000.0, None, "postcode_left_out"),
        ("founded_on", "2009.1", "2009-01", "month_may_be_cut"),
        ("legacy_no", date(2026, 3, 8), "2026-03-08", "date_in_text"),
    ],
)
def test_doubts_about_a_spreadsheet_are_warnings(
    identifier: str, cell: Cell, value: Stored | None, reason: str
) -> None:
    checked = of_sheet(identifier, cell)
    assert (checked.value, reasons(checked)) == (value, [reason])
    assert not checked.errors


def test_a_name_of_one_character_is_refused_in_a_sheet_too() -> None:
    assert reasons(of_sheet("full_name", "恒")) == ["too_short"]


def test_what_is_typed_is_not_suspected_of_a_spreadsheet() -> None:
    assert typed("bank_account", "6222021234567890000") == Checked("6222021234567890000")
    assert typed("likes", "-") == Checked("-")


def test_facts_of_one_card_against_each_other() -> None:
    values = {
        "uscc": "92510107MA6CXXXX1A",
        "org_form": "limited",
        "founded_on": "2018",
        "first_trade_on": date(2017, 3, 20),
        "balance": Decimal(100),
        "overdue": Decimal("100.01"),
    }
    found = check_card(COMPANY, values, TODAY)
    assert [(problem.field, problem.reason) for problem in found] == [
        ("org_form", "uscc_org_form"),
        ("first_trade_on", "trade_before_founding"),
        ("overdue", "overdue_above_balance"),
    ]


def test_a_card_in_order_has_no_problem() -> None:
    values = {
        "uscc": "91350100M000100Y43",
        "org_form": "limited",
        "founded_on": "2017",
        "first_trade_on": date(2017, 3, 20),
        "balance": Decimal(100),
        "overdue": Decimal(100),
    }
    assert check_card(COMPANY, values, TODAY) == ()
    first_day = {"founded_on": "2017-03-20", "first_trade_on": date(2017, 3, 20)}
    assert check_card(COMPANY, first_day, TODAY) == ()
    assert check_card(INDIVIDUAL, {"founded_on": "none"}, TODAY) == ()


fields = st.sampled_from(EVERY_FIELD)
texts = st.text(max_size=40) | st.sampled_from(
    ["无", "0", "1,200", "2023-3-8", "13900000001", "好"]
)
cells = (
    texts
    | st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.timedeltas()
)


@given(fields, cells, st.booleans())
def test_whatever_comes_in_a_value_of_the_right_type_or_a_problem_comes_out(
    found: Field, cell: Cell, spreadsheet: bool
) -> None:
    checked = check(found, cell, TODAY, "028", spreadsheet=spreadsheet)
    assert all(problem.field == found.identifier for problem in checked.problems)
    assert all(problem.reason in REASONS for problem in checked.problems)
    if checked.errors:
        assert checked.value is None
    elif checked.value is not None and not isinstance(checked.value, Explicit):
        storage = storage_kind(found)
        assert storage is not None
        assert isinstance(checked.value, PYTHON[storage])


@given(fields, texts)
def test_a_stored_text_is_stored_again_as_it_is(found: Field, text: str) -> None:
    stored = check(found, text, TODAY, "028").value
    if isinstance(stored, str) and not isinstance(stored, Explicit):
        assert check(found, stored, TODAY, "028").value == stored


@given(fields, texts)
def test_nothing_stored_is_longer_than_its_column(found: Field, text: str) -> None:
    stored = check(found, text, TODAY, "028").value
    if isinstance(stored, str) and found.longest and not isinstance(stored, Explicit):
        assert len(stored) <= found.longest


@given(fields, st.text(min_size=4, max_size=30))
def test_no_problem_repeats_what_was_typed(found: Field, text: str) -> None:
    for problem in check(found, text, TODAY, "028").errors:
        assert text not in map(str, problem.values.values())
