"""How many approvals wait for the decision of whoever sits here: the number on the page bar."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from gui.clock import Clock
from model.cards.asking import list_approvals
from model.office.desk import Desk
from model.office.rights import Right

_COUNT_EVERY_MS = 60_000


class WaitingApprovals(QObject):
    """Counts when it is told to, and each minute: others ask at other places.

    Signals:
        counted: how many wait.
    """

    counted = Signal(int)

    def __init__(self, desk: Desk, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        if desk.may(Right.DECIDE_APPROVAL):
            timer = QTimer(self, interval=_COUNT_EVERY_MS)
            timer.timeout.connect(self.count)
            timer.start()

    def count(self) -> None:
        """Count, for a desk that decides on anything."""
        if self._desk.may(Right.DECIDE_APPROVAL):
            views = list_approvals(self._desk, self._clock.now())
            self.counted.emit(sum(view.may_decide for view in views))
