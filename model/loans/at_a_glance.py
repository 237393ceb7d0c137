"""客户全貌: one customer on one page, as far as the desk may see him."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from model.cards.cards import CardView
from model.cards.contents import names_of_people
from model.cards.custody import card_of, in_reach, whose
from model.cards.proposals import Proposed, ProposedLine, proposals_of
from model.cards.revisions import RevisionRow, history
from model.cards.tables import Attachment, CustodyState, CustomerCard, Loan
from model.loans.reading import opened
from model.money.tables import AccountSnapshot
from model.office.data_rights import DataClass, see_reach
from model.office.desk import Desk, Whose
from model.office.rights import RIGHTS, Reach, Right, act
from model.rounds.tables import DailyPlan, LineState, PlanLine, PlanState, Promise
from model.rounds.visit_reading import promise_view
from model.rounds.visits import visits_of
from model.rounds.visits_shown import PromiseView, VisitView
from model.storage.prepared import Prepared
from model.storage.rows import as_python

VISITS, LOANS, REVISIONS = 5, 8, 10
"""How many of the newest are shown."""

_PROMISES = Prepared(
    lambda hole: (
        Promise.select()
        .where((Promise.card == hole) & Promise.kept_on.is_null())
        .order_by(Promise.due_on, Promise.id)
    )
)
_LOANS = Prepared(
    lambda hole: (
        Loan.select()
        .where((Loan.card == hole) & Loan.corrected_at.is_null())
        .order_by(Loan.day.desc(), Loan.id.desc())
        .limit(hole)
    )
)
_NEXT = Prepared(
    lambda hole: (
        PlanLine.select(
            PlanLine.id, DailyPlan.plan_date, DailyPlan.plan_no, DailyPlan.rep, DailyPlan.state,
            PlanLine.starts_at,
        )
        .join(DailyPlan)
        .where((PlanLine.card == hole) & (DailyPlan.plan_date >= hole) & (PlanLine.state == hole))
        .order_by(DailyPlan.plan_date, PlanLine.id)
        .limit(hole)
    )
)  # fmt: skip


@dataclass(frozen=True)
class Balance:
    """What a customer owes, in yuan, on the day it was told; `worst_bucket` as in the list."""

    balance: Decimal
    overdue: Decimal
    worst_bucket: str
    as_of: date


@dataclass(frozen=True)
class LoanLine:
    """One stay of the card outside the cabinet.

    Attributes:
        loan_no: its number in the register.
        borrower: who had the card.
        day: the day for which it was handed out.
        issued_at: when it went out.
        due_at: when it was due.
        returned_at: when it came home; None while it is out.
        is_late: whether it came home, or is still out, after it was due.
        record_missing: 缺记录.
    """

    loan_no: int
    borrower: str
    day: date
    issued_at: datetime
    due_at: datetime
    returned_at: datetime | None
    is_late: bool
    record_missing: bool


@dataclass(frozen=True)
class NextVisit:
    """The next visit on a plan; `approved` tells whether the plan is."""

    day: date
    plan_no: str
    rep: str
    starts_at: str
    approved: bool


@dataclass(frozen=True)
class Glance:
    """One customer on one page.

    Attributes:
        view: the card.
        balance: the account; None where there is none, or the desk may not see it.
        visits: the last visits, newest first.
        promises: what is promised and not kept, by due date.
        loans: the last loans, newest first; a rep sees his own.
        revisions: the last changes, newest first.
        proposals: changes that wait to be decided.
        attachments: how many there are; None where the desk may not see them.
        next_visit: the next visit that is planned.
    """

    view: CardView
    balance: Balance | None
    visits: tuple[VisitView, ...]
    promises: tuple[PromiseView, ...]
    loans: tuple[LoanLine, ...]
    revisions: tuple[RevisionRow, ...]
    proposals: tuple[Proposed, ...]
    attachments: int | None
    next_visit: NextVisit | None


@act(Right.READ_CARD)
def glance(desk: Desk, ref: str, now: datetime, purpose: str = "") -> Glance:
    """One customer on one page: card, balance, visits, promises, loans, changes.

    It is a reading of the card, logged as one; but nobody has read the card before his visit by
    it (已阅), since most of the card is not on it.

    Args:
        desk: who looks.
        ref: card or draft number.
        now: office wall-clock time.
        purpose: what for, for the log; it opens no pass.

    Raises:
        NotFoundError: no such card.
        Others as `passes.reader_of`.
    """
    view = opened(desk, ref, now, purpose)
    card = card_of(ref)
    owner = in_reach(desk, whose(card), card, now)
    filed = card.custody_state != CustodyState.DRAFT
    return Glance(
        view=view,
        balance=_balance(desk, card, owner),
        visits=tuple(visits_of(desk, ref, now, VISITS)) if filed else (),
        promises=tuple(map(promise_view, _PROMISES(card.id))),
        loans=_loans(desk, card, owner, now),
        revisions=tuple(row for row in history(desk, ref, now) if row.field)[:REVISIONS],
        proposals=_proposals(desk, ref, now) if filed else (),
        attachments=_attachments(desk, card, owner),
        next_visit=_next_visit(card, now) if owner.reader_id is None else None,
    )


def _proposals(desk: Desk, ref: str, now: datetime) -> tuple[Proposed, ...]:
    """What waits to be decided; its texts as the card's own, for nobody decides here."""
    return tuple(
        replace(one, changes=tuple(_masked(line) for line in one.changes))
        for one in proposals_of(desk, ref, now)
        if one.is_open
    )


