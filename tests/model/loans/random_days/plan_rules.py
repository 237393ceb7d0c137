"""Plans made, changed and approved, by whoever may and by whoever may not."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from model.rounds import approval, planning

from .office import CLERK, MANAGER, REPS
from .reference import STRUCK, Plan
from .two_offices import TwoOffices, reps


class PlanRules(TwoOffices):
    """What people do with plans."""

    @rule(rep=reps, ahead=st.sampled_from((0, 0, 1, 2)), again=st.booleans())
    def make_plan(self, rep: str, ahead: int, again: bool) -> None:
        day = self.now.date() + timedelta(days=ahead)
        done = self.do(
            "make_plan", rep,
            lambda desk: planning.make_plan(desk, rep, day, self.now, again=again),
            lambda: self.office.refuse_plan(rep, day, again=again),
        )  # fmt: skip
        if done:
            before = self.office.plan_of(rep, day)
            lines = {line.card_no: line.state for line in done[0].lines}
            self._plausible(rep, before, lines)
            self.office.keep_plan(rep, day, done[0].plan_no, lines)

    def _plausible(self, rep: str, before: Plan | None, lines: dict[str, str]) -> None:
        """Own customers only, none whose card is away, and what people struck stays struck."""
        known = {} if before is None else before.lines
        struck = {ref: state for ref, state in known.items() if state in STRUCK}
        assert struck.items() <= lines.items()
        for ref in lines.keys() - known.keys():
            assert self.office.cards[ref].owner == rep
            assert self.office.cards[ref].state == "in_cabinet"

    def _a_plan(self, pick: int) -> Plan | None:
        """One of the last plans."""
        plans = list(self.office.plans.values())[-6:]
        return plans[pick % len(plans)] if plans else None

    @precondition(lambda self: self.office.plans)
    @rule(pick=st.integers(0, 5), card=st.integers(0, 13), by_rep=st.booleans())
    def add_line(self, pick: int, card: int, by_rep: bool) -> None:
        plan, ref = self._a_plan(pick), sorted(self.office.cards)[card]
        self._add_line(plan, ref, plan.rep if by_rep else REPS[plan.rep])

    def _add_line(self, plan: Plan, ref: str, who: str) -> None:
        done = self.do(
            "add_line", who, lambda desk: planning.add_line(desk, plan.no, ref, self.now),
            lambda: self.office.add_line(plan.no, ref, self.now, approver=who not in REPS),
        )  # fmt: skip
        if done:
            assert ref in {line.card_no for line in done[0].open_lines}

    @precondition(lambda self: self.office.plans)
    @rule(pick=st.integers(0, 5), card=st.integers(0, 4), ahead=st.integers(0, 3))
    def strike_line(self, pick: int, card: int, ahead: int) -> None:
        plan = self._a_plan(pick)
        ref = self._line(plan, card)
        to = plan.day + timedelta(days=ahead) if ahead else None
        self.do(
            "strike_line", CLERK,
            lambda desk: planning.strike_line(desk, plan.no, ref, "客户来电", self.now, to=to),
            lambda: self.office.strike_line(plan.no, ref, moved=to is not None),
        )  # fmt: skip

    @precondition(lambda self: self.office.plans)
    @rule(
        pick=st.integers(0, 5), card=st.integers(0, 4), seq=st.integers(1, 4), by_rep=st.booleans()
    )
    def move_line(self, pick: int, card: int, seq: int, by_rep: bool) -> None:
        plan = self._a_plan(pick)
        ref, who = self._line(plan, card), plan.rep if by_rep else REPS[plan.rep]
        done = self.do(
            "move_line", who, lambda desk: planning.move_line(desk, plan.no, ref, seq, self.now),
            lambda: self.office.move_line(plan.no, ref, approver=not by_rep),
        )  # fmt: skip
        if done:
            order = [line.card_no for line in done[0].open_lines]
            assert order.index(ref) == min(seq, len(order)) - 1

    def _line(self, plan: Plan, card: int) -> str:
        """A card of the plan; of one without lines, one that is not on it."""
        refs = sorted(plan.lines) or ["Q00002"]
        return refs[card % len(refs)]

    @precondition(lambda self: self.office.plans)
    @rule(pick=st.integers(0, 5), on_paper=st.booleans())
    def approve(self, pick: int, on_paper: bool) -> None:
        self._approve(self._a_plan(pick), on_paper)

    def _approve(self, plan: Plan, on_paper: bool) -> None:
        supervisor = REPS[plan.rep]
        if on_paper:
            who, act, signed = CLERK, "approve_on_paper", supervisor
        else:
            who, act, signed = supervisor, "approve", ""
        self.do(
            act, who,
            lambda desk: approval.approve_on_paper(desk, [plan.no], signed, self.now)
            if on_paper else approval.approve(desk, [plan.no], self.now),
            lambda: self.office.approve([plan.no], self.now, signed),
        )  # fmt: skip

    @precondition(lambda self: any(not plan.approved for plan in self.office.plans.values()))
    @rule(ahead=st.integers(0, 1))
    def approve_all(self, ahead: int) -> None:
        day = self.now.date() + timedelta(days=ahead)
        drafts = [p.no for p in self.office.plans.values() if p.day == day and not p.approved]
        done = self.do(
            "approve_all", MANAGER,
            lambda desk: approval.approve_all(desk, day, self.now),
            lambda: self.office.approve(drafts, self.now),
        )  # fmt: skip
        assert done
        assert sorted(plan.plan_no for plan in done[0]) == sorted(drafts)

    @precondition(lambda self: any(plan.on_paper_by for plan in self.office.plans.values()))
    @rule(supervisor=st.sampled_from(("赵刚", "钱进")), paper=st.booleans())
    def confirm(self, supervisor: str, paper: bool) -> None:
        plans = list(self.office.plans.values())
        plan = [one for one in plans if one.on_paper_by][-1] if paper else plans[-1]
        self.do("confirm", supervisor, lambda desk: approval.confirm(desk, plan.no, self.now),
                lambda: self.office.confirm(plan.no, supervisor))  # fmt: skip
