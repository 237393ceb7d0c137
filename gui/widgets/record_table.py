"""The one table model: rows already read, shown as they are.

`data()` touches no database. Sorting happens here, on the rows: a proxy that asks Python for
every comparison takes a third of a second for 10,000 rows, a key function a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

R = TypeVar("R")
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LONG = 24


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column of a list.

    Attributes:
        context: translation context of the heading.
        heading: marked English heading.
        text: the cell's words.
        key: what it is sorted by; the text when None. Must never mix types.
        numeric: set to the right, as figures stand.
        facts: more roles by `Qt.ItemDataRole`, e.g. a delegate's own or a tool tip.
    """

    context: str
    heading: str
    text: Callable[[R], str]
    key: Callable[[R], Any] | None = None
    numeric: bool = False
    facts: dict[int, Callable[[R], Any]] | None = None


class RecordTable(QAbstractTableModel, Generic[R]):
    """Frozen records as rows; replaced as a whole, never edited in place."""

    RECORD = Qt.ItemDataRole.UserRole + 1
    """The role under which a row's record itself is read."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[R] = []
        self._order = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def rows(self) -> Sequence[R]:
        """The records in the order shown."""
        return self._rows

    def show(self, rows: Sequence[R]) -> None:
        """Show other records, in the order the person chose last."""
        self.beginResetModel()
        self._rows = list(rows)
        self._arrange()
        self.endResetModel()

    def extend(self, rows: Sequence[R]) -> None:
        """More records below those that are shown, in the order in which they come."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def record(self, index: QModelIndex) -> R | None:
        """The record of a row, None outside the list."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        column, record = self._columns[index.column()], self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(record)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        if role == self.RECORD:
            return record
        fact = column.facts.get(role) if column.facts else None
        if fact is None and role == Qt.ItemDataRole.ToolTipRole:
            return _long_text(column.text(record))
        return fact(record) if fact else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate(column.context, column.heading)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Arrange by one column; -1 leaves the order in which the rows came from now on."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(self._rows[index.row()], index.column()) for index in before]
        self._order = (column, order)
        self._arrange()
        places = {id(record): row for row, record in enumerate(self._rows)}
        after = [self.index(places[id(record)], column) for record, column in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def retranslate(self) -> None:
        """Fetch headings and cells again, in the window's new language."""
        if self._columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _arrange(self) -> None:
        number, order = self._order
        if not 0 <= number < len(self._columns):
            return
        column = self._columns[number]
        down = order is Qt.SortOrder.DescendingOrder
        self._rows.sort(key=column.key or column.text, reverse=down)


def _long_text(text: str) -> str | None:
    """The tool tip of a text that is likely to be cut."""
    return text if len(text) > _LONG else None
