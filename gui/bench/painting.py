"""The end of a painting: when the window has shown what it was asked for."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from gui.bench.typist import wait_for


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
