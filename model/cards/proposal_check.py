"""What must always hold of proposals; `verify` walks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from model.cards.tables import ChangeState, Proposal, ProposedChange
from model.office.audit import Event
from model.office.invariants import Fault, last_given
from model.office.tables import AuditLine
from model.storage.rows import rows_of

_OPEN = frozenset({ChangeState.PENDING, ChangeState.ASKED_BACK})
_DECIDED = frozenset({ChangeState.ACCEPTED, ChangeState.REJECTED})


class _Line(NamedTuple):
    """A line of a proposal, without what it says."""

    proposal: int
    state: ChangeState
    decided_by: int | None
    decided_at: datetime | None


class _Proposal(NamedTuple):
    """A proposal, without what it says."""

    id: int
    proposal_no: str
    proposer: int
    is_open: bool


def proposal_faults() -> Iterator[Fault]:
    """Every proposal that contradicts itself, the log, or the numbers given out.

    Yields:
        (code, facts): the proposal's number, never what it says.
    """
    query = Proposal.select(
        Proposal.id, Proposal.proposal_no, Proposal.proposer, Proposal.is_open
    ).order_by(Proposal.id)
    proposals = [_Proposal(*row) for row in rows_of(query)]
    lines = _lines()
    for one in proposals:
        if not _is_sound(one, lines.get(one.id, [])):
            yield "proposal_state", {"ref": one.proposal_no}
    yield from _not_in_log(proposals)
    numbers = [int(one.proposal_no[2:]) for one in proposals if one.proposal_no[2:].isdigit()]
    if max(numbers, default=0) > last_given("proposal"):
        yield "counter_behind", {"series": "proposal", "last": last_given("proposal")}


def _lines() -> Mapping[int, list[_Line]]:
    """The lines of every proposal."""
    query = ProposedChange.select(
        ProposedChange.proposal, ProposedChange.state,
        ProposedChange.decided_by, ProposedChange.decided_at,
    )  # fmt: skip
    found: dict[int, list[_Line]] = {}
    for proposal, state, *decided in rows_of(query):
        found.setdefault(proposal, []).append(_Line(proposal, ChangeState(state), *decided))
    return found


def _is_sound(one: _Proposal, lines: Sequence[_Line]) -> bool:
    """It has lines, is open as long as one of them is, and nobody decided on his own."""
    return (
        bool(lines)
        and one.is_open == any(line.state in _OPEN for line in lines)
        and all(_is_decided_well(one, line) for line in lines)
    )


def _is_decided_well(one: _Proposal, line: _Line) -> bool:
    """Whether it is told who decided; the proposer himself only takes back."""
    if line.state in _DECIDED or line.state is ChangeState.ASKED_BACK:
        return line.decided_at is not None and line.decided_by not in {None, one.proposer}
    return line.state is not ChangeState.WITHDRAWN or line.decided_by == one.proposer


def _not_in_log(proposals: Sequence[_Proposal]) -> Iterator[Fault]:
    """Each was handed in by an act in the log, and none has gone."""
    query = AuditLine.select(AuditLine.document).where(AuditLine.event == Event.REVISION_PROPOSE)
    logged = {document for (document,) in rows_of(query)}
    there = {one.proposal_no for one in proposals}
    for number in sorted(there - logged):
        yield "proposal_not_in_log", {"ref": number}
    for number in sorted(logged - there):
        yield "proposal_gone", {"ref": number}
