"""What is searched for comes into the log when a hit opens, or when the typing has rested.

Not at each keystroke: 恒, 恒岳, 恒岳机 are one search. What was typed is not noted, only how many
words, and what came of it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from gui import errors
from model.cards.finding import query_key
from model.cards.search import note_search
from model.office.desk import Desk

RESTS_MS = 2000
"""So long without a keystroke is a search that somebody looked at (domain.md §5.10)."""


class SearchNote(QObject):
    """One search box's searches.

    Args:
        desk: who searches.
        now: office wall-clock time.
        parent: the page or dialog of the box.
    """

    def __init__(self, desk: Desk, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._now = desk, now
        self._terms = 0
        self._text = ""
        self._count: Callable[[], int] = int
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(RESTS_MS)
        self._rest.timeout.connect(self._write)

    def typed(self, text: str, count: Callable[[], int]) -> None:
        """The box says this now.

        Args:
            text: what is typed.
            count: asked for the number of hits when the search is noted.
        """
        if text == self._text:
            return
        self._text, self._count = text, count
        self._terms = len(query_key(text))
        if self._terms:
            self._rest.start()
        else:
            self._rest.stop()

    def opened(self, ref: str) -> None:
        """A hit was opened: the search is over, and this is what came of it."""
        if self._rest.isActive():
            self._rest.stop()
            self._write(ref)

    def forget(self) -> None:
        """The screen locks."""
        self._rest.stop()
        self._text, self._terms, self._count = "", 0, int

    def _write(self, ref: str = "") -> None:
        with errors.noted():
            note_search(self._desk, self._terms, self._count(), ref, self._now())
