"""A visit as it is entered and as it is read: plain values for window, paper and command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True)
class PromiseEntry:
    """Something promised at a visit.

    Attributes:
        description: what, in the office's words.
        due_on: the day for which it was promised.
        promised_by: `us`, `customer` or `payment` (`choices.PROMISED_BY`).
    """

    description: str
    due_on: date
    promised_by: str = "us"


@dataclass(frozen=True)
class VisitEntry:
    """A visit record as somebody typed it (domain.md §6.6).

    Attributes:
        card_no: the customer's card; empty for a customer met who has none (§5.8 E10).
        rep: name or staff number of who was there.
        visited_on: the day.
        values: texts by identifier of `VISIT_FIELDS`.
        not_visited: empty, or the code of why the visit did not take place; it then needs a new
            date in `next_visit_on`.
        promises: what was promised.
        kept_promises: keys of open promises of this customer that are kept now.
        no_card: the customer was met without his card (E9).
        customer_name: who was met, where there is no card.
        entered_later: 补录, though entered on the same day.
    """

    card_no: str
    rep: str
    visited_on: date
    values: Mapping[str, str] = field(default_factory=dict)
    not_visited: str = ""
    promises: tuple[PromiseEntry, ...] = ()
    kept_promises: tuple[int, ...] = ()
    no_card: bool = False
    customer_name: str = ""
    entered_later: bool = False


@dataclass(frozen=True)
class PromiseView:
    """A promise as kept.

    Attributes:
        id: its key, for `VisitEntry.kept_promises`.
        description: what was promised.
        due_on: for which day.
        promised_by: `us`, `customer` or `payment`.
        kept_on: when it was kept, or None while it is open.
    """

    id: int
    description: str
    due_on: date
    promised_by: str
    kept_on: date | None


@dataclass(frozen=True)
class VisitView:
    """A visit record as one desk may see it.

    Attributes:
        record_no: `BF20261125-003`.
        card_no: the customer's card; empty where there is none.
        name: the customer.
        rep: who was there.
        visited_on: the day.
        not_visited: empty, or why it did not take place.
        plan_no: the plan that it was on, or empty.
        no_card: 无卡拜访.
        read_before: the card had been read before leaving.
        entered_by: who typed it.
        entered_at: when.
        entered_later: 补录.
        values: what is filled and may be seen, by identifier of `VISIT_FIELDS`.
        promises: what was promised there.
    """

    record_no: str
    card_no: str
    name: str
    rep: str
    visited_on: date
    not_visited: str
    plan_no: str
    no_card: bool
    read_before: bool
    entered_by: str
    entered_at: datetime
    entered_later: bool
    values: dict[str, Any]
    promises: tuple[PromiseView, ...]
