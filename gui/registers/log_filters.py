"""Which lines of the log: days, person, kind of event, number, words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from gui.today.visit_inputs import DayLine
from gui.translators import words
from model.cards.dates import full_date
from model.loans.log_reading import LogPerson
from model.office.log_query import GROUPS, LogQuery
from model.sentences.log_words import group_words

_RESTS_MS = 400
_DAY, _NUMBER, _TEXT = 108, 120, 150


class LogFilters(QWidget):
    """A row of boxes.

    Signals:
        changed: another question is asked.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._people: Sequence[LogPerson] = ()
        self._asked = LogQuery()
        self._build(today)
        self._connect()
        self._retranslate()

    @property
    def wanted(self) -> LogQuery:
        """The question as it stands in the boxes; a day that is none does not narrow."""
        group = self.group.currentData()
        return LogQuery(
            day_from=_day(self.since),
            day_to=_day(self.until),
            staff_no=self.person.currentData(),
            groups=(group,) if group else (),
            subject=self.number.text().strip(),
            text=self.text.text().strip(),
        )

    def show_people(self, people: Sequence[LogPerson]) -> None:
        """List who may have done it; those who have left at the end."""
        self._people = people
        chosen = self.person.currentData()
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem(self.tr("Everybody"), None)
        for person in people:
            name = self.tr("{name} (left)").format(name=person.name)
            self.person.addItem(name if person.has_left else person.name, person.staff_no)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        self.person.blockSignals(False)

    def clear(self) -> None:
        """Ask for everything; nobody is told."""
        for box in self._lines:
            box.blockSignals(True)
            box.clear()
            box.blockSignals(False)
        for choice in (self.person, self.group):
            choice.blockSignals(True)
            choice.setCurrentIndex(0)
            choice.blockSignals(False)
        self._asked = LogQuery()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self, today: date) -> None:
        self.since, self.until = DayLine(self), DayLine(self)
        self.person, self.group = QComboBox(self), QComboBox(self)
        self.number, self.text = QLineEdit(self), QLineEdit(self)
        for day in (self.since, self.until):
            day.today = today
            day.setFixedWidth(_DAY)
        self.number.setMinimumWidth(_NUMBER)
        self.text.setMinimumWidth(_TEXT)
        for line in (self.number, self.text):
            line.setClearButtonEnabled(True)
        self._lines = (self.since, self.until, self.number, self.text)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_RESTS_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        for widget in (self.since, self.until, self.person, self.group):
            row.addWidget(widget)
        row.addWidget(self.number, 1)
        row.addWidget(self.text, 2)

    def _connect(self) -> None:
        for day in (self.since, self.until):
            day.editingFinished.connect(self._tell)
        for choice in (self.person, self.group):
            choice.currentIndexChanged.connect(lambda _: self._tell())
        for line in (self.number, self.text):
            line.textChanged.connect(lambda _: self._rest.start())
            line.returnPressed.connect(self._tell)
        self._rest.timeout.connect(self._tell)

    def _tell(self) -> None:
        self._rest.stop()
        if self.wanted != self._asked:
            self._asked = self.wanted
            self.changed.emit()

    def _retranslate(self) -> None:
        chosen = self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(self.tr("Every kind"), "")
        for group in GROUPS:
            self.group.addItem(group_words(group, words), group)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.blockSignals(False)
        self.show_people(self._people)
        for widget, name, hint in (
            (self.since, self.tr("From this day on"), self.tr("From")),
            (self.until, self.tr("Until this day"), self.tr("To")),
            (self.number, self.tr("Number of a card, plan … or #line"), self.tr("Card no., #line")),
            (self.text, self.tr("Words in the line"), self.tr("Words in the line")),
        ):
            widget.setAccessibleName(name)
            widget.setPlaceholderText(hint)
            widget.setToolTip(name)
        self.person.setAccessibleName(self.tr("Who did it"))
        self.group.setAccessibleName(self.tr("Kind of event"))


def _day(box: DayLine) -> date | None:
    found = full_date(box.meant, None).value if box.text().strip() else None
    return found if isinstance(found, date) else None
