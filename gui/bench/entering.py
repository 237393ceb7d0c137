"""One log-in at the real program, timed: `FOLDER CARDS`, milliseconds as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from nacl.pwhash import argon2id
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from gui.bench.painting import wait_for
from gui.bench.typist import list_of, type_password, work_at
from gui.main_window import MainWindow


class _FirstList(QObject):
    """Waits for the paint after which the list of cards, filled, takes keys."""

    def __init__(self, window: MainWindow, cards: int) -> None:
        super().__init__(window)
        self._cards = cards
        self._painted = False
        self.usable_at = 0.0
        self._window = window
        window.seated.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._painted:
            view = list_of(self._window, self._cards)
            if view is not None and view.viewport() is watched:
                self._painted = True
                # Its turn comes when this painting, and all else that waited, is done.
                QTimer.singleShot(0, self, lambda: self._press(view))
        return False

    def _watch(self) -> None:
        """The pages are there; their lists may still be empty."""
        for view in self._window.findChildren(QAbstractItemView):
            view.viewport().installEventFilter(self)

    def _press(self, view: QAbstractItemView) -> None:
        """The list is usable when a key moves in it."""
        before = view.currentIndex().row()
        QTest.keyClick(view, Qt.Key.Key_Down)
        if view.currentIndex().row() != before:
            self.usable_at = perf_counter()


def enter(window: MainWindow, folder: Path, cards: int) -> dict[str, float]:
    """Type the password, press Enter, and wait until the list is usable."""
    field = type_password(window, folder)
    derivations: list[float] = []
    kdf = argon2id.kdf
    argon2id.kdf = _timed(kdf, derivations)
    first = _FirstList(window, cards)
    started = perf_counter()
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait_for(lambda: first.usable_at)
    argon2id.kdf = kdf
    return {"usable": (first.usable_at - started) * 1000, "derived": sum(derivations)}


def _timed(work: Callable[..., Any], times: list[float]) -> Callable[..., Any]:
    """The same function, its times noted in milliseconds."""

    def noted(*args: Any, **kwargs: Any) -> Any:
        started = perf_counter()
        result = work(*args, **kwargs)
        times.append((perf_counter() - started) * 1000)
        return result

    return noted


def main() -> None:
    """Do it."""
    folder, cards = Path(sys.argv[1]), int(sys.argv[2])
    found: dict[str, float] = {}
    work_at(folder, lambda window: found.update(enter(window, folder, cards)))
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
