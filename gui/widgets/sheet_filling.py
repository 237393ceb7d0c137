"""What one card puts into a face: plain values, no widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gui.widgets.cell_ink import Mark
from gui.widgets.sheet_ink import SheetHead


@dataclass(frozen=True)
class RowFilling:
    """What the rows of tables put into the cells that show them.

    Attributes:
        keys: table -> numbers of its rows in the order shown; the last one may be a row that
            does not exist until something is typed in it, such as `+1`.
        open_columns: `table.column` of the columns that may be typed.
        typed: path of a row's column, such as `contacts#7.mobile` -> text in its editor.
        marks: such a path -> what is wrong with it, and the sentence that tells it.
    """

    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    open_columns: frozenset[str] = frozenset()
    typed: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, tuple[Mark, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetFilling:
    """What one card puts into a face.

    Attributes:
        typed: identifier -> text of its field.
        shown: path -> text of a cell that is only read, or painted while nobody types in it.
        hints: path -> why a cell shows nothing.
        tips: path -> more about its hint, for the tool tip of an empty cell.
        open_cells: identifiers that may be typed.
        wanted: identifiers that are required and empty, of cells that are only read.
        head: the line above the grid.
        rows: what stands in the rows of tables.
        tables: identifiers of cells that tell a table in short and lead to it.
        stale: paths of cells whose facts are to be verified again (待核实).
        changed: paths of cells that were changed since the last visit.
    """

    typed: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    tips: Mapping[str, str] = field(default_factory=dict)
    open_cells: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()
    head: SheetHead = field(default_factory=SheetHead)
    rows: RowFilling = field(default_factory=RowFilling)
    tables: frozenset[str] = frozenset()
    stale: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
