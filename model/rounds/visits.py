"""拜访记录: what came of a visit, entered at the counter, at the rep's desk, or later (补录)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, NamedTuple

from model.cards.characters import one_line, several_lines
from model.cards.custody import card_of, lent_or_reserved, ref_of, whose
from model.cards.finding import normalised_name
from model.cards.passes import reader_of
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.errors import BadInputError, Problem, WrongStateError
from model.office import audit
from model.office.counters import next_number
from model.office.day import require_open
from model.office.desk import Desk, Whose
from model.office.people import person_called
from model.office.rights import RIGHTS, Reach, Right, act
from model.office.tables import Person
from model.rounds.plan_reading import STRUCK
from model.rounds.tables import DailyPlan, LineState, PlanLine, Promise, VisitRecord
from model.rounds.visit_checks import checked_visit
from model.rounds.visit_reading import (
    SEVERAL,
    promise_view,
    promises_of,
    visit_view,
    visits_seen,
)
from model.rounds.visits_shown import PromiseEntry, PromiseView, VisitEntry, VisitView
from model.storage.database import writing
from model.storage.prepared import Prepared

__all__ = [
    "PromiseEntry",
    "PromiseView",
    "VisitEntry",
    "VisitView",
    "open_promises",
    "record_visit",
    "visits_of",
    "visits_on",
]

# Reached without a card in hand: nothing is amiss when it stays in the cabinet.
_FROM_AFAR = frozenset({"phone", "at_office", "online"})

_LINE = Prepared(
    lambda hole: (
        PlanLine.select(PlanLine.id, PlanLine.state, PlanLine.read_at, DailyPlan.plan_no)
        .join(DailyPlan)
        .where((DailyPlan.rep == hole) & (DailyPlan.plan_date == hole) & (PlanLine.card == hole))
    )
)
_LOANS = Prepared(
    lambda hole: (
        Loan.select(Loan.read_before)
        .where((Loan.card == hole) & (Loan.day == hole) & (Loan.borrower == hole))
        .where(Loan.corrected_at.is_null())
    )
)
_CLEAR = Prepared(
    lambda hole: Loan.update({Loan.record_missing: hole}).where(
        (Loan.card == hole) & (Loan.day == hole) & (Loan.borrower == hole)
    )
)
_SEEN = Prepared(
    lambda hole: CustomerCard.update({CustomerCard.last_visit_on: hole}).where(
        (CustomerCard.id == hole)
        & (CustomerCard.last_visit_on.is_null() | (CustomerCard.last_visit_on < hole))
    )
)
_LINE_STATE = Prepared(
    lambda hole: PlanLine.update({PlanLine.state: hole}).where(PlanLine.id == hole)
)


class _OnPlan(NamedTuple):
    """The line of the rep's plan of that day, if the customer was on it."""

    id: int | None = None
    state: str = ""
    read_at: datetime | None = None
    plan_no: str = ""


@act(Right.RECORD_VISIT)
def record_visit(desk: Desk, entry: VisitEntry, now: datetime) -> VisitView:
    """Keep a visit record; last visit, promises and plan follow at once (domain.md §6.6).

    Args:
        desk: the rep who was there, a clerk, his supervisor, or the manager; the cabinet need
            not be open, since a missing record blocks the rep.
        entry: as typed.
        now: office wall-clock time.

    Raises:
        NotFoundError: no such rep or card.
        NotAllowedError: another's record, or another's customer whom the rep had not that day.
        BadInputError: everything that cannot be taken, field by field.
        WrongStateError: the card is void.
    """
    with writing():
        rep = person_called(entry.rep)
        desk.require(Right.RECORD_VISIT, Whose(rep.id, rep.team_id))
        if entry.card_no.strip():
            card = card_of(entry.card_no)
            if not _had(card, rep, entry.visited_on):
                desk.require(Right.RECORD_VISIT, whose(card))
        return write_visit(desk, entry, now)


def _had(card: CustomerCard, rep: Person, day: date) -> bool:
    """Whether the customer was the rep's that day: on his plan, or his card lent to him."""
    on_plan = _LINE.first(rep.id, day, card.id) is not None
    return on_plan or _LOANS.first(card.id, day, rep.id) is not None


def write_visit(desk: Desk, entry: VisitEntry, now: datetime) -> VisitView:
    """Write a record and all that follows from it, inside the caller's transaction.

    Raises:
        NotFoundError, BadInputError, WrongStateError: as `record_visit`.
    """
    rep = person_called(entry.rep)
    card = card_of(entry.card_no) if entry.card_no.strip() else None
    if card is not None and card.custody_state == CustodyState.VOID:
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)
    values = checked_visit(entry, now.date())
    line = _line_of(rep, card, entry.visited_on)
    row = _new_row(desk, entry, rep, card, line, values, now)
    row.id = VisitRecord.insert(row.__data__).execute()
    if card is not None:
        _keep_promises(entry, card)
        _add_promises(entry, card, row)
        _follow(row, line)
    _log(desk, row, card, rep, now)
    view = visit_view(row, values, rep.name, desk.person.name, card)
    return replace(view, promises=tuple(promises_of([row]).get(row.id, ())))


def _line_of(rep: Person, card: CustomerCard | None, day: date) -> _OnPlan:
    """The customer's line on the rep's plan of a day."""
    if card is None:
        return _OnPlan()
    rows = list(_LINE(rep.id, day, card.id).tuples())
    return _OnPlan(*rows[0]) if rows else _OnPlan()


