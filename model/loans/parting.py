"""A merge undone, inside the caller's transaction: both cards as they were."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from model.cards.contents import contents_of
from model.cards.custody import ref_of
from model.cards.entering import Entered
from model.cards.numbering import take_slots
from model.cards.paths import row_path
from model.cards.saving import save_changes
from model.cards.tables import CardMerge, CustodyState, CustomerCard, Verification
from model.errors import ChangedSinceError
from model.loans.joining import stored
from model.loans.merge_memory import Memory
from model.loans.merge_plans import part_plans
from model.loans.merge_tables import Raw, as_columns, move_back, put_back, put_paths, stands
from model.money.tables import AccountSnapshot
from model.office import audit
from model.office.desk import Desk

_PLACE = ("drawer_no", "location")
_UNIQUE = ("uscc", "short_name")


def part(desk: Desk, merge: CardMerge, now: datetime) -> None:
    """Give both cards back, unless something was built on the merge.

    Args:
        desk: who does it.
        merge: a merge that was not undone.
        now: office wall-clock time.

    Raises:
        ChangedSinceError: one of the cards was changed since, or a loan, visit, promise,
            attachment, copy … was added; nothing is undone.
    """
    kept, gone = CustomerCard.get_by_id(merge.kept_id), CustomerCard.get_by_id(merge.gone_id)
    _refuse_changed(merge, kept, gone)
    memory = Memory.read(merge.before)
    _refuse_built_upon(memory, kept, gone)
    _give_back_face(desk, kept, memory, merge.merge_no, now)
    _give_back_children(memory, kept, gone)
    _revive(desk, gone, memory, merge.merge_no, now)
    put_back(Verification, (kept.id, gone.id), memory.verifications)
    CardMerge.update(undone_at=now, undone_by=desk.person.id).where(
        CardMerge.id == merge.id
    ).execute()
    for card, before in ((kept, memory.kept), (gone, memory.gone)):
        _keep_earlier_merges(card, before)
    _log(desk, merge.merge_no, kept, gone, now)


def _refuse_changed(merge: CardMerge, kept: CustomerCard, gone: CustomerCard) -> None:
    """Refuse when a card was changed since.

    Raises:
        ChangedSinceError: with the card.
    """
    if kept.version != merge.kept_version or kept.custody_state != CustodyState.IN_CABINET:
        raise ChangedSinceError(ref=ref_of(kept))
    if gone.version != merge.gone_version or gone.custody_state != CustodyState.VOID:
        raise ChangedSinceError(ref=ref_of(gone))


def _refuse_built_upon(memory: Memory, kept: CustomerCard, gone: CustomerCard) -> None:
    """Refuse when something hangs on the card that did not, or its code and name are taken.

    Raises:
        ChangedSinceError: with the card.
    """
    if stands((kept.id, gone.id)) != memory.stands:
        raise ChangedSinceError(ref=ref_of(kept))
    fields = CustomerCard._meta.fields
    others = CustomerCard.select().where(
        CustomerCard.id.not_in([kept.id, gone.id]),
        CustomerCard.custody_state != CustodyState.VOID,
    )
    for card, before in ((kept, memory.kept), (gone, memory.gone)):
        for name in _UNIQUE:
            if before[name] is not None and others.where(fields[name] == before[name]).exists():
                raise ChangedSinceError(ref=ref_of(card))


def _give_back_face(
    desk: Desk, kept: CustomerCard, memory: Memory, merge_no: str, now: datetime
) -> None:
    """The card that stayed loses what it took, and the rows that were added."""
    was = CustomerCard(**as_columns(CustomerCard, memory.kept))
    answers = json.loads(was.explicit)
    cells = memory.cells(kept.id)
    fields = [path for path in memory.taken if row_path(path) is None]
    changed = [*memory.taken, *memory.followed]
    entered = Entered(
        values={path: stored(was, path) for path in fields},
        explicit={path: answers.get(path) for path in changed if row_path(path) is None},
        warnings=(),
        rows={path: cells.get(path) for path in changed if row_path(path) is not None},
        removed=tuple((table, number) for table, number in memory.added),
        next_row_no=kept.next_row_no,
    )
    more: dict[str, Any] = {
        "revision_no": (kept.__data__["revision_no"] or 1) + 1,
        "revised_on": now.date(),
        "abc_class": was.__data__["abc_class"],
        "secrecy": was.__data__["secrecy"],
        **_free_place(kept, memory.kept),
    }
    saved, _ = save_changes(desk, kept, contents_of(kept), entered, now, reason=merge_no, more=more)
    kept.version = saved.version
    CustomerCard.update(last_visit_on=was.last_visit_on).where(CustomerCard.id == kept.id).execute()


def _free_place(card: CustomerCard, before: Raw) -> dict[str, Any]:
    """Drawer and place as they were; the next place of the drawer where another card has it."""
    drawer, place = (before[name] for name in _PLACE)
    taken = (CustomerCard.location == place) & (CustomerCard.id != card.id)
    if place is not None and CustomerCard.select().where(taken).exists():
        place = take_slots(drawer)[0]
    return {"drawer_no": drawer, "location": place}


def _give_back_children(memory: Memory, kept: CustomerCard, gone: CustomerCard) -> None:
    """Everything hangs where it hung."""
    move_back(memory.moved, kept.id, gone.id)
    part_plans(memory.lines, memory.reservations)
    put_back(AccountSnapshot, (kept.id, gone.id), memory.accounts)
    put_paths(memory.proposed)


def _revive(desk: Desk, gone: CustomerCard, memory: Memory, merge_no: str, now: datetime) -> None:
    """The void card stands in its drawer again, with its rows under their numbers."""
    before = contents_of(gone)
    CustomerCard.update(
        custody_state=memory.gone["custody_state"],
        version=gone.version + 1,
        **_free_place(gone, memory.gone),
    ).where(CustomerCard.id == gone.id).execute()
    gone.version += 1
    entered = Entered({}, {}, (), memory.cells(gone.id), next_row_no=gone.next_row_no)
    gone.version = save_changes(desk, gone, before, entered, now, reason=merge_no)[0].version


def _keep_earlier_merges(card: CustomerCard, before: Raw) -> None:
    """What was merged before this one can be undone next: its card is what it was."""
    for key, version in (
        (CardMerge.kept, CardMerge.kept_version),
        (CardMerge.gone, CardMerge.gone_version),
    ):
        CardMerge.update({version: card.version}).where(
            key == card.id, version == before["version"], CardMerge.undone_at.is_null()
        ).execute()


def _log(desk: Desk, merge_no: str, kept: CustomerCard, gone: CustomerCard, now: datetime) -> None:
    """A line for each card."""
    for subject, after in ((gone, {"out_of": ref_of(kept)}), (kept, {"without": ref_of(gone)})):
        audit.log(
            desk, audit.Event.CARD_UNMERGE, now, kind="card", subject=ref_of(subject),
            after=after, document=merge_no,
        )  # fmt: skip
