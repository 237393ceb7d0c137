"""今日提醒: what the supervisor looks at in the morning, and 催还."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from peewee import SQL

from model.cards.contents import names_of_people
from model.cards.custody import card_of, ref_of
from model.cards.tables import CustodyState, CustomerCard, Loan
from model.cards.waiting_proposals import asked_back, count_waiting
from model.errors import WrongStateError
from model.loans.approval_reminders import approval_reminders
from model.loans.backup_reminders import backup_reminders
from model.loans.blocks import blocks
from model.loans.board import CardAway, cards_away, reps_seen
from model.loans.copies import CopyState, open_copies
from model.loans.correction_reminders import correction_reminders
from model.loans.lateness import late_hours
from model.loans.open_loans import OpenLoan, log_overdue, open_loans
from model.loans.reminder_words import CODES, Reminder
from model.office import audit
from model.office.calendar import known_until, next_working_day, working_days_since
from model.office.desk import Desk, Whose
from model.office.office_settings import setting_value
from model.office.rights import Right, act
from model.office.tables import Person
from model.rounds.tables import DailyPlan, PlanState, Promise, VisitRecord
from model.storage.database import reading, writing
from model.storage.rows import rows_of

_LOST_AFTER = 3
_MOST_WITHOUT_CARD = 2
# How far back a customer met without a card is looked for: after that nobody fills one any more.
_MET_SINCE = timedelta(days=60)
_CARD = CustomerCard._meta.fields


class _Seen(NamedTuple):
    """Whom a desk is reminded about."""

    names: dict[int, str]
    now: datetime

    @property
    def ids(self) -> list[int]:
        return list(self.names)

    @property
    def today(self) -> date:
        return self.now.date()


@act(Right.SEE_LOANS)
def reminders(desk: Desk, now: datetime) -> tuple[Reminder, ...]:
    """Everything that asks for attention, the most pressing first, then by rep and card.

    A rep is reminded of his own, a supervisor of his team's, clerk and manager of all.
    """
    with reading():
        loans = open_loans()
        seen = _Seen({rep.id: rep.name for rep in reps_seen(desk)}, now)
        mine = [loan for loan in loans if loan.borrower_id in seen.names]
        found = [
            *_overdue(mine, now),
            *correction_reminders(desk, now),
            *_missing(seen),
            *_promises(seen),
            *_blocked(seen, loans),
            *_to_approve(seen),
            *_to_confirm(seen),
            *_proposals(desk),
            *approval_reminders(desk, now),
            *_copies(desk, now),
            *_without_card(seen),
            *_met_without_card(seen),
            *_calendar(seen.today),
            *backup_reminders(desk, seen.today),
        ]
    rank = {code: place for place, code in enumerate(CODES)}
    return tuple(sorted(found, key=lambda one: (rank[one.code], one.rep, one.card_no, one.name)))


def _overdue(loans: Sequence[OpenLoan], now: datetime) -> Iterator[Reminder]:
    """Overdue cards (E3); after three working days the program proposes 报失."""
    for loan in loans:
        if not loan.is_late(now):
            continue
        yield Reminder(
            "overdue", loan.borrower, loan.card_no, loan.name, loan.day,
            {"hours": late_hours(loan.due_at, now), "due": loan.due_at},
        )  # fmt: skip
        days = working_days_since(loan.day, now.date(), _LOST_AFTER)
        if days >= _LOST_AFTER:
            yield Reminder(
                "report_lost", loan.borrower, loan.card_no, loan.name, loan.day, {"days": days}
            )


def _missing(seen: _Seen) -> Iterator[Reminder]:
    query = (
        Loan.select(Loan.borrower, CustomerCard.card_no, _CARD["full_name"], Loan.day)
        .join(CustomerCard)
        .where(Loan.record_missing == SQL("1"))
    )
    for borrower, card_no, name, day in rows_of(query):
        if borrower in seen.names:
            yield Reminder("record_missing", seen.names[borrower], card_no, name, day)


def _promises(seen: _Seen) -> Iterator[Reminder]:
    """Open promises of their customers, due today or late."""
    query = (
        Promise.select(CustomerCard.rep, CustomerCard.card_no, _CARD["full_name"], Promise.due_on)
        .join(CustomerCard)
        .where(Promise.kept_on.is_null() & (Promise.due_on <= seen.today))
        .where(CustomerCard.custody_state.not_in([CustodyState.VOID, CustodyState.DRAFT]))
    )
    for rep, card_no, name, due_on in rows_of(query):
        if rep in seen.names:
            code = "promise_due" if due_on == seen.today else "promise_late"
            yield Reminder(code, seen.names[rep], card_no, name, due_on)


def _blocked(seen: _Seen, loans: Sequence[OpenLoan]) -> Iterator[Reminder]:
    for person, block in blocks(seen.now, loans).items():
        if person in seen.names:
            code = "block_lifted" if block.lifted else "blocked"
            facts = {"overdue": len(block.overdue), "missing": len(block.missing)}
            yield Reminder(code, seen.names[person], facts=facts)


def _to_approve(seen: _Seen) -> Iterator[Reminder]:
    """Today's plans that nobody has approved by the time the office has set (domain.md §6.3)."""
    by = setting_value("approval_time")
    if not isinstance(by, time):
        raise TypeError(by)
    if seen.now.time() < by:
        return
    query = DailyPlan.select(DailyPlan.rep, DailyPlan.plan_no).where(
        (DailyPlan.plan_date == seen.today)
        & (DailyPlan.state == PlanState.DRAFT)
        & DailyPlan.rep.in_(seen.ids)
    )
    for rep, plan_no in rows_of(query):
        yield Reminder("approve_plan", seen.names[rep], on=seen.today, facts={"plan_no": plan_no})


