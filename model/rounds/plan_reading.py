"""Plans as people read them: a query for each kind of fact, however many plans and lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from model.cards.contents import names_of_districts, names_of_people
from model.cards.custody import Kept, reserved_on, state_now
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.money.tables import AccountSnapshot
from model.rounds.plans_shown import LeftOut, LineView, PlanView
from model.rounds.policy import Policy, clock, minute_of, policy
from model.rounds.reasons import unpack
from model.rounds.tables import DailyPlan, LineState, PlanLine, Promise, VisitRecord
from model.storage.rows import rows_of

STRUCK = frozenset({LineState.CANCELLED.value, LineState.RESCHEDULED.value})
"""States of a line that is no visit of the plan any more."""

_CARD = CustomerCard._meta.fields


class LineRow(NamedTuple):
    """A line as its table keeps it, in the order of the columns; `plan_id` 0 for a suggestion."""

    plan_id: int
    card_id: int
    seq: int
    state: str
    starts_at: str | None
    appointment: str | None
    stay_minutes: int
    travel_minutes: int
    purpose: str
    purpose_note: str
    must_visit: bool
    score: int
    reasons: str
    by_hand: bool
    read_at: datetime | None
    struck_reason: str


LINE_COLUMNS = (
    PlanLine.plan, PlanLine.card, PlanLine.seq, PlanLine.state, PlanLine.starts_at,
    PlanLine.appointment, PlanLine.stay_minutes, PlanLine.travel_minutes, PlanLine.purpose,
    PlanLine.purpose_note, PlanLine.must_visit, PlanLine.score, PlanLine.reasons,
    PlanLine.by_hand, PlanLine.read_at, PlanLine.struck_reason,
)  # fmt: skip


class PlanHead(NamedTuple):
    """A plan without its lines; `id` 0 and everything else empty for a suggestion."""

    id: int
    plan_no: str
    plan_date: date
    rep_id: int
    state: str = ""
    made_by_id: int | None = None
    made_at: datetime | None = None
    approved_by_id: int | None = None
    approved_at: datetime | None = None
    recorded_by_id: int | None = None
    confirmed_at: datetime | None = None


_HEAD_COLUMNS = (
    DailyPlan.id, DailyPlan.plan_no, DailyPlan.plan_date, DailyPlan.rep, DailyPlan.state,
    DailyPlan.made_by, DailyPlan.made_at, DailyPlan.approved_by, DailyPlan.approved_at,
    DailyPlan.recorded_by, DailyPlan.confirmed_at,
)  # fmt: skip


def plans_shown(
    condition: Any, now: datetime, left_out: tuple[LeftOut, ...] = ()
) -> list[PlanView]:
    """The plans that meet a condition on `DailyPlan`, by number, inside the caller's transaction.

    Args:
        condition: of the query.
        now: office wall-clock time, for where the cards are.
        left_out: candidates without a place, of a plan that has just been composed.
    """
    query = DailyPlan.select(*_HEAD_COLUMNS).where(condition).order_by(DailyPlan.plan_no)
    heads = [PlanHead(*row) for row in rows_of(query)]
    lines = lines_of([head.id for head in heads])
    return views_of([(head, lines[head.id]) for head in heads], now, left_out)


def lines_of(plan_ids: Collection[int]) -> dict[int, list[LineRow]]:
    """The lines of plans by key of the plan: open ones in visiting order, then the struck."""
    query = (
        PlanLine.select(*LINE_COLUMNS)
        .where(PlanLine.plan.in_(list(plan_ids)))
        .order_by(PlanLine.plan, PlanLine.seq, PlanLine.id)
    )
    found: dict[int, list[LineRow]] = defaultdict(list)
    for row in rows_of(query):
        found[row[0]].append(LineRow(*row))
    for lines in found.values():
        lines.sort(key=lambda line: line.state in STRUCK)
    return found


def views_of(
    plans: Sequence[tuple[PlanHead, Sequence[LineRow]]],
    now: datetime,
    left_out: tuple[LeftOut, ...] = (),
) -> list[PlanView]:
    """Plans or suggestions with everything that is shown of them.

    Args:
        plans: heads and lines.
        now: office wall-clock time.
        left_out: candidates without a place, of a plan that has just been composed.
    """
    if not plans:
        return []
    rules, around = policy(), _around(plans, now)
    return [_plan_view(head, lines, around, rules, left_out) for head, lines in plans]


class _Around(NamedTuple):
    """What stands in other tables."""

    now: datetime
    people: dict[int, str]
    cards: dict[int, dict[str, Any]]
    since: dict[int, datetime]
    reserved: dict[int, Kept]
    accounts: dict[int, tuple[Decimal, Decimal]]
    promises: dict[int, list[tuple[str, date]]]
    recorded: set[tuple[int, int, date]]


def _around(plans: Sequence[tuple[PlanHead, Sequence[LineRow]]], now: datetime) -> _Around:
    ids = list({line.card_id for _, lines in plans for line in lines})
    cards = _cards(ids)
    out = [id_ for id_, card in cards.items() if card["custody_state"] == CustodyState.OUT]
    accounts = AccountSnapshot.select(
        AccountSnapshot.card, AccountSnapshot.balance, AccountSnapshot.overdue
    ).where(AccountSnapshot.card.in_(ids))
    return _Around(
        now,
        names_of_people(),
        cards,
        _out_since(out),
        reserved_on(now.date()),
        {card: (balance, overdue) for card, balance, overdue in rows_of(accounts)},
        _promises(ids, max(head.plan_date for head, _ in plans)),
        _recorded(head for head, _ in plans),
    )


def _cards(ids: list[int]) -> dict[int, dict[str, Any]]:
    query: Any = CustomerCard.select(
        CustomerCard.id, CustomerCard.card_no, CustomerCard.location, _CARD["full_name"],
        _CARD["short_name"], CustomerCard.customer_kind, _CARD["abc_class"],
        CustomerCard.district, CustomerCard.custody_state, CustomerCard.holder,
        CustomerCard.due_at,
    ).where(CustomerCard.id.in_(ids))  # fmt: skip
    districts = names_of_districts()
    return {
        row["id"]: {**row, "district": districts.get(row["district"], "")} for row in query.dicts()
    }


def _out_since(out: list[int]) -> dict[int, datetime]:
    """Since when cards are out."""
    if not out:
        return {}
    query = Loan.select(Loan.card, Loan.issued_at).where(
        Loan.card.in_(out) & Loan.returned_at.is_null()
    )
    return dict(rows_of(query))


def _promises(ids: list[int], until: date) -> dict[int, list[tuple[str, date]]]:
    query = (
        Promise.select(Promise.card, Promise.description, Promise.due_on)
        .where(Promise.card.in_(ids) & Promise.kept_on.is_null() & (Promise.due_on <= until))
        .order_by(Promise.due_on, Promise.id)
    )
    found: dict[int, list[tuple[str, date]]] = defaultdict(list)
    for card, description, due_on in rows_of(query):
        found[card].append((description, due_on))
    return found


def _recorded(heads: Iterable[PlanHead]) -> set[tuple[int, int, date]]:
    """(card, rep, day) of the visit records of those days."""
    days: dict[date, list[int]] = defaultdict(list)
    for head in heads:
        days[head.plan_date].append(head.rep_id)
    found: set[tuple[int, int, date]] = set()
    for day, reps in days.items():
        query = VisitRecord.select(VisitRecord.card, VisitRecord.rep, VisitRecord.visited_on)
        found.update(
            rows_of(query.where(VisitRecord.rep.in_(reps) & (VisitRecord.visited_on == day)))
        )
    return found


# --- views -------------------------------------------------------------------------------------


def _plan_view(
    head: PlanHead,
    lines: Sequence[LineRow],
    around: _Around,
    rules: Policy,
    left_out: tuple[LeftOut, ...],
) -> PlanView:
    going = [line for line in lines if line.state not in STRUCK]
    home = rules.travel_office if going else 0
    return PlanView(
        plan_no=head.plan_no,
        plan_date=head.plan_date,
        rep=around.people[head.rep_id],
        state=head.state,
        lines=tuple(_line_view(line, head, around) for line in lines),
        left_out=left_out,
        made_by=_name(head.made_by_id, around),
        made_at=head.made_at,
        approved_by=_name(head.approved_by_id, around),
        approved_at=head.approved_at,
        on_paper=head.recorded_by_id is not None,
        recorded_by=_name(head.recorded_by_id, around),
        confirmed=head.confirmed_at is not None,
        leaves_at=clock(rules.leaves_at),
        back_at=_back_at(going[-1], home) if going else "",
        stay_minutes=sum(line.stay_minutes for line in going),
        travel_minutes=sum(line.travel_minutes for line in going) + home,
        capacity=rules.capacity,
    )


def _name(person_id: int | None, around: _Around) -> str:
    return "" if person_id is None else around.people[person_id]


def _back_at(last: LineRow, home: int) -> str:
    """When the rep is back after his last visit."""
    if not last.starts_at:
        return ""
    return clock(minute_of(last.starts_at) + last.stay_minutes + home)


def _line_view(line: LineRow, head: PlanHead, around: _Around) -> LineView:
    card = around.cards[line.card_id]
    kept = around.reserved.get(line.card_id)
    custody = state_now(
        card["custody_state"], card["due_at"], around.now, reserved=kept is not None
    )
    holder = card["holder"]
    if custody is CustodyState.RESERVED and kept is not None:
        holder = kept.borrower_id
    balance, overdue = around.accounts.get(line.card_id, (None, None))
    return LineView(
        seq=line.seq,
        card_no=card["card_no"],
        location=card["location"] or "",
        name=card["full_name"] or "",
        short_name=card["short_name"] or card["full_name"] or "",
        kind=card["customer_kind"],
        abc_class=card["abc_class"] or "",
        district=card["district"],
        state=line.state,
        custody=custody.value,
        holder=_name(holder, around),
        out_since=around.since.get(line.card_id),
        starts_at=line.starts_at or "",
        appointment=line.appointment or "",
        stay_minutes=line.stay_minutes,
        travel_minutes=line.travel_minutes,
        purposes=tuple(filter(None, line.purpose.split(","))),
        purpose_note=line.purpose_note,
        must_visit=line.must_visit,
        score=Decimal(line.score).scaleb(-1),
        reasons=unpack(line.reasons),
        by_hand=line.by_hand,
        read=line.read_at is not None,
        struck_reason=line.struck_reason,
        balance=balance,
        overdue=overdue,
        promises=tuple(
            one for one in around.promises.get(line.card_id, ()) if one[1] <= head.plan_date
        ),
        has_record=(line.card_id, head.rep_id, head.plan_date) in around.recorded,
    )
