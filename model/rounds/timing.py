"""The times of a day's visits in a given order (domain.md §6.3); minutes of the day throughout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from model.rounds.policy import Policy


class Stop(NamedTuple):
    """A visit before it has its time.

    Attributes:
        key: what it is: a card's number or key.
        district: name or key of its district.
        stay: minutes.
        appointment: minute of the day agreed with the customer.
    """

    key: object
    district: object
    stay: int
    appointment: int | None = None


class Visit(NamedTuple):
    """A visit with its time: when it starts, and the minutes of the way to it."""

    stop: Stop
    starts_at: int
    travel: int


@dataclass(frozen=True, slots=True)
class Timed:
    """A day's visits with their times.

    Attributes:
        visits: in order.
        back_at: when the rep is back in the office.
        stay_minutes: of all visits.
        travel_minutes: of all ways, the way home among them.
        late: minutes by which appointments are missed, together.
    """

    visits: tuple[Visit, ...]
    back_at: int
    stay_minutes: int
    travel_minutes: int
    late: int

    @property
    def minutes(self) -> int:
        """What counts against the capacity of the day: waiting and lunch do not."""
        return self.stay_minutes + self.travel_minutes


class Clock:
    """Where a rep is, and since when.

    Attributes:
        at: minute of the day.
        district: where; None in the office.
    """

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self.at = policy.leaves_at
        self.district: object = None

    def reach(self, stop: Stop) -> Visit:
        """The visit if he goes there now: he waits for an appointment, and lets lunch pass."""
        travel = self._way_to(stop.district)
        starts_at = self.at + travel
        if stop.appointment is not None:
            starts_at = max(starts_at, stop.appointment)
        lunch_from, lunch_until = self._policy.lunch_from, self._policy.lunch_until
        if starts_at < lunch_until and starts_at + stop.stay > lunch_from:
            starts_at = lunch_until
        return Visit(stop, starts_at, travel)

    def go(self, visit: Visit) -> None:
        """He has been there."""
        self.at = visit.starts_at + visit.stop.stay
        self.district = visit.stop.district

    def _way_to(self, district: object) -> int:
        if self.district is None:
            return self._policy.travel_office
        inside = district == self.district
        return self._policy.travel_inside if inside else self._policy.travel_between


def timed(stops: Iterable[Stop], policy: Policy) -> Timed:
    """Visits in the order given, each as early as it can be."""
    clock, visits = Clock(policy), []
    for stop in stops:
        visit = clock.reach(stop)
        clock.go(visit)
        visits.append(visit)
    return summed(visits, policy)


def summed(visits: Sequence[Visit], policy: Policy) -> Timed:
    """What a day of such visits comes to."""
    if not visits:
        return Timed((), policy.leaves_at, 0, 0, 0)
    last = visits[-1]
    return Timed(
        tuple(visits),
        back_at=last.starts_at + last.stop.stay + policy.travel_office,
        stay_minutes=sum(visit.stop.stay for visit in visits),
        travel_minutes=sum(visit.travel for visit in visits) + policy.travel_office,
        late=sum(map(_late, visits)),
    )


def _late(visit: Visit) -> int:
    agreed = visit.stop.appointment
    return 0 if agreed is None else max(visit.starts_at - agreed, 0)
