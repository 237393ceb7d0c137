"""What somebody's work leaves beside his pages: windows of all kinds, and pictures in Qt's cache.

Dialogs, previews, menus, lists of suggestions and tool tips are windows of their own and outlive
the page that opened them. Whatever was not there before he sat down goes when he leaves.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QWidget


def windows() -> list[QWidget]:
    """Every window of the program, shown or not."""
    return QApplication.topLevelWidgets()


def clear_away(before: Collection[QWidget]) -> None:
    """Destroy every window but those that were there before, and what Qt has drawn.

    They go when the event loop comes round: one of them may be in the middle of its own work.
    """
    for window in windows():
        if window not in before:
            window.deleteLater()
    QPixmapCache.clear()
