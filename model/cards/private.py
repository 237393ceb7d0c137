"""A customer asks that private facts be removed (domain.md §5.8 E17): nothing of them remains.

Cleared are the cells on the card, both values of their lines in the history, what was handed in or
typed about them and not saved, and what a merge remembers of them. That they were cleared, by whom
and why, stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from model.cards.contents import Contents, contents_of
from model.cards.custody import card_of, ref_of, whose
from model.cards.definition import CardKind
from model.cards.entering import Entered, clean_reason
from model.cards.fields import fields_of
from model.cards.merged import merged_into
from model.cards.paths import COLUMNS, row_path
from model.cards.proposal_keeping import OPEN, count_open
from model.cards.replay import snapshot_of
from model.cards.revisions import CLEARED
from model.cards.rows import values_of_rows
from model.cards.saving import save_changes
from model.cards.tables import (
    CardMerge,
    ChangeState,
    CustodyState,
    CustomerCard,
    Proposal,
    ProposedChange,
    Revision,
    Typing,
)
from model.errors import WrongStateError
from model.office import audit
from model.office.data_rights import DataClass
from model.office.day import require_open
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing

PRIVATE_FIELDS: frozenset[str] = frozenset(
    field.identifier
    for kind in CardKind
    for field in fields_of(kind)
    if field.data_class is DataClass.DC2
)
"""Identifiers of the private fields of both kinds of card."""

PRIVATE_COLUMNS: frozenset[tuple[str, str]] = frozenset(
    (table, name)
    for table, columns in COLUMNS.items()
    for name, column in columns.items()
    if column.data_class is DataClass.DC2
)
"""(table, column) of the private columns of rows."""

_KEYS = PRIVATE_FIELDS | {column for _, column in PRIVATE_COLUMNS}


@dataclass(frozen=True, slots=True)
class Cleared:
    """What was cleared.

    Attributes:
        ref: the card's number.
        version: the version that the next save must name.
        fields: the paths of which something was cleared, on the card or in its history.
    """

    ref: str
    version: int
    fields: tuple[str, ...]


def is_private(path: str) -> bool:
    """Whether a path names private facts (class DC2)."""
    place = row_path(path)
    if place is None:
        return path in PRIVATE_FIELDS
    return (place.table, place.column) in PRIVATE_COLUMNS


@act(Right.CLEAR_PRIVATE)
def clear_private(desk: Desk, ref: str, now: datetime, *, reason: str) -> Cleared:
    """Clear all private facts of a customer, his contacts' too, at their request.

    Cards that went into this one are cleared with it; a void card that went into another one is
    the same customer's, and that one is cleared. Earlier backups still hold what they held.

    Args:
        desk: the supervisor of the customer's team, or the manager.
        ref: card number.
        now: office wall-clock time.
        reason: who asked, and how; kept with the fact of clearing.

    Raises:
        ReasonNeededError: no reason given.
        NotAllowedError: another team's customer.
        CabinetClosedError: before 开柜 and after 锁柜.
        WrongStateError: a draft, on which it is simply emptied.
    """
    reason = clean_reason(reason, "clear_private")
    with writing():
        card = card_of(ref)
        card = card_of(merged_into(card.id) or ref)
        desk.require(Right.CLEAR_PRIVATE, whose(card))
        require_open(now)
        if card.custody_state == CustodyState.DRAFT:
            raise WrongStateError(ref=ref_of(card), state=card.custody_state)
        version, fields = _clear(desk, card, now, reason)
        for gone in _went_into(card):
            fields |= _clear(desk, gone, now, reason)[1]
        done = Cleared(ref_of(card), version, tuple(sorted(fields)))
        audit.log(
            desk, audit.Event.CARD_CLEAR_PRIVATE, now, kind="card", subject=done.ref,
            after={"fields": list(done.fields)}, reason=reason,
        )  # fmt: skip
    return done


def _went_into(card: CustomerCard) -> Iterable[CustomerCard]:
    """The cards that were merged into this one, and those that had gone into them before."""
    merges = CardMerge.select().where(CardMerge.kept == card.id, CardMerge.undone_at.is_null())
    for merge in merges:
        yield merge.gone
        yield from _went_into(merge.gone)


def _clear(desk: Desk, card: CustomerCard, now: datetime, reason: str) -> tuple[int, set[str]]:
    """Clear one card and all that is kept about it; its version then, and the paths."""
    before = contents_of(card)
    more = {"revision_no": (card.__data__["revision_no"] or 1) + 1, "revised_on": now.date()}
    _blank_elsewhere(card)
    saved, changes = save_changes(
        desk, card, before, _emptied(before), now, reason=reason, more=more, verifies=False
    )
    fields = set(filter(is_private, changes)) | _blank_history(card)
    _blank_proposals(card)
    _blank_typing(card)
    _blank_merges(card)
    return saved.version, fields


def _emptied(before: Contents) -> Entered:
    """Every private cell that is filled, as emptied."""
    filled = PRIVATE_FIELDS & (before.values.keys() | before.explicit.keys())
    rows = {path: None for path in values_of_rows(before.children) if is_private(path)}
    return Entered(
        dict.fromkeys(filled), dict.fromkeys(filled), (), rows, next_row_no=before.next_row_no
    )


def _blank_history(card: CustomerCard) -> set[str]:
    """Take both values out of the lines of private facts; the paths of which there were any."""
    found = set()
    lines = Revision.select().where(Revision.card == card.id, Revision.state != CLEARED)
    for line in lines:
        if not line.field:
            found |= _blank_opening(line)
        elif is_private(line.field):
            found.add(line.field)
            Revision.update(old_value=None, new_value=None, state=CLEARED).where(
                Revision.id == line.id
            ).execute()
    return found


def _blank_opening(line: Revision) -> set[str]:
    """Take private values out of the line that opened the card; that they were there stays."""
    first: dict[str, str | None] = json.loads(line.new_value or "{}")
    found = {path for path, text in first.items() if text is not None and is_private(path)}
    if found:
        first.update(dict.fromkeys(found))
        text = json.dumps(first, ensure_ascii=False, sort_keys=True)
        Revision.update(new_value=text).where(Revision.id == line.id).execute()
    return found


def _blank_elsewhere(card: CustomerCard) -> None:
    """Take its values out of the histories of cards that it had gone into, and came out of again.

    What such a card says itself, in the same words, stays.
    """
    texts = set(_told(card))
    for other in _had_gone_into(card, {card.id}):
        _blank_merges(other, CardMerge.undone_at.is_null(False))
        stands = snapshot_of(contents_of(other))
        for line in Revision.select().where(Revision.card == other.id, Revision.field != ""):
            gone = texts - {stands.get(line.field)}
            old, new = (None if text in gone else text for text in (line.old_value, line.new_value))
            if is_private(line.field) and (old, new) != (line.old_value, line.new_value):
                Revision.update(old_value=old, new_value=new, state=CLEARED).where(
                    Revision.id == line.id
                ).execute()


def _told(card: CustomerCard) -> Iterable[str]:
    """Every private value of which a card's history tells."""
    for line in Revision.select().where(Revision.card == card.id):
        first: dict[str, str | None] = {} if line.field else json.loads(line.new_value or "{}")
        pairs = [(line.field, line.old_value), (line.field, line.new_value), *first.items()]
        yield from (text for path, text in pairs if text is not None and is_private(path))


