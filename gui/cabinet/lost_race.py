"""A save that came too late: what both changed is compared, and the save goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.race_dialog import RaceDialog, both_changed
from gui.cabinet.typed_card import TypedCard
from gui.clock import Clock
from model.cards.changes_behind import Clash, changes_behind
from model.errors import CabinetError
from model.office.desk import Desk

GoOn = Callable[[dict[str, str]], object]


class LostRace(QObject):
    """Asks what holds of a card that somebody else saved meanwhile."""

    def __init__(self, desk: Desk, clock: Clock, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._clock = clock
        self._settings = settings
        self._window = window

    def is_lost(self, card: TypedCard, since: int) -> bool:
        """Whether a fact that is typed here was saved otherwise after a version of the card."""
        if card.is_new or since == card.view.version:
            return False
        now = self._clock.now()
        try:
            clashes = changes_behind(self._desk, card.view.ref, since, card.changes, now)
        except CabinetError:
            return True  # the save tells why
        return any(map(both_changed, clashes))

    def open(self, card: TypedCard, told: str, go_on: GoOn) -> None:
        """Show both values of every fact that either side changed.

        Args:
            card: what is typed here, on the version that is no longer the card's.
            told: who saved it, and when.
            go_on: takes the texts that hold, path -> text.
        """
        view, texts = card.view, card.changes
        try:
            clashes = changes_behind(self._desk, view.ref, card.since, texts, self._clock.now())
        except CabinetError as error:
            errors.show(self._window, error)
            return
        if not any(clash.theirs_by for clash in clashes):
            return  # nothing of what is written on the card
        dialog = RaceDialog(told, clashes, view.kind, view.children, self._settings, self._window)
        dialog.settled.connect(lambda mine: go_on(_held(texts, clashes, mine)))
        dialog.open()


def _held(
    texts: dict[str, str], clashes: tuple[Clash, ...], mine: frozenset[str]
) -> dict[str, str]:
    """Of what is typed here, what was chosen, and what nobody else touched."""
    compared = {clash.path for clash in clashes}
    return {path: text for path, text in texts.items() if path in mine or path not in compared}
