"""Boxes to tick, drawn as lines: the tick sign is not in every font (domain.md §3.1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from printing.fitting import MIDDLE
from printing.typeface import Typeface

_BOX = 0.8  # all in heights of a character
_BEFORE_TEXT, _BETWEEN = 0.2, 0.5
_TIGHT = 0.1, 0.25
"""Both where a narrow cell holds the boxes only so."""
_LINE = 0.05
_TICK_LINE = 0.12
_TICK = ((0.18, 0.48), (0.42, 0.2), (0.9, 0.92))
"""The tick's three points, in sides of its box."""


@dataclass(frozen=True, slots=True)
class Option:
    """One box with its text.

    Attributes:
        text: in the reader's language.
        ticked: whether it is the answer.
    """

    text: str
    ticked: bool


def options_width(
    typeface: Typeface, options: Sequence[Option], size: float, *, tight: bool = False
) -> float:
    """Width of a row of boxes in points."""
    before, between = _TIGHT if tight else (_BEFORE_TEXT, _BETWEEN)
    texts = sum(typeface.width(option.text, size) for option in options)
    gaps = len(options) * (_BOX + before) + (len(options) - 1) * between
    return texts + gaps * size


def draw_options(
    canvas: Canvas,
    typeface: Typeface,
    options: Sequence[Option],
    x: float,
    y: float,
    size: float,
    *,
    tight: bool = False,
) -> None:
    """Draw a row of boxes with their texts in the canvas's colours.

    Args:
        canvas: the page.
        typeface: of the document.
        options: from left to right.
        x: left edge, in points.
        y: middle of the row's height.
        size: height of a character.
        tight: whether they stand close together.
    """
    side = _BOX * size
    before, between = _TIGHT if tight else (_BEFORE_TEXT, _BETWEEN)
    boxes, ticks = [], []
    for option in options:
        boxes.append((x, y - side / 2))
        if option.ticked:
            points = [(x + across * side, y - side / 2 + up * side) for across, up in _TICK]
            ticks += [(*points[0], *points[1]), (*points[1], *points[2])]
        at = x + side + before * size
        typeface.draw(canvas, at, y - MIDDLE * size, option.text, size)
        x = at + typeface.width(option.text, size) + between * size
    path = canvas.beginPath()
    for left, bottom in boxes:
        path.rect(left, bottom, side, side)
    canvas.setLineWidth(_LINE * size)
    canvas.drawPath(path, stroke=1, fill=0)
    if ticks:
        canvas.setLineWidth(_TICK_LINE * size)
        canvas.lines(ticks)
