"""The customer card on paper, company (A4) and individual (A5 landscape): all its pages.

Front, back, what goes on in full on continuation sheets, and the sheet 主要人物; domain.md §3.1 to
§3.4, drawn from the same layout as the form on the screen. The pages of a card are laid before the
first is drawn, since each says how many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from model.cards.grid import Side
from model.cards.measures import BOTTOM_MM
from model.loans.sheets import CardPaper
from model.office.prints import PrintStamp
from model.words import Words
from printing.card_blank import draw_grid
from printing.card_head import (
    BACK,
    CONTINUATION,
    FRONT,
    PEOPLE,
    PageMark,
    draw_card_marks,
    draw_foot,
    draw_short_head,
    draw_title,
)
from printing.card_marks import draw_watermark
from printing.card_more import continuation_blocks, people_blocks
from printing.card_places import Box, CardPlaces, back_places, front_places
from printing.card_values import LaidValues, draw_values, lay_values
from printing.growing import LaidRow, deal, draw_rows
from printing.paper import PrintDoc, Size
from printing.typeface import Typeface


@dataclass(frozen=True, slots=True)
class CardPage:
    """One page of a card.

    Attributes:
        size: width and height of the paper in points.
        draw: draws it, foot and all, on a page of that size.
    """

    size: Size
    draw: Callable[[Canvas], None]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What every page of one card is drawn with."""

    typeface: Typeface
    paper: CardPaper
    stamp: PrintStamp
    words: Words


def card_pages(
    typeface: Typeface, paper: CardPaper, stamp: PrintStamp, words: Words
) -> list[CardPage]:
    """The pages of one card in order: front, back, continuation, key people.

    One document is in one language and of one office: what is the same on every card is drawn
    into it once.

    Args:
        typeface: of the document.
        paper: the card as the paper may show it, or a blank one.
        stamp: of the print; it names the office.
        words: the reader's language.
    """
    sheet = _Sheet(typeface, paper, stamp, words)
    both = front_places(paper.view.kind), back_places(paper.view.kind)
    laid = [(places, lay_values(typeface, places, paper, words)) for places in both]
    back = both[1]
    room = _grid_room(back)
    more = [
        (side, rows)
        for side, blocks in (
            (CONTINUATION, continuation_blocks(typeface, paper, laid, words)),
            (PEOPLE, people_blocks(typeface, paper, laid, words)),
        )
        if blocks
        for rows in deal(blocks, room.height)
    ]
    count = len(laid) + len(more)
    pages = [
        partial(_draw_face, sheet, places, values, PageMark(number, count, side))
        for number, ((places, values), side) in enumerate(zip(laid, (FRONT, BACK), strict=True), 1)
    ]
    pages += [
        partial(_draw_more, sheet, room, rows, PageMark(number, count, side))
        for number, (side, rows) in enumerate(more, len(laid) + 1)
    ]
    return [CardPage(back.page, page) for page in pages]


def draw_card(doc: PrintDoc, paper: CardPaper) -> None:
    """Draw all pages of a card into a document, from the page in hand on."""
    for page in card_pages(doc.typeface, paper, doc.stamp, doc.words):
        with doc.page(page.size, foot=False) as canvas:
            page.draw(canvas)


def _draw_face(
    sheet: _Sheet, places: CardPlaces, values: LaidValues, page: PageMark, canvas: Canvas
) -> None:
    """Draw the front or the back."""
    _begin(sheet, canvas, places.grid)
    _draw_form(sheet, places, canvas)
    if places.face.side is Side.FRONT:
        draw_card_marks(canvas, sheet.typeface, places, sheet.paper, page, sheet.words)
    else:
        draw_short_head(canvas, sheet.typeface, places.grid, sheet.paper, page, sheet.words)
    draw_foot(canvas, sheet.typeface, places.grid, sheet.paper, sheet.stamp, sheet.words)
    draw_values(canvas, values, blank=sheet.paper.is_blank)


def _draw_form(sheet: _Sheet, places: CardPlaces, canvas: Canvas) -> None:
    """Show what of a face is the same on every card; the first card draws it."""
    blank = sheet.paper.is_blank
    form = f"card-{places.face.side}-{places.face.kind}{'-blank' * blank}"
    if not canvas.hasForm(form):
        canvas.beginForm(form, 0, 0, *places.page)
        if places.face.side is Side.FRONT:
            draw_title(canvas, sheet.typeface, places, sheet.stamp.office, sheet.words)
        draw_grid(canvas, sheet.typeface, places, sheet.words, starred=blank)
        canvas.endForm()
    canvas.doForm(form)


def _draw_more(
    sheet: _Sheet, room: Box, rows: Sequence[LaidRow], page: PageMark, canvas: Canvas
) -> None:
    """Draw a page behind the two faces."""
    _begin(sheet, canvas, room)
    draw_short_head(canvas, sheet.typeface, room, sheet.paper, page, sheet.words)
    draw_rows(canvas, sheet.typeface, room, rows)
    draw_foot(canvas, sheet.typeface, room, sheet.paper, sheet.stamp, sheet.words)


def _begin(sheet: _Sheet, canvas: Canvas, grid: Box) -> None:
    """An issued copy has its watermark under everything else."""
    if sheet.paper.copy:
        draw_watermark(canvas, sheet.typeface, grid, sheet.paper.copy, sheet.words)


def _grid_room(back: CardPlaces) -> Box:
    """Where the rows of further pages stand: between head and foot, as high as the paper lets."""
    bottom = (BOTTOM_MM + back.face.foot_mm) * mm
    return Box(back.grid.left, bottom, back.grid.width, back.grid.top - bottom)
