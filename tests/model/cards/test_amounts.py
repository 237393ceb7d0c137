from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.cards.amounts import day_of_month, decimal, money, percent, whole_number, within
from model.cards.checked import Checked

TEN_THOUSAND = 10_000


def reasons(checked: Checked) -> list[str]:
    return [problem.reason for problem in checked.problems]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1200", "1200.00"),
        ("1,200.00", "1200.00"),
        ("1，200", "1200.00"),
        ("1,234,567.89", "1234567.89"),
        ("1 200.50", "1200.50"),
        ("¥1200", "1200.00"),
        ("￥1,200.5元", "1200.50"),
        ("人民币100元整", "100.00"),
        ("１２３．４５", "123.45"),
        ("1.2万", "12000.00"),
        ("120万元", "1200000.00"),
        ("5亿", "500000000.00"),
        ("-5", "-5.00"),
        ("(1,200.00)", "-1200.00"),
        ("0", "0.00"),
        ("-0", "0.00"),
        (".5", "0.50"),
    ],
)
def test_amounts_in_yuan(typed: str, stored: str) -> None:
    checked = money(typed)
    assert (str(checked.value), reasons(checked)) == (stored, [])


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("200", "200.00"), ("200万", "200.00"), ("200万元", "200.00"), ("2000000元", "200.00"),
     ("1.5亿", "15000.00")],
)  # fmt: skip
def test_amounts_in_ten_thousand_yuan(typed: str, stored: str) -> None:
    checked = money(typed, TEN_THOUSAND)
    assert (str(checked.value), reasons(checked)) == (stored, [])


def test_a_conversion_that_rounds_says_so() -> None:
    checked = money("6501234元", TEN_THOUSAND)
    assert checked.value == Decimal("650.12")
    assert reasons(checked) == ["rounded"]
    assert checked.problems[0].values == {"stored": "650.12"}
    assert not checked.errors


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("13,75", "money_separator"),
        ("13 75", "money_separator"),
        ("1,2000", "money_separator"),
        ("1.200,50", "money_separator"),
        ("1,200.00.00", "money_separator"),
        ("1'200", "money_separator"),
        ("12abc", "money_format"),
        ("1e5", "money_format"),
        ("万", "money_format"),
        ("约20万", "money_format"),
        ("200万美元", "money_format"),
        ("13.755", "too_many_places"),
        ("9999999999999", "number_too_long"),
        ("9" * 40, "number_too_long"),
    ],
)
def test_an_amount_is_refused_rather_than_corrupted(typed: str, reason: str) -> None:
    checked = money(typed)
    assert (checked.value, reasons(checked)) == (None, [reason])
    assert checked.errors


def test_the_dust_of_a_computed_cell_is_swept_and_nothing_else() -> None:
    assert money("0.30000000000000004", computed=True) == Checked(Decimal("0.30"))
    assert reasons(money("13.755", computed=True)) == ["too_many_places"]
    assert reasons(money("0.30000000000000004")) == ["too_many_places"]


@pytest.mark.parametrize(
    ("typed", "stored"), [("35", 35), ("35人", 35), ("1,200", 1200), ("35.0", 35), ("１２", 12)]
)
def test_counts(typed: str, stored: int) -> None:
    assert whole_number(typed, ("人",)) == Checked(stored)


@pytest.mark.parametrize("typed", ["35.5", "三十五", "35家", "1,20"])
def test_what_is_no_count(typed: str) -> None:
    assert reasons(whole_number(typed, ("人",))) == ["integer_format"]


def test_a_count_fits_the_column() -> None:
    assert reasons(whole_number("9" * 30)) == ["number_too_long"]


def test_shares_and_measures() -> None:
    assert percent("60%") == percent("60") == Checked(Decimal("60.00"))
    assert decimal("600.5㎡", ("㎡",)) == Checked(Decimal("600.50"))
    assert reasons(decimal("很大")) == ["number_format"]


@pytest.mark.parametrize(
    ("typed", "stored"), [("25", 25), ("25日", 25), ("每月25号", 25), ("月末", 31), ("月底", 31)]
)
def test_settlement_days(typed: str, stored: int) -> None:
    assert day_of_month(typed) == Checked(stored)


def test_there_is_no_day_32_and_no_day_0() -> None:
    assert reasons(day_of_month("32")) == ["too_high"]
    assert reasons(day_of_month("0")) == ["too_low"]


def test_bounds_are_included() -> None:
    assert within(Checked(0), 0, 180) == Checked(0)
    assert within(Checked(180), 0, 180) == Checked(180)
    assert reasons(within(Checked(-1), 0, 180)) == ["negative"]
    assert reasons(within(Checked(Decimal("-0.01")), 0, None)) == ["negative"]
    above = within(Checked(181), 0, 180)
    assert reasons(above) == ["too_high"]
    assert above.problems[0].values == {"highest": 180}


def test_an_empty_cell_is_no_problem() -> None:
    for read in (money, decimal, percent, whole_number, day_of_month):
        assert read(" \u3000") == Checked(None)


amounts = st.decimals(0, 10**7, places=2, allow_nan=False, allow_infinity=False)


@given(amounts)
def test_an_amount_is_read_as_it_is_written(amount: Decimal) -> None:
    for typed in (f"{amount}", f"{amount:,}", f"¥{amount:,}", f"{amount}元", f" {amount:,} 元 "):
        assert money(typed) == Checked(amount)


@given(amounts)
def test_a_unit_is_converted_exactly(amount: Decimal) -> None:
    assert money(f"{amount}万") == Checked(amount * TEN_THOUSAND)
    assert money(f"{amount}万元", TEN_THOUSAND) == Checked(amount)


@given(st.text("0123456789., ，'", max_size=12))
def test_no_reading_moves_a_point(text: str) -> None:
    stored = money(text).value
    if stored is not None:
        digits = "".join(filter(str.isdigit, text))
        cents = text.rpartition(".")[2].strip() if "." in text else ""
        assert stored * 10 ** len(cents) == int(digits)
