"""Locking the screen: cover, keep the typing, stop the jobs, forget the key.

Covering comes first and at once. The rest waits for the event loop to come round, so that a
dialog which was open has returned to its caller before its page is destroyed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.clipboard import ClipboardWatch
from gui.clock import Clock
from gui.lock.cover import Cover
from gui.tasks import Tasks
from model.office.desk import Desk
from model.office.log_in import lock_screen

if TYPE_CHECKING:
    from gui.frame.desk_view import DeskView

Typings = list[dict[str, Any]]
_STOP_MS = 700
_TYPING_MS = 700


@dataclass(frozen=True)
class LockTimes:
    """How long the last lock took, in milliseconds since it was asked for.

    Attributes:
        covered_ms: until nothing of any customer was on the screen.
        forgotten_ms: until the database was closed and the key overwritten.
    """

    covered_ms: float
    forgotten_ms: float


class ScreenLock(QObject):
    """Takes one desk's view away.

    Signals:
        locked: the `LockTimes`; the view may be destroyed now.
    """

    locked = Signal(object)

    def __init__(self, window: QWidget, tasks: Tasks, clock: Clock) -> None:
        super().__init__(window)
        self._cover = Cover(window)
        self._clipboard = ClipboardWatch(self)
        self._tasks = tasks
        self._clock = clock
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether a lock is under way."""
        return self._busy

    def lock(self, desk: Desk, view: DeskView, why: str) -> None:
        """Cover now, forget as soon as open dialogs have returned; `why` goes to the log."""
        if self._busy:
            return
        self._busy = True
        started = perf_counter()
        self._cover.cover()
        covered = (perf_counter() - started) * 1000
        typing = _typing_of(view)

        def finish() -> None:
            self._forget(desk, view, typing, why)
            self._busy = False
            self.locked.emit(LockTimes(covered, (perf_counter() - started) * 1000))

        QTimer.singleShot(0, self, finish)

    def lock_now(self, desk: Desk, view: DeskView) -> None:
        """The same in one go, for a program that ends."""
        self._cover.cover()
        self._forget(desk, view, _typing_of(view), "quit")

    def fit(self) -> None:
        """The window has another size."""
        self._cover.fit()

    def uncover(self) -> None:
        """Take the sheet away, once the door stands behind it."""
        self._cover.hide()

    def _forget(self, desk: Desk, view: DeskView, typing: Typings, why: str) -> None:
        """Nothing in here may stop the lock, whatever goes wrong."""
        now = self._clock.now()
        with errors.noted():
            self._clipboard.clear()
        with errors.noted():
            self._tasks.stop_all(_STOP_MS)
        with errors.noted():
            self._keep(desk, typing)
        with errors.noted():
            view.put_away()
        with errors.noted():
            lock_screen(desk, now, why)
        with errors.noted():
            view.forget()

    def _keep(self, desk: Desk, typing: Typings) -> None:
        """Keep unsaved typing in the cabinet; another program's writing is not waited for."""
        if typing:
            self._tasks.run_within(_TYPING_MS, _keeper(desk, typing, self._clock))


def _typing_of(view: DeskView) -> Typings:
    """What is typed and not saved; a page in a bad way loses its own typing only."""
    with errors.noted():
        return view.take_typing()
    return []


def _keeper(desk: Desk, typing: Typings, clock: Clock) -> Callable[[], None]:
    def keep() -> None:
        from model.cards.typing import keep_typing

        with desk.own_connection():
            for one in typing:
                keep_typing(desk, **one, now=clock.now())

    return keep
