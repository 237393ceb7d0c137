"""Whom a rep visits on a day, in which order and when, step by step (domain.md §6.3).

Pure functions: the same customers in any order give the same day. What a day holds is its visits
and the ways between them; 必访 come first, then what is fixed for the day, then the others, each
by score; a customer who does not fit leaves room for a shorter visit.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from model.rounds.plans_shown import Reason
from model.rounds.policy import Policy, clock
from model.rounds.score import Facts, Score, agreed_later, is_due, is_fixed, must_visit, score
from model.rounds.timing import Clock, Stop, Timed, Visit, summed

_MOST_ORDERS = 720
"""Orders of districts that are tried for the sake of appointments: all of six districts."""


class Customer(NamedTuple):
    """A customer of the rep.

    Attributes:
        key: number of the card.
        district: name of the district.
        facts: what his score follows from.
        route: weekdays on which the rep works the district, 0 = Monday; None: on all.
        hindrance: why he is not to be planned although he is due: his card is out, lost or
            sealed, or a plan before the day has him.
        appointment: minute of the day agreed with him.
        pinned: put on the plan by hand: he stays on it, whatever the capacity.
    """

    key: str
    district: str
    facts: Facts
    route: frozenset[int] | None = None
    hindrance: Reason | None = None
    appointment: int | None = None
    pinned: bool = False


class Candidate(NamedTuple):
    """A customer with his score for the day."""

    customer: Customer
    score: Score


@dataclass(frozen=True)
class Placed:
    """The day as the rules make it.

    Attributes:
        candidates: those on it, in visiting order.
        timed: their times, in the same order.
        left_out: the others with the reason why not; 必访 first, then by score.
    """

    candidates: tuple[Candidate, ...]
    timed: Timed
    left_out: tuple[tuple[Candidate, Reason], ...]


def place_day(customers: Iterable[Customer], day: date, policy: Policy) -> Placed:
    """Fill a day (domain.md §6.3, capacity and order).

    Args:
        customers: all of the rep's, in any order, each once.
        day: the day.
        policy: of the office.
    """
    wanted: list[Candidate] = []
    left: list[tuple[Candidate, Reason]] = []
    for candidate in _candidates(customers, day, policy):
        why_not = _why_not(candidate, day)
        if why_not is None:
            wanted.append(candidate)
        else:
            left.append((candidate, why_not))
    wanted.sort(key=lambda candidate: _precedence(candidate, day))
    chosen, timed, without_room = _fill(wanted, policy)
    left += without_room
    left.sort(key=lambda one: (not one[0].score.must_visit, _by_score(one[0])))
    by_key = {candidate.customer.key: candidate for candidate in chosen}
    ordered = tuple(by_key[str(visit.stop.key)] for visit in timed.visits)
    return Placed(ordered, timed, tuple(left))


def _candidates(customers: Iterable[Customer], day: date, policy: Policy) -> Iterator[Candidate]:
    """Who is due for a visit, or fixed for the day, or there by hand."""
    for customer in customers:
        facts = customer.facts
        if (
            customer.pinned
            or is_due(facts, day, policy)
            or is_fixed(facts, day)
            or must_visit(facts, day, policy)
        ):
            yield Candidate(customer, score(facts, day, policy))


def _why_not(candidate: Candidate, day: date) -> Reason | None:
    """Why a candidate is not to be placed at all."""
    customer = candidate.customer
    if customer.pinned:
        return None
    if customer.hindrance is not None:
        return customer.hindrance
    if candidate.score.must_visit:
        return None
    if agreed_later(customer.facts, day):
        return Reason("agreed_later", None, {"on": str(customer.facts.agreed_on)})
    if is_fixed(customer.facts, day) or customer.route is None or day.weekday() in customer.route:
        return None
    if not customer.route:
        return Reason("off_route")
    return Reason("not_route_day", None, {"weekdays": sorted(customer.route)})


def _precedence(candidate: Candidate, day: date) -> tuple[object, ...]:
    """By hand, 必访, fixed for the day, the others; each by score."""
    customer = candidate.customer
    return (
        not customer.pinned,
        not candidate.score.must_visit,
        not is_fixed(customer.facts, day),
        _by_score(candidate),
    )


def _by_score(candidate: Candidate) -> tuple[Decimal, str]:
    """The highest first; at equal score the lower number, so that one day has one plan."""
    return -candidate.score.points, candidate.customer.key


def _fill(
    wanted: Sequence[Candidate], policy: Policy
) -> tuple[list[Candidate], Timed, list[tuple[Candidate, Reason]]]:
    """Take in order whoever fits."""
    chosen: list[Candidate] = []
    timed = summed((), policy)
    left = []
    for candidate in wanted:
        why_not = None
        if not candidate.customer.pinned:
            why_not = _no_place(candidate, chosen, timed, policy)
        if why_not is None:
            tried = _route([*chosen, candidate], policy)
            if not candidate.customer.pinned:
                why_not = _does_not_fit(candidate, tried, timed, policy)
        if why_not is None:
            chosen.append(candidate)
            timed = tried
        else:
            left.append((candidate, why_not))
    return chosen, timed, left


def _no_place(
    candidate: Candidate, chosen: Sequence[Candidate], timed: Timed, policy: Policy
) -> Reason | None:
    """What can be told without the times: the number of visits, and the minutes they need."""
    if len(chosen) >= policy.most_visits:
        return Reason("too_many_visits", None, {"most": policy.most_visits})
    way = policy.travel_between
    if not chosen:
        way = 2 * policy.travel_office
    elif any(one.customer.district == candidate.customer.district for one in chosen):
        way = policy.travel_inside
    needed = timed.minutes + way + policy.stays[candidate.customer.facts.plan_class]
    return Reason("no_room") if needed > policy.capacity else None


def _does_not_fit(
    candidate: Candidate, tried: Timed, before: Timed, policy: Policy
) -> Reason | None:
    """What the times tell: back in time, and no appointment missed."""
    if tried.late > before.late:
        agreed = candidate.customer.appointment
        if agreed is not None:
            return Reason("appointment_missed", None, {"at": clock(agreed)})
        return Reason("no_room")
    return Reason("no_room") if tried.back_at > max(policy.back_by, before.back_at) else None


def _route(chosen: Sequence[Candidate], policy: Policy) -> Timed:
    """The visits of a day in order: districts by the sum of their scores, the highest first.

    Where appointments would be missed by that, the nearest order of districts that misses least.
    """
    districts: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in sorted(chosen, key=_by_score):
        districts[candidate.customer.district].append(candidate)
    ranked = sorted(
        districts, key=lambda name: (-sum(one.score.points for one in districts[name]), name)
    )
    best = _through(ranked, districts, policy)
    if best.late:
        orders = itertools.islice(itertools.permutations(ranked), _MOST_ORDERS)
        routes = (_through(order, districts, policy) for order in orders)
        best = min(routes, key=lambda route: route.late)
    return best


def _through(order: Iterable[str], districts: dict[str, list[Candidate]], policy: Policy) -> Timed:
    """The visits of the districts in this order."""
    now, visits = Clock(policy), []
    for name in order:
        for visit in _inside(districts[name], now, policy):
            now.go(visit)
            visits.append(visit)
    return summed(visits, policy)


def _inside(candidates: Sequence[Candidate], now: Clock, policy: Policy) -> Iterator[Visit]:
    """Inside a district: appointments by time, the others by score where they fit before.

    He waits for an appointment only when nothing else can be done before it.
    """
    stops = [_stop(candidate, policy) for candidate in candidates]
    agreed = sorted(
        (stop for stop in stops if stop.appointment is not None),
        key=lambda stop: (stop.appointment, str(stop.key)),
    )
    free = [stop for stop in stops if stop.appointment is None]
    while agreed or free:
        if not agreed:
            yield now.reach(free.pop(0))
            continue
        before = next((stop for stop in free if _fits_before(stop, agreed[0], now, policy)), None)
        if before is None:
            yield now.reach(agreed.pop(0))
        else:
            free.remove(before)
            yield now.reach(before)


def _fits_before(stop: Stop, agreed: Stop, now: Clock, policy: Policy) -> bool:
    """Whether a visit ends early enough to be at the next appointment in time."""
    ends = now.reach(stop).starts_at + stop.stay
    return agreed.appointment is not None and ends + policy.travel_inside <= agreed.appointment


def _stop(candidate: Candidate, policy: Policy) -> Stop:
    customer = candidate.customer
    stay = policy.stays[customer.facts.plan_class]
    return Stop(customer.key, customer.district, stay, customer.appointment)
