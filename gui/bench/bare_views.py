"""The bare equivalents of the card, the list and the cover: plain Qt, nothing of the program."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QTableView, QWidget

from gui.bench.painting import until_painted
from gui.bench.typist import rest, wait_for

_COLUMNS = 4
_COME_TO_REST_S = 0.1
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BareForm(QWidget):
    """Labels and editors in a grid, as many as the card has."""

    def __init__(self, editors: int, size: QSize) -> None:
        super().__init__()
        layout = QGridLayout(self)
        layout.setSpacing(0)
        self._editors = [QLineEdit(self) for _ in range(editors)]
        for number, editor in enumerate(self._editors):
            row, column = divmod(number, _COLUMNS)
            layout.addWidget(QLabel(f"Label {number}", self), row, 2 * column)
            layout.addWidget(editor, row, 2 * column + 1)
        self.resize(size)

    def fill(self, number: int) -> None:
        """Put other texts into all editors."""
        for editor in self._editors:
            editor.setText(f"成都恒运机电设备 {number}")


class _BareRows(QAbstractTableModel):
    """Tuples of texts."""

    def __init__(self, rows: Sequence[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or not self._rows else len(self._rows[0])

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self._rows[index.row()][index.column()] if role == 0 else None

    def show(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show others."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()


class BareList(QTableView):
    """All rows, or those in whose key a text stands."""

    def __init__(self, rows: Sequence[tuple[str, ...]], keys: Sequence[str], size: QSize) -> None:
        super().__init__()
        self._all, self._keys = rows, keys
        self._model = _BareRows(rows)
        self.setModel(self._model)
        self.resize(size)

    def narrow(self, text: str) -> None:
        """Show the rows whose key holds the text."""
        pairs = zip(self._all, self._keys, strict=True)
        self._model.show([row for row, key in pairs if text in key])


def show_apart(widget: QWidget) -> None:
    """Show a window of its own, and let it come to rest."""
    widget.show()
    wait_for(lambda: widget.windowHandle().isExposed())
    rest(_COME_TO_REST_S)


def empty_paint(size: QSize) -> float:
    """The floor: an empty window painted once more, in milliseconds."""
    window = QWidget()
    window.resize(size)
    show_apart(window)
    took = until_painted(window, window.update, lambda: True)
    window.close()
    return took
