"""The office's own paper cards and numbered copies: who may have them, and what stands on them.

The day's card set goes with a loan and is another matter (`papers.packets`): it needs no number and
no approval, and makes no paper card of the office (domain.md §5.6, 打印当日单据).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from model.cards.cards import CardView, printed_view
from model.cards.characters import one_line
from model.cards.custody import card_of, ref_of, whose
from model.cards.entering import clean_reason
from model.cards.fields import CHILD_TABLES, CardKind, fields_of
from model.cards.paths import row_path
from model.cards.permitted import seen_classes
from model.cards.tables import CustodyState, CustomerCard, IssuedCopy, Revision
from model.errors import BadInputError, Problem, WrongStateError
from model.loans.sheets import CardPaper, CopyMark
from model.loans.usage import with_back
from model.office import audit
from model.office.counters import next_number
from model.office.data_rights import DataClass, prints
from model.office.day import require_open
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.office.rights import Right, act
from model.storage.database import reading, writing
from model.storage.prepared import Prepared
from model.storage.rows import rows_of

MOST_COPIES = 20
"""Customers of whom copies may be issued at once; more is an export (domain.md §5.6)."""

LONGEST_RECEIVER = 40
"""Characters of a receiver's name: it stands in the foot of every page."""

_ISSUE = {
    "internal": Right.ISSUE_INTERNAL,
    "confidential": Right.ISSUE_CONFIDENTIAL,
    "secret": Right.ISSUE_SECRET,
}
_MARK = Prepared(
    lambda hole: CustomerCard.update(
        {CustomerCard.printed_version: hole, CustomerCard.printed_revision_no: hole}
    ).where(
        (CustomerCard.card_no == hole)
        & (CustomerCard.printed_version.is_null() | (CustomerCard.printed_version <= hole))
    )
)


@act(Right.PRINT_CARD)
def print_papers(
    desk: Desk, card_nos: Sequence[str], now: datetime, *, changed: bool = False
) -> tuple[CardPaper, ...]:
    """The office's own paper cards, to be printed; each is logged as read for paperwork.

    When they are printed, `mark_printed` keeps what the paper shows.

    Args:
        desk: who prints them: a supervisor his team's, and without private facts (table A).
        card_nos: their numbers, in order.
        now: office wall-clock time.
        changed: whether what changed since the last print is marked (变更打印); on a card that was
            never printed nothing is.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotFoundError: no such card.
        NotAllowedError: another team's customer.
        WrongStateError: a draft or void card.
    """
    require_open(now)
    with reading():
        cards = _cards(desk, card_nos)
        since = _changed_since_print(cards) if changed else {}
        papers = tuple(_paper(desk, card, since.get(card.id, ()), now) for card in cards)
    _note_reading(desk, papers, now)
    return papers


@act(Right.PRINT_CARD)
def mark_printed(desk: Desk, papers: Sequence[CardPaper], stamp: PrintStamp, now: datetime) -> None:
    """Keep that the office's own paper now shows these cards as they were read.

    需重打 and the changed mode compare with it. A card that was printed meanwhile as it is now
    keeps its newer mark. Copies are not the office's paper, nor is a sheet that lacks the private
    facts because its printer may not have them on paper.

    Args:
        desk: who printed them.
        papers: as `print_papers` gave them.
        stamp: of the print that stands whole.
        now: office wall-clock time.

    Raises:
        NotAllowedError: another team's customer.
    """
    with writing():
        own = [paper.view for paper in papers if not paper.is_blank and paper.copy is None]
        for view in own:
            owner = whose(card_of(view.ref))
            desk.require(Right.PRINT_CARD, owner)
            if desk.reaches(prints(desk.person.role, DataClass.DC2), owner):
                _MARK.run(view.version, view.values.get("revision_no"), view.ref, view.version)
        audit.log(
            desk, audit.Event.PRINT, now, kind="print", subject=stamp.print_no,
            after={"paper_cards": [view.ref for view in own]},
        )  # fmt: skip


@act(Right.ISSUE_INTERNAL)
def issue_copies(
    desk: Desk, card_nos: Sequence[str], receiver: str, purpose: str, now: datetime
) -> tuple[CardPaper, ...]:
    """Issue numbered copies (发放副本), one of each card: all of them, or none.

    Args:
        desk: who issues them; how far his right goes depends on each card's secrecy.
        card_nos: numbers of the cards, in order.
        receiver: who gets them; stands on every page.
        purpose: what for.
        now: office wall-clock time.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotFoundError: no such card.
        NeedsApprovalError: the card's secrecy, or more than `MOST_COPIES`, needs an approval.
        NotAllowedError: another team's customer.
        WrongStateError: a draft or void card.
        BadInputError: no receiver, or a name too long for the foot.
        ReasonNeededError: no purpose.
    """
    receiver, purpose = _receiver(receiver), clean_reason(purpose, "issue_copy")
    require_open(now)
    wanted = list(dict.fromkeys(card_nos))
    if len(wanted) > MOST_COPIES:
        desk.require(Right.EXPORT)
    with writing():
        cards = _cards(desk, wanted, issue=True)
        first = next_number("copy", len(cards)) if cards else 0
        papers = []
        for number, card in enumerate(cards, first):
            mark = CopyMark(f"FB{number:06d}", receiver, now)
            papers.append(replace(_paper(desk, card, (), now), copy=mark))
            _keep_copy(desk, card, mark, purpose)
    _note_reading(desk, papers, now)
    return tuple(papers)


