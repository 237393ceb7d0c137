"""What was promised at a visit: up to three rows of what, until when, by whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from gui.today.visit_inputs import DayLine, FormLine
from gui.translators import words
from model.cards.dates import full_date
from model.errors import Problem
from model.rounds.choices import PROMISED_BY
from model.rounds.visits_shown import PromiseEntry
from model.sentences.problems import problem_sentence

MOST = 3
_BETWEEN = "\t"
_DAY_WIDTH, _BY_WIDTH = 124, 150


class PromiseRow:
    """The inputs of one promise."""

    def __init__(self, parent: QWidget) -> None:
        self.what, self.day, self.by = FormLine(parent), DayLine(parent), QComboBox(parent)
        self.day.setFixedWidth(_DAY_WIDTH)
        self.by.setFixedWidth(_BY_WIDTH)
        for choice in PROMISED_BY:
            self.by.addItem("", choice.value)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The inputs from left to right."""
        return self.what, self.day, self.by

    @property
    def empty(self) -> bool:
        """Whether nothing is typed in it."""
        return not (self.what.text().strip() or self.day.text().strip())

    def entry(self) -> PromiseEntry | Problem:
        """The promise, or what is wrong with its day."""
        checked = full_date(self.day.meant)
        if isinstance(checked.value, date):
            by = str(self.by.currentData())
            return PromiseEntry(self.what.text().strip(), checked.value, by)
        return checked.problems[0] if checked.problems else Problem("", "required")


class PromiseRows(QWidget):
    """Rows that appear as they are needed.

    Signals:
        grown: a row more is in view.
    """

    grown = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = [PromiseRow(self) for _ in range(MOST)]
        self._wrong = QLabel(self)
        self._wrong.setProperty("warning", True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for number, row in enumerate(self.rows):
            for column, part in enumerate(row.parts):
                layout.addWidget(part, number, column)
            row.what.textChanged.connect(self._look)
        layout.addWidget(self._wrong, MOST, 0, 1, 3)
        self._retranslate()
        self.clear(date.min)

    def clear(self, today: date) -> None:
        """Empty all rows for another visit."""
        for row in self.rows:
            row.what.clear()
            row.day.clear()
            row.day.today = today
            row.by.setCurrentIndex(0)
        self.tell("")
        self._look()

    def typed(self) -> dict[int, str]:
        """The rows that are not empty, by their place, each as one text."""
        return {
            number: _BETWEEN.join((row.what.text(), row.day.text(), str(row.by.currentData())))
            for number, row in enumerate(self.rows)
            if not row.empty
        }

    def take_typed(self, texts: Mapping[int, str]) -> None:
        """Fill the rows with what `typed` gave."""
        for number, row in enumerate(self.rows):
            what, day, by = [*texts.get(number, "").split(_BETWEEN), "", "", ""][:3]
            row.what.setText(what)
            row.day.setText(day)
            row.by.setCurrentIndex(max(0, row.by.findData(by)))

    def tell(self, sentence: str) -> None:
        """Say what is wrong with them, or nothing."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    @property
    def told(self) -> str:
        """What is wrong with them."""
        return self._wrong.text()

    def entries(self) -> tuple[PromiseEntry, ...] | None:
        """The promises typed; None where a day cannot be read, which is then told."""
        found = []
        for row in self.rows:
            if row.empty:
                continue
            entry = row.entry()
            if isinstance(entry, Problem):
                self.tell(problem_sentence(entry, words))
                row.day.setFocus()
                return None
            found.append(entry)
        self.tell("")
        return tuple(found)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _look(self) -> None:
        """Show one row more than are filled."""
        filled = sum(not row.empty for row in self.rows)
        for number, row in enumerate(self.rows):
            for part in row.parts:
                part.setVisible(number <= filled)
        self.grown.emit()

    def _retranslate(self) -> None:
        for row in self.rows:
            row.what.setPlaceholderText(self.tr("What was promised"))
            row.what.setAccessibleName(self.tr("What was promised"))
            row.day.setPlaceholderText(self.tr("by +7, 3-8 …"))
            row.day.setAccessibleName(self.tr("Promised for the day"))
            row.by.setAccessibleName(self.tr("Promised by"))
            for index, choice in enumerate(PROMISED_BY):
                row.by.setItemText(index, words(choice.context, choice.label))
