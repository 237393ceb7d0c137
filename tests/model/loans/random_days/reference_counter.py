"""The counter of the reference office: cards out, cards home, records, blocks, corrections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from .reference import MOST_CARDS, STRUCK, Home, Loan, Office, Plan, RefusedError

_DUE, _LAST = time(18), time(23, 59, 59)


@dataclass
class Counter(Office):
    """An office with its counter."""

    def day_of(self, rep: str, now: datetime) -> tuple[str, int, int, int, int, int, int, bool]:
        """A rep's day so far.

        Number of his plan, visits on it, cards still to go, cards that he holds, cards of today
        that are home, overdue ones, missing records, and whether he gets no card.
        """
        today = now.date()
        plan = self.plan_of(rep, today) or Plan("", rep, today)
        had = [loan for loan in self.loans if loan.day == today and not loan.corrected]
        gone = {loan.ref for loan in had if loan.plan_no == plan.no}
        held = self.held_by(rep)
        return (
            plan.no,
            len(plan.standing()),
            sum(state == "planned" and ref not in gone for ref, state in plan.lines.items()),
            len(held),
            sum(loan.rep == rep and loan.returned_at is not None for loan in had),
            sum(loan.due_at < now for loan in held),
            sum(loan.missing and loan.rep == rep for loan in self.loans),
            self.block_of(rep, now) is not None,
        )

    def check_out(self, rep: str, now: datetime, refs: Sequence[str] = ()) -> list[Loan]:
        """Hand out a plan's waiting cards, or these of its lines: all or none."""
        self.require_open(now)
        plan = self.plan_of(rep, now.date())
        if plan is None or not plan.approved:
            raise RefusedError("no_plan", rep=rep)
        wanted = self._named(plan, refs) if refs else self._waiting(plan, now)
        self._refuse_blocked(rep, now)
        self._refuse_too_many(rep, wanted)
        self._refuse_not_at_hand(rep, wanted, now)
        due = datetime.combine(now.date(), _DUE if now.time() < _DUE else _LAST)
        first = len(self.loans) + 1
        new = [
            Loan(no, ref, rep, plan.no, now.date(), now, due)
            for no, ref in enumerate(sorted(wanted, key=self._place), first)
        ]
        self.loans += new
        for ref in wanted:
            self.reserved.pop((ref, now.date()), None)
        return new

    def _place(self, ref: str) -> tuple[int, str]:
        return self.cards[ref].place

    def _named(self, plan: Plan, refs: Sequence[str]) -> set[str]:
        strange = sorted(set(refs) - set(plan.standing()))
        if strange:
            raise RefusedError("not_on_plan", card_nos=strange)
        return set(refs)

    def _waiting(self, plan: Plan, now: datetime) -> set[str]:
        had = {
            loan.ref for loan in self.loans
            if (loan.day, loan.plan_no, loan.corrected) == (now.date(), plan.no, False)
        }  # fmt: skip
        waiting = {ref for ref, state in plan.lines.items() if state == "planned"} - had
        away = [loan for loan in self.out() if loan.plan_no == plan.no]
        if not waiting and away:
            raise RefusedError("card_out", cards=self._away(away, now))
        return waiting

    def _refuse_blocked(self, rep: str, now: datetime) -> None:
        block = self.block_of(rep, now)
        if block is not None:
            raise RefusedError("borrower_blocked", overdue=block[0], missing=block[1])

    def _refuse_too_many(self, rep: str, wanted: set[str]) -> None:
        held = {loan.ref for loan in self.held_by(rep)}
        if len(held | wanted) > MOST_CARDS:
            raise RefusedError("too_many_cards", held=len(held), wanted=len(wanted - held))

    def _refuse_not_at_hand(self, rep: str, wanted: set[str], now: datetime) -> None:
        obstacles = self._away([loan for loan in self.out() if loan.ref in wanted], now)
        away = set(obstacles)
        for ref in wanted - away:
            plan = self.plans.get(self.reserved.get((ref, now.date()), ""))
            if self.cards[ref].state != "in_cabinet":
                obstacles[ref] = (self.cards[ref].state, "")
            elif plan is not None and plan.rep != rep:
                obstacles[ref] = ("reserved", plan.rep)
        if obstacles:
            raise RefusedError("card_out", cards=obstacles)

    def _away(self, loans: Sequence[Loan], now: datetime) -> dict[str, tuple[str, str]]:
        late = {loan.no for loan in self.overdue(now)}
        return {
            loan.ref: ("overdue" if loan.no in late else "out", loan.rep) for loan in loans
        }  # fmt: skip

    def take_back(self, rep: str, homes: Sequence[Home], now: datetime) -> list[Loan]:
        """Take cards back: all of these, or none."""
        held = {loan.ref: loan for loan in self.held_by(rep)}
        for home in homes:
            if home.ref not in held:
                holder = next((loan.rep for loan in self.out() if loan.ref == home.ref), "")
                raise RefusedError("card_not_out", ref=home.ref, holder=holder)
        if not all(home.valid for home in homes):
            raise RefusedError("bad_input")
        return [self._home(held[home.ref], home, now) for home in homes]

    def _home(self, loan: Loan, home: Home, now: datetime) -> Loan:
        loan.returned_at = now
        recorded = (loan.ref, loan.rep, loan.day) in self.records
        loan.cancelled = home.kind == "cancelled" and loan.day == now.date() and not recorded
        if home.kind in {"visited", "not_visited"}:
            self.record(loan.ref, loan.rep, loan.day, home.kind)
        elif loan.cancelled:
            self.plans[loan.plan_no].lines[loan.ref] = "cancelled"
        recorded = (loan.ref, loan.rep, loan.day) in self.records
        loan.missing = not (loan.cancelled or recorded)
        return loan

    def record(self, ref: str, rep: str, day: date, kind: str) -> None:
        """A visit record: the line of that day's plan says so, and nothing is missing any more."""
        if self.cards[ref].state == "void":
            raise RefusedError("wrong_state", ref=ref, state="void")
        self.records.add((ref, rep, day))
        plan = self.plan_of(rep, day)
        if plan is not None and plan.lines.get(ref, "cancelled") not in STRUCK:
            plan.lines[ref] = kind
        for loan in self.loans:
            if (loan.ref, loan.rep, loan.day) == (ref, rep, day):
                loan.missing = False

    def lift(self, rep: str, now: datetime) -> None:
        """The block is lifted for today."""
        self.lifts.add((rep, now.date()))

    def correct(self, no: int, now: datetime) -> Loan:
        """The line was wrong: a card handed out is home, a card taken back is out, as before."""
        loan = next((loan for loan in self.loans if loan.no == no), None)
        if loan is None:
            raise RefusedError("not_found", ref=str(no))
        if loan.corrected:
            raise RefusedError("wrong_state", ref=str(no), state="corrected")
        if (loan.returned_at or loan.issued_at).date() != now.date():
            raise RefusedError("wrong_state", ref=str(no), state="earlier_day")
        if loan.returned_at is None:
            return self._undo_issue(loan, now)
        return self._undo_return(loan)

    def _undo_issue(self, loan: Loan, now: datetime) -> Loan:
        loan.corrected, loan.returned_at = True, now
        plan = self.plans[loan.plan_no]
        if plan.lines[loan.ref] == "planned":
            self.reserved.setdefault((loan.ref, now.date()), plan.no)
        return loan

    def _undo_return(self, loan: Loan) -> Loan:
        later = (one for one in self.loans if one.no > loan.no and one.ref == loan.ref)
        if any(not one.corrected for one in later):
            raise RefusedError("wrong_state")
        loan.corrected, loan.missing = True, False
        plan = self.plans[loan.plan_no]
        if loan.cancelled and plan.lines[loan.ref] == "cancelled":
            plan.lines[loan.ref] = "planned"
        again = replace(
            loan, no=len(self.loans) + 1, returned_at=None, cancelled=False, corrected=False
        )
        self.loans.append(again)
        return again
