"""更正 (domain.md §5.8 E13): a wrong line stays, with who, when and why, and counts nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from model.cards.custody import Kept, bring_home, lend, ref_of, reserve, reserved_for, state_now
from model.cards.entering import clean_reason
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.errors import NotFoundError, WrongStateError
from model.office import audit
from model.office.counters import next_number
from model.office.desk import Desk
from model.office.rights import Right, act
from model.rounds.tables import DailyPlan, LineState, PlanLine
from model.storage.database import writing

# What the line that stands in for a wrongly returned one takes over from it.
_SAME = ("card", "borrower", "document", "day", "issued_at", "due_at", "issued_by", "read_before",
         "overdue_logged_at", "entered_later")  # fmt: skip


@dataclass(frozen=True)
class Corrected:
    """What the correction left.

    Attributes:
        loan_no: the line that holds now: the new one of a card that is out again, else the
            corrected one.
        card_no: the card.
        custody_state: where the card is now.
    """

    loan_no: int
    card_no: str
    custody_state: str


@act(Right.CORRECT_EVENT)
def correct_loan(desk: Desk, loan_no: int, reason: str, now: datetime) -> Corrected:
    """Correct a line of the register on the day on which the mistake was made.

    A card that should not have gone out is home again. A card that was ticked as returned is out
    again with the same borrower and due time, on a new line; a visit record entered meanwhile
    stays.

    Args:
        desk: a clerk or the manager.
        loan_no: number of the line.
        reason: what happened.
        now: office wall-clock time.

    Raises:
        ReasonNeededError: no reason given.
        NotFoundError: no such line.
        WrongStateError: corrected already, not today's, or the card has gone elsewhere since.
    """
    reason = clean_reason(reason, Right.CORRECT_EVENT.value)
    with writing():
        loan = Loan.get_or_none(Loan.loan_no == loan_no)
        if loan is None:
            raise NotFoundError(kind="loan", ref=str(loan_no))
        if loan.corrected_at is not None:
            raise WrongStateError(ref=str(loan_no), state="corrected")
        card: CustomerCard = loan.card
        if loan.returned_at is None:
            _refuse_earlier(loan, loan.issued_at, now)
            return _take_out_back(desk, loan, card, reason, now)
        _refuse_earlier(loan, loan.returned_at, now)
        return _undo_return(desk, loan, card, reason, now)


def _refuse_earlier(loan: Loan, happened_at: datetime, now: datetime) -> None:
    """Refuse what is no mistake of today.

    Raises:
        WrongStateError: it happened on an earlier day.
    """
    if happened_at.date() != now.date():
        raise WrongStateError(ref=str(loan.loan_no), state="earlier_day")


def _take_out_back(
    desk: Desk, loan: Loan, card: CustomerCard, reason: str, now: datetime
) -> Corrected:
    """A wrong card was handed out: its line is closed, and the card is in the cabinet."""
    _close(desk, loan, reason, now, returned_at=now)
    bring_home(card.id)
    _log(desk, loan, card, {"undone": "issue"}, reason, now)
    _reserve_again(desk, loan, card, now)
    kept = reserved_for(card.id, now.date()) is not None
    state = state_now(CustodyState.IN_CABINET, None, now, reserved=kept)
    return Corrected(loan.loan_no, ref_of(card), state)


def _undo_return(
    desk: Desk, loan: Loan, card: CustomerCard, reason: str, now: datetime
) -> Corrected:
    """A wrong return was ticked: the card is out, as it was.

    Raises:
        WrongStateError: it is not in the cabinet, or has been out once more since.
    """
    if card.custody_state != CustodyState.IN_CABINET:
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)
    later = (Loan.card == card.id) & (Loan.id > loan.id) & Loan.corrected_at.is_null()
    if Loan.select().where(later).exists():
        raise WrongStateError(ref=ref_of(card), state="lent_since")
    _close(desk, loan, reason, now)
    new_no = next_number("loan")
    same = {name: loan.__data__[name] for name in _SAME}
    Loan.insert(same | {"loan_no": new_no, "corrects": loan.id}).execute()
    lend(card.id, loan.borrower_id, loan.due_at)
    _open_line(loan)
    _log(desk, loan, card, {"undone": "return", "new_loan_no": new_no}, reason, now)
    return Corrected(new_no, ref_of(card), state_now(CustodyState.OUT, loan.due_at, now))


def _close(desk: Desk, loan: Loan, reason: str, now: datetime, **more: Any) -> None:
    """Mark a line as corrected; it wants no record any more."""
    Loan.update(
        corrected_at=now, corrected_by=desk.person.id, correction_reason=reason,
        record_missing=False, **more,
    ).where(Loan.id == loan.id).execute()  # fmt: skip


def _line_of(loan: Loan) -> PlanLine | None:
    """The line of the plan on which the card went out."""
    line: PlanLine | None = (
        PlanLine.select()
        .join(DailyPlan)
        .where((DailyPlan.plan_no == loan.document) & (PlanLine.card == loan.card_id))
        .first()
    )
    return line


def _reserve_again(desk: Desk, loan: Loan, card: CustomerCard, now: datetime) -> None:
    """The rep has his card's reservation back while its line still stands on his plan."""
    line = _line_of(loan)
    if line is None or line.state != LineState.PLANNED:
        return
    if reserved_for(card.id, now.date()) is None:
        kept = Kept(loan.borrower_id, loan.document)
        reserve(desk, [(card.id, ref_of(card))], now.date(), kept, now)


def _open_line(loan: Loan) -> None:
    """A visit called off with the wrong return is planned again."""
    line = _line_of(loan)
    if loan.cancelled and line is not None and line.state == LineState.CANCELLED:
        PlanLine.update(state=LineState.PLANNED, struck_reason="").where(
            PlanLine.id == line.id
        ).execute()


def _log(
    desk: Desk,
    loan: Loan,
    card: CustomerCard,
    facts: dict[str, object],
    reason: str,
    now: datetime,
) -> None:
    """Which line was wrong, and what was undone."""
    audit.log(
        desk, audit.Event.LOAN_CORRECT, now, kind="card", subject=ref_of(card),
        before={"loan_no": loan.loan_no}, after=facts, reason=reason, document=loan.document,
    )  # fmt: skip
