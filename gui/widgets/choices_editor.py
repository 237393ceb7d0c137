"""A cell in which several entries of a list may stand, such as the buying roles of a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gui.translators import words
from gui.widgets.line_editor import LineEditor
from model.cards.fields import Field
from model.words import mark

_JOINT = mark("CardChoice", ", ")
_BETWEEN = re.compile("[、,，]")
_TICKED, _CLEAR = "■", "□"


class _Entries(QFrame):
    """The list below the cell: it shows, and takes clicks, but never the keyboard."""

    def __init__(self, editor: ChoicesEditor) -> None:
        super().__init__(editor, Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setProperty("entries", True)
        self._editor = editor
        self._labels: list[QLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 4, 10, 4)
        self._layout.setSpacing(2)

    def show_entries(self) -> None:
        """Write every entry with its number and its tick."""
        answers, chosen = self._editor.answers, set(self._editor.chosen)
        while len(self._labels) < len(answers):
            label = QLabel(self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._labels.append(label)
            self._layout.addWidget(label)
        for number, answer in enumerate(answers):
            tick = _TICKED if answer in chosen else _CLEAR
            self._labels[number].setText(f"{number + 1}  {tick} {answer}")
        for label in self._labels[len(answers) :]:
            label.hide()
        self.adjustSize()
        self._stand_below()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        for number, label in enumerate(self._labels):
            if label.isVisible() and label.geometry().adjusted(-6, -1, 10, 1).contains(place):
                self._editor.toggle(number)
        event.accept()

    def _stand_below(self) -> None:
        """Below the cell, or above it where the screen ends."""
        editor = self._editor
        place = editor.mapToGlobal(QPoint(0, editor.height()))
        room = editor.screen().availableGeometry()
        if place.y() + self.height() > room.bottom():
            place = editor.mapToGlobal(QPoint(0, -self.height()))
        place.setX(min(place.x(), room.right() - self.width()))
        self.move(place)


class ChoicesEditor(LineEditor):
    """Several entries: a digit or a click ticks one; they may be typed in words as well.

    Signals as of `LineEditor`.
    """

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._answers: tuple[str, ...] = ()
        self._entries: _Entries | None = None

    @property
    def answers(self) -> tuple[str, ...]:
        """The entries as they are shown."""
        return self._answers

    @property
    def chosen(self) -> list[str]:
        """The entries that stand in the cell, in the order of the list."""
        typed = {part.strip() for part in _BETWEEN.split(self.text())}
        return [answer for answer in self._answers if answer in typed]

    def offer(self, answers: Sequence[str]) -> None:
        """Set the entries of the list."""
        self._answers = tuple(answers)

    def toggle(self, number: int) -> None:
        """Tick an entry, or clear its tick."""
        if not 0 <= number < len(self._answers) or self.isReadOnly():
            return
        chosen = {*self.chosen} ^ {self._answers[number]}
        joint = words("CardChoice", _JOINT)
        self.type_over(joint.join(answer for answer in self._answers if answer in chosen))
        self._show_entries()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isascii() and text.isdigit() and 1 <= int(text) <= len(self._answers):
            self.toggle(int(text) - 1)
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_entries()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._put_away()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._put_away()
        super().hideEvent(event)

    def _show_entries(self) -> None:
        if not self._answers or not self.hasFocus():
            return
        if self._entries is None:
            self._entries = _Entries(self)
        self._entries.show_entries()
        self._entries.show()

    def _put_away(self) -> None:
        if self._entries is not None:
            self._entries.hide()
