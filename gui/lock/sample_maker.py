"""Makes the sample office in the background, once, in this user's data folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.clock import Clock
from gui.memory import sample_folder
from gui.tasks import Report, Tasks


class SampleMaker(QObject):
    """Shows the sample office, made first where it is not there.

    Signals:
        made: folder of the sample office.
    """

    made = Signal(object)

    def __init__(self, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._tasks = tasks
        self._clock = clock

    def show(self) -> None:
        """Go to its log-in, making it first if need be."""
        if sample_folder().is_dir():
            self.made.emit(sample_folder())
        else:
            self._make()

    def make_anew(self) -> None:
        """Throw the old one away and make it again, as of today."""
        shutil.rmtree(sample_folder(), ignore_errors=True)
        self._make()

    def _make(self) -> None:
        folder, now = sample_folder(), self._clock.now()

        def make(report: Report) -> Path:
            from model.upkeep.sample_office import make_sample_office

            folder.parent.mkdir(parents=True, exist_ok=True)
            make_sample_office(folder, now=now, progress=report)
            return folder

        self._tasks.run(
            self._window, make, self.made.emit, title=self.tr("Making the sample office")
        )
