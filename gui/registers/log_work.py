"""What is done with the log: read page after page, written to a file, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.clock import Clock
from gui.registers.log_columns import LogRow
from gui.registers.log_tab import LogTab
from gui.registers.register_actions import RegisterActions
from gui.registers.verify_dialog import VerifyDialog
from gui.tasks import Report, Tasks
from gui.translators import words
from model.exchange.log_file import LogExported, export_log
from model.loans.log_reading import LogPage, LogPerson, log_people, read_log
from model.office.desk import Desk
from model.office.log_query import LogQuery
from model.office.rights import Right

_KINDS = {"(*.xlsx)": ".xlsx", "(*.csv)": ".csv"}


class LogWork(QObject):
    """Works on the tab for one desk.

    Signals:
        told: what was done, in words.
    """

    told = Signal(str)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        clock: Clock,
        tab: LogTab,
        actions: RegisterActions,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._tab, self._actions, self._page = tab, actions, page
        self._readings = 0
        self._wanted = LogQuery()
        self._names: Mapping[int, str] = {}
        tab.filters.changed.connect(self.read)
        tab.more_wanted.connect(self._read_on)
        actions["log_export"].triggered.connect(lambda _=False: self.ask_file())
        actions["log_verify"].triggered.connect(lambda _=False: self.verify())

    @property
    def allowed(self) -> bool:
        """Whether this desk may see the log at all."""
        return self._desk.may(Right.SEE_LOG)

    def read(self) -> None:
        """Read the first page of what the filters ask for, and who may be asked for."""
        if not self.allowed:
            return
        self._wanted = self._tab.filters.wanted
        self._tab.show_searching()
        self._run(self._wanted, first=True)

    def forget(self) -> None:
        """Empty what is shown."""
        self._readings += 1
        self._tab.forget()

    def look(self, *, in_view: bool) -> None:
        """Allow what belongs to the tab."""
        for name in ("log_export", "log_verify"):
            self._actions.allow(name, in_view)

    def ask_file(self) -> None:
        """Where the lines that the filters ask for are to be written."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("Log {day}").format(day=f"{self._clock.now():%Y-%m-%d}")
        chosen, kind = QFileDialog.getSaveFileName(
            self._page.window(),
            self.tr("Export the log as it is filtered"),
            str(Path(folder) / f"{name}.xlsx"),
            ";;".join((self.tr("Workbook (*.xlsx)"), self.tr("Text (*.csv)"))),
        )
        if chosen:
            self.export(_with_suffix(Path(chosen), kind))

    def export(self, out: Path) -> None:
        """Write them; the file is there whole or not at all."""
        desk, wanted, now = self._desk, self._tab.filters.wanted, self._clock.now()

        def job(report: Report) -> LogExported:
            with desk.own_connection():
                return export_log(desk, wanted, out, words, now, report)

        self._tasks.run(self._page, job, self._exported, title=self.tr("The log is written"))

    def verify(self) -> None:
        """Check the whole cabinet, with a head from paper if there is one."""
        VerifyDialog(self._desk, self._tasks, self._clock, self._page.window()).open()

    def _exported(self, made: LogExported) -> None:
        self.told.emit(
            self.tr("{count} lines of the log are in {file}.").format(
                count=f"{made.lines:,}", file=made.file.name
            )
        )
        self.read()

    def _read_on(self) -> None:
        """The page below."""
        self._tab.show_searching()
        last = self._tab.rows[-1].line.no
        self._run(replace(self._wanted, before_no=last), first=False)

    def _run(self, wanted: LogQuery, *, first: bool) -> None:
        """Read a page; an older reading that comes late is dropped."""
        self._readings += 1
        number, desk = self._readings, self._desk

        def job(report: Report) -> tuple[LogPage, tuple[LogPerson, ...]]:
            with desk.own_connection():
                return read_log(desk, wanted, report), log_people(desk) if first else ()

        def take(found: tuple[LogPage, tuple[LogPerson, ...]]) -> None:
            if number == self._readings:
                self._take(*found, first=first)

        self._tasks.run(self._page, job, take, title=self.tr("The log is searched"))

    def _take(self, page: LogPage, people: tuple[LogPerson, ...], *, first: bool) -> None:
        if first:
            self._names = {person.staff_no: person.name for person in people}
            self._tab.filters.show_people(people)
        rows = [LogRow(line, self._names) for line in page.lines]
        self._tab.show_page(rows, more=page.more, first=first)


def _with_suffix(path: Path, kind: str) -> Path:
    """The name with the ending that was chosen beside it, where none was typed."""
    if path.suffix.lower() in _KINDS.values():
        return path
    ending = next((suffix for sign, suffix in _KINDS.items() if kind.endswith(sign)), ".xlsx")
    return path.with_name(path.name + ending)
