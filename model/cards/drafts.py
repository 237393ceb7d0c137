"""A new card from the first typing to its drawer (建卡流程, domain.md §5.3 steps 2 to 6, §5.4)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from peewee import IntegrityError

from model.cards.cards import CardView, fills_draft
from model.cards.contents import Contents, completeness_of, contents_of, missing_of
from model.cards.credit_code import check_character
from model.cards.custody import card_of, ref_of, whose
from model.cards.definition import CardKind
from model.cards.derived import class_for, derived_columns, first_columns, secrecy_for
from model.cards.duplicates import refuse_duplicate
from model.cards.entering import Entered, clean_reason, enter
from model.cards.fields import STORED
from model.cards.finding import normalised_name
from model.cards.numbering import drawer_for, take_draft_number, take_numbers, take_slots
from model.cards.permitted import TYPED_COLUMNS, draft_fields
from model.cards.reasons import TICKED
from model.cards.revisions import Who, opening_line, write_revisions
from model.cards.row_saving import write_rows
from model.cards.rows import values_of_rows
from model.cards.saving import (
    Saved,
    changed_contents,
    refuse_lost_race,
    save_changes,
    taken_name,
)
from model.cards.tables import CustodyState, CustomerCard, DraftStage, Revision
from model.errors import (
    BadInputError,
    IncompleteCardError,
    NotAllowedError,
    Problem,
    SamePersonError,
    WrongStateError,
)
from model.office import audit
from model.office.desk import Desk
from model.office.rights import Right, Role, act
from model.office.tables import DrawerKind
from model.office.teams import FIXED_DRAWERS
from model.storage.database import writing


@act(Right.CREATE_CARD)
def empty_card(desk: Desk, kind: CardKind, now: datetime) -> CardView:
    """A blank form: what is known before anything is typed, and which cells are open."""
    blank = _blank(desk, kind, now)
    return CardView(
        ref="",
        kind=kind,
        version=0,
        state=CustodyState.DRAFT,
        stage="",
        remark="",
        holder="",
        due_at=None,
        last_visit_on=None,
        incomplete=False,
        values=blank.values,
        explicit={},
        hidden=frozenset(),
        editable=_open_cells(desk, kind),
        editable_columns=TYPED_COLUMNS,
        children={},
        completeness=completeness_of(blank),
        missing=missing_of(blank),
    )


def _blank(desk: Desk, kind: CardKind, now: datetime) -> Contents:
    """What is known of a new card; a rep's new customer is his own."""
    values: dict[str, Any] = {
        "customer_kind": kind.value,
        "relationship_status": "prospect",
        "filled_by": desk.person.name,
        "created_on": now.date(),
    }
    if desk.person.role is Role.REP:
        values["rep"] = desk.person.name
    return Contents(kind, values, {})


def _open_cells(desk: Desk, kind: CardKind) -> frozenset[str]:
    """What may be typed on a new card."""
    cells = draft_fields(kind)
    return cells - {"rep"} if desk.person.role is Role.REP else cells


def _entered(
    desk: Desk, texts: Mapping[str, str], before: Contents, now: datetime, ticked: frozenset[str]
) -> Entered:
    """What was typed on a draft.

    Raises:
        BadInputError: every text that cannot be taken.
        NotAllowedError: a rep gives his customer to another.
    """
    entered = enter(texts, before, now.date(), ticked)
    if "rep" in entered.values and "rep" not in _open_cells(desk, before.kind):
        raise NotAllowedError(
            act=Right.HAND_OVER.value, role=desk.person.role.value, may=(Role.CLERK,)
        )
    return entered


@act(Right.CREATE_CARD)
def create_card(
    desk: Desk,
    kind: CardKind,
    texts: Mapping[str, str],
    now: datetime,
    *,
    ticked: frozenset[str] = frozenset(),
    not_duplicate: bool = False,
) -> Saved:
    """Open a new card and hand it to the supervisor; it gets a draft number.

    Args:
        desk: a rep or a clerk.
        kind: company or individual; fixed after filing.
        texts: path (`model.cards.paths`) -> text as typed; a name at least.
        now: office wall-clock time.
        ticked: reasons of warnings that the person confirmed.
        not_duplicate: the person has looked at the likely duplicate and says it is none.

    Raises:
        BadInputError: every text that cannot be taken.
        NotAllowedError: a rep names another rep.
        DuplicateCardError: the customer seems to have a card.
        AlreadyThereError: the short name is another card's.
    """
    with writing():
        blank = _blank(desk, kind, now)
        entered = _entered(desk, texts, blank, now, ticked)
        contents = changed_contents(blank, entered)
        name = contents.values.get("full_name")
        if not name:
            raise BadInputError([Problem("full_name", "required")])
        name_key = normalised_name(str(name), person=kind is CardKind.INDIVIDUAL)
        typed = {**contents.values, **values_of_rows(contents.children)}
        refuse_duplicate(typed, name_key, None, not_duplicate)
        draft_no = take_draft_number()
        _write_draft(desk, draft_no, entered, contents, now)
        audit.log(desk, audit.Event.CARD_CREATE, now, kind="card", subject=draft_no)
    return Saved(draft_no, 1, entered.warnings)


