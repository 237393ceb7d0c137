"""The gap of a need and our share beside rivals: the examples of domain.md §2.6 and their edges."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from model.cards.row_figures import need_gap, our_share, to_improve


@pytest.mark.parametrize(
    ("need", "gap", "improve"),
    [
        ({"importance": 5, "our_rate": Decimal(60), "rival_rate": Decimal(80)}, 100, True),
        ({"importance": 5, "our_rate": Decimal(80), "rival_rate": Decimal(80)}, 0, False),
        ({"importance": 2, "our_rate": Decimal(90), "rival_rate": Decimal(40)}, -100, False),
        ({"importance": 5, "our_rate": Decimal(60)}, None, False),
        ({"our_rate": Decimal(60), "rival_rate": Decimal(80)}, None, False),
        ({}, None, False),
    ],
)
def test_a_need_that_rivals_meet_better_is_to_be_improved(
    need: dict[str, Any], gap: int | None, improve: bool
) -> None:
    assert need_gap(need) == gap
    assert to_improve(need) is improve


def rival(product: str, theirs: int | None, ours: int | None) -> dict[str, Any]:
    row = {"product": product, "monthly_qty": theirs, "our_qty": ours}
    return {name: value for name, value in row.items() if value is not None}


@pytest.mark.parametrize(
    ("rows", "share"),
    [
        ([rival("轮胎", 120, 25), rival("轮胎", 15, None)], "15.6"),
        ([rival("轮胎", 120, 25), rival(" 轮 胎 ", 15, 25)], "15.6"),  # ours counts once
        ([rival("轮胎", 120, 25), rival("货叉", 15, 5)], "17.2"),  # each product by itself
        ([rival("", 0, 0)], None),
        ([rival("轮胎", 120, None)], None),
        ([rival("轮胎", None, 25)], None),
    ],
)
def test_our_share_counts_all_rivals_of_the_same_product(
    rows: list[dict[str, Any]], share: str | None
) -> None:
    found = our_share(rows[0], rows)
    assert (None if found is None else f"{found:.1f}") == share
