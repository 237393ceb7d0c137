"""A working day of the sample office, and one rep's part in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from model.office.desk import Desk
from model.upkeep.sample_book import Row
from model.upkeep.sample_round import Customer

Desks = Mapping[str, Desk]
"""Everyone's desk by name."""


@dataclass
class Rep:
    """A rep of the sample office with his customers.

    Attributes:
        desk: his own.
        supervisor: the desk of who approves his plans.
        customers: of his round, and the others.
        leave: working days on which he is away.
    """

    desk: Desk
    supervisor: Desk
    customers: list[Customer]
    leave: frozenset[date]


@dataclass(frozen=True)
class Ending:
    """How the last working day ends for a rep: what today's page is to show.

    Attributes:
        still_out: cards that he has not brought home.
        without_record: cards home without a visit record.
    """

    still_out: int = 0
    without_record: int = 0

    @property
    def cards(self) -> int:
        """How many cards it takes."""
        return self.still_out + self.without_record


@dataclass(frozen=True)
class Day:
    """A working day.

    Attributes:
        on: the day.
        evening_before: the working day before it, on whose evening its plans are made.
        morning_after: the working day after it, on which late cards come home; None for the last.
        keeper: who keeps the cabinet on it.
    """

    on: date
    evening_before: date
    morning_after: date | None
    keeper: Desk

    def at(self, clock_time: str, minutes: float = 0) -> datetime:
        """A time of the day, so many minutes after a time such as `08:45`."""
        begin = datetime.combine(self.on, time.fromisoformat(clock_time))
        return begin + timedelta(seconds=round(60 * minutes))


@dataclass(slots=True)
class Outing:
    """One visit of a rep's plan: its customer, its rows, and when it was to begin."""

    customer: Customer
    line: Row
    starts_at: int = 0
    loan: Row = field(default_factory=dict)


@dataclass(slots=True)
class Trip:
    """One rep's plan of the day, and what has become of it.

    Attributes:
        rep: whose.
        plan: the row of his plan.
        outings: its visits, without those struck.
        ending: how it is to end, on the last day.
        away: those whose card is out.
        late: of these, what comes home late on the same evening.
        kept: of these, what does not come home on the day.
        unwritten: what came home without a record.
    """

    rep: Rep
    plan: Row
    outings: list[Outing]
    ending: Ending
    away: list[Outing] = field(default_factory=list)
    late: list[Outing] = field(default_factory=list)
    kept: list[Outing] = field(default_factory=list)
    unwritten: list[Outing] = field(default_factory=list)

    @property
    def plan_no(self) -> str:
        """Number of the plan."""
        return str(self.plan["plan_no"])

    @property
    def spare(self) -> int:
        """How many visits the day's ending can do without."""
        return len(self.outings) - self.ending.cards