def _to_confirm(seen: _Seen) -> Iterator[Reminder]:
    """Approvals on paper that their supervisor has yet to confirm."""
    people = names_of_people()
    query = DailyPlan.select(
        DailyPlan.rep, DailyPlan.plan_no, DailyPlan.plan_date, DailyPlan.approved_by
    ).where(
        (DailyPlan.state == PlanState.APPROVED)
        & DailyPlan.recorded_by.is_null(False)
        & DailyPlan.confirmed_at.is_null()
        & DailyPlan.rep.in_(seen.ids)
    )
    for rep, plan_no, day, approver in rows_of(query):
        facts = {"plan_no": plan_no, "approver": people.get(approver, "")}
        yield Reminder("confirm_plan", seen.names[rep], on=day, facts=facts)


def _proposals(desk: Desk) -> Iterator[Reminder]:
    """What this desk was asked back, and how much waits for its decision (domain.md §5.7)."""
    for back in asked_back(desk):
        facts = {"proposal_no": back.proposal_no}
        yield Reminder("asked_back", card_no=back.card_no, name=back.name, facts=facts)
    waiting = count_waiting(desk)
    if waiting:
        yield Reminder("proposals_wait", facts={"count": waiting})


def _copies(desk: Desk, now: datetime) -> Iterator[Reminder]:
    """Copies and exports that should be back, or of which nobody knows whether they left (§5.2)."""
    for row in open_copies(desk, now):
        facts = {"copy_no": row.copy_no, "receiver": row.receiver, "count": row.cards}
        if row.state is CopyState.OVERDUE:
            code = "copy_overdue" if row.card_no else "export_overdue"
            yield Reminder(code, card_no=row.card_no, name=row.name, on=row.due_on, facts=facts)
        elif row.state is CopyState.UNFINISHED:
            yield Reminder("copy_unfinished", card_no=row.card_no, name=row.name, facts=facts)


def _without_card(seen: _Seen) -> Iterator[Reminder]:
    """Reps who visited without card more than twice this week (E9)."""
    monday = seen.today - timedelta(days=seen.today.weekday())
    query = VisitRecord.select(VisitRecord.rep).where(
        VisitRecord.rep.in_(seen.ids)
        & (VisitRecord.visited_on >= monday)
        & (VisitRecord.visited_on <= seen.today)
        & VisitRecord.card.is_null(False)
        & VisitRecord.no_card
    )
    for rep, count in Counter(rep for (rep,) in rows_of(query)).items():
        if count > _MOST_WITHOUT_CARD:
            yield Reminder("no_card_visits", seen.names[rep], on=monday, facts={"count": count})


def _met_without_card(seen: _Seen) -> Iterator[Reminder]:
    """Customers met who have no card one working day later (E10)."""
    query = VisitRecord.select(
        VisitRecord.rep, VisitRecord.customer_name, VisitRecord.name_key, VisitRecord.visited_on
    ).where(
        VisitRecord.rep.in_(seen.ids)
        & (VisitRecord.visited_on >= seen.today - _MET_SINCE)
        & VisitRecord.card.is_null()
    )
    met = [row for row in rows_of(query) if next_working_day(row[3]) <= seen.today]
    known = _known(row[2] for row in met)
    told = set()
    for rep, name, key, day in met:
        if key not in known and (rep, key) not in told:
            told.add((rep, key))
            yield Reminder("card_wanted", seen.names[rep], name=name, on=day)


def _known(keys: Iterable[str]) -> frozenset[str]:
    """Those of some names that stand on a card, or on a new one that waits for review."""
    wanted = list(set(keys))
    query = CustomerCard.select(CustomerCard.name_key).where(
        CustomerCard.name_key.in_(wanted) & (CustomerCard.custody_state != CustodyState.VOID)
    )
    return frozenset(key for (key,) in rows_of(query))


def _calendar(today: date) -> Iterator[Reminder]:
    """The state's holidays are announced year by year."""
    if known_until() < today:
        yield Reminder("calendar_ends", on=known_until())


@act(Right.RECALL)
def recall(desk: Desk, card_nos: Sequence[str], now: datetime) -> tuple[CardAway, ...]:
    """催还: remind the holders of cards; each leaves its line in the log.

    Args:
        desk: a clerk, the borrower's supervisor, or the manager.
        card_nos: the cards.
        now: office wall-clock time.

    Returns:
        The cards, with what the reminder says of them.

    Raises:
        NotFoundError: no such card.
        WrongStateError: a card that is not out.
        NotAllowedError: another team's borrower.
    """
    log_overdue(desk, now)
    with writing():
        out = {loan.card_no: loan for loan in open_loans()}
        wanted = dict.fromkeys(card_no.strip().upper() for card_no in card_nos)
        loans = [_out(out, ref) for ref in wanted]
        teams = dict(rows_of(Person.select(Person.id, Person.team)))
        for loan in loans:
            desk.require(Right.RECALL, Whose(loan.borrower_id, teams.get(loan.borrower_id)))
        audit.append(desk, [_recalled(desk, loan, now) for loan in loans])
        return cards_away(loans, now)


def _out(out: Mapping[str, OpenLoan], ref: str) -> OpenLoan:
    """The open loan of a card.

    Raises:
        WrongStateError: it is not out.
    """
    if ref not in out:
        card = card_of(ref)
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)
    return out[ref]


def _recalled(desk: Desk, loan: OpenLoan, now: datetime) -> audit.Line:
    return audit.make_line(
        desk, audit.Event.LOAN_RECALL, now, kind="card", subject=loan.card_no,
        after={"loan_no": loan.loan_no, "borrower": loan.staff_no, "due": loan.due_at},
        document=loan.document,
    )  # fmt: skip
