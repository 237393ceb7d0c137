"""What must always hold of loans, reservations and visit records; `verify` walks it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from peewee import fn

from model.cards.tables import CustodyState, CustomerCard, Loan, Reservation
from model.loans import merge_invariants
from model.loans.copy_check import copy_faults
from model.office.audit import Event
from model.office.invariants import Fault, last_given
from model.office.tables import AuditLine, Person
from model.rounds.tables import VisitRecord
from model.storage.rows import rows_of

_HOME = frozenset({Event.CARD_IMPORT, Event.CARD_FILE, Event.LOAN_RETURN, Event.LOAN_RETURN_LATE})
_MERGES = frozenset({Event.CARD_MERGE, Event.CARD_UNMERGE})
_TOLD = (*sorted(_HOME | _MERGES), Event.LOAN_ISSUE, Event.LOAN_CORRECT, Event.CARD_VOID)


class _Out(NamedTuple):
    """A card that is out, as the log has it."""

    loan_no: int
    staff_no: int
    due: str


@dataclass
class _Log:
    """What the log alone says.

    Attributes:
        state: card number -> its stored state.
        out: card number -> on which loan it is out.
        loans: number of each loan -> number of its card when it was handed out.
        into: number of a card that went into another -> that one's number.
        merges: number of each merge -> whether it still stands.
    """

    state: dict[str, CustodyState] = field(default_factory=dict)
    out: dict[str, _Out] = field(default_factory=dict)
    loans: dict[int, str] = field(default_factory=dict)
    into: dict[str, str] = field(default_factory=dict)
    merges: dict[str, bool] = field(default_factory=dict)

    def card_of_loan(self, loan_no: int) -> str | None:
        """The card on which a loan is by now: loans go along with a card that is merged."""
        ref = self.loans.get(loan_no)
        while ref in self.into:
            ref = self.into[ref]
        return ref


def faults() -> Iterator[Fault]:
    """Everything about loans and visits that contradicts itself, the cards, or the log.

    Yields:
        (code, facts) as `model.sentences` words them; a card is named by its number only.
    """
    log = _replayed()
    yield from _unexplained(log)
    yield from _open_loans(log)
    yield from _numbers(log)
    yield from _missing_records()
    yield from _reservations()
    yield from _visits()
    yield from merge_invariants.faults(log.merges)
    yield from copy_faults()


def _replayed() -> _Log:
    """The states of all cards by the log's own lines, in order."""
    found = _Log()
    issued: dict[int, _Out] = {}
    lines = (
        AuditLine.select(
            AuditLine.event,
            AuditLine.subject,
            AuditLine.before,
            AuditLine.after,
            AuditLine.document,
        )
        .where((AuditLine.subject_kind == "card") & AuditLine.event.in_(_TOLD))
        .order_by(AuditLine.no)
    )
    for event, ref, before, after, document in rows_of(lines):
        facts = json.loads(after) if after else {}
        if event in _MERGES:
            _merge(found, ref, facts, document)
            continue
        if event == Event.LOAN_ISSUE:
            out = _Out(facts["loan_no"], facts["borrower"], facts["due"])
        elif event == Event.LOAN_CORRECT and facts["undone"] == "return":
            was = issued[json.loads(before)["loan_no"]]
            out = was._replace(loan_no=facts["new_loan_no"])
        else:
            found.out.pop(ref, None)
            void = event == Event.CARD_VOID
            found.state[ref] = CustodyState.VOID if void else CustodyState.IN_CABINET
            continue
        issued[out.loan_no] = out
        found.out[ref], found.loans[out.loan_no] = out, ref
        found.state[ref] = CustodyState.OUT
    return found


def _merge(found: _Log, ref: str, facts: dict[str, str], merge_no: str) -> None:
    """A card that goes into another is void, and back in the cabinet when that is undone."""
    if "into" in facts:
        found.state[ref], found.into[ref] = CustodyState.VOID, facts["into"]
        found.merges[merge_no] = True
    elif "out_of" in facts:
        found.state[ref] = CustodyState.IN_CABINET
        found.into.pop(ref, None)
        found.merges[merge_no] = False


