"""Cards listed, read and edited; what each desk sees follows the table of rights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, TypeVar

from model.cards.changing import card_to_change, change_card, require_changes
from model.cards.completeness import Completeness
from model.cards.contents import (
    Contents,
    completeness_of,
    contents_of,
    missing_of,
    names_of_people,
)
from model.cards.custody import (
    active_pass,
    card_of,
    ref_of,
    reserved_for,
    state_now,
)
from model.cards.definition import CardKind, Fresh
from model.cards.entering import clean_reason, enter
from model.cards.fields import has_field
from model.cards.freshness import NOTHING_STALE, Freshness, freshness
from model.cards.masking import masked_facts
from model.cards.merged import merged_into
from model.cards.passes import PassView, ReadingPurpose, pass_now, reader_of, wants_purpose
from model.cards.permitted import (
    TYPED_COLUMNS,
    draft_fields,
    editable_columns,
    editable_fields,
    hidden_columns,
    hidden_fields,
    required_fields,
    seen_classes,
)
from model.cards.proposal_rights import proposable
from model.cards.rows import Rows
from model.cards.saving import Saved, refuse_lost_race
from model.cards.tables import CHILDREN, CustodyState, CustomerCard
from model.cards.verifying import verified_of
from model.office import audit
from model.office.desk import Desk, Whose
from model.office.rights import Right, Role, act
from model.storage.database import writing

T = TypeVar("T")

_NEVER_ON_PAPER = frozenset({"credit_score"})


@dataclass(frozen=True)
class CardView:
    """One card as one desk may see it.

    Attributes:
        ref: card number, or draft number before filing.
        kind: company or individual.
        version: to be named when saving.
        state: custody state now.
        stage: of a draft: waiting, returned or passed.
        remark: the supervisor's, on a draft that was sent back.
        holder: who has the card out.
        due_at: when it is due back.
        last_visit_on: day of the last visit.
        incomplete: 资料不全.
        values: what is filled and may be seen; people and district by name.
        explicit: explicit answers, and `checked` for ticked warnings.
        hidden: identifiers that this desk may not see.
        editable: identifiers that this desk may change directly.
        editable_columns: `table.column` of the columns of rows that it may change directly.
        proposable: what it may hand in instead: identifiers, and `table.column` of rows.
        children: rows of the child tables, without what may not be seen.
        completeness: how full the card is.
        missing: required fields that are empty.
        changed: paths that were changed since the last visit, as far as they may be seen
            (`model.loans.usage` fills it in).
        merged_into: of a void card that went into another: that one's number (并卡).
        freshness: how much of it was verified in time.
        stale: of what is seen, what is to be verified again (待核实).
        verified: when each group of facts was last verified.
        masked: path -> masked text of what stands on the card and is read from its paper only: a
            clerk's private facts (domain.md §5.6 A).
        reading_pass: the pass by which it is read now.
        wants_purpose: a pass would show more of it, once a purpose is named.
    """

    ref: str
    kind: CardKind
    version: int
    state: CustodyState
    stage: str
    remark: str
    holder: str
    due_at: datetime | None
    last_visit_on: date | None
    incomplete: bool
    values: dict[str, Any]
    explicit: dict[str, str]
    hidden: frozenset[str]
    editable: frozenset[str]
    children: dict[str, Rows]
    completeness: Completeness
    missing: tuple[str, ...]
    editable_columns: frozenset[str] = frozenset()
    proposable: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    merged_into: str = ""
    freshness: Freshness = NOTHING_STALE
    stale: frozenset[str] = frozenset()
    verified: Mapping[Fresh, date] = field(default_factory=dict)
    masked: Mapping[str, str] = field(default_factory=dict)
    reading_pass: PassView | None = None
    wants_purpose: bool = False


@act(Right.READ_CARD)
def read_card(desk: Desk, ref: str, now: datetime, purpose: str = "") -> CardView:
    """Open a card; the reading is logged with its purpose and the classes of data that were seen.

    Args:
        desk: who reads.
        ref: card or draft number.
        now: office wall-clock time.
        purpose: what for, where it is not that of a pass; it opens none (`passes.open_pass`).

    Raises:
        NotFoundError: no such card.
        Others as `passes.reader_of`.
    """
    card = card_of(ref)
    reader = reader_of(desk, card, now)
    view = replace(
        view_of(desk, card, reader, now),
        reading_pass=pass_now(desk, card, now),
        wants_purpose=wants_purpose(desk, card, now),
    )
    audit.note(
        desk,
        audit.Event.CARD_READ,
        now,
        kind="card",
        subject=view.ref,
        purpose=_purpose(desk, card, purpose, now),
        classes=seen_classes(view.kind, view.hidden),
    )
    return view


def _purpose(desk: Desk, card: CustomerCard, named: str, now: datetime) -> str:
    """What a card is read for: as named, as the pass says, or before the visit."""
    if named in set(ReadingPurpose):
        return named
    if desk.person.role is not Role.REP:
        return ReadingPurpose.OTHER.value
    found = active_pass(desk, card.id, now)
    return found.purpose if found else ReadingPurpose.BEFORE_VISIT.value


def view_of(desk: Desk, card: CustomerCard, owner: Whose, now: datetime) -> CardView:
    """A card as this desk may see it."""
    contents = contents_of(card)
    hidden, editable = _reach_of(desk, card, owner, contents.kind)
    children = _seen_children(desk, card, owner, contents)
    columns = _open_columns(desk, card, owner)
    view = _view(card, contents, now, (hidden, editable, columns), children)
    return replace(
        view,
        proposable=_proposable(desk, card, owner, contents.kind),
        masked=_masked(desk, card, owner, contents, hidden),
    )


def _masked(
    desk: Desk, card: CustomerCard, owner: Whose, contents: Contents, hidden: frozenset[str]
) -> Mapping[str, str]:
    """What stands there for a clerk, who types it from the paper and prints it; others see none."""
    if desk.person.role is not Role.CLERK or card.custody_state == CustodyState.DRAFT:
        return {}
    columns = {name: hidden_columns(desk, name, owner) for name in CHILDREN}
    return masked_facts(contents, hidden, columns)


def printed_view(card: CustomerCard, now: datetime) -> CardView:
    """A card as its borrower carries it on paper: private facts too, the credit score never.

    The sheet is a part of the loan (domain.md §5.6, 打印当日单据), whoever prints it.
    """
    contents = contents_of(card)
    nothing: frozenset[str] = frozenset()
    return _view(card, contents, now, (_NEVER_ON_PAPER, nothing, nothing), contents.children)


def _view(
    card: CustomerCard,
    contents: Contents,
    now: datetime,
    reach: tuple[frozenset[str], frozenset[str], frozenset[str]],
    children: dict[str, Rows],
) -> CardView:
    """A card without what is hidden; `reach` says what that is, and what is open for typing."""
    hidden, editable, columns = reach
    verified = verified_of(card)
    fresh = _freshness_of(contents, verified, now.date())
    return CardView(
        ref=ref_of(card),
        kind=contents.kind,
        version=card.version,
        state=state_now(
            card.custody_state,
            card.due_at,
            now,
            reserved=reserved_for(card.id, now.date()) is not None,
        ),
        stage=card.draft_stage or "",
        remark=card.review_remark or "",
        holder=names_of_people()[card.holder_id] if card.holder_id else "",
        due_at=card.due_at,
        last_visit_on=card.last_visit_on,
        incomplete=card.incomplete,
        values=_told(contents.kind, contents.values, hidden),
        explicit=_told(contents.kind, contents.explicit, hidden),
        hidden=hidden,
        editable=editable,
        children=children,
        merged_into=merged_into(card.id) if card.custody_state == CustodyState.VOID else "",
        completeness=completeness_of(contents),
        missing=missing_of(contents),
        editable_columns=columns,
        freshness=fresh,
        stale=frozenset(fresh.stale) - hidden,
        verified=verified,
    )


def _told(kind: CardKind, cells: Mapping[str, T], hidden: frozenset[str]) -> dict[str, T]:
    """The cells that are told; what the other kind of card has stands on none of this kind."""
    return {
        name: cell for name, cell in cells.items() if name not in hidden and has_field(kind, name)
    }


def _freshness_of(contents: Contents, verified: Mapping[Fresh, date], today: date) -> Freshness:
    """How fresh a card is, whoever asks."""
    return freshness(
        contents.kind,
        contents.values,
        contents.explicit,
        contents.children,
        verified,
        contents.values.get("credit_grade"),
        today,
    )


def _reach_of(
    desk: Desk, card: CustomerCard, owner: Whose, kind: CardKind
) -> tuple[frozenset[str], frozenset[str]]:
    """Hidden and editable fields; a draft is seen whole by those who fill and review it."""
    if card.custody_state != CustodyState.DRAFT:
        editable = editable_fields(desk, kind, owner)
        void = card.custody_state == CustodyState.VOID
        return hidden_fields(desk, kind, owner), frozenset() if void else editable
    hidden = _NEVER_ON_PAPER if desk.person.role is Role.REP else frozenset()
    return hidden, draft_fields(kind) if fills_draft(desk, card) else frozenset()


def _open_columns(desk: Desk, card: CustomerCard, owner: Whose) -> frozenset[str]:
    """The columns of rows that this desk may type."""
    if card.custody_state == CustodyState.DRAFT:
        return TYPED_COLUMNS if fills_draft(desk, card) else frozenset()
    void = card.custody_state == CustodyState.VOID
    return frozenset() if void else editable_columns(desk, owner)


def _proposable(desk: Desk, card: CustomerCard, owner: Whose, kind: CardKind) -> frozenset[str]:
    """What this desk may hand in; a rep only with the card in his hands, not merely reserved."""
    if card.custody_state in {CustodyState.DRAFT, CustodyState.VOID}:
        return frozenset()
    return proposable(desk, kind, replace(owner, holder_id=card.holder_id))


def fills_draft(desk: Desk, card: CustomerCard) -> bool:
    """Whether this desk may type on a draft: who filled it, or a clerk."""
    if desk.person.role is Role.REP:
        return bool(card.filled_by_id == desk.person.id)
    return desk.may(Right.CREATE_CARD)


def _seen_children(
    desk: Desk, card: CustomerCard, owner: Whose, contents: Contents
) -> dict[str, Rows]:
    """The child rows without the columns that this desk may not see."""
    if card.custody_state == CustodyState.DRAFT:
        return contents.children
    seen: dict[str, Rows] = {}
    for name in CHILDREN:
        hidden = hidden_columns(desk, name, owner)
        seen[name] = tuple(
            {column: value for column, value in row.items() if column not in hidden}
            for row in contents.children[name]
        )
    return seen


@act(Right.EDIT_CARD)
def edit_card(
    desk: Desk,
    ref: str,
    version: int,
    texts: Mapping[str, str],
    now: datetime,
    *,
    reason: str = "",
    source: str = "other",
    ticked: frozenset[str] = frozenset(),
) -> Saved:
    """Change fields of a filed card: all of them, or none.

    Args:
        desk: who changes it.
        ref: card number.
        version: the version that the person had before him.
        texts: path (`model.cards.paths`) -> text as typed.
        now: office wall-clock time.
        reason: why, for the history.
        source: visit, phone, letter, website or other.
        ticked: reasons of warnings that the person confirmed.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        MustProposeError, NotAllowedError: a field that this desk may not change directly.
        BadInputError: every text that cannot be taken.
        WrongStateError: a draft or void card, or one that is out and gets another rep or district.
        ReasonNeededError: a change of status that needs one.
        LostRaceError: someone saved the card meanwhile.
        DuplicateCardError: the credit code is another card's.
    """
    reason = clean_reason(reason)
    with writing():
        card, owner = card_to_change(desk, ref, now)
        refuse_lost_race(card, version)
        before = contents_of(card)
        entered = enter(texts, before, now.date(), ticked, required_fields(before.kind))
        require_changes(desk, owner, before, entered)
        return change_card(desk, card, before, entered, now, reason=reason, source=source)
