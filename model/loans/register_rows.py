"""The loans that a day's register shows, read by index however many loans lie behind."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import NamedTuple

from model.cards.tables import CustomerCard, Loan
from model.storage.prepared import Prepared

_CARD = CustomerCard._meta.fields
_COLUMNS = (
    *(Loan.id, Loan.loan_no, Loan.day, CustomerCard.card_no, _CARD["full_name"]),
    *(_CARD["secrecy"], Loan.borrower, Loan.document, Loan.issued_at, Loan.due_at),
    *(Loan.returned_at, Loan.condition, Loan.record_missing, Loan.cancelled, Loan.issued_by),
    *(Loan.taken_back_by, Loan.entered_later, Loan.corrected_at, Loan.return_reason),
    Loan.correction_reason,
)
_OF_DAY = Prepared(lambda hole: Loan.select(*_COLUMNS).join(CustomerCard).where(Loan.day == hole))
_OVERNIGHT = Prepared(
    lambda hole: (
        Loan.select(*_COLUMNS)
        .join(CustomerCard)
        .where(Loan.overdue_logged_at.is_null(False))
        .where(Loan.returned_at >= hole)
    )
)
_STILL_OUT = Prepared(
    lambda _: Loan.select(*_COLUMNS).join(CustomerCard).where(Loan.returned_at.is_null())
)


class LoanRow(NamedTuple):
    """One loan with its card; people by key."""

    id: int
    loan_no: int
    day: date
    card_no: str
    name: str
    secrecy: str | None
    borrower_id: int
    document: str
    issued_at: datetime
    due_at: datetime
    returned_at: datetime | None
    condition: str
    record_missing: bool
    cancelled: bool
    issued_by: int
    taken_back_by: int | None
    entered_later: bool
    corrected_at: datetime | None
    return_reason: str
    correction_reason: str

    @property
    def counts(self) -> bool:
        """Whether it stands for something that happened: a corrected line does not."""
        return self.corrected_at is None

    def is_out_at(self, moment: datetime) -> bool:
        """Whether the card was away at a moment after it was handed out."""
        return self.returned_at is None or self.returned_at > moment


class Totals(NamedTuple):
    """The foot of a register's page."""

    issued: int
    returned: int
    still_out: int


def loans_of_day(day: date) -> list[LoanRow]:
    """The loans of a day by number: handed out on it, taken back on it, or out all through it.

    What was handed out later is left out here: asked for days before one, the engine would walk
    through the index of days, which is every loan there is.
    """
    begin = datetime.combine(day, time.min)
    rows = [*_OF_DAY(day).tuples(), *_OVERNIGHT(begin).tuples(), *_STILL_OUT().tuples()]
    found = {row[0]: LoanRow(*row) for row in rows}
    return sorted(
        (loan for loan in found.values() if loan.day <= day), key=lambda loan: loan.loan_no
    )


def last_moment(day: date, now: datetime) -> datetime:
    """The end of a day, or now while it lasts."""
    return min(datetime.combine(day, time.max), now)


def totals(rows: Iterable[LoanRow], day: date, now: datetime) -> Totals:
    """How many went out, came home, and were away at the end of the day (or now)."""
    counted = [row for row in rows if row.counts]
    moment = last_moment(day, now)
    return Totals(
        sum(row.day == day for row in counted),
        sum(row.returned_at is not None and row.returned_at.date() == day for row in counted),
        sum(row.is_out_at(moment) for row in counted),
    )
