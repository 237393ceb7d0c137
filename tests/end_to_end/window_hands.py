"""Somebody at the real window: `main.main` as it is, but for the loop in which it would wait."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

import main
from gui import application
from gui.bench.painting import rest
from gui.main_window import MainWindow

_WAIT_S, _TICK_S = 20.0, 0.01
W = TypeVar("W", bound=QWidget)


class Hands:
    """What a person can do.

    Attributes:
        window: the real one.
        expects_boxes: whether a message box is no surprise now.
    """

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.expects_boxes = False
        self._paths: list[Path] = []
        self._answering = QTimer(window, interval=20)
        self._answering.timeout.connect(self._answer)
        self._answering.start()

    def until(self, what: Callable[[], object]) -> None:
        """Wait for something to be so."""
        ends = time.monotonic() + _WAIT_S
        while not what():
            boxes = [one.text() for one in self.all(QMessageBox)]
            assert self.expects_boxes or not boxes, boxes
            assert time.monotonic() < ends, [type(one).__name__ for one in self.all(QWidget)][-30:]
            rest(_TICK_S)

    def settle(self) -> None:
        """Wait for the jobs that are under way."""
        rest(_TICK_S)
        self.until(lambda: self.window.around.tasks.running == 0 and not self._paths)
        rest(_TICK_S)

    def all(self, kind: type[W], under: QWidget | None = None) -> list[W]:
        """Everything in view of a kind."""
        roots = [under] if under is not None else QApplication.topLevelWidgets()
        found = [root for root in roots if isinstance(root, kind)]
        found += [one for root in roots for one in root.findChildren(kind)]
        return [one for one in dict.fromkeys(found) if one.isVisible()]

    def one(self, kind: type[W], under: QWidget | None = None) -> W:
        """The one of a kind, once it is in view."""
        self.until(lambda: self.all(kind, under))
        return self.all(kind, under)[-1]

    def click(self, text: str, under: QWidget) -> None:
        """Press a button by its words, once it can be pressed."""

        def found() -> list[QPushButton]:
            buttons = self.all(QPushButton, under)
            return [one for one in buttons if one.isEnabled() and _plain(one) == text]

        self.until(found)
        QTest.mouseClick(found()[0], Qt.MouseButton.LeftButton)

    def type(self, widget: QWidget, text: str) -> None:
        """Type as an input method does."""
        widget.setFocus()
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(widget, event)
        rest(_TICK_S)

    def name(self, *paths: Path) -> None:
        """The next file dialogs are answered with these, one after the other."""
        self._paths += paths

    def page(self, name: str) -> Any:
        """Bring a page into view, and let it read."""
        self.window.view.open_page(name)
        self.settle()
        return self.window.view.pages[name]

    def log_in(self, name: str) -> None:
        """By one click, as in every sample office."""

        def buttons() -> list[QPushButton]:
            doors = self.all(QPushButton, self.window.doors)
            return [one for one in doors if one.isEnabled() and one.text().startswith(name)]

        self.until(buttons)
        QTest.mouseClick(buttons()[0], Qt.MouseButton.LeftButton)
        self.until(lambda: self.window._view is not None)
        self.settle()

    def lock(self) -> None:
        """By its key, whatever is open."""
        self.window.lock()
        self.until(lambda: self.window._view is None)

    def _answer(self) -> None:
        """Type the path into Qt's own file dialog, as where no desktop draws another."""
        dialogs = self.all(QFileDialog)
        if dialogs and self._paths:
            line = dialogs[-1].findChild(QLineEdit, "fileNameEdit")
            line.setText(str(self._paths.pop(0)))  # type: ignore[union-attr] # it always has one
            QTimer.singleShot(0, dialogs[-1].accept)


def _plain(button: QPushButton) -> str:
    return button.text().replace("&", "")


def work_at(cabinet: Path, session: Callable[[Hands], None]) -> None:
    """Start the program in English, let somebody do what he does, and close it."""
    build, troubles = application.build, list[Exception]()

    def work(window: MainWindow) -> None:
        try:
            session(Hands(window))
        except Exception as trouble:  # noqa: BLE001 - raised again outside of Qt's event loop
            troubles.append(trouble)
        window.close()
        # The offscreen platform does not say whose the clipboard is, so the lock leaves it alone,
        # and Qt would destroy what is in it after Python is gone.
        QGuiApplication.clipboard().clear()
        QApplication.quit()

    def built(*args: Any) -> MainWindow:
        window = build(*args)
        QTimer.singleShot(0, window, lambda: work(window))
        return window

    application.build = built
    status = main.main(["--lang", "en", str(cabinet)])
    if troubles:
        traceback.print_exception(troubles[0])
    sys.exit(1 if troubles else status)
