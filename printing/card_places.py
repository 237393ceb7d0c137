"""Where the cells of a card's face lie on paper: the layout's millimetres as points from below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from reportlab.lib.units import mm

from model.cards.fields import CardKind, Field, field_at
from model.cards.layout import Block, Cell, Face, Row, faces
from model.cards.measures import COLUMNS, HEADING_MM, TOP_MM


class Box(NamedTuple):
    """A rectangle in points; its origin is the lower left corner, as the page's is."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.bottom + self.height

    def inside(self, across: float, down: float) -> Box:
        """The box without a padding at left and right, and one above and below."""
        return Box(
            self.left + across,
            self.bottom + down,
            self.width - 2 * across,
            self.height - 2 * down,
        )


@dataclass(frozen=True, slots=True)
class CellPlace:
    """One cell on paper.

    Attributes:
        cell: of the layout.
        box: where it lies.
        table: the child table of which its row shows a row, or empty.
        fields: what its paths are, one for each.
    """

    cell: Cell
    box: Box
    table: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """One block on paper: its rows, and the strip with its heading left of them."""

    block: Block
    strip: Box
    area: Box


@dataclass(frozen=True, slots=True)
class CardPlaces:
    """A whole face on paper.

    Attributes:
        face: of the layout.
        page: width and height of the paper.
        grid: the closed grid with its heading column.
        labels: cells with a label.
        values: cells with values.
        blocks: the blocks from top to bottom.
        rows: each row of cells from left to right, from top to bottom.
    """

    face: Face
    page: tuple[float, float]
    grid: Box
    labels: tuple[CellPlace, ...]
    values: tuple[CellPlace, ...]
    blocks: tuple[BlockPlace, ...]
    rows: tuple[tuple[CellPlace, ...], ...]


@cache
def front_places(kind: CardKind) -> CardPlaces:
    """The front of one kind of card, laid out once."""
    return places(faces(kind)[0])


@cache
def back_places(kind: CardKind) -> CardPlaces:
    """The back likewise; its columns lie exactly under the front's, the margins being equal."""
    return places(faces(kind)[1])


def places(face: Face) -> CardPlaces:
    """Lay a face out; height left over goes in equal parts to rows of blocks that take it.

    Args:
        face: one side of a card.
    """
    sheet = face.sheet
    left, top = sheet.margin_mm * mm, (sheet.height_mm - TOP_MM - face.above_mm) * mm
    spare = _spare_for_a_row(face)
    rows: list[tuple[CellPlace, ...]] = []
    blocks = []
    below = top
    for block in face.blocks:
        begin = below
        for row in block.rows:
            height = row.height_mm * mm + (spare if block.takes_spare else 0.0)
            below -= height
            rows.append(tuple(_cells(face, row, below, height)))
        strip = Box(left, below, HEADING_MM * mm, begin - below)
        area = Box(strip.right, below, COLUMNS * sheet.column_mm * mm, begin - below)
        blocks.append(BlockPlace(block, strip, area))
    cells = [place for row in rows for place in row]
    return CardPlaces(
        face=face,
        page=(sheet.width_mm * mm, sheet.height_mm * mm),
        grid=Box(left, below, sheet.grid_mm * mm, top - below),
        labels=tuple(place for place in cells if place.cell.label),
        values=tuple(place for place in cells if place.cell.paths),
        blocks=tuple(blocks),
        rows=tuple(rows),
    )


def _spare_for_a_row(face: Face) -> float:
    """What each row of a block that takes spare height gets, in points."""
    taking = sum(len(block.rows) for block in face.blocks if block.takes_spare)
    return face.spare_mm * mm / taking if taking else 0.0


def _cells(face: Face, row: Row, bottom: float, height: float) -> Iterator[CellPlace]:
    """The cells of one row."""
    sheet = face.sheet
    begin = (sheet.margin_mm + HEADING_MM) * mm
    column = sheet.column_mm * mm
    ends = accumulate(cell.span for cell in row.cells)
    for cell, end in zip(row.cells, ends, strict=True):
        box = Box(begin + (end - cell.span) * column, bottom, cell.span * column, height)
        fields = tuple(field_at(face.kind, path) for path in cell.paths)
        yield CellPlace(cell, box, row.table, fields)
