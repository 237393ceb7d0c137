"""The first password was given by someone else: it is changed before anything else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from gui.clock import Clock
from gui.lock.door_panel import DoorPanel
from gui.tasks import Tasks
from gui.widgets.buttons import link_button, remark
from gui.widgets.own_password import OwnPassword
from model.office.desk import Desk


class FirstPasswordPage(DoorPanel):
    """A new password, or back out of the door.

    Signals:
        changed: the `Desk`, whose password is the person's own now.
        given_up: the `Desk`, to be locked again.
    """

    changed = Signal(object)
    given_up = Signal(object)

    def __init__(
        self, desk: Desk, old: str, tasks: Tasks, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._why = remark(self)
        self._form = OwnPassword(desk, tasks, clock, self, old)
        self._back = link_button(self)
        for widget in (self._why, self._form, self._back):
            self.body.addWidget(widget)
        self._form.done.connect(lambda: self.changed.emit(desk))
        self._back.clicked.connect(lambda: self.given_up.emit(desk))
        self._retranslate()

    def focus(self) -> None:
        """Put the cursor into the first field."""
        self._form.focus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.head(self.tr("Your own password"), self._desk.person.name)
        self._why.setText(
            self.tr("The first password was given to you. Choose one that nobody else knows.")
        )
        self._back.setText(self.tr("&Back to the log-in"))
