"""What stands in place of a list or a sheet that is not there: why, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.buttons import remark

_DRAWING = 56
_TEXT_WIDTH = 400


class Placard(QFrame):
    """A drawing, a title, a few words, and what can be done about it."""

    def __init__(self, drawing: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawing = QLabel(self)
        colour = theme.colours().faint
        self._drawing.setPixmap(theme.icon(drawing, colour, _DRAWING).pixmap(_DRAWING, _DRAWING))
        self.title = QLabel(self)
        self.title.setProperty("heading", True)
        self.title.setWordWrap(True)
        self.words = remark(self)
        self.words.setFixedWidth(_TEXT_WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(12)
        self.column.addStretch(2)
        for label in (self._drawing, self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.column.addWidget(label, alignment=Qt.AlignmentFlag.AlignHCenter)

    def retranslate(self) -> None:
        """Set the words."""

    def say(self, text: str) -> None:
        """Set the explanation, with as many lines as it takes."""
        self.words.setText(text)
        self.words.setFixedHeight(self.words.heightForWidth(_TEXT_WIDTH) + 4)

    def add(self, widget: QWidget) -> None:
        """Add a button under the words."""
        self.column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
