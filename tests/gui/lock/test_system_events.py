"""What each system's messages mean, with messages made by hand where the system is not at hand."""

from __future__ import annotations

import ctypes
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.lock import system_events, system_events_linux, system_events_windows
from gui.lock.system_events import Away, SystemEvents
from gui.lock.system_events_linux import LinuxEvents
from gui.lock.system_events_mac import MacEvents
from gui.lock.system_events_windows import Message, WindowsEvents

SESSION_CHANGE, POWER, MOUSE_MOVE = 0x02B1, 0x0218, 0x0200
CAN_SLEEP, WILL_SLEEP, HAS_WOKEN = 0xE0000270, 0xE0000280, 0xE0000300


class Function:
    """A stand-in for a function of a system's library."""

    def __init__(self, result: int = 1) -> None:
        self.calls: list[tuple[Any, ...]] = []
        self._result = result

    def __call__(self, *values: Any) -> int:
        self.calls.append(values)
        return self._result


class Library:
    """A stand-in for a system's library: it has every function it is asked for."""

    def __init__(self) -> None:
        self.functions: dict[str, Function] = {}

    def __getattr__(self, name: str) -> Function:
        return self.functions.setdefault(name, Function(len(self.functions) + 1))


class NoBus:
    """A bus that nobody answers on."""

    def connect(self, *_: object) -> bool:
        return False

    def asyncCall(self, message: Any, timeout: int) -> Any:  # noqa: N802 - Qt's name
        from PySide6.QtDBus import QDBusPendingCall

        return QDBusPendingCall.fromCompletedCall(message.createErrorReply("none", "none"))


@pytest.fixture
def heard() -> list[str]:
    return []


def take(events: WindowsEvents, message: int, wparam: int) -> tuple[bool, int]:
    made = Message(None, message, wparam)
    return events.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(made))


@pytest.mark.parametrize(
    ("message", "wparam", "told"),
    [
        (SESSION_CHANGE, 7, [Away.SCREEN]),
        (SESSION_CHANGE, 2, [Away.USER]),
        (SESSION_CHANGE, 4, [Away.USER]),
        (SESSION_CHANGE, 6, [Away.USER]),
        (SESSION_CHANGE, 8, []),  # the session is unlocked again
        (POWER, 4, [Away.SLEEP]),
        (POWER, 18, []),  # it has woken up
        (MOUSE_MOVE, 7, []),
    ],
)
def test_windows_messages(
    heard: list[str], qapp: QApplication, message: int, wparam: int, told: list[Away]
) -> None:
    library = Library()
    events = WindowsEvents(4711, heard.append, lambda: library)
    assert take(events, message, wparam) == (False, 0)
    events.settle()
    events.stop()
    assert heard == told
    for name in ("WTSRegisterSessionNotification", "WTSUnRegisterSessionNotification"):
        ((window, *_),) = library.functions[name].calls
        assert window.value == 4711


def test_mac_locks_with_its_screen(heard: list[str]) -> None:
    core = Library()
    events = MacEvents(heard.append, core, Library())
    added = core.functions["CFNotificationCenterAddObserver"].calls
    assert len(added) == 2  # the lock, and the screen saver
    added[0][2](None, None, None, None, None)  # as the system calls it
    assert heard == [Away.SCREEN]
    events.stop()
    assert core.functions["CFNotificationCenterRemoveEveryObserver"].calls


def test_mac_sleeps_when_we_have_locked(heard: list[str]) -> None:
    power = Library()
    events = MacEvents(heard.append, Library(), power)
    ((_, _, powered, _),) = power.functions["IORegisterForSystemPower"].calls
    allowed = power.IOAllowPowerChange.calls
    powered(None, 0, WILL_SLEEP, 77)
    assert heard == [Away.SLEEP]
    assert allowed == []
    events.settle()
    assert [number for _, number in allowed] == [77]
    events.settle()
    assert len(allowed) == 1


def test_mac_is_not_kept_from_asking(heard: list[str]) -> None:
    power = Library()
    events = MacEvents(heard.append, Library(), power)
    ((_, _, powered, _),) = power.functions["IORegisterForSystemPower"].calls
    powered(None, 0, CAN_SLEEP, 78)
    powered(None, 0, HAS_WOKEN, 0)
    assert [number for _, number in power.IOAllowPowerChange.calls] == [78]
    assert heard == []
    events.stop()


def test_linux_tells_only_of_going_away(heard: list[str], qapp: QApplication) -> None:
    bus: Any = NoBus()
    events = LinuxEvents(heard.append, bus, bus)
    events.hear_saver(False)
    events.hear_sleep(False)
    assert heard == []
    events.hear_saver(True)
    events.hear_sleep(True)
    events.hear_lock()
    assert heard == [Away.SCREEN, Away.SLEEP, Away.SCREEN]
    events.stop()


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_what_is_missing_here_does_no_harm(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    def missing() -> None:
        raise OSError("no such library")

    monkeypatch.setattr(system_events.sys, "platform", platform)
    monkeypatch.setattr(system_events_windows, "_wtsapi32", missing)
    monkeypatch.setattr(system_events_linux, "buses", missing)
    window = QWidget()
    qtbot.addWidget(window)
    events = SystemEvents(window)
    events.listen()
    events.settle()
    events.stop()


def test_what_is_heard_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    class Heard(QObject):
        settled = stopped = 0

        def settle(self) -> None:
            self.settled += 1

        def stop(self) -> None:
            self.stopped += 1

    adapter, tells = Heard(), []
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(
        system_events, "_listening", lambda window, tell: tells.append(tell) or adapter
    )
    events = SystemEvents(window)
    events.listen()
    with qtbot.waitSignal(events.left) as waited:
        tells[0](Away.SLEEP)
    assert waited.args == [Away.SLEEP]
    events.settle()
    events.stop()
    events.stop()
    assert (adapter.settled, adapter.stopped) == (1, 1)
