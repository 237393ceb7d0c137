"""Cards that may be of the same customer, told while somebody types."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.translators import words
from gui.widgets.buttons import link_button
from model.cards.likeness import LookAlike
from model.sentences.names import field_label

_MOST = 3


class LookAlikeStrip(QFrame):
    """One line a card that is there already; who may read it can open it.

    Signals:
        card_wanted: number of the card to look at.
    """

    card_wanted = Signal(str)

    def __init__(self, may_open: bool, parent: QWidget) -> None:
        """`may_open`: whether this desk may read the cards that are found."""
        super().__init__(parent)
        self.setProperty("strip", True)
        self._may_open = may_open
        self._found: Sequence[LookAlike] = ()
        self.lines = [self._line() for _ in range(_MOST)]
        self._rest = QLabel(self)
        self._rest.setProperty("faint", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 3, 10, 3)
        layout.setSpacing(0)
        for line in self.lines:
            layout.addWidget(line)
        last = QHBoxLayout()
        last.addWidget(self._rest)
        layout.addLayout(last)
        self.show_found(())

    @property
    def told(self) -> list[str]:
        """The lines in view."""
        return [line.text() for line in self.lines if not line.isHidden()]

    def show_found(self, found: Sequence[LookAlike]) -> None:
        """Show other cards, or none."""
        self._found = found
        self._retranslate()
        self.setVisible(bool(found))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _line(self) -> QPushButton:
        line = link_button(self)
        line.setProperty("level", "warning")
        line.clicked.connect(lambda: self.card_wanted.emit(line.property("card_no")))
        line.setEnabled(self._may_open)
        return line

    def _retranslate(self) -> None:
        for number, line in enumerate(self.lines):
            alike = self._found[number] if number < len(self._found) else None
            line.setVisible(alike is not None)
            line.setText(self._told(alike) if alike is not None else "")
            line.setProperty("card_no", alike.card_no if alike is not None else "")
        rest = len(self._found) - _MOST
        self._rest.setVisible(rest > 0)
        self._rest.setText(self.tr("and %n more", "", max(0, rest)))

    def _told(self, alike: LookAlike) -> str:
        """Number and keeper; the name only to who may know it."""
        told = self.tr("△ Same {field}: there is a card {ref} already, kept by {rep}")
        sentence = told.format(
            field=field_label(alike.field, words), ref=alike.card_no, rep=alike.keeper or "—"
        )
        return f"{sentence} · {alike.name}" if alike.name else sentence
