"""Locking the screen: until nothing of a customer is seen, and until the key is forgotten.

The list is full, a card is open with something typed and not saved. Beside the cover: a plain
sheet of the same size, shown and painted. Beside the forgetting: the model's own log-out, which
writes the log's line, closes the database and overwrites the key, with no window around it.
"""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.bench.painting import rest, wait_for
from gui.bench.running import measured_apart
from gui.bench.typist import enter, work_at
from gui.cabinet.cabinet_page import CabinetPage
from gui.lock.screen_lock import LockTimes
from gui.main_window import MainWindow
from gui.widgets.paper_grid import PaperGrid
from model.upkeep.bench.figure import Figure, Measured, Sizes, middle, p95

_COVERED_MS, _FORGOTTEN_MS = 50.0, 2000.0
_LOG_OUT = "model.upkeep.bench.logging_out"


def measure(folder: Path, sizes: Sizes) -> Measured:
    """Lock and log in again, many times; p95 of both, as promised."""
    covered: list[float] = []
    forgotten: list[float] = []
    bare: list[float] = []

    def hands(window: MainWindow) -> None:
        window.locked.connect(lambda times: _note(times, forgotten))
        for _ in range(sizes.locks):
            enter(window, folder, sizes.cards)
            _type_on_a_card(window)
            bare.append(_bare_cover(window))
            covered.append(_lock(window))
            wait_for(lambda: len(forgotten) == len(covered))

    work_at(folder, hands)
    log_out = measured_apart(_LOG_OUT, folder, sizes).beside[0][1]
    return Measured(
        (
            Figure("lock_covered", p95(covered), p95(bare), _COVERED_MS),
            Figure("lock_forgotten", p95(forgotten), log_out, _FORGOTTEN_MS),
        ),
        (("lock_covered_median", middle(covered), "ms"),),
    )


def _note(times: LockTimes, forgotten: list[float]) -> None:
    forgotten.append(times.forgotten_ms)


def _type_on_a_card(window: MainWindow) -> None:
    """Open the next card and leave a word in one of its cells."""
    page = window.findChild(CabinetPage)
    assert isinstance(page, CabinetPage)
    table = page.list.table
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    wait_for(lambda: page.work.card is not None)
    grid = next(one for one in page.form.findChildren(PaperGrid) if one.isVisible())
    line = next(one for one in grid.findChildren(QLineEdit) if one.isVisible() and one.isEnabled())
    QTest.keyClicks(line, "1")
    rest(0.1)


def _bare_cover(window: MainWindow) -> float:
    """A plain sheet over the same window, painted before this returns."""
    started = perf_counter()
    sheet = QWidget(window)
    sheet.setAutoFillBackground(True)
    sheet.setGeometry(window.rect())
    sheet.show()
    sheet.repaint()
    took = (perf_counter() - started) * 1000
    sheet.hide()
    sheet.deleteLater()
    rest(0.05)
    return took


def _lock(window: MainWindow) -> float:
    """Ask for the lock; it returns when the cover is painted."""
    started = perf_counter()
    window.lock()
    return (perf_counter() - started) * 1000
