"""Changing one's own password: at the first log-in, and later in the settings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.clock import Clock
from gui.tasks import Report, Tasks
from gui.translators import spoken
from gui.widgets.buttons import main_button
from gui.widgets.new_password import NewPassword
from gui.widgets.trouble import Trouble
from model.office.desk import Desk
from model.office.people import change_own_password


class OwnPassword(QWidget):
    """The old password, the new one twice, and the button.

    Signals:
        done: the password is changed.
    """

    done = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget | None = None, old: str = ""
    ) -> None:
        """With `old` given the field for it is left out."""
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._build(old)
        self._connect()
        self._retranslate()

    def focus(self) -> None:
        """Put the cursor into the first field."""
        if self._old.isHidden():
            self._new.focus()
        else:
            self._old.setFocus()

    @property
    def trouble(self) -> str:
        """Why the password was not changed, or the empty string."""
        return self._trouble.told

    def clear(self) -> None:
        """Forget what was typed."""
        self._old.clear()
        self._new.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self, old: str) -> None:
        self._old, self._old_label = QLineEdit(old, self), QLabel(self)
        self._old.setEchoMode(QLineEdit.EchoMode.Password)
        self._old_label.setBuddy(self._old)
        self._new = NewPassword(self)
        self._trouble = Trouble(self)
        self._save = main_button(self)
        self._save.setEnabled(False)
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(12)
        if old:
            self._old.hide()
            self._old_label.hide()
        else:
            form.addRow(self._old_label, self._old)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addWidget(self._new)
        layout.addWidget(self._trouble)
        layout.addWidget(self._save, alignment=Qt.AlignmentFlag.AlignRight)

    def _connect(self) -> None:
        self._old.textChanged.connect(self._typed)
        self._new.changed.connect(self._typed)
        self._old.returnPressed.connect(self._submit)
        self._new.submitted.connect(self._submit)
        self._save.clicked.connect(self._submit)

    def _typed(self) -> None:
        self._trouble.hide()
        self._save.setEnabled(bool(self._old.text()) and self._new.complete)

    def _submit(self) -> None:
        if not self._save.isEnabled():
            return
        self._save.setEnabled(False)
        desk, old, new, now = self._desk, self._old.text(), self._new.password, self._clock.now()

        def change(report: Report) -> None:
            del report
            with desk.own_connection():
                change_own_password(desk, old, new, now)

        self._tasks.run(self, change, self._finish, self._refuse, self._save.text())

    def _finish(self, nothing: object) -> None:
        del nothing
        self.clear()
        self.done.emit()

    def _refuse(self, error: Exception) -> None:
        self._typed()
        self._trouble.tell(error)

    def _retranslate(self) -> None:
        name = self.tr("&Old password")
        self._old_label.setText(name)
        self._old.setAccessibleName(spoken(name))
        self._save.setText(self.tr("&Change the password"))
        width = max(self._old_label.sizeHint().width(), self._new.label_width)
        self._old_label.setMinimumWidth(width)
        self._new.line_up(width)
