"""What a face of the card is made of: blocks of rows of cells on a grid of 24 columns.

A row is written as in domain.md §3: `"8 #phone:2 phone:5 #fax:2 fax:4 …"`. The first word is the
height in millimetres, with `x4` after it when the row is repeated for the first four rows of a
child table. Each further word is a cell and its span: `#name` a label (of a field, or of the
layout's own headings), a path or several joined by `+` a value, `_` an empty cell to write in.
`contacts[].name` starts a row of a child table, `.title` goes on in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.cards.fields import CardKind, field_at
from model.cards.measures import Sheet


class Side(StrEnum):
    """Where a field stands."""

    FRONT = "front"
    BACK = "back"
    MORE = "more"  # on the screen only, under 更多
    TITLE = "title"  # drawn above the grid, in no cell


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row.

    Attributes:
        span: columns it takes, of 24.
        label: marked text (context `CardField`) of a label cell, empty for a value cell.
        paths: what a value cell shows, such as `phone` or `contacts[0].mobile`; empty for a
            label, and for a cell that is written in by hand.
    """

    span: int
    label: str = ""
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of cells.

    Attributes:
        height_mm: its height on paper.
        cells: the cells from left to right; their spans sum to 24.
        table: the child table of which it shows one row, or empty.
    """

    height_mm: float
    cells: tuple[Cell, ...]
    table: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under one heading of the left strip.

    Attributes:
        name: identifier, such as `section_basic` or `usage_log`.
        number: marked number before the title (context `CardSection`), or empty.
        title: marked title (context `CardSection`), or empty.
        rows: its rows from top to bottom.
        takes_spare: whether height left over on the paper goes to its rows.
    """

    name: str
    number: str
    title: str
    rows: tuple[Row, ...]
    takes_spare: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a card.

    Attributes:
        kind: the kind of card.
        side: front or back.
        sheet: the paper.
        above_mm: height of what stands above the grid.
        foot_mm: height of what stands below it.
        blocks: the blocks from top to bottom.
    """

    kind: CardKind
    side: Side
    sheet: Sheet
    above_mm: float
    foot_mm: float
    blocks: tuple[Block, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows from top to bottom."""
        return tuple(row for block in self.blocks for row in block.rows)

    @property
    def grid_mm(self) -> float:
        """Height of the grid."""
        return sum(row.height_mm for row in self.rows)

    @property
    def spare_mm(self) -> float:
        """Height of the paper that nothing takes."""
        return self.sheet.available_mm - self.above_mm - self.grid_mm - self.foot_mm


_HEIGHT = re.compile(r"(?P<mm>\d+(?:\.\d+)?)(?:x(?P<times>\d+))?")
_CELL = re.compile(r"(?P<label>#)?(?P<what>[^:\s]+):(?P<span>\d+)")


def rows_from(kind: CardKind, headings: Mapping[str, str], text: str) -> Iterator[Row]:
    """The rows that one written line stands for: one, or as many as it is repeated.

    Args:
        kind: the kind of card, whose fields give the labels.
        headings: marked labels of the layout's own, by the name the line uses.
        text: the line, as the module says.

    Raises:
        ValueError: the line cannot be read.
        KeyError: a field or heading that does not exist.
    """
    height, *words = text.split()
    found = _HEIGHT.fullmatch(height)
    if found is None:
        raise ValueError(text)
    for index in range(int(found["times"] or 1)):
        table = ""
        cells = []
        for word in words:
            cell, table = _cell(kind, headings, word, table)
            cells.append(_numbered(cell, index))
        yield Row(float(found["mm"]), tuple(cells), table)


def _cell(kind: CardKind, headings: Mapping[str, str], word: str, table: str) -> tuple[Cell, str]:
    """One cell, and the child table that the words after it go on in."""
    found = _CELL.fullmatch(word)
    if found is None:
        raise ValueError(word)
    what, span = found["what"], int(found["span"])
    if found["label"]:
        return Cell(span, label=headings.get(what) or field_at(kind, what).cell_label), table
    if what == "_":
        return Cell(span), table
    paths = []
    for part in what.split("+"):
        if "[]." in part:
            table = part.partition("[")[0]
        paths.append(f"{table}[]{part}" if part.startswith(".") else part)
        field_at(kind, paths[-1])
    return Cell(span, paths=tuple(paths)), table


def _numbered(cell: Cell, index: int) -> Cell:
    """The cell for one row of its child table."""
    return Cell(
        cell.span, cell.label, tuple(path.replace("[]", f"[{index}]") for path in cell.paths)
    )
