"""A line put on a plan by hand or struck from it: what is refused, and where a new one stands.

Everything here works inside the caller's transaction.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from model.cards.custody import ref_of
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.errors import BadInputError, Problem, WrongRepError, WrongStateError
from model.rounds.plan_keeping import districts_of
from model.rounds.plan_reading import LINE_COLUMNS, LineRow
from model.rounds.tables import DailyPlan, LineState, PlanLine

_NO_VISIT = frozenset({CustodyState.DRAFT, CustodyState.SEALED, CustodyState.VOID})
"""States of a card in which nobody can be planned."""


def refuse_card(plan: DailyPlan, card: CustomerCard) -> None:
    """Another rep's customer, or one who cannot be visited."""
    if card.rep_id != plan.rep_id:
        raise WrongRepError(ref=ref_of(card), rep=plan.rep.name)
    if card.custody_state in _NO_VISIT:
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)


def put_line(row: LineRow) -> PlanLine:
    """Write a line that a person adds; one that was struck is opened again."""
    columns = dict(zip(LINE_COLUMNS, row, strict=True))
    PlanLine.insert(columns).on_conflict(
        conflict_target=[PlanLine.plan, PlanLine.card], preserve=list(LINE_COLUMNS[2:])
    ).execute()
    line: PlanLine = PlanLine.get(PlanLine.plan == row.plan_id, PlanLine.card == row.card_id)
    return line


def place_for(line: PlanLine, lines: Sequence[PlanLine]) -> int:
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


def refuse_under_way(plan: DailyPlan, line: PlanLine, card: CustomerCard) -> None:
    """A visit that took place, or whose card is out on this plan, is not struck any more."""
    if line.state != LineState.PLANNED:
        raise WrongStateError(ref=ref_of(card), state=line.state)
    away = Loan.select().where(
        (Loan.card == card.id) & Loan.returned_at.is_null() & (Loan.document == plan.plan_no)
    )
    if away.exists():
        raise WrongStateError(ref=ref_of(card), state=CustodyState.OUT)


def refuse_earlier(to: date, plan_date: date) -> None:
    """A visit is moved to a later day only."""
    if to <= plan_date:
        raise BadInputError([Problem("to", "day_not_later")])
