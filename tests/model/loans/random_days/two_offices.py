"""The real office and the reference beside it: every act is done in both, and both must agree."""

from __future__ import annotations

import sys
from collections import Counter as Tally
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from model.errors import CabinetError
from model.office.desk import Desk

from .checks import compare_board, compare_everything, compare_refusal, fingerprint, look_through
from .log_replay import Replay
from .office import CLERK, KEEPER, REPS, Lending, Template
from .reference import RefusedError
from .reference_counter import Counter

T = TypeVar("T")
R = TypeVar("R")

# Before 春节, 劳动节 and 国庆, where working days and weekends change places, and an ordinary week.
STARTS = tuple(date.fromisoformat(day) for day in
               ("2026-02-11", "2026-04-28", "2026-06-01", "2026-09-24"))  # fmt: skip
KINDS = ("visited", "not_visited", "no_record", "cancelled")

reps = st.sampled_from(sorted(REPS))
clerks = st.sampled_from((KEEPER, CLERK))
kinds = st.lists(st.sampled_from(KINDS), min_size=5, max_size=5)
some = st.sets(st.integers(0, 4), min_size=1, max_size=4)
slips = st.integers(0, 12)
anyone = st.permutations(sorted(REPS)).flatmap(
    lambda names: st.integers(1, 3).map(lambda count: names[:count])
)

# After these, everything that the window shows of the day is compared too.
_SHOWN = frozenset({"check_out", "take_back", "correct", "lift_block"})


@dataclass
class Account:
    """What all examples together came through.

    Attributes:
        days: days on which cards were handed out or taken back.
        done: acts done, and refused ones by the error's code.
    """

    days: int = 0
    done: Tally[str] = field(default_factory=Tally)


class TwoOffices(RuleBasedStateMachine):
    """A clock, both offices, and what must hold between any two acts.

    Attributes:
        template: the cabinet that each example gets a copy of.
        account: where what was done is counted.
        folder: where the copy stands.
        refused: code of the last refusal.
    """

    template: ClassVar[Template]
    account: ClassVar[Account]
    folder: ClassVar[Path]

    @initialize(start=st.sampled_from(STARTS))
    def a_new_office(self, start: date) -> None:
        self.office = Counter(self.template.fresh())
        self.lending = Lending(self.template, self.folder)
        self.log = Replay()
        self.now = datetime.combine(start, time(7, 50))
        self.days: set[date] = set()
        self.refused = ""

    def teardown(self) -> None:
        if not hasattr(self, "lending"):
            return
        try:
            if sys.exc_info()[0] is None:
                look_through(self.office, self.template.desks[KEEPER], self.days, self.now)
        finally:
            self.lending.close()
        self.account.days += len(self.days)

    @invariant()
    def everything_agrees(self) -> None:
        compare_everything(self.office, self.log, self.template.desks[KEEPER], self.now)

    def do(
        self, act: str, who: str, real: Callable[[Desk], T], told: Callable[[], R]
    ) -> tuple[T, R] | None:
        """Do one act in both offices; None when both refused it."""
        self.refused = ""
        try:
            expected = told()
        except RefusedError as refused:
            self._both_refuse(act, who, real, refused)
            return None
        done = self.lending.at(who, real)
        self.count(act)
        if act in _SHOWN:
            compare_board(self.office, self.template.desks[KEEPER], self.now)
        return done, expected

    def _both_refuse(
        self, act: str, who: str, real: Callable[[Desk], Any], refused: RefusedError
    ) -> None:
        before = fingerprint()
        try:
            done = self.lending.at(who, real)
        except CabinetError as error:
            compare_refusal(refused, error)
        else:
            raise AssertionError(f"{refused.code} {refused.facts} expected, done: {done}")
        assert fingerprint() == before, (act, refused.code)
        self.account.done[f"{act}: {refused.code}"] += 1
        self.refused = refused.code

    def count(self, act: str) -> None:
        """A day counts when cards were handed out or taken back on it."""
        self.account.done[act] += 1
        today = self.now.date()
        for loan in self.office.loans[-30:]:
            if loan.day == today or (loan.returned_at and loan.returned_at.date() == today):
                self.days.add(today)

    @rule(minutes=st.sampled_from((1, 20, 90, 300)))
    def minutes_pass(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(clock=st.sampled_from((time(18), time(18, 0, 1), time(21), time(23, 59, 58))))
    def it_grows_late(self, clock: time) -> None:
        self.now = max(self.now, datetime.combine(self.now.date(), clock))

    @rule(days=st.sampled_from((1, 1, 1, 3, 8)))
    def nights_pass(self, days: int) -> None:
        self.now = datetime.combine(self.now.date() + timedelta(days=days), time(7, 50))


def outcome(told: Callable[[], object]) -> str:
    """`done`, or the code of the refusal."""
    try:
        told()
    except RefusedError as refused:
        return refused.code
    return "done"


def no_error(result: object) -> str:
    """`done`, unless it is an error that nobody raised on purpose."""
    if isinstance(result, Exception):
        raise result
    return "done"
