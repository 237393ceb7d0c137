"""A new recovery code, or a look whether the one in the envelope still opens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QLineEdit, QVBoxLayout, QWidget

from gui.clock import Clock
from gui.tasks import Report, Tasks
from gui.widgets.buttons import remark
from gui.widgets.recovery_code import RecoveryCode
from gui.widgets.trouble import Trouble
from model.office.desk import Desk
from model.office.recovery import (
    RecoveryState,
    confirm_recovery_code,
    new_recovery_code,
    try_recovery_code,
)

_WIDTH, _EDGE = 560, 20


class NewCodeDialog(QDialog):
    """Shows a new code, has it printed, and asks for it from its paper; accepted when it counts."""

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        from gui.papers.papers import Papers
        from gui.papers.recovery_paper import recovery_paper

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("New recovery code"))
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._pending = new_recovery_code(desk, clock.now())
        self._papers = Papers(desk, tasks, clock, self)
        paper = recovery_paper(self._pending.code)
        self._code = RecoveryCode(self)
        self._code.show_code(self._pending.code)
        self._code.print_wanted.connect(lambda: self._papers.print(paper))
        self._code.save_wanted.connect(lambda: self._papers.save(paper))
        self._code.typed.connect(self._confirm)
        self._papers.told.connect(self._code.tell)
        self.finished.connect(lambda _: self._code.forget())
        self._build()

    @property
    def trouble(self) -> str:
        """Why the new code does not count yet, or the empty string."""
        return self._code.trouble

    def _build(self) -> None:
        why = remark(self)
        why.setText(
            self.tr(
                "Until the new code was typed from its paper, the earlier one goes on counting."
            )
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, 18, _EDGE, 16)
        layout.setSpacing(14)
        # It grows with what is told: a code that is cut would be copied wrongly.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        self._code.setFixedWidth(_WIDTH - 2 * _EDGE)
        layout.addWidget(why)
        layout.addWidget(self._code, 1)
        layout.addWidget(buttons)

    def _confirm(self, typed: str) -> None:
        desk, pending, now = self._desk, self._pending, self._clock.now()

        def job(report: Report) -> RecoveryState:
            del report
            with desk.own_connection():
                return confirm_recovery_code(desk, pending, typed, now)

        self._tasks.run(self, job, lambda _: self.accept(), self._code.refuse, self.windowTitle())


class TryCodeDialog(QDialog):
    """Asks for the code that counts, from its paper.

    Signals:
        tried: it opens the cabinet.
    """

    tried = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Try the recovery code"))
        self.setFixedWidth(_WIDTH)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._field, self._trouble = QLineEdit(self), Trouble(self)
        self._field.setAccessibleName(self.tr("Recovery code from the paper"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._go = self._buttons.addButton(
            self.tr("&Try the code"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._go.setProperty("main", True)
        self._go.setDefault(True)
        self._go.setEnabled(False)
        self._build()
        self._field.textChanged.connect(self._typed)
        self._buttons.accepted.connect(self._submit)
        self._buttons.rejected.connect(self.reject)

    @property
    def trouble(self) -> str:
        """Why it does not open, or the empty string."""
        return self._trouble.told

    def _build(self) -> None:
        why = remark(self)
        why.setText(
            self.tr(
                "Type the code from the opened envelope. Nothing changes by it; wrong codes are "
                "counted as at the log-in. Afterwards seal the sheet again."
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, 18, _EDGE, 16)
        layout.setSpacing(14)
        for widget in (why, self._field, self._trouble, self._buttons):
            layout.addWidget(widget)
        self._field.setFocus()

    def _typed(self) -> None:
        self._trouble.hide()
        self._go.setEnabled(bool(self._field.text().strip()))

    def _submit(self) -> None:
        self._go.setEnabled(False)
        desk, typed, now = self._desk, self._field.text(), self._clock.now()

        def job(report: Report) -> RecoveryState:
            del report
            with desk.own_connection():
                return try_recovery_code(desk, typed, now)

        self._tasks.run(self, job, lambda _: self._finish(), self._refuse, self.windowTitle())

    def _finish(self) -> None:
        self._field.clear()
        self.tried.emit()
        self.accept()

    def _refuse(self, error: Exception) -> None:
        self._typed()
        self._trouble.tell(error)
        self._field.setFocus()
