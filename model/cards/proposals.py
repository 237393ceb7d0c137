"""Changes that were handed in and wait to be decided (修订建议), as each desk may see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from model.cards.contents import Contents, contents_of, names_of_people
from model.cards.custody import card_of, in_reach, ref_of, whose
from model.cards.definition import CardKind
from model.cards.passes import is_shut_away, reader_of
from model.cards.paths import REQUIRED, column_path, row_path
from model.cards.permitted import sees
from model.cards.proposal_keeping import OPEN as OPEN
from model.cards.proposal_keeping import asked_of, new_rep_of
from model.cards.proposal_rights import deciders, field_of_change, may_decide
from model.cards.proposal_texts import standing_text
from model.cards.rows import Rows
from model.cards.tables import ChangeState, CustomerCard, Proposal, ProposedChange
from model.office.day import require_open
from model.office.desk import Desk, Whose
from model.office.rights import Right, Role, act
from model.storage.database import reading
from model.storage.prepared import Prepared

_OPEN = Prepared(
    lambda hole: Proposal.select().where(Proposal.is_open == hole).order_by(Proposal.id)
)
_OPEN_OF_CARD = Prepared(
    lambda hole: (
        Proposal.select()
        .where((Proposal.is_open == hole) & (Proposal.card == hole))
        .order_by(Proposal.id)
    )
)


@dataclass(frozen=True)
class ProposedLine:
    """One change of a proposal beside what stands on the card.

    Attributes:
        id: names it in a decision.
        path: what changes.
        old: what stood there when it was handed in, as the history keeps values.
        text: what is proposed, in the same form; empty takes the value or the row away.
        now_value: what stands there now.
        state: pending, asked_back, accepted, rejected, withdrawn or cleared.
        remark: of who decided.
        decided_by: his name.
        decided_at: when.
        protected: the supervisor decides (domain.md §5.7).
        who_decides: the roles that may.
        may_decide: whether this desk decides on it now.
        is_overtaken: it is open, and something else stands there than when it was handed in.
        masked: this desk may not read what stands on the card: `old` and `now_value` are empty.
            What is proposed is shown to who decides on it, as long as it is open: the clerk has
            the paper before him.
    """

    id: int
    path: str
    old: str
    text: str
    now_value: str
    state: ChangeState
    remark: str
    decided_by: str
    decided_at: datetime | None
    protected: bool
    who_decides: tuple[Role, ...]
    may_decide: bool
    is_overtaken: bool
    masked: bool


@dataclass(frozen=True)
class Proposed:
    """What somebody handed in at one time for one card.

    Attributes:
        proposal_no: its number, `XD000001`.
        card_no: the card.
        name: the customer.
        kind: the kind of card, for the labels of its paths.
        version: the card's version now; `decide` compares it.
        proposer: who handed it in.
        is_own: whether that is this desk.
        made_at: when.
        source: where the news came from (glossary: 修订来源).
        reason: why, in the proposer's words.
        changes: its lines, in the order in which they were typed.
        rows: the rows that they are about, each with its number and the column that names it, for
            `path_label`; new rows (`+1`) by what is proposed.
    """

    proposal_no: str
    card_no: str
    name: str
    kind: CardKind
    version: int
    proposer: str
    is_own: bool
    made_at: datetime
    source: str
    reason: str
    changes: tuple[ProposedLine, ...]
    rows: dict[str, Rows]

    @property
    def is_open(self) -> bool:
        """Whether something of it is not settled."""
        return any(line.state in OPEN for line in self.changes)


class _Before(NamedTuple):
    """A card that proposals are shown beside."""

    card: CustomerCard
    contents: Contents
    owner: Whose
    reader: Whose
    is_shut_away: bool


class _Seen(NamedTuple):
    """A proposal and all that it is shown with, at one desk.

    `reader` of the card is its holder, or who reads it now (`custody.in_reach`).
    """

    desk: Desk
    proposal: Proposal
    lines: Sequence[ProposedChange]
    before: _Before
    people: dict[int, str]

    @property
    def is_own(self) -> bool:
        """Whether this desk made it."""
        return self.proposal.proposer_id == self.desk.person.id

    def sees(self, path: str) -> bool:
        """Whether this desk may read what stands on the card there."""
        if self.before.is_shut_away:
            return False
        found = field_of_change(self.before.contents.kind, path)
        return sees(self.desk, found, self.before.reader)


@act(Right.READ_CARD)
def open_proposals(desk: Desk, now: datetime, *, card_no: str = "") -> list[Proposed]:
    """The open proposals that this desk may decide on or has made, the oldest first.

    Args:
        desk: who asks.
        now: office wall-clock time.
        card_no: of one card only.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotFoundError: no such card.
    """
    require_open(now)
    with reading():
        waiting = _OPEN_OF_CARD(True, card_of(card_no).id) if card_no else _OPEN(True)
        found = _shown(desk, list(waiting), now)
    return [one for one in found if one.is_own or any(line.may_decide for line in one.changes)]


@act(Right.READ_CARD)
def proposals_of(desk: Desk, ref: str, now: datetime) -> list[Proposed]:
    """Every proposal for one card as far as this desk may see it, settled ones too, newest first.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotAllowedError: not this rep's or team's customer.
    """
    require_open(now)
    reader_of(desk, card_of(ref), now)
    with reading():
        card = card_of(ref)
        query = Proposal.select().where(Proposal.card == card.id).order_by(Proposal.id.desc())
        return _shown(desk, list(query), now)


def _shown(desk: Desk, proposals: Sequence[Proposal], now: datetime) -> list[Proposed]:
    """Proposals with their lines, beside what stands on their cards."""
    if not proposals:
        return []  # as at nearly every opening of a card
    lines = _lines_of(proposals)
    cards = _cards_of(desk, proposals, now)
    people = names_of_people()
    return [
        _proposed(_Seen(desk, one, lines.get(one.id, []), cards[one.card_id], people))
        for one in proposals
    ]


def _lines_of(proposals: Sequence[Proposal]) -> dict[int, list[ProposedChange]]:
    """The lines of several proposals by proposal, in order."""
    found: dict[int, list[ProposedChange]] = {}
    wanted = [one.id for one in proposals]
    query = ProposedChange.select().where(ProposedChange.proposal.in_(wanted))
    for line in query.order_by(ProposedChange.id):
        found.setdefault(line.proposal_id, []).append(line)
    return found


def _cards_of(desk: Desk, proposals: Sequence[Proposal], now: datetime) -> dict[int, _Before]:
    """What stands on the cards of several proposals, each card read once."""
    wanted = {one.card_id for one in proposals}
    query = CustomerCard.select().where(CustomerCard.id.in_(wanted))
    return {card.id: _before(desk, card, now) for card in query}


def _before(desk: Desk, card: CustomerCard, now: datetime) -> _Before:
    owner = whose(card)
    reader = in_reach(desk, owner, card, now)
    return _Before(card, contents_of(card), owner, reader, is_shut_away(desk, card, now))


def _proposed(one: _Seen) -> Proposed:
    """One proposal as its desk may see it."""
    proposal, contents = one.proposal, one.before.contents
    name = contents.values.get("full_name", "") if one.sees("full_name") else ""
    return Proposed(
        proposal_no=proposal.proposal_no,
        card_no=ref_of(one.before.card),
        name=str(name),
        kind=contents.kind,
        version=one.before.card.version,
        proposer=one.people.get(proposal.proposer_id, ""),
        is_own=one.is_own,
        made_at=proposal.made_at,
        source=proposal.source,
        reason=proposal.reason,
        changes=tuple(_line(one, line) for line in one.lines),
        rows=_rows_named(one),
    )


def _line(one: _Seen, line: ProposedChange) -> ProposedLine:
    """One line as its desk may see it."""
    contents, state = one.before.contents, ChangeState(line.state)
    asked = asked_of(contents, line, one.before.owner, new_rep_of(one.lines))
    decides = state in OPEN and may_decide(one.desk, asked, one.proposal.proposer_id)
    standing, visible = standing_text(contents, line.path), one.sees(line.path)
    told = visible or (state in OPEN and (decides or one.is_own))
    return ProposedLine(
        id=line.id,
        path=line.path,
        old=line.old_value or "" if visible else "",
        text=line.text or "" if told else "",
        now_value=standing if visible else "",
        state=state,
        remark=line.remark if told else "",
        decided_by=one.people.get(line.decided_by_id or 0, ""),
        decided_at=line.decided_at,
        protected=asked.field.protected,
        who_decides=deciders(asked),
        may_decide=decides,
        is_overtaken=state in OPEN and standing not in {line.old_value, line.text},
        masked=not visible,
    )


def _rows_named(one: _Seen) -> dict[str, Rows]:
    """The rows that a proposal is about, as `Proposed.rows` says; no name that may not be seen."""
    found: dict[str, dict[str, dict[str, object]]] = {}
    texts = {line.path: line.text for line in one.lines}
    for row in filter(None, map(row_path, texts)):
        column = REQUIRED[row.table][0]
        path = column_path(row.table, row.row, column)
        name = texts.get(path) if row.is_new else standing_text(one.before.contents, path)
        if one.sees(path) or (row.is_new and one.is_own):
            named: dict[str, object] = {"row_no": row.row, column: name}
            found.setdefault(row.table, {})[row.row] = named
    return {table: tuple(rows.values()) for table, rows in found.items()}
