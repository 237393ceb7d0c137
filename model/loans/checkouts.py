"""发卡: the cards of a rep's approved plan of today go out, all in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from peewee import IntegrityError

from model.cards.custody import fulfil, lend, ref_of
from model.cards.tables import CustodyState, Loan
from model.errors import CabinetError, CardOutError, RefusedError
from model.loans.blocks import Block, blocks, refuse_blocked
from model.loans.open_loans import log_overdue, open_loans
from model.loans.plan_lines import (
    Line,
    approved_plan,
    named_lines,
    refuse_handed_over,
    refuse_not_at_hand,
    refuse_too_many,
    waiting_lines,
)
from model.office import audit
from model.office.counters import next_number
from model.office.day import require_open
from model.office.desk import Desk
from model.office.office_settings import setting_value
from model.office.people import person_called
from model.office.rights import Right, act
from model.office.tables import Person
from model.progress import Progress, silent
from model.rounds.plan_keeping import line_of, log_change, plan_numbered
from model.rounds.reps import whose_rep
from model.rounds.tables import PlanLine
from model.storage.database import writing
from model.storage.prepared import Prepared

_LAST_MOMENT = time(23, 59, 59)
_READ = Prepared(lambda hole: PlanLine.update({PlanLine.read_at: hole}).where(PlanLine.id == hole))
_COLUMNS = [column for column in Loan._meta.sorted_fields if column is not Loan.id]
_ONE_LOAN = Prepared(lambda hole: Loan.insert(dict.fromkeys(_COLUMNS, hole)))
# What a loan starts with where nothing is said.
_BLANK = {column.name: column.default for column in _COLUMNS}


@dataclass(frozen=True)
class CardOut:
    """One card just handed out."""

    card_no: str
    location: str
    name: str
    borrower: str
    plan_no: str
    loan_no: int
    issued_at: datetime
    due_at: datetime


@dataclass(frozen=True)
class AllOut:
    """What came of handing out for several reps: each whole, or refused with its reason."""

    out: tuple[CardOut, ...]
    refused: tuple[tuple[str, CabinetError], ...]


@act(Right.CHECK_OUT)
def check_out(
    desk: Desk,
    rep: str,
    now: datetime,
    *,
    card_nos: Sequence[str] = (),
    read: bool = False,
    progress: Progress = silent,
) -> list[CardOut]:
    """Hand a rep the cards of his approved plan of today: all of them, or none.

    Args:
        desk: the clerk who hands them out.
        rep: name or staff number of the borrower.
        now: office wall-clock time.
        card_nos: only these lines of the plan; without them every planned line that has not had
            its card yet.
        read: the rep has read the cards (已阅).
        progress: told (done, total); what it raises stops the work and undoes it.

    Returns:
        One for each card, in drawer order; none when every card has been out and is home again.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotFoundError: nobody is called that.
        NoPlanError: no approved plan of today.
        NotOnPlanError: a named card is not on it, or was struck.
        BorrowerBlockedError: overdue cards or missing records (domain.md §5.5).
        TooManyCardsError: more cards than one person may hold.
        CardOutError: cards that are out, sealed, lost, void or kept for another; nothing changed.
        WrongRepError: a customer who was handed over to another rep since the approval.
    """
    log_overdue(desk, now)
    with writing():
        require_open(now)
        return _hand_out(desk, rep, now, card_nos, read, progress)


@act(Right.CHECK_OUT)
def check_out_all(
    desk: Desk,
    reps: Sequence[str],
    now: datetime,
    *,
    read: bool = False,
    progress: Progress = silent,
) -> AllOut:
    """Hand out for everyone who waits, in one act: each rep whole or not at all.

    Args:
        desk: the clerk who hands them out.
        reps: names or staff numbers.
        now: office wall-clock time.
        read: the reps have read their cards.
        progress: told (reps done, all reps).

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
    """
    log_overdue(desk, now)
    out: list[CardOut] = []
    refused: list[tuple[str, CabinetError]] = []
    with writing():
        require_open(now)
        for done, rep in enumerate(reps):
            progress(done, len(reps))
            try:
                with writing():
                    out += _hand_out(desk, rep, now, (), read, silent)
            except RefusedError as error:
                refused.append((rep, error))
        progress(len(reps), len(reps))
    return AllOut(tuple(out), tuple(refused))


def _hand_out(
    desk: Desk,
    rep: str,
    now: datetime,
    card_nos: Sequence[str],
    read: bool,
    progress: Progress,
) -> list[CardOut]:
    """One rep's cards, inside the caller's transaction."""
    borrower = person_called(rep)
    plan = approved_plan(borrower, now)
    loans = open_loans()
    wanted = named_lines(plan, card_nos) if card_nos else waiting_lines(plan, loans, now)
    refuse_blocked(borrower, blocks(now, loans).get(borrower.id, Block()))
    refuse_too_many(borrower, loans, wanted)
    refuse_not_at_hand(borrower, loans, wanted, now)
    refuse_handed_over(borrower, wanted)
    try:
        with writing():
            return _lend(desk, borrower, plan.plan_no, wanted, now, read, progress)
    except IntegrityError as error:
        # Two desks at once, where the engine does not make one of them wait: the index decides.
        raise CardOutError(cards=[_taken(line) for line in wanted]) from error


def _taken(line: Line) -> dict[str, object]:
    """A card that another desk has just handed out."""
    return {"card_no": line.card_no, "state": CustodyState.OUT.value, "holder": "", "since": None}


def _lend(
    desk: Desk,
    borrower: Person,
    plan_no: str,
    wanted: Sequence[Line],
    now: datetime,
    read: bool,
    progress: Progress,
) -> list[CardOut]:
    """Write the loans, the cards' state, the ticks and the log; reservations are done with."""
    if not wanted:
        return []
    due = due_at(now)
    first = next_number("loan", len(wanted))
    out = []
    for done, line in enumerate(wanted):
        progress(done, len(wanted))
        read_before = read or line.read_at is not None
        _write_loan(desk, borrower, plan_no, line, first + done, now, due, read_before)
        lend(line.card_id, borrower.id, due)
        if read and line.read_at is None:
            _READ.run(now, line.id)
        out.append(
            CardOut(
                line.card_no, line.location, line.name, borrower.name, plan_no, first + done, now,
                due,
            )
        )  # fmt: skip
    fulfil([line.card_id for line in wanted], now.date())
    audit.append(
        desk,
        [
            audit.make_line(
                desk, audit.Event.LOAN_ISSUE, now, kind="card", subject=card.card_no,
                after={"loan_no": card.loan_no, "borrower": borrower.staff_no, "due": due},
                document=plan_no,
            )
            for card in out
        ],
    )  # fmt: skip
    progress(len(wanted), len(wanted))
    return out


