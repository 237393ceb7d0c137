"""The line that appears when a filed card has been typed on: where the news is from, and why."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from gui.translators import words
from model.words import mark

SOURCES = (
    ("visit", mark("ChangeSource", "Visit")),
    ("phone", mark("ChangeSource", "Telephone")),
    ("letter", mark("ChangeSource", "Letter")),
    ("website", mark("ChangeSource", "Website")),
    ("other", mark("ChangeSource", "Other")),
)
"""Where a change may come from (glossary: 修订来源)."""
_OTHER = len(SOURCES) - 1


def source_name(source: str) -> str:
    """A source in the window's language."""
    return words("ChangeSource", dict(SOURCES).get(source, source))


class WhyBar(QFrame):
    """Source and reason of a change; both go into the card's history."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("strip", True)
        self._source_label, self._why_label = QLabel(self), QLabel(self)
        self._source, self._why = QComboBox(self), QLineEdit(self)
        self._source.addItems([""] * len(SOURCES))
        self._why.setMaxLength(200)
        self._source_label.setBuddy(self._source)
        self._why_label.setBuddy(self._why)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        for widget in (self._source_label, self._source, self._why_label):
            layout.addWidget(widget)
        layout.addWidget(self._why, 1)
        self._retranslate()
        self.clear()

    @property
    def source(self) -> str:
        """The chosen source."""
        return SOURCES[self._source.currentIndex()][0]

    @property
    def reason(self) -> str:
        """The reason as typed."""
        return self._why.text().strip()

    def clear(self) -> None:
        """Another card: no reason yet."""
        self._source.setCurrentIndex(_OTHER)
        self._why.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._source_label.setText(self.tr("N&ews from"))
        self._why_label.setText(self.tr("&Reason"))
        self._source.setAccessibleName(self.tr("Where the change comes from"))
        self._why.setAccessibleName(self.tr("Reason of the change"))
        self._why.setPlaceholderText(self.tr("for the card's history; may stay empty"))
        for number, (_, name) in enumerate(SOURCES):
            self._source.setItemText(number, words("ChangeSource", name))