def _had_gone_into(card: CustomerCard, seen: set[int]) -> Iterable[CustomerCard]:
    """The cards that a card was part of for a while, by way of others too."""
    for merge in CardMerge.select().where(
        CardMerge.gone == card.id, CardMerge.undone_at.is_null(False)
    ):
        if merge.kept_id not in seen:
            seen.add(merge.kept_id)
            yield merge.kept
            yield from _had_gone_into(merge.kept, seen)


def _blank_proposals(card: CustomerCard) -> None:
    """Take private values out of what was handed in; of it nothing is open any more."""
    for proposal in Proposal.select().where(Proposal.card == card.id):
        for change in ProposedChange.select().where(ProposedChange.proposal == proposal.id):
            if is_private(change.path):
                state = ChangeState.CLEARED.value if change.state in OPEN else change.state
                ProposedChange.update(old_value=None, text=None, remark="", state=state).where(
                    ProposedChange.id == change.id
                ).execute()
        count_open(proposal)


def _blank_typing(card: CustomerCard) -> None:
    """Take private texts out of what anybody has typed on this card and not saved."""
    for typing in Typing.select().where(Typing.ref.in_([card.card_no, card.draft_no])):
        texts = json.loads(typing.texts)
        kept = {path: text for path, text in texts.items() if not is_private(path)}
        if kept != texts:
            Typing.update(texts=json.dumps(kept)).where(Typing.id == typing.id).execute()


def _blank_merges(card: CustomerCard, which: Any = True) -> None:
    """Take private values out of what a card's merges remember of both cards."""
    its_own = (CardMerge.kept == card.id) | (CardMerge.gone == card.id)
    merges = CardMerge.select().where(its_own, which)
    for merge in merges:
        text = json.dumps(_blanked(json.loads(merge.before)), ensure_ascii=False)
        CardMerge.update(before=text).where(CardMerge.id == merge.id).execute()


def _blanked(found: Any) -> Any:
    """What was remembered, without the values of private columns and answers."""
    if isinstance(found, list):
        return [_blanked(one) for one in found]
    if not isinstance(found, Mapping):
        return found
    blanked = {key: None if key in _KEYS else _blanked(value) for key, value in found.items()}
    answers = blanked.get("explicit")
    if isinstance(answers, str):
        kept = {
            name: answer
            for name, answer in json.loads(answers).items()
            if name not in PRIVATE_FIELDS
        }
        blanked["explicit"] = json.dumps(kept, sort_keys=True)
    return blanked
