"""Where the cells of a face lie on the screen: the layout's millimetres as pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect

from gui.widgets.cell_ink import Sizes
from model.cards import measures
from model.cards.layout import Block, Cell, Face

TRUE_SIZE = 96 / 25.4
"""Pixels of a millimetre at which a sheet has its true size on a usual screen."""
SMALLEST_SCALE = 0.94 * TRUE_SIZE
"""Below this, labels could not be read; the sheet is then moved sideways instead."""
USUAL_SCALE = 1.08 * TRUE_SIZE
LARGEST_SCALE = 1.3 * TRUE_SIZE
MARGIN_MM = 3.0
"""What is left of the paper's margin on the screen."""
HEAD_MM = 13.0
"""Height of the title line above the grid."""
_MM_OF_PT = 25.4 / 72
_LOWEST_ROW = 25


@dataclass(frozen=True, slots=True)
class CellPlace:
    """One cell on the screen."""

    cell: Cell
    area: QRect
    table: str


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """One block on the screen: its rows, and the strip with its heading left of them."""

    block: Block
    strip: QRect
    area: QRect


@dataclass(frozen=True, slots=True)
class SheetPlaces:
    """A whole face on the screen."""

    width: int
    height: int
    grid: QRect
    cells: tuple[CellPlace, ...]
    blocks: tuple[BlockPlace, ...]
    sizes: Sizes


def width_mm(face: Face) -> float:
    """Width of a face on the screen, margins included."""
    return face.sheet.grid_mm + 2 * MARGIN_MM


def height_mm(face: Face) -> float:
    """Height of a face on the screen, title line and margins included."""
    return HEAD_MM + face.grid_mm + 2 * MARGIN_MM


def scale_for(face: Face, width: int, height: int) -> float:
    """Pixels of a millimetre with which a face fits its room.

    It is as wide as the room, but large only as far as that costs no scrolling.
    """
    by_height = max(USUAL_SCALE, min(LARGEST_SCALE, height / height_mm(face)))
    return max(SMALLEST_SCALE, min(by_height, width / width_mm(face)))


def places(face: Face, scale: float) -> SheetPlaces:
    """Lay a face out.

    Args:
        face: one side of a card.
        scale: pixels of a millimetre.
    """
    edges = _edges(face, scale)
    cells: list[CellPlace] = []
    blocks = []
    top = first = round((MARGIN_MM + HEAD_MM) * scale)
    for block in face.blocks:
        begin = top
        for row in block.rows:
            height = max(_LOWEST_ROW, round(row.height_mm * scale))
            cells += _row(row.cells, row.table, edges, top, height)
            top += height
        strip = QRect(edges[0], begin, edges[1] - edges[0], top - begin)
        area = QRect(edges[1], begin, edges[-1] - edges[1], top - begin)
        blocks.append(BlockPlace(block, strip, area))
    return SheetPlaces(
        width=edges[-1] + round(MARGIN_MM * scale),
        height=top + round(MARGIN_MM * scale),
        grid=QRect(edges[0], first, edges[-1] - edges[0], top - first),
        cells=tuple(cells),
        blocks=tuple(blocks),
        sizes=_sizes(scale),
    )


def _edges(face: Face, scale: float) -> list[int]:
    """The heading column's left edge, then the edges of the 24 columns."""
    begin = MARGIN_MM + measures.HEADING_MM
    columns = [begin + number * face.sheet.column_mm for number in range(measures.COLUMNS + 1)]
    return [round(MARGIN_MM * scale), *(round(edge * scale) for edge in columns)]


def _row(
    cells: tuple[Cell, ...], table: str, edges: list[int], top: int, height: int
) -> Iterator[CellPlace]:
    """The cells of one row."""
    column = 1
    for cell in cells:
        left, right = edges[column], edges[column + cell.span]
        yield CellPlace(cell, QRect(left, top, right - left, height), table)
        column += cell.span


def _sizes(scale: float) -> Sizes:
    """Heights of characters: the paper's points at this scale."""

    def pixels(points: float) -> int:
        return round(points * _MM_OF_PT * scale)

    return Sizes(
        value=pixels(measures.VALUE_PT),
        smallest=pixels(measures.SMALLEST_VALUE_PT),
        label=pixels(measures.LABEL_PT),
        smallest_label=max(9, pixels(measures.LABEL_PT) - 3),
        title=pixels(measures.TITLE_PT),
        small=max(10, pixels(measures.SMALLEST_VALUE_PT)),
    )
