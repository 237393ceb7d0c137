"""Looks for cards of the same customer while somebody types, a moment after each pause."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from gui import errors
from gui.cabinet.card_form import CardForm
from gui.cabinet.look_alike_strip import LookAlikeStrip
from gui.clock import Clock
from model.cards.likeness import LookAlike, look_alikes
from model.cards.paths import row_path
from model.office.desk import Desk

_AFTER_MS = 250
_TELLING = frozenset({"uscc", "full_name", "phone", "mobile"})


class LookAlikeWatch(QObject):
    """Asks `look_alikes` for what is typed in the cells that tell one customer from another."""

    def __init__(self, desk: Desk, clock: Clock, form: CardForm, strip: LookAlikeStrip) -> None:
        super().__init__(form)
        self._desk = desk
        self._clock = clock
        self._form = form
        self._strip = strip
        self._asked: tuple[str, dict[str, str]] = ("", {})
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._look)
        form.typed.connect(self._wait)
        form.shown.connect(self._begin)

    def _begin(self) -> None:
        """Another card, or none: nothing is typed on it yet."""
        self._timer.stop()
        self._asked = ("", {})
        self._strip.show_found(())
        self._wait()

    def _wait(self) -> None:
        """Begin the pause anew, if what is typed has to do with it."""
        if self._telling() != self._asked:
            self._timer.start()

    def _telling(self) -> tuple[str, dict[str, str]]:
        """The card, and what is typed in the cells that matter."""
        card = self._form.card
        if card is None:
            return "", {}
        typed = {
            path: text for path, text in card.changes.items() if text and _column(path) in _TELLING
        }
        return card.view.ref, typed

    def _look(self) -> None:
        card = self._form.card
        self._asked = self._telling()
        ref, texts = self._asked
        found: tuple[LookAlike, ...] = ()
        if card is not None and texts:
            with errors.noted():
                found = look_alikes(self._desk, card.view.kind, texts, ref, self._clock.now())
        self._strip.show_found(found)


def _column(path: str) -> str:
    row = row_path(path)
    return row.column if row is not None else path
