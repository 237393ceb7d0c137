"""The day's documents, each from its values to its bytes: one stamp, one file, one total of pages.

Every function writes a whole PDF or, when `progress` stops it, nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import BinaryIO

from model.cards.cards import CardView
from model.loans.sheets import (
    Badge,
    CardPaper,
    DayPlanSheet,
    DayReport,
    LoanRegister,
    RepPacket,
    VisitPaper,
)
from model.office.prints import PrintStamp
from model.progress import Progress, silent
from model.words import Words, mark
from printing import badge, day_plan, day_report, loan_register, visit_record
from printing.card_sheet import draw_card
from printing.paper import PrintDoc, Printed

Sheet = Callable[[PrintDoc], object]
"""Draws one sheet on its own page or pages."""

_PACKET = mark("Packet", "Plans and cards of the day")
_CARDS = mark("Packet", "Customer cards")


def write_packet(
    packets: Sequence[RepPacket],
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress = silent,
) -> Printed:
    """Write each rep's plan and then its cards in visiting order.

    Every plan and every card begins on an odd page, so that duplex printing gives each its own
    paper; sizes differ from page to page.

    Args:
        packets: one for each rep.
        stamp: as `begin_print` or `note_preview` gave it.
        out: where the PDF goes, whole.
        words: the reader's language.
        progress: told (done, total) sheets; whatever it raises stops the work.
    """
    sheets = [sheet for packet in packets for sheet in _sheets(packet)]
    return _write(words("Packet", _PACKET), sheets, stamp, out, words, progress)


def write_day_plan(
    sheet: DayPlanSheet,
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress = silent,
) -> Printed:
    """Write one rep's plan."""
    title = words("DayPlan", day_plan.TITLE)
    return _write(
        title, [partial(day_plan.draw_day_plan, sheet=sheet)], stamp, out, words, progress
    )


def write_cards(
    cards: Sequence[CardView],
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress = silent,
    *,
    borrower: str = "",
) -> Printed:
    """Write the cards that a borrower carries, each on paper of its own.

    The office's own paper cards and copies are written by `card_run.write_card_papers`.

    Args:
        cards: in order.
        stamp: of the print; it names the office.
        out: where the PDF goes, whole.
        words: the reader's language.
        progress: told (done, total) cards.
        borrower: who carries them; empty where nobody does.
    """
    sheets = [_card(view, borrower) for view in cards]
    return _write(words("Packet", _CARDS), sheets, stamp, out, words, progress)


def write_register(
    register: LoanRegister,
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress = silent,
) -> Printed:
    """Write 借还登记簿 of a day."""
    title = words("Register", loan_register.TITLE)
    sheet = partial(loan_register.draw_register, register=register)
    return _write(title, [sheet], stamp, out, words, progress)


def write_blank_register(
    rows: int,
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress = silent,
) -> Printed:
    """Write 手工登记 sheets with at least so many empty rows, for the day without power."""
    title = words("Register", loan_register.BY_HAND)
    sheet = partial(loan_register.draw_blank_register, office=stamp.office, rows=rows)
    return _write(title, [sheet], stamp, out, words, progress)


def write_day_report(
    report: DayReport,
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress = silent,
) -> Printed:
    """Write 卡片借还日报 of a day."""
    title = words("DayReport", day_report.TITLE)
    sheet = partial(day_report.draw_day_report, report=report)
    return _write(title, [sheet], stamp, out, words, progress)


def write_visit_records(
    papers: Sequence[VisitPaper],
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress = silent,
) -> Printed:
    """Write visit records, each on an odd page: filled, or to be written on."""
    title = words("VisitSheet", visit_record.TITLE)
    sheets = [partial(visit_record.draw_visit_record, paper=paper) for paper in papers]
    return _write(title, sheets, stamp, out, words, progress)


def write_badges(
    badges: Sequence[Badge],
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress = silent,
) -> Printed:
    """Write badges, ten on a page."""
    title = words("Badge", badge.TITLE)
    return _write(title, [partial(badge.draw_badges, badges=badges)], stamp, out, words, progress)


def _sheets(packet: RepPacket) -> Iterator[Sheet]:
    """A rep's plan, then his cards."""
    yield partial(day_plan.draw_day_plan, sheet=packet.sheet)
    for view in packet.cards:
        yield _card(view, packet.sheet.plan.rep)


def _card(view: CardView, borrower: str) -> Sheet:
    """All pages of a card, which have a foot of their own."""
    return partial(draw_card, paper=CardPaper(view, borrower=borrower))


def _write(
    title: str,
    sheets: Sequence[Sheet],
    stamp: PrintStamp,
    out: BinaryIO,
    words: Words,
    progress: Progress,
) -> Printed:
    """Draw the sheets, each from an odd page on, and write the document."""
    doc = PrintDoc(stamp, words, title)
    for done, sheet in enumerate(sheets, start=1):
        doc.start_on_odd_page()
        sheet(doc)
        progress(done, len(sheets))
    return doc.write(out)
