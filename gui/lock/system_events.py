"""Locks when the computer is left: its screen locked, put to sleep, handed to another user.

How that is heard differs from system to system, so each has a file of its own, loaded once the
window stands. A system that tells nothing leaves the idle watch, which counts sleep as absence.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import errors


class Away(StrEnum):
    """Why nobody is at the computer."""

    SCREEN = "screen_locked"
    SLEEP = "sleep"
    USER = "user_switch"


Tell = Callable[[Away], object]


class Listening(Protocol):
    """What a system's file gives: it goes on hearing for as long as it is held."""

    def settle(self) -> None:
        """Our screen is locked: the system may sleep now."""

    def stop(self) -> None:
        """Hear no more."""


class SystemEvents(QObject):
    """Hears from the system that its user goes away.

    Signals:
        left: an `Away`, in the window's thread.
    """

    left = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._heard: Listening | None = None

    def listen(self) -> None:
        """Begin to hear; what is missing on this computer is noted and does no harm."""
        with errors.noted():
            self._heard = _listening(self._window, self.left.emit)

    def settle(self) -> None:
        """Our screen is locked: a system that waits for us before it sleeps waits no longer."""
        if self._heard is not None:
            self._heard.settle()

    def stop(self) -> None:
        """The program ends."""
        heard, self._heard = self._heard, None
        if heard is not None:
            heard.stop()


def _listening(window: QWidget, tell: Tell) -> Listening | None:
    """This system's way to hear, if it has one."""
    if sys.platform == "win32":
        from gui.lock.system_events_windows import WindowsEvents

        return WindowsEvents(int(window.winId()), tell)
    if sys.platform == "darwin":
        from gui.lock.system_events_mac import MacEvents

        return MacEvents(tell)
    from gui.lock.system_events_linux import LinuxEvents, buses

    return LinuxEvents(tell, *buses())
