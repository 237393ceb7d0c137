"""What happens at the counter: cards out and home, records, corrections, blocks, 开柜 and 锁柜."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from model.loans import blocks, checkouts, closing, corrections, opening, returns
from model.rounds import visits

from .office import CLERK, KEEPER, MANAGER, REPS
from .reference import Home, Loan, RefusedError
from .two_offices import TwoOffices, anyone, clerks, kinds, reps, some


class CounterRules(TwoOffices):
    """What the two clerks do, and the supervisors for their reps."""

    @rule(who=st.sampled_from((KEEPER, KEEPER, MANAGER)))
    def open(self, who: str) -> None:
        done = self.do("open", who, lambda desk: opening.open_cabinet(desk, self.now),
                       lambda: self.office.open(self.now))  # fmt: skip
        if done:
            assert sorted(card.card_no for card in done[0].missing) == sorted(done[1])

    @rule(forgotten=st.booleans())
    def close(self, forgotten: bool) -> None:
        named = sorted(loan.ref for loan in self.office.out())
        named = named[1:] if forgotten else named
        done = self.do("close", KEEPER, lambda desk: closing.close_cabinet(desk, named, self.now),
                       lambda: self.office.close(named, self.now))  # fmt: skip
        if done:
            closed, missing = done
            issued, returned, _ = self.office.register(self.now.date(), self.now)
            assert (closed.issued, closed.returned) == (issued, returned)
            assert sorted(card.card_no for card in closed.missing) == sorted(missing)

    @rule(rep=reps, who=clerks, named=st.booleans(), cards=some)
    def check_out(self, rep: str, who: str, named: bool, cards: set[int]) -> None:
        refs = self._some_of_plan(rep, cards) if named else ()
        self._check_out(rep, who, refs)

    def _some_of_plan(self, rep: str, cards: set[int]) -> tuple[str, ...]:
        plan = self.office.plan_of(rep, self.now.date())
        return () if plan is None else tuple(sorted({self._line(plan, card) for card in cards}))

    def _check_out(self, rep: str, who: str, refs: Sequence[str] = ()) -> None:
        done = self.do(
            "check_out", who,
            lambda desk: checkouts.check_out(desk, rep, self.now, card_nos=refs),
            lambda: self.office.check_out(rep, self.now, refs),
        )  # fmt: skip
        if done:
            self._same_cards(*done)

    def _same_cards(self, out: Sequence[checkouts.CardOut], loans: Sequence[Loan]) -> None:
        assert [
            (one.card_no, one.loan_no, one.borrower, one.plan_no, one.due_at) for one in out
        ] == [(loan.ref, loan.no, loan.rep, loan.plan_no, loan.due_at) for loan in loans]

    @rule(who=clerks, everyone=anyone)
    def check_out_all(self, who: str, everyone: list[str]) -> None:
        refused: list[tuple[str, str]] = []

        def told() -> list[Loan]:
            self.office.require_open(self.now)
            out = []
            for rep in everyone:
                try:
                    out += self.office.check_out(rep, self.now)
                except RefusedError as error:
                    refused.append((rep, error.code))
            return out

        done = self.do(
            "check_out_all", who,
            lambda desk: checkouts.check_out_all(desk, everyone, self.now), told,
        )  # fmt: skip
        if done:
            self._same_cards(done[0].out, done[1])
            assert [(rep, error.code) for rep, error in done[0].refused] == refused

    @precondition(lambda self: self.office.out())
    @rule(rep=reps, who=clerks, cards=some, how=kinds, valid=st.sampled_from((True, True, False)))
    def take_back(self, rep: str, who: str, cards: set[int], how: list[str], valid: bool) -> None:
        held = sorted(loan.ref for loan in self.office.held_by(rep))
        refs = held or sorted(loan.ref for loan in self.office.out())
        chosen = sorted({refs[card % len(refs)] for card in cards})
        homes = [Home(ref, kind) for ref, kind in zip(chosen, how, strict=False)]
        if not valid:
            homes[-1] = Home(homes[-1].ref, "not_visited", valid=False)
        self._take_back(rep, who, homes)

    def _take_back(self, rep: str, who: str, homes: Sequence[Home]) -> None:
        done = self.do(
            "take_back", who,
            lambda desk: returns.take_back(desk, rep, self._returns(homes), self.now),
            lambda: self.office.take_back(rep, homes, self.now),
        )  # fmt: skip
        if done:
            assert [(one.card_no, one.loan_no, one.record_missing) for one in done[0]] == [
                (loan.ref, loan.no, loan.missing) for loan in done[1]
            ]
            for home, loan in zip(done[0], done[1], strict=True):
                assert home.late_hours == max(0, -((loan.due_at - self.now) // timedelta(hours=1)))

    def _returns(self, homes: Sequence[Home]) -> list[returns.Return]:
        return [self._return(home) for home in homes]

    def _return(self, home: Home) -> returns.Return:
        """The card as the counter enters it; nobody is left unvisited without a new day."""
        visit, today = None, self.now.date()
        if home.kind == "visited":
            visit = visits.VisitEntry("", "", today, {"visited": "要货", "outcome": "yes"})
        elif home.kind == "not_visited":
            following = {"next_visit_on": str(today + timedelta(days=3))} if home.valid else {}
            visit = visits.VisitEntry("", "", today, following, "absent")
        return returns.Return(home.ref, home.kind, visit)

    @rule(rep=reps, card=st.integers(0, 4), back=st.integers(0, 3), by_rep=st.booleans(),
          visited=st.booleans())  # fmt: skip
    def record_later(self, rep: str, card: int, back: int, by_rep: bool, visited: bool) -> None:
        day = self.now.date() - timedelta(days=back)
        missing = [loan for loan in self.office.loans if loan.missing and loan.rep == rep]
        own = sorted(ref for ref, one in self.office.cards.items() if one.owner == rep)
        ref, day = (
            (missing[-1].ref, missing[-1].day) if missing and card else (own[card % len(own)], day)
        )
        self._record(
            ref, rep, day, rep if by_rep else CLERK, "visited" if visited else "not_visited"
        )

    def _record(self, ref: str, rep: str, day: date, who: str, kind: str) -> None:
        visited = kind == "visited"
        said = {"visited": "补记"} if visited else {"next_visit_on": str(day + timedelta(days=2))}
        entry = visits.VisitEntry(ref, rep, day, said, "" if visited else "traffic")
        self.do("record_visit", who, lambda desk: visits.record_visit(desk, entry, self.now),
                lambda: self.office.record(ref, rep, day, kind))  # fmt: skip

    @precondition(lambda self: self.office.loans)
    @rule(back=st.integers(0, 7), who=clerks)
    def correct(self, back: int, who: str) -> None:
        self._correct(max(1, len(self.office.loans) - back), who)

    def _correct(self, no: int, who: str) -> None:
        done = self.do(
            "correct", who,
            lambda desk: corrections.correct_loan(desk, no, "扫错了", self.now),
            lambda: self.office.correct(no, self.now),
        )  # fmt: skip
        if done:
            assert (done[0].loan_no, done[0].card_no) == (done[1].no, done[1].ref)

    @precondition(lambda self: self._home_again())
    @rule(pick=st.integers(0, 5), returned=st.booleans(), which=st.integers(0, 1))
    def a_card_goes_twice(self, pick: int, returned: bool, which: int) -> None:
        """Home today, out once more, and then one of the two lines was a mistake."""
        loans = self._home_again()
        first = loans[pick % len(loans)]
        self._check_out(first.rep, CLERK, [first.ref])
        if returned and self.office.out() and self.office.out()[-1].ref == first.ref:
            self._take_back(first.rep, KEEPER, [Home(first.ref, "cancelled")])
        self._correct(first.no if which else len(self.office.loans), KEEPER)

    def _home_again(self) -> list[Loan]:
        today = [loan for loan in self.office.loans if loan.day == self.now.date()]
        return [loan for loan in today if loan.returned_at and not loan.corrected]

    @precondition(lambda self: any(self.office.block_of(rep, self.now) for rep in REPS))
    @rule(rep=reps)
    def lift_block(self, rep: str) -> None:
        self.do("lift_block", REPS[rep],
                lambda desk: blocks.lift_block(desk, rep, "客户急等", self.now),
                lambda: self.office.lift(rep, self.now))  # fmt: skip
