"""Ruled tables: a grey heading, rows as high as their texts, lines around them.

A row is laid out once (its texts wrapped, its height known), then rows are dealt to pages, then
drawn. A text grows its row, up to the lines that its column takes; what is left then ends with …,
so nothing overflows a cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from model.cards.measures import HEADING_GREY
from printing.fitting import MIDDLE, broken
from printing.form_cells import (
    ABOVE,
    FRAME_PT,
    LINE_PT,
    MORE,
    PADDING,
    SMALL_PT,
    TEXT_PT,
    TIGHT,
    draw_label,
    has_hanzi,
    tenths,
)
from printing.paper import INK, PrintDoc, mm
from printing.typeface import Typeface

LEADING = 1.1
_WIDE = 12 * mm  # a column from here on has 1 mm of padding, a narrower one less


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        heading: in the reader's language; a line end in it is kept.
        width: in points.
        align: `left`, `center` or `right`.
        most: lines that a cell of it may have.
        tick: its cells hold a small box to tick.
    """

    heading: str
    width: float
    align: str = "left"
    most: int = 4
    tick: bool = False

    @property
    def padding(self) -> float:
        """White at either side of its texts."""
        return PADDING if self.width >= _WIDE else TIGHT


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a cell, on lines of its own.

    Attributes:
        text: may be long; line ends in it are kept.
        size: height of a character in points.
        struck: a line goes through it.
        most: lines that it may have itself; 0 = as many as its column has.
    """

    text: str
    size: float = TEXT_PT
    struck: bool = False
    most: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it will stand: every cell's lines, and the height that they need.

    Attributes:
        cells: the lines of each cell, as pieces that fit the column's width.
        height: in points.
    """

    cells: tuple[tuple[Piece, ...], ...]
    height: float


def lay_row(
    typeface: Typeface,
    columns: Sequence[Column],
    cells: Sequence[Sequence[Piece]],
    least: float,
) -> Row:
    """Wrap the texts of a row.

    Args:
        typeface: of the document.
        columns: of the table.
        cells: the pieces of each cell, in the order of the columns.
        least: lowest height of the row in points.
    """
    laid = tuple(
        _wrapped(typeface, column, cell) for column, cell in zip(columns, cells, strict=True)
    )
    needed = max(_height(cell) for cell in laid) + 2 * ABOVE
    return Row(laid, max(least, needed))


def lines_needed(typeface: Typeface, column: Column, text: str, size: float) -> int:
    """How many lines a text takes in a column."""
    return len(_lines(typeface, text, size, column.width - 2 * column.padding))


def word_size(typeface: Typeface, column: Column, text: str) -> float:
    """The size at which no Latin word of a text is broken in a column, 7 points at least."""
    words = [word for word in text.split() if not has_hanzi(word)]
    widest = max((typeface.width(word, 1.0) for word in words), default=0.0)
    room = column.width - 2 * column.padding
    return max(SMALL_PT, min(TEXT_PT, tenths(room / widest))) if widest else TEXT_PT


