"""The rows of one table of a card as a Qt model; what is typed goes to the form."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from gui import theme
from gui.cabinet.face_filling import marks_of_rows
from gui.cabinet.typed_card import TypedCard
from gui.translators import words
from gui.widgets.cell_ink import Mark
from model.cards.cell_texts import MASKED, column_hints
from model.cards.definition import Field, Kind
from model.cards.paths import COLUMNS, REQUIRED, column_path
from model.cards.row_figures import need_gap, our_share, to_improve
from model.cards.rows import Row
from model.cards.showing import show
from model.office.rights import Role
from model.words import mark

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FIGURES = frozenset({Kind.NUMBER, Kind.MONEY, Kind.DECIMAL, Kind.PERCENT, Kind.RATING})
_COMPUTED = {
    "needs": (mark("CardField", "Gap"), mark("CardField", "To improve")),
    "competitor_sales": (mark("CardField", "Our share here"),),
}
"""Columns behind a table's own that follow from them."""
_IMPROVE = mark("CardField", "to improve")

Key = Qt.ItemDataRole.UserRole + 1
"""Role of the number of a row as the typist writes it."""
MARK = Qt.ItemDataRole.UserRole + 2
"""Role of what is wrong with a cell."""


class RowModel(QAbstractTableModel):
    """One table of one card.

    Signals:
        typed: path of a cell, its text: somebody is typing it.
        left: path of a cell that was typed.
    """

    typed = Signal(str, str)
    left = Signal(str)

    def __init__(self, role: Role, parent: QObject) -> None:
        super().__init__(parent)
        self._role = role
        self._hints: dict[str, str] = {}
        self._card: TypedCard | None = None
        self._table = "contacts"
        self._fields: tuple[Field, ...] = ()
        self._keys: tuple[str, ...] = ()
        self._marks: dict[str, tuple[Mark, str]] = {}

    @property
    def table(self) -> str:
        """The table that is shown."""
        return self._table

    @property
    def keys(self) -> tuple[str, ...]:
        """Numbers of the rows, the free one last."""
        return self._keys

    @property
    def fields(self) -> tuple[Field, ...]:
        """The columns that are the table's own."""
        return self._fields

    def show_table(self, card: TypedCard | None, table: str) -> None:
        """Show another table, or another card's."""
        self.beginResetModel()
        self._card, self._table = card, table
        self._fields = _columns(card, table)
        self._hints = column_hints(card.view, table, self._role, words) if card else {}
        self._read()
        self.endResetModel()

    def refresh(self) -> None:
        """Show what stands in the rows now; the cursor stays where it is."""
        before = self._keys
        keys = self._card.keys(self._table) if self._card is not None else ()
        if keys[: len(before)] == before and len(keys) > len(before):
            self.beginInsertRows(_NOWHERE, len(before), len(keys) - 1)
            self._read()
            self.endInsertRows()
        elif keys != before:
            self.beginResetModel()
            self._read()
            self.endResetModel()
        else:
            self._read()
        if self._keys:
            last = self.index(len(self._keys) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def path(self, index: _Index) -> str:
        """The path of a cell, empty for a computed one."""
        if not index.isValid() or index.column() >= len(self._fields):
            return ""
        field = self._fields[index.column()]
        return column_path(self._table, self._keys[index.row()], field.identifier)

    def index_of(self, path: str) -> QModelIndex:
        """The cell of a path, invalid where the table has none."""
        for row in range(len(self._keys)):
            for column in range(len(self._fields)):
                if self.path(self.index(row, column)) == path:
                    return self.index(row, column)
        return QModelIndex()

    def first_cell(self, key: str) -> QModelIndex:
        """The cell of a row that names it."""
        column = REQUIRED[self._table][0]
        return self.index_of(column_path(self._table, key, column))

    def text(self, index: _Index) -> str:
        """What stands in a cell, as it is typed."""
        return self._card.text(self.path(index)) if self._card is not None else ""

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        if parent.isValid():
            return 0
        return len(self._fields) + len(_COMPUTED.get(self._table, ()))

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        path = self.path(index)
        if not path or self._card is None or not self._card.may_type(path):
            return flags
        field = self._fields[index.column()]
        if not field.editable:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._card is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(index)
        if role == Qt.ItemDataRole.EditRole:
            return self.text(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._is_figure(index.column()) else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(index)
        if role == Key:
            return self._keys[index.row()]
        if role == MARK:
            return self._marks.get(self.path(index), (Mark.NONE, ""))[0]
        if role == Qt.ItemDataRole.ToolTipRole:
            why = self._marks.get(self.path(index), (Mark.NONE, ""))[1]
            return why or self._why_masked(index) or self._shown(index) or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._is_figure(section) else _LEFT
        return None

    def _read(self) -> None:
        card = self._card
        self._keys = card.keys(self._table) if card is not None else ()
        self._marks = marks_of_rows(card) if card is not None else {}

    def _heading(self, section: int) -> str:
        if section >= len(self._fields):
            return words("CardField", _COMPUTED[self._table][section - len(self._fields)])
        field = self._fields[section]
        text = words("CardField", field.label)
        return f"{text} ({words('Unit', field.unit)})" if field.unit else text

    def _is_figure(self, column: int) -> bool:
        if column >= len(self._fields):
            return True
        return self._fields[column].kind in _FIGURES

    def _shown(self, index: _Index) -> str:
        """The words of a cell."""
        assert self._card is not None
        row = self._card.rows.by_key[self._table].get(self._keys[index.row()], {})
        if index.column() >= len(self._fields):
            return self._computed(row, index.column() - len(self._fields))
        field = self._fields[index.column()]
        path = self.path(index)
        if path in self._card.problems:
            return self._card.text(path)
        if row.get(field.identifier) is None and self._is_there(index):
            masked = self._card.view.masked.get(path, "")
            return masked or self._hints.get(field.identifier, "")
        return show(field, row.get(field.identifier), words, unit=False)

    def _why_masked(self, index: _Index) -> str:
        """Who may read a cell of which only the mask is shown."""
        path = self.path(index)
        assert self._card is not None
        is_masked = path in self._card.view.masked and not self._card.text(path)
        return words("CardForm", MASKED) if is_masked else ""

    def _is_there(self, index: _Index) -> bool:
        """Whether the row stands on the card already."""
        return not self._keys[index.row()].startswith("+")

    def _ink(self, index: _Index) -> QColor | None:
        """Values in handwriting blue; why a cell shows nothing, faint."""
        path = self.path(index)
        assert self._card is not None
        if path and not self._card.text(path):
            return QColor(theme.colours().faint)
        return QColor(theme.colours().hand) if path else None

    def _computed(self, row: Row, number: int) -> str:
        """A figure that follows from a row, or from all of them."""
        assert self._card is not None
        if self._table == "competitor_sales":
            rows = self._card.rows.by_key[self._table].values()
            share = our_share(row, rows)
            return f"{share:,.1f} %" if share is not None else ""
        if number == 0:
            gap = need_gap(row)
            return f"{gap.quantize(Decimal(1)):,}" if gap is not None else ""
        return words("CardField", _IMPROVE) if to_improve(row) else ""


def _columns(card: TypedCard | None, table: str) -> tuple[Field, ...]:
    """What may be typed, what is computed, and of the rest what has something to show."""
    if card is None:
        return ()
    filled = {name for row in card.view.children.get(table, ()) for name in row}
    return tuple(
        column
        for name, column in COLUMNS[table].items()
        if column.system
        or name in filled
        or name in REQUIRED[table]
        or f"{table}.{name}" in card.open_columns
    )
