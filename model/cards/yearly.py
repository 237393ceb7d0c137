"""What follows from the yearly results: our share and the growth on the year (domain.md §2.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

_YUAN_IN_WAN = 10_000


def with_shares(rows: Iterable[Mapping[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Yearly results with `share` and `growth` in percent, unrounded.

    Either is absent where its denominator is missing or zero: a dash on paper.

    Args:
        rows: `year`, `net_sales` in yuan, `category_demand` in 10,000 yuan, in any order.
    """
    years = [dict(row) for row in rows]
    sales = {row.get("year"): row.get("net_sales") for row in years}
    for row in years:
        share = _percent(row.get("net_sales"), row.get("category_demand"), _YUAN_IN_WAN)
        before = sales.get(int(row["year"]) - 1) if row.get("year") else None
        grown = _percent(row.get("net_sales"), before, 1)
        if share is not None:
            row["share"] = share
        if grown is not None:
            row["growth"] = grown - 100
    return tuple(years)


def _percent(part: Decimal | None, whole: Decimal | None, unit: int) -> Decimal | None:
    """Part ÷ (whole × unit) × 100, or None without both."""
    if part is None or not whole or whole < 0:
        return None
    return part * 100 / (whole * unit)
