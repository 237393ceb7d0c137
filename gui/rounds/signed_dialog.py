"""Who signed plans on paper (书面批准): the clerk records it, the signer confirms it later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from gui.translators import spoken
from gui.widgets.buttons import remark
from gui.widgets.trouble import Trouble


class SignedDialog(QDialog):
    """Stays open until the office has taken the name.

    Signals:
        given: the name.
    """

    given = Signal(str)

    def __init__(self, what: str, names: Sequence[str], parent: QWidget) -> None:
        """`what` was approved; `names` are those who may sign."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Approved on paper"))
        self.setMinimumWidth(420)
        self._name, self._trouble = QComboBox(self), Trouble(self)
        self._name.addItems(list(names))
        told = remark(self)
        told.setText(what)
        label = self.tr("&Signed by")
        self._name.setAccessibleName(spoken(label))
        form = QFormLayout()
        form.addRow(label, self._name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        record = buttons.addButton(self.tr("&Record"), QDialogButtonBox.ButtonRole.AcceptRole)
        record.setProperty("main", True)
        record.setDefault(True)
        record.setEnabled(bool(names))
        buttons.accepted.connect(lambda: self.given.emit(self._name.currentText()))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(told)
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        layout.addWidget(buttons)
        self._name.setFocus()

    def refuse(self, error: Exception) -> None:
        """Say why it was not taken."""
        self._trouble.tell(error)
        self._name.setFocus()
