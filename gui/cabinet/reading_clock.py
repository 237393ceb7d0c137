"""How long the card in the form has been open, for the log."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from gui import errors
from gui.clock import Clock
from model.cards.looking import note_closed
from model.office.desk import Desk


class ReadingClock(QObject):
    """Is told which card is in the form; one that is read anew goes on being open."""

    def __init__(self, desk: Desk, clock: Clock, page: QObject) -> None:
        super().__init__(page)
        self._desk, self._clock = desk, clock
        self._ref = ""
        self._since: datetime = clock.now()

    def show(self, ref: str) -> None:
        """This card is in the form now; the empty text for none, or a new one."""
        if ref == self._ref:
            return
        now = self._clock.now()
        if self._ref:
            # Putting a card away must never fail, whatever the log says to it.
            with errors.noted():
                note_closed(self._desk, self._ref, int((now - self._since).total_seconds()), now)
        self._ref, self._since = ref, now
