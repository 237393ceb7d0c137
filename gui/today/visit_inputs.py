"""One input for each kind of field of a visit record; what is typed stays text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.today.short_dates import full_day
from gui.translators import words
from gui.widgets.paper_cell import ENTER, Composing
from model.cards.definition import Field, Kind

_LONGEST = 2000
_LINE_HEIGHT = 22
_CHOICES_ABREAST = 5
_RATINGS = ("1", "2", "3", "4", "5")
_YES = "yes"


class FormLine(QLineEdit):
    """One line; Enter goes on, and never takes part in composing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMaxLength(_LONGEST)
        self.composing = Composing(self)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing.note(event)
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and plain:
            if not self.composing:
                self.focusNextPrevChild(True)
            event.accept()
            return
        super().keyPressEvent(event)


class FormText(QPlainTextEdit):
    """Several lines; Tab goes on, Enter begins a line."""

    def __init__(self, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setProperty("form", True)
        self.setFixedHeight(lines * _LINE_HEIGHT + 12)


class DayLine(FormLine):
    """A day, typed in full or in a hurry; the day meant is written out when the cursor leaves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.today = date.min
        self.editingFinished.connect(lambda: self.setText(self.meant))

    @property
    def meant(self) -> str:
        """The day as the model reads it."""
        return full_day(self.text(), self.today)


class ChoiceBox(QComboBox):
    """One entry of a list, or none."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.addItem("", "")
        for choice in field.choices:
            self.addItem(words(choice.context, choice.label), choice.value)
        for rating in _RATINGS if field.kind is Kind.RATING else ():
            self.addItem(rating, rating)

    def fill(self, value: str) -> None:
        """Choose a value; none where there is no such one."""
        self.setCurrentIndex(max(0, self.findData(value)))


class TickBoxes(QWidget):
    """Several entries of a list."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.boxes = {choice.value: QCheckBox(self) for choice in field.choices}
        for number, choice in enumerate(field.choices):
            box = self.boxes[choice.value]
            box.setText(words(choice.context, choice.label))
            layout.addWidget(box, number // _CHOICES_ABREAST, number % _CHOICES_ABREAST)

    @property
    def ticked(self) -> str:
        """The values ticked, joined by commas."""
        return ",".join(value for value, box in self.boxes.items() if box.isChecked())

    def fill(self, values: str) -> None:
        """Tick exactly these."""
        for value, box in self.boxes.items():
            box.setChecked(value in values.split(","))


class VisitInput(QWidget):
    """The input of one field, with room under it for what is wrong."""

    def __init__(self, field: Field, lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self.input, self._read, self._fill = _made(field, lines, self)
        self.input.setAccessibleName(words("CardField", field.label))
        self._wrong = QLabel(self)
        self._wrong.setProperty("warning", True)
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self.input)
        layout.addWidget(self._wrong)
        self.setFocusProxy(self.input)
        self.tell("")

    @property
    def typed(self) -> str:
        """What was answered, as the model reads it."""
        return self._read().strip()

    @property
    def told(self) -> str:
        """What is wrong with it."""
        return self._wrong.text()

    def fill(self, text: str) -> None:
        """Put an answer into it; the empty one for another visit."""
        self._fill(text)
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Say what is wrong with it, or nothing."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.input.setAccessibleDescription(sentence)


def _made(
    field: Field, lines: int, parent: QWidget
) -> tuple[QWidget, Callable[[], str], Callable[[str], object]]:
    """The widget of a kind, how it is read, how it is filled."""
    if field.kind in {Kind.CHOICE, Kind.RATING}:
        box = ChoiceBox(field, parent)
        return box, lambda: str(box.currentData() or ""), box.fill
    if field.kind is Kind.CHOICES:
        ticks = TickBoxes(field, parent)
        return ticks, lambda: ticks.ticked, ticks.fill
    if field.kind is Kind.FLAG:
        tick = QCheckBox(words("CardField", field.label), parent)
        return (
            tick,
            lambda: _YES if tick.isChecked() else "",
            lambda text: tick.setChecked(text == _YES),
        )
    if field.kind is Kind.TEXT:
        text = FormText(lines, parent)
        return text, text.toPlainText, text.setPlainText
    if field.kind is Kind.DATE:
        day = DayLine(parent)
        return day, lambda: day.meant, day.setText
    line = FormLine(parent)
    return line, line.text, line.setText
