"""Locks the screen when nobody has been at the computer for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from gui.clock import Clock
from gui.lock.idle_time import system_idle_seconds

SNOOZE = timedelta(minutes=15)
SNOOZES = 2
_LONG_AGO = datetime(1970, 1, 1)  # noqa: DTZ001 - wall-clock time is meant
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


class IdleWatch(QObject):
    """Counts down from the last input; works by the wall clock, so that sleep counts too.

    It filters the events of windows, not of the application: those are only what comes from
    the keyboard and the mouse, and asking Python for each of the others would slow every page.

    Signals:
        ticked: seconds left, and how many snoozes.
        expired: nobody was here for the whole time.
    """

    ticked = Signal(int, int)
    expired = Signal()

    def __init__(
        self,
        clock: Clock,
        parent: QObject | None,
        system_idle: Callable[[], float | None] = system_idle_seconds,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._system_idle = system_idle
        self._limit = timedelta(minutes=10)
        self._last_input = _LONG_AGO
        self._not_before = _LONG_AGO
        self._snoozes = SNOOZES
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)

    @property
    def snoozes(self) -> int:
        """How many times the lock may still be put off at this desk."""
        return self._snoozes

    def start(self, minutes: int) -> None:
        """Begin to count, for a person who has just logged in."""
        self._limit = timedelta(minutes=minutes)
        self._last_input = self._clock.now()
        self._not_before = _LONG_AGO
        self._snoozes = SNOOZES
        self._timer.start()
        self.tick()

    def stop(self) -> None:
        """Nobody is logged in."""
        self._timer.stop()

    def snooze(self) -> bool:
        """Put the lock off by a quarter of an hour from now, twice at most."""
        if not self._snoozes:
            return False
        self._snoozes -= 1
        self._last_input = self._clock.now()
        self._not_before = self._last_input + SNOOZE
        self.tick()
        return True

    def watch(self, window: QWindow | None) -> None:
        """Notice the input of one more window; the same window again changes nothing."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last_input = self._clock.now()
        return False

    def tick(self) -> None:
        """Look at the clock; called every second."""
        now = self._clock.now()
        self._last_input = min(now, max(self._last_input, self._touched(now)))
        ends_at = max(self._last_input + self._limit, self._not_before)
        left = int((ends_at - now).total_seconds())
        if left <= 0:
            self.stop()
            self.expired.emit()
        else:
            self.ticked.emit(left, self._snoozes)

    def _touched(self, now: datetime) -> datetime:
        """When anybody last touched this computer, in this program or another."""
        idle = self._system_idle()
        return _LONG_AGO if idle is None else now - timedelta(seconds=idle)
