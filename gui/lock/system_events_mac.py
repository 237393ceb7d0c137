"""macOS: the screen's lock as a distributed notification, sleep as IOKit tells it.

A change of user shows the log-in window, which locks the screen of who leaves; it needs nothing of
its own. Not tried on macOS: there is no such computer to try it on. What is asked of the two
frameworks, and what is made of their calls, is tested with stand-ins.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from typing import Any

from gui.lock.system_events import Away, Tell

_LOCKED = ("com.apple.screenIsLocked", "com.apple.screensaver.didstart")
_UTF8 = 0x08000100
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_MAY_SLEEP, _WILL_SLEEP = 0xE0000270, 0xE0000280  # kIOMessageCanSystemSleep, …WillSleep
_Pointer = ctypes.c_void_p
_Noticed = ctypes.CFUNCTYPE(None, _Pointer, _Pointer, _Pointer, _Pointer, _Pointer)
_Powered = ctypes.CFUNCTYPE(None, _Pointer, ctypes.c_uint32, ctypes.c_uint32, _Pointer)


class MacEvents:
    """Listens to CoreFoundation's notifications and to IOKit's power messages."""

    def __init__(self, tell: Tell, core: Any = None, power: Any = None) -> None:
        """Begin to listen.

        Args:
            tell: hears why nobody is there.
            core: CoreFoundation, unless a stand-in is meant.
            power: IOKit, unless a stand-in is meant.
        """
        self._tell = tell
        self._core = core or _framework("CoreFoundation")
        self._power = power or _framework("IOKit")
        # Held here: what the system calls must outlive the call that named it.
        self._noticed = _Noticed(self._notice)
        self._powered = _Powered(self._weigh_power)
        self._waiting: int | None = None
        self._describe()
        self._center = self._core.CFNotificationCenterGetDistributedCenter()
        for name in _LOCKED:
            text = self._core.CFStringCreateWithCString(None, name.encode(), _UTF8)
            self._core.CFNotificationCenterAddObserver(
                self._center, None, self._noticed, text, None, _AT_ONCE
            )
        self._root = self._listen_to_power()

    def settle(self) -> None:
        """Let the system sleep; without a word from us it would wait half a minute."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._power.IOAllowPowerChange(self._root, waiting)

    def stop(self) -> None:
        """Hear no more."""
        self.settle()
        self._core.CFNotificationCenterRemoveEveryObserver(self._center, None)
        self._power.IODeregisterForSystemPower(ctypes.byref(self._notifier))

    def _notice(self, *_: object) -> None:
        self._tell(Away.SCREEN)

    def _weigh_power(self, refcon: object, service: int, kind: int, argument: int | None) -> None:
        del refcon, service
        if kind == _WILL_SLEEP:
            self._waiting = argument or 0
            self._tell(Away.SLEEP)
        elif kind == _MAY_SLEEP:
            self._power.IOAllowPowerChange(self._root, argument or 0)

    def _listen_to_power(self) -> int:
        """Have sleep told in the window's own loop; returns the port to answer at."""
        port, self._notifier = _Pointer(), ctypes.c_uint32()
        root: int = self._power.IORegisterForSystemPower(
            None, ctypes.byref(port), self._powered, ctypes.byref(self._notifier)
        )
        source = self._power.IONotificationPortGetRunLoopSource(port)
        loop = self._core.CFRunLoopGetCurrent()
        mode = self._core.CFStringCreateWithCString(None, b"kCFRunLoopDefaultMode", _UTF8)
        self._core.CFRunLoopAddSource(loop, source, mode)
        return root

    def _describe(self) -> None:
        """Tell ctypes what the functions take and give: pointers do not fit its usual int."""
        core, power = self._core, self._power
        for function, result, *takes in (
            (core.CFNotificationCenterGetDistributedCenter, _Pointer),
            (core.CFStringCreateWithCString, _Pointer, _Pointer, ctypes.c_char_p, ctypes.c_uint32),
            (
                core.CFNotificationCenterAddObserver,
                None, _Pointer, _Pointer, _Noticed, _Pointer, _Pointer, ctypes.c_long,
            ),
            (core.CFNotificationCenterRemoveEveryObserver, None, _Pointer, _Pointer),
            (core.CFRunLoopGetCurrent, _Pointer),
            (core.CFRunLoopAddSource, None, _Pointer, _Pointer, _Pointer),
            (
                power.IORegisterForSystemPower,
                ctypes.c_uint32, _Pointer, _Pointer, _Powered, _Pointer,
            ),
            (power.IONotificationPortGetRunLoopSource, _Pointer, _Pointer),
            (power.IOAllowPowerChange, ctypes.c_int, ctypes.c_uint32, ctypes.c_long),
            (power.IODeregisterForSystemPower, ctypes.c_int, _Pointer),
        ):  # fmt: skip
            function.restype = result
            function.argtypes = takes


def _framework(name: str) -> Any:
    return ctypes.CDLL(ctypes.util.find_library(name))
