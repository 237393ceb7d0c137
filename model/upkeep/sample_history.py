"""The sample office's year: plans, loans and visit records up to the evening before today.

The last day before today ends as today's page is to show it: cards not brought home, one at home
without its record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random

from model.cards.custody import lend
from model.cards.tables import Contact, CustomerCard, Loan
from model.office.audit import Event
from model.office.calendar import is_working_day
from model.office.tables import CabinetDay
from model.rounds.policy import Policy, plans_as, policy
from model.rounds.tables import DailyPlan, Promise, VisitRecord
from model.storage.prepared import Prepared
from model.storage.rows import rows_of
from model.upkeep import sample_staff
from model.upkeep.sample_book import Book, Row
from model.upkeep.sample_evening import Evening
from model.upkeep.sample_leaving import Leaving
from model.upkeep.sample_morning import PLANNING, Morning
from model.upkeep.sample_prints import Prints
from model.upkeep.sample_proposals import hand_in
from model.upkeep.sample_records import Records
from model.upkeep.sample_round import Customer, first_due
from model.upkeep.sample_today import plan_today
from model.upkeep.sample_trade import Told
from model.upkeep.sample_trip import Day, Desks, Ending, Rep, Trip
from model.upkeep.sample_year import Year, deputy_days, leaves

ENDINGS = {1: Ending(still_out=2), 4: Ending(still_out=1), 6: Ending(without_record=1)}
"""How the last day ends for some reps, by their place in `sample_staff.REPS`."""

_CARD, _CONTACT = CustomerCard._meta.fields, Contact._meta.fields
DAY_STEPS = 2
"""How often each day is told of: when it is thought out, and when its rows are written."""

_SOON = timedelta(days=3)
_KEPT_IN_TIME = 0.6
_NEWCOMER = 0.005
# Who was met later than that and has no card stands in the reminders.
_CARDS_MADE = timedelta(days=60)
_WAY_HOME = 45  # minutes
_SEEN = Prepared(
    lambda hole: CustomerCard.update({CustomerCard.last_visit_on: hole}).where(
        CustomerCard.id == hole
    )
)


@dataclass(frozen=True)
class Counts:
    """How much the year holds."""

    plans: int = 0
    loans: int = 0
    visits: int = 0


def write_history(
    desks: Desks, year: Year, told: Sequence[Told], seed: int, report: Callable[[int], None]
) -> Counts:
    """Write the year into the cabinet, inside the caller's transaction.

    Args:
        desks: everyone's.
        year: its days; none: nothing is written.
        told: how each card's customer stands, by key of the card.
        seed: the same seed makes the same year.
        report: told how many days are written; what it raises stops and undoes all.
    """
    if not year.days:
        return Counts()
    return _History(desks, year, told, Random(f"year {seed}"), seed).write(report)


class _History:
    """The year while it is being written."""

    def __init__(
        self, desks: Desks, year: Year, told: Sequence[Told], random: Random, seed: int
    ) -> None:
        self._desks, self._year, self._told, self._random = desks, year, told, random
        self._seed = seed
        self._keeper = desks[sample_staff.KEEPER]
        self._deputy = desks[sample_staff.DEPUTY]
        self._deputy_days = deputy_days(random, year.days)
        self._book = Book(self._keeper)
        rules = policy()
        self._customers = _customers(rules)
        for one, known in zip(self._customers, told, strict=True):
            first_due(one, known.standing, year, random)
        self._reps = [self._rep(one.name) for one in sample_staff.REPS]
        self._morning = Morning(self._book, random, rules)
        self._records = Records(self._book, random, _workdays())
        self._evening = Evening(self._book, random, self._records)
        self._prints = Prints(self._book, random)
        self._leaving = Leaving(self._book, desks, year.days, seed)
        self._trips: list[Trip] = []

    def _rep(self, name: str) -> Rep:
        desk = self._desks[name]
        own = [one for one in self._customers if one.rep == desk.person.id]
        supervisor = self._desks[sample_staff.SUPERVISORS[desk.person.team]]
        return Rep(desk, supervisor, own, leaves(self._random, self._year.days))

    def write(self, report: Callable[[int], None]) -> Counts:
        """Day by day, then all rows at once."""
        days = self._year.days
        evenings = (self._year.founded.date(), *days)
        for number, (before, today, after) in enumerate(
            zip(evenings, days, (*days[1:], None), strict=False)
        ):
            report(number)
            keeper = self._deputy if today in self._deputy_days else self._keeper
            self._one_day(Day(today, before, after, keeper))
            # The next day's plans are made on this evening.
            self._book.write_lines(datetime.combine(today, PLANNING))
        self._book.write_lines(datetime.combine(self._year.today, time.min))
        self._promise()
        for share in self._book.write_rows():
            report(len(days) + round(share * len(days)))
        self._leave_cards()
        plan_today(self._desks, days[-1], self._year.today)
        return Counts(*(table.select().count() for table in (DailyPlan, Loan, VisitRecord)))

    def _one_day(self, day: Day) -> None:
        opening = self._open(day)
        for trip in self._trips:
            trip.late, trip.kept = trip.kept, []
        self._late(day, self._trips, "08:05", 8)
        self._evening.write_later(self._trips, day)
        self._trips = list(self._out(day))
        self._leaving.of_day(day)
        self._home(day)
        self._meet_newcomers(day)
        self._close(day, opening)
        self._prints.evening(day, self._trips)
        self._late(day, self._trips, "18:20", 50)

    def _late(self, day: Day, trips: Sequence[Trip], clock_time: str, minutes: int) -> None:
        """What comes home late, one rep after another: from yesterday, or of today."""
        late = [trip for trip in trips if trip.late]
        times = sorted(day.at(clock_time, self._random.randrange(60 * minutes) / 60) for _ in late)
        for at, trip in zip(times, late, strict=True):
            self._evening.return_late(trip, day.keeper, at)

    def _meet_newcomers(self, day: Day) -> None:
        """Customers met by chance: long ago, and one who still waits for his card."""
        waits = len(self._year.days) > 1 and day.on == self._year.days[-2]
        for place, trip in enumerate(self._trips):
            long_ago = day.on < self._year.today - _CARDS_MADE
            if (waits and not place) or (long_ago and self._random.random() < _NEWCOMER):
                self._records.newcomer(trip.rep, day, day.at("17:56"))

    def _out(self, day: Day) -> Iterator[Trip]:
        """The plans of the day, approved, and their cards handed out as the reps come."""
        last = day.morning_after is None
        trips: list[Trip] = []
        for place, rep in enumerate(self._reps):
            if day.on in rep.leave:
                continue
            ending = ENDINGS.get(place, Ending()) if last else Ending()
            trip = self._morning.plan(rep, day, len(trips) + 1, ending)
            if trip is not None:
                trips.append(trip)
        for trip in trips:
            self._morning.approve(trip, day)
            self._morning.strike(trip, day)
        self._prints.morning(day, trips)
        self._random.shuffle(trips)
        for place, trip in enumerate(trips):
            self._morning.hand_out(trip, day, day.at("08:44", 1.3 * place))
            self._evening.call_off(trip, day)
            yield trip

    def _home(self, day: Day) -> None:
        """Everybody back from his trip, one after another."""
        if day.morning_after is None:
            hand_in(self._book, self._trips, day, f"proposals {self._seed}")
        coming = []
        for place, trip in enumerate(self._trips):
            self._evening.tick_wrongly(trip, day)
            self._evening.sort_out(trip, day)
            usual = day.at("17:05", self._random.randrange(45 * 60) / 60)
            coming.append((max(usual, _back(trip, day)), place))
        for at, place in sorted(coming):
            self._evening.return_in_time(self._trips[place], day, at)

    def _open(self, day: Day) -> Row:
        """开柜; yesterday's missing cards are named."""
        at = day.at(sample_staff.OPENING_TIME, self._random.randrange(4 * 60) / 60)
        missing = sorted(one.customer.card_no for trip in self._trips for one in trip.kept)
        self._book.log(
            day.keeper, Event.CABINET_OPEN, at, kind="cabinet", subject=day.on,
            after={"missing": missing, "emergency": False},
        )  # fmt: skip
        return self._book.add(CabinetDay, day=day.on, opened_by=day.keeper.person.id, opened_at=at)

    def _close(self, day: Day, opening: Row) -> None:
        """锁柜; what is still out is overdue by now, and named."""
        at = day.at("18:01", self._random.randrange(8 * 60) / 60)
        out = [(trip, one) for trip in self._trips for one in trip.away]
        out.sort(key=lambda pair: (pair[1].customer.drawer_no, pair[1].customer.card_no))
        for trip, one in out:
            one.loan["overdue_logged_at"] = at
            self._book.log(
                day.keeper, Event.LOAN_OVERDUE, at, kind="card", subject=one.customer.card_no,
                after={
                    "loan_no": one.loan["loan_no"],
                    "borrower": trip.rep.desk.person.staff_no,
                    "due": one.loan["due_at"],
                },
                document=trip.plan_no,
            )  # fmt: skip
        opening |= {"closed_by": day.keeper.person.id, "closed_at": at}
        self._book.log(
            day.keeper, Event.CABINET_CLOSE, at, kind="cabinet", subject=day.on,
            after={
                "missing": sorted(one.customer.card_no for _, one in out),
                "emergency": False,
            },
        )  # fmt: skip

    def _promise(self) -> None:
        """What is promised now was promised at the last visit, or came in with the card."""
        for one, known in zip(self._customers, self._told, strict=True):
            if known.promise is None:
                continue
            description, due_on = known.promise
            if due_on < self._year.today and self._random.random() < _KEPT_IN_TIME:
                continue
            facts: dict[str, object] = {"source": "import"}
            if one.record is not None and one.last_visit_on is not None:
                due_on = max(due_on, one.last_visit_on + _SOON)
                facts = {"source": "visit", "visit": one.record["id"]}
            self._book.add(Promise, card=one.id, description=description, due_on=due_on, **facts)

    def _leave_cards(self) -> None:
        """What the cards themselves say of the year: the last visit, and who has them."""
        for one in self._customers:
            if one.record is not None:
                _SEEN.run(one.last_visit_on, one.id)
        for trip in self._trips:
            for out in trip.kept:
                lend(out.customer.id, trip.rep.desk.person.id, out.loan["due_at"])


