"""The line that appears when a filed card has been typed on: where the news is from, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.translators import words
from gui.widgets.buttons import remark
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
_MOST_NAMES = 5


def source_name(source: str) -> str:
    """A source in the window's language."""
    return words("ChangeSource", dict(SOURCES).get(source, source))


class WhyBar(QFrame):
    """Source and reason of a change; both go into the card's history.

    Where somebody else must decide first, it says which facts that are.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("strip", True)
        self._source_label, self._why_label = QLabel(self), QLabel(self)
        self._source, self._why = QComboBox(self), QLineEdit(self)
        self._source.addItems([""] * len(SOURCES))
        self._why.setMaxLength(200)
        self._source_label.setBuddy(self._source)
        self._why_label.setBuddy(self._why)
        self._handed_in = remark(self)
        self._handed_in.setProperty("faint", False)
        self._handed_in.setProperty("note", True)
        line = QHBoxLayout()
        for widget in (self._source_label, self._source, self._why_label):
            line.addWidget(widget)
        line.addWidget(self._why, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.setSpacing(2)
        layout.addWidget(self._handed_in)
        layout.addLayout(line)
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
        self.tell_handed_in(())

    @property
    def told(self) -> str:
        """What it says of the facts that somebody else decides on."""
        return self._handed_in.text()

    def tell_handed_in(self, names: Sequence[str]) -> None:
        """Name the facts that become a proposal."""
        shown = "、".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
        told = self.tr("Handed in as a proposal, to be decided by others: {fields}")
        self._handed_in.setText(told.format(fields=shown) if names else "")
        self._handed_in.setVisible(bool(names))

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
