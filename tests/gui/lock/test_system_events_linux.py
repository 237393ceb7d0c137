"""logind and the desktops' screen savers, heard on a bus of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator

import pytest
from PySide6.QtCore import ClassInfo, Property, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
)
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.lock.gnome_idle import idle_seconds
from gui.lock.system_events import Away
from gui.lock.system_events_linux import LinuxEvents

pytestmark = pytest.mark.usefixtures("qapp")
LOGIND, PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
OURS, OTHERS = f"{PATH}/session/_31", f"{PATH}/session/_32"
EVERYTHING = QDBusConnection.RegisterOption.ExportAllSlots
PROPERTIES = QDBusConnection.RegisterOption.ExportAllProperties


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A bus of our own; without the program that makes one, an address where nobody answers."""
    program = shutil.which("dbus-daemon")
    if program is None:
        yield "unix:path=/nowhere"
        return
    daemon = subprocess.Popen(
        [program, "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    with daemon:
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def bus(address: str) -> Iterator[QDBusConnection]:
    """Our side of the bus."""
    yield QDBusConnection.connectToBus(address, "ours")
    QDBusConnection.disconnectFromBus("ours")


@pytest.fixture
def system(address: str) -> Iterator[QDBusConnection]:
    """The other side, where the services are."""
    yield QDBusConnection.connectToBus(address, "theirs")
    QDBusConnection.disconnectFromBus("theirs")


@ClassInfo({"D-Bus Interface": "org.freedesktop.login1.Manager"})
class Manager(QObject):
    """logind's manager: knows our session, gives descriptors that put sleep off."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.ends: list[int] = []

    @Slot(str, result=QDBusObjectPath)
    def GetSession(self, name: str) -> QDBusObjectPath:  # noqa: N802 - the bus calls it so
        self.asked.append(name)
        return QDBusObjectPath(OURS)

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, *wanted: str) -> QDBusUnixFileDescriptor:  # noqa: N802
        self.asked.append("/".join((wanted[0], wanted[3])))
        here, there = os.pipe()
        os.set_blocking(here, False)
        self.ends.append(here)
        given = QDBusUnixFileDescriptor(there)
        os.close(there)
        return given

    def put_off(self) -> bool:
        """Whether somebody still holds the last descriptor."""
        try:
            return os.read(self.ends[-1], 1) != b""
        except BlockingIOError:
            return True


@ClassInfo({"D-Bus Interface": "org.freedesktop.login1.Session"})
class Session(QObject):
    """Our session's properties, which Qt itself tells the bus when it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = {"Active": True, "LockedHint": False}

    @Property(bool)
    def Active(self) -> bool:  # noqa: N802
        return self.facts["Active"]

    @Property(bool)
    def LockedHint(self) -> bool:  # noqa: N802
        return self.facts["LockedHint"]


class Logind:
    """A logind on the test's bus, and what our side heard."""

    def __init__(self, bus: QDBusConnection, system: QDBusConnection) -> None:
        self.manager, self.session = Manager(), Session()
        self._system = system
        self.there = system.isConnected()
        system.registerService(LOGIND)
        system.registerObject(PATH, self.manager, EVERYTHING)
        system.registerObject(OURS, self.session, PROPERTIES)
        self.heard: list[str] = []
        self.events = LinuxEvents(self.heard.append, bus, bus)

    def say(self, path: str, interface: str, name: str, *values: object) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(values))
        self._system.send(message)

    def change(self, path: str = OURS) -> None:
        """Say that a session's properties changed, as logind does."""
        self.say(path, "org.freedesktop.DBus.Properties", "PropertiesChanged", "x", {}, ["Active"])


@pytest.fixture
def logind(
    bus: QDBusConnection,
    system: QDBusConnection,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Logind]:
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    made = Logind(bus, system)
    if made.there:
        qtbot.waitUntil(lambda: made.events._session_path == OURS)
        qtbot.waitUntil(lambda: made.events._delay is not None)
    yield made
    made.events.stop()
    system.unregisterService(LOGIND)
    for end in made.manager.ends:
        os.close(end)


@pytest.mark.parametrize(
    "saver", ["org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver", "org.ukui.ScreenSaver"]
)
def test_a_desktop_that_covers_its_screen_is_heard(
    logind: Logind, qtbot: QtBot, saver: str
) -> None:
    logind.say("/ScreenSaver", saver, "ActiveChanged", False)
    logind.say("/ScreenSaver", saver, "ActiveChanged", True)
    qtbot.waitUntil(lambda: bool(logind.heard))
    assert logind.heard == [Away.SCREEN]


def test_sleep_waits_until_we_have_locked(logind: Logind, qtbot: QtBot) -> None:
    assert "sleep/delay" in logind.manager.asked
    assert logind.manager.put_off()
    logind.say(PATH, "org.freedesktop.login1.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: logind.heard == [Away.SLEEP])
    assert logind.manager.put_off()
    logind.events.settle()
    qtbot.waitUntil(lambda: not logind.manager.put_off())


def test_after_waking_the_next_sleep_waits_too(logind: Logind, qtbot: QtBot) -> None:
    logind.events.settle()
    logind.say(PATH, "org.freedesktop.login1.Manager", "PrepareForSleep", False)
    qtbot.waitUntil(lambda: len(logind.manager.ends) == 2)
    qtbot.waitUntil(lambda: logind.events._delay is not None)
    assert logind.manager.put_off()
    assert logind.heard == []


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [("Active", False, Away.USER), ("LockedHint", True, Away.SCREEN)],
)
def test_our_session_that_is_left_is_heard(
    logind: Logind, qtbot: QtBot, name: str, value: bool, why: Away
) -> None:
    logind.session.facts[name] = value
    logind.change()
    qtbot.waitUntil(lambda: bool(logind.heard))
    assert logind.heard == [why]


def test_a_session_that_is_locked_from_elsewhere_is_heard(logind: Logind, qtbot: QtBot) -> None:
    logind.say(OURS, "org.freedesktop.login1.Session", "Lock")
    qtbot.waitUntil(lambda: logind.heard == [Away.SCREEN])


def test_another_users_session_is_none_of_our_business(logind: Logind, qtbot: QtBot) -> None:
    logind.session.facts["Active"] = False
    logind.say(OTHERS, "org.freedesktop.login1.Session", "Lock")
    logind.change(OTHERS)
    logind.say(PATH, "org.freedesktop.login1.Manager", "PrepareForSleep", True)
    qtbot.waitUntil(lambda: bool(logind.heard))
    assert logind.heard == [Away.SLEEP]


def test_a_computer_without_these_services_is_no_trouble(qtbot: QtBot, qapp: QApplication) -> None:
    nowhere = QDBusConnection.connectToBus("unix:path=/nowhere", "nowhere")
    heard: list[str] = []
    events = LinuxEvents(heard.append, nowhere, nowhere)
    qtbot.wait(20)
    events.settle()
    events.stop()
    assert heard == []
    assert idle_seconds(nowhere) is None
    QDBusConnection.disconnectFromBus("nowhere")


@ClassInfo({"D-Bus Interface": "org.gnome.Mutter.IdleMonitor"})
class Monitor(QObject):
    @Slot(result="qulonglong")
    def GetIdletime(self) -> int:  # noqa: N802
        return 42_500


def test_gnome_tells_how_long_nobody_was_there(system: QDBusConnection) -> None:
    assert idle_seconds(system) is None
    monitor = Monitor()
    system.registerService("org.gnome.Mutter.IdleMonitor")
    system.registerObject("/org/gnome/Mutter/IdleMonitor/Core", monitor, EVERYTHING)
    assert idle_seconds(system) == 42.5
    system.unregisterService("org.gnome.Mutter.IdleMonitor")
