"""Labelled cells of a form, to be read or to be written in, and the measures all sheets share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.cards.measures import LABEL_GREY
from printing.fitting import draw_fitted, fit
from printing.paper import INK, PrintDoc, mm

TEXT_PT, SMALL_PT = 9.0, 7.0
FRAME_PT, LINE_PT = 0.8, 0.4
MORE = "…"
"""Ends a text that had no room."""
ABOVE = 0.25 * mm
"""White above and below a cell's text; three lines of 9 pt then fit a row of 11 mm."""
PADDING, TIGHT = 1.0 * mm, 0.4 * mm
"""White at either side of a text, in a usual cell and in a narrow one."""
_SMALLEST_HEADING_PT = 6.0


@dataclass(frozen=True, slots=True)
class Blank:
    """A labelled cell of a form.

    Attributes:
        label: in the reader's language; empty for none.
        label_width: in points.
        value: what stands there; empty to write in by hand.
        width: of the value, in points.
    """

    label: str
    label_width: float
    value: str
    width: float


def draw_form_row(
    doc: PrintDoc,
    left: float,
    top: float,
    height: float,
    cells: Sequence[Blank],
    *,
    largest: float = 10.0,
) -> float:
    """Draw one row of labelled cells with their lines; returns its lower edge."""
    canvas, at, bottom = doc.canvas, left, top - height
    edges = [left]
    for cell in cells:
        if cell.label:
            canvas.setFillGray(1 - LABEL_GREY)
            canvas.rect(at, bottom, cell.label_width, height, stroke=0, fill=1)
            canvas.setFillGray(INK)
            draw_label(doc, cell.label, (at, bottom, cell.label_width, height))
            at += cell.label_width
            edges.append(at)
        if cell.value:
            inner = (at + PADDING, bottom, cell.width - 2 * PADDING, height)
            fitted = fit(
                doc.typeface, cell.value, inner[2], height - 2 * ABOVE,
                largest=largest, smallest=TEXT_PT, more=MORE,
            )  # fmt: skip
            draw_fitted(canvas, doc.typeface, fitted, inner)
        at += cell.width
        edges.append(at)
    canvas.setLineWidth(LINE_PT)
    canvas.lines([(edge, top, edge, bottom) for edge in edges])
    canvas.lines([(left, level, at, level) for level in (top, bottom)])
    return bottom


def draw_label(doc: PrintDoc, text: str, box: tuple[float, float, float, float]) -> None:
    """A label or heading in the middle of its box, smaller where it must be; no word is broken."""
    left, bottom, width, height = box
    inner = (left + TIGHT, bottom, width - 2 * TIGHT, height)
    widest = max((doc.typeface.width(word, 1.0) for word in text.split()), default=0.0)
    size = TEXT_PT if has_hanzi(text) else min(TEXT_PT, tenths(inner[2] / widest))
    fitted = fit(doc.typeface, text, inner[2], height, largest=size, smallest=size, more=MORE)
    while fitted.rest and size > _SMALLEST_HEADING_PT:
        size -= 0.5
        fitted = fit(doc.typeface, text, inner[2], height, largest=size, smallest=size, more=MORE)
    draw_fitted(doc.canvas, doc.typeface, fitted, inner, align="center")


def tenths(size: float) -> float:
    """A size cut to tenths of a point: no rounding makes a text wider than its room."""
    return int(size * 10) / 10


def has_hanzi(text: str) -> bool:
    """Whether a text may break anywhere: it holds a hanzi."""
    return any(char >= "\u2e80" for char in text)
