"""Plans approved: the right to draw their cards, which are reserved by it (domain.md §6.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from model.errors import NotAllowedError, WrongStateError
from model.office import audit
from model.office.desk import Desk
from model.office.people import person_called
from model.office.rights import RIGHTS, Right, Role, act
from model.office.tables import Person
from model.rounds.plan_keeping import open_lines, plan_numbered, refuse_past, reserve_lines
from model.rounds.plan_reading import plans_shown
from model.rounds.plans_shown import PlanView
from model.rounds.reps import whose_rep
from model.rounds.tables import DailyPlan, PlanState
from model.storage.database import writing


@act(Right.APPROVE_PLAN)
def approve(desk: Desk, plan_nos: Sequence[str], now: datetime) -> list[PlanView]:
    """Approve plans and reserve their cards: all of them, or none.

    A plan that is approved already stays as it is. Whoever composed it, a plan counts as the
    rep's request (domain.md §5.6): his supervisor may approve it.

    Args:
        desk: the supervisor of each rep's team, or the manager; before 开柜 too.
        plan_nos: numbers of the plans.
        now: office wall-clock time.

    Returns:
        These plans, in the order given.

    Raises:
        NotFoundError: there is no such plan.
        NotAllowedError: it is of another team.
        PastDayError: its day has passed.
    """
    with writing():
        plans = [plan_numbered(plan_no) for plan_no in plan_nos]
        for plan in plans:
            desk.require(Right.APPROVE_PLAN, whose_rep(plan.rep))
            _approve(desk, plan, desk.person.id, None, now)
        return _views(plans, now)


@act(Right.APPROVE_PLAN)
def approve_all(desk: Desk, day: date, now: datetime) -> list[PlanView]:
    """Approve every draft of a day that this desk may approve.

    Returns:
        The plans that were approved by it, by number.

    Raises:
        PastDayError: the day has passed.
    """
    with writing():
        drafts = (
            DailyPlan.select()
            .where((DailyPlan.plan_date == day) & (DailyPlan.state == PlanState.DRAFT))
            .order_by(DailyPlan.plan_no)
        )
        plans = [plan for plan in drafts if desk.may(Right.APPROVE_PLAN, whose_rep(plan.rep))]
        for plan in plans:
            _approve(desk, plan, desk.person.id, None, now)
        return _views(plans, now)


@act(Right.APPROVE_ON_PAPER)
def approve_on_paper(
    desk: Desk, plan_nos: Sequence[str], name: str, now: datetime
) -> list[PlanView]:
    """Record that plans were approved on paper (书面批准).

    It counts at once, and stands in the reminders until the person confirms it.

    Args:
        desk: a clerk.
        plan_nos: numbers of the plans.
        name: name or staff number of who signed: the supervisor of each rep's team or a manager.
        now: office wall-clock time.

    Raises:
        NotFoundError: there is no such plan or person.
        NotAllowedError: this person may not approve one of them.
        PastDayError: a day has passed.
    """
    with writing():
        signed = person_called(name)
        plans = [plan_numbered(plan_no) for plan_no in plan_nos]
        for plan in plans:
            _require_signature(signed, plan)
            _approve(desk, plan, signed.id, desk.person.id, now)
        return _views(plans, now)


@act(Right.APPROVE_PLAN)
def confirm(desk: Desk, plan_no: str, now: datetime) -> PlanView:
    """Confirm one's own approval on paper.

    Raises:
        NotFoundError: there is no such plan.
        WrongStateError: it was not approved on paper.
        NotAllowedError: somebody else is said to have signed it.
    """
    with writing():
        plan = plan_numbered(plan_no)
        if plan.recorded_by is None:
            raise WrongStateError(ref=plan.plan_no, state=plan.state)
        if plan.approved_by_id != desk.person.id:
            raise _not_allowed(desk.person.role)
        if plan.confirmed_at is None:
            DailyPlan.update(confirmed_at=now).where(DailyPlan.id == plan.id).execute()
            audit.log(
                desk, audit.Event.PLAN_CONFIRM, now, kind="plan", subject=plan.plan_no,
                after={"recorded_by": plan.recorded_by.name},
            )  # fmt: skip
        return _views([plan], now)[0]


def _approve(desk: Desk, plan: DailyPlan, by: int, recorded_by: int | None, now: datetime) -> None:
    """Approve one plan, unless it is, and reserve the cards of its open lines."""
    if plan.state == PlanState.APPROVED:
        return
    refuse_past(plan.plan_date, now)
    plan.state = PlanState.APPROVED
    DailyPlan.update(
        state=PlanState.APPROVED, approved_by=by, approved_at=now, recorded_by=recorded_by
    ).where(DailyPlan.id == plan.id).execute()
    lines = open_lines(plan)
    facts: dict[str, object] = {"rep": plan.rep.name, "visits": len(lines)}
    if recorded_by is not None:
        facts["on_paper"] = Person.get_by_id(by).name
    audit.log(desk, audit.Event.PLAN_APPROVE, now, kind="plan", subject=plan.plan_no, after=facts)
    reserve_lines(desk, plan, lines, now)


def _require_signature(signed: Person, plan: DailyPlan) -> None:
    """Only who may approve a plan can have signed it."""
    if signed.role == Role.MANAGER:
        return
    if signed.role != Role.SUPERVISOR or signed.team_id != plan.rep.team_id:
        raise _not_allowed(Role(signed.role))


def _not_allowed(role: Role) -> NotAllowedError:
    right = Right.APPROVE_PLAN
    return NotAllowedError(act=right.value, role=role.value, may=RIGHTS[right].direct)


def _views(plans: Sequence[DailyPlan], now: datetime) -> list[PlanView]:
    """The plans as they stand now, in this order."""
    found = plans_shown(DailyPlan.id.in_([plan.id for plan in plans]), now)
    by_number = {view.plan_no: view for view in found}
    return [by_number[plan.plan_no] for plan in plans]
