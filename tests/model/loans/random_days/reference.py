"""The rules of the day once more, in plain Python over plain lists: what the real ones must match.

Nothing here asks the program anything. Every act either raises `RefusedError` and changes nothing,
or changes what the office knows; the acts that compose a plan take its customers as the program
chose them, since how they are chosen is not a rule of lending.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

import chinese_calendar

MOST_CARDS = 3
STRUCK = frozenset({"cancelled", "rescheduled"})


class RefusedError(Exception):
    """The office says no; nothing was changed."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


@dataclass
class Card:
    """A card of the cabinet; only `in_cabinet` ones are lent."""

    ref: str
    owner: str
    state: str
    place: tuple[int, str] = (0, "")


@dataclass
class Loan:
    """One line of the register."""

    no: int
    ref: str
    rep: str
    plan_no: str
    day: date
    issued_at: datetime
    due_at: datetime
    returned_at: datetime | None = None
    missing: bool = False
    cancelled: bool = False
    corrected: bool = False


@dataclass
class Plan:
    """A rep's plan of a day: its lines by card, struck ones among them."""

    no: str
    rep: str
    day: date
    approved: bool = False
    on_paper_by: str = ""
    confirmed: bool = False
    lines: dict[str, str] = field(default_factory=dict)

    def standing(self) -> list[str]:
        return [ref for ref, state in self.lines.items() if state not in STRUCK]


@dataclass(frozen=True)
class Home:
    """A card as it comes back: `kind` as the counter says it."""

    ref: str
    kind: str
    valid: bool = True


def next_working_day(day: date) -> date:
    day += timedelta(days=1)
    while not chinese_calendar.is_workday(day):
        day += timedelta(days=1)
    return day


