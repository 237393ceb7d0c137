"""The box for the scanner and for typing: a scanner is a keyboard that ends with Enter."""

from __future__ import annotations

import re
import unicodedata
from typing import cast

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.widgets.paper_cell import ENTER, Composing

_CODE = re.compile(r"P\d+|[QG]\d{5,}(?:-\d+)?|RB\d{8}-\d+", re.ASCII)
_LONGEST = 60
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def is_code(text: str) -> bool:
    """Whether it is what a scanner sends: a badge, a card's barcode, the code of a plan."""
    return _CODE.fullmatch(as_code(text)) is not None


def card_of_code(code: str) -> str:
    """Number of the card on whose print the code stands; of another code, the code."""
    return code if code.startswith("RB") else code.partition("-")[0]


def as_code(text: str) -> str:
    """A code as it was printed: an input method that is still on gives full-width signs."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


class ScanBox(QLineEdit):
    """One line; whatever is entered leaves it empty for the next.

    Signals:
        typed: the text, at each keystroke.
        entered: the text, on Enter; empty when there is none.
        stepped: -1 or 1, by the arrows.
    """

    typed = Signal(str)
    entered = Signal(str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._composing = Composing(self)
        self.textChanged.connect(self.typed)

    def take(self, text: str) -> None:
        """Go on with what was typed elsewhere on the page."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.insert(text)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the page, which corrects the last scan: the box has nothing to undo."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and cast(QKeyEvent, event).matches(QKeySequence.StandardKey.Undo):
            event.ignore()
            return False
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing.note(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            event.accept()
            if not self._composing:
                text = self.text().strip()
                self.entered.emit(text)
        elif event.key() in _STEPS:
            event.accept()
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.text():
            event.accept()
            self.clear()
        else:
            super().keyPressEvent(event)
