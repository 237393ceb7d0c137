"""Rows that grow with their texts: the sheets on which a card goes on in full.

A row is laid once (its texts wrapped, its height known) and dealt to pages; what is higher than a
page goes on in a further row. Nothing is cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from model.cards.measures import FRAME_PT, HEADING_GREY, LABEL_GREY, LINE_PT
from printing.card_marks import WAVE_BELOW, draw_wave
from printing.card_places import Box
from printing.card_values import HAND
from printing.fitting import LEADING, MIDDLE, broken
from printing.typeface import Typeface

TEXT_PT = 9.0
_LEAST = 6 * mm
_ABOVE = 0.8 * mm  # white above and below the lines of a row
_PADDING = 1.0 * mm
_PITCH = TEXT_PT * LEADING


@dataclass(frozen=True, slots=True)
class Part:
    """One cell of a growing row.

    Attributes:
        text: in full; line ends in it are kept.
        width: in points.
        label: it is a label: grey, in the middle.
        band: it is a heading over the whole width.
        changed: a wave goes under it.
    """

    text: str
    width: float
    label: bool = False
    band: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row with the lines of its cells.

    Attributes:
        parts: its cells from left to right.
        lines: of each cell.
        keeps_next: it never stands last on a page.
    """

    parts: tuple[Part, ...]
    lines: tuple[tuple[str, ...], ...]
    keeps_next: bool = False

    @property
    def height(self) -> float:
        """In points."""
        return float(max(_LEAST, max(map(len, self.lines)) * _PITCH + 2 * _ABOVE))


def lay(typeface: Typeface, parts: Sequence[Part], *, keeps_next: bool = False) -> LaidRow:
    """Wrap the texts of a row."""
    lines = tuple(tuple(_lines(typeface, part)) for part in parts)
    return LaidRow(tuple(parts), lines, keeps_next)


def deal(blocks: Iterable[Sequence[LaidRow]], room: float) -> list[list[LaidRow]]:
    """Deal rows to pages.

    Args:
        blocks: rows that stay together where a page holds them.
        room: height of a page for rows, in points.
    """
    pages: list[list[LaidRow]] = [[]]
    left = room
    for block in blocks:
        headings = sum(row.height for row in block if row.keeps_next)
        rows = [piece for row in block for piece in _pieces(row, room - headings)]
        height = sum(row.height for row in rows)
        if pages[-1] and left < height <= room:
            pages.append([])
            left = room
        for at, row in enumerate(rows):
            needed = row.height
            if row.keeps_next and at + 1 < len(rows):
                needed += rows[at + 1].height
            if pages[-1] and needed > left:
                pages.append([])
                left = room
            pages[-1].append(row)
            left -= row.height
    return pages


def draw_rows(canvas: Canvas, typeface: Typeface, box: Box, rows: Sequence[LaidRow]) -> None:
    """Draw the rows of one page from the upper edge of a box down, with all their lines."""
    for fill in (True, False):  # no grey covers half of its neighbour's line
        top = box.top
        for row in rows:
            (_fill_row if fill else _draw_row)(canvas, typeface, box.left, top, row)
            top -= row.height
    canvas.setStrokeGray(0)
    canvas.setLineWidth(FRAME_PT)
    canvas.rect(box.left, top, box.width, box.top - top, stroke=1, fill=0)


def _fill_row(canvas: Canvas, typeface: Typeface, left: float, top: float, row: LaidRow) -> None:
    """Draw the greys of a row."""
    del typeface
    for part in row.parts:
        if part.label or part.band:
            canvas.setFillGray(1 - (HEADING_GREY if part.band else LABEL_GREY))
            canvas.rect(left, top - row.height, part.width, row.height, stroke=0, fill=1)
        left += part.width


def _draw_row(canvas: Canvas, typeface: Typeface, left: float, top: float, row: LaidRow) -> None:
    """Draw the texts and lines of a row."""
    height, edges = row.height, [left]
    for part, lines in zip(row.parts, row.lines, strict=True):
        _draw_lines(canvas, typeface, Box(edges[-1], top - height, part.width, height), part, lines)
        edges.append(edges[-1] + part.width)
    canvas.setStrokeGray(0)
    canvas.setLineWidth(LINE_PT)
    canvas.lines(
        [(edge, top, edge, top - height) for edge in edges[1:-1]]
        + [(left, top - height, edges[-1], top - height)]
    )


def _draw_lines(
    canvas: Canvas, typeface: Typeface, cell: Box, part: Part, lines: Sequence[str]
) -> None:
    """Draw the lines of one cell in the middle of its height."""
    middle = cell.bottom + cell.height / 2
    y = middle + _PITCH * (len(lines) - 1) / 2 - MIDDLE * TEXT_PT
    for line in lines:
        # A wave is drawn with the canvas's own colours put back, the text then with ours.
        canvas.setFillColor(black if part.label or part.band else HAND)
        if part.label:
            centre = cell.left + cell.width / 2
            typeface.draw(canvas, centre, y, line, TEXT_PT, align="center")
        else:
            left = cell.left + _PADDING
            typeface.draw(canvas, left, y, line, TEXT_PT)
            if part.changed and line:
                right = left + typeface.width(line, TEXT_PT)
                draw_wave(canvas, left, right, y - WAVE_BELOW * TEXT_PT)
        y -= _PITCH


def _lines(typeface: Typeface, part: Part) -> Iterator[str]:
    """The lines of one cell; an empty one has a line without a text."""
    room = part.width - 2 * _PADDING
    for paragraph in typeface.printable(part.text).strip().split("\n"):
        for line in broken(typeface, paragraph, TEXT_PT, room):
            yield line.strip(" ")


def _pieces(row: LaidRow, room: float) -> Iterator[LaidRow]:
    """A row, or the rows in which it goes on where it is higher than a page."""
    most = max(1, int((room - 2 * _ABOVE) / _PITCH))
    count = max(map(len, row.lines))
    if count <= most:
        yield row
        return
    for at in range(0, count, most):
        lines = tuple(
            one if part.label else one[at : at + most]
            for part, one in zip(row.parts, row.lines, strict=True)
        )
        yield replace(row, lines=lines, keeps_next=False)
