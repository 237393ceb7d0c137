"""The evening of a sample office's day: cards come home with their records, or without, or late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from model.cards.finding import normalised_name
from model.loans.lateness import late_hours
from model.loans.tables import BlockLift, Loan
from model.office.audit import Event
from model.office.desk import Desk
from model.rounds.tables import LineState, Promise, VisitRecord
from model.upkeep import sample_names as names
from model.upkeep import sample_visits as texts
from model.upkeep.sample_book import Book, Row
from model.upkeep.sample_round import Customer
from model.upkeep.sample_texts import TRADES
from model.upkeep.sample_trip import Day, Outing, Rep, Trip

_CANCELLED, _NOT_VISITED = 0.008, 0.05
_NO_RECORD, _LATE, _NEXT_MORNING, _LIFTED = 0.004, 0.015, 0.4, 0.2
_WITHOUT_CARD, _NEWCOMER = 0.04, 0.004
_AGREED, _PROMISED, _KEPT = 0.2, 0.08, 0.95
_PROMISE_DAYS, _NEW_DATE_DAYS = (3, 12), (2, 7)
_WRONG_TICK = 0.003
_DUE_ENOUGH = 0.5
# What the line that stands in for a wrongly returned one takes over from it.
_SAME = ("card", "borrower", "document", "day", "issued_at", "due_at", "issued_by", "read_before")
_FLAGS = ("no_card", "read_before", "entered_later")


class Evening:
    """Writes into the book how cards come home, step by step.

    Args:
        book: rows and lines.
        random: the sample's dice.
        workday: the first working day not before a day.
    """

    def __init__(self, book: Book, random: Random, workday: Callable[[date], date]) -> None:
        self._book, self._random, self._workday = book, random, workday

    def call_off(self, trip: Trip, day: Day) -> None:
        """Cards handed back before the rep leaves: the visit was called off (E8)."""
        for one in trip.away[: max(0, trip.spare)]:
            if self._random.random() < _CANCELLED:
                reason = self._random.choice(texts.CANCELLED)
                one.line |= {"state": LineState.CANCELLED.value, "struck_reason": reason}
                one.customer.due_on = self._new_date(day.on)
                at = day.at("09:05")
                self._home(trip, one, day.keeper, at, cancelled=True, reason=reason)

    def sort_out(self, trip: Trip, day: Day) -> None:
        """Who comes late, and what comes without a record; as it is told for the last day."""
        if day.morning_after is None:
            trip.kept = trip.away[: trip.ending.still_out]
            trip.unwritten = trip.away[trip.ending.still_out :][: trip.ending.without_record]
            return
        if self._random.random() < _LATE:
            late = self._random.sample(trip.away, min(len(trip.away), 2))
            overnight = self._random.random() < _NEXT_MORNING
            trip.kept, trip.late = (late, []) if overnight else ([], late)
        trip.unwritten = [
            one
            for one in trip.away
            if one not in trip.late + trip.kept and self._random.random() < _NO_RECORD
        ]

    def tick_wrongly(self, trip: Trip, day: Day) -> None:
        """A return ticked for the wrong card, corrected at once (E13)."""
        if not trip.away or self._random.random() >= _WRONG_TICK:
            return
        one, at = self._random.choice(trip.away), day.at("16:30", self._random.randrange(20))
        self._home(trip, one, day.keeper, at, missing=True)
        at += timedelta(minutes=2)
        wrong, reason = one.loan, self._random.choice(texts.WRONG_TICKS)
        wrong |= {
            "corrected_at": at,
            "corrected_by": day.keeper.person.id,
            "correction_reason": reason,
            "record_missing": False,
        }
        same = {name: wrong[name] for name in _SAME}
        number = self._book.next_in("loan")
        one.loan = self._book.add(Loan, loan_no=number, corrects=wrong["id"], **same)
        trip.away.append(one)
        self._book.log(
            day.keeper, Event.LOAN_CORRECT, at, kind="card", subject=one.customer.card_no,
            before={"loan_no": wrong["loan_no"]},
            after={"undone": "return", "new_loan_no": number},
            reason=reason, document=trip.plan_no,
        )  # fmt: skip

    def return_in_time(self, trip: Trip, day: Day, at: datetime) -> None:
        """What comes home before the due time, and who was met on the way."""
        for one in [one for one in trip.away if one not in trip.late + trip.kept]:
            missing = one in trip.unwritten
            if not missing:
                self._visit(trip, one, day.keeper, at)
            self._home(trip, one, day.keeper, at, missing=missing)
        self._without_card(trip, day, at)
        if self._random.random() < _NEWCOMER:
            self._newcomer(trip.rep, day, at)

    def return_late(self, trip: Trip, late: list[Outing], keeper: Desk, at: datetime) -> None:
        """What comes home after the due time, on the same evening or the next morning."""
        reason = self._random.choice(texts.LATE)
        for one in list(late):
            self._visit(trip, one, keeper, at)
            self._home(trip, one, keeper, at, reason=reason)
            late.remove(one)

    def write_later(self, trip: Trip, day: Day) -> None:
        """Records that were missing, entered on the next working day (补录).

        Mostly before the rep wants cards again; or the supervisor lifts his block for the day.
        """
        if not trip.unwritten:
            return
        at = day.at("08:15", self._random.randrange(10))
        if self._random.random() < _LIFTED:
            self._lift(trip.rep, day)
            at = day.at("16:50", self._random.randrange(10))
        for one in trip.unwritten:
            self._visit(trip, one, trip.rep.desk, at)
            one.loan["record_missing"] = False
        trip.unwritten = []

    def _lift(self, rep: Rep, day: Day) -> None:
        """The block of a rep whose record is missing, lifted for the day."""
        at, reason = day.at("08:30"), "当天有招标，记录晚上补"
        by = rep.supervisor
        self._book.add(
            BlockLift, person=rep.desk.person.id, day=day.on, lifted_by=by.person.id,
            lifted_at=at, reason=reason,
        )  # fmt: skip
        self._book.log(
            by, Event.LOAN_UNBLOCK, at, kind="person", subject=rep.desk.person.staff_no,
            after={"day": day.on}, reason=reason,
        )  # fmt: skip

    # --- cards ---------------------------------------------------------------------------------

    def _home(
        self,
        trip: Trip,
        one: Outing,
        keeper: Desk,
        at: datetime,
        *,
        cancelled: bool = False,
        missing: bool = False,
        reason: str = "",
    ) -> None:
        """One card home."""
        loan = one.loan
        loan |= {
            "returned_at": at,
            "taken_back_by": keeper.person.id,
            "condition": "intact",
            "cancelled": cancelled,
            "record_missing": missing,
            "return_reason": reason,
        }
        trip.away.remove(one)
        event, hours = Event.LOAN_RETURN, late_hours(loan["due_at"], at)
        after: dict[str, object] = {
            "loan_no": loan["loan_no"],
            "borrower": trip.rep.desk.person.staff_no,
            "condition": "intact",
            "record_missing": missing,
            "cancelled": cancelled,
        }
        if hours:
            event, after = Event.LOAN_RETURN_LATE, after | {"hours": hours}
        self._book.log(
            keeper, event, at, kind="card", subject=one.customer.card_no, after=after,
            reason=reason, document=trip.plan_no,
        )  # fmt: skip

    # --- visits --------------------------------------------------------------------------------

    def _visit(self, trip: Trip, one: Outing, by: Desk, at: datetime) -> None:
        """The record of a visit on the plan: it took place, or there is a new date."""
        day, random = one.loan["day"], self._random
        facts = {"plan_no": trip.plan_no, "read_before": one.loan["read_before"]}
        if random.random() < _NOT_VISITED:
            one.line["state"] = LineState.NOT_VISITED.value
            one.customer.due_on = self._new_date(day)
            values = {"next_visit_on": one.customer.due_on}
            why = texts.not_visited(random)
            self._record(trip.rep, one.customer, day, by, at, values, not_visited=why, **facts)
            return
        one.line["state"] = LineState.VISITED.value
        values = texts.took_place(
            random, one.customer.met, one.starts_at, one.line["stay_minutes"], day
        )
        self._took_place(trip.rep, one.customer, day, by, at, values, **facts)

    def _without_card(self, trip: Trip, day: Day, at: datetime) -> None:
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

    def _newcomer(self, rep: Rep, day: Day, at: datetime) -> None:
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

    def _new_date(self, day: date) -> date:
        """A day soon after."""
        return self._workday(day + timedelta(days=self._random.randrange(*_NEW_DATE_DAYS)))
