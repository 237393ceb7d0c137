"""Plans found, kept in order and reserved for: what the acts on them share.

Everything here works inside the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from model.cards.custody import Kept, card_of, ref_of, reserve, reserved_on, unreserve
from model.cards.tables import CustodyState, CustomerCard
from model.errors import NotFoundError, NotOnPlanError, PastDayError, PlanApprovedError
from model.office import audit
from model.office.desk import Desk
from model.office.rights import RIGHTS, Right
from model.office.tables import Person
from model.rounds.plan_reading import STRUCK
from model.rounds.plans_shown import Reason
from model.rounds.policy import Policy, clock, minute_of, policy
from model.rounds.reasons import pack, unpack
from model.rounds.reps import whose_rep
from model.rounds.tables import DailyPlan, LineState, PlanLine, PlanState
from model.rounds.timing import Stop, timed
from model.storage.prepared import Prepared
from model.storage.rows import rows_of

_PLACE = Prepared(
    lambda hole: PlanLine.update(
        {PlanLine.seq: hole, PlanLine.starts_at: hole, PlanLine.travel_minutes: hole}
    ).where(PlanLine.id == hole)
)
_STRIKE = Prepared(
    lambda hole: PlanLine.update(
        {PlanLine.state: hole, PlanLine.reasons: hole, PlanLine.struck_reason: hole}
    ).where(PlanLine.id == hole)
)


def plan_numbered(plan_no: str) -> DailyPlan:
    """The plan of a number.

    Raises:
        NotFoundError: there is none.
    """
    wanted = plan_no.strip().upper()
    plan: DailyPlan | None = DailyPlan.get_or_none(DailyPlan.plan_no == wanted)
    if plan is None:
        raise NotFoundError(kind="plan", ref=wanted)
    return plan


def require_plan(desk: Desk, plan: DailyPlan) -> None:
    """Refuse who may not make or see this rep's plans.

    Raises:
        NotAllowedError: it is not his own, or not of his team.
    """
    desk.require(Right.MAKE_PLAN, whose_rep(plan.rep))


def require_changeable(desk: Desk, plan: DailyPlan) -> None:
    """Refuse to change an approved plan, but to who may approve it.

    Raises:
        NotAllowedError: as `require_plan`.
        PlanApprovedError: it is approved.
    """
    require_plan(desk, plan)
    if plan.state == PlanState.APPROVED and not desk.may(Right.APPROVE_PLAN, whose_rep(plan.rep)):
        raise PlanApprovedError(plan_no=plan.plan_no, may=RIGHTS[Right.APPROVE_PLAN].direct)


def refuse_past(day: date, now: datetime) -> None:
    """Refuse to reserve cards for a day that has passed.

    Raises:
        PastDayError: it has.
    """
    if day < now.date():
        raise PastDayError(day=day)


def open_lines(plan: DailyPlan) -> list[PlanLine]:
    """The lines that were not struck, in visiting order."""
    lines = PlanLine.select().where(PlanLine.plan == plan.id)
    return list(
        lines.where(PlanLine.state.not_in(list(STRUCK))).order_by(PlanLine.seq, PlanLine.id)
    )


def line_of(plan: DailyPlan, card_no: str) -> tuple[PlanLine, CustomerCard]:
    """An open line of the plan and its card.

    Raises:
        NotFoundError: there is no such card.
        NotOnPlanError: it is not on the plan, or was struck from it.
    """
    card = card_of(card_no)
    for line in open_lines(plan):
        if line.card_id == card.id:
            return line, card
    raise NotOnPlanError(plan_no=plan.plan_no, card_nos=(ref_of(card),))


# --- order and times ---------------------------------------------------------------------------


def districts_of(lines: Sequence[PlanLine]) -> dict[int, int]:
    """Key of the card -> key of its district."""
    query = CustomerCard.select(CustomerCard.id, CustomerCard.district).where(
        CustomerCard.id.in_([line.card_id for line in lines])
    )
    return dict(rows_of(query))


def keep_in_order(plan: DailyPlan, lines: Sequence[PlanLine], now: datetime) -> None:
    """Write number and time of each line; a hand-made order is kept as it is.

    Once the rep has left with his approved plan its times stay as they were printed.

    Args:
        plan: the plan.
        lines: its open lines in the order wanted.
        now: office wall-clock time.
    """
    rules, districts = policy(), districts_of(lines)
    stops = [
        Stop(
            line.id, districts[line.card_id], line.stay_minutes,
            minute_of(line.appointment) if line.appointment else None,
        )
        for line in lines
    ]  # fmt: skip
    gone = _has_left(plan, rules, now)
    for seq, (line, visit) in enumerate(zip(lines, timed(stops, rules).visits, strict=True), 1):
        before = (line.seq, line.starts_at, line.travel_minutes)
        times = before[1:] if gone else (clock(visit.starts_at) or None, visit.travel)
        if (seq, *times) != before:
            _PLACE.run(seq, *times, line.id)


def _has_left(plan: DailyPlan, rules: Policy, now: datetime) -> bool:
    if plan.state != PlanState.APPROVED or now.date() != plan.plan_date:
        return plan.state == PlanState.APPROVED and now.date() > plan.plan_date
    return now.hour * 60 + now.minute >= rules.leaves_at


# --- striking and reserving --------------------------------------------------------------------


def strike(line: PlanLine, state: LineState, reason: str, why: Reason | None = None) -> None:
    """Strike a line; it stays, with its reason.

    Args:
        line: an open line.
        state: cancelled or rescheduled.
        reason: in a person's words, or numbers and names.
        why: what the program adds to the line's reasons.
    """
    reasons = line.reasons if why is None else pack((*unpack(line.reasons), why))
    _STRIKE.run(state.value, reasons, reason, line.id)


class Lost(NamedTuple):
    """A plan that loses a card to another, and the line that it loses."""

    plan: DailyPlan
    line: PlanLine


def reserve_lines(desk: Desk, plan: DailyPlan, lines: Sequence[PlanLine], now: datetime) -> None:
    """Reserve cards for the day of an approved plan (domain.md §5.8 E2).

    A card that another plan has already goes to the rep who owns the customer, otherwise it stays
    where it is; the line of the plan that loses it becomes 改期. A customer handed over since the
    plan was made is struck from it. A void card is kept for nobody.

    Args:
        desk: who approves.
        plan: the plan.
        lines: those of its open lines whose cards are wanted.
        now: office wall-clock time.
    """
    taken = reserved_on(plan.plan_date)
    cards = {
        card.id: card
        for card in CustomerCard.select(
            CustomerCard.id, CustomerCard.card_no, CustomerCard.rep, CustomerCard.custody_state
        ).where(CustomerCard.id.in_([line.card_id for line in lines]))
    }
    wanted = []
    for line in lines:
        card, kept = cards[line.card_id], taken.get(line.card_id)
        mine = kept is not None and kept.borrower_id == plan.rep_id
        if mine or card.custody_state == CustodyState.VOID:
            continue
        if kept is not None and card.rep_id != plan.rep_id:
            _lose(desk, Lost(plan, line), kept.document, kept.borrower_id, now)
            continue
        if card.rep_id != plan.rep_id:
            _hand_over(desk, plan, line, card, now)
            continue
        if kept is not None:
            unreserve(desk, [card.id], plan.plan_date, now, reason=plan.plan_no)
            _take_from(desk, kept, card, plan, now)
        wanted.append((card.id, ref_of(card)))
    reserve(desk, wanted, plan.plan_date, Kept(plan.rep_id, plan.plan_no), now)


def _take_from(
    desk: Desk, kept: Kept, card: CustomerCard, winner: DailyPlan, now: datetime
) -> None:
    """Strike the line of the plan that had the card so far; a slip has no line."""
    loser = DailyPlan.get_or_none(DailyPlan.plan_no == kept.document)
    if loser is None:
        return
    for line in open_lines(loser):
        if line.card_id == card.id:
            _lose(desk, Lost(loser, line), winner.plan_no, winner.rep_id, now)


def _lose(desk: Desk, lost: Lost, document: str, rep_id: int, now: datetime) -> None:
    """The line becomes 改期, and says who has the card."""
    name = Person.get_by_id(rep_id).name
    why = Reason("kept_for", None, {"rep": name, "plan_no": document})
    strike(lost.line, LineState.RESCHEDULED, f"{document} {name}", why)
    keep_in_order(lost.plan, open_lines(lost.plan), now)
    card_no = CustomerCard.get_by_id(lost.line.card_id).card_no
    log_change(desk, lost.plan, now, what="lost", card_no=card_no, reason=document)


def _hand_over(
    desk: Desk, plan: DailyPlan, line: PlanLine, card: CustomerCard, now: datetime
) -> None:
    """Strike the line of a customer who is another rep's by now, and say whose."""
    name = card.rep.name if card.rep else ""
    strike(line, LineState.CANCELLED, name, Reason("handed_over", None, {"rep": name}))
    keep_in_order(plan, open_lines(plan), now)
    log_change(desk, plan, now, what="handed_over", card_no=ref_of(card))


def log_change(
    desk: Desk, plan: DailyPlan, now: datetime, *, what: str, reason: str = "", **facts: object
) -> None:
    """The line in the log for a change of a plan."""
    audit.log(
        desk, audit.Event.PLAN_CHANGE, now, kind="plan", subject=plan.plan_no,
        after={"what": what, **facts}, reason=reason,
    )  # fmt: skip
