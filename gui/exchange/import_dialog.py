"""Bringing customers in: a file, what would happen with it, what was done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.clock import Clock
from gui.exchange.choose_page import ChoosePage
from gui.exchange.preview_page import PreviewPage
from gui.exchange.result_page import ResultPage
from gui.tasks import Report, Tasks
from gui.widgets.buttons import main_button, plain_button
from model.errors import BadInputError, NotFoundError, StoppedError, UnreadableFileError
from model.exchange.importing import (
    ImportOptions,
    ImportResult,
    Preview,
    import_cards,
    preview_import,
)
from model.office.desk import Desk
from model.office.people import list_people
from model.office.rights import Role
from model.office.teams import list_districts

_SIZE = (1200, 680)
_CAN_BE_HELPED = frozenset({"no_header", "no_sheet", "encoding", "map"})
"""Reasons why a file cannot be read that another choice beside the preview may mend."""


class ImportDialog(QDialog):
    """Three pages: choose, preview, result. It cannot be closed while a file is read or written.

    Signals:
        imported: the `ImportResult` of an import that was done.
    """

    imported = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._path, self._busy = Path(), False
        self._preview: Preview | None = None
        self.setWindowTitle(self.tr("Bring customers in"))
        self.setAcceptDrops(True)
        self.resize(*_SIZE)
        self._build()
        self._connect()
        self._show_buttons()

    def open_file(self, path: Path) -> None:
        """Look at a file, as if it had been chosen."""
        self._path = path
        self._preview_page.start(path)
        self._look()

    def reject(self) -> None:
        """Close, unless something is being read or written."""
        if not self._busy:
            super().reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def _dropped(self, data: QMimeData) -> Path | None:
        """The one file that is dragged over a page that takes it."""
        urls = [url for url in data.urls() if url.isLocalFile()]
        free = not self._busy and self._pages.currentWidget() is not self._result_page
        return Path(urls[0].toLocalFile()) if free and len(urls) == 1 else None

    def _build(self) -> None:
        people = [person for person in list_people(self._desk) if person.state.value != "gone"]
        reps = [person.name for person in people if person.role is Role.REP]
        districts = [district.name for district in list_districts(self._desk)]
        self._pages = QStackedWidget(self)
        self._choose_page = ChoosePage(self)
        self._preview_page = PreviewPage(reps, districts, self)
        self._result_page = ResultPage(self)
        for page in (self._choose_page, self._preview_page, self._result_page):
            self._pages.addWidget(page)
        self._import, self._skip = main_button(self), plain_button(self)
        self._close = plain_button(self)
        # Enter in one of the choices must not bring customers in.
        self._import.setDefault(False)
        self._import.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self._close)
        buttons.addStretch()
        buttons.addWidget(self._skip)
        buttons.addWidget(self._import)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._pages, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self._choose_page.chosen.connect(self.open_file)
        self._preview_page.changed.connect(self._look)
        self._preview_page.another_file.connect(self._start_again)
        self._import.clicked.connect(lambda: self._take(skip=False))
        self._skip.clicked.connect(lambda: self._take(skip=True))
        self._close.clicked.connect(self.reject)

    def _options(self) -> ImportOptions:
        """The choices, and the language in which rejected rows are explained."""
        chinese = QLocale().language() is QLocale.Language.Chinese
        return self._preview_page.options.options("zh" if chinese else "en")

    # --- the preview -------------------------------------------------------------------------

    def _look(self) -> None:
        """Make the preview, as the choices stand."""
        desk, path, options, now = self._desk, self._path, self._options(), self._clock.now()

        def job(report: Report) -> Preview:
            with desk.own_connection():
                return preview_import(desk, path, options, now, report)

        self._preview = None
        self._preview_page.show_nothing()
        self._begin()
        title = self.tr("Reading {file} …").format(file=path.name)
        self._tasks.run(self, job, self._show_preview, self._refuse_file, title)

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        self._preview_page.show_preview(preview)
        self._pages.setCurrentWidget(self._preview_page)
        self._end()

    def _refuse_file(self, error: Exception) -> None:
        """Say what is wrong with the file, on the page where it may be mended."""
        self._end()
        if isinstance(error, StoppedError):
            self._start_again()
            return
        mendable = isinstance(error, BadInputError | NotFoundError) or (
            isinstance(error, UnreadableFileError) and error.values["reason"] in _CAN_BE_HELPED
        )
        page = self._preview_page if mendable else self._choose_page
        self._pages.setCurrentWidget(page)
        page.trouble.tell(error)
        self._show_buttons()

    def _start_again(self) -> None:
        self._preview = None
        self._choose_page.trouble.hide()
        self._pages.setCurrentWidget(self._choose_page)
        self._show_buttons()
        self._choose_page.focus()

    # --- the import --------------------------------------------------------------------------

    def _take(self, *, skip: bool) -> None:
        """Do what the preview showed."""
        desk, path, now = self._desk, self._path, self._clock.now()
        options = replace(self._options(), skip_rejected=skip)

        def job(report: Report) -> ImportResult:
            with desk.own_connection():
                return import_cards(desk, path, options, now, report)

        self._begin()
        title = self.tr("Taking the customers over …")
        self._tasks.run(self, job, self._show_result, self._refuse_import, title)

    def _show_result(self, result: ImportResult) -> None:
        self._result_page.show_result(result)
        self._pages.setCurrentWidget(self._result_page)
        self._end()
        self._close.setFocus()
        self.imported.emit(result)

    def _refuse_import(self, error: Exception) -> None:
        """Nothing was written: the preview is still right, or must be made anew."""
        self._end()
        if isinstance(error, StoppedError):
            return
        if isinstance(error, BadInputError):
            self._look()  # somebody filed cards meanwhile
        else:
            self._preview_page.trouble.tell(error)

    # --- buttons -----------------------------------------------------------------------------

    def _begin(self) -> None:
        """Nothing can be pressed while a file is read or written."""
        self._busy = True
        self._pages.setEnabled(False)
        self._show_buttons()

    def _end(self) -> None:
        self._busy = False
        self._pages.setEnabled(True)
        self._show_buttons()

    def _show_buttons(self) -> None:
        """The buttons of the page in view, saying how many customers they bring."""
        looking = self._pages.currentWidget() is self._preview_page
        preview = self._preview if looking else None
        done = self._pages.currentWidget() is self._result_page
        self._close.setText(self.tr("&Close") if done else self.tr("Cancel"))
        self._close.setEnabled(not self._busy)
        self._close.setProperty("main", done)
        added = preview.added if preview else 0
        self._import.setVisible(looking)
        self._import.setText(self.tr("&Import ({added})").format(added=f"{added:,}"))
        self._skip.setText(
            self.tr("Import all &but the rejected ({added})").format(added=f"{added:,}")
        )
        free = preview is not None and not self._busy and added > 0
        needs_skip = preview is not None and preview.needs_skip
        self._import.setEnabled(free and not needs_skip)
        self._skip.setEnabled(free and needs_skip)
        self._skip.setVisible(looking and needs_skip)
