"""The keys that lock, in every window of the program.

A shortcut of the main window sleeps while a dialog, a menu or a list of suggestions is open. These
keys are therefore taken where they come in, at the windows themselves, before any widget. Only the
system's own windows (a file dialog of the desktop) and an input method that keeps a key for itself
are beyond reach.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QWindow

# An open menu gets the key itself; the question that comes before it goes to the window below,
# which is watched. An action that is triggered by both does nothing the second time.
_KEYS = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}


class LockKeys(QObject):
    """Triggers actions by their shortcuts, whichever of our windows has the keyboard."""

    def __init__(self, actions: Iterable[QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {key: action for action in actions for key in action.shortcuts()}
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.watch)

    def watch(self, window: QWindow | None) -> None:
        """Take the keys of one more window; the same window again changes nothing."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        action = self._actions.get(QKeySequence(event.keyCombination()))
        if action is None or not action.isEnabled():
            return False
        if not event.isAutoRepeat():
            action.trigger()
        event.accept()
        return True
