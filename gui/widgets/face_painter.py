"""Draws the cells of a face that are no field just now: what is only read, and rows of tables."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from gui.widgets.cell_ink import (
    Mark,
    draw_changed,
    draw_hint,
    draw_mark,
    draw_stale,
    draw_value,
    fit_value,
    inside,
)
from gui.widgets.field_editors import FieldEditor
from gui.widgets.row_cells import RowCells
from gui.widgets.shared_cell import GAP, SharedCell
from gui.widgets.sheet_filling import SheetFilling
from gui.widgets.sheet_places import CellPlace, SheetPlaces
from model.cards.fields import Kind, field_at
from model.cards.layout import Face

_RIGHT = frozenset({Kind.MONEY, Kind.PERCENT, Kind.DECIMAL})


class FacePainter:
    """Knows what stands in the painted cells, and which of it had to be cut."""

    def __init__(self, face: Face, editors: Mapping[str, FieldEditor], rows: RowCells) -> None:
        self._face = face
        self._editors = editors
        self._rows = rows
        self._filling = SheetFilling()
        self._places: SheetPlaces | None = None
        self._shared: Mapping[str, SharedCell] = {}
        self._parts: Mapping[str, QRect] = {}
        self._cut: dict[int, str] = {}

    def arrange(
        self, places: SheetPlaces, shared: Mapping[str, SharedCell], parts: Mapping[str, QRect]
    ) -> None:
        """The sheet has another scale.

        Args:
            places: where the cells lie.
            shared: path -> the cell that it shares with others.
            parts: path -> the room of its part of a cell.
        """
        self._places, self._shared, self._parts = places, shared, parts
        self._cut.clear()

    def fill(self, filling: SheetFilling) -> None:
        """Another card, or other texts of the same one."""
        self._filling = filling
        self._cut.clear()

    def closed_text(self, path: str) -> str:
        """The text of a cell that nobody types in."""
        return self._filling.shown.get(path, "")

    def paint(self, painter: QPainter, number: int, place: CellPlace) -> None:
        """Draw one cell, and what is to be noted about it."""
        if place.cell.paths[0] in self._rows:
            self._paint_row(painter, number, place)
        else:
            self._paint_cell(painter, number, place)
        frame = QRectF(place.area)
        if not self._filling.stale.isdisjoint(place.cell.paths):
            draw_stale(painter, frame)
        if not self._filling.changed.isdisjoint(place.cell.paths):
            draw_changed(painter, frame)

    def whole_text(self, place: QPoint) -> str:
        """What is wrong with the cell under the mouse, and its text where it had to be cut."""
        found = self._cell_at(place)
        if found is None:
            return ""
        number, cell = found
        whys = [self._rows.mark(path)[1] for path in cell.cell.paths]
        return "\n".join(part for part in (*whys, self._cut.get(number, "")) if part)

    def text_at(self, place: QPoint) -> str:
        """All that is painted in the cell under the mouse."""
        found = self._cell_at(place)
        texts = map(self.closed_text, found[1].cell.paths) if found is not None else ()
        return GAP.join(text for text in texts if text)

    def _cell_at(self, place: QPoint) -> tuple[int, CellPlace] | None:
        cells = self._places.cells if self._places is not None else ()
        return next((one for one in enumerate(cells) if one[1].area.contains(place)), None)

    def _paint_cell(self, painter: QPainter, number: int, place: CellPlace) -> None:
        """Draw what of a cell is no field just now."""
        closed = [path for path in place.cell.paths if not self._is_open(path)]
        shared = self._shared.get(place.cell.paths[0])
        if len(closed) == len(place.cell.paths) or (shared is not None and shared.drawn_as_one):
            text = shared.text(self.closed_text) if shared else self.closed_text(closed[0])
            self._paint_text(painter, QRectF(place.area), text, number, place)
        else:
            for path in closed:
                area = QRectF(self._parts[path])
                self._paint_text(painter, area, self.closed_text(path), number, place)
        if any(path in self._filling.wanted for path in closed):
            draw_mark(painter, QRectF(place.area), Mark.WANTED)

    def _paint_row(self, painter: QPainter, number: int, place: CellPlace) -> None:
        """Draw a cell of a row: as one text, or its parts apart while one of them is typed in."""
        taken = self._rows.taken(place)
        if not taken:
            texts = map(self.closed_text, place.cell.paths)
            text = GAP.join(text for text in texts if text)
            self._paint_text(painter, QRectF(place.area), text, number, place)
        for path in place.cell.paths if taken else ():
            if path not in taken:
                text = self.closed_text(path)
                self._paint_text(painter, QRectF(self._rows.part(path)), text, number, place)
        marks = [self._rows.mark(path)[0] for path in place.cell.paths]
        draw_mark(painter, QRectF(place.area), max(marks, key=lambda mark: mark.value))

    def _is_open(self, path: str) -> bool:
        return path in self._editors and path in self._filling.open_cells

    def _paint_text(
        self, painter: QPainter, cell: QRectF, text: str, number: int, place: CellPlace
    ) -> None:
        """Draw a text in its cell, or the reason why there is none."""
        assert self._places is not None
        area, sizes = inside(cell), self._places.sizes
        if not text:
            hints = self._filling.hints
            hint = next((hints[path] for path in place.cell.paths if path in hints), "")
            draw_hint(painter, area, hint, sizes)
            return
        shown = fit_value(text, "", area, sizes)
        if shown.cut:
            self._cut[number] = text
        figures = place.table and field_at(self._face.kind, place.cell.paths[0]).kind in _RIGHT
        align = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
        draw_value(painter, area, shown, align)
