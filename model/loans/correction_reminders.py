"""A correction of today in the register is told to the supervisor (domain.md §5.8 E13)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time

from model.cards.contents import names_of_people
from model.cards.tables import CustomerCard, Loan
from model.loans.board import reps_seen
from model.loans.reminder_words import Reminder
from model.office.desk import Desk
from model.office.rights import Role
from model.storage.prepared import Prepared

_INFORMED = frozenset({Role.SUPERVISOR, Role.MANAGER})
_CARD = CustomerCard._meta.fields
_COLUMNS = (
    *(Loan.borrower, CustomerCard.card_no, _CARD["full_name"], Loan.loan_no, Loan.corrected_at),
    *(Loan.corrected_by, Loan.correction_reason),
)
# A line is corrected on the day of the mistake: the card went out on it, or came home late on it.
_WENT_OUT = Prepared(
    lambda hole: (
        Loan.select(*_COLUMNS)
        .join(CustomerCard)
        .where(Loan.day == hole, Loan.corrected_at.is_null(False))
    )
)
_CAME_LATE = Prepared(
    lambda hole: (
        Loan.select(*_COLUMNS)
        .join(CustomerCard)
        .where(Loan.overdue_logged_at.is_null(False))
        .where(Loan.returned_at >= hole, Loan.corrected_at.is_null(False))
    )
)


def correction_reminders(desk: Desk, now: datetime) -> Iterator[Reminder]:
    """What was corrected today, for the borrower's supervisor and the manager."""
    if desk.person.role not in _INFORMED:
        return
    reps = {rep.id: rep.name for rep in reps_seen(desk)}
    begin = datetime.combine(now.date(), time.min)
    rows = {row[3]: row for row in (*_WENT_OUT(now.date()).tuples(), *_CAME_LATE(begin).tuples())}
    people = names_of_people() if rows else {}
    for borrower, card_no, name, loan_no, at, by, reason in rows.values():
        if borrower in reps:
            facts = {
                "loan_no": loan_no, "at": f"{at:%H:%M}", "by": people.get(by, ""),
                "reason": reason.rstrip("。."),
            }  # fmt: skip
            yield Reminder("corrected", reps[borrower], card_no, name, now.date(), facts)
