"""What is typed and not saved is kept in the cabinet while it is typed.

A crash or a power cut then costs what was typed in the last second, never a card.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui import errors
from gui.clock import Clock
from gui.tasks import Job, Report, Tasks
from model.cards.definition import CardKind
from model.cards.typing import discard_typing, keep_typing
from model.errors import StoppedError
from model.office.desk import Desk

KEEP_AFTER_MS = 1000
"""Of a change; also while somebody types on, so that no more than a second waits."""


class TypingKeeper(QObject):
    """Writes off the window's thread: another program's writing must not hold up the typing.

    Signals:
        kept: number of the card whose typing is in the cabinet now; empty for a new card.
        emptied: all typing was taken back: nothing is to be kept.
    """

    kept = Signal(str)
    emptied = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        clock: Clock,
        take: Callable[[], dict[str, Any] | None],
        parent: QObject,
    ) -> None:
        """`take` tells what is typed, as `keep_typing` takes it; None for nothing."""
        super().__init__(parent)
        self._desk, self._tasks, self._clock, self._take = desk, tasks, clock, take
        self._writing = False
        self._dropped: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._keep)

    def note(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start(KEEP_AFTER_MS)

    def drop(self, ref: str) -> None:
        """What was typed on a card is saved, or not wanted: it must not be kept any more."""
        self._timer.stop()
        if self._writing:
            self._dropped.add(ref)

    def stop(self) -> None:
        """Nobody sits here any more."""
        self._timer.stop()

    def _keep(self) -> None:
        typing = self._take()
        if typing is None:
            self.emptied.emit()
            return
        if self._writing:
            self._timer.start(KEEP_AFTER_MS)
            return
        self._writing = True
        self._dropped.clear()
        ref, kind = typing["ref"], typing["kind"]
        job = _keeping(self._desk, typing, self._clock)
        self._tasks.run(self, job, lambda _: self._wrote(ref, kind), self._failed, quiet=True)

    def _wrote(self, ref: str, kind: CardKind) -> None:
        self._writing = False
        if ref in self._dropped:
            with errors.noted():
                discard_typing(self._desk, ref, kind)
        else:
            self.kept.emit(ref)

    def _failed(self, error: Exception) -> None:
        """Another program may be writing: tried again, unless nobody sits here any more."""
        self._writing = False
        if not isinstance(error, StoppedError):
            self._timer.start(KEEP_AFTER_MS)


def _keeping(desk: Desk, typing: dict[str, Any], clock: Clock) -> Job[None]:
    now = clock.now()

    def keep(_report: Report) -> None:
        with desk.own_connection():
            keep_typing(desk, **typing, now=now)

    return keep
