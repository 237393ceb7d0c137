"""What must always hold of plans and their reservations; `verify` walks it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from model.cards.tables import CustomerCard, Reservation
from model.office.audit import Event
from model.office.invariants import Fault
from model.office.tables import AuditLine
from model.rounds.choices import PURPOSES
from model.rounds.plan_reading import STRUCK
from model.rounds.reasons import WHY, WHY_NOT
from model.rounds.tables import DailyPlan, LineState, PlanLine, PlanState
from model.storage.rows import rows_of

_NUMBER = re.compile(r"RB(\d{8})-\d{2,}", re.ASCII)
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_STATES = frozenset(LineState)
_PURPOSES = frozenset(one.value for one in PURPOSES)
_REASONS = WHY.keys() | WHY_NOT.keys()


class _Plan(NamedTuple):
    """The columns of a plan that the rules are about."""

    id: int
    plan_no: str
    plan_date: date
    rep: int
    state: str
    approved_by: int | None
    approved_at: Any
    recorded_by: int | None
    confirmed_at: Any


class _Line(NamedTuple):
    """The columns of a line that the rules are about."""

    plan: int
    card: int
    seq: int
    state: str
    starts_at: str | None
    appointment: str | None
    purpose: str
    reasons: str
    struck_reason: str


def faults() -> Iterator[Fault]:
    """Every plan that contradicts itself, the log, or what is reserved.

    Yields:
        (code, facts) as `model.sentences` words them.
    """
    plans = _plans()
    lines: dict[int, list[_Line]] = defaultdict(list)
    for line in _lines():
        lines[line.plan].append(line)
    for plan in plans:
        yield from _plan_faults(plan, lines[plan.id])
    yield from _not_in_log(plans)
    yield from _reservations(plans, lines)


def _plans() -> list[_Plan]:
    query = DailyPlan.select(
        DailyPlan.id, DailyPlan.plan_no, DailyPlan.plan_date, DailyPlan.rep, DailyPlan.state,
        DailyPlan.approved_by, DailyPlan.approved_at, DailyPlan.recorded_by,
        DailyPlan.confirmed_at,
    )  # fmt: skip
    return [_Plan(*row) for row in rows_of(query.order_by(DailyPlan.id))]


def _lines() -> Iterator[_Line]:
    query = PlanLine.select(
        PlanLine.plan, PlanLine.card, PlanLine.seq, PlanLine.state, PlanLine.starts_at,
        PlanLine.appointment, PlanLine.purpose, PlanLine.reasons, PlanLine.struck_reason,
    )  # fmt: skip
    for row in rows_of(query.order_by(PlanLine.id)):
        yield _Line(*row)


def _plan_faults(plan: _Plan, lines: Iterable[_Line]) -> Iterator[Fault]:
    """What a plan and its lines contradict among themselves."""
    found = _NUMBER.fullmatch(plan.plan_no)
    if found is None or found[1] != f"{plan.plan_date:%Y%m%d}":
        yield "plan_number", {"ref": plan.plan_no}
    if not _approval_fits(plan):
        yield "plan_approval", {"ref": plan.plan_no}
    for line in lines:
        if not _line_fits(line):
            yield "plan_line", {"ref": plan.plan_no, "seq": line.seq}


def _approval_fits(plan: _Plan) -> bool:
    """Approved by somebody at some time, or a draft that nobody has approved."""
    given = (plan.approved_by is not None, plan.approved_at is not None)
    if plan.state == PlanState.DRAFT:
        return given == (False, False) and plan.recorded_by is None and plan.confirmed_at is None
    return given == (True, True) and (plan.confirmed_at is None or plan.recorded_by is not None)


def _line_fits(line: _Line) -> bool:
    """A place, state, times, purposes and reasons that exist; only what is struck says why."""
    times = (line.starts_at, line.appointment)
    return (
        line.seq > 0
        and line.state in _STATES
        and (line.state in STRUCK or not line.struck_reason)
        and all(one is None or _CLOCK.fullmatch(one) for one in times)
        and _PURPOSES.issuperset(filter(None, line.purpose.split(",")))
        and {part["part"] for part in json.loads(line.reasons)} <= _REASONS
    )


def _not_in_log(plans: Iterable[_Plan]) -> Iterator[Fault]:
    """Each plan was made, approved and confirmed by an act in the log, and none has gone."""
    here = {plan.plan_no for plan in plans}
    approved = {plan.plan_no for plan in plans if plan.state == PlanState.APPROVED}
    confirmed = {plan.plan_no for plan in plans if plan.confirmed_at is not None}
    made = _subjects(Event.PLAN_SUBMIT)
    for wrong in sorted(here - made):
        yield "plan_not_in_log", {"ref": wrong}
    for wrong in sorted(made - here):
        yield "plan_gone", {"ref": wrong}
    by_log = _subjects(Event.PLAN_APPROVE)
    for wrong in sorted(approved ^ by_log | confirmed ^ _subjects(Event.PLAN_CONFIRM)):
        if wrong in here:
            yield "plan_approval", {"ref": wrong}


def _subjects(event: Event) -> set[str]:
    """The plans that the log says this happened to."""
    lines = AuditLine.select(AuditLine.subject).where(AuditLine.event == event)
    return {subject for (subject,) in rows_of(lines)}


def _reservations(plans: Iterable[_Plan], lines: dict[int, list[_Line]]) -> Iterator[Fault]:
    """A card kept by a plan stands on it, for its rep and its day, and it is approved."""
    by_number = {plan.plan_no: plan for plan in plans}
    query = (
        Reservation.select(
            Reservation.card,
            CustomerCard.card_no,
            Reservation.day,
            Reservation.borrower,
            Reservation.document,
        )
        .join(CustomerCard)
        .order_by(Reservation.id)
    )
    for card, card_no, day, borrower, document in rows_of(query):
        plan = by_number.get(document)
        if plan is None and not _NUMBER.fullmatch(document):
            continue
        fits = (
            plan is not None
            and plan.state == PlanState.APPROVED
            and (plan.plan_date, plan.rep) == (day, borrower)
            and any(line.card == card and line.state not in STRUCK for line in lines[plan.id])
        )
        if not fits:
            yield "reservation", {"ref": card_no, "document": document}
