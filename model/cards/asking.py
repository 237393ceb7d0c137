"""Asking for an approval (批), and deciding on it: nobody approves his own (domain.md §5.6)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta

from model.cards.approval_subjects import (
    SubjectCard,
    Subjects,
    decider_of,
    refuse_settled,
    require_subjects,
    subjects_of,
)
from model.cards.approvals_shown import (
    ApprovalCard,
    ApprovalView,
    current_decider,
    decides,
    shown,
    state_of,
)
from model.cards.characters import one_line
from model.cards.entering import LONGEST_REASON, clean_reason
from model.errors import (
    AlreadyThereError,
    BadInputError,
    NoApprovalNeededError,
    NotAllowedError,
    NotFoundError,
    Problem,
    SelfApprovalError,
    WrongStateError,
)
from model.office import audit
from model.office.approvals import clean_refs
from model.office.counters import next_number
from model.office.desk import Desk
from model.office.office_settings import setting_value
from model.office.rights import BY_APPROVAL, RIGHTS, Right, Role, act
from model.office.tables import Approval, ApprovalState
from model.storage.database import reading, writing

__all__ = [
    "ApprovalCard",
    "ApprovalView",
    "ask_approval",
    "decide_approval",
    "list_approvals",
    "read_approval",
    "withdraw_approval",
]

_NO_FACTS: Mapping[str, str] = {}
_LAST_MINUTE = time(23, 59, 59)
_OPEN = (ApprovalState.ASKED.value, ApprovalState.GRANTED.value)


@act(Right.ASK_APPROVAL)
def ask_approval(
    desk: Desk,
    right: Right,
    refs: Sequence[str],
    reason: str,
    now: datetime,
    *,
    facts: Mapping[str, str] = _NO_FACTS,
) -> ApprovalView:
    """Ask for an approval; before 开柜 too, for no card is opened.

    Args:
        desk: who asks.
        right: what he wants to do.
        refs: numbers of the cards, attachments or merges it is about; none for an export.
        reason: why.
        now: office wall-clock time.
        facts: what else is asked for (receiver, filter …), as the act will name it.

    Raises:
        NotAllowedError: the role may not do it with an approval either.
        NoApprovalNeededError: it may be done without one.
        NotFoundError: no such number.
        WrongStateError: a draft or void card.
        ReasonNeededError: no reason.
        BadInputError: nothing named, or a fact that cannot be taken.
        AlreadyThereError: the same is asked for, or granted and not used yet.
    """
    reason = clean_reason(reason, Right.ASK_APPROVAL.value)
    wanted, said = clean_refs(refs), _clean_facts(facts)
    _require_askable(desk, right)
    with writing():
        subjects = require_subjects(right, wanted)
        if right is Right.READ_OTHERS_CARD:
            _refuse_own(desk, subjects)
        _refuse_twice(desk, right, wanted, said, now)
        decider, team = decider_of(right, desk.person.role, desk.person.team_id, subjects)
        row = Approval.create(
            approval_no=f"SP{next_number('approval'):06d}", right=right.value,
            asked_by=desk.person.id, asked_at=now, refs=json.dumps(wanted), reason=reason,
            facts=json.dumps(said, ensure_ascii=False), decider=decider.value, team=team,
        )  # fmt: skip
        _log(desk, audit.Event.APPROVAL_ASK, row, now, reason)
        return _one(desk, row, subjects, now)


@act(Right.ASK_APPROVAL)
def withdraw_approval(desk: Desk, approval_no: str, now: datetime) -> ApprovalView:
    """Take back what one has asked for, decided on or not, as long as it is not used.

    Raises:
        NotFoundError: this desk has asked for nothing of that number.
        WrongStateError: it is settled.
    """
    with writing():
        row = _row(approval_no)
        if row.asked_by_id != desk.person.id:
            raise NotFoundError(kind="approval", ref=row.approval_no)
        _require_state(row, now, ApprovalState.ASKED, ApprovalState.GRANTED)
        _write(row, state=ApprovalState.WITHDRAWN.value)
        _log(desk, audit.Event.APPROVAL_WITHDRAW, row, now)
        return _one(desk, row, subjects_of(json.loads(row.refs)), now)


@act(Right.DECIDE_APPROVAL)
def decide_approval(
    desk: Desk, approval_no: str, granted: bool, remark: str, now: datetime
) -> ApprovalView:
    """Grant or refuse what was asked for.

    Who decides follows from where the cards are now: one that went to another team meanwhile is
    its supervisor's.

    Args:
        desk: the supervisor of the cards' team, or the manager; never who asked.
        approval_no: the approval.
        granted: whether it is granted.
        remark: for who asked; needed when it is refused.
        now: office wall-clock time.

    Raises:
        NotFoundError: no such approval.
        SelfApprovalError: it is his own.
        NotAllowedError: it is another's to decide on; or who asked may not do it any more.
        WrongStateError: it is settled; or a card became void meanwhile, and it is to be granted.
        ReasonNeededError: nothing is refused without a word.
    """
    remark = clean_reason(remark, "" if granted else Right.DECIDE_APPROVAL.value)
    with writing():
        row = _row(approval_no)
        subjects = subjects_of(json.loads(row.refs))
        if row.asked_by_id == desk.person.id:
            raise SelfApprovalError(ref=row.approval_no)
        decider, team = current_decider(row, row.asked_by, subjects)
        if not decides(desk, decider, team):
            raise NotAllowedError(
                act=Right.DECIDE_APPROVAL.value, role=desk.person.role.value, may=(decider,)
            )
        _require_state(row, now, ApprovalState.ASKED)
        if granted:
            _refuse_moot(row, subjects)
        _write(
            row,
            state=(ApprovalState.GRANTED if granted else ApprovalState.REFUSED).value,
            decided_by=desk.person.id, decided_at=now, remark=remark,
            decider=desk.person.role.value,
            team=team if desk.person.role is Role.SUPERVISOR else None,
            valid_until=_valid_until(now) if granted else None,
        )  # fmt: skip
        event = audit.Event.APPROVAL_GRANT if granted else audit.Event.APPROVAL_REFUSE
        _log(desk, event, row, now, remark)
        return _one(desk, row, subjects, now)


@act(Right.SEE_APPROVALS)
def list_approvals(desk: Desk, now: datetime, *, all: bool = False) -> tuple[ApprovalView, ...]:
    """What this desk has asked for, and what it may decide on: what waits first, the oldest first.

    Args:
        desk: who looks; the manager sees everybody's.
        now: office wall-clock time.
        all: settled ones too; without it only what waits, what is granted and not yet used, and
            what was refused today.
    """
    with reading():
        query = Approval.select()
        if not all:
            refused = Approval.state == ApprovalState.REFUSED.value
            today = Approval.decided_at >= datetime.combine(now.date(), time.min)
            query = query.where(Approval.state.in_(_OPEN) | (refused & today))
        rows = list(query.order_by(Approval.id.desc()))
        subjects = subjects_of(ref for row in rows for ref in json.loads(row.refs))
        views = shown(desk, rows, subjects, now)
        seen = [view for view, row in zip(views, rows, strict=True) if _sees(desk, view, row)]
    waiting = [view for view in reversed(seen) if view.state is ApprovalState.ASKED]
    settled = [view for view in seen if view.state is not ApprovalState.ASKED]
    if not all:
        settled = [view for view in settled if view.state is not ApprovalState.EXPIRED]
    return (*waiting, *settled)


@act(Right.SEE_APPROVALS)
def read_approval(desk: Desk, approval_no: str, now: datetime) -> ApprovalView:
    """One approval that this desk asked for, or decides on.

    Raises:
        NotFoundError: no such approval, or none of this desk's business.
    """
    with reading():
        row = _row(approval_no)
        view = _one(desk, row, subjects_of(json.loads(row.refs)), now)
        if not _sees(desk, view, row):
            raise NotFoundError(kind="approval", ref=row.approval_no)
        return view


def _one(desk: Desk, row: Approval, subjects: Subjects, now: datetime) -> ApprovalView:
    return next(shown(desk, [row], subjects, now))


def _require_askable(desk: Desk, right: Right) -> None:
    """Refuse what no approval is needed for, or helps with.

    Raises:
        NoApprovalNeededError, NotAllowedError: as `ask_approval`.
    """
    if desk.may_ask(right):
        return
    desk.require(right)
    raise NoApprovalNeededError(act=right.value)


def _refuse_own(desk: Desk, subjects: Subjects) -> None:
    """A customer of one's own, or of one's own team, is read without asking.

    Raises:
        NoApprovalNeededError: one of them is.
    """
    if any(desk.may(Right.READ_CARD, card.whose) for card in _cards_of(subjects)):
        raise NoApprovalNeededError(act=Right.READ_OTHERS_CARD.value)


def _refuse_twice(
    desk: Desk, right: Right, refs: tuple[str, ...], facts: Mapping[str, str], now: datetime
) -> None:
    """Nobody asks twice for the same, lest it be granted twice.

    Raises:
        AlreadyThereError: it waits, or is granted and not used yet.
    """
    mine = Approval.select().where(
        Approval.asked_by == desk.person.id,
        Approval.right == right.value,
        Approval.state.in_(_OPEN),
    )
    for row in mine:
        alike = set(json.loads(row.refs)) == set(refs) and json.loads(row.facts) == facts
        if alike and state_of(row, now) is not ApprovalState.EXPIRED:
            raise AlreadyThereError(kind="approval", ref=row.approval_no)


def _refuse_moot(row: Approval, subjects: Subjects) -> None:
    """Refuse to grant what cannot be done any more.

    Raises:
        NotAllowedError: who asked has another role since.
        WrongStateError: a card became void meanwhile.
    """
    right = Right(row.right)
    if RIGHTS[right].of(Role(row.asked_by.role)) not in BY_APPROVAL:
        raise NotAllowedError(act=right.value, role=row.asked_by.role, may=RIGHTS[right].direct)
    refuse_settled(subjects)


def _clean_facts(facts: Mapping[str, str]) -> dict[str, str]:
    """Facts as they are kept: one line each.

    Raises:
        BadInputError: one is too long.
    """
    cleaned = {name: one_line(str(value)).strip() for name, value in sorted(facts.items())}
    long = [name for name, value in cleaned.items() if len(value) > LONGEST_REASON]
    if long:
        facts_told: dict[str, object] = {"longest": LONGEST_REASON}
        raise BadInputError([Problem(name, "too_long", values=facts_told) for name in long])
    return cleaned


def _row(approval_no: str) -> Approval:
    wanted = approval_no.strip().upper()
    row: Approval | None = Approval.get_or_none(Approval.approval_no == wanted)
    if row is None:
        raise NotFoundError(kind="approval", ref=wanted)
    return row


def _write(row: Approval, **columns: object) -> None:
    """Change a row, and the object that was read of it."""
    Approval.update(**columns).where(Approval.id == row.id).execute()
    for name, value in columns.items():
        setattr(row, name, value)


def _require_state(row: Approval, now: datetime, *states: ApprovalState) -> None:
    state = state_of(row, now)
    if state not in states:
        raise WrongStateError(ref=row.approval_no, state=state.value)


def _valid_until(now: datetime) -> datetime:
    """The end of the last day on which it may be used."""
    days = int(str(setting_value("approval_days")))
    return datetime.combine(now.date() + timedelta(days=days), _LAST_MINUTE)


def _sees(desk: Desk, view: ApprovalView, row: Approval) -> bool:
    """Whether an approval is this desk's business."""
    decided = row.decided_by_id == desk.person.id
    return view.is_mine or view.may_decide or decided or desk.person.role is Role.MANAGER


def _cards_of(subjects: Subjects) -> Iterable[SubjectCard]:
    return (card for cards in subjects.values() for card in cards)


def _log(desk: Desk, event: audit.Event, row: Approval, now: datetime, reason: str = "") -> None:
    """Which right and which numbers; of the facts only the names, for a filter may name people."""
    facts = {
        "right": row.right,
        "refs": json.loads(row.refs),
        "facts": sorted(json.loads(row.facts)),
    }
    audit.log(
        desk, event, now, kind="approval", subject=row.approval_no, after=facts, reason=reason
    )  # fmt: skip
