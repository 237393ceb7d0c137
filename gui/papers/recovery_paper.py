"""The sheet of the recovery code: drawn from memory, printed or saved as the manager asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from gui.clock import Clock
from gui.papers.paper import Draw, Paper, draw
from gui.papers.print_dialog import PrintDialog
from gui.papers.printer_memory import PrinterMemory
from gui.papers.printing_out import send
from gui.tasks import Report, Tasks
from gui.translators import words
from model.office.desk import Desk
from model.office.prints import PrintStamp, begin_print, finish_print
from model.office.recovery import opened_by_code
from printing.making import Made, print_to_file
from printing.paper import Printed
from printing.recovery_sheet import TITLE, write_recovery_sheet

WHAT = "recovery"
_Job = Callable[[Desk, datetime, Report], Made]


def recovery_paper(code: str) -> Paper:
    """The sheet as a paper of a page of the window."""

    def read(desk: Desk, now: datetime) -> Draw:
        del desk, now
        return _drawn(code)

    return Paper(WHAT, "", words("RecoverySheet", TITLE), read)


def _drawn(code: str) -> Draw:
    def paint(stamp: PrintStamp, out: BinaryIO, report: Report) -> Printed:
        report(0, 1)
        return write_recovery_sheet(code, stamp, out, words)

    return paint


class DoorSheet(QObject):
    """Prints or saves the sheet before anybody has logged in: the code itself opens the log.

    Signals:
        told: what came of it.
    """

    told = Signal(str)

    def __init__(
        self, cabinet: Path, manager: str, code: str, tasks: Tasks, clock: Clock, page: QWidget
    ) -> None:
        super().__init__(page)
        self._cabinet, self._manager, self._code = cabinet, manager, code
        self._tasks, self._clock, self._page = tasks, clock, page
        self._paper = recovery_paper(code)
        self._memory = PrinterMemory(
            QSettings(
                QSettings.Format.IniFormat, QSettings.Scope.UserScope, "card-cabinet", "window"
            )
        )

    def print(self) -> None:
        """Ask for the printer, then print."""
        dialog = PrintDialog(WHAT, self._paper.title, False, self._memory, self._page.window())
        dialog.chosen.connect(self._send_to)
        dialog.open()

    def save(self) -> None:
        """Ask where to, then write the file whole or not at all."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._memory.folder or QStandardPaths.writableLocation(documents)
        chosen, _ = QFileDialog.getSaveFileName(
            self._page,
            self.tr("Save the sheet of the recovery code"),
            str(Path(folder) / self._paper.file_name),
            self.tr("PDF (*.pdf)"),
        )
        if chosen and isValid(self):
            file = Path(chosen)
            self._run(self._saving(file if file.suffix else file.with_suffix(".pdf")))

    def _send_to(self, printer: QPrinter) -> None:
        paint = _drawn(self._code)

        def job(desk: Desk, now: datetime, report: Report) -> Made:
            stamp = begin_print(desk, WHAT, "", now)
            sheets = draw(paint, stamp, report)
            send(sheets.data, printer, report)
            finish_print(desk, stamp, sheets.pages, sheets.sha256, now)
            return Made(stamp.print_no, None, sheets.pages, sheets.missing)

        self._run(job)

    def _saving(self, file: Path) -> _Job:
        paint = _drawn(self._code)

        def job(desk: Desk, now: datetime, report: Report) -> Made:
            return print_to_file(
                desk, file, WHAT, "", lambda stamp, out: paint(stamp, out, report), now
            )

        return job

    def _run(self, job: _Job) -> None:
        cabinet, manager, code = self._cabinet, self._manager, self._code
        now = self._clock.now()

        def work(report: Report) -> Made:
            with opened_by_code(cabinet, manager, code, now) as desk:
                return job(desk, now, report)

        self._tasks.run(self._page, work, self._tell, title=self._paper.title)

    def _tell(self, made: Made) -> None:
        if made.file is None:
            self.told.emit(self.tr("{number}: sent to the printer.").format(number=made.print_no))
        else:
            text = self.tr("{number}: saved as {file}.")
            self.told.emit(text.format(number=made.print_no, file=made.file.name))
