"""What somebody's work leaves beside his pages: windows of all kinds, and pictures in Qt's cache.

Dialogs, previews, menus, lists of suggestions and tool tips are windows of their own and outlive
the page that opened them. Whatever was not there before he sat down goes when he leaves.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


def windows() -> list[QWidget]:
    """Every window of the program, shown or not."""
    return QApplication.topLevelWidgets()


def clear_away(before: Collection[QWidget]) -> None:
    """Destroy every window but those that were there before, and what Qt has drawn.

    They go when the event loop comes round: one of them may be in the middle of its own work.
    What belongs to another goes with it: a combo box and a completer trust their lists to be there.
    """
    for window in windows():
        owner = window.parentWidget()
        if (owner is None or owner in before) and window not in before and not _is_list(window):
            window.deleteLater()
    QPixmapCache.clear()


def _is_list(window: QWidget) -> bool:
    """Whether a completer owns it, which Qt does not tell."""
    return isinstance(window, QAbstractItemView)
