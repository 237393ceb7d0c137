"""Plans made, read and changed: lines added, moved and struck, each change in the log."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from model.cards.custody import card_of, ref_of, unreserve
from model.cards.entering import clean_reason
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.errors import (
    AlreadyThereError,
    BadInputError,
    Problem,
    WrongRepError,
    WrongStateError,
)
from model.office import audit
from model.office.desk import Desk
from model.office.rights import RIGHTS, Reach, Right, act
from model.office.tables import Person
from model.rounds.line_entry import entered_line
from model.rounds.plan_keeping import (
    districts_of,
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
from model.rounds.plan_reading import LINE_COLUMNS, STRUCK, LineRow, lines_of, plans_shown
from model.rounds.plans_shown import LeftOut, PlanView, Reason
from model.rounds.reps import rep_called, whose_rep
from model.rounds.suggesting import compose, line_by_hand
from model.rounds.tables import DailyPlan, LineState, PlanLine, PlanState
from model.storage.database import reading, writing
from model.storage.rows import rows_of

_NO_VISIT = frozenset({CustodyState.DRAFT, CustodyState.SEALED, CustodyState.VOID})
"""States of a card in which nobody can be planned."""


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
            plan = _new_plan(desk, person, day, now)
        elif not again:
            raise AlreadyThereError(kind="plan", ref=plan.plan_no)
        elif plan.state == PlanState.APPROVED:
            raise WrongStateError(ref=plan.plan_no, state=plan.state)
        left_out = _fill(plan, now)
        _log_made(desk, plan, now, again=again)
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
        _refuse_card(plan, card)
        lines = open_lines(plan)
        if any(line.card_id == card.id for line in lines):
            raise AlreadyThereError(kind="plan_line", ref=ref_of(card))
        row = line_by_hand(plan, card, desk.person.name, now)
        line = _put(row._replace(**entry._asdict()))
        lines.insert(_place_for(line, lines), line)
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
        _refuse_under_way(plan, line, card)
        if to is None:
            strike(line, LineState.CANCELLED, why)
        else:
            _refuse_earlier(to, plan.plan_date)
            strike(line, LineState.RESCHEDULED, why, Reason("moved_to", None, {"on": str(to)}))
        if plan.state == PlanState.APPROVED:
            unreserve(desk, [card.id], plan.plan_date, now, reason=why)
        keep_in_order(plan, open_lines(plan), now)
        facts = {} if to is None else {"to": to}
        log_change(desk, plan, now, what="strike", reason=why, card_no=ref_of(card), **facts)
        return _view(plan, now)


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
            purposes=entry.purpose.split(",") if entry.purpose else [],
        )  # fmt: skip
        return _view(plan, now)


# --- inside the acts ---------------------------------------------------------------------------


def _plan_of(rep: Person, day: date) -> DailyPlan | None:
    found: DailyPlan | None = DailyPlan.get_or_none(
        DailyPlan.rep == rep.id, DailyPlan.plan_date == day
    )
    return found


def _new_plan(desk: Desk, rep: Person, day: date, now: datetime) -> DailyPlan:
    """Plans are never deleted: the next running number of a day is how many there are, and one."""
    running = DailyPlan.select().where(DailyPlan.plan_date == day).count() + 1
    plan: DailyPlan = DailyPlan.create(
        plan_no=f"RB{day:%Y%m%d}-{running:02}", plan_date=day, rep=rep.id,
        made_by=desk.person.id, made_at=now,
    )  # fmt: skip
    return plan


def _fill(plan: DailyPlan, now: datetime) -> tuple[LeftOut, ...]:
    """Suggest the lines of a draft; what people did to it stays."""
    before = lines_of([plan.id])[plan.id]
    kept = {line.card_id: line for line in before if line.state not in STRUCK}
    struck = {line.card_id for line in before if line.state in STRUCK}
    made = compose(plan.rep_id, plan.plan_date, now, kept=kept, without=struck)
    PlanLine.delete().where(
        (PlanLine.plan == plan.id) & PlanLine.state.not_in(list(STRUCK))
    ).execute()
    rows = [line._replace(plan_id=plan.id) for line in made.lines]
    if rows:
        PlanLine.insert_many(rows, fields=list(LINE_COLUMNS)).execute()
    return made.left_out


def _log_made(desk: Desk, plan: DailyPlan, now: datetime, *, again: bool) -> None:
    cards = CustomerCard.select(CustomerCard.card_no).join(
        PlanLine, on=(PlanLine.card == CustomerCard.id)
    )
    here = cards.where((PlanLine.plan == plan.id) & PlanLine.state.not_in(list(STRUCK)))
    audit.log(
        desk, audit.Event.PLAN_SUBMIT, now, kind="plan", subject=plan.plan_no,
        after={
            "rep": plan.rep.name,
            "day": plan.plan_date,
            "again": again,
            "card_nos": [no for (no,) in rows_of(here.order_by(PlanLine.seq))],
        },
    )  # fmt: skip


def _refuse_card(plan: DailyPlan, card: CustomerCard) -> None:
    """Another rep's customer, or one who cannot be visited."""
    if card.rep_id != plan.rep_id:
        raise WrongRepError(ref=ref_of(card), rep=plan.rep.name)
    if card.custody_state in _NO_VISIT:
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)


def _put(row: LineRow) -> PlanLine:
    """Write a line that a person adds; one that was struck is opened again."""
    columns = dict(zip(LINE_COLUMNS, row, strict=True))
    PlanLine.insert(columns).on_conflict(
        conflict_target=[PlanLine.plan, PlanLine.card], preserve=list(LINE_COLUMNS[2:])
    ).execute()
    line: PlanLine = PlanLine.get(PlanLine.plan == row.plan_id, PlanLine.card == row.card_id)
    return line


def _place_for(line: PlanLine, lines: Sequence[PlanLine]) -> int:
    """Before what is later than the appointment, or behind the last of the same district."""
    if line.appointment:
        at = line.appointment
        later = (
            place
            for place, other in enumerate(lines)
            if (other.appointment or other.starts_at or "") > at
        )
        return next(later, len(lines))
    districts = districts_of([*lines, line])
    near = [
        place
        for place, other in enumerate(lines, 1)
        if districts[other.card_id] == districts[line.card_id]
    ]
    return near[-1] if near else len(lines)


def _refuse_under_way(plan: DailyPlan, line: PlanLine, card: CustomerCard) -> None:
    """A visit that took place, or whose card is out on this plan, is not struck any more."""
    if line.state != LineState.PLANNED:
        raise WrongStateError(ref=ref_of(card), state=line.state)
    away = Loan.select().where(
        (Loan.card == card.id) & Loan.returned_at.is_null() & (Loan.document == plan.plan_no)
    )
    if away.exists():
        raise WrongStateError(ref=ref_of(card), state=CustodyState.OUT)


def _refuse_earlier(to: date, plan_date: date) -> None:
    """A visit is moved to a later day only."""
    if to <= plan_date:
        raise BadInputError([Problem("to", "day_not_later")])


def _view(plan: DailyPlan, now: datetime, left_out: tuple[LeftOut, ...] = ()) -> PlanView:
    """The plan as it stands now in the database."""
    (view,) = plans_shown(DailyPlan.id == plan.id, now, left_out)
    return view
