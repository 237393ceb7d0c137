"""Locks the screen when nobody has been at the computer for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from gui.clock import Clock
from gui.lock.idle_time import steady_seconds, system_idle_seconds

SNOOZE = timedelta(minutes=15)
SNOOZES = 2
_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}


class Moment(NamedTuple):
    """A moment by two clocks.

    Attributes:
        wall: the office's wall clock, which people and servers set forward and back.
        steady: seconds by a clock that nobody sets; whether it counts sleep is the system's affair.
    """

    wall: datetime
    steady: float

    def since(self, earlier: Moment) -> timedelta:
        """How long ago the other one was, by the clock that says longer."""
        return max(self.wall - earlier.wall, timedelta(seconds=self.steady - earlier.steady))


class IdleWatch(QObject):
    """Counts down from the last input.

    It believes whichever of two clocks has gone on further: hours asleep count although the steady
    clock may stand meanwhile, and a wall clock that is set back puts nothing off.

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
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._system_idle = system_idle
        self._steady = steady
        self._limit = timedelta(minutes=10)
        self._last_input = self._last_tick = self._now()
        self._put_off: Moment | None = None
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
        self._last_input = self._last_tick = self._now()
        self._put_off = None
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
        self._last_input = self._put_off = self._now()
        self.tick()
        return True

    def watch(self, window: QWindow | None) -> None:
        """Notice the input of one more window; the same window again changes nothing."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last_input = self._now()
        return False

    def tick(self) -> None:
        """Look at the clocks; called every second."""
        now = self._now()
        asleep, self._last_tick = now.since(self._last_tick), now
        left = ceil(self._left(now, asleep).total_seconds())
        if left <= 0:
            self.stop()
            self.expired.emit()
        else:
            self.ticked.emit(left, self._snoozes)

    def _now(self) -> Moment:
        return Moment(self._clock.now(), self._steady())

    def _left(self, now: Moment, asleep: timedelta) -> timedelta:
        """Time until it locks.

        Whoever wakes a sleeping computer touches it, and that says nothing about the time before:
        a sleep as long as the limit is an absence, whatever came after it.
        """
        idle = self._system_idle()
        absent = now.since(self._last_input)
        if idle is not None:
            absent = min(absent, timedelta(seconds=idle))
        left = self._limit - (absent if asleep < self._limit else asleep)
        return left if self._put_off is None else max(left, SNOOZE - now.since(self._put_off))
