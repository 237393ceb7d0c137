"""Numbered copies that leave the office (发放副本): who may issue them, and which came about.

A copy takes its number, its line in the log and the approval that it needs before anything is
drawn, so that none leaves unseen. Its print stands whole or is ended as `not_made`; where the
program itself died in between, the register shows it as unfinished, for a person to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from model.cards.copy_tables import IssuedCopy
from model.cards.custody import ref_of, whose
from model.cards.tables import CustomerCard
from model.loans.copy_terms import CopyState, Terms, clean_terms
from model.loans.office_papers import filed_cards, note_paper_read, paper_of, secrecy_of
from model.loans.sheets import CardPaper, CopyMark
from model.office import audit
from model.office.approvals import give_back, use_approval
from model.office.counters import next_number
from model.office.day import require_open
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.office.rights import Right, act
from model.storage.database import writing

MOST_COPIES = 20
"""Customers of whom copies may be issued at once; more is an export (domain.md §5.6)."""

_ISSUE = {
    "internal": Right.ISSUE_INTERNAL,
    "confidential": Right.ISSUE_CONFIDENTIAL,
    "secret": Right.ISSUE_SECRET,
}


@act(Right.ISSUE_INTERNAL)
def issue_copies(
    desk: Desk, card_nos: Sequence[str], terms: Terms, now: datetime
) -> tuple[CardPaper, ...]:
    """Issue numbered copies, one of each card: all of them, or none.

    When their print stands whole, `copies_made` says so; when it fails, `copies_not_made`.

    Args:
        desk: who issues them; how far his right goes depends on each card's secrecy.
        card_nos: numbers of the cards, in order.
        terms: who gets them, what for, and when they come back or are destroyed.
        now: office wall-clock time.

    Raises:
        CabinetClosedError: before 开柜 and after 锁柜.
        NotFoundError: no such card.
        NeedsApprovalError: the card's secrecy, or more than `MOST_COPIES`, needs an approval, and
            none stands for these cards and this receiver.
        NotAllowedError: another team's customer.
        TwoPersonsNeededError: a card of the managers' drawer, which is shut here.
        WrongStateError: a draft or void card.
        BadInputError: the terms are not whole.
        ReasonNeededError: no purpose.
    """
    terms = clean_terms(terms, now.date(), "issue_copy")
    require_open(now)
    with writing():
        cards = filed_cards(desk, card_nos, now)
        approved = _approved(desk, cards, terms.receiver, now)
        first = next_number("copy", len(cards)) if cards else 0
        papers = []
        for number, card in enumerate(cards, first):
            mark = CopyMark(f"FB{number:06d}", terms.receiver, now, secrecy_of(card), terms.due_on)
            papers.append(replace(paper_of(desk, card, (), now), copy=mark))
            _keep(desk, card, mark, terms, approved.get(ref_of(card)))
    note_paper_read(desk, papers, now)
    return tuple(papers)


@act(Right.ISSUE_INTERNAL)
def copies_made(desk: Desk, papers: Sequence[CardPaper], stamp: PrintStamp, now: datetime) -> None:
    """Keep that the print of these copies stands whole.

    Args:
        desk: who issued them.
        papers: as `issue_copies` gave them.
        stamp: of the print.
        now: office wall-clock time.
    """
    numbers = _numbers(papers)
    with writing():
        IssuedCopy.update(made_at=now).where(_open(desk, numbers)).execute()
        audit.log(
            desk, audit.Event.PRINT, now, kind="print", subject=stamp.print_no,
            after={"copies": numbers},
        )  # fmt: skip


@act(Right.ISSUE_INTERNAL)
def copies_not_made(desk: Desk, papers: Sequence[CardPaper], now: datetime) -> None:
    """End copies whose print failed or was stopped; what was granted for them is unused again.

    Args:
        desk: who issued them.
        papers: as `issue_copies` gave them.
        now: office wall-clock time.
    """
    with writing():
        rows = list(IssuedCopy.select().where(_open(desk, _numbers(papers))))
        for row in rows:
            IssuedCopy.update(
                ended_at=now, ended_by=desk.person.id, outcome=CopyState.NOT_MADE.value
            ).where(IssuedCopy.id == row.id).execute()
            audit.log(
                desk, audit.Event.COPY_NOT_MADE, now, kind="card", subject=ref_of(row.card),
                document=row.copy_no,
            )  # fmt: skip
        for approval_id in {row.__data__["approval"] for row in rows}:
            give_back(desk, approval_id, now)


def _approved(
    desk: Desk, cards: Sequence[CustomerCard], receiver: str, now: datetime
) -> dict[str, int]:
    """Number of the card -> the approval that its copy uses up; those that need none are absent.

    What the manager grants for more than twenty customers covers their secrecy too.
    """
    facts = {"receiver": receiver}
    if len(cards) > MOST_COPIES:
        groups = {Right.EXPORT: list(cards)}
    else:
        groups = {}
        for card in cards:
            groups.setdefault(_ISSUE[secrecy_of(card)], []).append(card)
    found: dict[str, int] = {}
    for right, some in groups.items():
        refs, owners = [ref_of(card) for card in some], [whose(card) for card in some]
        used = use_approval(desk, right, refs, now, whose=owners, facts=facts)
        if used is not None:
            found |= dict.fromkeys(refs, used.id)
    return found


def _keep(
    desk: Desk, card: CustomerCard, mark: CopyMark, terms: Terms, approval_id: int | None
) -> None:
    """Write down a copy, in the table and in the log."""
    IssuedCopy.create(
        copy_no=mark.copy_no, card=card, receiver=mark.receiver, purpose=terms.purpose,
        secrecy=mark.secrecy, issued_at=mark.at, issued_by=desk.person.id, due_on=terms.due_on,
        destroy_after_reading=terms.destroy_after_reading, approval=approval_id,
    )  # fmt: skip
    ends = {"due": terms.due_on} if terms.due_on else {"destroy_after_reading": True}
    audit.log(
        desk, audit.Event.COPY_ISSUE, mark.at, kind="card", subject=ref_of(card),
        after={"receiver": mark.receiver, "secrecy": mark.secrecy, **ends}, reason=terms.purpose,
        document=mark.copy_no,
    )  # fmt: skip


def _numbers(papers: Sequence[CardPaper]) -> list[str]:
    return [paper.copy.copy_no for paper in papers if paper.copy]


def _open(desk: Desk, numbers: Sequence[str]) -> object:
    """Copies of these numbers that this desk issued, and of which nothing is settled yet."""
    return (
        IssuedCopy.copy_no.in_(numbers)
        & (IssuedCopy.issued_by == desk.person.id)
        & IssuedCopy.made_at.is_null()
        & (IssuedCopy.outcome == "")
    )
