"""The values in the cells of a card's face, as the form on the screen shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from model.cards.cards import CardView
from model.cards.cell_texts import shown_texts
from model.cards.choices import EXPLICIT, RATINGS, UNANSWERED
from model.cards.fields import Field, Kind
from model.cards.measures import (
    LINE_PT,
    MOST_BOXES,
    PADDING_MM,
    SMALLEST_VALUE_PT,
    USCC_BOXES,
    VALUE_PT,
)
from model.words import Words
from printing.card_places import Box, CardPlaces, CellPlace
from printing.fitting import CONTINUED, Fitted, draw_fitted, fit, fit_words, sizes
from printing.tick_boxes import Option, draw_options, options_width
from printing.typeface import Typeface

HAND = HexColor("#17407A")
"""The blue of values, as if written by hand; on a grey printer it is dark enough."""

SMALLEST_WORD_PT = 6.5
"""What an entry of a value list may shrink to in English."""

GAP = "  "
"""Between the parts of a cell that shows several fields."""

_NARROW = 18 * mm
_NARROW_PADDING = 0.8 * mm
_FIGURES = frozenset({Kind.MONEY, Kind.PERCENT, Kind.DECIMAL})
_CODE_SIZE = 1.05  # height of a sign of the credit code, in widths of its box: an M has room
_CODE_BOX = 1.5  # height of its box likewise


@dataclass(frozen=True, slots=True)
class Leftover:
    """What of a cell had no room.

    Attributes:
        paths: of the cell.
        rest: the text that goes on.
    """

    paths: tuple[str, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class _Pen:
    """What every cell of one card is drawn with."""

    canvas: Canvas
    typeface: Typeface
    view: CardView
    shown: Mapping[str, str]
    words: Words

    def value(self, place: CellPlace, at: int = 0) -> Any:
        """The value of a cell's first field, or its explicit answer."""
        path = place.cell.paths[at]
        return self.view.values.get(path, self.view.explicit.get(path))

    def text(self, place: CellPlace, begin: int = 0) -> str:
        """The texts of a cell's fields, side by side."""
        texts = (self.shown.get(path, "") for path in place.cell.paths[begin:])
        return GAP.join(text for text in texts if text)


def draw_values(
    canvas: Canvas, typeface: Typeface, places: CardPlaces, view: CardView, words: Words
) -> tuple[Leftover, ...]:
    """Draw a card's values into its cells.

    Args:
        canvas: the page.
        typeface: of the document.
        places: the face, laid out.
        view: the card as the paper may show it.
        words: the reader's language.

    Returns:
        What goes on elsewhere, in reading order.
    """
    pen = _Pen(canvas, typeface, view, shown_texts(view, places.face, words), words)
    canvas.setFillColor(HAND)
    canvas.setStrokeColor(HAND)
    left = []
    for place in places.values:
        rest = _draw_cell(pen, place)
        if rest:
            left.append(Leftover(place.cell.paths, rest))
    return tuple(left)


def inside(box: Box) -> Box:
    """A cell without its padding, of which a narrow one has less."""
    return box.inside(PADDING_MM * mm if box.width > _NARROW else _NARROW_PADDING, LINE_PT)


def _draw_cell(pen: _Pen, place: CellPlace) -> str:
    """Draw one cell; what had no room is returned."""
    if not place.table:
        if place.fields[0].kind is Kind.USCC and _in_boxes(pen, place):
            return ""
        options = _options(pen, place)
        if options:
            rest = _draw_ticks(pen, place, options)
            if rest is not None:
                return rest
    return _draw_text(pen, place, pen.text(place), inside(place.box))


def _draw_text(pen: _Pen, place: CellPlace, text: str, box: Box) -> str:
    if not text:
        return ""
    fitted = _fit_value(pen, place, text, box)
    figures = place.table and place.fields[0].kind in _FIGURES
    align = "right" if figures else "left"
    draw_fitted(pen.canvas, pen.typeface, fitted, box, align=align)
    return fitted.rest


def _fit_value(pen: _Pen, place: CellPlace, text: str, box: Box) -> Fitted:
    """Fit a value; entries of value lists are the program's own words."""
    more = pen.words("Print", CONTINUED)
    if all(known.kind is Kind.CHOICE for known in place.fields):
        return fit_words(
            pen.typeface, text, box.width, box.height,
            largest=VALUE_PT, least=SMALLEST_WORD_PT, more=more,
        )  # fmt: skip
    return fit(pen.typeface, text, box.width, box.height, more=more)


def _in_boxes(pen: _Pen, place: CellPlace) -> bool:
    """Draw the credit code in its boxes; an empty one leaves them to be written in."""
    code = pen.value(place) or ""
    if len(code) > USCC_BOXES or any(code == answer.value for answer in EXPLICIT):
        return False
    if place.cell.paths[0] in pen.view.hidden:
        return False
    room = inside(place.box)
    width = room.width / USCC_BOXES
    height = width * _CODE_BOX
    bottom = room.bottom + (room.height - height) / 2
    lefts = [room.left + number * width for number in range(USCC_BOXES + 1)]
    pen.canvas.setLineWidth(LINE_PT)
    pen.canvas.grid(lefts, [bottom, bottom + height])
    for left, char in zip(lefts, code, strict=False):
        box = Box(left, bottom, width, height)
        sign = Fitted(width * _CODE_SIZE, (char,))
        draw_fitted(pen.canvas, pen.typeface, sign, box, align="center")
    return True


def _options(pen: _Pen, place: CellPlace) -> list[Option]:
    """The boxes of a rating or a short value list; none where its answer is no entry of it."""
    known, value = place.fields[0], pen.value(place)
    if place.cell.paths[0] in pen.view.hidden:
        return []
    entries = _entries(known, pen.words)
    stored = "" if value is None or value in UNANSWERED else str(value)
    if stored and stored not in entries:
        return []
    return [Option(text, entry == stored) for entry, text in entries.items()]


def _entries(known: Field, words: Words) -> dict[str, str]:
    """Stored value -> text of the boxes of a field; empty where it is printed as text."""
    if known.kind is Kind.RATING:
        return {rating.value: rating.value for rating in RATINGS}
    if known.kind is not Kind.CHOICE or len(known.choices) > MOST_BOXES or not known.editable:
        return {}
    return {
        choice.value: words(choice.context, choice.label)
        for choice in known.choices
        if choice.value not in UNANSWERED
    }


def _draw_ticks(pen: _Pen, place: CellPlace, options: list[Option]) -> str | None:
    """Draw boxes, and what stands beside them; None where there is no room.

    A rating is always drawn in boxes, and its note fitted into what they leave; a value list only
    where it has room in one line with all that stands beside it.
    """
    box = inside(place.box)
    note = pen.text(place, begin=1)
    for size in sizes(VALUE_PT, SMALLEST_VALUE_PT):
        used = options_width(pen.typeface, options, size)
        if note:
            used += pen.typeface.width(GAP, size)
        if used + pen.typeface.width(note, size) <= box.width:
            break
    else:
        if place.fields[0].kind is not Kind.RATING:
            return None
        size = VALUE_PT
        used = options_width(pen.typeface, options, size) + pen.typeface.width(GAP, size)
    draw_options(pen.canvas, pen.typeface, options, box.left, box.bottom + box.height / 2, size)
    return _draw_text(
        pen, place, note, Box(box.left + used, box.bottom, box.width - used, box.height)
    )
