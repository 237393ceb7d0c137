"""What waits of proposals, told without opening a card: how many, and which were asked back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from model.cards.definition import CardKind
from model.cards.proposal_rights import asked_by, may_decide
from model.cards.tables import ChangeState, CustodyState, CustomerCard, Proposal, ProposedChange
from model.office.desk import Desk, Whose
from model.office.rights import Right
from model.office.tables import Person
from model.storage.rows import rows_of


class AskedBack(NamedTuple):
    """A proposal of one's own that was asked back; a customer who is another's now has no name."""

    proposal_no: str
    card_no: str
    name: str


class _Line(NamedTuple):
    """One line that waits, with what its rights are asked by."""

    proposal: int
    proposer: int
    kind: str
    rep: int | None
    holder: int | None
    path: str
    old: str | None
    text: str | None


def count_waiting(desk: Desk) -> int:
    """How many proposals hold something that this desk may decide on now."""
    if not desk.may(Right.DECIDE_REVISION):
        return 0
    query = _in_state(
        ChangeState.PENDING,
        *(Proposal.id, Proposal.proposer, CustomerCard.customer_kind, CustomerCard.rep),
        *(CustomerCard.holder, ProposedChange.path, ProposedChange.old_value, ProposedChange.text),
    )
    teams = _teams()
    groups = groupby((_Line(*row) for row in rows_of(query)), key=lambda line: line.proposal)
    return sum(_decides(desk, list(lines), teams) for _, lines in groups)


def _decides(desk: Desk, lines: Sequence[_Line], teams: Mapping[int, int | None]) -> bool:
    """Whether this desk decides on one of a proposal's lines."""
    new_rep = next((line.text or "" for line in lines if line.path == "rep"), "")
    return any(
        may_decide(
            desk,
            asked_by(
                CardKind(line.kind), line.path, line.old or "", line.text or "",
                Whose(line.rep, teams.get(line.rep or 0), line.holder), new_rep,
            ),
            line.proposer,
        )
        for line in lines
    )  # fmt: skip


def asked_back(desk: Desk) -> list[AskedBack]:
    """The proposals of this desk's own of which something was asked back, the oldest first."""
    query = _in_state(
        ChangeState.ASKED_BACK,
        *(Proposal.proposal_no, CustomerCard.card_no, CustomerCard._meta.fields["full_name"]),
        *(CustomerCard.rep, CustomerCard.holder),
    ).where(Proposal.proposer == desk.person.id)
    teams = _teams()
    found = {
        no: AskedBack(no, card_no, name if desk.may(Right.LIST_CARDS, whose) else "")
        for no, card_no, name, rep, holder in rows_of(query)
        for whose in [Whose(rep, teams.get(rep or 0), holder)]
    }
    return list(found.values())


def _in_state(state: ChangeState, *columns: Any) -> Any:
    """The lines of open proposals in one state, by proposal; void cards have none."""
    return (
        ProposedChange.select(*columns)
        .join(Proposal)
        .join(CustomerCard)
        .where(
            (Proposal.is_open == True)  # noqa: E712
            & (ProposedChange.state == state)
            & (CustomerCard.custody_state != CustodyState.VOID)
        )
        .order_by(Proposal.id, ProposedChange.id)
    )


def _teams() -> dict[int, int | None]:
    """Everybody's team by key."""
    return dict(rows_of(Person.select(Person.id, Person.team)))
