"""Plans made, read and changed: lines added, moved and struck, each change in the log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from model.cards.custody import card_of, ref_of, reserved_for, unreserve
from model.cards.entering import clean_reason
from model.errors import AlreadyThereError, WrongStateError
from model.office.desk import Desk
from model.office.rights import RIGHTS, Reach, Right, act
from model.office.tables import Person
from model.rounds.line_changes import (
    place_for,
    put_line,
    refuse_card,
    refuse_earlier,
    refuse_under_way,
)
from model.rounds.line_entry import entered_line
from model.rounds.plan_keeping import (
    keep_in_order,
    line_of,
    log_change,
    open_lines,
    plan_numbered,
    refuse_past,
    require_changeable,
    require_plan,
    reserve_lines,
    strike,
)
from model.rounds.plan_making import fill_plan, log_made, new_plan
from model.rounds.plan_reading import plans_shown
from model.rounds.plans_shown import LeftOut, PlanView, Reason
from model.rounds.reps import rep_called, whose_rep
from model.rounds.suggesting import line_by_hand
from model.rounds.tables import DailyPlan, LineState, PlanLine, PlanState
from model.storage.database import reading, writing


@act(Right.MAKE_PLAN)
def make_plan(desk: Desk, rep: str, day: date, now: datetime, *, again: bool = False) -> PlanView:
    """Make a rep's plan of a day out of the suggestions for it; its customers left out are told.

    Args:
        desk: the rep himself, the clerk, his supervisor or the manager.
        rep: name or staff number.
        day: the day.
        now: office wall-clock time.
        again: suggest anew for a draft that is there; what was added or struck by hand stays so.

    Raises:
        NotFoundError: there is no such rep.
        AlreadyThereError: he has a plan of that day, and `again` was not said.
        WrongStateError: it is approved.
    """
    person = rep_called(rep)
    desk.require(Right.MAKE_PLAN, whose_rep(person))
    with writing():
        plan = _plan_of(person, day)
        if plan is None:
            plan = new_plan(desk, person, day, now)
        elif not again:
            raise AlreadyThereError(kind="plan", ref=plan.plan_no)
        elif plan.state == PlanState.APPROVED:
            raise WrongStateError(ref=plan.plan_no, state=plan.state)
        left_out = fill_plan(plan, now)
        log_made(desk, plan, now, again=again)
        return _view(plan, now, left_out)


@act(Right.MAKE_PLAN)
def read_plan(desk: Desk, plan_no: str, now: datetime) -> PlanView:
    """A plan as it stands; who was left out is told when it is made or suggested.

    Raises:
        NotFoundError: there is none of that number.
        NotAllowedError: it is of another rep, or another team.
    """
    with reading():
        plan = plan_numbered(plan_no)
        require_plan(desk, plan)
        return _view(plan, now)


@act(Right.MAKE_PLAN)
def plan_of(desk: Desk, rep: str, day: date, now: datetime) -> PlanView | None:
    """A rep's plan of a day, if there is one."""
    person = rep_called(rep)
    desk.require(Right.MAKE_PLAN, whose_rep(person))
    with reading():
        plan = _plan_of(person, day)
        return None if plan is None else _view(plan, now)


@act(Right.MAKE_PLAN)
def plans_on(desk: Desk, day: date, now: datetime) -> list[PlanView]:
    """The plans of a day that this desk may see, by number."""
    condition = DailyPlan.plan_date == day
    reach = RIGHTS[Right.MAKE_PLAN].of(desk.person.role)
    if reach is Reach.TEAM:
        team = Person.select(Person.id).where(Person.team == (desk.person.team_id or 0))
        condition &= DailyPlan.rep.in_(team)
    elif reach is not Reach.ALL:
        condition &= DailyPlan.rep == desk.person.id
    with reading():
        return plans_shown(condition, now)


@act(Right.MAKE_PLAN)
def add_line(
    desk: Desk,
    plan_no: str,
    card_no: str,
    now: datetime,
    *,
    appointment: str = "",
    purposes: Sequence[str] = (),
    note: str = "",
) -> PlanView:
    """Put one of the rep's customers on his plan by hand; on an approved plan it is reserved.

    It stands behind the last visit in its district, or where its appointment wants it.

    Args:
        desk: who may make this rep's plans; of an approved plan, who may approve it.
        plan_no: number of the plan.
        card_no: the customer's card.
        now: office wall-clock time.
        appointment: 14:00 as agreed with the customer.
        purposes: codes of `model.rounds.choices.PURPOSES`.
        note: free words about the purpose.

    Raises:
        NotFoundError: no such plan or card.
        WrongRepError: the customer is another rep's.
        WrongStateError: the card is a draft, sealed or void.
        AlreadyThereError: it is on the plan already.
        PlanApprovedError: the plan is approved, and this desk may not approve it.
        PastDayError: it is approved, and its day has passed.
        BadInputError: appointment, purposes or note cannot be taken.
    """
    entry = entered_line(appointment, purposes, note)
    with writing():
        plan = plan_numbered(plan_no)
        require_changeable(desk, plan)
        card = card_of(card_no)
        refuse_card(plan, card)
        lines = open_lines(plan)
        if any(line.card_id == card.id for line in lines):
            raise AlreadyThereError(kind="plan_line", ref=ref_of(card))
        row = line_by_hand(plan, card, desk.person.name, now)
        line = put_line(row._replace(**entry._asdict()))
        lines.insert(place_for(line, lines), line)
        keep_in_order(plan, lines, now)
        if plan.state == PlanState.APPROVED:
            refuse_past(plan.plan_date, now)
            reserve_lines(desk, plan, [line], now)
        log_change(desk, plan, now, what="add", card_no=ref_of(card))
        return _view(plan, now)


