"""What follows from the rows of a table: the gap of a need, our share beside rivals.

Pure functions over rows as `CardView.children` holds them (domain.md §2.6).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

Row = Mapping[str, Any]


def need_gap(need: Row) -> Decimal | None:
    """Importance × (how far rivals meet the need − how far we do), in points of percent.

    Above zero it is to be improved (待改进). None where one of the three is not known.
    """
    importance, ours, rivals = (need.get(name) for name in ("importance", "our_rate", "rival_rate"))
    if importance is None or ours is None or rivals is None:
        return None
    return Decimal(importance) * (Decimal(rivals) - Decimal(ours))


def to_improve(need: Row) -> bool:
    """Whether rivals meet a need better than we do (待改进)."""
    gap = need_gap(need)
    return gap is not None and gap > 0


def our_share(row: Row, rows: Iterable[Row]) -> Decimal | None:
    """Our share of what this customer sells or uses of one product, in percent, unrounded.

    Ours ÷ (ours + all rivals' of the same product). Rows of one product repeat our quantity;
    the largest one counts. None where ours or every rival's is not known.

    Args:
        row: one row of `competitor_sales`.
        rows: all rows of the table.
    """
    same = [one for one in rows if _product(one) == _product(row)]
    ours = [Decimal(one["our_qty"]) for one in same if one.get("our_qty") is not None]
    rivals = [Decimal(one["monthly_qty"]) for one in same if one.get("monthly_qty") is not None]
    total = max(ours, default=Decimal(0)) + sum(rivals, Decimal(0))
    if not ours or not rivals or total <= 0:
        return None
    return max(ours) * 100 / total


def _product(row: Row) -> str:
    return "".join(str(row.get("product") or "").split()).casefold()
