"""What of a card's face is the same on every card: grid, labels, headings, title.

It is drawn once into each document, as a form that its pages show again and again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from model.cards.definition import Need
from model.cards.measures import (
    FRAME_PT,
    HEADING_GREY,
    LABEL_GREY,
    LABEL_PT,
    LINE_PT,
    SEPARATOR_PT,
)
from model.words import Words
from printing.card_places import BlockPlace, Box, CardPlaces, CellPlace
from printing.fitting import CONTINUED, TIGHT, Fitted, draw_fitted, fit_words
from printing.typeface import Typeface

SMALLEST_LABEL_PT = 6.5
"""What English labels may shrink to."""

_LABEL_PADDING = 0.7 * mm
_HEADING_PITCH = 1.35
"""Distance of two signs of a heading that is written downwards, in heights of a character."""

_WHITE, _BLACK = 1.0, 0.0


_REQUIRED = "*"
_FULL = 0.9  # of a cell's height


def draw_grid(
    canvas: Canvas, typeface: Typeface, places: CardPlaces, words: Words, *, starred: bool = False
) -> None:
    """Draw greys, lines, labels and headings of a face.

    Args:
        canvas: the page, or a form.
        typeface: of the document.
        places: the face, laid out.
        words: the reader's language.
        starred: whether the labels of required fields carry 「*」, as on a blank card.
    """
    _fill(canvas, LABEL_GREY, [place.box for place in places.labels])
    _fill(canvas, HEADING_GREY, [block.strip for block in places.blocks])
    _draw_lines(canvas, places)
    canvas.setFillGray(_BLACK)
    required = required_labels(places) if starred else frozenset()
    for place in places.labels:
        box = place.box.inside(_LABEL_PADDING, LINE_PT)
        text = words("CardField", place.cell.label) + _REQUIRED * (place in required)
        draw_fitted(canvas, typeface, fit_label(typeface, text, box, words), box, align="center")
    for block in places.blocks:
        if block.block.title:
            _draw_heading(canvas, typeface, block, words)


def required_labels(places: CardPlaces) -> frozenset[CellPlace]:
    """The labels of what a card cannot do without.

    A label speaks of the cell at its right, or, in the heading of a table, of the cell below it.
    """
    found = set()
    below = [*places.rows[1:], ()]
    for row, next_row in zip(places.rows, below, strict=True):
        for at, place in enumerate(row):
            if place.cell.label:
                beside = row[at + 1] if at + 1 < len(row) else place
                spoken = beside if beside.fields else _below(place, next_row)
                if spoken and any(one.need is Need.REQUIRED for one in spoken.fields):
                    found.add(place)
    return frozenset(found)


def _below(place: CellPlace, row: Iterable[CellPlace]) -> CellPlace | None:
    """The cell of a table's first row under a heading."""
    return next((one for one in row if one.table and one.box.left == place.box.left), None)


def fit_label(typeface: Typeface, text: str, box: Box, words: Words) -> Fitted:
    """A label in its box; lines that fill its height stand closer, clear of the cell's lines."""
    label = fit_words(
        typeface,
        text,
        box.width,
        box.height,
        largest=LABEL_PT,
        least=SMALLEST_LABEL_PT,
        more=words("Print", CONTINUED),
    )
    return replace(label, leading=TIGHT) if label.height > box.height * _FULL else label


def _fill(canvas: Canvas, grey: float, boxes: list[Box]) -> None:
    """Fill boxes with a share of black."""
    path = canvas.beginPath()
    for box in boxes:
        path.rect(*box)
    canvas.setFillGray(_WHITE - grey)
    canvas.drawPath(path, stroke=0, fill=1)


def _draw_lines(canvas: Canvas, places: CardPlaces) -> None:
    """Thin lines between cells, stronger ones between sections, the frame around all."""
    grid = places.grid
    canvas.setStrokeGray(_BLACK)
    canvas.setLineWidth(LINE_PT)
    begins = {block.area.top for block in places.blocks}
    thin = []
    for row in places.rows:
        first, last = row[0].box, row[-1].box
        if first.top not in begins:
            thin.append((first.left, first.top, last.right, first.top))
        thin += [(cell.box.left, first.bottom, cell.box.left, first.top) for cell in row[1:]]
    canvas.lines(thin)
    canvas.setLineWidth(SEPARATOR_PT)
    strip = places.blocks[0].strip
    canvas.lines(
        [
            (strip.right, grid.bottom, strip.right, grid.top),
            *(
                (grid.left, block.area.top, grid.right, block.area.top)
                for block in places.blocks[1:]
            ),
        ]
    )
    canvas.setLineWidth(FRAME_PT)
    canvas.rect(*grid, stroke=1, fill=0)


def _draw_heading(canvas: Canvas, typeface: Typeface, place: BlockPlace, words: Words) -> None:
    """Write a block's heading: hanzi downwards, letters turned, as on the back of a book."""
    number, title = (words("CardSection", text) for text in (place.block.number, place.block.title))
    strip = place.strip
    middle, centre = strip.left + strip.width / 2, strip.bottom + strip.height / 2
    if title.isascii():
        canvas.saveState()
        canvas.translate(middle, centre)
        canvas.rotate(90)
        down = strip.width / 2
        box = Box(-strip.height / 2, -down, strip.height, strip.width)
        text = f"{number}  {title}".strip()
        draw_fitted(canvas, typeface, fit_label(typeface, text, box, words), box, align="center")
        canvas.restoreState()
        return
    signs = number + title
    pitch = min(LABEL_PT * _HEADING_PITCH, strip.height / len(signs))
    size = min(LABEL_PT, pitch)
    top = centre + pitch * len(signs) / 2
    for at, sign in enumerate(signs):
        box = Box(strip.left, top - (at + 1) * pitch, strip.width, pitch)
        draw_fitted(canvas, typeface, Fitted(size, (sign,)), box, align="center")
