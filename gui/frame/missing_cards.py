"""锁柜 with cards out: each one is named as missing before the cabinet closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.buttons import remark


class MissingCards(QDialog):
    """A list of the cards that are out, each to be ticked.

    Signals:
        named: the numbers, when all of them are ticked.
    """

    named = Signal(object)

    def __init__(self, card_nos: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Cards that are not home"))
        self._card_nos = list(card_nos)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.windowTitle())
        for number in self._card_nos:
            item = QListWidgetItem(number, self._list)
            item.setCheckState(Qt.CheckState.Unchecked)
        why = remark(self)
        why.setText(self.tr("Tick each card that stays out over night; the log will name them."))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._close = self._buttons.addButton(
            self.tr("&Close the cabinet"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._close.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        for widget in (why, self._list, self._buttons):
            layout.addWidget(widget)
        self._list.itemChanged.connect(self._look)
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)

    def tick(self, row: int) -> None:
        """Acknowledge one card."""
        self._list.item(row).setCheckState(Qt.CheckState.Checked)

    def _look(self) -> None:
        ticked = [
            self._list.item(row).checkState() is Qt.CheckState.Checked
            for row in range(self._list.count())
        ]
        self._close.setEnabled(all(ticked))

    def _finish(self) -> None:
        self.named.emit(self._card_nos)
        self.accept()
