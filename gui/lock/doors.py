"""The way in, page by page: which cabinet, who, and with what password."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QToolButton, QWidget

from gui import errors
from gui.frame.pages import Surroundings
from gui.lock.door_panel import DoorPanel
from gui.lock.first_page import FirstPage
from gui.lock.first_password_page import FirstPasswordPage
from gui.lock.log_in_page import LogInPage
from gui.lock.make_page import MakePage
from gui.lock.recovery_page import RecoveryPage
from gui.lock.restore_page import RestorePage
from gui.lock.sample_maker import SampleMaker
from gui.memory import Memory
from model.errors import CabinetError
from model.office.desk import Desk
from model.office.log_in import lock_screen, staff_of
from model.office.rights import Role


class Doors(QStackedWidget):
    """One door page at a time; each is made anew and destroyed when the next one comes.

    Signals:
        opened: the `Desk` of the person who came in.
        waiting: somebody's key is open, but he must choose a password first.
    """

    opened = Signal(object)
    waiting = Signal()

    def __init__(self, around: Surroundings, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: Desk | None = None
        self._language = QToolButton(self)
        self._language.setMenu(around.languages)
        self._language.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._language.setText("语言 / Language  ▾")
        self._language.setAccessibleName("语言 / Language")
        self._language.setObjectName("doorLanguage")
        self._tasks, self._clock = around.tasks, around.clock
        self._memory = memory
        self._samples = SampleMaker(around.tasks, around.clock, self)
        self._samples.made.connect(self.show_log_in)

    def show_first(self) -> None:
        """Which cabinet?"""
        page = FirstPage(self._memory.cabinets, self)
        page.open_wanted.connect(self.show_log_in)
        page.make_wanted.connect(self.show_make)
        page.restore_wanted.connect(self.show_restore)
        page.sample_wanted.connect(self._samples.show)
        self._show(page)

    def show_log_in(
        self, cabinet: Path, name: str = "", locked: bool = False, change: bool = False
    ) -> None:
        """Who is there? A cabinet that cannot be opened leaves the page in view as it is.

        Args:
            cabinet: its folder.
            name: who is offered first.
            locked: he sat here, and the screen is locked.
            change: another person sits down.
        """
        name = name or self._memory.name_at(cabinet)
        try:
            page = LogInPage(cabinet, self._tasks, self._clock, self, name, locked, change)
        except CabinetError as error:
            if self.currentWidget() is None:
                self.show_first()
            errors.show(self, error)
            return
        page.logged_in.connect(lambda desk: self._enter(desk, page.password))
        page.another_wanted.connect(self.show_first)
        page.recovery_wanted.connect(lambda: self.show_recovery(cabinet))
        page.anew_wanted.connect(self._samples.make_anew)
        page.change_wanted.connect(lambda name: self.show_log_in(cabinet, name, change=True))
        self._show(page)

    def clear(self) -> None:
        """Destroy the page in view, with what was typed on it."""
        while (page := self.currentWidget()) is not None:
            self.removeWidget(page)
            page.deleteLater()

    def _enter(self, desk: Desk, password: str) -> None:
        """Go in, or first to the page that asks for an own password."""
        self._memory.remember_cabinet(desk.cabinet)
        self._memory.remember_name(desk.cabinet, desk.person.name)
        if not desk.must_change_password:
            self.opened.emit(desk)
            return
        self._waiting = desk
        page = FirstPasswordPage(desk, password, self._tasks, self._clock, self)
        page.changed.connect(self._go_in)
        page.given_up.connect(lambda _: self.leave())
        self._show(page)
        self.waiting.emit()

    def _go_in(self, desk: Desk) -> None:
        self._waiting = None
        self.opened.emit(desk)

    def leave(self) -> None:
        """Forget the key of someone who has not gone in, if there is one."""
        desk, self._waiting = self._waiting, None
        if desk is None:
            return
        with errors.noted():
            self._tasks.stop_all(wait_ms=1000)
        with errors.noted():
            lock_screen(desk, self._clock.now())
        self.show_log_in(desk.cabinet, desk.person.name)

    def show_make(self) -> None:
        """A cabinet for an office that has none."""
        page = MakePage(self._tasks, self._clock, self)
        page.made.connect(self._memory.remember_cabinet)
        page.made.connect(self.show_log_in)
        page.given_up.connect(self.show_first)
        self._show(page)

    def show_restore(self, file: Path | None = None) -> None:
        """A cabinet made of a backup."""
        page = RestorePage(self._tasks, self._clock, file, self)
        page.finished.connect(self._memory.remember_cabinet)
        page.finished.connect(self.show_log_in)
        page.given_up.connect(self.show_first)
        self._show(page)

    def show_recovery(self, cabinet: Path) -> None:
        """A manager's way in with the recovery code."""
        managers = [person.name for person in staff_of(cabinet) if person.role is Role.MANAGER]
        page = RecoveryPage(cabinet, managers, self._tasks, self._clock, self)
        page.finished.connect(lambda: self.show_log_in(cabinet))
        self._show(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_language()

    def _show(self, page: DoorPanel) -> None:
        self.clear()
        self.addWidget(page)
        self.setCurrentWidget(page)
        self._place_language()
        page.focus()

    def _place_language(self) -> None:
        """The language stands in the corner of every door, above the page."""
        size = self._language.sizeHint()
        self._language.setGeometry(
            self.width() - size.width() - 16,
            self.height() - size.height() - 12,
            size.width(),
            size.height(),
        )
        self._language.raise_()
