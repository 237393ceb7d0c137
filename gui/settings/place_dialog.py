"""A new team or district: its name, and whom it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.translators import spoken
from gui.widgets.trouble import Trouble

_LONGEST_NAME = 60


class PlaceDialog(QDialog):
    """Stays open until the office has taken the name.

    Signals:
        filled: the name, and what was chosen beside it.
    """

    filled = Signal(str, str)

    def __init__(
        self,
        title: str,
        owner: str,
        owners: Sequence[str],
        parent: QWidget,
        *,
        may_be_nobody: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._name, self._owner, self._trouble = QLineEdit(self), QComboBox(self), Trouble(self)
        self._name.setMaxLength(_LONGEST_NAME)
        self._owner.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        if may_be_nobody:
            self._owner.addItem(self.tr("(nobody yet)"), "")
        for name in owners:
            self._owner.addItem(name, name)
        self._build(owner)

    @property
    def trouble(self) -> str:
        """Why the office refused, or the empty string."""
        return self._trouble.told

    def refuse(self, error: Exception) -> None:
        """Say why it was not taken; what was typed stays."""
        self._trouble.tell(error)
        self._name.setFocus()

    def _build(self, owner: str) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        add = buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        add.setProperty("main", True)
        add.setDefault(True)
        add.setEnabled(False)
        self._name.textChanged.connect(lambda text: add.setEnabled(bool(text.strip())))
        self._name.textChanged.connect(self._trouble.hide)
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        for label, field in ((self.tr("&Name"), self._name), (owner, self._owner)):
            form.addRow(label, field)
            field.setAccessibleName(spoken(label))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        self._name.setFocus()
        layout.addWidget(buttons)

    def _submit(self) -> None:
        self.filled.emit(self._name.text().strip(), self._owner.currentData() or "")
