"""Whose visit a form is for, and what was filled in: plain values between form and office."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from model.rounds.visits_shown import PromiseEntry

RESULTS = ("visited", "not_visited", "cancelled", "no_record")
WITH_RECORD = frozenset({"visited", "not_visited"})


@dataclass(frozen=True)
class VisitOf:
    """Whose visit it is.

    Attributes:
        card_no: of the customer; empty for one met who has no card.
        name: of the customer.
        rep: who was there.
        day: of the visit.
        is_out: whether the card comes home with it.
        hours_late: hours past the due time of a card that is out.
        has_record: whether the record is there already.
        no_card: whether he was met without his card (E9).
    """

    card_no: str
    name: str
    rep: str
    day: date
    is_out: bool = False
    hours_late: int = 0
    has_record: bool = False
    no_card: bool = False


@dataclass(frozen=True)
class Filled:
    """A form as it was filled in.

    Attributes:
        visit: whose it is.
        result: one of `RESULTS`.
        values: texts by identifier of `VISIT_FIELDS`.
        not_visited: code of the reason of a visit that did not take place.
        promises: what was promised.
        kept_promises: keys of promises that were kept.
        condition: of the card.
        reason: why it comes late.
    """

    visit: VisitOf
    result: str
    values: dict[str, str] = field(default_factory=dict)
    not_visited: str = ""
    promises: tuple[PromiseEntry, ...] = ()
    kept_promises: tuple[int, ...] = ()
    condition: str = "intact"
    reason: str = ""
