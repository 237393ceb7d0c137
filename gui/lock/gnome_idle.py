"""How long nobody has touched this computer, by GNOME's own monitor (org.gnome.Mutter.IdleMonitor).

On Wayland no program sees the input of another; the desktop does, and tells over D-Bus.
"""

from __future__ import annotations

from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

_SERVICE = "org.gnome.Mutter.IdleMonitor"
_PATH = "/org/gnome/Mutter/IdleMonitor/Core"
_PATIENCE_MS = 100


def idle_seconds(bus: QDBusConnection | None = None) -> float | None:
    """Seconds since the last input anywhere; None where that desktop does not answer.

    Args:
        bus: the session's bus, unless another is meant.
    """
    bus = bus or QDBusConnection.sessionBus()
    if not bus.isConnected():
        return None
    call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "GetIdletime")
    call.setAutoStartService(False)
    reply = bus.call(call, QDBus.CallMode.Block, _PATIENCE_MS)
    if reply.type() is not QDBusMessage.MessageType.ReplyMessage:
        return None
    return float(reply.arguments()[0]) / 1000
