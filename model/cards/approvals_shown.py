"""Approvals (批) as they are shown: to who asked, and to who decides."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from model.cards.approval_subjects import SubjectCard, Subjects, decider_of
from model.cards.search import masked_name
from model.office.calendar import working_days_since
from model.office.desk import Desk, Whose
from model.office.rights import Right, Role
from model.office.tables import Approval, ApprovalState, Person

WAITS_TOO_LONG = 2
"""Working days after which an approval is reminded of (domain.md, rule 119)."""


@dataclass(frozen=True, slots=True)
class ApprovalCard:
    """A card that an approval is about, as far as the desk may know of it.

    Attributes:
        ref: the number that the approval names: of a card, an attachment or a merge.
        card_no: the card's number.
        name: the customer's; only its beginning where the desk may not list the card.
        rep: the responsible rep's name.
        state: the card's stored custody state; empty where the desk may not list the card.
    """

    ref: str
    card_no: str
    name: str
    rep: str
    state: str


@dataclass(frozen=True, slots=True)
class ApprovalView:
    """An approval as its asker and its decider see it.

    Attributes:
        approval_no: its number, `SP000001`.
        right: the right that it stands in for.
        asked_by: who asked.
        asked_at: when.
        refs: numbers of the cards, attachments or merges that it covers.
        facts: what else was asked for (receiver, filter …).
        reason: why.
        decider: who decides, a supervisor or the manager; once decided, who did.
        state: asked, granted, refused, withdrawn, used; expired is computed.
        decided_by: who decided; empty until then.
        decided_at: when.
        remark: what he said.
        valid_until: until when a granted one may be used.
        used_at: when it was used up.
        waiting_days: working days since it was asked, until it was decided; of one that nobody
            has to decide on any more, none.
        may_decide: whether this desk may decide on it now.
        is_mine: whether this desk asked for it.
        cards: the cards that it is about.
    """

    approval_no: str
    right: Right
    asked_by: str
    asked_at: datetime
    refs: tuple[str, ...]
    facts: Mapping[str, str]
    reason: str
    decider: Role
    state: ApprovalState
    decided_by: str
    decided_at: datetime | None
    remark: str
    valid_until: datetime | None
    used_at: datetime | None
    waiting_days: int
    may_decide: bool
    is_mine: bool
    cards: tuple[ApprovalCard, ...]

    @property
    def is_late(self) -> bool:
        """Whether it has waited so long that it is reminded of."""
        return self.state is ApprovalState.ASKED and self.waiting_days >= WAITS_TOO_LONG


def shown(
    desk: Desk, rows: Iterable[Approval], subjects: Subjects, now: datetime
) -> Iterator[ApprovalView]:
    """Approvals as this desk sees them; whether they are its business, the caller asks.

    Args:
        desk: who looks.
        rows: the approvals.
        subjects: the cards that they are about, of all of them together.
        now: office wall-clock time.
    """
    people = {person.id: person for person in Person.select()}
    for row in rows:
        mine = {ref: subjects[ref] for ref in json.loads(row.refs) if ref in subjects}
        yield _shown(desk, row, people, mine, now)


def _shown(
    desk: Desk, row: Approval, people: Mapping[int, Person], subjects: Subjects, now: datetime
) -> ApprovalView:
    """One approval."""
    state, is_mine = state_of(row, now), row.asked_by_id == desk.person.id
    asked = state is ApprovalState.ASKED
    until = now if asked else row.decided_at or row.asked_at
    decider, team = Role(row.decider), row.team_id
    if asked:
        decider, team = current_decider(row, people[row.asked_by_id], subjects)
    return ApprovalView(
        approval_no=row.approval_no,
        right=Right(row.right),
        asked_by=people[row.asked_by_id].name,
        asked_at=row.asked_at,
        refs=tuple(json.loads(row.refs)),
        facts=json.loads(row.facts),
        reason=row.reason,
        decider=decider,
        state=state,
        decided_by=people[row.decided_by_id].name if row.decided_by_id else "",
        decided_at=row.decided_at,
        remark=row.remark,
        valid_until=row.valid_until,
        used_at=row.used_at,
        waiting_days=working_days_since(row.asked_at.date(), until.date()),
        may_decide=asked and not is_mine and decides(desk, decider, team),
        is_mine=is_mine,
        cards=tuple(_card(desk, ref, card) for ref, cards in subjects.items() for card in cards),
    )


def _card(desk: Desk, ref: str, card: SubjectCard) -> ApprovalCard:
    """A card as far as this desk may know it: of one it may not list, what a search tells."""
    if desk.may(Right.LIST_CARDS, card.whose):
        return ApprovalCard(ref, card.card_no, card.name, card.rep, card.state)
    return ApprovalCard(ref, card.card_no, masked_name(card.name, card.kind), card.rep, "")


def state_of(row: Approval, now: datetime) -> ApprovalState:
    """The state as shown: a granted one expires by itself."""
    state = ApprovalState(row.state)
    over = row.valid_until is not None and row.valid_until < now
    return ApprovalState.EXPIRED if over and state is ApprovalState.GRANTED else state


def current_decider(row: Approval, asker: Person, subjects: Subjects) -> tuple[Role, int | None]:
    """Who decides on what was asked for: as the cards are now, and who asked."""
    return decider_of(Right(row.right), Role(asker.role), asker.team_id, subjects)


def decides(desk: Desk, decider: Role, team_id: int | None) -> bool:
    """Whether a decision is this desk's: the manager decides on everything."""
    owner = Whose(None, team_id if decider is Role.SUPERVISOR else None)
    return desk.may(Right.DECIDE_APPROVAL, owner)