def _unexplained(log: _Log) -> Iterator[Fault]:
    """Each card is where the log's last line about it has left it.

    Lost and sealed cards come with acts of their own; so far none is.
    """
    cards = CustomerCard.select(
        fn.COALESCE(CustomerCard.card_no, CustomerCard.draft_no), CustomerCard.custody_state
    ).where(CustomerCard.custody_state != CustodyState.DRAFT)
    for ref, state in rows_of(cards):
        logged = log.state.get(ref)
        # A card without any line is `card_not_in_log`, and told with the cards.
        if logged is not None and logged != state:
            yield "card_state_unexplained", {"ref": ref, "state": state, "logged": logged.value}


def _open_loans(log: _Log) -> Iterator[Fault]:
    """A card is out exactly when one open loan says so, with the same borrower and due time."""
    loans = (
        Loan.select(CustomerCard.card_no, Loan.loan_no, Person.staff_no, Loan.borrower, Loan.due_at)
        .join(CustomerCard)
        .switch(Loan)
        .join(Person, on=(Loan.borrower == Person.id))
        .where(Loan.returned_at.is_null())
    )
    lent: dict[str, tuple[int, datetime]] = {}
    for ref, loan_no, staff_no, borrower, due_at in rows_of(loans):
        lent[ref] = (borrower, due_at)
        if log.out.get(ref) != _Out(loan_no, staff_no, str(due_at)):
            yield "loan_unexplained", {"loan_no": loan_no, "ref": ref}
    cards = CustomerCard.select(
        CustomerCard.card_no, CustomerCard.holder, CustomerCard.due_at
    ).where(CustomerCard.custody_state == CustodyState.OUT)
    out = {ref: (holder, due_at) for ref, holder, due_at in rows_of(cards)}
    for ref in sorted(lent.keys() | out.keys(), key=str):
        if lent.get(ref) != out.get(ref):
            yield "loan_contradicts_card", {"ref": ref}


def _numbers(log: _Log) -> Iterator[Fault]:
    """Every line of the register stands in the log, none has gone, and none is numbered twice."""
    rows = Loan.select(Loan.loan_no, CustomerCard.card_no).join(CustomerCard)
    here = dict(rows_of(rows))
    for loan_no in sorted(here.keys() | log.loans.keys()):
        if loan_no not in here:
            yield "loan_gone", {"loan_no": loan_no}
        elif log.card_of_loan(loan_no) != here[loan_no]:
            yield "loan_not_in_log", {"loan_no": loan_no}
    if max(here, default=0) > last_given("loan"):
        yield "counter_behind", {"series": "loan", "last": last_given("loan")}


def _missing_records() -> Iterator[Fault]:
    """缺记录 is ticked on each returned loan without a record of card, borrower and day."""
    record = VisitRecord.select(VisitRecord.id).where(
        (VisitRecord.card == Loan.card)
        & (VisitRecord.rep == Loan.borrower)
        & (VisitRecord.visited_on == Loan.day)
    )
    wanted = (
        Loan.returned_at.is_null(False)
        & (Loan.cancelled == False)  # noqa: E712
        & Loan.corrected_at.is_null()
        & ~fn.EXISTS(record)
    )
    wrong = Loan.select(Loan.loan_no).where(Loan.record_missing != wanted).order_by(Loan.loan_no)
    for (loan_no,) in rows_of(wrong):
        yield "record_missing_wrong", {"loan_no": loan_no}


def _reservations() -> Iterator[Fault]:
    """No void card is kept for anybody on the log's last day or after it."""
    last = AuditLine.select(AuditLine.at).order_by(AuditLine.no.desc()).first()
    if last is None:
        return
    today = datetime.fromisoformat(last.at).date()
    kept = (
        Reservation.select(CustomerCard.card_no, Reservation.day)
        .join(CustomerCard)
        .where(CustomerCard.custody_state == CustodyState.VOID)
        .where(Reservation.day >= today)
        .order_by(Reservation.day, CustomerCard.card_no)
    )
    for ref, day in rows_of(kept):
        yield "void_card_reserved", {"ref": ref, "day": day}


def _visits() -> Iterator[Fault]:
    """Every visit record stands in the log, and none has gone."""
    lines = AuditLine.select(AuditLine.subject).where(AuditLine.event == Event.VISIT_RECORD)
    logged = {ref for (ref,) in rows_of(lines)}
    here = {ref for (ref,) in rows_of(VisitRecord.select(VisitRecord.record_no))}
    for ref in sorted(here - logged):
        yield "visit_not_in_log", {"ref": ref}
    for ref in sorted(logged - here):
        yield "visit_gone", {"ref": ref}