def _write_draft(
    desk: Desk, draft_no: str, entered: Entered, contents: Contents, now: datetime
) -> None:
    """Write the row of a new draft and the line that opens its history."""
    first = first_columns(contents.values, contents.kind)
    contents.values.update({name: value for name, value in first.items() if value})
    told = {**contents.explicit, **contents.values, **values_of_rows(contents.children)}
    contents.values["draft_no"] = draft_no
    columns = {
        "rep": desk.person.id if "rep" in contents.values else None,
        **{name: value for name, value in entered.values.items() if name in STORED},
        **first,
        **derived_columns(contents),
        "draft_no": draft_no,
        "customer_kind": contents.kind.value,
        "custody_state": CustodyState.DRAFT.value,
        "draft_stage": DraftStage.WAITING.value,
        "drawer_no": FIXED_DRAWERS[DrawerKind.PENDING],
        "filled_by": desk.person.id,
        "created_on": now.date(),
        "explicit": json.dumps(contents.explicit, sort_keys=True),
        "next_row_no": contents.next_row_no,
        "incomplete": False,
    }
    try:
        card_id = CustomerCard.insert(columns).execute()
    except IntegrityError as error:
        raise taken_name(columns, error) from error
    write_rows(card_id, {}, entered.rows, ())
    Revision.insert(opening_line(desk, card_id, told, now, "other")).execute()


@act(Right.CREATE_CARD)
def change_draft(
    desk: Desk,
    draft_no: str,
    version: int,
    texts: Mapping[str, str],
    now: datetime,
    *,
    ticked: frozenset[str] = frozenset(),
    not_duplicate: bool = False,
) -> Saved:
    """Type on a draft; it goes (back) to the supervisor, whatever he had said before.

    A draft that was sent back goes to him again even if nothing was changed.

    Raises:
        As `create_card`; besides WrongStateError for what is no draft, NotAllowedError for
        another rep's draft, LostRaceError when someone saved it meanwhile.
    """
    with writing():
        card = _draft(draft_no)
        if not fills_draft(desk, card):
            raise NotAllowedError(
                act=Right.CREATE_CARD.value, role=desk.person.role.value, may=(Role.CLERK,)
            )
        refuse_lost_race(card, version)
        before = contents_of(card)
        entered = _entered(desk, texts, before, now, ticked)
        saved, changes = save_changes(
            desk, card, before, entered, now, more=_WAITING_AGAIN, not_duplicate=not_duplicate
        )
        if not changes and card.draft_stage != DraftStage.RETURNED:
            return saved
        if not changes:
            _stage(card, DraftStage.WAITING)
            saved = Saved(draft_no, card.version + 1, saved.warnings)
        audit.log(
            desk,
            audit.Event.CARD_CHANGE,
            now,
            kind="card",
            subject=ref_of(card),
            after={"fields": sorted(changes)},
        )
    return saved


_WAITING_AGAIN = {
    "draft_stage": DraftStage.WAITING.value,
    "reviewed_by": None,
    "incomplete": False,
}


def _draft(draft_no: str) -> CustomerCard:
    """A card that is still a draft.

    Raises:
        WrongStateError: it was filed or refused.
    """
    card = card_of(draft_no)
    if card.custody_state != CustodyState.DRAFT:
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)
    return card


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
        _stage(card, DraftStage.PASSED, reviewed_by=desk.person.id, review_remark=None)
        audit.log(desk, audit.Event.CARD_PASS, now, kind="card", subject=ref_of(card))
    return Saved(ref_of(card), card.version + 1)


def _reviewed(desk: Desk, draft_no: str) -> CustomerCard:
    """A draft that this desk may review."""
    card = _draft(draft_no)
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


def _stage(card: CustomerCard, stage: DraftStage, **columns: Any) -> None:
    """Write how far the draft has come; the version rises, so that an open form notices."""
    CustomerCard.update(draft_stage=stage.value, version=card.version + 1, **columns).where(
        CustomerCard.id == card.id
    ).execute()


@act(Right.PASS_CARD)
def return_to_rep(desk: Desk, draft_no: str, remark: str, now: datetime) -> Saved:
    """Send a draft back to be completed (退回补填).

    Raises:
        ReasonNeededError: the remark is empty: the rep must know what is wanted.
    """
    remark = clean_reason(remark, "return_to_rep")
    with writing():
        card = _reviewed(desk, draft_no)
        _stage(card, DraftStage.RETURNED, review_remark=remark, reviewed_by=None)
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
        card = _draft(draft_no)
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
