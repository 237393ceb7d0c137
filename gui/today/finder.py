"""Typing in the box: letters list reps and cards of the day, a code is left to the scans."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.clock import Clock
from gui.tasks import Tasks
from gui.today.found_list import Findable, FoundList, found_by, read_findables
from gui.today.scan_box import ScanBox, is_code
from model.office.desk import Desk


class Finder(QObject):
    """Knows whom and what one may mean today, by name, pinyin, initials and number.

    Signals:
        chosen: name of the rep, and number of his card or the empty string.
    """

    chosen = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, box: ScanBox, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._box = box
        self._page = page
        self._findables: Sequence[Findable] = ()
        self.list = FoundList(page)
        self.list.chosen.connect(lambda one: self.chosen.emit(one.rep, one.card_no))
        box.typed.connect(self._look)

    @property
    def is_open(self) -> bool:
        """Whether something found is listed."""
        return not self.list.isHidden()

    def read(self, reps: Sequence[str]) -> None:
        """Read whom and what one may mean, off the window's thread."""
        job = read_findables(self._desk, reps, self._clock.now())
        self._tasks.run(self._page, job, self._take, quiet=True)

    def step(self, step: int) -> None:
        """Mark the one before or after."""
        self.list.step(step)

    def take(self, text: str) -> bool:
        """Choose what is marked; False for a code, and where nothing was found."""
        if is_code(text) or not self.is_open:
            self.list.hide()
            return False
        self.list.take()
        return True

    def forget(self) -> None:
        """The screen locks: no name stays."""
        self._findables = ()
        self.list.forget()

    def _take(self, findables: Sequence[Findable]) -> None:
        self._findables = findables

    def _look(self, text: str) -> None:
        self.list.show_found(found_by(text, self._findables), self._box)
