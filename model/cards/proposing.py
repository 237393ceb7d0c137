"""Saving a card: what this desk may change is changed, the rest is handed in (domain.md §5.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from model.cards.changing import change_card, require_changes
from model.cards.contents import Contents, contents_of
from model.cards.custody import card_of, ref_of, whose
from model.cards.entering import Entered, clean_reason, enter, unticked
from model.cards.permitted import required_fields
from model.cards.proposal_keeping import log_proposal, refuse_draft_or_void
from model.cards.proposal_rights import asked_by, is_direct, may_hand_in, refused
from model.cards.proposal_texts import proposed_text, standing_text
from model.cards.saving import refuse_lost_race
from model.cards.tables import CustomerCard, Proposal, ProposedChange
from model.errors import BadInputError, Problem
from model.office import audit
from model.office.counters import next_number
from model.office.day import require_open
from model.office.desk import Desk, Whose
from model.office.rights import Right, act
from model.storage.database import writing


@dataclass(frozen=True)
class SavedCard:
    """What became of a typed card.

    Attributes:
        ref: card number.
        version: the version that the next save must name.
        warnings: what the person should look at; nothing was stopped by them.
        proposal_no: number of what was handed in; empty if nothing was.
        proposed: the paths that wait to be decided.
    """

    ref: str
    version: int
    warnings: tuple[Problem, ...] = ()
    proposal_no: str = ""
    proposed: tuple[str, ...] = ()


class _Parted(NamedTuple):
    """Changes by what this desk may do with them: path -> text as typed, path -> (old, new)."""

    direct: dict[str, str]
    handed_in: dict[str, tuple[str, str]]


@act(Right.PROPOSE_CHANGE)
def save_card(
    desk: Desk,
    ref: str,
    version: int,
    texts: Mapping[str, str],
    now: datetime,
    *,
    reason: str = "",
    source: str = "other",
    ticked: frozenset[str] = frozenset(),
    not_duplicate: bool = False,
) -> SavedCard:
    """Save what was typed on a filed card: all of it, or nothing.

    What this desk may change directly is changed; the rest becomes one proposal. A rep hands in
    everything, and only while the card is lent to him.

    Args:
        desk: who typed.
        ref: card number.
        version: the version that the person had before him.
        texts: path -> text as typed.
        now: office wall-clock time.
        reason: why, for the history and for who decides.
        source: visit, phone, letter, website or other.
        ticked: reasons of warnings that the person confirmed.
        not_duplicate: the person has looked at the likely duplicate and says it is none.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotAllowedError: a field that this desk may not even hand in.
        BadInputError: every text that cannot be taken.
        WrongStateError: a draft or void card.
        LostRaceError: someone saved the card meanwhile.
        ReasonNeededError, DuplicateCardError, AlreadyThereError: as `edit_card`.
    """
    reason = clean_reason(reason)
    with writing():
        card = card_of(ref)
        owner = whose(card)
        desk.require(Right.PROPOSE_CHANGE, owner)
        require_open(now)
        refuse_draft_or_void(card)
        refuse_lost_race(card, version)
        before = contents_of(card)
        entered = checked(texts, before, now, ticked)
        direct, handed_in = _parted(desk, before, owner, texts, entered)
        if direct or (ticked and desk.may(Right.EDIT_CARD, owner)):
            own = checked(direct, before, now, ticked)
            require_changes(desk, owner, before, own)
            version = change_card(
                desk, card, before, own, now,
                reason=reason, source=source, not_duplicate=not_duplicate,
            ).version  # fmt: skip
        proposal_no = ""
        if handed_in:
            proposal_no = _hand_in(desk, card, handed_in, now, reason=reason, source=source)
    return SavedCard(ref_of(card), version, entered.warnings, proposal_no, tuple(handed_in))


def checked(
    texts: Mapping[str, str], before: Contents, now: datetime, ticked: frozenset[str]
) -> Entered:
    """What was typed, found good.

    Raises:
        BadInputError: it cannot be taken, or a warning must be ticked first.
    """
    entered = enter(texts, before, now.date(), ticked, required_fields(before.kind))
    pressing = unticked(entered.warnings)
    if pressing:
        raise BadInputError(pressing)
    return entered


def _parted(
    desk: Desk, before: Contents, owner: Whose, texts: Mapping[str, str], entered: Entered
) -> _Parted:
    """What changes, by what this desk may do with it.

    Raises:
        NotAllowedError: what this desk may neither change nor hand in.
    """
    parted = _Parted({}, {})
    for path, text in texts.items():
        new = proposed_text(entered, path)
        if new is None:
            continue
        old = standing_text(before, path)
        asked = asked_by(before.kind, path, old, new, owner, texts.get("rep", ""))
        if is_direct(desk, asked):
            parted.direct[path] = text
        elif may_hand_in(desk, asked):
            parted.handed_in[path] = (old, new)
        else:
            raise refused(desk, asked)
    return parted


def _hand_in(
    desk: Desk,
    card: CustomerCard,
    changes: Mapping[str, tuple[str, str]],
    now: datetime,
    *,
    reason: str,
    source: str,
) -> str:
    """Write a proposal with its lines; the log names its fields, never what they say."""
    proposal_no = f"XD{next_number('proposal'):06d}"
    proposal = Proposal.create(
        proposal_no=proposal_no, card=card.id, proposer=desk.person.id, made_at=now,
        source=source, reason=reason,
    )  # fmt: skip
    rows = [(proposal.id, path, old, new) for path, (old, new) in changes.items()]
    columns = ("proposal", "path", "old_value", "text")
    ProposedChange.insert_many(
        rows, fields=[ProposedChange._meta.fields[name] for name in columns]
    ).execute()
    log_proposal(desk, audit.Event.REVISION_PROPOSE, proposal, card, changes, now, reason)
    return proposal_no