def deal(
    rows: Sequence[Row], first: float, later: float, last_less: float
) -> list[tuple[Row, ...]]:
    """Deal rows to pages; none is split.

    Args:
        rows: in order.
        first: room for rows on the first page, in points.
        later: room on each further page.
        last_less: room that the last page needs below its rows.

    Returns:
        The rows of each page, at least one page.
    """
    pages: list[list[Row]] = [[]]
    room = first
    for row in rows:
        if pages[-1] and row.height > room:
            pages.append([])
            room = later
        pages[-1].append(row)
        room -= row.height
    if room < last_less and len(pages[-1]) > 1:
        # What stands below the table never stands alone on a page, nor with a single row.
        kept = max(1, len(pages[-1]) * 2 // 3)
        pages.append(pages[-1][kept:])
        del pages[-2][kept:]
    return [tuple(page) for page in pages]


class RuledTable:
    """Draws the rows of one page below a heading, then the lines around them."""

    def __init__(self, doc: PrintDoc, columns: Sequence[Column], left: float) -> None:
        """A table on the page in hand.

        Args:
            doc: the document.
            columns: left to right.
            left: its left edge in points.
        """
        self._doc = doc
        self._columns = columns
        self._edges = [left]
        for column in columns:
            self._edges.append(self._edges[-1] + column.width)

    @property
    def width(self) -> float:
        """Width of all columns."""
        return self._edges[-1] - self._edges[0]

    def draw(self, top: float, heading_height: float, rows: Sequence[Row]) -> float:
        """Draw heading, rows and lines downwards from `top`; returns the lower edge."""
        canvas = self._doc.canvas
        bottom = top - heading_height
        canvas.setFillGray(1 - HEADING_GREY)
        canvas.rect(self._edges[0], bottom, self.width, heading_height, stroke=0, fill=1)
        canvas.setFillGray(INK)
        for left, column in zip(self._edges, self._columns, strict=False):
            draw_label(self._doc, column.heading, (left, bottom, column.width, heading_height))
        levels = [top, bottom]
        for row in rows:
            self._draw_row(row, bottom)
            bottom -= row.height
            levels.append(bottom)
        self._draw_lines(levels)
        return bottom

    def _draw_row(self, row: Row, top: float) -> None:
        for left, column, cell in zip(self._edges, self._columns, row.cells, strict=False):
            if column.tick:
                self._draw_box(left + column.width / 2, top - row.height / 2)
            elif cell:
                self._draw_cell(column, cell, left, top - (row.height - _height(cell)) / 2)

    def _draw_cell(self, column: Column, cell: Sequence[Piece], left: float, top: float) -> None:
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[column.align]
        x = left + column.padding + (column.width - 2 * column.padding) * share
        for piece in cell:
            middle = top - piece.size * LEADING / 2
            baseline = middle - piece.size * MIDDLE
            self._doc.typeface.draw(
                self._doc.canvas, x, baseline, piece.text, piece.size, align=column.align
            )
            if piece.struck:
                width = self._doc.typeface.width(piece.text, piece.size)
                self._doc.canvas.setLineWidth(LINE_PT * 2)
                self._doc.canvas.line(x - width * share, middle, x + width * (1 - share), middle)
            top -= piece.size * LEADING

    def _draw_box(self, x: float, y: float) -> None:
        """A box to tick, drawn: the sign for it is in no print font."""
        side = 3.2 * mm
        self._doc.canvas.setLineWidth(LINE_PT * 1.5)
        self._doc.canvas.rect(x - side / 2, y - side / 2, side, side, stroke=1, fill=0)

    def _draw_lines(self, levels: Sequence[float]) -> None:
        """All lines of the table: thin ones in two strokes of the pen, then the frame."""
        canvas = self._doc.canvas
        left, right, top, bottom = self._edges[0], self._edges[-1], levels[0], levels[-1]
        canvas.setLineWidth(LINE_PT)
        canvas.lines(
            [(left, level, right, level) for level in levels[1:-1]]
            + [(edge, top, edge, bottom) for edge in self._edges[1:-1]]
        )
        canvas.setLineWidth(FRAME_PT)
        canvas.rect(left, bottom, right - left, top - bottom, stroke=1, fill=0)


def _wrapped(typeface: Typeface, column: Column, cell: Sequence[Piece]) -> tuple[Piece, ...]:
    """The lines of a cell, no more than its pieces and its column take."""
    room = column.width - 2 * column.padding
    found: list[Piece] = []
    for piece in cell:
        if piece.text:
            lines = _lines(typeface, piece.text, piece.size, room)
            whole = [Piece(line, piece.size, piece.struck) for line in lines]
            found += _cut(typeface, whole, piece.most or column.most, room)
    return tuple(_cut(typeface, found, column.most, room))


def _cut(typeface: Typeface, lines: list[Piece], most: int, room: float) -> list[Piece]:
    """The first lines; the last of them says that there was more."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    text = last.text.removesuffix(MORE)
    while text and typeface.width(text + MORE, last.size) > room:
        text = text[:-1]
    return [*lines[: most - 1], Piece(text + MORE, last.size, last.struck)]


def _lines(typeface: Typeface, text: str, size: float, room: float) -> list[str]:
    return [
        line.strip(" ")
        for part in typeface.printable(text).strip().split("\n")
        for line in broken(typeface, part, size, room)
    ]


def _height(cell: Sequence[Piece]) -> float:
    return sum(piece.size * LEADING for piece in cell)
