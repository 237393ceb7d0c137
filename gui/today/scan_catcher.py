"""A scan in the middle of a form: it is taken out of what it was typed into, and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from gui.today.scan_box import as_code, is_code
from gui.widgets.paper_cell import ENTER

_BETWEEN_KEYS_S = 0.1
"""A scanner types a key each 50 ms at most, a person hardly ever ten keys a second."""
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ScanCatcher(QObject):
    """Knows a scan by its pace and its code; a line that holds nothing but a code is one at any.

    Signals:
        scanned: the code, when it is out of the form again.
    """

    scanned = Signal(str)

    def __init__(self, parent: QObject, seconds: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._seconds = seconds
        self._typed, self._last = "", 0.0
        self._choice = -1

    def watch(self, widgets: Iterable[QWidget]) -> None:
        """Look at what is typed in these; one that is watched already is not watched twice."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & ~_PLAIN
            if held == Qt.KeyboardModifier.NoModifier:
                if event.key() in ENTER:
                    return self._end(watched)
                self._note(watched, event.text())
        return super().eventFilter(watched, event)

    def _note(self, watched: QObject, text: str) -> None:
        """One more key; after a pause it is the first."""
        now = self._seconds()
        goes_on = now - self._last < _BETWEEN_KEYS_S
        self._last = now
        if not text.strip():
            return  # Shift, which a scanner presses for a capital
        if not goes_on or not self._typed:
            self._typed = ""
            self._choice = watched.currentIndex() if isinstance(watched, QComboBox) else -1
        self._typed += text

    def _end(self, watched: QObject) -> bool:
        """Enter: whether it ended a scan."""
        typed = self._typed if self._seconds() - self._last < _BETWEEN_KEYS_S else ""
        self._typed = ""
        if not is_code(typed):
            typed = watched.text() if isinstance(watched, QLineEdit) else ""
        if not is_code(typed):
            return False
        self._take_out(watched, typed)
        self.scanned.emit(as_code(typed))
        return True

    def _take_out(self, watched: QObject, typed: str) -> None:
        if isinstance(watched, QLineEdit):
            end = watched.cursorPosition()
            begin = end - len(typed)
            if watched.text()[begin:end] == typed:
                watched.setText(watched.text()[:begin] + watched.text()[end:])
        elif isinstance(watched, QPlainTextEdit):
            cursor = watched.textCursor()
            cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, len(typed))
            if cursor.selectedText() == typed:
                cursor.removeSelectedText()
        elif isinstance(watched, QComboBox):
            watched.setCurrentIndex(self._choice)
