"""How a typed text is read when nobody types."""

from __future__ import annotations

import pytest

from gui.widgets.rest_text import rest_text, rest_unit, unit_behind
from model.cards.fields import CardKind, field


@pytest.mark.parametrize(
    ("identifier", "typed", "read"),
    [
        ("reg_capital", "1200", "1,200.00"),
        ("reg_capital", "NaN", "NaN"),
        ("reg_capital", "无", "无"),
        ("bank_account", "4402000012345678901", "4402 0000 1234 5678 901"),
        ("bank_account", "未知", "未知"),
        ("phone", "028-85551234", "028-85551234"),
    ],
)
def test_amounts_and_accounts_are_grouped(identifier: str, typed: str, read: str) -> None:
    assert rest_text(field(CardKind.COMPANY, identifier), typed) == read


@pytest.mark.parametrize(
    ("typed", "unit", "read"),
    [
        ("200", "10,000 yuan", "2,000,000 yuan"),
        ("0.5", "10,000 yuan", "5,000 yuan"),
        ("200", "万元", "200.00 万元"),
        ("无", "10,000 yuan", "无 "),
    ],
)
def test_ten_thousands_are_read_as_on_paper(typed: str, unit: str, read: str) -> None:
    one = field(CardKind.COMPANY, "reg_capital")
    text = rest_text(one, typed, unit)
    assert f"{text} {unit_behind(text, rest_unit(unit))}" == read
