"""「省市区」: stands in a cell that begins with a place, and leads to the table of places."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton, QWidget

from gui.widgets.field_editors import FieldEditor
from gui.widgets.region_picker import RegionPicker
from model.cards import regions

_KEY = "F4"
_BESIDE = 24
"""Pixels between a text and the button in one cell."""


class RegionButton(QToolButton):
    """Follows the cursor into the cells that take a place."""

    def __init__(self, grid: QWidget) -> None:
        super().__init__(grid)
        self._target: FieldEditor | None = None
        self.setProperty("ditto", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self.pick)
        self._key = QShortcut(QKeySequence(_KEY), grid, self.pick)
        self._key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._key.setEnabled(False)  # F4 opens the list of other cells
        self.hide()

    def offer(self, editor: FieldEditor, cell: QRect) -> QRect:
        """Show the button in a cell, if its field begins with a place.

        Returns:
            What is left of the cell for other buttons.
        """
        wanted = editor.field.begins_with_region
        self._target = editor if wanted else None
        self._key.setEnabled(wanted)
        self.setVisible(wanted)
        if not wanted:
            return cell
        self.setText(self.tr("Region"))
        self.setToolTip(self.tr("Province, city, county  ({key})").format(key=_KEY))
        width, height = self.sizeHint().width(), cell.height() - 6
        place = QRect(cell.right() - width - 2, cell.top() + 3, width, height)
        if editor.fontMetrics().horizontalAdvance(editor.typed()) + _BESIDE > cell.width() - width:
            place.moveTop(editor.geometry().bottom() + 2)  # the text needs the whole cell
        self.setGeometry(place)
        self.raise_()
        return cell.adjusted(0, 0, -width - 2, 0)

    def take_away(self) -> None:
        """The cursor has left the cell."""
        self._target = None
        self._key.setEnabled(False)
        self.hide()

    def pick(self) -> None:
        """Ask for the place that the text of the cell with the cursor shall begin with."""
        editor = self._target
        if editor is None:
            return
        picker = RegionPicker(self.window())
        picker.chosen.connect(lambda prefix: self._begin(editor, prefix))
        corner = editor.mapToGlobal(editor.rect().bottomLeft())
        picker.open_at(corner, editor.typed())

    def _begin(self, editor: FieldEditor, prefix: str) -> None:
        editor.type_over(regions.with_region(editor.typed(), prefix))
        editor.setFocus(Qt.FocusReason.PopupFocusReason)