def _back(trip: Trip, day: Day) -> datetime:
    """When a rep can be back from his last visit; soon enough before the cards are due."""
    last = max((one.starts_at + one.customer.stay for one in trip.away), default=0)
    return min(day.at("00:00", last + _WAY_HOME), day.at("17:55"))


def _workdays() -> Callable[[date], date]:
    """The first working day not before a day; each is looked up once."""

    @cache
    def found(day: date) -> date:
        while not is_working_day(day):
            day += timedelta(days=1)
        return day

    return found


def _customers(rules: Policy) -> list[Customer]:
    """Every card's customer, by key."""
    people = {
        card: f"{name}({title})" if title else name
        for card, name, title in rows_of(
            Contact.select(Contact.card, _CONTACT["name"], _CONTACT["title"]).where(
                Contact.row_no == 1
            )
        )
    }
    query = CustomerCard.select(
        CustomerCard.id, CustomerCard.card_no, CustomerCard.drawer_no, CustomerCard.district,
        CustomerCard.rep, _CARD["full_name"], _CARD["abc_class"], _CARD["relationship_status"],
        CustomerCard.completeness, _CARD["is_key_account"], CustomerCard.last_visit_on,
    ).order_by(CustomerCard.id)  # fmt: skip
    found = []
    for id_, card_no, drawer, district, rep, name, klass, status, full, key, seen in rows_of(query):
        plans = plans_as(klass, status)
        found.append(
            Customer(
                id_, card_no, drawer, district, rep, people.get(id_, name), plans,
                rules.intervals[plans], rules.stays[plans], full, bool(key), seen,
            )
        )  # fmt: skip
    return found
