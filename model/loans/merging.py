"""并卡: two cards of one customer become one, field by field; and it can be undone (E14)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from peewee import JOIN

from model.cards.contents import Contents, contents_of, names_of_people
from model.cards.custody import card_of, ref_of, reserved_for, state_now, whose
from model.cards.definition import CardKind
from model.cards.entering import clean_reason
from model.cards.passes import reader_of
from model.cards.permitted import hidden_columns, hidden_fields, seen_classes
from model.cards.saving import refuse_lost_race
from model.cards.tables import CHILDREN, CardMerge, CustodyState, CustomerCard
from model.errors import BadInputError, NotFoundError, Problem, WrongStateError
from model.loans.joining import join
from model.loans.merge_rules import MergeField, RowPlan, compare, plan_rows
from model.loans.merge_tables import counts
from model.loans.merges_shown import CardSide, Merged, MergeRow, MergeView
from model.loans.parting import part
from model.office import audit
from model.office.approvals import use_approval
from model.office.day import require_open
from model.office.desk import Desk, Whose
from model.office.rights import Right, act
from model.office.tables import Person
from model.storage.database import reading, writing
from model.storage.rows import rows_of

__all__ = [
    "CardSide",
    "MergeField",
    "MergeRow",
    "MergeView",
    "Merged",
    "compare_cards",
    "merge_cards",
    "merges",
    "undo_merge",
]


_KEPT, _GONE = CustomerCard.alias(), CustomerCard.alias()
_ALL = (
    CardMerge.select(
        *(CardMerge.merge_no, _KEPT.card_no, _GONE.card_no, CardMerge.merged_at),
        *(CardMerge.merged_by, CardMerge.reason, CardMerge.undone_at, CardMerge.undone_by),
        *(_KEPT.rep, Person.team),
    )
    .join(_KEPT, on=(CardMerge.kept == _KEPT.id))
    .join(Person, JOIN.LEFT_OUTER, on=(_KEPT.rep == Person.id))
    .switch(CardMerge)
    .join(_GONE, on=(CardMerge.gone == _GONE.id))
    .order_by(CardMerge.id.desc())
)


@act(Right.VOID_CARD, or_ask=True)
def compare_cards(desk: Desk, kept_no: str, gone_no: str, now: datetime) -> MergeView:
    """Two cards of one customer side by side, in whichever order they are named.

    Args:
        desk: a supervisor, for his team's customers, or the manager; a clerk, who compares before
            he asks for the approval.
        kept_no: number of one card.
        gone_no: number of the other.
        now: office wall-clock time.

    Raises:
        NotFoundError: no such card.
        NotAllowedError: another team's customer.
        CabinetClosedError: before 开柜 and after 锁柜.
        BadInputError: one card twice, or cards of two kinds.
    """
    for card in _in_order(desk, kept_no, gone_no):
        reader_of(desk, card, now)
    with reading():
        kept, gone = _in_order(desk, kept_no, gone_no)
        require_open(now)
        _require_alike(kept, gone)
        mine, theirs = contents_of(kept), contents_of(gone)
        rows = plan_rows(mine, theirs)
        hidden = _hidden(desk, kept) | _hidden(desk, gone)
        fields = tuple(one for one in compare(mine, theirs, rows) if _name(one.path) not in hidden)
        refusals = [error for card in (kept, gone) if (error := _refusal(card, now))]
        view = MergeView(
            _side(kept, mine, now),
            _side(gone, theirs, now),
            fields,
            frozenset(one.path for one in fields if one.kept is None),
            _by_table(rows),
        )
    for card, contents in ((kept, mine), (gone, theirs)):
        audit.note(
            desk, audit.Event.CARD_READ, now, kind="card", subject=ref_of(card), purpose="merge",
            classes=seen_classes(contents.kind, hidden_fields(desk, contents.kind, whose(card))),
        )  # fmt: skip
    if refusals:
        facts = refusals[0].values
        return replace(view, refused=str(facts["state"]), refused_ref=str(facts["ref"]))
    return view


def _in_order(desk: Desk, one_no: str, other_no: str) -> tuple[CustomerCard, CustomerCard]:
    """Both cards, the older number first; the desk must be allowed to join them.

    Raises:
        NotFoundError, NotAllowedError: as `compare_cards`.
    """
    cards = [card_of(one_no), card_of(other_no)]
    for card in cards:
        desk.require(Right.VOID_CARD, whose(card), or_ask=True)
    first, second = sorted(cards, key=lambda card: (card.card_no is None, _age(card)))
    return first, second


def _age(card: CustomerCard) -> tuple[int, int]:
    """Sorts older numbers first."""
    return int(ref_of(card)[1:]), card.id


def _require_alike(kept: CustomerCard, gone: CustomerCard) -> None:
    """Refuse what can be no merge.

    Raises:
        BadInputError: one card twice, or cards of two kinds.
    """
    if kept.id == gone.id:
        raise BadInputError([Problem("merge", "same_card")])
    if kept.customer_kind != gone.customer_kind:
        raise BadInputError([Problem("merge", "other_kind")])


def _refusal(card: CustomerCard, now: datetime) -> WrongStateError | None:
    """Why a card must wait: it is not quietly in the cabinet."""
    kept = reserved_for(card.id, now.date()) is not None
    state = state_now(card.custody_state, card.due_at, now, reserved=kept)
    if state is CustodyState.IN_CABINET:
        return None
    return WrongStateError(ref=ref_of(card), state=state.value)


def _hidden(desk: Desk, card: CustomerCard) -> frozenset[str]:
    """Fields and columns (`contacts.mobile`) that this desk may not see."""
    owner = whose(card)
    columns = (
        f"{table}.{column}" for table in CHILDREN for column in hidden_columns(desk, table, owner)
    )
    return hidden_fields(desk, CardKind(card.customer_kind), owner) | frozenset(columns)


def _name(path: str) -> str:
    """A path without the number of its row."""
    table, _, rest = path.partition("#")
    return f"{table}.{rest.partition('.')[2]}" if rest else path


def _side(card: CustomerCard, contents: Contents, now: datetime) -> CardSide:
    """One card as it is compared."""
    values = contents.values
    kept = reserved_for(card.id, now.date()) is not None
    return CardSide(
        ref_of(card),
        str(values.get("full_name") or ""),
        str(values.get("rep") or ""),
        str(values.get("district") or ""),
        state_now(card.custody_state, card.due_at, now, reserved=kept),
        card.version,
        values.get("created_on"),
        card.last_visit_on,
        counts(card.id),
    )


def _by_table(rows: RowPlan) -> dict[str, int]:
    """How many rows of each table are added."""
    tables = [table for table, _ in rows.moved]
    return {table: tables.count(table) for table in dict.fromkeys(tables)}


@act(Right.VOID_CARD, or_ask=True)
def merge_cards(
    desk: Desk,
    kept_no: str,
    gone_no: str,
    take: Collection[str],
    now: datetime,
    *,
    reason: str,
    versions: tuple[int, int] | None = None,
) -> Merged:
    """Make two cards of one customer one: all of it, or nothing.

    The card with the older number stays; everything that hangs on the other goes along, rows of
    its tables under new numbers. The other becomes void, stands in drawer 99, keeps its number
    and its history, and says where it went.

    Args:
        desk: a supervisor, for his team's customers, or the manager; a clerk with an approval,
            which is used up.
        kept_no: number of the card that stays.
        gone_no: number of the other.
        take: paths, as `compare_cards` names them, whose value is taken from the other card.
        now: office wall-clock time.
        reason: why, for history and log.
        versions: of both cards as they were compared, if they were.

    Raises:
        NotFoundError: no such card.
        NotAllowedError: another team's customer, or a fact that this desk may not change.
        NeedsApprovalError: a clerk without an approval of both cards, and of every fact among
            `take` that he could only hand in.
        CabinetClosedError: before 开柜 and after 锁柜.
        BadInputError: one card twice, two kinds, the newer number kept, an unknown path.
        WrongStateError: one of them is out, reserved for today, a draft, void, sealed or lost.
        ReasonNeededError: no reason given.
        LostRaceError: one of them was changed since.
    """
    reason = clean_reason(reason, Right.VOID_CARD.value)
    with writing():
        kept, gone = _in_order(desk, kept_no, gone_no)
        require_open(now)
        _require_alike(kept, gone)
        if kept.id != card_of(kept_no).id:
            raise BadInputError([Problem("merge", "newer_number")])
        for card in (kept, gone):
            if error := _refusal(card, now):
                raise error
        for card, version in zip((kept, gone), versions or (), strict=False):
            refuse_lost_race(card, version)
        merge_no = join(desk, kept, gone, take, now, reason)
    return Merged(merge_no, ref_of(kept), ref_of(gone))


@act(Right.VOID_CARD, or_ask=True)
def undo_merge(desk: Desk, merge_no: str, now: datetime) -> Merged:
    """Give back both cards as they were before a merge, with everything that hung on them.

    Args:
        desk: a supervisor, for his team's customers, or the manager; a clerk with an approval of
            this merge's number, which is used up.
        merge_no: number of the merge.
        now: office wall-clock time.

    Raises:
        NotFoundError: no such merge, or it was undone already.
        NotAllowedError: another team's customer.
        NeedsApprovalError: a clerk without an approval.
        CabinetClosedError: before 开柜 and after 锁柜.
        ChangedSinceError: something was built on it since.
    """
    wanted = merge_no.strip().upper()
    with writing():
        merge = CardMerge.get_or_none(CardMerge.merge_no == wanted, CardMerge.undone_at.is_null())
        if merge is None:
            raise NotFoundError(kind="merge", ref=wanted)
        require_open(now)
        owners = [whose(merge.kept), whose(merge.gone)]
        use_approval(desk, Right.VOID_CARD, [wanted], now, whose=owners)
        part(desk, merge, now)
        return Merged(merge.merge_no, ref_of(merge.kept), ref_of(merge.gone))


@act(Right.VOID_CARD, or_ask=True)
def merges(desk: Desk, now: datetime) -> list[MergeRow]:
    """Every merge of cards that this desk may merge, or may ask to; the newest first.

    Undone ones are among them.
    """
    del now
    with reading():
        people = names_of_people()
        return [
            MergeRow(
                merge_no, kept_no, gone_no, merged_at, people[by], reason, undone_at,
                people.get(undone_by or 0, ""),
            )
            for merge_no, kept_no, gone_no, merged_at, by, reason, undone_at, undone_by, rep, team
            in rows_of(_ALL)
            if desk.may(Right.VOID_CARD, Whose(rep, team)) or desk.may_ask(Right.VOID_CARD)
        ]  # fmt: skip