def _new_row(
    desk: Desk,
    entry: VisitEntry,
    rep: Person,
    card: CustomerCard | None,
    line: _OnPlan,
    values: Mapping[str, Any],
    now: datetime,
) -> VisitRecord:
    """The record, not yet written."""
    name = "" if card else one_line(entry.customer_name)
    loans = list(_LOANS(card.id, entry.visited_on, rep.id).tuples()) if card else []
    afar = bool(entry.not_visited) or values.get("method") in _FROM_AFAR
    columns = {key: ",".join(value) if key in SEVERAL else value for key, value in values.items()}
    return VisitRecord(
        record_no=_next_no(entry.visited_on),
        card=card.id if card else None,
        customer_name=name,
        name_key=normalised_name(name) if name else "",
        rep=rep.id,
        visited_on=entry.visited_on,
        not_visited=entry.not_visited,
        plan_no=line.plan_no,
        no_card=entry.no_card or not (afar or loans),
        read_before=line.read_at is not None or any(read for (read,) in loans),
        entered_by=desk.person.id,
        entered_at=now,
        entered_later=entry.entered_later or entry.visited_on < now.date(),
        **columns,
    )


def _next_no(day: date) -> str:
    """The next number of a day's records: `BF20261125-003`."""
    return f"BF{day:%Y%m%d}-{next_number(f'visit_{day:%Y%m%d}'):03d}"


def _keep_promises(entry: VisitEntry, card: CustomerCard) -> None:
    """Tick the promises that were kept.

    Raises:
        BadInputError: one that is not open, or not this customer's.
    """
    wanted = set(entry.kept_promises)
    if not wanted:
        return
    mine = Promise.id.in_(wanted) & (Promise.card == card.id) & Promise.kept_on.is_null()
    kept = Promise.update(kept_on=entry.visited_on).where(mine).execute()
    if kept != len(wanted):
        raise BadInputError([Problem("kept_promises", "no_such_promise")])


def _add_promises(entry: VisitEntry, card: CustomerCard, row: VisitRecord) -> None:
    """The promises made at this visit."""
    rows = [
        {
            "card": card.id,
            "description": several_lines(promise.description),
            "due_on": promise.due_on,
            "source": "visit",
            "promised_by": promise.promised_by,
            "visit": row.id,
        }
        for promise in entry.promises
    ]
    if rows:
        Promise.insert_many(rows).execute()


def _follow(row: VisitRecord, line: _OnPlan) -> None:
    """Last visit, the line of the plan, and what the loan still wanted."""
    if not row.not_visited:
        _SEEN.run(row.visited_on, row.card_id, row.visited_on)
    if line.id is not None and line.state not in STRUCK:
        state = LineState.NOT_VISITED if row.not_visited else LineState.VISITED
        _LINE_STATE.run(state.value, line.id)
    _CLEAR.run(False, row.card_id, row.visited_on, row.rep_id)


def _log(
    desk: Desk, row: VisitRecord, card: CustomerCard | None, rep: Person, now: datetime
) -> None:
    """Facts only: what a customer said, and who without a card he is, stays out of the log."""
    flags = ("no_card", "read_before", "entered_later")
    audit.log(
        desk, audit.Event.VISIT_RECORD, now, kind="visit", subject=row.record_no,
        after={
            "card_no": ref_of(card) if card else "",
            "rep": rep.staff_no,
            "visited_on": row.visited_on,
            "outcome": row.not_visited or row.__data__.get("outcome") or "",
            "flags": [flag for flag in flags if getattr(row, flag)],
        },
        document=row.plan_no,
    )  # fmt: skip


@act(Right.RECORD_VISIT)
def open_promises(desk: Desk, card_no: str, now: datetime) -> list[PromiseView]:
    """The open promises of one customer, by due date: a visit may keep them.

    Raises:
        NotFoundError: no such card.
        NotAllowedError: another's customer.
    """
    card = card_of(card_no)
    desk.require(Right.RECORD_VISIT, lent_or_reserved(whose(card), card, now))
    mine = (Promise.card == card.id) & Promise.kept_on.is_null()
    return [promise_view(row) for row in Promise.select().where(mine).order_by(Promise.due_on)]


@act(Right.READ_CARD)
def visits_of(desk: Desk, card_no: str, now: datetime, limit: int = 20) -> list[VisitView]:
    """The last visits to one customer, newest first; a part of his card, and read like it.

    Args:
        desk: who reads them; what it may not see of the card it does not see here.
        card_no: number of the card.
        now: office wall-clock time.
        limit: at most so many.

    Raises:
        NotFoundError: no such card.
        NotAllowedError: another's customer.
        CabinetClosedError: before 开柜 and after 锁柜.
    """
    card = card_of(card_no)
    reader_of(desk, card, now)
    query = VisitRecord.select().where(VisitRecord.card == card.id)
    newest = query.order_by(VisitRecord.visited_on.desc(), VisitRecord.id.desc()).limit(limit)
    return visits_seen(desk, list(newest), now)


@act(Right.READ_CARD)
def visits_on(desk: Desk, day: date, now: datetime) -> list[VisitView]:
    """The visits of a day: a rep's own, a supervisor's team's, or all; by number.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
    """
    require_open(now)
    query = VisitRecord.select().where(VisitRecord.visited_on == day)
    reach = RIGHTS[Right.READ_CARD].of(desk.person.role)
    if reach is Reach.OWN:
        query = query.where(VisitRecord.rep == desk.person.id)
    elif reach is Reach.TEAM:
        team = Person.select(Person.id).where(Person.team == (desk.person.team_id or 0))
        query = query.where(VisitRecord.rep.in_(team))
    return visits_seen(desk, list(query.order_by(VisitRecord.record_no)), now)
