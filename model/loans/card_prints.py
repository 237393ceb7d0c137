"""The office's own paper cards: who may have them, and what stands on them.

The day's card set goes with a loan and is another matter (`papers.packets`), and copies that leave
are numbered (`copy_issuing`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from model.cards.custody import card_of, ref_of, whose
from model.cards.tables import CustomerCard, Revision
from model.loans.office_papers import filed_cards, note_paper_read, paper_of
from model.loans.sheets import CardPaper
from model.office import audit
from model.office.approvals import Granted, give_back, standing, use_approval
from model.office.data_rights import DataClass, prints
from model.office.day import require_open
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.office.rights import Right, act
from model.office.tables import AuditLine
from model.storage.database import reading, writing
from model.storage.prepared import Prepared
from model.storage.rows import rows_of

_PRIVATE = frozenset({DataClass.DC2})
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
    desk: Desk,
    card_nos: Sequence[str],
    now: datetime,
    *,
    changed: bool = False,
    private: bool = False,
) -> tuple[CardPaper, ...]:
    """The office's own paper cards, to be printed; each is logged as read for paperwork.

    When they are printed, `mark_printed` keeps what the paper shows; when the print fails,
    `papers_not_made` gives back the approval that was used up for it.

    Args:
        desk: who prints them: a supervisor his team's, and without private facts (table A).
        card_nos: their numbers, in order.
        now: office wall-clock time.
        changed: whether what changed since the last print is marked (变更打印); on a card that was
            never printed nothing is.
        private: whether private facts stand on them also where that needs an approval.

    Raises:
        NeedsApprovalError: it does, and none is standing for these cards.
        CabinetClosedError: before 开柜 and after 锁柜.
        NotFoundError: no such card.
        NotAllowedError: another team's customer.
        WrongStateError: a draft or void card.
        TwoPersonsNeededError: a card of the managers' drawer, which is shut here.
    """
    require_open(now)
    if not private:
        return look_at_papers(desk, card_nos, now, changed=changed)
    with writing():
        cards = filed_cards(desk, card_nos, now)
        refs, owners = [ref_of(card) for card in cards], [whose(card) for card in cards]
        used = use_approval(desk, Right.PRINT_PRIVATE, refs, now, whose=owners)
        papers = tuple(
            replace(paper, approval=used) for paper in _papers(desk, cards, now, changed, _PRIVATE)
        )
    note_paper_read(desk, papers, now)
    return papers


@act(Right.PRINT_CARD)
def look_at_papers(
    desk: Desk,
    card_nos: Sequence[str],
    now: datetime,
    *,
    changed: bool = False,
    private: bool = False,
) -> tuple[CardPaper, ...]:
    """The same for a preview: an approval must be standing, and is not used up.

    Args and raises: as `print_papers`.
    """
    require_open(now)
    with reading():
        cards = filed_cards(desk, card_nos, now)
        if private:
            refs, owners = [ref_of(card) for card in cards], [whose(card) for card in cards]
            standing(desk, Right.PRINT_PRIVATE, refs, now, whose=owners)
        papers = _papers(desk, cards, now, changed, _PRIVATE if private else frozenset())
    note_paper_read(desk, papers, now)
    return papers


@act(Right.PRINT_CARD)
def mark_printed(
    desk: Desk,
    papers: Sequence[CardPaper],
    stamp: PrintStamp,
    now: datetime,
    *,
    backs: bool = False,
) -> None:
    """Keep that the office's own paper now shows these cards as they were read.

    需重打 and the changed mode compare with it. A card that was printed meanwhile as it is now
    keeps its newer mark. Copies are not the office's paper, nor is a sheet that lacks the private
    facts because its printer may not have them on paper.

    Args:
        desk: who printed them.
        papers: as `print_papers` gave them.
        stamp: of the print that stands whole.
        now: office wall-clock time.
        backs: only the backs were printed: the second run of the same papers says nothing new.

    Raises:
        NotAllowedError: another team's customer.
    """
    with writing():
        used = _approval(papers)
        own = [paper.view for paper in papers if not paper.is_blank and paper.copy is None]
        for view in own:
            owner = whose(card_of(view.ref))
            desk.require(Right.PRINT_CARD, owner)
            is_whole = used or desk.reaches(prints(desk.person.role, DataClass.DC2), owner)
            if is_whole and not backs:
                _MARK.run(view.version, view.values.get("revision_no"), view.ref, view.version)
        audit.log(
            desk, audit.Event.PRINT, now, kind="print", subject=stamp.print_no,
            after={"paper_cards": [view.ref for view in own]},
            document=used.approval_no if used else "",
        )  # fmt: skip


@act(Right.PRINT_CARD)
def papers_not_made(desk: Desk, papers: Sequence[CardPaper], now: datetime) -> None:
    """A print failed or was stopped: what was granted for it is unused again.

    Args:
        desk: who printed.
        papers: as `print_papers` gave them.
        now: office wall-clock time.
    """
    used = _approval(papers)
    if used is None:
        return
    with writing():
        printed = AuditLine.select().where(
            AuditLine.event == audit.Event.PRINT.value, AuditLine.document == used.approval_no
        )
        if not printed.exists():
            give_back(desk, used.id, now)


def _approval(papers: Sequence[CardPaper]) -> Granted | None:
    """What was used up for all of them."""
    return next((paper.approval for paper in papers if paper.approval), None)


def _papers(
    desk: Desk,
    cards: Sequence[CustomerCard],
    now: datetime,
    changed: bool,
    approved: Collection[DataClass],
) -> tuple[CardPaper, ...]:
    since = _changed_since_print(cards) if changed else {}
    return tuple(paper_of(desk, card, since.get(card.id, ()), now, approved) for card in cards)


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
