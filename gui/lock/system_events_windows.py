"""Windows: the session's lock, the change of user and sleep, as messages to our window.

Not tried on Windows: there is no such computer to try it on. What a message means and how it is
taken apart is tested with messages made by hand.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from gui.lock.system_events import Away, Tell

_SESSION_CHANGE, _POWER = 0x02B1, 0x0218  # WM_WTSSESSION_CHANGE, WM_POWERBROADCAST
_ONLY_OURS = 0  # NOTIFY_FOR_THIS_SESSION
_LEFT = {
    (_SESSION_CHANGE, 2): Away.USER,  # WTS_CONSOLE_DISCONNECT
    (_SESSION_CHANGE, 4): Away.USER,  # WTS_REMOTE_DISCONNECT
    (_SESSION_CHANGE, 6): Away.USER,  # WTS_SESSION_LOGOFF
    (_SESSION_CHANGE, 7): Away.SCREEN,  # WTS_SESSION_LOCK
    (_POWER, 4): Away.SLEEP,  # PBT_APMSUSPEND
}


class Message(ctypes.Structure):
    """The head of Windows' MSG."""

    _fields_ = [
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
    ]


class WindowsEvents(QAbstractNativeEventFilter):
    """Listens to the messages of one window."""

    def __init__(self, window: int, tell: Tell, library: Callable[[], Any] | None = None) -> None:
        """Begin to listen.

        Args:
            window: its handle.
            tell: hears why nobody is there.
            library: loads wtsapi32.dll.
        """
        super().__init__()
        self._window = window
        self._tell = tell
        self._sessions = (library or _wtsapi32)()
        self._sessions.WTSRegisterSessionNotification(ctypes.c_void_p(window), _ONLY_OURS)
        _application().installNativeEventFilter(self)

    def settle(self) -> None:
        """Windows waits for nobody."""

    def stop(self) -> None:
        """Hear no more."""
        _application().removeNativeEventFilter(self)
        self._sessions.WTSUnRegisterSessionNotification(ctypes.c_void_p(self._window))

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: Any
    ) -> tuple[bool, int]:
        """Look at a message of any window; none is kept from where it goes."""
        del kind
        told = Message.from_address(int(message))
        away = _LEFT.get((told.message, told.wparam))
        if away is not None:
            self._tell(away)
        return False, 0


def _application() -> QCoreApplication:
    found = QCoreApplication.instance()
    assert found is not None, "there is a window, so there is an application"
    return found


def _wtsapi32() -> Any:
    return ctypes.WinDLL("wtsapi32")  # type: ignore[attr-defined,unused-ignore]