def _receiver(text: str) -> str:
    """A receiver's name in one line."""
    name = one_line(text).strip()
    if not name:
        raise BadInputError([Problem("receiver", "required")])
    if len(name) > LONGEST_RECEIVER:
        facts: dict[str, object] = {"longest": LONGEST_RECEIVER}
        raise BadInputError([Problem("receiver", "too_long", values=facts)])
    return name


def _cards(desk: Desk, card_nos: Iterable[str], *, issue: bool = False) -> list[CustomerCard]:
    """Filed cards that this desk may print, or issue copies of."""
    cards = [card_of(card_no) for card_no in dict.fromkeys(card_nos)]
    for card in cards:
        right = _ISSUE[_secrecy(card)] if issue else Right.PRINT_CARD
        desk.require(right, whose(card))
        if card.custody_state in {CustodyState.DRAFT, CustodyState.VOID}:
            raise WrongStateError(ref=ref_of(card), state=card.custody_state)
    return cards


def _secrecy(card: CustomerCard) -> str:
    return card.__data__["secrecy"] or "internal"


def _keep_copy(desk: Desk, card: CustomerCard, mark: CopyMark, purpose: str) -> None:
    """Write down a copy, in the table and in the log."""
    IssuedCopy.create(
        copy_no=mark.copy_no, card=card, receiver=mark.receiver, purpose=purpose,
        secrecy=_secrecy(card), issued_at=mark.at, issued_by=desk.person.id,
    )  # fmt: skip
    audit.log(
        desk, audit.Event.COPY_ISSUE, mark.at, kind="card", subject=ref_of(card),
        after={"receiver": mark.receiver, "secrecy": _secrecy(card)}, reason=purpose,
        document=mark.copy_no,
    )  # fmt: skip


def _changed_since_print(cards: Sequence[CustomerCard]) -> dict[int, set[str]]:
    """Key of the card -> paths changed since the office's own paper was printed."""
    query = (
        Revision.select(Revision.card, Revision.field)
        .join(CustomerCard)
        .where(
            CustomerCard.id.in_([card.id for card in cards]),
            Revision.version > CustomerCard.printed_version,
            Revision.field != "",
        )
    )
    found: dict[int, set[str]] = {}
    for card_id, path in rows_of(query):
        found.setdefault(card_id, set()).add(path)
    return found


def _paper(desk: Desk, card: CustomerCard, changed: Collection[str], now: datetime) -> CardPaper:
    """One card as this desk may have it on paper."""
    owner = whose(card)
    classes = {one for one in DataClass if not desk.reaches(prints(desk.person.role, one), owner)}
    view = printed_view(card, now)
    fields, columns = _named(view.kind, classes)
    view = with_back(_without(view, fields, columns), card.id, columns)
    return CardPaper(view, frozenset(changed) - fields - _private(changed, columns))


def _named(kind: CardKind, classes: Collection[DataClass]) -> tuple[frozenset[str], frozenset[str]]:
    """Fields, and columns such as `contacts.hobbies`, of some classes of data."""
    fields = (one.identifier for one in fields_of(kind) if one.data_class in classes)
    columns = (
        f"{table}.{one.identifier}"
        for table, known in CHILD_TABLES.items()
        for one in known
        if one.data_class in classes
    )
    return frozenset(fields), frozenset(columns)


def _private(paths: Iterable[str], columns: Collection[str]) -> frozenset[str]:
    """Those of the paths that lead to one of the columns: where was a wave, there was a change."""
    rows = {path: row_path(path) for path in paths}
    return frozenset(
        path for path, row in rows.items() if row and f"{row.table}.{row.column}" in columns
    )


def _without(view: CardView, fields: frozenset[str], columns: frozenset[str]) -> CardView:
    """A card without some of its fields and columns."""
    if not columns:
        return view
    return replace(
        view,
        values={name: value for name, value in view.values.items() if name not in fields},
        explicit={name: kept for name, kept in view.explicit.items() if name not in fields},
        hidden=view.hidden | fields,
        stale=view.stale - fields,
        children={
            table: tuple(
                {name: value for name, value in row.items() if f"{table}.{name}" not in columns}
                for row in rows
            )
            for table, rows in view.children.items()
        },
    )


def _note_reading(desk: Desk, papers: Iterable[CardPaper], now: datetime) -> None:
    """Whoever prints a card has read what is on it."""
    for paper in papers:
        view = paper.view
        audit.note(
            desk, audit.Event.CARD_READ, now, kind="card", subject=view.ref, purpose="paperwork",
            classes=seen_classes(view.kind, view.hidden),
            document=paper.copy.copy_no if paper.copy else "",
        )  # fmt: skip