@dataclass
class Office:
    """Everything that the register, the plans and the cards of one office say."""

    cards: dict[str, Card]
    loans: list[Loan] = field(default_factory=list)
    plans: dict[str, Plan] = field(default_factory=dict)
    reserved: dict[tuple[str, date], str] = field(default_factory=dict)
    records: set[tuple[str, str, date]] = field(default_factory=set)
    lifts: set[tuple[str, date]] = field(default_factory=set)
    opened: dict[date, bool] = field(default_factory=dict)

    # --- what is so now -----------------------------------------------------------------------

    def out(self) -> list[Loan]:
        return [loan for loan in self.loans if loan.returned_at is None]

    def held_by(self, rep: str) -> list[Loan]:
        return [loan for loan in self.out() if loan.rep == rep]

    def plan_of(self, rep: str, day: date) -> Plan | None:
        return next((p for p in self.plans.values() if (p.rep, p.day) == (rep, day)), None)

    def overdue(self, now: datetime) -> list[Loan]:
        return [loan for loan in self.out() if loan.due_at < now]

    def counts(self, now: datetime) -> dict[str, int]:
        """Cards by state; the reserved are in the cabinet, the overdue are not counted as out."""
        away = {loan.ref for loan in self.out()}
        late = len(self.overdue(now))
        today = {ref for ref, day in self.reserved if day == now.date()} - away
        kept = sum(self.cards[ref].state == "in_cabinet" for ref in today)
        found = dict.fromkeys(("draft", "in_cabinet", "lost", "sealed", "void"), 0)
        for card in self.cards.values():
            if card.ref not in away:
                found[card.state] += 1
        return found | {"out": len(away) - late, "overdue": late, "reserved": kept}

    def block_of(self, rep: str, now: datetime) -> tuple[list[str], list[str]] | None:
        """(overdue, without a record) of a rep who gets no card today."""
        overdue = sorted(loan.ref for loan in self.overdue(now) if loan.rep == rep)
        missing = sorted(
            loan.ref
            for loan in self.loans
            if loan.missing and loan.rep == rep and next_working_day(loan.day) <= now.date()
        )
        lifted = (rep, now.date()) in self.lifts
        return None if lifted or not (overdue or missing) else (overdue, missing)

    def register(self, day: date, now: datetime) -> tuple[int, int, int]:
        """(handed out on that day, taken back on it, still out at its end or now)."""
        end = min(datetime.combine(day + timedelta(days=1), time.min) - timedelta(seconds=1), now)
        told = [loan for loan in self.loans if not loan.corrected]
        return (
            sum(loan.day == day for loan in told),
            sum(loan.returned_at is not None and loan.returned_at.date() == day for loan in told),
            sum(
                loan.issued_at <= end and (loan.returned_at is None or loan.returned_at > end)
                for loan in told
            ),
        )

    # --- 开柜, 锁柜 ---------------------------------------------------------------------------

    def require_open(self, now: datetime) -> None:
        if not self.opened.get(now.date()):
            raise RefusedError("cabinet_closed")

    def open(self, now: datetime) -> list[str]:
        if self.opened.get(now.date()):
            raise RefusedError("cabinet_already_open")
        if now.date() in self.opened:
            self._keep_again(now.date())
        self.opened[now.date()] = True
        return [loan.ref for loan in self.out()]

    def _keep_again(self, day: date) -> None:
        """What was let go at noon is kept again in the afternoon."""
        had = {(loan.plan_no, loan.ref) for loan in self.loans
               if loan.day == day and not loan.corrected}  # fmt: skip
        for plan in self.plans.values():
            if plan.approved and plan.day == day:
                waiting = [ref for ref, state in plan.lines.items() if state == "planned"]
                self.reserved |= {
                    (ref, day): plan.no for ref in waiting if (plan.no, ref) not in had
                }

    def close(self, named: Iterable[str], now: datetime) -> list[str]:
        self.require_open(now)
        missing = sorted({loan.ref for loan in self.out()} - set(named))
        if missing:
            raise RefusedError("missing_cards", card_nos=missing)
        self.opened[now.date()] = False
        for key in [key for key in self.reserved if key[1] == now.date()]:
            del self.reserved[key]
        return [loan.ref for loan in self.out()]

    # --- plans --------------------------------------------------------------------------------

    def refuse_plan(self, rep: str, day: date, *, again: bool) -> None:
        plan = self.plan_of(rep, day)
        if plan is not None and not again:
            raise RefusedError("already_there", ref=plan.no)
        if plan is not None and plan.approved:
            raise RefusedError("wrong_state", ref=plan.no)

    def keep_plan(self, rep: str, day: date, no: str, lines: dict[str, str]) -> None:
        self.plans.setdefault(no, Plan(no, rep, day)).lines = dict(lines)

    def add_line(self, no: str, ref: str, now: datetime, *, approver: bool) -> None:
        plan, card = self.plans[no], self.cards[ref]
        if plan.approved and not approver:
            raise RefusedError("plan_approved", plan_no=no)
        if card.owner != plan.rep:
            raise RefusedError("wrong_rep", ref=ref)
        if card.state in {"draft", "sealed", "void"}:
            raise RefusedError("wrong_state", ref=ref, state=card.state)
        if ref in plan.standing():
            raise RefusedError("already_there", ref=ref)
        if plan.approved and plan.day < now.date():
            raise RefusedError("past_day", day=plan.day)
        plan.lines[ref] = "planned"
        if plan.approved:
            self.reserved[ref, plan.day] = no

    def strike_line(self, no: str, ref: str, *, moved: bool) -> None:
        plan = self.plans[no]
        if ref not in plan.standing():
            raise RefusedError("not_on_plan", plan_no=no)
        if plan.lines[ref] != "planned":
            raise RefusedError("wrong_state", ref=ref, state=plan.lines[ref])
        if any(loan.ref == ref and loan.plan_no == no for loan in self.out()):
            raise RefusedError("wrong_state", ref=ref, state="out")
        plan.lines[ref] = "rescheduled" if moved else "cancelled"
        if plan.approved:
            self.reserved.pop((ref, plan.day), None)

    def move_line(self, no: str, ref: str, *, approver: bool) -> None:
        plan = self.plans[no]
        if plan.approved and not approver:
            raise RefusedError("plan_approved", plan_no=no)
        if ref not in plan.standing():
            raise RefusedError("not_on_plan", plan_no=no)

    def approve(self, numbers: Sequence[str], now: datetime, on_paper_by: str = "") -> None:
        plans = [self.plans[no] for no in numbers if not self.plans[no].approved]
        for plan in plans:
            if plan.day < now.date():
                raise RefusedError("past_day", day=plan.day)
        for plan in plans:
            plan.approved, plan.on_paper_by = True, on_paper_by
            for ref in plan.standing():
                self.reserved[ref, plan.day] = plan.no

    def confirm(self, no: str, supervisor: str) -> None:
        plan = self.plans[no]
        if not plan.on_paper_by:
            raise RefusedError("wrong_state", ref=no)
        if plan.on_paper_by != supervisor:
            raise RefusedError("not_allowed")
        plan.confirmed = True
