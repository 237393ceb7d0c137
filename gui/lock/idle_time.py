"""How long nobody has touched this computer, where the system can be asked.

Windows and macOS answer by one call each. On Wayland the desktop of GNOME answers over D-Bus. X11
answers through its screen-saver extension, when libXss is installed. Elsewhere (other desktops on
Wayland) the program's own input is all there is.

Windows and macOS have not been tried: there is no such computer to try them on.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import os
import sys
import time
from collections.abc import Callable
from functools import cache


def system_idle_seconds() -> float | None:
    """Seconds since the last key or mouse movement anywhere; None where nobody knows."""
    ask = _asker()
    return ask() if ask is not None else None


def steady_seconds() -> float:
    """Seconds by a clock that nobody sets; on Linux it goes on while the computer sleeps."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


@cache
def _asker() -> Callable[[], float | None] | None:
    """This system's way to ask, found once."""
    try:
        if sys.platform == "win32":
            return _windows
        if sys.platform == "darwin":
            return _mac()
        return _x11() if not os.environ.get("WAYLAND_DISPLAY") else _wayland()
    except (OSError, AttributeError):  # a library or function that is not there
        return None


class _LastInput(ctypes.Structure):
    _fields_ = [("size", ctypes.c_uint), ("ticks", ctypes.c_uint)]


def _windows() -> float | None:
    """GetLastInputInfo: ticks in milliseconds, 32 bits that wrap after 49 days."""
    found = _LastInput(ctypes.sizeof(_LastInput), 0)
    user32 = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
    kernel32 = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    if not user32.GetLastInputInfo(ctypes.byref(found)):
        return None
    return float((int(kernel32.GetTickCount()) - int(found.ticks)) & 0xFFFFFFFF) / 1000


def _mac() -> Callable[[], float | None]:
    """CGEventSourceSecondsSinceLastEventType, any input, combined session."""
    graphics = ctypes.CDLL(ctypes.util.find_library("ApplicationServices"))
    ask = graphics.CGEventSourceSecondsSinceLastEventType
    ask.restype = ctypes.c_double
    ask.argtypes = [ctypes.c_int, ctypes.c_uint32]
    return lambda: float(ask(0, 0xFFFFFFFF))


class _ScreenSaver(ctypes.Structure):
    _fields_ = [
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("till_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("event_mask", ctypes.c_ulong),
    ]


def _wayland() -> Callable[[], float | None] | None:
    """GNOME's monitor, and only if it answers: X11's own would not see Wayland's windows."""
    from gui.lock.gnome_idle import idle_seconds

    return idle_seconds if idle_seconds() is not None else None


def _x11() -> Callable[[], float | None] | None:
    """XScreenSaverQueryInfo: milliseconds, on a connection of our own."""
    x11 = ctypes.CDLL("libX11.so.6")
    saver = ctypes.CDLL("libXss.so.1")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    saver.XScreenSaverAllocInfo.restype = ctypes.POINTER(_ScreenSaver)
    saver.XScreenSaverQueryInfo.argtypes = [
        ctypes.c_void_p,
        ctypes.c_ulong,
        ctypes.POINTER(_ScreenSaver),
    ]
    display = x11.XOpenDisplay(None)
    if not display:
        return None
    event, error = ctypes.c_int(), ctypes.c_int()
    saver.XScreenSaverQueryExtension.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    if not saver.XScreenSaverQueryExtension(display, ctypes.byref(event), ctypes.byref(error)):
        return None
    root, info = x11.XDefaultRootWindow(display), saver.XScreenSaverAllocInfo()

    def ask() -> float | None:
        if not saver.XScreenSaverQueryInfo(display, root, info):
            return None
        return float(info.contents.idle) / 1000

    return ask
