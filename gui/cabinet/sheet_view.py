"""One face of the card that can be scrolled, as wide as its room allows."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from gui.widgets.paper_grid import PaperGrid
from model.cards.layout import Face

_AROUND = 12


class SheetView(QScrollArea):
    """A `PaperGrid` on the table."""

    def __init__(self, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("sheets", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.grid = PaperGrid(face)
        self.setWidget(self.grid)
        self.grid.entered.connect(self._show_cell)
        self.verticalScrollBar().valueChanged.connect(self._move_headings)

    def begin(self) -> None:
        """Show the top of the sheet."""
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def expect(self, room: QSize) -> None:
        """Get ready for the size in which it will be seen."""
        self._fit_into(room)
        self.grid.prepare()

    def _fit(self) -> None:
        self._fit_into(self.size())

    def _fit_into(self, room: QSize) -> None:
        bar = self.verticalScrollBar().sizeHint().width()
        self.grid.fit_into(room.width() - bar - _AROUND, room.height())

    def _show_cell(self, name: str) -> None:
        middle, area = self.grid.area_of(name).center(), self.grid.area_of(name)
        self.ensureVisible(middle.x(), middle.y(), 20 + area.width() // 2, 60 + area.height() // 2)

    def _move_headings(self) -> None:
        """The strip's headings stay in view while the sheet moves."""
        self.grid.update(0, 0, self.grid.strip_width, self.grid.height())
