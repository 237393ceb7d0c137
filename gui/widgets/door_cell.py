"""A cell that tells a table in short, and leads to the table."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.widgets.paper_cell import ENTER

_OPENING = ENTER | {Qt.Key.Key_F2, Qt.Key.Key_Space}


class DoorCell(QWidget):
    """Lies over its cell, which the sheet draws, and takes the cursor.

    Signals:
        entered: the cursor came in.
        opened: Enter, F2, or a double click: the table is wanted.
    """

    entered = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.opened.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.colours().brass), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
