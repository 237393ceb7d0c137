"""Small switches over the list of cards: 资料不全, 待核实, 需重打, each with its count."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui.translators import words
from gui.widgets.buttons import plain_button
from model.cards.listing import CardRow
from model.words import mark


@dataclass(frozen=True)
class Chip:
    """One switch.

    Attributes:
        key: by which the list asks for it.
        name: marked English text.
        tip: marked English text: what such a card lacks.
        keep: whether a card has what it asks for.
    """

    key: str
    name: str
    tip: str
    keep: Callable[[CardRow], bool]


CHIPS = (
    Chip(
        "incomplete",
        mark("FilterChips", "Incomplete"),
        mark("FilterChips", "Cards on which required facts are missing"),
        lambda row: row.incomplete,
    ),
    Chip(
        "reprint",
        mark("FilterChips", "To be reprinted"),
        mark("FilterChips", "Cards that were changed since the office printed them"),
        lambda row: row.reprint,
    ),
)


class FilterChips(QWidget):
    """The switches in a row; several together leave the cards that have all of it.

    Signals:
        changed: another switch is on.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.setSpacing(4)
        self.buttons: dict[str, QPushButton] = {}
        for chip in CHIPS:
            button = plain_button(self)
            button.setCheckable(True)
            button.setProperty("chip", True)
            button.toggled.connect(lambda _: self.changed.emit())
            layout.addWidget(button)
            self.buttons[chip.key] = button
        layout.addStretch(1)
        self._counts: dict[str, int] = {}
        self.count(())

    def left_of(self, rows: Sequence[CardRow]) -> list[CardRow]:
        """The cards that the switches leave."""
        on = [chip.keep for chip in CHIPS if self.buttons[chip.key].isChecked()]
        return [row for row in rows if all(keep(row) for keep in on)] if on else list(rows)

    def count(self, rows: Sequence[CardRow]) -> None:
        """Say how many of these cards each switch would leave."""
        self._counts = {chip.key: sum(map(chip.keep, rows)) for chip in CHIPS}
        self._retranslate()
        asked = any(button.isChecked() for button in self.buttons.values())
        self.setVisible(asked or any(self._counts.values()))

    def turn_off(self) -> None:
        """All off, told once."""
        on = [button for button in self.buttons.values() if button.isChecked()]
        for button in on:
            button.blockSignals(True)
            button.setChecked(False)
            button.blockSignals(False)
        if on:
            self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for chip in CHIPS:
            button, count = self.buttons[chip.key], self._counts[chip.key]
            name = words("FilterChips", chip.name)
            button.setText(f"{name} {count:,}" if count else name)
            button.setToolTip(words("FilterChips", chip.tip))
            button.setEnabled(bool(count) or button.isChecked())
