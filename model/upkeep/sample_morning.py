"""The morning of a sample office's day: plans made and approved, visits struck, cards out."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from random import Random

from model.cards.tables import Loan
from model.office.audit import Event
from model.rounds.policy import Policy, clock
from model.rounds.reasons import pack
from model.rounds.score import Score
from model.rounds.tables import DailyPlan, LineState, PlanLine, PlanState
from model.rounds.timing import Stop, timed
from model.upkeep import sample_visits as texts
from model.upkeep.sample_book import Book
from model.upkeep.sample_round import Customer, in_order, of_the_day
from model.upkeep.sample_trip import Day, Ending, Outing, Rep, Trip

PLANNING = time(17, 45)
"""When the plans of the next working day are made."""

_DUE = time(18, 0)
_ON_PAPER, _STRUCK, _READ = 0.03, 0.012, 0.85
_SOON_DAYS = (2, 7)


class Morning:
    """Writes mornings into the book, step by step.

    Args:
        book: rows and lines.
        random: the sample's dice.
        policy: of the office.
    """

    def __init__(self, book: Book, random: Random, policy: Policy) -> None:
        self._book, self._random, self._policy = book, random, policy

    def plan(self, rep: Rep, day: Day, running: int, ending: Ending) -> Trip | None:
        """Make a rep's plan on the evening before, and have it approved.

        Args:
            rep: whose plan.
            day: its day.
            running: its number among the plans of the day.
            ending: how the day is to end; the plan has cards enough for it.

        Returns:
            The trip; None for a rep who has nobody to visit.
        """
        least = ending.cards + 1 if ending.cards else 0
        chosen = of_the_day(rep.customers, day.on, self._policy, self._random, least)
        if not chosen:
            return None
        scores = {one.card_no: one.score(day.on, self._policy) for one in chosen}
        order = in_order(chosen, scores)
        evening = datetime.combine(day.evening_before, PLANNING)
        made_at = evening + timedelta(minutes=running, seconds=self._random.randrange(50))
        plan_no = f"RB{day.on:%Y%m%d}-{running:02}"
        plan = self._book.add(
            DailyPlan, plan_no=plan_no, plan_date=day.on, rep=rep.desk.person.id,
            made_by=rep.desk.person.id, made_at=made_at,
        )  # fmt: skip
        trip = Trip(rep, plan, [], ending)
        trip.outings = [self._outing(trip, one, scores[one.card_no]) for one in order]
        self._keep_in_order(trip)
        facts = {"rep": rep.desk.person.name, "day": day.on, "again": False}
        facts["card_nos"] = [one.card_no for one in order]
        self._book.log(
            rep.desk, Event.PLAN_SUBMIT, made_at, kind="plan", subject=plan_no, after=facts
        )
        return trip

    def _outing(self, trip: Trip, customer: Customer, worth: Score) -> Outing:
        """A line of the plan, not yet at its place."""
        line = self._book.add(
            PlanLine, plan=trip.plan["id"], card=customer.id, stay_minutes=customer.stay,
            purpose=texts.purposes(self._random), must_visit=worth.must_visit,
            score=int(worth.points.scaleb(1)), reasons=pack(worth.parts),
        )  # fmt: skip
        return Outing(customer, line)

    def _keep_in_order(self, trip: Trip) -> None:
        """Number and time of each visit."""
        stops = [
            Stop(one.customer.card_no, one.customer.district, one.customer.stay)
            for one in trip.outings
        ]
        visits = timed(stops, self._policy).visits
        for seq, (one, visit) in enumerate(zip(trip.outings, visits, strict=True), 1):
            one.starts_at = visit.starts_at
            one.line["seq"] = seq
            one.line["starts_at"] = clock(visit.starts_at) or None
            one.line["travel_minutes"] = visit.travel

    def approve(self, trip: Trip, day: Day) -> None:
        """By the supervisor in the window, or on paper, recorded by the clerk."""
        book, supervisor, plan = self._book, trip.rep.supervisor, trip.plan
        on_paper = self._random.random() < _ON_PAPER
        by, at = (day.keeper, day.at("08:35")) if on_paper else (supervisor, day.at("08:10"))
        plan |= {
            "state": PlanState.APPROVED.value,
            "approved_by": supervisor.person.id,
            "approved_at": at,
        }
        facts: dict[str, object] = {
            "rep": trip.rep.desk.person.name,
            "visits": len(trip.outings),
        }
        if on_paper:
            facts["on_paper"] = supervisor.person.name
        book.log(by, Event.PLAN_APPROVE, at, kind="plan", subject=trip.plan_no, after=facts)
        for one in trip.outings:
            book.log(
                by, Event.CARD_RESERVE, at, kind="card", subject=one.customer.card_no,
                after={"day": day.on}, document=trip.plan_no,
            )  # fmt: skip
        if on_paper:
            plan["recorded_by"] = by.person.id
            self._confirm(trip, day)

    def _confirm(self, trip: Trip, day: Day) -> None:
        """What was approved on paper is confirmed later in the day."""
        at = trip.plan["confirmed_at"] = day.at("17:00", self._random.randrange(30))
        self._book.log(
            trip.rep.supervisor, Event.PLAN_CONFIRM, at, kind="plan", subject=trip.plan_no,
            after={"recorded_by": day.keeper.person.name},
        )  # fmt: skip

    def strike(self, trip: Trip, day: Day) -> None:
        """Visits called off before the cards are handed out (E8)."""
        for one in trip.outings[: max(0, trip.spare)]:
            if self._random.random() >= _STRUCK:
                continue
            reason, at, card_no = (
                self._random.choice(texts.CANCELLED),
                day.at("08:40"),
                one.customer.card_no,
            )
            one.line |= {"state": LineState.CANCELLED.value, "struck_reason": reason}
            one.customer.due_on = self._soon(day.on)
            trip.outings.remove(one)
            self._book.log(
                day.keeper, Event.CARD_UNRESERVE, at, kind="card", subject=card_no,
                after={"day": day.on}, document=trip.plan_no, reason=reason,
            )  # fmt: skip
            self._book.log(
                day.keeper, Event.PLAN_CHANGE, at, kind="plan", subject=trip.plan_no,
                after={"what": "strike", "card_no": card_no}, reason=reason,
            )  # fmt: skip
            self._keep_in_order(trip)

    def _soon(self, day: date) -> date:
        return day + timedelta(days=self._random.randrange(*_SOON_DAYS))

    def hand_out(self, trip: Trip, day: Day, at: datetime) -> None:
        """The cards go out, in drawer order."""
        book, keeper, borrower = self._book, day.keeper.person, trip.rep.desk.person
        due = datetime.combine(day.on, _DUE)
        read = self._random.random() < _READ
        ordered = sorted(
            trip.outings, key=lambda one: (one.customer.drawer_no, one.customer.card_no)
        )
        for one in ordered:
            one.line["read_at"] = at if read else None
            one.loan = book.add(
                Loan, loan_no=book.next_in("loan"), card=one.customer.id, borrower=borrower.id,
                document=trip.plan_no, day=day.on, issued_at=at, due_at=due,
                issued_by=keeper.id, read_before=read,
            )  # fmt: skip
            book.log(
                day.keeper, Event.LOAN_ISSUE, at, kind="card", subject=one.customer.card_no,
                after={"loan_no": one.loan["loan_no"], "borrower": borrower.staff_no, "due": due},
                document=trip.plan_no,
            )  # fmt: skip
        trip.away = list(trip.outings)
