"""The customer card on paper: its front, company (A4) and individual (A5 landscape).

domain.md §3.1, §3.2, §3.4; drawn from the same layout as the form on the screen.
"""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas

from model.cards.cards import CardView
from model.cards.fields import CardKind
from model.office.prints import PrintStamp
from model.words import Words
from printing.card_blank import draw_grid
from printing.card_head import draw_card_marks, draw_foot, draw_title
from printing.card_places import front_places
from printing.card_values import Leftover, draw_values
from printing.typeface import Typeface


def front_size(kind: CardKind) -> tuple[float, float]:
    """Width and height of a card's paper in points."""
    return front_places(kind).page


def draw_card_front(
    canvas: Canvas,
    typeface: Typeface,
    view: CardView,
    stamp: PrintStamp,
    *,
    borrower: str,
    office: str,
    words: Words,
) -> tuple[Leftover, ...]:
    """Draw the front of a card on a page of `front_size`.

    One document is in one language and of one office: what is the same on every card is drawn
    into it once.

    Args:
        canvas: the page; its own foot belongs to the card, so the page needs no other.
        typeface: of the document.
        view: the card as the paper may show it: its borrower reads all but the credit score.
        stamp: of the print.
        borrower: who carries it; empty where nobody does.
        office: its name.
        words: the reader's language.

    Returns:
        What had no room in its cell, in reading order; the cell says that it goes on.
    """
    places = front_places(view.kind)
    form = f"card-front-{view.kind}"
    if not canvas.hasForm(form):
        canvas.beginForm(form, 0, 0, *places.page)
        draw_title(canvas, typeface, places, office, words)
        draw_grid(canvas, typeface, places, words)
        canvas.endForm()
    canvas.doForm(form)
    draw_card_marks(canvas, typeface, places, view, words)
    draw_foot(canvas, typeface, places, view, stamp, borrower, words)
    return draw_values(canvas, typeface, places, view, words)
