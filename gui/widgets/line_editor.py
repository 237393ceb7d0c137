"""Cells that are typed in: one line, several lines, a tick."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from gui.widgets.paper_cell import PaperCell
from model.cards.answers import flag
from model.cards.fields import Field

_LONGEST = 2000


class LineEditor(PaperCell, QLineEdit):
    """One line of text, a number, a code or a date.

    Signals:
        entered: the cursor came in.
        edited: another text stands in it, by a person's doing.
        left: the cursor went to another cell.
    """

    entered = Signal()
    edited = Signal()
    left = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.become_cell(field)
        self.setFrame(False)
        self.setMaxLength(_LONGEST)
        self.textChanged.connect(self.note_change)

    def typed(self) -> str:
        return self.text()

    def fill(self, text: str) -> None:
        """Show another card's text; nothing is emitted, nothing can be undone."""
        if text == self.text():
            return
        with QSignalBlocker(self):
            self.setText(text)
            self.setCursorPosition(0)
        self.look.forget_fit()
        self.look.tell("")

    def type_over(self, text: str) -> None:
        """Replace the text as typing would, so that Ctrl+Z brings the old one back."""
        if text != self.text():
            self.selectAll()
            self.insert(text)


class TextEditor(PaperCell, QPlainTextEdit):
    """A text of several lines; Enter goes on to the next cell, Shift+Enter begins a line.

    Signals:
        entered: the cursor came in.
        edited: another text stands in it, by a person's doing.
        left: the cursor went to another cell.
    """

    entered = Signal()
    edited = Signal()
    left = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.become_cell(field)
        self.setTabChangesFocus(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.viewport().setAutoFillBackground(False)
        self.textChanged.connect(self.note_change)

    def typed(self) -> str:
        return self.toPlainText()

    def fill(self, text: str) -> None:
        """Show another card's text; nothing is emitted, nothing can be undone."""
        if text == self.toPlainText():
            return
        with QSignalBlocker(self):
            self.setPlainText(text)
        self.look.forget_fit()
        self.look.tell("")
        self.viewport().update()

    def type_over(self, text: str) -> None:
        """Replace the text as typing would, so that Ctrl+Z brings the old one back."""
        if text != self.toPlainText():
            self.selectAll()
            self.insertPlainText(text)

    def canvas(self) -> QWidget:
        return self.viewport()

    def begins_line(self, event: QKeyEvent) -> bool:
        """Any modifier makes a new line, as each spreadsheet has its own for it."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return held != Qt.KeyboardModifier.NoModifier

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.begins_line(event) and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not self.composing:
                self.insertPlainText("\n")
            event.accept()
            return
        super().keyPressEvent(event)


class FlagEditor(PaperCell, QCheckBox):
    """Yes or no.

    Signals:
        entered: the cursor came in.
        edited: ticked or cleared by a person.
        left: the cursor went to another cell.
    """

    entered = Signal()
    edited = Signal()
    left = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.become_cell(field)
        self._filled = ""
        self.clicked.connect(self.note_change)

    def typed(self) -> str:
        """The text it was filled with, unless it has been ticked or cleared since."""
        if self.isChecked() == _is_yes(self._filled):
            return self._filled
        return "yes" if self.isChecked() else "no"

    def fill(self, text: str) -> None:
        """Show another card's answer."""
        self._filled = text
        self.setChecked(_is_yes(text))

    def type_over(self, text: str) -> None:
        """Answer as a click would."""
        if self.isChecked() != _is_yes(text):
            self.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        QCheckBox.paintEvent(self, event)


def _is_yes(text: str) -> bool:
    return flag(text).value is True
