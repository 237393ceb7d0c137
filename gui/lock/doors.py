"""The way in, page by page: which cabinet, who, and with what password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui import errors
from gui.clock import Clock
from gui.lock.door_panel import DoorPanel
from gui.lock.first_page import FirstPage
from gui.lock.first_password_page import FirstPasswordPage
from gui.lock.log_in_page import LogInPage, managers_of
from gui.lock.make_page import MakePage
from gui.lock.recovery_page import RecoveryPage
from gui.lock.sample_maker import SampleMaker
from gui.memory import Memory
from gui.tasks import Tasks
from model.errors import CabinetError
from model.office.desk import Desk
from model.office.log_in import lock_screen


class Doors(QStackedWidget):
    """One door page at a time; each is made anew and destroyed when the next one comes.

    Signals:
        opened: the `Desk` of the person who came in.
    """

    opened = Signal(object)

    def __init__(self, tasks: Tasks, clock: Clock, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clock = clock
        self._memory = memory
        self._samples = SampleMaker(tasks, clock, self)
        self._samples.made.connect(self.show_log_in)

    def show_first(self) -> None:
        """Which cabinet?"""
        page = FirstPage(self._memory.cabinets, self)
        page.open_wanted.connect(self.show_log_in)
        page.make_wanted.connect(self._show_make)
        page.sample_wanted.connect(self._samples.show)
        self._show(page)

    def show_log_in(self, cabinet: Path, name: str = "", locked: bool = False) -> None:
        """Who is there? A cabinet that cannot be opened leaves the page in view as it is."""
        name = name or self._memory.name_at(cabinet)
        try:
            page = LogInPage(cabinet, self._tasks, self._clock, self, name, locked)
        except CabinetError as error:
            if self.currentWidget() is None:
                self.show_first()
            errors.show(self, error)
            return
        page.logged_in.connect(lambda desk: self._enter(desk, page.password))
        page.another_wanted.connect(self.show_first)
        page.recovery_wanted.connect(lambda: self._show_recovery(cabinet, page))
        page.anew_wanted.connect(self._samples.make_anew)
        self._show(page)

    def clear(self) -> None:
        """Destroy the page in view, with what was typed on it."""
        for page in [self.widget(place) for place in range(self.count())]:
            self.removeWidget(page)
            page.deleteLater()

    def _enter(self, desk: Desk, password: str) -> None:
        """Go in, or first to the page that asks for an own password."""
        self._memory.remember_cabinet(desk.cabinet)
        self._memory.remember_name(desk.cabinet, desk.person.name)
        if not desk.must_change_password:
            self.opened.emit(desk)
            return
        page = FirstPasswordPage(desk, password, self._tasks, self._clock, self)
        page.changed.connect(self.opened)
        page.given_up.connect(self._leave)
        self._show(page)

    def _leave(self, desk: Desk) -> None:
        """Forget the key of someone who did not go in."""
        self._tasks.stop_all(wait_ms=1000)
        lock_screen(desk, self._clock.now())
        self.show_log_in(desk.cabinet, desk.person.name)

    def _show_make(self) -> None:
        page = MakePage(self._tasks, self._clock, self)
        page.made.connect(self.show_log_in)
        page.given_up.connect(self.show_first)
        self._show(page)

    def _show_recovery(self, cabinet: Path, log_in: LogInPage) -> None:
        page = RecoveryPage(cabinet, managers_of(log_in.staff), self._tasks, self._clock, self)
        page.finished.connect(lambda: self.show_log_in(cabinet))
        self._show(page)

    def _show(self, page: DoorPanel) -> None:
        self.clear()
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.focus()
