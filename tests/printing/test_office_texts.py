"""Days, times and amounts as papers write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from model.words import words_in
from printing.office_texts import clock, day_with_weekday, whole_yuan, yuan

DAY = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("language", "day", "text"),
    [
        ("zh", DAY, "2026-03-16 星期一"),
        ("zh", date(2026, 3, 22), "2026-03-22 星期日"),
        ("en", DAY, "2026-03-16 Monday"),
    ],
)
def test_a_day_has_its_weekday(language: str, day: date, text: str) -> None:
    assert day_with_weekday(day, words_in(language)) == text


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2026, 3, 16, 8, 5), "08:05"),
        (datetime(2026, 3, 13, 17, 55), "03-13 17:55"),
        (None, ""),
    ],
)
def test_a_time_of_another_day_names_the_day(moment: datetime | None, text: str) -> None:
    assert clock(moment, DAY) == text


@pytest.mark.parametrize(
    ("amount", "text", "whole"),
    [
        ("12800", "12,800", "12,800"),
        ("12800.00", "12,800", "12,800"),
        ("12800.50", "12,800.50", "12,801"),
        ("-0.49", "-0.49", "0"),
        ("0", "0", "0"),
    ],
)
def test_cents_stand_only_where_there_are_some(amount: str, text: str, whole: str) -> None:
    assert yuan(Decimal(amount)) == text
    assert whole_yuan(Decimal(amount)) == whole
