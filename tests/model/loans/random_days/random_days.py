"""Whole mornings and evenings, and both clerks at the same moment, beside every single act."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from model.errors import CabinetError
from model.loans import checkouts, returns
from model.office.desk import Desk

from .counter_rules import CounterRules
from .office import CLERK, KEEPER, REPS
from .plan_rules import PlanRules
from .reference import Home
from .two_offices import anyone, clerks, kinds, no_error, outcome, reps, slips

T = TypeVar("T")
R = TypeVar("R")


class RandomDays(PlanRules, CounterRules):
    """Two clerks, three reps, their supervisors and the manager, from morning to morning."""

    @rule(everyone=anyone, on_paper=st.booleans(), who=clerks, slip=slips)
    def a_morning(self, everyone: list[str], on_paper: bool, who: str, slip: int) -> None:
        if self.now.time() > time(12):
            self.nights_pass(1)
        for rep in everyone:
            self._ready(rep, on_paper=on_paper)
            self.now += timedelta(minutes=1)
            self._check_out(rep, who)
            if self.refused == "too_many_cards":
                self._check_out(rep, who, self._some_of_plan(rep, {0, 1, 2}))
        self._slip(slip)

    def _slip(self, back: int) -> None:
        """One of the last lines of the register was a mistake."""
        if back < min(4, len(self.office.loans)):
            self.correct(back, CLERK)

    def _ready(self, rep: str, *, on_paper: bool) -> None:
        """The cabinet is open, and the rep has an approved plan of today."""
        if not self.office.opened.get(self.now.date()):
            self.open(KEEPER)
        if self.office.plan_of(rep, self.now.date()) is None:
            self.make_plan(rep, 0, again=False)
        plan = self.office.plan_of(rep, self.now.date())
        idle = [
            ref for ref, card in self.office.cards.items()
            if (card.owner, card.state) == (rep, "in_cabinet") and ref not in plan.standing()
        ]  # fmt: skip
        for ref in idle[:2] if not (plan.approved or plan.standing()) else ():
            self._add_line(plan, ref, REPS[rep])
        if not plan.approved:
            self._approve(plan, on_paper)

    # One argument, and an early name: Hypothesis begins with what it holds to be the simplest.
    @rule(day=st.tuples(anyone, clerks, kinds, st.booleans(), slips))
    def a_whole_day(self, day: tuple[list[str], str, list[str], bool, int]) -> None:
        everyone, who, how, settled, slip = day
        self.nights_pass(1)
        if settled:
            self._settle(everyone)
        self.a_morning(everyone, settled, who, slip)
        if self.office.out():
            self.an_evening(0, how, True, slip)

    def _settle(self, everyone: Sequence[str]) -> None:
        """Every card of these reps is home, and every missing record entered."""
        for rep in everyone:
            held = [Home(loan.ref, "no_record") for loan in self.office.held_by(rep)]
            if held:
                self._take_back(rep, CLERK, held)
        for loan in [one for one in self.office.loans if one.missing and one.rep in everyone]:
            self._record(loan.ref, loan.rep, loan.day, CLERK, "visited")

    @precondition(lambda self: self.office.out())
    @rule(minutes=st.sampled_from((0, 30, 70)), how=kinds, locks=st.booleans(), slip=slips)
    def an_evening(self, minutes: int, how: list[str], locks: bool, slip: int) -> None:
        evening = datetime.combine(self.now.date(), time(17, 15)) + timedelta(minutes=minutes)
        self.now = max(self.now, evening)
        for rep in sorted({loan.rep for loan in self.office.out()}):
            held = sorted(loan.ref for loan in self.office.held_by(rep))
            homes = [Home(ref, kind) for ref, kind in zip(held, how, strict=False)]
            self._take_back(rep, KEEPER, homes)
        self._slip(slip)
        if locks:
            self.close(forgotten=False)

    @rule(rep=reps, on_paper=st.booleans())
    def both_check_out(self, rep: str, on_paper: bool) -> None:
        if self.office.plan_of(rep, self.now.date()) is not None:
            self.nights_pass(1)
            self._settle([rep])
        self._ready(rep, on_paper=on_paper)
        self._both("check_out", lambda desk: checkouts.check_out(desk, rep, self.now),
                   lambda: self.office.check_out(rep, self.now))  # fmt: skip

    @precondition(lambda self: self.office.out())
    @rule(how=kinds)
    def both_take_back(self, how: list[str]) -> None:
        rep = self.office.out()[0].rep
        held = sorted(loan.ref for loan in self.office.held_by(rep))
        homes = [Home(ref, kind) for ref, kind in zip(held, how, strict=False)]
        self._both(
            "take_back",
            lambda desk: returns.take_back(desk, rep, self._returns(homes), self.now),
            lambda: self.office.take_back(rep, homes, self.now),
        )  # fmt: skip

    def _both(self, act: str, real: Callable[[Desk], T], told: Callable[[], R]) -> None:
        """Both clerks do the same at once: whoever is second meets what the first has done."""
        expected = sorted(outcome(told) for _ in range(2))
        done = self.lending.at_once(real)
        outcomes = sorted(
            error.code if isinstance(error, CabinetError) else no_error(error) for error in done
        )
        assert outcomes == expected
        self.count(f"both {act}: {' and '.join(expected)}")
