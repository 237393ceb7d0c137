"""Typing that was kept and never saved, offered to whoever typed it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui.widgets.buttons import plain_button
from model.cards.definition import CardKind
from model.cards.typing import KeptTyping


class KeptTypingBar(QFrame):
    """One line for the newest; the next one follows when it is taken or dropped.

    Signals:
        taken: the `KeptTyping` to go on with.
        dropped: the `KeptTyping` that is not wanted any more.
    """

    taken = Signal(object)
    dropped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)
        self._waiting: list[KeptTyping] = []
        self._label = QLabel(self)
        self.take, self.drop = plain_button(self), plain_button(self)
        self.take.clicked.connect(lambda: self._next(self.taken))
        self.drop.clicked.connect(lambda: self._next(self.dropped))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.take)
        layout.addWidget(self.drop)
        self.offer([])

    def offer(self, waiting: Sequence[KeptTyping]) -> None:
        """Show what was kept."""
        self._waiting = list(waiting)
        self._retranslate()
        self.setVisible(bool(self._waiting))

    def take_for(self, ref: str, kind: CardKind) -> KeptTyping | None:
        """What was kept for a card that is open now: it is offered no longer, and never lost."""
        found = next((one for one in self._waiting if (one.ref, one.kind) == (ref, kind)), None)
        if found is not None:
            self.offer([one for one in self._waiting if one is not found])
        return found

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _next(self, signal: object) -> None:
        if self._waiting:
            first, *rest = self._waiting
            self.offer(rest)
            signal.emit(first)  # type: ignore[attr-defined] # a bound signal

    def _retranslate(self) -> None:
        self.take.setText(self.tr("&Go on typing"))
        self.drop.setText(self.tr("&Discard"))
        if not self._waiting:
            return
        first = self._waiting[0]
        text = self.tr("Typing of {time} that was not saved: {card}")
        name = first.texts.get("full_name", "")
        card = " ".join(part for part in (first.ref or self.tr("new card"), name) if part)
        self._label.setText(text.format(time=f"{first.kept_at:%m-%d %H:%M}", card=card))
