"""What is out: the open loans, read from the index that holds nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from model.cards.custody import state_now
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.office import audit
from model.office.desk import Desk
from model.office.tables import Person
from model.storage.database import writing
from model.storage.prepared import Prepared

_CARD = CustomerCard._meta.fields
_OPEN = Prepared(
    lambda _: (
        Loan.select(
            Loan.id,
            Loan.loan_no,
            Loan.card,
            CustomerCard.drawer_no,
            CustomerCard.card_no,
            _CARD["full_name"],
            CustomerCard.location,
            Loan.borrower,
            Person.name,
            Person.staff_no,
            Loan.document,
            Loan.day,
            Loan.issued_at,
            Loan.due_at,
            Loan.overdue_logged_at,
        )
        .join(CustomerCard)
        .switch(Loan)
        .join(Person, on=(Loan.borrower == Person.id))
        .where(Loan.returned_at.is_null())
    )
)
_LATE = Prepared(
    lambda hole: (
        Loan.select(Loan.id)
        .where(Loan.returned_at.is_null())
        .where(Loan.overdue_logged_at.is_null())
        .where(Loan.due_at < hole)
    )
)
_LOGGED = Prepared(lambda hole: Loan.update({Loan.overdue_logged_at: hole}).where(Loan.id == hole))


class OpenLoan(NamedTuple):
    """One card that is out, with whom and since when."""

    id: int
    loan_no: int
    card_id: int
    drawer_no: int
    card_no: str
    name: str
    location: str
    borrower_id: int
    borrower: str
    staff_no: int
    document: str
    day: date
    issued_at: datetime
    due_at: datetime
    overdue_logged_at: datetime | None

    def is_late(self, now: datetime) -> bool:
        """Whether it is overdue by now."""
        return state_now(CustodyState.OUT, self.due_at, now) is CustodyState.OVERDUE


def open_loans() -> list[OpenLoan]:
    """Every card that is out, as the cards stand in the drawers.

    Sorted here: asked to sort, the engine would walk all cards in drawer order instead.
    """
    found = (OpenLoan(*row) for row in _OPEN().tuples())
    return sorted(found, key=lambda loan: (loan.drawer_no, loan.card_no))


def log_overdue(desk: Desk, now: datetime) -> None:
    """Log each loan that has become overdue since anybody looked, once.

    The PC may be off at the due time (domain.md §5.4), so the first act after it does this, in a
    transaction of its own: a refusal of that act takes nothing of it back.
    """
    if _LATE.first(now) is None:
        return
    with writing():
        late = [loan for loan in open_loans() if loan.is_late(now) and not loan.overdue_logged_at]
        audit.append(desk, _overdue_lines(desk, late, now))
        for loan in late:
            _LOGGED.run(now, loan.id)


def _overdue_lines(desk: Desk, late: Iterable[OpenLoan], now: datetime) -> list[audit.Line]:
    """One line for each card."""
    return [
        audit.make_line(
            desk, audit.Event.LOAN_OVERDUE, now, kind="card", subject=loan.card_no,
            after={"loan_no": loan.loan_no, "borrower": loan.staff_no, "due": loan.due_at},
            document=loan.document,
        )
        for loan in late
    ]  # fmt: skip
