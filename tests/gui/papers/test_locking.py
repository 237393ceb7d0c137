"""The screen locks while a sheet is looked at or printed: nothing stays, nothing counts as done."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Event
from typing import BinaryIO

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.papers.paper import Draw, Paper
from gui.papers.preview_dialog import PreviewDialog
from gui.rounds.plan_page import PlanPage
from gui.tasks import Report
from model.office.desk import Desk
from model.office.prints import PrintStamp
from printing.paper import Printed
from tests.conftest import Sit
from tests.gui.papers.conftest import PAPER, events


def page_of(window: MainWindow, qtbot: QtBot) -> PlanPage:
    """The page 拜访计划, read."""
    window.view.open_page("rounds")
    page = window.view.pages["rounds"]
    assert isinstance(page, PlanPage)
    qtbot.waitUntil(lambda: window.around.tasks.running == 0)
    return page


def lock(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.locked, timeout=10_000):
        window.lock()


def test_a_preview_goes_with_the_lock(window: MainWindow, sit: Sit, qtbot: QtBot) -> None:
    window.seat(sit("王秀兰"))
    page = page_of(window, qtbot)
    PreviewDialog(page.papers, PAPER, window).open()
    qtbot.waitUntil(lambda: window.around.tasks.running == 0)
    (dialog,) = window.findChildren(PreviewDialog)
    assert dialog.view.page_count == 3
    lock(window, qtbot)
    qtbot.waitUntil(lambda: not window.findChildren(PreviewDialog))
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, PreviewDialog)] == []


def test_a_print_under_way_stops_and_is_not_logged_as_done(
    window: MainWindow,
    sit: Sit,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun = Event()

    def endless(stamp: PrintStamp, out: BinaryIO, report: Report) -> Printed:
        begun.set()
        while True:
            report(1, 1000)

    def read(desk: Desk, now: datetime) -> Draw:
        del desk, now
        return endless

    file = tmp_path / "set.pdf"
    monkeypatch.setattr("gui.papers.papers.QFileDialog.getSaveFileName", lambda *_: (str(file), ""))
    window.seat(sit("王秀兰"))
    page = page_of(window, qtbot)
    page.papers.save(Paper("packet", "RB20261120-01", "Set", read))
    qtbot.waitUntil(begun.is_set)
    lock(window, qtbot)
    sit("王秀兰")
    assert events() == [("print.begin", "P000001", "RB20261120-01")]
    assert not file.exists()
