"""Approvals (批) as the acts need them: is one standing, and is it used up with the act.

Asking for one and deciding on it: `model.cards.asking`. An approval is good for one act, of the
person who asked, for what was asked, until its time is over (domain.md §5.6).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from model.errors import NeedsApprovalError
from model.office import audit
from model.office.desk import Desk, Whose
from model.office.rights import RIGHTS, Reach, Right, Role
from model.office.tables import Approval, ApprovalState
from model.storage.prepared import Prepared

_NOTHING: Mapping[str, str] = {}
_GRANTED = Prepared(
    lambda hole: Approval.select().where(
        (Approval.asked_by == hole)
        & (Approval.right == hole)
        & (Approval.state == hole)
        & (Approval.valid_until >= hole)
    )
)


class Granted(NamedTuple):
    """An approval that lets an act happen."""

    id: int
    approval_no: str


def use_approval(
    desk: Desk,
    right: Right,
    refs: Iterable[str],
    now: datetime,
    *,
    whose: Collection[Whose] = (),
    facts: Mapping[str, str] = _NOTHING,
    told: Mapping[str, str] = _NOTHING,
) -> Granted | None:
    """Let an act happen: because the desk may do it, or because it was approved.

    Inside the caller's writing transaction: what is used up and the act stand or fall together.

    Args:
        desk: who acts.
        right: the right that the act needs.
        refs: numbers of the cards, attachments or merges that it is about.
        now: office wall-clock time.
        whose: whose cards they are.
        facts: what else the approval must name (receiver, digest …), with the same words.
        told: what else who decides should know, where it has to be asked for.

    Returns:
        The approval that was used up; None where none was needed.

    Raises:
        NeedsApprovalError: none is standing that covers all of it.
        NotAllowedError: the desk may not do it with an approval either.
    """
    wanted = clean_refs(refs)
    found = standing(desk, right, wanted, now, whose=whose, facts=facts, told=told)
    if found is None:
        return None
    Approval.update(state=ApprovalState.USED.value, used_at=now).where(
        Approval.id == found.id
    ).execute()
    audit.log(
        desk, audit.Event.APPROVAL_USE, now, kind="approval", subject=found.approval_no,
        after={"right": right.value, "refs": wanted},
    )  # fmt: skip
    return found


def standing(
    desk: Desk,
    right: Right,
    refs: Iterable[str],
    now: datetime,
    *,
    whose: Collection[Whose] = (),
    facts: Mapping[str, str] = _NOTHING,
    told: Mapping[str, str] = _NOTHING,
) -> Granted | None:
    """The same without using it up, for dry runs and for what is shown before.

    Raises:
        NeedsApprovalError, NotAllowedError: as `use_approval`.
    """
    if not desk.may_ask(right):
        for owner in whose or (None,):
            desk.require(right, owner)
        return None
    wanted = clean_refs(refs)
    rows = _GRANTED(desk.person.id, right.value, ApprovalState.GRANTED.value, now)
    reach = RIGHTS[right].of(desk.person.role)
    fitting = [row for row in rows if _covers(row, wanted, facts) and _reaches(row, reach, whose)]
    if not fitting:
        raise NeedsApprovalError(
            act=right.value, role=desk.person.role.value, may=RIGHTS[right].direct,
            refs=wanted, facts={**told, **facts},
        )  # fmt: skip
    # The one that says the least beyond what is needed: a wider one is good for something else.
    row = min(fitting, key=lambda one: (len(json.loads(one.refs)), one.valid_until, one.id))
    return Granted(row.id, row.approval_no)


def give_back(desk: Desk, approval_id: int | None, now: datetime) -> None:
    """Nothing came of the act: what was used up for it is unused again.

    Inside the caller's writing transaction.

    Args:
        desk: who used it.
        approval_id: the approval; None where the act needed none.
        now: office wall-clock time.
    """
    row = Approval.get_or_none(
        (Approval.id == approval_id)
        & (Approval.asked_by == desk.person.id)
        & (Approval.state == ApprovalState.USED.value)
    )
    if row is None:
        return
    Approval.update(state=ApprovalState.GRANTED.value, used_at=None).where(
        Approval.id == row.id
    ).execute()
    audit.log(desk, audit.Event.APPROVAL_GIVE_BACK, now, kind="approval", subject=row.approval_no)


def clean_refs(refs: Iterable[str]) -> tuple[str, ...]:
    """Numbers as they are kept: each once, in their order."""
    return tuple(dict.fromkeys(ref.strip().upper() for ref in refs))


def _covers(row: Approval, refs: Collection[str], facts: Mapping[str, str]) -> bool:
    """Whether an approval names all of what the act is about."""
    said = json.loads(row.facts)
    alike = all(said.get(name) == value for name, value in facts.items())
    return alike and set(refs) <= set(json.loads(row.refs))


def _reaches(row: Approval, reach: Reach, whose: Collection[Whose]) -> bool:
    """Whether he who granted it could decide on these cards as they stand now.

    A card may have gone to another team since, or the person who asked to another role.
    """
    if row.decider == Role.MANAGER:
        return True
    own_team = all(owner.team_id == row.team_id for owner in whose)
    return reach is Reach.ASK_SUPERVISOR and own_team
