"""Marks on a printed card: waves under what changed, 待核实 beside what is stale, a watermark.

domain.md §3.1.
"""

from __future__ import annotations

from math import atan2, degrees, hypot

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from model.cards.choices import SECRECIES
from model.cards.measures import LINE_PT, STALE_MARK_PT
from model.loans.sheets import CopyMark
from model.words import Words, mark
from printing.card_places import Box
from printing.fitting import MIDDLE
from printing.typeface import Typeface

STALE = mark("Print", "verify")
"""Stands at the right edge of a cell whose value is to be verified (context `Print`)."""

STALE_WIDTH = STALE_MARK_PT + 0.6 * mm
"""Room that the mark takes from its cell."""

WAVE_BELOW = 0.17
"""Middle of a wave below the baseline, in heights of a character."""

_INTERNAL = mark("Print", "Internal paper")
_SECRECIES = {choice.value: (choice.context, choice.label) for choice in SECRECIES}
_AMBER = HexColor("#A65A00")
_RED = HexColor("#A61B1B")
_WAVE = 1.5  # points: half a wave's length
_SWING = 0.75
_WAVE_LINE = 0.5

_WATERMARK_GREY = 0.87  # light enough to be read through
_WATERMARK_PT = 26.0
_WATERMARK_ROWS = 3
_WATERMARK_LINE = 1.15  # from one line to the next, in heights of a character
_WATERMARK_SHARE = 0.7  # of the diagonal


def draw_wave(canvas: Canvas, left: float, right: float, y: float) -> None:
    """Draw a wavy line around the height y."""
    path = canvas.beginPath()
    path.moveTo(left, y)
    at, swing = left, _SWING
    while at + _WAVE / 2 <= right:
        path.curveTo(at + _WAVE / 3, y + swing, at + _WAVE * 2 / 3, y + swing, at + _WAVE, y)
        at, swing = at + _WAVE, -swing
    canvas.saveState()
    canvas.setStrokeColor(_RED)
    canvas.setLineWidth(_WAVE_LINE)
    canvas.drawPath(path, stroke=1, fill=0)
    canvas.restoreState()


def draw_stale(canvas: Canvas, typeface: Typeface, box: Box, words: Words) -> None:
    """Write 待核实 along the right edge of a cell: hanzi downwards, letters turned."""
    text = words("Print", STALE)
    middle = box.right - STALE_WIDTH / 2
    centre = box.bottom + box.height / 2
    canvas.saveState()
    canvas.setFillColor(_AMBER)
    if text.isascii():
        canvas.translate(middle, centre)
        canvas.rotate(90)
        typeface.draw(canvas, 0, -MIDDLE * STALE_MARK_PT, text, STALE_MARK_PT, align="center")
    else:
        # A row of 6 mm has not quite the room for three.
        size = min(STALE_MARK_PT, (box.height - 2 * LINE_PT) / len(text))
        top = centre + size * len(text) / 2
        for at, sign in enumerate(text):
            y = top - (at + 0.5 + MIDDLE) * size
            typeface.draw(canvas, middle, y, sign, size, align="center")
    canvas.restoreState()


def draw_watermark(
    canvas: Canvas, typeface: Typeface, grid: Box, copy: CopyMark, words: Words
) -> None:
    """Write across the grid, before all else, whose copy it is: lightly, and several times.

    In two lines, so that each part is large enough to survive a poor printer and a photocopier:
    receiver and time; number, secrecy, and that it is an internal paper.
    """
    lines = _watermark_lines(copy, words)
    room = hypot(grid.width, grid.height) * _WATERMARK_SHARE
    widest = max(typeface.width(line, 1.0) for line in lines)
    size = min(_WATERMARK_PT, room / max(widest, 1.0))
    canvas.saveState()
    inside = canvas.beginPath()
    inside.rect(*grid)
    canvas.clipPath(inside, stroke=0, fill=0)
    canvas.setFillGray(_WATERMARK_GREY)
    for row in range(1, _WATERMARK_ROWS + 1):
        share = row / (_WATERMARK_ROWS + 1)
        canvas.saveState()
        canvas.translate(grid.left + grid.width * share, grid.top - grid.height * share)
        canvas.rotate(degrees(atan2(grid.height, grid.width)))
        for number, line in enumerate(lines):
            down = number * _WATERMARK_LINE * size
            typeface.draw(canvas, 0, -down, line, size, align="center")
        canvas.restoreState()
    canvas.restoreState()


def _watermark_lines(copy: CopyMark, words: Words) -> tuple[str, str]:
    """What stands across a copy."""
    secrecy = words(*_SECRECIES.get(copy.secrecy, ("Print", copy.secrecy)))
    return (
        f"{copy.receiver}  {copy.at:%Y-%m-%d %H:%M}",
        f"{copy.copy_no}  {secrecy}  {words('Print', _INTERNAL)}",
    )
