"""Deciding on what was handed in, line by line: accept, ask back, reject (domain.md §5.7)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from model.cards.changing import change_card, require_changes
from model.cards.contents import Contents, contents_of
from model.cards.custody import ref_of, whose
from model.cards.entering import clean_reason
from model.cards.paths import row_path
from model.cards.proposal_keeping import (
    OPEN,
    asked_of,
    count_open,
    lines_of,
    log_proposal,
    new_rep_of,
    proposal_of,
    refuse_draft_or_void,
)
from model.cards.proposal_rights import may_decide, refused
from model.cards.proposal_texts import standing_text
from model.cards.proposing import checked
from model.cards.revisions import Who
from model.cards.tables import ChangeState, CustomerCard, Proposal, ProposedChange, Revision
from model.errors import (
    BadInputError,
    NotFoundError,
    OvertakenError,
    Problem,
    ReasonNeededError,
    SamePersonError,
    WrongStateError,
)
from model.office import audit
from model.office.day import require_open
from model.office.desk import Desk
from model.office.rights import Right, act
from model.storage.database import writing
from model.storage.rows import rows_of


class Verdict(StrEnum):
    """What is decided on one line."""

    ACCEPT = "accept"
    ASK_BACK = "ask_back"
    REJECT = "reject"


_BECOMES = {
    Verdict.ACCEPT: (ChangeState.ACCEPTED, audit.Event.REVISION_ACCEPT),
    Verdict.ASK_BACK: (ChangeState.ASKED_BACK, audit.Event.REVISION_ASK_BACK),
    Verdict.REJECT: (ChangeState.REJECTED, audit.Event.REVISION_REJECT),
}
# Fraud begins with a new account: who was reached on the old number must be told.
_CALLED_BACK = "bank_account"


@dataclass(frozen=True)
class Decision:
    """What somebody decides on one line.

    Attributes:
        kind: accept, ask_back or reject.
        remark: for the proposer; needed unless it is accepted. For an accepted bank account: who
            was reached on the customer's old number.
        anyway: he has seen that something else stands there than when it was handed in.
    """

    kind: Verdict | str
    remark: str = ""
    anyway: bool = False


@dataclass(frozen=True)
class Decided:
    """What became of a proposal.

    Attributes:
        proposal_no: its number.
        ref: the card.
        version: the card's version now.
        open: how many of its lines are not settled.
        warnings: what should be looked at; nothing was stopped by them.
    """

    proposal_no: str
    ref: str
    version: int
    open: int
    warnings: tuple[Problem, ...] = ()


@act(Right.DECIDE_REVISION)
def decide(
    desk: Desk,
    proposal_no: str,
    decisions: Mapping[int, Decision],
    now: datetime,
    *,
    version: int | None = None,
    ticked: frozenset[str] = frozenset(),
    not_duplicate: bool = False,
) -> Decided:
    """Decide on lines of a proposal: on all that are named, or on none.

    What is accepted is checked as if it were typed now, and stands in the history as the
    proposer's, accepted by this desk. Columns of one new row are decided together: a decision on
    one counts for all.

    Args:
        desk: a clerk; for protected fields the supervisor or manager; never the proposer.
        proposal_no: the proposal.
        decisions: id of a line -> what is decided.
        now: office wall-clock time.
        version: the card's version that the decider had before him (`Proposed.version`); None
            takes what stands there now.
        ticked: reasons of warnings that the decider confirmed.
        not_duplicate: he has looked at the likely duplicate and says it is none.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotFoundError: no such proposal, or no such line of it.
        SamePersonError: it is his own.
        NotAllowedError: a line that this desk does not decide on.
        WrongStateError: a line is settled already, or the card is a draft or void, or out and gets
            another rep or district.
        OvertakenError: something else stands in the place of an accepted line than when it was
            handed in, and the decision does not say `anyway`.
        ReasonNeededError: nothing is rejected or asked back without a word.
        BadInputError: an accepted text that cannot be taken (now), by its path.
        DuplicateCardError, AlreadyThereError: as `save_card`.
    """
    with writing():
        proposal = proposal_of(proposal_no)
        card = proposal.card
        desk.require(Right.DECIDE_REVISION, whose(card))
        require_open(now)
        if proposal.proposer_id == desk.person.id:
            raise SamePersonError(ref=proposal.proposal_no)
        refuse_draft_or_void(card)
        before = contents_of(card)
        decided = _decided_lines(proposal, decisions)
        _require_lines(desk, card, before, decided, proposal.proposer_id)
        warnings: tuple[Problem, ...] = ()
        new_version = card.version
        accepted = [(line, told) for line, told in decided if told.kind == Verdict.ACCEPT]
        if accepted:
            _refuse_overtaken(card, before, accepted, version)
            texts = {line.path: line.text or "" for line, _ in accepted}
            entered = checked(texts, before, now, ticked)
            require_changes(desk, whose(card), before, entered)
            saved = change_card(
                desk, card, before, entered, now,
                reason=_reason(proposal, accepted), source=proposal.source,
                not_duplicate=not_duplicate, who=Who(proposal.proposer_id, desk.person.id),
            )  # fmt: skip
            new_version, warnings = saved.version, saved.warnings
        _write_down(desk, proposal, card, decided, now)
        left = count_open(proposal)
    return Decided(proposal.proposal_no, ref_of(card), new_version, left, warnings)


_Line = tuple[ProposedChange, Decision]


def _decided_lines(proposal: Proposal, decisions: Mapping[int, Decision]) -> list[_Line]:
    """The lines that are decided on, those of the same new rows among them.

    Raises:
        NotFoundError: no such line.
        WrongStateError: it is settled, or was asked back already.
        BadInputError: two decisions on one new row.
    """
    lines = {line.id: line for line in lines_of(proposal)}
    told: dict[int, Decision] = {}
    for id_, decision in decisions.items():
        if id_ not in lines:
            raise NotFoundError(kind="proposal", ref=f"{proposal.proposal_no}/{id_}")
        for line in _of_same_new_row(lines[id_], lines.values()):
            if told.setdefault(line.id, decision).kind != decision.kind:
                raise BadInputError([Problem(line.path, "decided_apart")])
    found = [
        (lines[id_], replace(decision, remark=clean_reason(decision.remark)))
        for id_, decision in told.items()
    ]
    for line, decision in found:
        becomes, _ = _BECOMES[Verdict(decision.kind)]
        if line.state not in OPEN or line.state == becomes:
            raise WrongStateError(ref=proposal.proposal_no, state=line.state)
    return found


def _of_same_new_row(
    line: ProposedChange, lines: Iterable[ProposedChange]
) -> Iterator[ProposedChange]:
    """A line with the other open columns of the new row that it belongs to."""
    yield line
    row = row_path(line.path)
    if row is None or not row.is_new:
        return
    for other in lines:
        place = row_path(other.path)
        same = place is not None and (place.table, place.row) == (row.table, row.row)
        if same and other.id != line.id and other.state in OPEN:
            yield other


def _require_lines(
    desk: Desk, card: CustomerCard, before: Contents, decided: Sequence[_Line], proposer_id: int
) -> None:
    """Ask for every line whether this desk decides on it, and says what it must.

    Raises:
        NotAllowedError: it does not.
        ReasonNeededError: it is asked back or rejected without a word.
        BadInputError: a bank account is accepted without saying who was reached.
    """
    owner = whose(card)
    new_rep = new_rep_of(line for line, _ in decided)
    for line, told in decided:
        asked = asked_of(before, line, owner, new_rep)
        if not may_decide(desk, asked, proposer_id):
            raise refused(desk, asked)
        if not told.remark and told.kind != Verdict.ACCEPT:
            raise ReasonNeededError(act=Right.DECIDE_REVISION.value)
        if not told.remark and line.path == _CALLED_BACK:
            raise BadInputError([Problem(line.path, "call_back_first")])


def _refuse_overtaken(
    card: CustomerCard, before: Contents, accepted: Iterable[_Line], version: int | None
) -> None:
    """Refuse to write over what the decider has not seen.

    Raises:
        OvertakenError: the paths in question.
    """
    since = frozenset() if version is None else _changed_after(card, version)
    found = [
        line.path
        for line, told in accepted
        if (now_value := standing_text(before, line.path)) != line.text
        and (line.path in since or (now_value != line.old_value and not told.anyway))
    ]
    if found:
        raise OvertakenError(ref=ref_of(card), fields=tuple(found))


def _changed_after(card: CustomerCard, version: int) -> frozenset[str]:
    """The paths that were changed after a version of the card."""
    query = Revision.select(Revision.field).where(
        (Revision.card == card.id) & (Revision.version > version)
    )
    return frozenset(path for (path,) in rows_of(query))


def _reason(proposal: Proposal, accepted: Iterable[_Line]) -> str:
    """Why, for the history: in the proposer's words, or else in the decider's."""
    return proposal.reason or next((told.remark for _, told in accepted if told.remark), "")


def _write_down(
    desk: Desk, proposal: Proposal, card: CustomerCard, decided: Iterable[_Line], now: datetime
) -> None:
    """Keep every decision with its line; the log names the fields, never what they say."""
    paths: dict[Verdict, list[str]] = {}
    for line, told in decided:
        kind = Verdict(told.kind)
        line.state = _BECOMES[kind][0].value
        line.remark, line.decided_by_id, line.decided_at = told.remark, desk.person.id, now
        line.save()
        paths.setdefault(kind, []).append(line.path)
    for kind, names in paths.items():
        log_proposal(desk, _BECOMES[kind][1], proposal, card, names, now)
