"""「同经营地址」: one click fills a cell with what stands in another."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton, QWidget

from gui.translators import words
from gui.widgets.field_editors import FieldEditor

_KEY = "Ctrl+D"


class SameButton(QToolButton):
    """Stands in the empty cell with the cursor, where another cell may hold the same."""

    def __init__(self, editors: Mapping[str, FieldEditor], grid: QWidget) -> None:
        super().__init__(grid)
        self._editors = editors
        self._target: FieldEditor | None = None
        self.setProperty("ditto", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self.copy)
        key = QShortcut(QKeySequence(_KEY), grid, self.copy)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.hide()

    def offer(self, editor: FieldEditor, cell: QRect) -> None:
        """Show the button in a cell, if there is something to copy into it."""
        source = self._editors.get(editor.field.same_as)
        usable = source is not None and bool(source.typed()) and not editor.typed()
        self._target = editor if usable else None
        self.setVisible(usable)
        if usable and source is not None:
            label = words("CardField", source.field.label)
            self.setText(self.tr("Same as {label}").format(label=label.lower()))
            self.setToolTip(f"{self.text()}  ({_KEY})")
            size = self.sizeHint()
            width = min(size.width(), cell.width() - 30)
            height = cell.height() - 6
            self.setGeometry(cell.right() - width - 2, cell.top() + 3, width, height)
            self.raise_()

    def take_away(self) -> None:
        """The cursor has left the cell."""
        self._target = None
        self.hide()

    def copy(self) -> None:
        """Fill the cell with the cursor."""
        if self._target is not None:
            source = self._editors[self._target.field.same_as]
            self._target.type_over(source.typed())
