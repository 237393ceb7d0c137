"""Who gets a copy or an export, what for, and how it ends: 归还日 or 阅后销毁."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from gui.translators import spoken
from model.loans.copy_terms import LONGEST_RECEIVER, Terms

_LONGEST_PURPOSE = 200
_USUAL_DAYS = 7


class TermsForm(QWidget):
    """Three rows of a form.

    Signals:
        changed: something else is typed or chosen.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self.receiver, self.purpose = QLineEdit(self), QLineEdit(self)
        self.receiver.setMaxLength(LONGEST_RECEIVER)
        self.purpose.setMaxLength(_LONGEST_PURPOSE)
        self.back, self.shredded = QRadioButton(self), QRadioButton(self)
        self.day = QDateEdit(self)
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setMinimumDate(QDate(today.year, today.month, today.day))
        first = today + timedelta(days=_USUAL_DAYS)
        self.day.setDate(QDate(first.year, first.month, first.day))
        self._ends = QButtonGroup(self)
        for button in (self.back, self.shredded):
            self._ends.addButton(button)
        self.back.setChecked(True)
        self._labels = [QLabel(self) for _ in range(3)]
        self._build()
        self._connect()
        self._retranslate()

    def terms(self) -> Terms | None:
        """The terms; None as long as receiver or purpose is missing."""
        receiver, purpose = self.receiver.text().strip(), self.purpose.text().strip()
        if not (receiver and purpose):
            return None
        if self.shredded.isChecked():
            return Terms(receiver, purpose, destroy_after_reading=True)
        chosen = self.day.date()
        day = date(chosen.year(), chosen.month(), chosen.day())
        return Terms(receiver, purpose, day)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        ends = QHBoxLayout()
        ends.addWidget(self.back)
        ends.addWidget(self.day)
        ends.addSpacing(12)
        ends.addWidget(self.shredded)
        ends.addStretch(1)
        form = QFormLayout(self)
        form.setContentsMargins(24, 0, 0, 0)
        for label, field in zip(self._labels, (self.receiver, self.purpose), strict=False):
            form.addRow(label, field)
            label.setBuddy(field)
        form.addRow(self._labels[-1], ends)

    def _connect(self) -> None:
        for field in (self.receiver, self.purpose):
            field.textChanged.connect(self.changed)
        self.back.toggled.connect(self._look)
        self.day.dateChanged.connect(self.changed)

    def _look(self) -> None:
        self.day.setEnabled(self.back.isChecked())
        self.changed.emit()

    def _retranslate(self) -> None:
        texts = (self.tr("&Receiver"), self.tr("&Purpose"), self.tr("Ends"))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.receiver.setAccessibleName(spoken(texts[0]))
        self.purpose.setAccessibleName(spoken(texts[1]))
        self.back.setText(self.tr("&Back by"))
        self.shredded.setText(self.tr("&Destroyed after reading"))
        self.day.setAccessibleName(self.tr("Day by which it comes back"))
