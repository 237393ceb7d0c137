"""Suggestions: whom a rep visits on a day, and who is left out (domain.md §6.2, §6.3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import NamedTuple

from model.cards.custody import ref_of
from model.cards.tables import CustomerCard
from model.office.desk import Desk
from model.office.rights import Right, act
from model.rounds.candidates import Known, known_customers
from model.rounds.choices import PURPOSES
from model.rounds.day_rules import Candidate, Customer, place_day
from model.rounds.plan_reading import LineRow, PlanHead, views_of
from model.rounds.plans_shown import LeftOut, PlanView, Reason
from model.rounds.policy import clock, minute_of, plans_as, policy
from model.rounds.reasons import pack, unpack
from model.rounds.reps import rep_called, whose_rep
from model.rounds.score import Score, score
from model.rounds.tables import DailyPlan, LineState
from model.rounds.timing import Visit
from model.storage.database import reading

_PURPOSE_OF = {
    "debt": "collect",
    "debt_bucket": "collect",
    "settle_day": "collect",
    "stock_low": "stock_count",
    "contract_ends": "signing",
    "claim_open": "complaint",
    "care_day": "relation",
}
"""What a reason says about the purpose of the visit."""
_SAID = ("appointment", "purpose", "purpose_note", "by_hand", "read_at")
_UNKNOWN = LineRow(
    plan_id=0, card_id=0, seq=0, state=LineState.PLANNED.value, starts_at=None, appointment=None,
    stay_minutes=0, travel_minutes=0, purpose="", purpose_note="", must_visit=False, score=0,
    reasons="[]", by_hand=False, read_at=None, struck_reason="",
)  # fmt: skip


class Composed(NamedTuple):
    """A day as the rules make it, before it is a plan."""

    lines: list[LineRow]
    left_out: tuple[LeftOut, ...]


@act(Right.MAKE_PLAN)
def suggest_day(desk: Desk, rep: str, day: date, now: datetime) -> PlanView:
    """Whom a rep should visit on a day; nothing is written, whatever plan there is already.

    Args:
        desk: the rep himself, the clerk, his supervisor or the manager; before 开柜 too.
        rep: name or staff number.
        day: the day.
        now: office wall-clock time.

    Raises:
        NotFoundError: there is no such rep.
    """
    person = rep_called(rep)
    desk.require(Right.MAKE_PLAN, whose_rep(person))
    with reading():
        made = compose(person.id, day, now)
        head = PlanHead(0, "", day, person.id)
        (view,) = views_of([(head, made.lines)], now, made.left_out)
    return view


def compose(
    rep_id: int,
    day: date,
    now: datetime,
    *,
    kept: Mapping[int, LineRow] | None = None,
    without: Collection[int] = (),
) -> Composed:
    """Make the lines of a day, inside the caller's transaction.

    Args:
        rep_id: key of the rep.
        day: the day.
        now: office wall-clock time.
        kept: key of the card -> its line until now: what a person said of it stays, and the line
            itself if a person put it there.
        without: keys of cards that a person struck: they stay away.
    """
    rules, before = policy(), kept or {}
    known = known_customers(rep_id, day, now, rules)
    customers = [
        _pinned(one, before.get(one.card_id))
        for one in known.values()
        if one.card_id not in without
    ]
    placed = place_day(customers, day, rules)
    visits = zip(placed.candidates, placed.timed.visits, strict=True)
    lines = [
        _line(seq, candidate, visit, known[candidate.customer.key], before)
        for seq, (candidate, visit) in enumerate(visits, 1)
    ]
    left_out = tuple(
        _left_out(candidate, why_not, known[candidate.customer.key])
        for candidate, why_not in placed.left_out
    )
    return Composed(lines, left_out)


def line_by_hand(plan: DailyPlan, card: CustomerCard, by: str, now: datetime) -> LineRow:
    """The line of a customer whom a person puts on a plan, inside the caller's transaction.

    Args:
        plan: the plan.
        card: one of its rep's.
        by: name of that person.
        now: office wall-clock time.
    """
    rules = policy()
    known = known_customers(plan.rep_id, plan.plan_date, now, rules).get(ref_of(card))
    line = _UNKNOWN._replace(card_id=card.id)
    parts: tuple[Reason, ...] = ()
    if known is not None:
        found = score(known.customer.facts, plan.plan_date, rules)
        line, parts = _scored(known, found), found.parts
    data = card.__data__
    return line._replace(
        plan_id=plan.id,
        stay_minutes=rules.stays[plans_as(data["abc_class"], data["relationship_status"])],
        reasons=pack((*parts, Reason("by_hand", None, {"by": by}))),
        by_hand=True,
    )


def _pinned(known: Known, line: LineRow | None) -> Customer:
    """A customer as a person who put him on the plan, or agreed on a time with him, wants him."""
    if line is None or not (line.by_hand or line.appointment):
        return known.customer
    agreed = minute_of(line.appointment) if line.appointment else None
    return known.customer._replace(pinned=True, appointment=agreed)


def _line(
    seq: int, candidate: Candidate, visit: Visit, known: Known, kept: Mapping[int, LineRow]
) -> LineRow:
    """A placed visit as a line of the plan."""
    line = _scored(known, candidate.score)._replace(
        seq=seq,
        starts_at=clock(visit.starts_at) or None,
        stay_minutes=visit.stop.stay,
        travel_minutes=visit.travel,
    )
    before = kept.get(known.card_id)
    if before is None:
        return line
    by_hand = (one for one in unpack(before.reasons) if one.code == "by_hand")
    return line._replace(
        reasons=pack((*candidate.score.parts, *by_hand)),
        **{name: getattr(before, name) for name in _SAID},
    )


def _scored(known: Known, found: Score) -> LineRow:
    """A line that says why it is there, without its place and time."""
    return _UNKNOWN._replace(
        card_id=known.card_id,
        purpose=",".join(_purposes(found, known)),
        must_visit=found.must_visit,
        score=int(found.points.scaleb(1)),
        reasons=pack(found.parts),
    )


def _purposes(found: Score, known: Known) -> tuple[str, ...]:
    """What a visit is for, as far as its reasons tell; in the order of the list of purposes."""
    codes = {one.code for one in found.parts}
    wanted = {_PURPOSE_OF[code] for code in codes & _PURPOSE_OF.keys()}
    if known.pays:
        wanted.add("collect")
    if "agreed_visit" in codes:
        wanted.update(known.purposes)
    return tuple(purpose.value for purpose in PURPOSES if purpose.value in wanted)


def _left_out(candidate: Candidate, why_not: Reason, known: Known) -> LeftOut:
    return LeftOut(
        card_no=candidate.customer.key,
        name=known.name,
        abc_class=known.abc_class,
        district=candidate.customer.district,
        must_visit=candidate.score.must_visit,
        score=candidate.score.points,
        reasons=candidate.score.parts,
        why_not=why_not,
    )
