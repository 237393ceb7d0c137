"""Waiting for a window: until something is so, and until it has been painted."""

from __future__ import annotations

import time
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

_PATIENCE_S = 60.0
_WAITING = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def wait_for(ready: Callable[[], object]) -> None:
    """Let the window work until something is so; sleeps between two events, as a program does.

    Raises:
        TimeoutError: it never was.
    """
    until = time.monotonic() + _PATIENCE_S
    loop, wake = QEventLoop(), QTimer(interval=50)
    wake.start()
    while not ready():
        loop.processEvents(_WAITING)
        if time.monotonic() > until:
            raise TimeoutError


def rest(seconds: float) -> None:
    """Let the window finish what it has begun."""
    until = time.monotonic() + seconds
    wait_for(lambda: time.monotonic() > until)


class _Painting(QObject):
    """Waits for the first painting of a window in which something is so."""

    def __init__(self, window: QWidget, ready: Callable[[], object]) -> None:
        super().__init__(window)
        self._ready = ready
        self.done = False
        window.installEventFilter(self)
        window.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # With either event the window paints everything that is out of date, all in one.
        if event.type() in {QEvent.Type.UpdateRequest, QEvent.Type.Expose} and self._ready():
            self.done = True
        return False


def until_painted(window: QWidget, ask: Callable[[], object], ready: Callable[[], object]) -> float:
    """Milliseconds from asking until what was asked for has been painted.

    Args:
        window: the top-level window, shown.
        ask: presses the key.
        ready: whether what the window would paint now is what was asked for.
    """
    painting = _Painting(window, ready)
    started = perf_counter()
    ask()
    # The loop is asked again only when the painting itself is over.
    wait_for(lambda: painting.done)
    took = (perf_counter() - started) * 1000
    window.removeEventFilter(painting)
    painting.deleteLater()
    return took