@act(Right.MAKE_PLAN)
def move_line(desk: Desk, plan_no: str, card_no: str, seq: int, now: datetime) -> PlanView:
    """Move a visit to another place of the order; the times follow the order made by hand.

    Args:
        desk: as `add_line`.
        plan_no: number of the plan.
        card_no: the customer's card.
        seq: the place it shall have, from 1; beyond the last is the last.
        now: office wall-clock time.

    Raises:
        NotOnPlanError: the card is not on the plan, or was struck from it.
        PlanApprovedError: as `add_line`.
    """
    with writing():
        plan = plan_numbered(plan_no)
        require_changeable(desk, plan)
        found, card = line_of(plan, card_no)
        lines = [line for line in open_lines(plan) if line.id != found.id]
        lines.insert(max(seq, 1) - 1, found)
        keep_in_order(plan, lines, now)
        place = lines.index(found) + 1
        log_change(desk, plan, now, what="move", card_no=ref_of(card), seq=place)
        return _view(plan, now)


@act(Right.MAKE_PLAN)
def strike_line(
    desk: Desk, plan_no: str, card_no: str, reason: str, now: datetime, *, to: date | None = None
) -> PlanView:
    """Strike a visit with its reason, from an approved plan too; its reservation is let go.

    Args:
        desk: who may make this rep's plans.
        plan_no: number of the plan.
        card_no: the customer's card.
        reason: why.
        now: office wall-clock time.
        to: the day to which the visit is moved; suggestions for that day will have it.

    Raises:
        ReasonNeededError: no reason was given.
        NotOnPlanError: the card is not on the plan, or was struck from it already.
        WrongStateError: the visit took place or was missed, or its card is out on this plan.
        BadInputError: the new day is not after the plan's.
    """
    why = clean_reason(reason, "strike_line")
    with writing():
        plan = plan_numbered(plan_no)
        require_plan(desk, plan)
        line, card = line_of(plan, card_no)
        refuse_under_way(plan, line, card)
        if to is None:
            strike(line, LineState.CANCELLED, why)
        else:
            refuse_earlier(to, plan.plan_date)
            strike(line, LineState.RESCHEDULED, why, Reason("moved_to", None, {"on": str(to)}))
        kept = reserved_for(card.id, plan.plan_date)
        if kept is not None and kept.document == plan.plan_no:
            unreserve(desk, [card.id], plan.plan_date, now, reason=why)
        keep_in_order(plan, open_lines(plan), now)
        facts = {} if to is None else {"to": to}
        log_change(desk, plan, now, what="strike", reason=why, card_no=ref_of(card), **facts)
        return _view(plan, now)


@act(Right.MAKE_PLAN)
def add_lines(
    desk: Desk,
    plan_no: str,
    card_nos: Sequence[str],
    now: datetime,
    *,
    appointment: str = "",
    purposes: Sequence[str] = (),
    note: str = "",
) -> PlanView:
    """Put several customers on a plan as `add_line` does: all of them, or none."""
    with writing():
        plans = [
            add_line(
                desk, plan_no, card_no, now, appointment=appointment, purposes=purposes, note=note
            )
            for card_no in card_nos
        ]
    return plans[-1]


@act(Right.MAKE_PLAN)
def strike_lines(
    desk: Desk,
    plan_no: str,
    card_nos: Sequence[str],
    reason: str,
    now: datetime,
    *,
    to: date | None = None,
) -> PlanView:
    """Strike several visits as `strike_line` does: all of them, or none."""
    with writing():
        plans = [strike_line(desk, plan_no, card_no, reason, now, to=to) for card_no in card_nos]
    return plans[-1]


@act(Right.MAKE_PLAN)
def set_purpose(
    desk: Desk,
    plan_no: str,
    card_no: str,
    purposes: Sequence[str],
    note: str,
    now: datetime,
    *,
    appointment: str | None = None,
) -> PlanView:
    """Say what a visit is for, and what was agreed with the customer.

    Args:
        desk: as `add_line`.
        plan_no: number of the plan.
        card_no: the customer's card.
        purposes: codes of `model.rounds.choices.PURPOSES`, in place of those before.
        note: free words.
        now: office wall-clock time.
        appointment: 14:00 as agreed, empty when nothing is agreed any more; None leaves it as it
            is. The visits keep their order, their times follow.

    Raises:
        NotOnPlanError: the card is not on the plan, or was struck from it.
        PlanApprovedError: as `add_line`.
        BadInputError: purposes, note or appointment cannot be taken.
    """
    entry = entered_line(appointment or "", purposes, note)
    with writing():
        plan = plan_numbered(plan_no)
        require_changeable(desk, plan)
        line, card = line_of(plan, card_no)
        agreed = line.appointment if appointment is None else entry.appointment
        PlanLine.update(
            purpose=entry.purpose, purpose_note=entry.purpose_note, appointment=agreed
        ).where(PlanLine.id == line.id).execute()
        if agreed != line.appointment:
            keep_in_order(plan, open_lines(plan), now)
        log_change(
            desk, plan, now, what="purpose", card_no=ref_of(card),
            purposes=entry.purpose.split(",") if entry.purpose else [], appointment=agreed or "",
        )  # fmt: skip
        return _view(plan, now)


# --- inside the acts ---------------------------------------------------------------------------


def _plan_of(rep: Person, day: date) -> DailyPlan | None:
    found: DailyPlan | None = DailyPlan.get_or_none(
        DailyPlan.rep == rep.id, DailyPlan.plan_date == day
    )
    return found


def _view(plan: DailyPlan, now: datetime, left_out: tuple[LeftOut, ...] = ()) -> PlanView:
    """The plan as it stands now in the database."""
    (view,) = plans_shown(DailyPlan.id == plan.id, now, left_out)
    return view
