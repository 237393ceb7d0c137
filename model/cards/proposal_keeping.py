"""Proposals as they are kept: found by number, and closed when nothing of them is open any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from model.cards.contents import Contents
from model.cards.custody import ref_of
from model.cards.proposal_rights import Asked, asked_by
from model.cards.proposal_texts import standing_text
from model.cards.tables import ChangeState, CustodyState, CustomerCard, Proposal, ProposedChange
from model.errors import NotFoundError, WrongStateError
from model.office import audit
from model.office.desk import Desk, Whose

OPEN = (ChangeState.PENDING, ChangeState.ASKED_BACK)
"""The states in which a change has not been settled."""


def proposal_of(proposal_no: str) -> Proposal:
    """The proposal of a number.

    Raises:
        NotFoundError: there is none.
    """
    wanted = proposal_no.strip().upper()
    found: Proposal | None = Proposal.get_or_none(Proposal.proposal_no == wanted)
    if found is None:
        raise NotFoundError(kind="proposal", ref=wanted)
    return found


def lines_of(proposal: Proposal) -> list[ProposedChange]:
    """The lines of a proposal in the order in which they were typed."""
    mine = ProposedChange.proposal == proposal.id
    return list(ProposedChange.select().where(mine).order_by(ProposedChange.id))


def asked_of(contents: Contents, line: ProposedChange, owner: Whose, new_rep: str) -> Asked:
    """What one line asks of the table of rights as the card stands now.

    Args:
        contents: what stands on the card.
        line: the line.
        owner: whose customer it is.
        new_rep: of the same proposal's lines (`new_rep_of`).
    """
    old = standing_text(contents, line.path)
    return asked_by(contents.kind, line.path, old, line.text or "", owner, new_rep)


def new_rep_of(lines: Iterable[ProposedChange]) -> str:
    """Who is to get the customer by lines of one proposal; empty for none."""
    return next((line.text or "" for line in lines if line.path == "rep"), "")


def refuse_draft_or_void(card: CustomerCard) -> None:
    """Refuse to change what is not in the cabinet yet, or no longer.

    Raises:
        WrongStateError: the card is a draft or void.
    """
    if card.custody_state in {CustodyState.DRAFT, CustodyState.VOID}:
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)


def count_open(proposal: Proposal) -> int:
    """Count what is open of a proposal and keep whether it is, inside the caller's transaction."""
    is_open = (ProposedChange.proposal == proposal.id) & ProposedChange.state.in_(OPEN)
    left = int(ProposedChange.select().where(is_open).count())
    Proposal.update(is_open=left > 0).where(Proposal.id == proposal.id).execute()
    return left


def log_proposal(
    desk: Desk,
    event: audit.Event,
    proposal: Proposal,
    card: CustomerCard,
    paths: Iterable[str],
    now: datetime,
    reason: str = "",
) -> None:
    """Write what was done with fields of a proposal, inside the caller's transaction."""
    audit.log(
        desk, event, now, kind="card", subject=ref_of(card),
        after={"fields": sorted(paths)}, reason=reason, document=proposal.proposal_no,
    )  # fmt: skip
