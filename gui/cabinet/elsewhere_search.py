"""What is typed in the search box and is on no card of the list: others' customers."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from gui.cabinet.card_list import CardList
from gui.cabinet.office_list import find_elsewhere
from gui.clock import Clock
from gui.tasks import Tasks
from model.cards.search import Hit
from model.office.desk import Desk

_AFTER_MS = 300


class ElsewhereSearch(QObject):
    """Looks further when the typing rests and the list is still empty."""

    def __init__(
        self, desk: Desk, tasks: Tasks, clock: Clock, cards: CardList, page: QWidget
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._list = cards
        self._found: tuple[str, int] = ("", 0)
        cards.nothing_found.connect(self._wait)

    @property
    def count(self) -> int:
        """How many customers of others were told for what is typed."""
        text, count = self._found
        return count if text == self._list.filter_text else 0

    def _wait(self, text: str) -> None:
        QTimer.singleShot(_AFTER_MS, self, lambda: self._search(text))

    def _search(self, text: str) -> None:
        if self._is_wanted(text):
            job = find_elsewhere(self._desk, text, self._clock.now())
            self._tasks.run(self, job, lambda hits: self._tell(text, hits))

    def _tell(self, text: str, hits: list[Hit]) -> None:
        """Others' customers are named as far as one may know, and who keeps them."""
        if self._is_wanted(text):
            self._found = (text, len(hits))
            told = self.tr("{name} · {ref} · kept by {rep}")
            self._list.tell_others(
                [told.format(name=hit.name, ref=hit.ref, rep=hit.rep or "—") for hit in hits],
                hits,
            )

    def _is_wanted(self, text: str) -> bool:
        return text == self._list.filter_text and not self._list.rows