def _masked(line: ProposedLine) -> ProposedLine:
    return replace(line, text="") if line.masked else line


def _balance(desk: Desk, card: CustomerCard, owner: Whose) -> Balance | None:
    """The account, which is DC4."""
    by_slip = owner.reader_id == desk.person.id
    if not by_slip and not desk.reaches(
        see_reach(desk.person.role, DataClass.DC4, "balance"), owner
    ):
        return None
    row: Any = AccountSnapshot.get_or_none(AccountSnapshot.card == card.id)
    return row and Balance(row.balance, row.overdue, row.worst_bucket, row.as_of)


def _loans(desk: Desk, card: CustomerCard, owner: Whose, now: datetime) -> tuple[LoanLine, ...]:
    """The last loans; the register is DC7, of which a rep sees his own lines."""
    if not desk.may(Right.SEE_LOANS, owner):
        return ()
    own_only = RIGHTS[Right.SEE_LOANS].of(desk.person.role) is Reach.OWN
    people = names_of_people()
    return tuple(
        LoanLine(
            loan.loan_no,
            people.get(loan.borrower_id, ""),
            loan.day,
            loan.issued_at,
            loan.due_at,
            loan.returned_at,
            loan.due_at < (loan.returned_at or now),
            loan.record_missing,
        )
        for loan in _LOANS(card.id, LOANS)
        if not own_only or loan.borrower_id == desk.person.id
    )


def _attachments(desk: Desk, card: CustomerCard, owner: Whose) -> int | None:
    """How many attachments there are."""
    if not desk.may(Right.SEE_ATTACHMENT, owner):
        return None
    here = (Attachment.card == card.id) & Attachment.removed_at.is_null()
    return int(Attachment.select().where(here).count())


def _next_visit(card: CustomerCard, now: datetime) -> NextVisit | None:
    """The next line of a plan that is still to be visited."""
    rows = list(_NEXT(card.id, now.date(), LineState.PLANNED.value, 1).tuples())
    for _, stored, plan_no, rep, state, starts_at in rows:
        day: date = as_python(DailyPlan.plan_date, stored)
        approved = state == PlanState.APPROVED
        return NextVisit(day, plan_no, names_of_people()[rep], starts_at or "", approved)
    return None
