"""Linux: the screen's lock, sleep and the change of user, as D-Bus tells them.

logind (org.freedesktop.login1) tells of sleep on the system's bus, and of a session that is locked
or no longer in front; it waits for us a few seconds before it sleeps, as long as we hold the
descriptor it gave for that. Desktops tell of their screen savers on the session's bus, nearly all
by one signal under several names. A bus, a service or a desktop that is missing tells nothing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
    QDBusVariant,
)

from gui.lock.system_events import Away, Tell

_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
    "org.ukui.ScreenSaver",
)
_LOGIND = "org.freedesktop.login1"
_LOGIND_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_PATIENCE_MS = 2000
_LEFT_WHEN = {"Active": (False, Away.USER), "LockedHint": (True, Away.SCREEN)}
"""A session's property, its value when nobody is there, and why."""

Answer = Callable[[object], object]


def buses() -> tuple[QDBusConnection, QDBusConnection]:
    """The system's bus and the session's."""
    return QDBusConnection.systemBus(), QDBusConnection.sessionBus()


class LinuxEvents(QObject):
    """Listens on both buses."""

    def __init__(self, tell: Tell, system: QDBusConnection, session: QDBusConnection) -> None:
        super().__init__()
        self._tell = tell
        self._system = system
        self._session_path = ""
        self._delay: QDBusUnixFileDescriptor | None = None
        for saver in _SAVERS:
            session.connect("", "", saver, "ActiveChanged", self, _slot("hear_saver(bool)"))
        system.connect(
            _LOGIND, _LOGIND_PATH, _MANAGER, "PrepareForSleep", self, _slot("hear_sleep(bool)")
        )
        self._hold_sleep()
        own = os.environ.get("XDG_SESSION_ID") or "auto"
        self._ask(_LOGIND_PATH, _MANAGER, "GetSession", (own,), self._watch_session)

    def settle(self) -> None:
        """Let the system sleep."""
        self._delay = None

    def stop(self) -> None:
        """Hear no more."""
        self.settle()
        self.deleteLater()

    @Slot(bool)
    def hear_saver(self, active: bool) -> None:
        """A desktop covers its screen, or uncovers it."""
        if active:
            self._tell(Away.SCREEN)

    @Slot(bool)
    def hear_sleep(self, going: bool) -> None:
        """The system is about to sleep, or has woken up."""
        if going:
            self._tell(Away.SLEEP)
        else:
            self._hold_sleep()

    @Slot()
    def hear_lock(self) -> None:
        """Somebody locks this session (`loginctl lock-session`)."""
        self._tell(Away.SCREEN)

    @Slot(QDBusMessage)
    def hear_change(self, message: QDBusMessage) -> None:
        """The session's state changed in some way: ask in which."""
        del message
        for name in _LEFT_WHEN:
            weigh = partial(self._weigh, name)
            self._ask(self._session_path, _PROPERTIES, "Get", (_SESSION, name), weigh)

    def _weigh(self, name: str, value: object) -> None:
        found = value.variant() if isinstance(value, QDBusVariant) else value
        left, why = _LEFT_WHEN[name]
        if found is left:
            self._tell(why)

    def _hold_sleep(self) -> None:
        """Ask logind to wait for us before it sleeps, five seconds at most by its own rule."""
        wanted = ("sleep", "Card Cabinet", "Locks the cabinet", "delay")
        self._ask(_LOGIND_PATH, _MANAGER, "Inhibit", wanted, self._hold)

    def _hold(self, descriptor: object) -> None:
        if isinstance(descriptor, QDBusUnixFileDescriptor):
            self._delay = descriptor

    def _watch_session(self, path: object) -> None:
        if not isinstance(path, QDBusObjectPath):
            return
        self._session_path = path.path()
        for interface, signal, slot in (
            (_SESSION, "Lock", "hear_lock()"),
            (_PROPERTIES, "PropertiesChanged", "hear_change(QDBusMessage)"),
        ):
            self._system.connect(_LOGIND, self._session_path, interface, signal, self, _slot(slot))

    def _ask(
        self, path: str, interface: str, member: str, values: Sequence[object], answer: Answer
    ) -> None:
        """Call logind without waiting; a refusal is no answer."""
        call = QDBusMessage.createMethodCall(_LOGIND, path, interface, member)
        call.setArguments(list(values))
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(call, _PATIENCE_MS), self)

        def take(ended: QDBusPendingCallWatcher) -> None:
            reply = ended.reply()
            ended.deleteLater()
            if reply.type() is QDBusMessage.MessageType.ReplyMessage:
                answer(reply.arguments()[0])

        watcher.finished.connect(take)


def _slot(signature: str) -> Any:
    """A slot as Qt's own connect wants it: text, though its stubs say bytes."""
    return SLOT(signature)
