from __future__ import annotations

from decimal import Decimal

from model.cards.yearly import with_shares


def test_share_and_growth_follow_from_the_years() -> None:
    rows = with_shares(
        [
            {"year": 2025, "net_sales": Decimal(200_000), "category_demand": Decimal(50)},
            {"year": 2024, "net_sales": Decimal(160_000)},
        ]
    )
    assert rows[0]["share"] == 40
    assert rows[0]["growth"] == 25
    assert "share" not in rows[1]
    assert "growth" not in rows[1]


def test_zero_denominators_leave_the_cell_empty() -> None:
    rows = with_shares(
        [
            {"year": 2025, "net_sales": Decimal(5), "category_demand": Decimal(0)},
            {"year": 2024, "net_sales": Decimal(0)},
            {"year": 2020, "net_sales": None},
        ]
    )
    assert not any({"share", "growth"} & row.keys() for row in rows)
