"""Which columns an exported list has: a usual set, or those that are ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui.translators import words
from model.words import mark

OWN = "own"
_SETS = (
    ("list", mark("FieldPicker", "Short list: number, name, class, rep, address, telephone")),
    ("import", mark("FieldPicker", "All that the import reads back")),
    ("all", mark("FieldPicker", "All that you may have on paper")),
    (OWN, mark("FieldPicker", "Those that are ticked")),
)
_NAME = int(Qt.ItemDataRole.UserRole)


class FieldPicker(QWidget):
    """A choice of sets over a list to tick.

    Signals:
        changed: other columns are meant.
    """

    changed = Signal()

    def __init__(self, columns: Sequence[tuple[str, str, bool]], parent: QWidget) -> None:
        """`columns`: name, heading, and whether the import reads it."""
        super().__init__(parent)
        self.sets, self.list = QComboBox(self), QListWidget(self)
        for name, text in _SETS:
            self.sets.addItem(words("FieldPicker", text), name)
        for name, heading, _ in columns:
            item = QListWidgetItem(heading, self.list)
            item.setData(_NAME, name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.list.setAccessibleName(self.tr("Columns of the list"))
        self.sets.setAccessibleName(self.tr("Which columns"))
        self.list.setMinimumHeight(110)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.sets)
        layout.addWidget(self.list, 1)
        self.sets.currentIndexChanged.connect(self._look)
        self.list.itemChanged.connect(lambda _: self.changed.emit())
        self._look()

    @property
    def fields(self) -> tuple[str, ...]:
        """Names of columns or of a set; none while nothing is ticked."""
        chosen = str(self.sets.currentData())
        if chosen != OWN:
            return (chosen,)
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        return tuple(str(item.data(_NAME)) for item in ticked)

    def _look(self) -> None:
        self.list.setVisible(self.sets.currentData() == OWN)
        self.changed.emit()
