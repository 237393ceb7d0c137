"""The office's own cards on paper, numbered copies and blank cards: what is read, what draws it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO

from gui.papers.paper import Draw, Kept, Paper
from gui.tasks import Report
from gui.translators import words
from model.cards.definition import CardKind
from model.loans.card_prints import look_at_papers, mark_printed, print_papers
from model.loans.copy_issuing import copies_made, issue_copies
from model.loans.copy_terms import Terms
from model.loans.sheets import CardPaper, CopyMark
from model.office.desk import Desk
from model.office.prints import PrintStamp
from model.words import mark
from printing.card_run import Sides, write_blank_cards, write_card_papers
from printing.making import ending_copies, giving_back
from printing.paper import Printed

_CARD = mark("CardPrints", "Card {number}")
_CARDS = mark("CardPrints", "{count} cards")
_COPY = mark("CardPrints", "Copy of {number} for {receiver}")
_COPIES = mark("CardPrints", "{count} copies for {receiver}")
_BLANK = mark("CardPrints", "Blank cards")
_NO_NUMBER = "FB······"
"""On the preview of a copy: its number is given when it is issued."""


@dataclass(frozen=True)
class CardSheets:
    """How cards come on paper.

    Attributes:
        sides: fronts and backs, or the pages of one side of the paper only.
        apart: whether each card begins on paper of its own.
    """

    sides: Sides = "both"
    apart: bool = True


def office_cards(
    card_nos: Sequence[str], sheets: CardSheets, *, changed: bool = False, private: bool = False
) -> Paper:
    """The office's own cards; once they are printed, the office's paper is as the card.

    Args:
        card_nos: in order.
        sheets: how they come on paper.
        changed: a wavy line goes under what changed since the last print.
        private: private facts too, where that needs an approval.
    """

    def read(desk: Desk, now: datetime) -> Draw:
        papers = print_papers(desk, card_nos, now, changed=changed, private=private)

        def keep(desk: Desk, stamp: PrintStamp, now: datetime) -> None:
            mark_printed(desk, papers, stamp, now, backs=sheets.sides == "back")

        def guard(desk: Desk, now: datetime) -> AbstractContextManager[None]:
            return giving_back(desk, papers, now)

        return Kept(_drawn(papers, sheets), keep, guard)

    def look(desk: Desk, now: datetime) -> Draw:
        papers = look_at_papers(desk, card_nos, now, changed=changed, private=private)
        return _drawn(papers, sheets)

    title = words("CardPrints", _CARD if len(card_nos) == 1 else _CARDS)
    return Paper(
        "card",
        _about(card_nos),
        title.format(number=card_nos[0], count=f"{len(card_nos):,}"),
        read,
        both_sides=sheets.sides == "both",
        look=look,
    )


def issued_copies(card_nos: Sequence[str], terms: Terms, sheets: CardSheets) -> Paper:
    """Numbered copies (发放副本): issued when they are printed or saved, not when looked at."""

    def read(desk: Desk, now: datetime) -> Draw:
        papers = issue_copies(desk, card_nos, terms, now)

        def keep(desk: Desk, stamp: PrintStamp, now: datetime) -> None:
            copies_made(desk, papers, stamp, now)

        def guard(desk: Desk, now: datetime) -> AbstractContextManager[None]:
            return ending_copies(desk, papers, now)

        return Kept(_drawn(papers, sheets), keep, guard)

    def look(desk: Desk, now: datetime) -> Draw:
        papers = look_at_papers(desk, card_nos, now)
        copy = CopyMark(_NO_NUMBER, terms.receiver, now, due_on=terms.due_on)
        marked = [replace(paper, copy=_as_secret_as(paper, copy)) for paper in papers]
        return _drawn(marked, sheets)

    title = words("CardPrints", _COPY if len(card_nos) == 1 else _COPIES)
    return Paper(
        "card-copy",
        _about(card_nos),
        title.format(number=card_nos[0], count=f"{len(card_nos):,}", receiver=terms.receiver),
        read,
        both_sides=sheets.sides == "both",
        look=look,
    )


def _as_secret_as(paper: CardPaper, copy: CopyMark) -> CopyMark:
    return replace(copy, secrecy=paper.view.values.get("secrecy") or copy.secrecy)


def blank_cards(kinds: Sequence[CardKind], copies: int, sides: Sides) -> Paper:
    """空白卡, to be written on by hand."""

    def read(desk: Desk, now: datetime) -> Draw:
        def paint(stamp: PrintStamp, out: BinaryIO, report: Report) -> Printed:
            return write_blank_cards(kinds, copies, stamp, out, words, report, sides=sides)

        return paint

    return Paper("blank-card", "", words("CardPrints", _BLANK), read, both_sides=sides == "both")


def _drawn(
    papers: Sequence[CardPaper], sheets: CardSheets
) -> Callable[[PrintStamp, BinaryIO, Report], Printed]:
    def paint(stamp: PrintStamp, out: BinaryIO, report: Report) -> Printed:
        return write_card_papers(
            papers, stamp, out, words, report, sides=sheets.sides, duplex=sheets.apart
        )

    return paint


def _about(card_nos: Sequence[str]) -> str:
    """For the log: which cards; of many the first and the last."""
    if len(card_nos) <= 3:
        return ", ".join(card_nos)
    return f"{card_nos[0]} … {card_nos[-1]} ({len(card_nos)})"
