"""A list, or in its place why there is nothing in it."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.widgets.placard import Placard


class ListOrPlacard(QStackedWidget):
    """Shows the list once it is told that something stands in it.

    Attributes:
        placard: what stands there instead.
    """

    def __init__(self, filled: QWidget, drawing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._filled = filled
        self.placard = Placard(drawing, self)
        self.placard.column.addStretch(3)
        self.addWidget(filled)
        self.addWidget(self.placard)

    @property
    def is_empty(self) -> bool:
        """Whether the placard is shown."""
        return self.currentWidget() is self.placard

    def show_filled(self, filled: bool) -> None:
        """Show the list, or the placard."""
        self.setCurrentWidget(self._filled if filled else self.placard)
