"""还卡: cards come home, with their visit record or without it; none is ever refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from model.cards.custody import bring_home, card_of, ref_of, state_now
from model.cards.entering import clean_reason
from model.cards.tables import NEEDS_REPRINT, CustomerCard, Loan
from model.errors import BadInputError, CardNotOutError, Problem
from model.loans.lateness import late_hours
from model.loans.open_loans import OpenLoan, log_overdue, open_loans
from model.office import audit
from model.office.desk import Desk
from model.office.people import person_called
from model.office.rights import Right, act
from model.office.tables import Person
from model.rounds.tables import DailyPlan, LineState, PlanLine, VisitRecord
from model.rounds.visits import write_visit
from model.rounds.visits_shown import VisitEntry
from model.storage.database import writing
from model.storage.prepared import Prepared

KINDS = ("visited", "not_visited", "cancelled", "no_record")
CONDITIONS = ("intact", "damaged")

_HOME = Prepared(
    lambda hole: Loan.update(
        {
            Loan.returned_at: hole,
            Loan.taken_back_by: hole,
            Loan.condition: hole,
            Loan.cancelled: hole,
            Loan.record_missing: hole,
            Loan.return_reason: hole,
        }
    ).where(Loan.id == hole)
)
_RECORD = Prepared(
    lambda hole: VisitRecord.select(VisitRecord.id).where(
        (VisitRecord.card == hole) & (VisitRecord.rep == hole) & (VisitRecord.visited_on == hole)
    )
)
_REPRINT = Prepared(
    lambda hole: CustomerCard.select(CustomerCard.id).where(
        (CustomerCard.id == hole) & NEEDS_REPRINT
    )
)
_LINE = Prepared(
    lambda hole: (
        PlanLine.select(PlanLine.id)
        .join(DailyPlan)
        .where((DailyPlan.plan_no == hole) & (PlanLine.card == hole))
    )
)
_STRIKE = Prepared(
    lambda hole: PlanLine.update({PlanLine.state: hole, PlanLine.struck_reason: hole}).where(
        PlanLine.id == hole
    )
)


@dataclass(frozen=True)
class Return:
    """One card as it comes over the counter.

    Attributes:
        card_no: the card.
        kind: `visited` or `not_visited` with its record; `cancelled` before leaving (domain.md
            §5.8 E8: no record is wanted); `no_record` for anything else.
        visit: the record; card, rep and day are the loan's, whatever it names.
        condition: `intact` or `damaged`.
        reason: words for the register, such as why it is late.
    """

    card_no: str
    kind: str
    visit: VisitEntry | None = None
    condition: str = "intact"
    reason: str = ""


@dataclass(frozen=True)
class CardHome:
    """One card taken back.

    Attributes:
        late_hours: 0 for one in time; begun hours count whole.
        record_missing: 缺记录.
        reprint: 需重打, the office's paper shows an older 版次 than the card has (domain.md §5.7).
    """

    card_no: str
    name: str
    location: str
    loan_no: int
    borrower: str
    late_hours: int
    record_missing: bool
    reprint: bool = False


@act(Right.TAKE_BACK)
def take_back(desk: Desk, rep: str, returns: Sequence[Return], now: datetime) -> list[CardHome]:
    """Take cards back from a rep: all of these, or none.

    A card is never refused for what it lacks: without a record it comes home as 缺记录, and the
    rep is blocked from the next working day until one is entered. It need not be before 锁柜.

    Args:
        desk: the clerk who takes them.
        rep: name or staff number of who brings them.
        returns: the cards.
        now: office wall-clock time.

    Returns:
        One for each, as given.

    Raises:
        NotFoundError: nobody is called that, or no card has that number.
        CardNotOutError: a card that is not out with him; nothing was changed.
        BadInputError: a record that cannot be taken as typed.
    """
    log_overdue(desk, now)
    with writing():
        borrower = person_called(rep)
        pairs = _paired(borrower, returns, now)
        return [_home(desk, borrower, loan, one, now) for loan, one in pairs]


def _paired(
    borrower: Person, returns: Sequence[Return], now: datetime
) -> list[tuple[OpenLoan, Return]]:
    """Each return with its loan; all are looked at before anything is changed.

    Raises:
        CardNotOutError: one is not out with this person, or stands there twice.
        BadInputError: no such kind or condition.
    """
    out = {loan.card_no: loan for loan in open_loans()}
    pairs = []
    for one in returns:
        ref = one.card_no.strip().upper()
        loan = out.pop(ref, None)
        if loan is None or loan.borrower_id != borrower.id:
            raise _not_out(ref, borrower, loan, now)
        for name, value, known in (
            ("kind", one.kind, KINDS),
            ("condition", one.condition, CONDITIONS),
        ):
            if value not in known:
                raise BadInputError([Problem(name, "not_in_list")])
        pairs.append((loan, one))
    return pairs


def _not_out(ref: str, borrower: Person, loan: OpenLoan | None, now: datetime) -> CardNotOutError:
    """Who has the card instead, if anybody."""
    card = card_of(ref)
    state = state_now(card.custody_state, card.due_at, now)
    holder = loan.borrower if loan else ""
    return CardNotOutError(ref=ref_of(card), rep=borrower.name, state=state.value, holder=holder)


def _home(desk: Desk, borrower: Person, loan: OpenLoan, one: Return, now: datetime) -> CardHome:
    """One card home, inside the caller's transaction."""
    reason = clean_reason(one.reason)
    # Handed back on a later day, or with its record there, it was not before leaving.
    cancelled = one.kind == "cancelled" and loan.day == now.date() and not _has_record(loan)
    if one.visit is not None and one.kind in {"visited", "not_visited"}:
        write_visit(desk, _of_loan(one, one.visit, loan), now)
    elif cancelled:
        _strike(loan, reason)
    missing = not (cancelled or _has_record(loan))
    bring_home(loan.card_id)
    _HOME.run(now, desk.person.id, one.condition, cancelled, missing, reason, loan.id)
    hours = late_hours(loan.due_at, now)
    _log(desk, loan, one, hours, cancelled=cancelled, missing=missing, reason=reason, now=now)
    return CardHome(
        loan.card_no, loan.name, loan.location, loan.loan_no, borrower.name, hours, missing,
        _REPRINT.first(loan.card_id) is not None,
    )  # fmt: skip


