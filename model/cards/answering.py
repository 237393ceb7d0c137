"""What the proposer does with what he handed in: he answers a question, or takes it back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from model.cards.contents import contents_of
from model.cards.custody import ref_of, whose
from model.cards.paths import row_path
from model.cards.proposal_keeping import (
    OPEN,
    count_open,
    lines_of,
    log_proposal,
    proposal_of,
    refuse_draft_or_void,
)
from model.cards.proposal_texts import proposed_text, standing_text
from model.cards.proposing import SavedCard, checked
from model.cards.tables import ChangeState, Proposal, ProposedChange
from model.errors import NotAllowedError, NotFoundError, WrongStateError
from model.office import audit
from model.office.day import require_open
from model.office.desk import Desk
from model.office.rights import Right, Role, act
from model.office.tables import Person
from model.storage.database import writing


@act(Right.PROPOSE_CHANGE)
def answer(
    desk: Desk,
    proposal_no: str,
    texts: Mapping[str, str],
    now: datetime,
    *,
    ticked: frozenset[str] = frozenset(),
) -> SavedCard:
    """Hand in again what was asked back, as it was or corrected.

    The card need not be lent to the rep any more (it is asked back when it has come home), but the
    customer must still be his.

    Args:
        desk: who handed it in.
        proposal_no: the proposal.
        texts: path -> text as typed, of lines that were asked back, and further columns of a new
            row among them; lines that are not named are handed in as they are.
        now: office wall-clock time.
        ticked: reasons of warnings that the person confirmed.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotFoundError: no such proposal, or a path that was not asked back.
        NotAllowedError: somebody else's, or no longer his customer.
        WrongStateError: nothing was asked back, or the card is void.
        BadInputError: every text that cannot be taken.
    """
    with writing():
        proposal = _own(desk, proposal_no)
        card = proposal.card
        desk.require(Right.READ_CARD, whose(card))
        require_open(now)
        refuse_draft_or_void(card)
        lines = {line.path: line for line in _in_state(proposal, {ChangeState.ASKED_BACK})}
        _refuse_other_paths(lines, texts)
        told = {path: line.text or "" for path, line in lines.items()} | dict(texts)
        before = contents_of(card)
        entered = checked(told, before, now, ticked)
        for path in told:
            line = lines.get(path) or ProposedChange(proposal=proposal.id, path=path)
            line.old_value = standing = standing_text(before, path)
            new = proposed_text(entered, path)
            line.text = standing if new is None else new
            line.state = ChangeState.PENDING.value
            line.save()
        log_proposal(desk, audit.Event.REVISION_PROPOSE, proposal, card, told, now)
    return SavedCard(
        ref_of(card), card.version, entered.warnings, proposal.proposal_no, tuple(told)
    )


@act(Right.PROPOSE_CHANGE)
def withdraw(desk: Desk, proposal_no: str, now: datetime) -> None:
    """Take back what is open of one's own proposal; the card may be anywhere.

    Raises:
        NotFoundError: no such proposal.
        NotAllowedError: somebody else's.
        WrongStateError: all of it is settled.
    """
    with writing():
        proposal = _own(desk, proposal_no)
        lines = _in_state(proposal, OPEN)
        ProposedChange.update(
            state=ChangeState.WITHDRAWN.value, decided_by=desk.person.id, decided_at=now
        ).where(ProposedChange.id.in_([line.id for line in lines])).execute()
        count_open(proposal)
        paths = [line.path for line in lines]
        log_proposal(desk, audit.Event.REVISION_WITHDRAW, proposal, proposal.card, paths, now)


def _own(desk: Desk, proposal_no: str) -> Proposal:
    """A proposal of this desk's own.

    Raises:
        NotFoundError: no such proposal.
        NotAllowedError: somebody else's.
    """
    proposal = proposal_of(proposal_no)
    if proposal.proposer_id != desk.person.id:
        proposer = Person.get_by_id(proposal.proposer_id)
        raise NotAllowedError(
            act=Right.PROPOSE_CHANGE.value,
            role=desk.person.role.value,
            may=(Role(proposer.role),),
        )
    return proposal


def _in_state(proposal: Proposal, states: Collection[ChangeState]) -> list[ProposedChange]:
    """The lines of a proposal in some states.

    Raises:
        WrongStateError: none is.
    """
    lines = lines_of(proposal)
    found = [line for line in lines if line.state in states]
    if not found:
        raise WrongStateError(ref=proposal.proposal_no, state=lines[0].state)
    return found


def _refuse_other_paths(asked_back: Collection[str], texts: Collection[str]) -> None:
    """Refuse what was not asked back; a new row that was may get further columns.

    Raises:
        NotFoundError: the path.
    """
    rows = {(row.table, row.row) for path in asked_back if (row := row_path(path)) and row.is_new}
    for path in texts:
        row = row_path(path)
        if path not in asked_back and (row is None or (row.table, row.row) not in rows):
            raise NotFoundError(kind="field", ref=path)
