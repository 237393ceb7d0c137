"""Someone who works at the real window: the program as it is started, with hands on its keys."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLineEdit

from gui import application
from gui.bench.painting import rest, wait_for
from gui.main_window import MainWindow
from model.office.log_in import SAMPLE_PASSWORD, staff_of
from model.office.rights import Role

_KEY_S = 0.12
"""A quick typist's pause between two keys."""


def work_at(folder: Path, hands: Callable[[MainWindow], None]) -> None:
    """Run the program on `office.cabinet` until the hands have done their work.

    Args:
        folder: holds the cabinet, and what the window remembers between two starts.
        hands: what is done at the window, once the door is painted.
    """
    for kind in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(folder))
    build = application.build
    troubles: list[Exception] = []

    def built(*args: object) -> MainWindow:
        window = build(*args)  # type: ignore[arg-type] # passed on as they came
        QTimer.singleShot(0, window, lambda: _work(window, hands, troubles))
        return window

    application.build = built  # type: ignore[assignment]
    try:
        application.run(folder / "office.cabinet", "zh")
    finally:
        application.build = build
        sys.excepthook = sys.__excepthook__  # the program's own tells a clerk, not a measurer
    if troubles:
        raise troubles[0]


def _work(
    window: MainWindow, hands: Callable[[MainWindow], None], troubles: list[Exception]
) -> None:
    try:
        hands(window)
    except Exception as trouble:  # noqa: BLE001 - raised again outside of Qt's event loop
        troubles.append(trouble)
    window.close()


def type_password(window: MainWindow, folder: Path, key_s: float = _KEY_S) -> QLineEdit:
    """Choose the clerk at the door and type the password; Enter is still to come."""
    wait_for(lambda: _password_field(window))
    names = next(one for one in window.findChildren(QComboBox) if one.isVisible())
    clerk = next(one for one in staff_of(folder / "office.cabinet") if one.role is Role.CLERK)
    names.setCurrentIndex(names.findData(clerk.name))
    field = _password_field(window)
    assert field is not None
    for sign in SAMPLE_PASSWORD:
        QTest.keyClicks(field, sign)
        # Not Qt's own delay between keys: it would hold up Python's other threads.
        rest(key_s)
    return field


def _password_field(window: MainWindow) -> QLineEdit | None:
    """Where the password is typed, once it is in view."""
    for field in window.findChildren(QLineEdit):
        if field.isVisible() and field.echoMode() is QLineEdit.EchoMode.Password:
            return field
    return None


def list_of(window: MainWindow, cards: int) -> QAbstractItemView | None:
    """The list of cards, once it is in view and holds them all."""
    for view in window.findChildren(QAbstractItemView):
        model = view.model()
        if view.isVisible() and model is not None and model.rowCount() >= cards:
            return view
    return None


def take_keyboard(window: MainWindow) -> None:
    """Make the window the one that keys go to; where nothing manages windows, none is."""
    window.activateWindow()
    wait_for(window.isActiveWindow)


def enter(window: MainWindow, folder: Path, cards: int) -> QAbstractItemView:
    """Log in as the clerk, and wait for the list."""
    QTest.keyClick(type_password(window, folder, key_s=0), Qt.Key.Key_Return)
    wait_for(lambda: list_of(window, cards))
    view = list_of(window, cards)
    assert view is not None
    return view
