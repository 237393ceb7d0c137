"""Whom a rep of the sample office visits on which day of its year.

A customer on the round is due again an interval after his last visit, sooner where something was
promised or agreed; the others are called on now and then, as their last visit says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from model.rounds.policy import Policy
from model.rounds.score import Facts, Score, score
from model.upkeep.sample_trade import Standing
from model.upkeep.sample_year import Year

_NUMBERS = (7, 8, 9, 9, 10, 11)
_LEAST = 6
_WELL_DUE = 0.7
# How far an interval is stretched or cut short: reps look after A first.
_STRETCH = {"A": (0.9, 1.1), "B": (0.85, 1.1), "C": (0.8, 1.1), "P": (0.9, 1.3)}
_INTERVALS = {"A": 7, "B": 14, "C": 30}
_GAPS = {"prospect": (30, 75), "future": (40, 90), "interrupted": (28, 50)}
_MOST_CALLS = {"prospect": 3, "future": 2, "interrupted": 6}
_BEFORE_TRADE = (10, 40)


@dataclass(slots=True)
class Customer:
    """A customer as the year knows him.

    Attributes:
        id: key of the card.
        card_no: its number.
        drawer_no: its drawer.
        district: key of his district.
        rep: key of his rep.
        met: who is met there.
        plan_class: A, B, C or P, as he is planned.
        interval: days between two visits.
        stay: minutes of a visit.
        completeness: of his card, in tenths of a percent.
        key_account: 大客户.
        last_visit_on: the last visit so far.
        on_round: whether he is visited regularly.
        due_on: the day from which he is to be visited; None: no more.
        calls: later days on which one not on the round is called on.
        promises: the rows of what is open.
        record: the row of the last visit's record.
    """

    id: int
    card_no: str
    drawer_no: int
    district: int
    rep: int
    met: str
    plan_class: str
    interval: int
    stay: int
    completeness: int
    key_account: bool
    last_visit_on: date | None
    on_round: bool = False
    due_on: date | None = None
    calls: list[date] = field(default_factory=list)
    promises: list[dict[str, Any]] = field(default_factory=list)
    record: dict[str, Any] | None = None

    def ratio(self, day: date) -> float:
        """Days since the last visit by interval; 2 for who was never visited."""
        seen = self.last_visit_on
        return 2.0 if seen is None else (day - seen).days / self.interval

    def score(self, day: date, policy: Policy) -> Score:
        """His score for a day, as planning counts it."""
        facts = Facts(
            self.plan_class,
            self.last_visit_on,
            promises=tuple(one["due_on"] for one in self.promises if one["due_on"] <= day),
            key_account=self.key_account,
            completeness=self.completeness,
        )
        return score(facts, day, policy)

    def seen(self, day: date, random: Random, agreed: date | None, record: dict[str, Any]) -> None:
        """He was visited; the next visit is due on the day agreed, or when it usually is."""
        self.last_visit_on, self.record = day, record
        self.due_on = agreed or self._usually(day, random)

    def _usually(self, day: date, random: Random) -> date | None:
        if not self.on_round:
            self.calls = [call for call in self.calls if call > day]
            return self.calls.pop(0) if self.calls else None
        stretched = self.interval * random.uniform(*_STRETCH[self.plan_class])
        return day + timedelta(days=max(3, round(stretched)))


def seen_before(standing: Standing, year: Year, share: float) -> date | None:
    """The last visit before the year began, as it came in with the card.

    Args:
        standing: how the customer stands at the end of the year.
        year: the year.
        share: of an interval that has passed since it when the year begins, from 0 to 1.
    """
    seen, began = standing.last_visit_on, year.founded.date()
    if not year.days or seen is None or seen <= began:
        return seen
    if standing.abc_class in _INTERVALS and not standing.by_phone:
        return began - timedelta(days=int(share * _INTERVALS[standing.abc_class]))
    return None


def first_due(customer: Customer, standing: Standing, year: Year, random: Random) -> None:
    """Whether a customer is on the round, and when the year first calls on him."""
    began = year.founded.date()
    customer.on_round = standing.status == "current" and not standing.by_phone
    if not customer.on_round:
        customer.calls = _calls(standing, year, random)
        customer.due_on = customer.calls.pop(0) if customer.calls else None
    elif standing.abc_class == "N" and standing.first_trade_on is not None:
        met = standing.first_trade_on - timedelta(days=random.randrange(*_BEFORE_TRADE))
        customer.due_on = max(met, began)
    else:
        customer.due_on = (customer.last_visit_on or began) + timedelta(days=customer.interval)


def _calls(standing: Standing, year: Year, random: Random) -> list[date]:
    """The days, oldest first, that lead up to the last visit of one who is not on the round."""
    day, began = standing.last_visit_on, year.founded.date()
    found: list[date] = []
    while day is not None and day > began and len(found) < _MOST_CALLS.get(standing.status, 1):
        found.append(year.at_or_before(day))
        day -= timedelta(days=random.randrange(*_GAPS.get(standing.status, (90, 91))))
    return sorted(set(found))


def of_the_day(
    customers: Iterable[Customer], day: date, policy: Policy, random: Random, least: int = 0
) -> list[Customer]:
    """Whom a rep plans to visit, the most urgent first; nobody twice.

    Args:
        customers: all of the rep's.
        day: the day.
        policy: capacity and ways.
        random: the year's dice.
        least: at least so many, however soon after their last visit.
    """
    most = max(random.choice(_NUMBERS), least)
    waiting = [one for one in customers if one.due_on is not None]
    due = [one for one in waiting if one.due_on is not None and one.due_on <= day]
    due.sort(key=lambda one: (one.plan_class != "A" and not one.promises, -one.ratio(day)))
    chosen = _that_fit(due, most, policy)
    if len(chosen) < _LEAST:
        soon = [one for one in waiting if one not in chosen and one.on_round]
        soon = [one for one in soon if one.ratio(day) >= _WELL_DUE]
        soon.sort(key=lambda one: -one.ratio(day))
        chosen = _that_fit([*chosen, *soon], _LEAST, policy)
    if len(chosen) < least:
        others = [one for one in customers if one not in chosen]
        others.sort(key=lambda one: -one.ratio(day))
        chosen += others[: least - len(chosen)]
    return chosen


def _that_fit(customers: Iterable[Customer], most: int, policy: Policy) -> list[Customer]:
    """As many, in order, as the minutes of a day hold."""
    minutes = 0
    chosen: list[Customer] = []
    districts: set[int] = set()
    for one in customers:
        way = policy.travel_inside if one.district in districts else policy.travel_between
        minutes += one.stay + (way if chosen else 2 * policy.travel_office)
        if len(chosen) == most or minutes > policy.capacity:
            break
        chosen.append(one)
        districts.add(one.district)
    return chosen


def in_order(customers: Sequence[Customer], scores: Mapping[str, Score]) -> list[Customer]:
    """The order of the visits: the districts by their scores together, inside them by score."""
    together: dict[int, Decimal] = defaultdict(Decimal)
    for one in customers:
        together[one.district] += scores[one.card_no].points
    return sorted(
        customers,
        key=lambda one: (-together[one.district], one.district, -scores[one.card_no].points),
    )
