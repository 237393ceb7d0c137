"""The manager's way in with the recovery code: a new password, and a new code."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.clock import Clock
from gui.lock.door_code import DoorCode
from gui.lock.door_panel import DoorPanel
from gui.tasks import Tasks
from gui.translators import spoken
from gui.widgets.buttons import link_button, main_button, remark
from gui.widgets.new_password import NewPassword
from gui.widgets.recovery_code import RecoveryCode
from gui.widgets.trouble import Trouble
from model.office.log_in import recover


class RecoveryPage(DoorPanel):
    """Manager, code from the paper, new password.

    Signals:
        finished: back to the log-in, with the new password or without.
    """

    finished = Signal()

    def __init__(
        self,
        cabinet: Path,
        managers: Sequence[str],
        tasks: Tasks,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._cabinet = cabinet
        self._tasks = tasks
        self._clock = clock
        self._build(managers)
        self._connect()
        self._retranslate()

    def focus(self) -> None:
        """Put the cursor where the code is typed."""
        self._typed_code.setFocus()

    @property
    def code_shown(self) -> bool:
        """Whether the form has given way to the recovery code."""
        return not self._code.isHidden()

    @property
    def trouble(self) -> str:
        """What the page says is wrong, or the empty string."""
        return self._trouble.told

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self, managers: Sequence[str]) -> None:
        self._why, self._trouble = remark(self), Trouble(self)
        self._manager, self._typed_code = QComboBox(self), QLineEdit(self)
        self._manager.addItems(list(managers))
        self._manager.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._labels = (QLabel(self), QLabel(self))
        self._new = NewPassword(self)
        self._go = main_button(self)
        self._back = link_button(self)
        self._form, self._code = QWidget(self), RecoveryCode(self)
        self._code.hide()
        self._door_code = DoorCode(self._code, self._tasks, self._clock)
        rows = QFormLayout()
        rows.setHorizontalSpacing(12)
        for label, field in zip(self._labels, (self._manager, self._typed_code), strict=True):
            label.setBuddy(field)
            rows.addRow(label, field)
        layout = QVBoxLayout(self._form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._why)
        layout.addLayout(rows)
        layout.addWidget(self._new)
        layout.addWidget(self._trouble)
        layout.addWidget(self._go, alignment=Qt.AlignmentFlag.AlignRight)
        layout.addWidget(self._back)
        self.body.addWidget(self._form)
        self.body.addWidget(self._code)

    def _connect(self) -> None:
        self._typed_code.textChanged.connect(self._typed)
        self._new.changed.connect(self._typed)
        self._new.submitted.connect(self._submit)
        self._go.clicked.connect(self._submit)
        self._back.clicked.connect(self.finished)
        self._door_code.tried.connect(self.finished)
        self._go.setEnabled(False)

    def _typed(self) -> None:
        self._trouble.hide()
        self._go.setEnabled(bool(self._typed_code.text().strip()) and self._new.complete)

    def _submit(self) -> None:
        if not self._go.isEnabled():
            return
        self._go.setEnabled(False)
        self._back.setEnabled(False)
        cabinet, manager, now = self._cabinet, self._manager.currentText(), self._clock.now()
        code, password = self._typed_code.text(), self._new.password
        self._tasks.run(
            self,
            lambda _: recover(cabinet, manager, code, password, now),
            self._show_code,
            self._refuse,
            self._go.text(),
        )

    def _show_code(self, code: str) -> None:
        self._new.clear()
        self._typed_code.clear()
        self._form.hide()
        self._door_code.show(self._cabinet, self._manager.currentText(), code)

    def _refuse(self, error: Exception) -> None:
        self._back.setEnabled(True)
        self._typed()
        self._trouble.tell(error)

    def _retranslate(self) -> None:
        self.head(self.tr("In with the recovery code"), str(self._cabinet))
        self._why.setText(
            self.tr(
                "A manager gets in with the code that was written down when the cabinet was made. "
                "Everyone else asks a manager for a new first password."
            )
        )
        names = (self.tr("&Manager"), self.tr("&Recovery code"))
        for label, field, name in zip(
            self._labels, (self._manager, self._typed_code), names, strict=True
        ):
            label.setText(name)
            field.setAccessibleName(spoken(name))
        self._go.setText(self.tr("&Set the new password"))
        self._back.setText(self.tr("&Back to the log-in"))
        width = max(self._new.label_width, *(label.sizeHint().width() for label in self._labels))
        self._new.line_up(width)
        for label in self._labels:
            label.setMinimumWidth(width)
