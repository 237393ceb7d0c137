"""A new card as it is typed, until it is passed (建卡流程, domain.md §5.3 steps 2 to 4)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from peewee import IntegrityError

from model.cards.cards import CardView, fills_draft
from model.cards.contents import Contents, completeness_of, contents_of, missing_of
from model.cards.custody import card_of, ref_of
from model.cards.definition import CardKind
from model.cards.derived import derived_columns, first_columns
from model.cards.duplicates import refuse_duplicate
from model.cards.entering import Entered, enter
from model.cards.fields import STORED
from model.cards.finding import normalised_name
from model.cards.numbering import take_draft_number
from model.cards.permitted import TYPED_COLUMNS, draft_fields
from model.cards.revisions import opening_line
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
    NotAllowedError,
    Problem,
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
        card = draft_of(draft_no)
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
            set_stage(card, DraftStage.WAITING)
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


def draft_of(draft_no: str) -> CustomerCard:
    """A card that is still a draft.

    Raises:
        WrongStateError: it was filed or refused.
    """
    card = card_of(draft_no)
    if card.custody_state != CustodyState.DRAFT:
        raise WrongStateError(ref=ref_of(card), state=card.custody_state)
    return card


def set_stage(card: CustomerCard, stage: DraftStage, **columns: Any) -> None:
    """Write how far the draft has come; the version rises, so that an open form notices."""
    CustomerCard.update(draft_stage=stage.value, version=card.version + 1, **columns).where(
        CustomerCard.id == card.id
    ).execute()
