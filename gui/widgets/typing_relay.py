"""Letters typed in a list are meant for the box above: a scanner types wherever the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TypingRelay(QObject):
    """Watches lists and tables, which would look for a row that begins with the letter.

    Signals:
        typed: a character that is no command of the list.
    """

    typed = Signal(str)

    def watch(self, *widgets: QWidget) -> None:
        """Take what is typed in these."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            text = event.text().strip()
            held = event.modifiers() & ~_PLAIN
            if text and text.isprintable() and held == Qt.KeyboardModifier.NoModifier:
                self.typed.emit(text)
                return True
        return super().eventFilter(watched, event)
