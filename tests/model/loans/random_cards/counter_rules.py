"""Days pass at the counter: cards go out by approved plans, and come home with their records."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from model.cards.custody import card_of
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.loans import checkouts, opening, returns
from model.office.tables import Person
from model.rounds.tables import DailyPlan
from model.rounds.visits import VisitEntry, record_visit
from tests.model.loans.conftest import approve_rows

from .facts import Edit, edits
from .office import KEEPER, reps, which
from .typing_rules import TypingRules

places = st.sets(st.integers(0, 4), min_size=1, max_size=3)
homes = st.sampled_from(("visited", "visited", "visited", "cancelled", "no_record"))


class CounterRules(TypingRules):
    """The keeper hands out and takes back."""

    @rule(rep=reps, places=places, settled=st.sampled_from((True, True, True, False)))
    def a_new_day(self, rep: str, places: set[int], settled: bool) -> None:
        """A rep takes some of his customers along."""
        if settled:
            self._settle()
        self.now = datetime.combine(self.now.date() + timedelta(days=1), time(8, 30))
        self.attempt("open", opening.open_cabinet, KEEPER, self.now)
        self._hand_out(rep, places)

    def _settle(self) -> None:
        """Every card is home, and every missing record entered."""
        while _out():
            self.come_home(0, "visited")
        for loan in _without_record():
            self._record(loan)

    def _hand_out(self, rep: str, places: set[int]) -> None:
        at_home = _in_state(CustodyState.IN_CABINET, CustomerCard.rep == _person(rep))
        chosen = sorted({at_home[place % len(at_home)] for place in places if at_home})
        today = self.now.date()
        has_plan = (DailyPlan.rep == _person(rep)) & (DailyPlan.plan_date == today)
        if chosen and not DailyPlan.select().where(has_plan).exists():
            approve_rows(self.desks[KEEPER], rep, chosen, today)
        self.attempt("check out", checkouts.check_out, KEEPER, rep, self.tick(), read=True)

    @rule(rep=reps, number=which, typed=edits, places=places, how=homes)
    def a_rep_hands_in(
        self, rep: str, number: int, typed: list[Edit], places: set[int], how: str
    ) -> None:
        """With the card in his hands, what he heard from the customer; then it comes home."""
        if not _out(rep):
            self._hand_out(rep, places)
        if not _out(rep):
            self.a_new_day(rep, places, True)
        if found := _out(rep):
            self.save(rep, found[number % len(found)], typed, "拜访时得知")
            self.come_home(number, how)

    @precondition(lambda self: _out())
    @rule(number=which, how=homes)
    def come_home(self, number: int, how: str) -> None:
        """Everything that a rep holds, with records or without."""
        rep = card_of(_out()[number % len(_out())]).holder.name
        visit = VisitEntry("", "", self.now.date(), {"visited": "要货"})
        brought = [
            returns.Return(card_no, how, visit if how == "visited" else None)
            for card_no in _out(rep)
        ]
        self.attempt("take back", returns.take_back, KEEPER, rep, brought, self.tick())

    @precondition(lambda self: _without_record())
    @rule(number=which)
    def record_later(self, number: int) -> None:
        self._record(_without_record()[number % len(_without_record())])

    def _record(self, loan: Loan) -> None:
        entry = VisitEntry(loan.card.card_no, loan.borrower.name, loan.day, {"visited": "补记"})
        self.attempt("record", record_visit, KEEPER, entry, self.tick())


def _person(name: str) -> Person:
    found: Person = Person.get(Person.name == name)
    return found


def _out(rep: str = "") -> list[str]:
    """Numbers of the cards that a rep holds, or anybody."""
    return _in_state(CustodyState.OUT, CustomerCard.holder == _person(rep) if rep else True)


def _in_state(state: CustodyState, which: Any) -> list[str]:
    query = CustomerCard.select(CustomerCard.card_no).where(
        CustomerCard.custody_state == state, which
    )
    return [card_no for (card_no,) in query.order_by(CustomerCard.card_no).tuples()]


def _without_record() -> list[Loan]:
    return list(Loan.select().where(Loan.record_missing).order_by(Loan.id))
