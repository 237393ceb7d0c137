"""Whether a window can be shown at all, asked before Qt ends the program over it.

Imports nothing of Qt, so that the answer costs some milliseconds.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping

from model.words import Words, mark

# What Qt's plugin for X11 loads, and the Debian package of each.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}

_NO_DISPLAY = mark(
    "Display",
    "There is no display to open a window on (DISPLAY is not set). "
    "Log in at a desktop, or use a command: card-cabinet --help",
)
_DEAD_DISPLAY = mark("Display", "The display {name} cannot be reached.")
_NO_LIBRARY = mark("Display", "The window needs system libraries that are not installed: {names}")


def lacking(
    words: Words,
    environment: Mapping[str, str] | None = None,
    load: Callable[[str], object] = ctypes.CDLL,
) -> str:
    """What is missing for a window, in one line; the empty string when nothing is.

    Args:
        words: the reader's language.
        environment: the default is the process's.
        load: loads a shared library or raises OSError.
    """
    found = os.environ if environment is None else environment
    if not sys.platform.startswith("linux") or found.get("QT_QPA_PLATFORM", "xcb") != "xcb":
        return ""
    wayland = bool(found.get("WAYLAND_DISPLAY"))
    if not wayland and not found.get("DISPLAY"):
        return words("Display", _NO_DISPLAY)
    packages = [package for name, package in LIBRARIES.items() if not _loads(name, load)]
    if packages:
        return words("Display", _NO_LIBRARY).format(names=" ".join(packages))
    if not wayland and not _answers(load):
        return words("Display", _DEAD_DISPLAY).format(name=found["DISPLAY"])
    return ""


def _loads(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def _answers(load: Callable[[str], object]) -> bool:
    """Whether the X server of DISPLAY takes a connection."""
    xcb = load("libxcb.so.1")
    if not isinstance(xcb, ctypes.CDLL):
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed
