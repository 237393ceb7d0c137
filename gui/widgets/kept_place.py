"""Dialogs that open where and as large as they were closed."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QDialog


def keep_place(dialog: QDialog, settings: QSettings, name: str, usual: tuple[int, int]) -> None:
    """Give a dialog its last size and place, and remember them when it is closed.

    Args:
        dialog: not shown yet.
        settings: what the window remembers on this PC.
        name: under which it is remembered.
        usual: width and height at first, in pixels.
    """
    key = f"dialogs/{name}"
    dialog.resize(*usual)
    kept = settings.value(key)
    if isinstance(kept, QByteArray):
        dialog.restoreGeometry(kept)
    dialog.finished.connect(lambda: settings.setValue(key, dialog.saveGeometry()))
