"""The second person beside the desk, who opens the managers' drawer together with the first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.clock import Clock
from gui.tasks import Report, Tasks
from gui.translators import spoken
from gui.widgets.buttons import remark
from gui.widgets.trouble import Trouble
from model.office.desk import Desk
from model.office.secrets import open_secrets, second_persons


def ask_second_person(
    parent: QWidget, desk: Desk, tasks: Tasks, clock: Clock, then: Callable[[], object]
) -> None:
    """Ask for a second person, and go on once the drawer is open at this desk.

    Args:
        parent: over whose window the question stands.
        desk: the first person.
        tasks: where the password is tried.
        clock: the office's time.
        then: called when the drawer is open, at once if it is; not when the question is cancelled.
    """
    if desk.secrets_open(clock.now()):
        then()
        return
    dialog = SecondPersonDialog(desk, tasks, clock, parent)
    dialog.accepted.connect(then)
    dialog.open()


class SecondPersonDialog(QDialog):
    """Name and password of the second person; accepted when the drawer is open."""

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Two persons"))
        self.setMinimumWidth(440)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._build()
        self._connect()
        self._names.addItems(second_persons(desk))
        self._password.setFocus()

    @property
    def trouble(self) -> str:
        """Why it was not opened, or the empty string."""
        return self._trouble.told

    def _build(self) -> None:
        self._names, self._password = QComboBox(self), QLineEdit(self)
        self._names.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._trouble = Trouble(self)
        why = remark(self)
        why.setText(
            self.tr(
                "Secret cards are opened by two persons together. The second one enters his own "
                "password here; the log names both."
            )
        )
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._open = self._buttons.addButton(
            self.tr("&Open together"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._open.setProperty("main", True)
        self._open.setDefault(True)
        self._open.setEnabled(False)
        form = QFormLayout()
        for label, field in (
            (self.tr("&Second person"), self._names),
            (self.tr("&Password"), self._password),
        ):
            form.addRow(label, field)
            field.setAccessibleName(spoken(label))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(why)
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._password.textChanged.connect(self._typed)
        self._names.currentIndexChanged.connect(self._typed)
        self._buttons.accepted.connect(self._submit)
        self._buttons.rejected.connect(self.reject)

    def _typed(self) -> None:
        self._trouble.hide()
        self._open.setEnabled(bool(self._names.currentText() and self._password.text()))

    def _submit(self) -> None:
        self._open.setEnabled(False)
        desk, now = self._desk, self._clock.now()
        name, password = self._names.currentText(), self._password.text()

        def open_drawer(report: Report) -> datetime:
            del report
            with desk.own_connection():
                return open_secrets(desk, name, password, now)

        self._tasks.run(self, open_drawer, self._finish, self._refuse, self.windowTitle())

    def _finish(self, until: datetime) -> None:
        del until
        self._password.clear()
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._password.clear()
        self._password.setFocus()
        self._trouble.tell(error)
