"""Jobs off the window's thread.

A job is a plain function that takes `report(done, total)` and touches no widget; it opens its own
connection (`with desk.own_connection():`) when it needs the cabinet. Reporting is also where it
can be stopped: `report` then raises `StoppedError`, which undoes an open transaction.

Results travel through `Tasks`, one object that lives as long as the program: an object owned by a
dialog that closes itself would be gone when its result arrives.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui import errors
from gui.progress_dialog import ProgressDialog
from model.errors import StoppedError

T = TypeVar("T")
Report = Callable[[int, int], None]
Job = Callable[[Report], T]

SHOW_AFTER_MS = 1000
"""A job that takes longer shows its progress, with Cancel."""
_REPORT_EVERY_S = 0.05


@dataclass
class _Task:
    """One running job and who waits for it."""

    parent: QObject
    on_done: Callable[[Any], object]
    on_error: Callable[[Exception], object] | None
    title: str
    stop: Event = field(default_factory=Event)
    progress: tuple[int, int] = (0, 0)
    dialog: ProgressDialog | None = None


class Tasks(QObject):
    """Runs jobs and brings their results home to the window's thread.

    Signals:
        idle: the last running job has ended.
    """

    idle = Signal()
    _reported = Signal(int, int, int)
    _finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: dict[int, _Task] = {}
        self._next = 0
        self._reported.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)
        self._finished.connect(self._take_result, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        parent: QObject,
        job: Job[T],
        on_done: Callable[[T], object],
        on_error: Callable[[Exception], object] | None = None,
        title: str = "",
        quiet: bool = False,
    ) -> None:
        """Start a job; exactly one of the two callbacks is called, in the window's thread.

        Args:
            parent: whose job it is; when it is gone by then, nothing is called.
            job: takes `report(done, total)`, returns the result.
            on_done: takes the result.
            on_error: takes what the job raised, `StoppedError` when it was cancelled;
                without it the error is shown, and a stop passes silently.
            title: what the job does, over its progress.
            quiet: never show progress: nobody asked for this job.
        """
        self._next += 1
        number, task = self._next, _Task(parent, on_done, on_error, title)
        self._running[number] = task
        self._pool.start(lambda: self._work(number, job, task.stop))
        if isinstance(parent, QWidget) and not quiet:
            QTimer.singleShot(SHOW_AFTER_MS, self, lambda: self._show_dialog(number))

    @property
    def running(self) -> int:
        """How many jobs have not brought their result home."""
        return len(self._running)

    def stop_all(self, wait_ms: int) -> bool:
        """Stop every job, drop what they would have reported, and wait for them.

        Args:
            wait_ms: the longest wait.

        Returns:
            Whether all of them have ended.
        """
        tasks, self._running = list(self._running.values()), {}
        for task in tasks:
            task.stop.set()
            _close(task)
        return self._pool.waitForDone(wait_ms)

    def run_within(self, wait_ms: int, job: Callable[[], object]) -> bool:
        """Do a job in another thread and wait for it, at most so long.

        For the last things before a lock: the window is covered already, and a database that
        another program is writing to must not hold the lock up.

        Returns:
            Whether it has ended in time; if not, it goes on unheard.
        """

        def work() -> None:
            with errors.noted():
                job()

        self._pool.start(work)
        return self._pool.waitForDone(wait_ms)

    def _work(self, number: int, job: Job[T], stop: Event) -> None:
        """In the worker's thread: do the job, post what came of it."""
        result: T | None = None
        error: Exception | None = None
        try:
            result = job(self._reporter(number, stop))
        except Exception as problem:  # noqa: BLE001 - the window's thread decides what to do
            error = problem
        if isValid(self):  # a job that outlasts the program has nobody to tell
            self._finished.emit(number, result, error)

    def _reporter(self, number: int, stop: Event) -> Report:
        told = 0.0

        def report(done: int, total: int) -> None:
            nonlocal told
            if stop.is_set():
                raise StoppedError
            if done == total or monotonic() - told >= _REPORT_EVERY_S:
                told = monotonic()
                self._reported.emit(number, done, total)

        return report

    @Slot(int, int, int)
    def _show_progress(self, number: int, done: int, total: int) -> None:
        task = self._running.get(number)
        if task is None:
            return
        task.progress = (done, total)
        if task.dialog is not None and isValid(task.dialog):
            task.dialog.show_progress(done, total)

    @Slot(int, object, object)
    def _take_result(self, number: int, result: object, error: Exception | None) -> None:
        task = self._running.pop(number, None)
        if task is None:
            return
        _close(task)
        if isValid(task.parent):
            _deliver(task, result, error)
        if not self._running:
            self.idle.emit()

    def _show_dialog(self, number: int) -> None:
        task = self._running.get(number)
        if task is None or not isValid(task.parent) or not isinstance(task.parent, QWidget):
            return
        task.dialog = ProgressDialog(task.title, task.parent.window())
        task.dialog.cancelled.connect(task.stop.set)
        task.dialog.show_progress(*task.progress)
        task.dialog.show()


def _deliver(task: _Task, result: object, error: Exception | None) -> None:
    """Hand the outcome to whoever asked for it."""
    if error is None:
        task.on_done(result)
    elif task.on_error is not None:
        task.on_error(error)
    elif not isinstance(error, StoppedError):
        parent = task.parent
        errors.show(parent if isinstance(parent, QWidget) else None, error)


def _close(task: _Task) -> None:
    """Take its progress away."""
    if task.dialog is not None and isValid(task.dialog):
        task.dialog.hide()
        task.dialog.deleteLater()
    task.dialog = None
