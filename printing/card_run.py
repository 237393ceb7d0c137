"""The office's paper cards, numbered copies and blank cards: one or a thousand in one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import BinaryIO, Literal

from model.cards.fields import CardKind
from model.loans.sheets import CardPaper
from model.office.prints import PrintStamp
from model.progress import Progress, silent
from model.words import Words, language_spoken, mark, words_in
from printing.card_sheet import CardPage, card_pages
from printing.paper import PrintDoc, Printed
from printing.volumes import Volume, write_in_volumes

Sides = Literal["both", "front", "back"]
"""All pages; or what comes on the fronts of the paper, or on its backs, where a printer has no
duplex unit: both runs take the same paper in the same order."""

_CARDS = mark("Packet", "Customer cards")
_BLANK = mark("Print", "Blank customer cards")
_FLIPS = {CardKind.COMPANY: "DuplexFlipLongEdge", CardKind.INDIVIDUAL: "DuplexFlipShortEdge"}


@dataclass(frozen=True, slots=True)
class _Run:
    """What every volume of a run is drawn with.

    Attributes:
        title: of the document, in the reader's language.
        stamp: of the print.
        language: of the reader.
        sides: which pages.
        duplex: whether each card begins on paper of its own.
        flip: over which edge a printer is asked to turn the paper; empty for cards of both kinds.
    """

    title: str
    stamp: PrintStamp
    language: str
    sides: Sides
    duplex: bool
    flip: str


def write_card_papers(
    papers: Sequence[CardPaper],
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress = silent,
    *,
    sides: Sides = "both",
    duplex: bool = True,
    processes: int = 0,
) -> Printed:
    """Write cards: front, back, what goes on in full, 主要人物.

    A long run is drawn in volumes, and by two processes (`volumes.py`); the same papers, stamp
    and language make the same bytes.

    Args:
        papers: in order; of one office.
        stamp: of the print; it names the office.
        out: where the PDF goes, whole.
        words: the reader's language.
        progress: told (done, total) cards; whatever it raises stops the work, and nothing is
            written.
        sides: all pages, or only those on the fronts or on the backs of the paper.
        duplex: each card begins on a front (an empty page before it where needed); without, pages
            follow one another.
        processes: how many draw; 0 = as many as the run is worth.
    """
    title = words("Packet", _CARDS)
    run = _run(papers, title, stamp, words, sides=sides, duplex=duplex)
    return write_in_volumes(papers, partial(_draw_volume, run), out, progress, processes=processes)


def write_blank_cards(
    kinds: Sequence[CardKind],
    copies: int,
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress = silent,
    *,
    sides: Sides = "both",
) -> Printed:
    """Write blank cards (空白卡) to be filled by hand, front and back.

    Args:
        kinds: which cards.
        copies: how many of each kind.
        stamp: of the print; it names the office.
        out: where the PDF goes, whole.
        words: the reader's language.
        progress: told (done, total) cards.
        sides: both, or one side only.
    """
    papers = [paper for kind in kinds for paper in [CardPaper.blank(kind)] * copies]
    run = _run(papers, words("Print", _BLANK), stamp, words, sides=sides, duplex=True)
    return write_in_volumes(papers, partial(_draw_volume, run), out, progress)


def _run(
    papers: Sequence[CardPaper],
    title: str,
    stamp: PrintStamp,
    words: Words,
    *,
    sides: Sides,
    duplex: bool,
) -> _Run:
    """What every volume is drawn with."""
    kinds = {paper.view.kind for paper in papers}
    flip = _FLIPS[kinds.pop()] if len(kinds) == 1 else ""
    return _Run(title, stamp, language_spoken(words), sides, duplex, flip)


def _draw_volume(run: _Run, papers: Sequence[CardPaper]) -> Volume:
    """Draw some cards of a run; also in a process of its own."""
    doc = PrintDoc(run.stamp, words_in(run.language), run.title)
    if run.flip and run.sides == "both":
        doc.canvas.setViewerPreference("Duplex", run.flip)
    for paper in papers:
        _draw_card(doc, run, paper)
    out = BytesIO()
    printed = doc.write(out)
    return Volume(out.getvalue(), printed.pages, printed.missing)


def _draw_card(doc: PrintDoc, run: _Run, paper: CardPaper) -> None:
    """Draw the pages of a card that are wanted.

    The volume before it may have ended on a front: every card of a duplex run fills whole sheets.
    """
    pages: list[CardPage | None] = list(card_pages(doc.typeface, paper, doc.stamp, doc.words))
    if len(pages) % 2 and (run.duplex or run.sides != "both"):
        pages.append(None)
    wanted = {"both": pages, "front": pages[::2], "back": pages[1::2]}[run.sides]
    for page in wanted:
        with doc.page(pages[0].size, foot=False) as canvas:  # type: ignore[union-attr]
            if page:
                page.draw(canvas)
