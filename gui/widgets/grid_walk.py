"""The cursor's way over one face of the card: cell after cell, as it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.row_cells import RowCells
from gui.widgets.sheet_places import SheetPlaces


class GridWalk:
    """Knows which cells of the layout are open, and enters them."""

    def __init__(
        self, reading: Sequence[str], widgets: Sequence[Mapping[str, QWidget]], rows: RowCells
    ) -> None:
        """Prepare to walk.

        Args:
            reading: cells of the layout in reading order.
            widgets: those that are a widget of their own: cell -> field, cell -> door.
            rows: the cells that show rows of tables, which share a few fields.
        """
        self._reading = reading
        self._widgets = widgets
        self._rows = rows

    @property
    def here(self) -> str:
        """The cell of the layout with the cursor, or the empty string."""
        for widgets in self._widgets:
            for path, widget in widgets.items():
                if widget.hasFocus():
                    return path
        return self._rows.focused()

    def path(self, name: str) -> str:
        """The cell of the layout that a name stands in."""
        return name if self._widget(name) is not None else self._rows.path_of(name)

    def open_cells(self) -> list[str]:
        """The open cells of the layout in reading order."""
        return [path for path in self._reading if self._can_enter(path)]

    def go_to(self, path: str, reason: Qt.FocusReason) -> bool:
        """Put the cursor into a cell; False where nobody types in it."""
        widget = self._widget(path)
        if widget is None:
            return self._rows.enter(path, reason)
        widget.setFocus(reason)
        return True

    def go_on(self, forward: bool) -> bool:
        """Go to the next open cell or the one before; False past the last, and the first."""
        walk = self.open_cells()
        there = walk.index(self.here) + (1 if forward else -1)
        if not 0 <= there < len(walk):
            return False
        tab, back = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
        self.go_to(walk[there], tab if forward else back)
        return True

    def enter_row_at(self, place: QPoint, places: SheetPlaces) -> bool:
        """Type in the row's cell under the mouse, of an empty row in the first empty one."""
        for cell in places.cells:
            if cell.area.contains(place):
                paths = [path for path in cell.cell.paths if path in self._rows]
                near = [path for path in paths if self._rows.part(path).contains(place)]
                path = self._rows.nearest((near or paths or [""])[0])
                return self._rows.enter(path, Qt.FocusReason.MouseFocusReason)
        return False

    def _widget(self, path: str) -> QWidget | None:
        return next((widgets[path] for widgets in self._widgets if path in widgets), None)

    def _can_enter(self, path: str) -> bool:
        widget = self._widget(path)
        return bool(self._rows.name_at(path)) if widget is None else not widget.isHidden()
