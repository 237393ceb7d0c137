"""Why a visit is struck from a plan, and whether it is moved to another day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.translators import spoken
from gui.widgets.buttons import remark
from gui.widgets.trouble import Trouble

_LONGEST = 200


class StrikeDialog(QDialog):
    """Stays open until the office has taken the reason.

    Signals:
        given: the reason, and the day (`datetime.date`) that the visit is moved to, or None.
    """

    given = Signal(str, object)

    def __init__(self, customer: str, day: date, ahead: date, parent: QWidget) -> None:
        """`day` is the plan's, `ahead` the working day after it."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Strike a visit"))
        self.setMinimumWidth(440)
        self._build(customer)
        later = day + timedelta(days=1)
        self._to.setMinimumDate(QDate(later.year, later.month, later.day))
        self._to.setDate(QDate(ahead.year, ahead.month, ahead.day))
        self._connect()
        self._look()
        self._reason.setFocus()

    def refuse(self, error: Exception) -> None:
        """Say why it was not taken."""
        self._trouble.tell(error)
        self._reason.setFocus()

    def _build(self, customer: str) -> None:
        what = remark(self)
        what.setText(customer)
        self._reason, self._moves, self._to = QLineEdit(self), QCheckBox(self), QDateEdit(self)
        self._trouble = Trouble(self)
        self._reason.setMaxLength(_LONGEST)
        self._moves.setText(self.tr("&Move it to"))
        self._to.setCalendarPopup(True)
        self._to.setDisplayFormat("yyyy-MM-dd ddd")
        self._to.setAccessibleName(self.tr("New day"))
        label = self.tr("&Reason")
        self._reason.setAccessibleName(spoken(label))
        self._reason.setPlaceholderText(self.tr("e.g. the customer is away"))
        form = QFormLayout()
        form.addRow(label, self._reason)
        form.addRow(self._moves, self._to)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._strike = self._buttons.addButton(
            self.tr("&Strike"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._strike.setProperty("main", True)
        self._strike.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(what)
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._reason.textChanged.connect(self._look)
        self._moves.toggled.connect(self._look)
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)

    def _look(self) -> None:
        self._to.setEnabled(self._moves.isChecked())
        self._strike.setEnabled(bool(self._reason.text().strip()))
        self._trouble.hide()

    def _finish(self) -> None:
        to = self._to.date()
        moved = date(to.year(), to.month(), to.day()) if self._moves.isChecked() else None
        self.given.emit(self._reason.text().strip(), moved)
