"""Rows that contradict each other are found by whichever way they came there."""

from __future__ import annotations

from datetime import date

import pytest

from model.cards.cards import edit_card
from model.cards.custody import card_of
from model.cards.row_check import row_faults
from model.cards.tables import CHILDREN
from model.storage.database import reading, writing
from tests.conftest import NOW, Sit

ROWS = {
    "contacts#+1.name": "何文斌", "contacts#+2.name": "孙兰", "needs#+3.description": "送货快",
    "needs#+3.is_top": "是", "needs#+4.description": "价格稳", "sales_history#+5.year": "2024",
    "sales_history#+6.year": "2025", "competitor_sales#+7.brand": "甲牌",
}  # fmt: skip


@pytest.fixture
def rows(firm: str, sit: Sit) -> str:
    """A card with rows in its tables, numbered from 1 to 7."""
    edit_card(sit("张总"), firm, card_of(firm).version, ROWS, NOW)
    return firm


def found() -> list[tuple[str, object]]:
    with reading():
        return [(code, facts["fields"]) for code, facts in row_faults()]


def test_what_was_typed_is_sound(rows: str, sit: Sit) -> None:
    assert found() == []
    texts = {f"contacts#{number}.left_on": "2025-01-02" for number in (1, 2)}
    edit_card(sit("张总"), rows, card_of(rows).version, texts, NOW)
    assert found() == []


@pytest.mark.parametrize(
    ("table", "number", "columns", "code"),
    [
        ("contacts", 1, {"is_primary": None}, "card_rows"),
        ("contacts", 2, {"is_primary": True}, "card_rows"),
        ("contacts", 1, {"left_on": date(2025, 1, 2)}, "card_rows"),
        ("needs", 4, {"is_top": True}, "card_rows"),
        ("sales_history", 5, {"year": 2025}, "card_rows"),
        ("competitor_sales", 7, {"row_no": 8}, "card_row_number"),
    ],
)
def test_what_contradicts_is_found(
    rows: str, table: str, number: int, columns: dict[str, object], code: str
) -> None:
    kept = CHILDREN[table]
    with writing():
        kept.update(columns).where(kept.row_no == number).execute()
    assert found() == [(code, table)]
