"""The fields that stand on the screen only, under 更多, laid out as a third face."""

from __future__ import annotations

from functools import cache

from model.cards.blocks import SIDE_TITLES
from model.cards.fields import CardKind, Field, Kind, field
from model.cards.layout import Block, Cell, Face, Row, Side, faces, more

_LABEL, _VALUE = 4, 8
_LOW, _HIGH = 9.0, 22.0
_WIDE = frozenset({Kind.TEXT})


@cache
def more_face(kind: CardKind) -> Face:
    """Two fields a row; a long text takes a row of its own."""
    rows: list[Row] = []
    waiting: tuple[Cell, ...] = ()
    for known in (field(kind, name) for name in more(kind)):
        if known.companion_of:
            continue
        if known.kind in _WIDE:
            rows.append(Row(_HIGH, _pair(kind, known, 24 - _LABEL)))
            continue
        waiting += _pair(kind, known, _VALUE)
        if len(waiting) == 4:
            rows.insert(_lines(rows), Row(_LOW, waiting))
            waiting = ()
    if waiting:
        rows.insert(_lines(rows), Row(_LOW, (*waiting, Cell(_LABEL), Cell(_VALUE))))
    blocks = [Block("more", "", SIDE_TITLES[Side.MORE], tuple(rows))]
    return Face(kind, Side.MORE, faces(kind)[0].sheet, 0.0, 0.0, tuple(blocks))


def _pair(kind: CardKind, known: Field, span: int) -> tuple[Cell, Cell]:
    """Label and value of a field, with its second part where it has one."""
    parts = [name for name in more(kind) if field(kind, name).companion_of == known.identifier]
    return Cell(_LABEL, label=known.cell_label), Cell(span, paths=(known.identifier, *parts))


def _lines(rows: list[Row]) -> int:
    """Where the rows of lines end and those of long texts begin."""
    return sum(row.height_mm == _LOW for row in rows)
