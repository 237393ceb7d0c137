"""A draft before the supervisor, and into its drawer (domain.md §5.3 steps 5 and 6, §5.4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from model.cards.contents import Contents, contents_of, missing_of
from model.cards.credit_code import check_character
from model.cards.custody import ref_of, whose
from model.cards.derived import class_for, derived_columns, secrecy_for
from model.cards.drafts import draft_of, set_stage
from model.cards.entering import clean_reason
from model.cards.numbering import drawer_for, take_numbers, take_slots
from model.cards.reasons import TICKED
from model.cards.revisions import Who, write_revisions
from model.cards.saving import (
    Saved,
    refuse_lost_race,
)
from model.cards.tables import CustodyState, CustomerCard, DraftStage
from model.errors import (
    BadInputError,
    IncompleteCardError,
    Problem,
    SamePersonError,
    WrongStateError,
)
from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, act
from model.office.tables import DrawerKind
from model.office.teams import FIXED_DRAWERS
from model.storage.database import writing


@act(Right.PASS_CARD)
def pass_card(desk: Desk, draft_no: str, now: datetime, version: int | None = None) -> Saved:
    """Pass a new card: the clerk may file it.

    Args:
        desk: the supervisor of the rep's team, or the manager.
        draft_no: number of the draft.
        now: office wall-clock time.
        version: the version that he has looked at; None passes whatever stands there now.

    Raises:
        IncompleteCardError: required fields are empty.
        SamePersonError: nobody passes the card he filled himself.
        NotAllowedError: another team's customer.
        LostRaceError: it was changed after he looked at it.
    """
    with writing():
        card = _reviewed(desk, draft_no)
        if version is not None:
            refuse_lost_race(card, version)
        if card.filled_by_id == desk.person.id:
            raise SamePersonError(ref=ref_of(card))
        if card.__data__["relationship_status"] == "abandoned":
            desk.require(Right.ABANDON, whose(card))
        _require_complete(card, contents_of(card))
        set_stage(card, DraftStage.PASSED, reviewed_by=desk.person.id, review_remark=None)
        audit.log(desk, audit.Event.CARD_PASS, now, kind="card", subject=ref_of(card))
    return Saved(ref_of(card), card.version + 1)


def _reviewed(desk: Desk, draft_no: str) -> CustomerCard:
    """A draft that this desk may review."""
    card = draft_of(draft_no)
    desk.require(Right.PASS_CARD, whose(card))
    return card


def _require_complete(card: CustomerCard, contents: Contents) -> None:
    """Refuse empty required fields, and a credit code nobody compared with the licence.

    Raises:
        IncompleteCardError: required fields are empty.
        BadInputError: the credit code's check digit is wrong and it is not ticked.
    """
    missing = missing_of(contents)
    if missing:
        raise IncompleteCardError(ref=ref_of(card), fields=missing)
    code = contents.values.get("uscc")
    unticked = code and contents.explicit.get("uscc") != TICKED
    if unticked and check_character(str(code)) != str(code)[-1]:
        raise BadInputError([Problem("uscc", "uscc_check")])


@act(Right.PASS_CARD)
def return_to_rep(desk: Desk, draft_no: str, remark: str, now: datetime) -> Saved:
    """Send a draft back to be completed (退回补填).

    Raises:
        ReasonNeededError: the remark is empty: the rep must know what is wanted.
    """
    remark = clean_reason(remark, "return_to_rep")
    with writing():
        card = _reviewed(desk, draft_no)
        set_stage(card, DraftStage.RETURNED, review_remark=remark, reviewed_by=None)
        audit.log(
            desk,
            audit.Event.CARD_RETURN_TO_REP,
            now,
            kind="card",
            subject=ref_of(card),
            reason=remark,
        )
    return Saved(ref_of(card), card.version + 1)


@act(Right.PASS_CARD)
def reject(desk: Desk, draft_no: str, reason: str, now: datetime) -> Saved:
    """Refuse a new card (不予建卡): it stays in drawer 99, without a number.

    Raises:
        ReasonNeededError: no reason given.
    """
    reason = clean_reason(reason, "reject")
    with writing():
        card = _reviewed(desk, draft_no)
        CustomerCard.update(
            custody_state=CustodyState.VOID.value,
            draft_stage=None,
            drawer_no=FIXED_DRAWERS[DrawerKind.VOID],
            review_remark=reason,
            reviewed_by=desk.person.id,
            version=card.version + 1,
        ).where(CustomerCard.id == card.id).execute()
        audit.log(
            desk, audit.Event.CARD_VOID, now, kind="card", subject=ref_of(card), reason=reason
        )
    return Saved(ref_of(card), card.version + 1)


@act(Right.FILE_CARD)
def file_card(desk: Desk, draft_no: str, now: datetime) -> str:
    """Number a passed card and hang it in its drawer.

    Returns:
        The card number.

    Raises:
        WrongStateError: it was not passed.
        IncompleteCardError: required fields are empty.
    """
    with writing():
        card = draft_of(draft_no)
        if card.draft_stage != DraftStage.PASSED:
            raise WrongStateError(ref=ref_of(card), state=card.draft_stage)
        contents = contents_of(card)
        _require_complete(card, contents)
        columns = _filed_columns(card, contents, now)
        CustomerCard.update(columns).where(CustomerCard.id == card.id).execute()
        _tell_what_follows(desk, card, columns, now)
        card_no = str(columns["card_no"])
        audit.log(
            desk,
            audit.Event.CARD_FILE,
            now,
            kind="card",
            subject=card_no,
            after={"location": columns["location"], "draft_no": card.draft_no},
        )
    return card_no


def _tell_what_follows(
    desk: Desk, card: CustomerCard, columns: Mapping[str, Any], now: datetime
) -> None:
    """The history tells of class and secrecy, which follow from what was typed on the draft."""
    before = card.__data__
    changes = {
        name: (before[name], columns[name])
        for name in ("abc_class", "secrecy")
        if before[name] != columns[name]
    }
    who = Who(desk.person.id, desk.person.id)
    write_revisions(who, card, columns["version"], changes, now, reason="", source="other")


def _filed_columns(card: CustomerCard, contents: Contents, now: datetime) -> dict[str, Any]:
    """Number, place and state of a card that is being filed."""
    data = card.__data__
    status, is_key_account = str(data["relationship_status"]), bool(data["is_key_account"])
    drawer = drawer_for(status, is_key_account, data["district"])
    card_no = take_numbers(contents.kind)[0]
    contents.values["card_no"] = card_no
    abc_class = class_for(status, data["abc_class"])
    return {
        **derived_columns(contents),
        "card_no": card_no,
        "drawer_no": drawer,
        "location": take_slots(drawer)[0],
        "custody_state": CustodyState.IN_CABINET.value,
        "draft_stage": None,
        "incomplete": False,
        "abc_class": abc_class,
        "secrecy": secrecy_for(abc_class, is_key_account),
        "revision_no": 1,
        "print_no": 1,
        "revised_on": now.date(),
        "version": card.version + 1,
    }
