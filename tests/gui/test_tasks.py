"""Jobs off the window's thread."""

from __future__ import annotations

import time
from pathlib import Path
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui import tasks as tasks_module
from gui.errors import log_file
from gui.progress_dialog import ProgressDialog
from gui.tasks import Report, Tasks
from model.errors import NotFoundError, StoppedError
from tests.gui.conftest import WAIT_MS


def test_a_job_works_in_another_thread_and_its_result_comes_home(
    tasks: Tasks, qtbot: QtBot
) -> None:
    seen: list[object] = []
    parent = QObject()
    with qtbot.waitSignal(tasks.idle, timeout=WAIT_MS):
        tasks.run(
            parent,
            lambda _: current_thread() is main_thread(),
            lambda result: seen.extend((result, current_thread() is main_thread())),
        )
    assert seen == [False, True]


def test_an_error_reaches_who_asked_for_it(tasks: Tasks, qtbot: QtBot) -> None:
    def job(report: Report) -> None:
        raise NotFoundError(kind="card", ref="A-0001")

    seen: list[Exception] = []
    parent = QObject()
    with qtbot.waitSignal(tasks.idle, timeout=WAIT_MS):
        tasks.run(parent, job, lambda _: seen.append(AssertionError()), seen.append)
    assert [type(error) for error in seen] == [NotFoundError]


def test_an_error_that_nobody_expects_is_shown(
    tasks: Tasks, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    def job(report: Report) -> None:
        raise ValueError("secret")

    parent = QObject()
    with qtbot.waitSignal(tasks.idle, timeout=WAIT_MS):
        tasks.run(parent, job, lambda _: None)
    assert [type(error) for error in shown_errors] == [ValueError]


def test_nothing_is_called_for_a_parent_that_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    go, seen = Event(), []
    parent = QWidget()
    with qtbot.waitSignal(tasks.idle, timeout=WAIT_MS):
        tasks.run(parent, lambda _: go.wait(5), seen.append, seen.append)
        parent.deleteLater()
        qtbot.waitUntil(lambda: not tasks_module.isValid(parent), timeout=WAIT_MS)
        go.set()
    assert seen == []


def endless(report: Report) -> None:
    """Reports until it is stopped."""
    while True:
        report(1, 3)
        time.sleep(0.002)


def test_stop_all_ends_jobs_at_their_next_report_and_drops_their_results(
    tasks: Tasks, qtbot: QtBot
) -> None:
    parent, seen = QObject(), []
    for _ in range(3):
        tasks.run(parent, endless, seen.append, seen.append)
    assert tasks.running == 3
    assert tasks.stop_all(WAIT_MS)
    assert tasks.running == 0
    qtbot.wait(50)
    assert seen == []


def test_stop_all_says_when_a_job_will_not_end(tasks: Tasks, qtbot: QtBot) -> None:
    go, parent = Event(), QObject()
    tasks.run(parent, lambda _: go.wait(10), lambda _: None)
    assert not tasks.stop_all(20)
    go.set()


def test_a_long_job_shows_progress_and_cancel_stops_it(
    tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks_module, "SHOW_AFTER_MS", 1)
    parent, seen = QWidget(), []
    qtbot.addWidget(parent)
    tasks.run(parent, endless, seen.append, seen.append, title="Counting")
    qtbot.waitUntil(lambda: bool(parent.findChildren(ProgressDialog)), timeout=WAIT_MS)
    dialog = parent.findChildren(ProgressDialog)[0]
    assert dialog.windowTitle() == "Counting"
    with qtbot.waitSignal(tasks.idle, timeout=WAIT_MS):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()  # until the job has really stopped
    assert [type(error) for error in seen] == [StoppedError]
    assert not dialog.isVisible()


def test_a_quiet_or_short_job_shows_no_progress(
    tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, seen = QWidget(), []
    qtbot.addWidget(parent)
    tasks.run(parent, lambda _: 1, seen.append)
    qtbot.waitUntil(lambda: seen == [1], timeout=WAIT_MS)
    monkeypatch.setattr(tasks_module, "SHOW_AFTER_MS", 1)
    tasks.run(parent, endless, seen.append, seen.append, quiet=True)
    qtbot.wait(60)
    assert not parent.findChildren(ProgressDialog)
    tasks.stop_all(WAIT_MS)


def test_reports_reach_the_bar(tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks_module, "SHOW_AFTER_MS", 1)
    go, parent = Event(), QWidget()
    qtbot.addWidget(parent)

    def job(report: Report) -> None:
        report(2, 8)
        go.wait(10)

    tasks.run(parent, job, lambda _: None)
    qtbot.waitUntil(lambda: bool(parent.findChildren(ProgressDialog)), timeout=WAIT_MS)
    dialog = parent.findChildren(ProgressDialog)[0]
    qtbot.waitUntil(lambda: dialog.progress == (2, 8), timeout=WAIT_MS)
    with qtbot.waitSignal(tasks.idle, timeout=WAIT_MS):
        go.set()


def test_progress_is_shown_in_the_windows_thread(qapp: object, qtbot: QtBot) -> None:
    threads: list[bool] = []

    class Watched(Tasks):
        def _show_progress(self, number: int, done: int, total: int) -> None:
            threads.append(current_thread() is main_thread())

    tasks, parent = Watched(), QObject()
    with qtbot.waitSignal(tasks.idle, timeout=WAIT_MS):
        tasks.run(parent, lambda report: report(1, 1), lambda _: None)
    assert threads == [True]


def test_the_last_things_are_waited_for_but_not_for_ever(tasks: Tasks) -> None:
    go, done = Event(), []
    assert tasks.run_within(WAIT_MS, lambda: done.append(1))
    assert done == [1]
    assert not tasks.run_within(20, lambda: go.wait(10))
    go.set()


def test_the_last_things_may_fail(tasks: Tasks, tmp_path: Path) -> None:
    def fail() -> None:
        raise ValueError("芜湖长江物流")

    assert tasks.run_within(WAIT_MS, fail)
    text = log_file().read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "芜湖" not in text
