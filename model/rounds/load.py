"""A rep's load (domain.md §6.3): whether his customers fit into his days; for changes of route."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from model.rounds.policy import Policy

_DAYS = 28
_WORKING_DAYS = 20
_SPARE, _FULL = 70, 100


@dataclass(frozen=True)
class Load:
    """Minutes that four weeks need, and have.

    Attributes:
        needed: minutes of all visits of four weeks with the way to each, exactly.
        capacity: minutes of twenty days.
    """

    needed: Fraction
    capacity: int

    @property
    def percent(self) -> Fraction:
        """负荷率, not rounded; a day without capacity is overloaded by any visit."""
        return Fraction(100) * self.needed / max(self.capacity, 1)

    @property
    def band(self) -> str:
        """`spare` below 70 %, `balanced` up to 100 %, `overloaded` above."""
        if self.percent < _SPARE:
            return "spare"
        return "balanced" if self.percent <= _FULL else "overloaded"


def load(customers: Mapping[str, int], policy: Policy) -> Load:
    """The load of a rep.

    Args:
        customers: how many he has of each class: A, B, C, P.
        policy: intervals, stays, ways inside a district, and the capacity of a day.
    """
    needed = sum(
        (
            Fraction(_DAYS * count, policy.intervals[one])
            * (policy.stays[one] + policy.travel_inside)
            for one, count in customers.items()
        ),
        Fraction(0),
    )
    return Load(needed, _WORKING_DAYS * policy.capacity)
