"""What must always hold among the rows of a card's tables; `verify` walks it.

The rules of `row_rules.py`, asked of what is stored: by whichever way it came there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peewee import fn

from model.cards.tables import CHILDREN, Contact, CustomerCard, NeedRow, YearlyResult
from model.office.invariants import Fault
from model.storage.rows import rows_of

_CONTACT, _NEED, _YEAR = (table._meta.fields for table in (Contact, NeedRow, YearlyResult))


def row_faults() -> Iterator[Fault]:
    """Every table of a card whose rows contradict each other, or the numbers given out.

    Yields:
        (code, facts): the card's number and the table, never what stands in it.
    """
    for table, keys in (
        ("contacts", _without_one_primary()),
        ("needs", _with_several_top()),
        ("sales_history", _with_a_year_twice()),
    ):
        yield from _told("card_rows", table, keys)
    for table, kept in CHILDREN.items():
        behind = (
            kept.select(kept.card)
            .join(CustomerCard)
            .where(kept.row_no >= CustomerCard.next_row_no)
            .distinct()
        )
        yield from _told("card_row_number", table, behind)


def _told(code: str, table: str, keys: Any) -> Iterator[Fault]:
    """One fault for each card, by its number."""
    cards = CustomerCard.select(CustomerCard.card_no, CustomerCard.draft_no).where(
        CustomerCard.id.in_(keys)
    )
    for card_no, draft_no in rows_of(cards.order_by(CustomerCard.id)):
        yield code, {"ref": card_no or draft_no, "fields": table}


def _without_one_primary() -> Any:
    """Cards of whose contacts not exactly one who is still there is the primary one."""
    is_primary = _CONTACT["is_primary"] == True  # noqa: E712
    is_here = _CONTACT["left_on"].is_null()
    here = fn.COUNT(Contact.id).filter(is_here)
    primary = fn.COUNT(Contact.id).filter(is_primary)
    both = fn.COUNT(Contact.id).filter(is_primary & is_here)
    wrong = (primary != both) | ((here > 0) & (both != 1))
    return Contact.select(Contact.card).group_by(Contact.card).having(wrong)


def _with_several_top() -> Any:
    """Cards with more than one most important need."""
    top = NeedRow.select(NeedRow.card).where(_NEED["is_top"] == True)  # noqa: E712
    return top.group_by(NeedRow.card).having(fn.COUNT(NeedRow.id) > 1)


def _with_a_year_twice() -> Any:
    """Cards with two rows for one year."""
    year = _YEAR["year"]
    years = YearlyResult.select(YearlyResult.card).where(year.is_null(False))
    twice = fn.COUNT(YearlyResult.id) > 1
    return years.group_by(YearlyResult.card, year).having(twice)
