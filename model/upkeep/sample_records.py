"""The visit records of the sample office's year, and what follows from them for the customers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from model.cards.finding import normalised_name
from model.office.audit import Event
from model.office.desk import Desk
from model.rounds.tables import LineState, Promise, VisitRecord
from model.upkeep import sample_names as names
from model.upkeep import sample_visits as texts
from model.upkeep.sample_book import Book, Row
from model.upkeep.sample_round import Customer
from model.upkeep.sample_texts import TRADES
from model.upkeep.sample_trip import Day, Outing, Rep, Trip

_NOT_VISITED, _WITHOUT_CARD = 0.05, 0.04
_AGREED, _PROMISED, _KEPT = 0.2, 0.08, 0.95
_PROMISE_DAYS, _NEW_DATE_DAYS = (3, 12), (2, 7)
_DUE_ENOUGH = 0.5
_FLAGS = ("no_card", "read_before", "entered_later")


class Records:
    """Writes visit records into the book.

    Args:
        book: rows and lines.
        random: the sample's dice.
        workday: the first working day not before a day.
    """

    def __init__(self, book: Book, random: Random, workday: Callable[[date], date]) -> None:
        self._book, self._random, self._workday = book, random, workday

    def planned(self, trip: Trip, one: Outing, by: Desk, at: datetime) -> None:
        """The record of a visit on the plan: it took place, or there is a new date."""
        day, random = one.loan["day"], self._random
        facts = {"plan_no": trip.plan_no, "read_before": one.loan["read_before"]}
        if random.random() < _NOT_VISITED:
            one.line["state"] = LineState.NOT_VISITED.value
            one.customer.due_on = self.new_date(day)
            values = {"next_visit_on": one.customer.due_on}
            why = texts.not_visited(random)
            self._record(trip.rep, one.customer, day, by, at, values, not_visited=why, **facts)
            return
        one.line["state"] = LineState.VISITED.value
        values = texts.took_place(
            random, one.customer.met, one.starts_at, one.line["stay_minutes"], day
        )
        self._took_place(trip.rep, one.customer, day, by, at, values, **facts)

    def unplanned(self, trip: Trip, day: Day, at: datetime) -> None:
        """A customer met who was not on the plan (E9)."""
        planned = {one.customer.card_no for one in trip.outings}
        near = [
            one
            for one in trip.rep.customers
            if one.on_round and one.card_no not in planned and one.ratio(day.on) > _DUE_ENOUGH
        ]
        if near and self._random.random() < _WITHOUT_CARD:
            one = self._random.choice(near)
            minute, stay = self._random.randrange(10 * 60, 16 * 60), one.stay // 2
            values = texts.took_place(self._random, one.met, minute, stay, day.on)
            self._took_place(trip.rep, one, day.on, day.keeper, at, values, no_card=True)

    def newcomer(self, rep: Rep, day: Day, at: datetime) -> None:
        """A customer met who has no card yet (E10)."""
        word, trade = names.firm_word(self._random).hanzi, self._random.choice(TRADES).name
        name = f"{word}{trade}"
        self._record(
            rep, None, day.on, day.keeper, at, texts.by_chance(self._random), no_card=True,
            customer_name=name, name_key=normalised_name(name),
        )  # fmt: skip

    def _took_place(
        self,
        rep: Rep,
        customer: Customer,
        day: date,
        by: Desk,
        at: datetime,
        values: dict[str, Any],
        **facts: Any,
    ) -> None:
        """A visit that took place: what it means for the customer's next one."""
        agreed = None
        if self._random.random() < _AGREED:
            days = round(customer.interval * self._random.uniform(0.7, 1.1))
            agreed = self._workday(day + timedelta(days=max(2, days)))
            values |= {"next_visit_on": agreed, "next_purpose": texts.purposes(self._random)}
        record = self._record(rep, customer, day, by, at, values, **facts)
        customer.seen(day, self._random, agreed, record)
        self._keep_promises(customer, day)
        if customer.on_round and self._random.random() < _PROMISED:
            self._promise(customer, day, record)

    def _record(
        self,
        rep: Rep,
        customer: Customer | None,
        day: date,
        by: Desk,
        at: datetime,
        values: dict[str, Any],
        **facts: Any,
    ) -> Row:
        """A visit record and its line."""
        number = self._book.next_in(f"visit_{day:%Y%m%d}")
        later = day < at.date()
        row = self._book.add(
            VisitRecord, record_no=f"BF{day:%Y%m%d}-{number:03d}",
            card=customer.id if customer else None, rep=rep.desk.person.id, visited_on=day,
            entered_by=by.person.id, entered_at=at, entered_later=later, **facts, **values,
        )  # fmt: skip
        self._book.log(
            by, Event.VISIT_RECORD, at, kind="visit", subject=row["record_no"],
            after={
                "card_no": customer.card_no if customer else "",
                "rep": rep.desk.person.staff_no,
                "visited_on": day,
                "outcome": row["not_visited"] or row["outcome"] or "",
                "flags": [name for name in _FLAGS if row[name]],
            },
            document=row["plan_no"],
        )  # fmt: skip
        return row

    def _keep_promises(self, customer: Customer, day: date) -> None:
        """What was promised earlier is mostly kept at the next visit."""
        for one in list(customer.promises):
            if self._random.random() < _KEPT:
                one["kept_on"] = day
                customer.promises.remove(one)

    def _promise(self, customer: Customer, day: date, record: Row) -> None:
        """Something is promised."""
        said = texts.promise(self._random)
        due_on = self._workday(day + timedelta(days=self._random.randrange(*_PROMISE_DAYS)))
        row = self._book.add(
            Promise, card=customer.id, description=said.description, due_on=due_on,
            source="visit", promised_by=said.promised_by, visit=record["id"],
        )  # fmt: skip
        customer.promises.append(row)
        if customer.due_on is None or customer.due_on > due_on:
            customer.due_on = due_on

    def new_date(self, day: date) -> date:
        """A day soon after."""
        return self._workday(day + timedelta(days=self._random.randrange(*_NEW_DATE_DAYS)))
