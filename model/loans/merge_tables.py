"""Everything that hangs on a card, by table: what goes along when two cards become one, and back.

Each table with a key of a card is named here once, with what is done to its rows; a test compares
with the tables that there are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from peewee import ForeignKeyField

from model.cards.copy_tables import IssuedCopy
from model.cards.pass_tables import CardLook, ReadingPass
from model.cards.paths import row_path
from model.cards.tables import (
    CHILDREN,
    Attachment,
    CardMerge,
    CustomerCard,
    Loan,
    Proposal,
    ProposedChange,
    Reservation,
    Revision,
    Verification,
)
from model.money.tables import AccountSnapshot
from model.rounds.tables import DailyPlan, PlanLine, PlanState, Promise, VisitRecord
from model.storage.rows import as_python, bare_rows

Raw = dict[str, Any]
"""A row by the names of its fields, as the engine gives it: it goes into JSON as it is."""

_MOVED: tuple[Any, ...] = (Loan, VisitRecord, Promise, Proposal, Attachment, IssuedCopy)
_OF_THEIR_OWN: tuple[Any, ...] = (
    *CHILDREN.values(),
    Verification,
    AccountSnapshot,
    PlanLine,
    Reservation,
)
_STAY: tuple[Any, ...] = (
    *(Revision.card, CardMerge.kept, CardMerge.gone),
    # Who looked at which card: of the card that he saw.
    *(ReadingPass.card, CardLook.card),
)

HANDLED: frozenset[ForeignKeyField] = frozenset(
    {*(table.card for table in (*_MOVED, *_OF_THEIR_OWN)), *_STAY}
)
"""Every key of a card, anywhere: moved along, handled by rules of its own, or left as history."""

_NO_ROW = 900_000_000
"""Numbers of rows never come so far; one that stands so high already stays where it is."""

HISTORY = frozenset(_STAY)
"""What a card keeps that went into another: its history, and where it went."""

COUNTED: Mapping[str, Any] = {
    **CHILDREN,
    "visits": VisitRecord,
    "loans": Loan,
    "promises": Promise,
    "plan_lines": PlanLine,
    "attachments": Attachment,
    "proposals": Proposal,
    "copies": IssuedCopy,
}
"""What a comparison counts of each card, by name."""


def raw_rows(table: Any, where: Any) -> list[Raw]:
    """Rows as the engine gives them, in the order of their keys."""
    names = [field.name for field in table._meta.sorted_fields]
    query = table.select().where(where).order_by(table._meta.primary_key)
    return [dict(zip(names, row, strict=True)) for row in bare_rows(query)]


def as_columns(table: Any, raw: Raw, but: Collection[str] = ()) -> dict[str, Any]:
    """A raw row as values of its columns."""
    fields = table._meta.fields
    return {name: as_python(fields[name], raw[name]) for name in raw if name not in but}


def counts(card_id: int) -> dict[str, int]:
    """How much hangs on a card, by the names of `COUNTED`."""
    return {
        name: table.select().where(table.card == card_id).count() for name, table in COUNTED.items()
    }


def move_along(kept: CustomerCard, gone: CustomerCard) -> dict[str, list[int]]:
    """Move the rows that nothing stands against.

    Returns:
        Name of the table -> keys of the rows that were moved.
    """
    moved = {}
    for table in _MOVED:
        ids = [row.id for row in table.select(table.id).where(table.card == gone.id)]
        table.update(card=kept.id).where(table.card == gone.id).execute()
        moved[table._meta.table_name] = ids
    recount_records((kept.id,))
    return moved


def move_back(moved: Mapping[str, Sequence[int]], kept_id: int, gone_id: int) -> None:
    """Give each card back what was its own."""
    for table in (*_MOVED, PlanLine, Reservation):
        ids = list(moved.get(table._meta.table_name, ()))
        table.update(card=gone_id).where(table.id.in_(ids)).execute()
    recount_records((kept_id, gone_id))


def recount_records(card_ids: Iterable[int]) -> None:
    """缺记录 follows from the records that a card has now."""
    for card_id in card_ids:
        records = {
            (row.rep_id, row.visited_on)
            for row in VisitRecord.select(VisitRecord.rep, VisitRecord.visited_on).where(
                VisitRecord.card == card_id
            )
        }
        wanted = (Loan.card == card_id) & Loan.returned_at.is_null(False)
        wanted &= (Loan.cancelled == False) & Loan.corrected_at.is_null()  # noqa: E712
        for loan in Loan.select().where(wanted):
            missing = (loan.borrower_id, loan.day) not in records
            if missing != loan.record_missing:
                Loan.update(record_missing=missing).where(Loan.id == loan.id).execute()


def join_accounts(kept_id: int, gone_id: int) -> list[Raw]:
    """One account in place of two: what is owed adds up, as old as the older of both.

    Returns:
        Both as they were.
    """
    before = raw_rows(AccountSnapshot, AccountSnapshot.card.in_([kept_id, gone_id]))
    if len(before) == 2:
        one, other = (as_columns(AccountSnapshot, raw) for raw in before)
        AccountSnapshot.delete().where(AccountSnapshot.card == gone_id).execute()
        AccountSnapshot.update(
            balance=one["balance"] + other["balance"],
            overdue=one["overdue"] + other["overdue"],
            worst_bucket=max(one["worst_bucket"], other["worst_bucket"], key=_days_overdue),
            as_of=min(one["as_of"], other["as_of"]),
        ).where(AccountSnapshot.card == kept_id).execute()
    else:
        AccountSnapshot.update(card=kept_id).where(AccountSnapshot.card == gone_id).execute()
    return before


def _days_overdue(bucket: str) -> int:
    """The days with which a bucket such as `d31_60` begins."""
    return int(bucket[1:].partition("_")[0]) if bucket else 0


def put_back(table: Any, cards: Sequence[int], rows: Iterable[Raw]) -> None:
    """Make all rows of these cards in a table those that were there before."""
    table.delete().where(table.card.in_(list(cards))).execute()
    for raw in rows:
        table.insert(as_columns(table, raw)).execute()


def stands(cards: Sequence[int]) -> str:
    """A digest of what hangs on cards: any act that builds on them changes it.

    What follows from planning alone is left out: order and times of a plan, lines of a plan that
    nobody has approved, reservations; so is how far a proposal has come.
    """
    digest = hashlib.sha256()
    for table in (*_MOVED, Verification, AccountSnapshot):
        left_out = {"id", "is_open"}
        for raw in raw_rows(table, table.card.in_(list(cards))):
            _add(digest, table, [value for name, value in raw.items() if name not in left_out])
    lines = (
        PlanLine.select(DailyPlan.plan_no, PlanLine.card, PlanLine.state)
        .join(DailyPlan)
        .where(PlanLine.card.in_(list(cards)) & (DailyPlan.state == PlanState.APPROVED))
        .order_by(DailyPlan.plan_no, PlanLine.id)
    )
    for line in bare_rows(lines):
        _add(digest, PlanLine, line)
    return digest.hexdigest()


def _add(digest: Any, table: Any, values: Iterable[Any]) -> None:
    row = [table._meta.table_name, *values]
    digest.update(json.dumps(row, default=_iso, ensure_ascii=False).encode() + b"\n")


def _iso(value: date | datetime) -> str:
    return value.isoformat()


def renumber(proposal_ids: Sequence[int], numbers: Mapping[str, str]) -> dict[str, str]:
    """Let proposals name rows by the numbers that these have now.

    A row that was taken out since gets a number that no row has: under its own it would be
    another row of the other card.

    Args:
        proposal_ids: keys of the proposals.
        numbers: row as it was named (`contacts#3`) -> as it is named now.

    Returns:
        Key of each changed line -> its path before.
    """
    before, new = {}, {}
    for change in ProposedChange.select().where(ProposedChange.proposal.in_(list(proposal_ids))):
        place = row_path(change.path)
        if place is not None and not place.is_new:
            row, dot, column = change.path.partition(".")
            there = numbers.get(row, f"{place.table}#{place.number % _NO_ROW + _NO_ROW}")
            before[str(change.id)], new[str(change.id)] = change.path, f"{there}{dot}{column}"
    put_paths(new)
    return before


def put_paths(paths: Mapping[str, str]) -> None:
    """Give lines of proposals their paths, by way of such that nothing has.

    One row's new number may be another's old one.
    """
    for id_ in paths:
        ProposedChange.update(path=f"~{id_}").where(ProposedChange.id == int(id_)).execute()
    for id_, path in paths.items():
        ProposedChange.update(path=path).where(ProposedChange.id == int(id_)).execute()
