"""Numbers that are given out once and never again."""

from __future__ import annotations

from model.office.tables import Counter


def next_number(series: str, count: int = 1) -> int:
    """The next number of a series; the caller holds the writing transaction.

    Args:
        series: name of the series, e.g. `staff` or `card_Q`.
        count: how many consecutive numbers to take at once.

    Returns:
        The first of them.
    """
    row = Counter.get_or_none(Counter.name == series)
    if row is None:
        Counter.insert(name=series, value=count).execute()
        return 1
    Counter.update(value=row.value + count).where(Counter.name == series).execute()
    return int(row.value) + 1
