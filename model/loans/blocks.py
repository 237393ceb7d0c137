"""Who gets no card until he has settled earlier ones, and the block lifted for a day (§5.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from peewee import SQL

from model.cards.entering import clean_reason
from model.cards.tables import CustomerCard, Loan
from model.errors import BorrowerBlockedError
from model.loans.open_loans import OpenLoan, open_loans
from model.loans.tables import BlockLift
from model.office import audit
from model.office.calendar import next_working_day
from model.office.desk import Desk, Whose
from model.office.people import person_called
from model.office.rights import Right, act
from model.office.tables import Person
from model.storage.database import writing
from model.storage.prepared import Prepared

_MISSING = Prepared(
    lambda _: (
        Loan.select(Loan.borrower, CustomerCard.card_no, Loan.day)
        .join(CustomerCard)
        # Spelt as the partial index spells it: with a hole here the engine would read every loan.
        .where(Loan.record_missing == SQL("1"))
    )
)
_LIFTED = Prepared(lambda hole: BlockLift.select(BlockLift.person).where(BlockLift.day == hole))


@dataclass(frozen=True)
class Block:
    """Why a rep gets no card today (domain.md §5.5).

    Attributes:
        overdue: numbers of cards that he holds past their due time.
        missing: numbers of cards brought home without a visit record, from the next working day.
        lifted: a supervisor lets him have cards today all the same.
    """

    overdue: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    lifted: bool = False

    @property
    def holds(self) -> bool:
        """Whether he gets no card now."""
        return bool(self.overdue or self.missing) and not self.lifted


def blocks(now: datetime, loans: Iterable[OpenLoan]) -> dict[int, Block]:
    """Key of each person who has something to settle -> his block.

    Args:
        now: office wall-clock time.
        loans: every open loan.
    """
    overdue: dict[int, list[str]] = {}
    for loan in loans:
        if loan.is_late(now):
            overdue.setdefault(loan.borrower_id, []).append(loan.card_no)
    missing: dict[int, list[str]] = {}
    for borrower, card_no, day in missing_records():
        if blocks_from(day) <= now.date():
            missing.setdefault(borrower, []).append(card_no)
    lifted = {person for (person,) in _LIFTED(now.date()).tuples()}
    return {
        person: Block(
            tuple(sorted(overdue.get(person, ()))),
            tuple(sorted(missing.get(person, ()))),
            person in lifted,
        )
        for person in overdue.keys() | missing.keys()
    }


def missing_records() -> list[tuple[int, str, date]]:
    """(key of the borrower, card number, day of the loan) of each card home without a record."""
    return [tuple(row) for row in _MISSING().tuples()]


def blocks_from(day: date) -> date:
    """The day from which a record missing since another day blocks: the next working day."""
    return next_working_day(day)


def refuse_blocked(borrower: Person, block: Block) -> None:
    """Refuse a rep who has something to settle.

    Raises:
        BorrowerBlockedError: overdue cards or missing records, not lifted for today.
    """
    if block.holds:
        raise BorrowerBlockedError(
            borrower=borrower.name, overdue=block.overdue, missing=block.missing
        )


@act(Right.UNBLOCK)
def lift_block(desk: Desk, rep: str, reason: str, now: datetime) -> Block:
    """Let a rep have cards today although he has something to settle; counted, and logged.

    Once lifted, a block stays lifted for the day: saying it again changes nothing.

    Raises:
        ReasonNeededError: no reason given.
        NotFoundError: nobody is called that.
        NotAllowedError: a rep of another team.
    """
    reason = clean_reason(reason, Right.UNBLOCK.value)
    with writing():
        person = person_called(rep)
        desk.require(Right.UNBLOCK, Whose(person.id, person.team_id))
        if person.id not in {lifted for (lifted,) in _LIFTED(now.date()).tuples()}:
            BlockLift.insert(
                person=person.id, day=now.date(), lifted_by=desk.person.id, lifted_at=now,
                reason=reason,
            ).execute()  # fmt: skip
            audit.log(
                desk, audit.Event.LOAN_UNBLOCK, now, kind="person", subject=person.staff_no,
                after={"day": now.date()}, reason=reason,
            )  # fmt: skip
        return blocks(now, open_loans()).get(person.id, Block(lifted=True))
