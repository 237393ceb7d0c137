"""The evening of a sample office's day: cards come home with their records, or without, or late."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random

from model.cards.tables import Loan
from model.loans.lateness import late_hours
from model.loans.tables import BlockLift
from model.office.audit import Event
from model.office.desk import Desk
from model.rounds.tables import LineState
from model.upkeep import sample_visits as texts
from model.upkeep.sample_book import Book
from model.upkeep.sample_records import Records
from model.upkeep.sample_trip import Day, Outing, Rep, Trip

_CANCELLED, _WRONG_TICK, _NO_RECORD = 0.008, 0.006, 0.004
_LATE, _NEXT_MORNING, _LIFTED = 0.015, 0.4, 0.2
# What the line that stands in for a wrongly returned one takes over from it.
_SAME = ("card", "borrower", "document", "day", "issued_at", "due_at", "issued_by", "read_before")


class Evening:
    """Writes into the book how cards come home, step by step.

    Args:
        book: rows and lines.
        random: the sample's dice.
        records: writes the visit records.
    """

    def __init__(self, book: Book, random: Random, records: Records) -> None:
        self._book, self._random, self._records = book, random, records

    def call_off(self, trip: Trip, day: Day) -> None:
        """Cards handed back before the rep leaves: the visit was called off (E8)."""
        for one in trip.away[: max(0, trip.spare)]:
            if self._random.random() < _CANCELLED:
                reason = self._random.choice(texts.CANCELLED)
                one.line |= {"state": LineState.CANCELLED.value, "struck_reason": reason}
                one.customer.due_on = self._records.new_date(day.on)
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
                self._records.planned(trip, one, day.keeper, at)
            self._home(trip, one, day.keeper, at, missing=missing)
        self._records.unplanned(trip, day, at)

    def return_late(self, trip: Trip, keeper: Desk, at: datetime) -> None:
        """What comes home after the due time, on the same evening or the next morning."""
        reason = self._random.choice(texts.LATE)
        for one in trip.late:
            self._records.planned(trip, one, keeper, at)
            self._home(trip, one, keeper, at, reason=reason)
        trip.late = []

    def write_later(self, trips: Sequence[Trip], day: Day) -> None:
        """Records that were missing, entered on the next working day (补录).

        Mostly before the rep wants cards again; or the supervisor lifts his block for the day.
        """
        waiting = []
        for place, trip in enumerate(trips):
            if trip.unwritten and self._random.random() < _LIFTED:
                self._lift(trip.rep, day)
                waiting.append((day.at("16:50", self._random.randrange(10)), place))
            elif trip.unwritten:
                waiting.append((day.at("08:15", self._random.randrange(10)), place))
        for at, place in sorted(waiting):
            trip = trips[place]
            for one in trip.unwritten:
                self._records.planned(trip, one, trip.rep.desk, at)
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
