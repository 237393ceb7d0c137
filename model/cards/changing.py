"""Changing a filed card: what must be asked before, what follows along, what the log says of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from model.cards.contents import Contents
from model.cards.custody import card_of, ref_of, whose
from model.cards.derived import class_for, secrecy_for
from model.cards.entering import Entered, unticked
from model.cards.numbering import drawer_for, take_slots
from model.cards.paths import field_of
from model.cards.permitted import require_change
from model.cards.revisions import Who
from model.cards.rows import values_of_rows
from model.cards.saving import Saved, save_changes
from model.cards.tables import CustodyState, CustomerCard
from model.errors import BadInputError, Problem, ReasonNeededError, WrongStateError
from model.office import audit
from model.office.day import require_open
from model.office.desk import Desk, Whose
from model.office.rights import Right
from model.office.tables import Person

# Changes of status that need no reason (domain.md §5.9): the others are judgements, or mend a slip.
_PLAIN_STATUS_CHANGES = {
    ("prospect", "current"),
    ("future", "current"),
    ("prospect", "future"),
    ("future", "prospect"),
    ("interrupted", "current"),
}


def card_to_change(desk: Desk, ref: str, now: datetime) -> tuple[CustomerCard, Whose]:
    """A filed card that this desk may change, read in the caller's transaction, and whose it is.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotAllowedError: not this desk's customer.
        WrongStateError: a draft or void card.
    """
    card = card_of(ref)
    owner = whose(card)
    desk.require(Right.EDIT_CARD, owner)
    require_open(now)
    if card.custody_state in {CustodyState.DRAFT, CustodyState.VOID}:
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)
    return card, owner


def require_changes(
    desk: Desk, owner: Whose, before: Contents, entered: Entered, *, approved: bool = False
) -> None:
    """Ask the right of everything that changes; who ticks a warning changes nothing.

    Args:
        desk: who changes the card.
        owner: whose it is.
        before: what stands on it.
        entered: what is to.
        approved: the changes are a part of something that was approved, such as a merge.

    Raises:
        MustProposeError: something that this desk only hands in.
        NotAllowedError: something that it may not change at all.
    """
    for path in changed_paths(before, entered):
        require_path(desk, owner, before, entered, path, approved=approved)


def changed_paths(before: Contents, entered: Entered) -> tuple[str, ...]:
    """Everything that changes: fields, cells of rows, and those of rows that go."""
    lost = values_of_rows(before.children, set(entered.removed))
    return (*entered.values, *entered.rows, *lost)


def require_path(
    desk: Desk,
    owner: Whose,
    before: Contents,
    entered: Entered,
    path: str,
    *,
    approved: bool = False,
) -> None:
    """Ask the right of one change, as `require_changes` does.

    Raises:
        MustProposeError, NotAllowedError: as `require_changes`.
    """
    field = field_of(before.kind, path)
    if path not in entered.values:
        require_change(desk, field, owner, approved=approved)
        return
    value = entered.values[path]
    require_change(desk, field, owner, before.values.get(path), value, approved=approved)
    if path == "rep" and isinstance(value, Person):
        # Between two teams the manager hands over (domain.md §5.8 E7).
        desk.require(Right.HAND_OVER, Whose(value.id, value.team_id), approved=approved)


def change_card(
    desk: Desk,
    card: CustomerCard,
    before: Contents,
    entered: Entered,
    now: datetime,
    *,
    reason: str = "",
    source: str = "other",
    not_duplicate: bool = True,
    who: Who | None = None,
) -> Saved:
    """Write checked changes of a filed card, inside the caller's transaction.

    The rights were asked before (`require_changes`).

    Args:
        desk: who does it.
        card: the row as read in this transaction.
        before: what stands on it.
        entered: the checked changes.
        now: office wall-clock time.
        reason: why, for the history.
        source: where the news came from.
        not_duplicate: only the credit code is asked for.
        who: whose change it is, where that is not the desk's own.

    Raises:
        BadInputError: a warning that must be ticked, a status that cannot follow.
        WrongStateError: it is out, and another rep or district was typed.
        ReasonNeededError: a change of status that needs one.
        LostRaceError: someone saves the card at the same moment.
        DuplicateCardError, AlreadyThereError: code or short name are another card's.
    """
    _refuse_handover_of_what_is_out(card, entered)
    _refuse_status_change(before, entered, reason)
    pressing = unticked(entered.warnings)
    if pressing:
        raise BadInputError(pressing)
    more = _follows(card, entered, now)
    saved, changes = save_changes(
        desk, card, before, entered, now,
        reason=reason, source=source, more=more, not_duplicate=not_duplicate, who=who,
    )  # fmt: skip
    if changes:
        _log_change(desk, card, changes, more, now, reason)
    return saved


def _refuse_handover_of_what_is_out(card: CustomerCard, entered: Entered) -> None:
    """A customer moves only while his card is in the cabinet (domain.md §5.8 E7).

    Raises:
        WrongStateError: it is out.
    """
    if card.custody_state == CustodyState.OUT and {"rep", "district"} & entered.values.keys():
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)


def _refuse_status_change(before: Contents, entered: Entered, reason: str) -> None:
    """Ask for the reason of a status that does not follow by itself (domain.md §5.9).

    Raises:
        BadInputError: who was abandoned becomes a prospect first.
        ReasonNeededError: no reason given.
    """
    if "relationship_status" not in entered.values:
        return
    old, new = before.values.get("relationship_status"), entered.values["relationship_status"]
    if old == "abandoned" and new != "prospect":
        raise BadInputError([Problem("relationship_status", "prospect_first")])
    if (old, new) not in _PLAIN_STATUS_CHANGES and not reason:
        raise ReasonNeededError(act="confirm_status")


def _follows(card: CustomerCard, entered: Entered, now: datetime) -> dict[str, Any]:
    """The columns that change along with what was typed."""
    data = card.__data__
    more = {"revision_no": (data["revision_no"] or 1) + 1, "revised_on": now.date()}
    if "relationship_status" in entered.values:
        status = str(entered.values["relationship_status"])
        more["abc_class"] = class_for(status, data["abc_class"])
    if entered.values.get("is_key_account"):
        more["secrecy"] = secrecy_for(data["abc_class"], is_key_account=True)
    return more | _moved(card, entered)


def _moved(card: CustomerCard, entered: Entered) -> dict[str, Any]:
    """A new place when district, status or key account send the card to another drawer."""
    if not {"district", "relationship_status", "is_key_account"} & entered.values.keys():
        return {}
    district = entered.values.get("district") or card.district
    status = entered.values.get("relationship_status") or card.__data__["relationship_status"]
    key_account = entered.values.get("is_key_account", card.__data__["is_key_account"])
    if district is None:
        return {}
    drawer = drawer_for(str(status), bool(key_account), district.id)
    if drawer == card.drawer_no:
        return {}
    return {"drawer_no": drawer, "location": take_slots(drawer)[0]}


def _log_change(
    desk: Desk,
    card: CustomerCard,
    changes: Mapping[str, tuple[Any, Any]],
    more: Mapping[str, Any],
    now: datetime,
    reason: str,
) -> None:
    """Names of changed fields only: their values stay in the history, where E17 can blank them."""
    ref = ref_of(card)
    event = audit.Event.CARD_CHANGE
    if "relationship_status" in changes:
        event = audit.Event.STATUS_CHANGE
    audit.log(
        desk, event, now, kind="card", subject=ref, after={"fields": sorted(changes)}, reason=reason
    )
    if "location" in more:
        audit.log(
            desk,
            audit.Event.CARD_MOVE,
            now,
            kind="card",
            subject=ref,
            before={"location": card.location},
            after={"location": more["location"]},
        )