def _write_loan(
    desk: Desk,
    borrower: Person,
    plan_no: str,
    line: Line,
    loan_no: int,
    now: datetime,
    due: datetime,
    read_before: bool,
) -> None:
    """One row of the register."""
    row = _BLANK | {
        "loan_no": loan_no,
        "card": line.card_id,
        "borrower": borrower.id,
        "document": plan_no,
        "day": now.date(),
        "issued_at": now,
        "due_at": due,
        "issued_by": desk.person.id,
        "read_before": read_before,
    }
    _ONE_LOAN.run(*row.values())


def due_at(now: datetime) -> datetime:
    """When a card handed out now is due: at the due time, or by the end of the day after it.

    It is never lent for tomorrow (domain.md §5.5).
    """
    due = setting_value("due_time")
    if not isinstance(due, time):
        raise TypeError(due)
    at = datetime.combine(now.date(), due)
    return at if at > now else datetime.combine(now.date(), _LAST_MOMENT)


@act(Right.RECORD_VISIT)
def tick_read(desk: Desk, plan_no: str, card_no: str, now: datetime) -> None:
    """已阅: the rep has read the card before he leaves; ticked once, it stays.

    Raises:
        NotFoundError: no such plan or card.
        NotAllowedError: another rep's plan.
        NotOnPlanError: the card is not on it, or was struck.
    """
    with writing():
        plan = plan_numbered(plan_no)
        desk.require(Right.RECORD_VISIT, whose_rep(plan.rep))
        line, card = line_of(plan, card_no)
        if line.read_at is None:
            _READ.run(now, line.id)
            log_change(desk, plan, now, what="read", card_no=ref_of(card))
