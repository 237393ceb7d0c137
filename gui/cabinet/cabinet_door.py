"""The cabinet closed and opened while a card is in the form (开柜, 锁柜)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.card_work import CardWork
from gui.clock import Clock
from gui.frame.cards_out import tell_opening
from model.errors import CabinetError
from model.loans.opening import open_cabinet
from model.office.day import day_state
from model.office.desk import Desk


class CabinetDoor(QObject):
    """Covers a filed card while nobody may read it, and uncovers it.

    Signals:
        covered: a card is not to be seen now.
        uncovered: the card in the form is to be seen again.
        tried: the key was turned here, with whatever success.
    """

    covered = Signal()
    uncovered = Signal()
    tried = Signal()

    def __init__(self, desk: Desk, clock: Clock, work: CardWork, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._clock = clock
        self._work = work
        self._page = page
        self._ref = ""
        work.shut.connect(self.cover)

    def cover(self, ref: str) -> None:
        """Cover a card until the cabinet is open."""
        self._ref = ref
        self.covered.emit()

    def forget(self) -> None:
        """No card waits behind the door any more."""
        self._ref = ""

    def look(self) -> None:
        """Cover a filed card when the cabinet is closed, and uncover it when it is open again."""
        try:
            is_open = day_state(self._desk, self._clock.now()).is_open
        except CabinetError as error:
            errors.show(self._page, error)
            return
        card = self._work.card
        if not is_open and card is not None and card.view.state != "draft":
            self.cover(card.view.ref)
        elif is_open and self._ref:
            self._uncover()

    def open(self) -> None:
        """Open the cabinet."""
        now = self._clock.now()
        try:
            opening = open_cabinet(self._desk, now)
        except CabinetError as error:
            errors.show(self._page, error)
        else:
            tell_opening(self._desk, opening, now, self._page)
        self.tried.emit()
        self.look()

    def _uncover(self) -> None:
        card = self._work.card
        if card is not None and card.view.ref == self._ref and card.dirty:
            self.uncovered.emit()
        else:
            ref = self._ref
            self._work.forget()
            self._work.open_card(ref)
