"""Everyone's own password."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.clock import Clock
from gui.tasks import Tasks
from gui.widgets.buttons import remark
from gui.widgets.own_password import OwnPassword
from model.office.desk import Desk

_WIDTH = 460


class OwnPasswordTab(QWidget):
    """The form, and a word when it is done."""

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._why, self._done = remark(self), remark(self)
        self.form = OwnPassword(desk, tasks, clock, self)
        for widget in (self._why, self.form, self._done):
            widget.setFixedWidth(_WIDTH)
        self._done.hide()
        self.form.done.connect(self._done.show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(14)
        layout.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for widget in (self._why, self.form, self._done):
            layout.addWidget(widget)
        self._retranslate()

    def forget(self) -> None:
        """Forget what was typed."""
        self.form.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._why.setText(
            self.tr("Your password opens the cabinet with your own key. Nobody else can see it.")
        )
        self._done.setText(self.tr("The password is changed."))
