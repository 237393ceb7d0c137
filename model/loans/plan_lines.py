"""The lines of a rep's approved plan of today whose cards are to go out, and what is in the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from model.cards.custody import Kept, reserved_on
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.errors import (
    CardOutError,
    NoPlanError,
    NotOnPlanError,
    TooManyCardsError,
    WrongRepError,
)
from model.loans.open_loans import OpenLoan
from model.office.office_settings import setting_value
from model.office.tables import Person
from model.rounds.plan_reading import STRUCK
from model.rounds.tables import DailyPlan, LineState, PlanLine, PlanState
from model.storage.prepared import Prepared

_CARD = CustomerCard._meta.fields

_PLAN = Prepared(
    lambda hole: DailyPlan.select(DailyPlan.id, DailyPlan.plan_no, DailyPlan.state).where(
        (DailyPlan.rep == hole) & (DailyPlan.plan_date == hole)
    )
)
_LINES = Prepared(
    lambda hole: (
        PlanLine.select(
            PlanLine.id,
            PlanLine.state,
            PlanLine.read_at,
            PlanLine.card,
            CustomerCard.drawer_no,
            CustomerCard.card_no,
            _CARD["full_name"],
            CustomerCard.location,
            CustomerCard.custody_state,
            CustomerCard.rep,
        )
        .join(CustomerCard)
        .where(PlanLine.plan == hole)
    )
)
_HAD = Prepared(
    lambda hole: (
        Loan.select(Loan.card)
        .where(Loan.day == hole)
        .where(Loan.document == hole)
        .where(Loan.corrected_at.is_null())
    )
)


class Line(NamedTuple):
    """One line of the plan with its card."""

    id: int
    state: str
    read_at: datetime | None
    card_id: int
    drawer_no: int
    card_no: str
    name: str
    location: str
    custody: str
    rep_id: int | None


class Approved(NamedTuple):
    """An approved plan of today: its number, and its open lines in drawer order."""

    plan_no: str
    lines: list[Line]


def approved_plan(borrower: Person, now: datetime) -> Approved:
    """The rep's approved plan of today.

    Raises:
        NoPlanError: there is none, or nobody has approved it.
    """
    plan = _PLAN.first(borrower.id, now.date())
    if plan is None or plan.state != PlanState.APPROVED:
        raise NoPlanError(rep=borrower.name, day=now.date())
    lines = [Line(*row) for row in _LINES(plan.id).tuples()]
    standing = [line for line in lines if line.state not in STRUCK]
    return Approved(plan.plan_no, sorted(standing, key=lambda line: (line.drawer_no, line.card_no)))


def named_lines(plan: Approved, card_nos: Sequence[str]) -> list[Line]:
    """The lines of certain cards, each once.

    Raises:
        NotOnPlanError: cards that are not on the plan, or were struck from it.
    """
    wanted = {card_no.strip().upper() for card_no in card_nos}
    missing = sorted(wanted - {line.card_no for line in plan.lines})
    if missing:
        raise NotOnPlanError(plan_no=plan.plan_no, card_nos=missing)
    return [line for line in plan.lines if line.card_no in wanted]


def waiting_lines(plan: Approved, loans: Iterable[OpenLoan], now: datetime) -> list[Line]:
    """The planned lines whose card has not been out on this plan today.

    Raises:
        CardOutError: none is left, and cards of the plan are out.
    """
    had = {card for (card,) in _HAD(now.date(), plan.plan_no).tuples()}
    wanted = [
        line for line in plan.lines if line.state == LineState.PLANNED and line.card_id not in had
    ]
    away = [loan for loan in loans if loan.document == plan.plan_no]
    if not wanted and away:
        raise CardOutError(cards=[_away(loan, now) for loan in away])
    return wanted


def refuse_too_many(borrower: Person, loans: Iterable[OpenLoan], wanted: Sequence[Line]) -> None:
    """Refuse more cards than one person may hold; what he holds already counts.

    Raises:
        TooManyCardsError: more than the setting `most_cards`.
    """
    held = {loan.card_id for loan in loans if loan.borrower_id == borrower.id}
    more = sum(1 for line in wanted if line.card_id not in held)
    limit = int(str(setting_value("most_cards")))
    if len(held) + more > limit:
        raise TooManyCardsError(borrower=borrower.name, held=len(held), wanted=more, limit=limit)


def refuse_handed_over(borrower: Person, wanted: Iterable[Line]) -> None:
    """Refuse the whole set when one of its customers is another rep's since the approval.

    Raises:
        WrongRepError: that one; its line is struck first.
    """
    for line in wanted:
        if line.rep_id != borrower.id:
            raise WrongRepError(ref=line.card_no, rep=borrower.name)


def refuse_not_at_hand(
    borrower: Person, loans: Iterable[OpenLoan], wanted: Sequence[Line], now: datetime
) -> None:
    """Refuse the whole set when any of its cards cannot go out, naming each of them.

    Raises:
        CardOutError: cards that are out, sealed, lost, void, or kept today for another.
    """
    away = {loan.card_id: loan for loan in loans}
    kept = reserved_on(now.date())
    found = [
        obstacle
        for line in wanted
        if (obstacle := _obstacle(line, away.get(line.card_id), kept, borrower, now))
    ]
    if found:
        raise CardOutError(cards=found)


def _obstacle(
    line: Line,
    loan: OpenLoan | None,
    kept: Mapping[int, Kept],
    borrower: Person,
    now: datetime,
) -> dict[str, Any] | None:
    """Why one card cannot go out, with its holder; None when it can."""
    if loan is not None:
        return _away(loan, now)
    if line.custody != CustodyState.IN_CABINET:
        return {"card_no": line.card_no, "state": line.custody, "holder": "", "since": None}
    other = kept.get(line.card_id)
    if other is None or other.borrower_id == borrower.id:
        return None
    holder = Person.get_by_id(other.borrower_id).name
    state = CustodyState.RESERVED.value
    return {"card_no": line.card_no, "state": state, "holder": holder, "since": None}


def _away(loan: OpenLoan, now: datetime) -> dict[str, Any]:
    """A card that is out: with whom, and since when."""
    state = CustodyState.OVERDUE if loan.is_late(now) else CustodyState.OUT
    return {
        "card_no": loan.card_no,
        "state": state.value,
        "holder": loan.borrower,
        "since": loan.issued_at,
    }