def _has_record(loan: OpenLoan) -> bool:
    """Whether a visit record of card, borrower and day is there."""
    return _RECORD.first(loan.card_id, loan.borrower_id, loan.day) is not None


def _of_loan(one: Return, visit: VisitEntry, loan: OpenLoan) -> VisitEntry:
    """The record as the loan's: card, borrower and the day on which it was handed out.

    Raises:
        BadInputError: a visit that did not take place, without its reason.
    """
    why = visit.not_visited if one.kind == "not_visited" else ""
    if one.kind == "not_visited" and not why:
        raise BadInputError([Problem("not_visited", "required")])
    return replace(
        visit,
        card_no=loan.card_no,
        rep=str(loan.staff_no),
        visited_on=loan.day,
        not_visited=why,
    )


def _strike(loan: OpenLoan, reason: str) -> None:
    """The line of a visit that was called off before the rep left."""
    line = _LINE.first(loan.document, loan.card_id)
    if line is not None:
        _STRIKE.run(LineState.CANCELLED.value, reason, line.id)


def _log(
    desk: Desk,
    loan: OpenLoan,
    one: Return,
    hours: int,
    *,
    cancelled: bool,
    missing: bool,
    reason: str,
    now: datetime,
) -> None:
    """The card's line; a late one says by how many hours."""
    after: dict[str, object] = {
        "loan_no": loan.loan_no,
        "borrower": loan.staff_no,
        "condition": one.condition,
        "record_missing": missing,
        "cancelled": cancelled,
    }
    event = audit.Event.LOAN_RETURN
    if hours:
        event, after = audit.Event.LOAN_RETURN_LATE, after | {"hours": hours}
    audit.log(
        desk, event, now, kind="card", subject=loan.card_no, after=after, reason=reason,
        document=loan.document,
    )  # fmt: skip
