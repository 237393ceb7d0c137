"""What a page calls to look at a paper, to save it, or to print it.

A print has its number and its first line in the log before anything of it leaves the program, and
its second line when the file stands whole or the printer has taken the job
(docs/decisions/0008-the-working-day.md).
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from gui import errors
from gui.clock import Clock
from gui.papers.missing_glyphs import MissingGlyphs
from gui.papers.paper import Draw, Kept, Paper, Sheets, draw, preview
from gui.papers.print_dialog import PrintDialog
from gui.papers.printer_memory import PrinterMemory
from gui.papers.printing_out import send
from gui.tasks import Report, Tasks
from gui.translators import words
from gui.widgets.pdf_preview import PdfPreview
from model.errors import StoppedError
from model.office.desk import Desk
from model.office.prints import PrintStamp, begin_print, finish_print
from model.office.rights import Right
from printing.alignment import write_alignment
from printing.making import Made, print_to_file


class Papers(QObject):
    """The papers of one page of the window; its jobs end with the page.

    Signals:
        told: what came of a print, in words for the page's message line.
        printed: the `Paper` that stands whole now.
    """

    told = Signal(str)
    printed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        clock: Clock,
        page: QWidget,
        settings: QSettings | None = None,
    ) -> None:
        """`settings` is where the printers are remembered, by default the window's own."""
        super().__init__(page)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._page = page
        self._memory = PrinterMemory(settings or _window_settings())
        self._looks = 0

    @property
    def allowed(self) -> bool:
        """Whether this desk may print anything."""
        return self._desk.may(Right.PRINT_DAY)

    def preview(self, paper: Paper, view: PdfPreview, *, quiet: bool = False) -> None:
        """Show a paper; of several that are asked for one after the other only the last.

        Args:
            paper: what to show.
            view: where; a refusal stands there too.
            quiet: no progress is shown: nobody asked for it.
        """
        self._looks += 1
        number, desk, now = self._looks, self._desk, self._clock.now()

        def job(report: Report) -> Sheets:
            return preview(desk, paper, now, report)

        def show(sheets: Sheets) -> None:
            if number == self._looks and isValid(view):
                view.show_pdf(sheets.data, paper.title)

        def refuse(error: Exception) -> None:
            if number != self._looks or not isValid(view):
                return
            if errors.ours(error) is None:
                errors.show(self._page, error)
            elif isinstance(error, StoppedError):
                view.clear("")
            else:
                view.refuse(error)

        self._tasks.run(self._page, job, show, refuse, title=paper.title, quiet=quiet)

    def drop_preview(self) -> None:
        """What is being drawn for a preview is wanted no longer."""
        self._looks += 1

    def save(self, paper: Paper) -> None:
        """Ask where to, then write the file whole or not at all."""
        folder = self._memory.folder or _documents()
        chosen, _ = QFileDialog.getSaveFileName(
            self._page,
            self.tr("Save the paper as"),
            str(Path(folder) / paper.file_name),
            self.tr("PDF (*.pdf)"),
        )
        if chosen and isValid(self):
            file = Path(chosen)
            self._memory.folder = str(file.parent)
            self._save(paper, file if file.suffix else file.with_suffix(".pdf"))

    def print(self, paper: Paper) -> None:
        """Ask for the printer, then print."""
        dialog = PrintDialog(
            paper.what, paper.title, paper.both_sides, self._memory, self._page.window()
        )
        dialog.chosen.connect(lambda printer: self.send_to(paper, printer))
        dialog.alignment_wanted.connect(self._print_alignment)
        dialog.open()

    def send_to(self, paper: Paper, printer: QPrinter) -> None:
        """Print on a printer that is set up."""
        desk, now = self._desk, self._clock.now()
        self._tasks.run(
            self._page,
            lambda report: _print(desk, paper, printer, now, report),
            lambda made: self._printed(paper, made),
            title=paper.title,
        )

    def _save(self, paper: Paper, file: Path) -> None:
        desk, now = self._desk, self._clock.now()

        def job(report: Report) -> Made:
            with desk.own_connection():
                paint = paper.read(desk, now)
                with _guarded(paint, desk, now):
                    made = print_to_file(
                        desk, file, paper.what, paper.document,
                        lambda stamp, out: paint(stamp, out, report), now,
                    )  # fmt: skip
                _keep(paint, desk, now)
                return made

        self._tasks.run(self._page, job, lambda made: self._printed(paper, made), title=paper.title)

    def _print_alignment(self, printer: QPrinter) -> None:
        """A page that shows nothing of anyone: it has no number."""
        desk = self._desk
        stamp = PrintStamp("", desk.person.name, self._clock.now(), desk.office)

        def job(report: Report) -> None:
            page = draw(lambda stamp, out, _: write_alignment(stamp, out, words), stamp, report)
            send(page.data, printer, report)

        title = self.tr("Alignment page")
        self._tasks.run(self._page, job, lambda _: None, title=title)

    def _printed(self, paper: Paper, made: Made) -> None:
        """Say that it is done, and name what could not be printed."""
        self.printed.emit(paper)
        pages = self.tr("%n page(s)", "", made.pages)
        if made.file is None:
            text = self.tr("{number}: {pages} sent to the printer.")
        else:
            text = self.tr("{number}: {pages} saved as {file}.")
        name = made.file.name if made.file else ""
        self.told.emit(text.format(number=made.print_no, pages=pages, file=name))
        if made.missing:
            MissingGlyphs(made.missing, self._page.window()).open()


def _print(desk: Desk, paper: Paper, printer: QPrinter, now: datetime, report: Report) -> Made:
    with desk.own_connection():
        paint = paper.read(desk, now)
        with _guarded(paint, desk, now):
            stamp = begin_print(desk, paper.what, paper.document, now)
            sheets = draw(paint, stamp, report)
            send(sheets.data, printer, report)
            finish_print(desk, stamp, sheets.pages, sheets.sha256, now)
        _keep(paint, desk, now)
    return Made(stamp.print_no, None, sheets.pages, sheets.missing)


def _guarded(paint: Draw, desk: Desk, now: datetime) -> AbstractContextManager[None]:
    return paint.guarded(desk, now) if isinstance(paint, Kept) else nullcontext()


def _keep(paint: Draw, desk: Desk, now: datetime) -> None:
    """Note what a print shows, where that is noted."""
    if isinstance(paint, Kept):
        paint.keep(desk, now)


def _window_settings() -> QSettings:
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "card-cabinet", "window"
    )


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
