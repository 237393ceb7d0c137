"""副本登记: which copies and exports are out, with whom, and what became of them (发放制度)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import JOIN

from model.cards.contents import names_of_people
from model.cards.copy_tables import DataExport, IssuedCopy
from model.cards.custody import whose
from model.cards.entering import clean_reason
from model.cards.listing import reps_listed
from model.cards.tables import CustomerCard
from model.errors import BadInputError, NotFoundError, Problem, WrongStateError
from model.loans.copy_terms import OPEN_STATES, CopyState
from model.office import audit
from model.office.desk import Desk
from model.office.rights import RIGHTS, Reach, Right, act
from model.office.tables import Approval
from model.storage.database import reading, writing
from model.storage.rows import rows_of

__all__ = ["OPEN_STATES", "CopyRow", "CopyState", "copies", "end_copy", "open_copies"]

_CARD = CustomerCard._meta.fields

_EVENTS = {
    CopyState.RETURNED: audit.Event.COPY_RETURN,
    CopyState.DESTROYED: audit.Event.COPY_DESTROY,
    CopyState.LOST: audit.Event.COPY_LOST,
    CopyState.NOT_MADE: audit.Event.COPY_NOT_MADE,
}
_WITH_REASON = frozenset({CopyState.LOST, CopyState.NOT_MADE})


@dataclass(frozen=True)
class CopyRow:
    """One line of the register.

    Attributes:
        copy_no: `FB000001`, or `DC000001` of an export.
        card_no: the card; empty for an export.
        name: the customer; empty for an export.
        cards: how many customers are on it: 1 for a copy.
        receiver: who got it.
        purpose: what for.
        secrecy: of the card, or the highest in an export.
        issued_at: office wall-clock time.
        issued_by: who issued it.
        due_on: when it is due back; None where it is destroyed after reading.
        destroy_after_reading: 阅后销毁.
        approval_no: of the approval that was used up; empty where none was needed.
        state: what became of it.
        ended_at: when that was entered; None while it is out.
        ended_by: by whom.
    """

    copy_no: str
    card_no: str
    name: str
    cards: int
    receiver: str
    purpose: str
    secrecy: str
    issued_at: datetime
    issued_by: str
    due_on: date | None
    destroy_after_reading: bool
    approval_no: str
    state: CopyState
    ended_at: datetime | None
    ended_by: str


@act(Right.SEE_COPIES)
def copies(
    desk: Desk, now: datetime, *, open_only: bool = False, card_no: str = ""
) -> tuple[CopyRow, ...]:
    """The register of copies and exports, the newest first.

    Args:
        desk: a clerk or the manager; a supervisor sees copies of his team's cards, and the exports
            that he made.
        now: office wall-clock time.
        open_only: only those of which nobody has said yet what became of them.
        card_no: only copies of this card; empty for all, exports too.
    """
    with reading():
        people = names_of_people()
        found = [*_issued(desk, people, now, open_only=open_only, card_no=card_no)]
        if not card_no:
            found += _exports(desk, people, now, open_only=open_only)
    return tuple(sorted(found, key=lambda row: (row.issued_at, row.copy_no), reverse=True))


def open_copies(desk: Desk, now: datetime) -> tuple[CopyRow, ...]:
    """Copies and exports that this desk is reminded of; none where it may not see the register."""
    return copies(desk, now, open_only=True) if desk.may(Right.SEE_COPIES) else ()


@act(Right.END_COPY)
def end_copy(
    desk: Desk, copy_no: str, outcome: CopyState | str, now: datetime, reason: str = ""
) -> CopyRow:
    """Enter what became of a copy or an export: 收回, 已销毁, 遗失, or 未发出 of an unfinished one.

    Args:
        desk: a clerk, the manager, or the supervisor of the card's team.
        copy_no: its number.
        outcome: returned, destroyed, lost or not_made.
        now: office wall-clock time.
        reason: needed for a lost one and for one that was never made.

    Raises:
        NotFoundError: no such copy.
        NotAllowedError: another team's card, or somebody else's export.
        WrongStateError: it was settled before, or its print stands whole.
        BadInputError: no such outcome.
        ReasonNeededError: it needs one.
    """
    state = _outcome(outcome)
    text = clean_reason(reason, f"copy_{state}") if state in _WITH_REASON else reason.strip()
    number = copy_no.strip().upper()
    with writing():
        row = _found(number)
        _require(desk, row)
        if row.outcome or (state is CopyState.NOT_MADE and _is_made(row)):
            raise WrongStateError(ref=number, state=f"copy_{row.outcome or CopyState.OUT}")
        row.ended_at, row.ended_by, row.outcome = now, desk.person.id, state.value
        row.save()
        _log(desk, row, state, now, text)
    return next(one for one in copies(desk, now) if one.copy_no == number)


def _outcome(outcome: str) -> CopyState:
    known = {state.value: state for state in _EVENTS}
    if outcome not in known:
        raise BadInputError([Problem("outcome", "no_such_outcome")])
    return known[outcome]


def _found(number: str) -> Any:
    """A copy or an export by its number."""
    table, column = (
        (DataExport, DataExport.export_no)
        if number.startswith("DC")
        else (IssuedCopy, IssuedCopy.copy_no)
    )
    row = table.get_or_none(column == number)
    if row is None:
        raise NotFoundError(kind="copy", ref=number)
    return row


def _require(desk: Desk, row: Any) -> None:
    """A supervisor settles what concerns his team."""
    if isinstance(row, IssuedCopy):
        desk.require(Right.END_COPY, whose(row.card))
    elif not _sees_all(desk) and row.made_by_id != desk.person.id:
        raise NotFoundError(kind="copy", ref=row.export_no)


def _is_made(row: Any) -> bool:
    return row.made_at is not None if isinstance(row, IssuedCopy) else bool(row.sha256)


def _log(desk: Desk, row: Any, state: CopyState, now: datetime, reason: str) -> None:
    of_card = isinstance(row, IssuedCopy)
    number = row.copy_no if of_card else row.export_no
    audit.log(
        desk, _EVENTS[state], now, kind="card" if of_card else "export",
        subject=row.card.card_no if of_card else number, reason=reason, document=number,
    )  # fmt: skip


def _sees_all(desk: Desk) -> bool:
    return RIGHTS[Right.SEE_COPIES].of(desk.person.role) is Reach.ALL


def _issued(
    desk: Desk, people: dict[int, str], now: datetime, *, open_only: bool, card_no: str
) -> Iterator[CopyRow]:
    """The copies of cards."""
    query = (
        IssuedCopy.select(
            IssuedCopy.copy_no, CustomerCard.card_no, _CARD["full_name"], IssuedCopy.receiver,
            IssuedCopy.purpose, IssuedCopy.secrecy, IssuedCopy.issued_at, IssuedCopy.issued_by,
            IssuedCopy.due_on, IssuedCopy.destroy_after_reading, Approval.approval_no,
            IssuedCopy.outcome, IssuedCopy.made_at, IssuedCopy.ended_at, IssuedCopy.ended_by,
        )
        .join(CustomerCard)
        .switch(IssuedCopy)
        .join(Approval, JOIN.LEFT_OUTER)
    )  # fmt: skip
    if not _sees_all(desk):
        query = query.where(CustomerCard.rep.in_(reps_listed(desk) or []))
    if open_only:
        query = query.where(IssuedCopy.outcome == "")
    if card_no:
        query = query.where(CustomerCard.card_no == card_no.strip().upper())
    for row in rows_of(query):
        (copy_no, card, name, receiver, purpose, secrecy, at, by, due_on, destroyed, approval,
         outcome, made_at, ended_at, ended_by) = row  # fmt: skip
        state = _state(outcome, due_on, now, made=made_at is not None)
        yield CopyRow(
            copy_no, card, name or "", 1, receiver, purpose, secrecy, at, people.get(by, ""),
            due_on, bool(destroyed), approval or "", state, ended_at, people.get(ended_by, ""),
        )  # fmt: skip


def _exports(
    desk: Desk, people: dict[int, str], now: datetime, *, open_only: bool
) -> Iterator[CopyRow]:
    """The files of cards' data."""
    query = DataExport.select(
        DataExport.export_no, DataExport.rows, DataExport.receiver, DataExport.purpose,
        DataExport.secrecy, DataExport.made_at, DataExport.made_by, DataExport.due_on,
        DataExport.destroy_after_reading, Approval.approval_no, DataExport.outcome,
        DataExport.sha256, DataExport.ended_at, DataExport.ended_by,
    ).join(Approval, JOIN.LEFT_OUTER)  # fmt: skip
    if not _sees_all(desk):
        query = query.where(DataExport.made_by == desk.person.id)
    if open_only:
        query = query.where(DataExport.outcome == "")
    for row in rows_of(query):
        (export_no, count, receiver, purpose, secrecy, at, by, due_on, destroyed, approval,
         outcome, sha256, ended_at, ended_by) = row  # fmt: skip
        state = _state(outcome, due_on, now, made=bool(sha256))
        yield CopyRow(
            export_no, "", "", count, receiver, purpose, secrecy, at, people.get(by, ""), due_on,
            bool(destroyed), approval or "", state, ended_at, people.get(ended_by, ""),
        )  # fmt: skip


def _state(outcome: str, due_on: date | None, now: datetime, *, made: bool) -> CopyState:
    if outcome:
        return CopyState(outcome)
    if not made:
        return CopyState.UNFINISHED
    return CopyState.OVERDUE if due_on is not None and due_on < now.date() else CopyState.OUT
