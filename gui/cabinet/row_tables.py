"""The tables of a card under 更多: one view, a tab for each table, rows typed in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QTabBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.cabinet.row_delegate import RowDelegate
from gui.cabinet.row_model import Key, RowModel
from gui.cabinet.typed_card import TypedCard
from gui.translators import words
from gui.widgets.buttons import plain_button
from gui.widgets.row_cells import Answers
from model.cards.definition import CardKind, Kind
from model.cards.paths import TABLE_LABELS
from model.office.rights import Role

_ROW_HEIGHT = 30
_WIDEST, _NARROWEST = 220, 70
_ROOMIEST = 360
_WRITTEN = frozenset({Kind.LINE, Kind.TEXT})
_OF_COMPANIES = frozenset({"contacts"})


class RowView(QTableView):
    """The table itself: Tab and Enter walk its cells, Insert and Delete add and take out rows.

    Signals:
        walked_out: Tab went past the last cell (True), or back past the first (False).
        row_wanted: a new row is to be typed.
        removal_wanted: the row with the cursor is to be taken out.
    """

    walked_out = Signal(bool)
    row_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, table: RowModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(table)
        self.table = table
        self.cells = RowDelegate(table, self)
        self.setItemDelegate(self.cells)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setHighlightSections(False)
        self.clicked.connect(self.type_in)
        self.cells.walked.connect(self._walk)
        self.cells.stopped.connect(self.stop)

    def type_in(self, index: QModelIndex) -> None:
        """Put the cursor into a cell, and an editor where it may be typed."""
        self.stop()
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if self._is_open(index):
            self.edit(index)

    def stop(self) -> None:
        """Take what is typed, and put the editor away."""
        editor = self.cells.editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk from cell to cell."""
        self._walk(forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if event.key() == Qt.Key.Key_Insert and plain:
            self.row_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and plain:
            self.removal_wanted.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self.type_in(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def first(self, *, last: bool = False) -> QModelIndex:
        """The first cell that may be typed, or the last; invalid where there is none."""
        found = self._open_cells()
        return (found[-1] if last else found[0]) if found else QModelIndex()

    def _walk(self, forward: bool) -> None:
        here = self.currentIndex()
        place = (here.row(), here.column())
        self.stop()
        cells = self._open_cells()
        after = [one for one in cells if (one.row(), one.column()) > place]
        before = [one for one in cells if (one.row(), one.column()) < place]
        there = after[:1] if forward else before[-1:]
        if there:
            self.type_in(there[0])
        else:
            self.walked_out.emit(forward)

    def _open_cells(self) -> list[QModelIndex]:
        """The cells that may be typed, row by row."""
        table = self.table
        columns = range(len(table.fields))
        every = (table.index(row, column) for row in range(len(table.keys)) for column in columns)
        return [index for index in every if self._is_open(index)]

    def _is_open(self, index: QModelIndex) -> bool:
        return bool(self.table.flags(index) & Qt.ItemFlag.ItemIsEditable)


class RowTables(QFrame):
    """Tabs, the table in view, and two buttons.

    Signals:
        typed: path of a cell, its text: somebody is typing.
        left: path of a cell that was typed.
        removed: table and row that is taken out.
        walked_out: Tab went past the last cell (True), or back past the first (False).
    """

    typed = Signal(str, str)
    left = Signal(str)
    removed = Signal(str, str)
    walked_out = Signal(bool)

    def __init__(self, kind: CardKind, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._role = role
        self._card: TypedCard | None = None
        self._tables = [
            table
            for table in TABLE_LABELS
            if kind is CardKind.COMPANY or table not in _OF_COMPANIES
        ]
        self._shown: list[str] = []
        self._build()
        self._connect()
        self._retranslate()

    @property
    def cell(self) -> str:
        """Path of the cell with the cursor, or the empty string."""
        focused = QApplication.focusWidget()
        inside = focused is not None and (focused is self.view or self.view.isAncestorOf(focused))
        return self.model.path(self.view.currentIndex()) if inside else ""

    def offer(self, answers: Answers) -> None:
        """Ask this for the entries of every list."""
        self.view.cells.offer(answers)

    def show_card(self, card: TypedCard | None) -> None:
        """Show another card, the table that was in view."""
        self._card = card
        hidden = card.view.hidden if card is not None else frozenset()
        self._shown = [table for table in self._tables if table not in hidden]
        for number, table in enumerate(self._tables):
            self.tabs.setTabVisible(number, table in self._shown)
        self._show_table()
        self.count()

    def refresh(self) -> None:
        """Show what stands in the rows now."""
        self.model.refresh()
        self.count()

    def count(self) -> None:
        """Write into the tabs how many rows there are."""
        for number, table in enumerate(self._tables):
            rows = len(self._card.rows.by_key[table]) if self._card is not None else 0
            label = words("CardField", TABLE_LABELS[table])
            self.tabs.setTabText(number, f"{label} {rows}" if rows else label)
        may = self._card is not None and self._card.may_add(self.model.table)
        self.add.setEnabled(may)
        self.take_out.setEnabled(may and self._chosen_key() != "")

    def choose(self, table: str) -> None:
        """Bring a table into view."""
        if table in self._tables:
            self.tabs.setCurrentIndex(self._tables.index(table))

    def enter(self, *, last: bool = False) -> bool:
        """Put the cursor into the first open cell; False where there is none."""
        index = self.view.first(last=last)
        if index.isValid():
            self.view.setFocus()
            self.view.type_in(index)
        return index.isValid()

    def enter_table(self, table: str) -> None:
        """Bring a table into view, with the cursor in the row to type next, or on its rows."""
        self.choose(table)
        self.view.setFocus()
        rows = self.model.keys
        index = self.model.first_cell(rows[-1]) if rows else QModelIndex()
        if index.isValid():
            self.view.type_in(index)

    def go_to(self, path: str) -> bool:
        """Put the cursor into the cell of a path; False where there is none."""
        self.choose(path.partition("#")[0])
        index = self.model.index_of(path)
        if index.isValid():
            self.view.setFocus()
            self.view.type_in(index)
        return index.isValid()

    def add_row(self) -> None:
        """Go to the free row."""
        if self.add.isEnabled():
            self.enter_table(self.model.table)

    def remove_row(self) -> None:
        """Take the row with the cursor out; undo brings it back."""
        key = self._chosen_key()
        if self._card is None or not key or not self._card.may_add(self.model.table):
            return
        row = self.view.currentIndex().row()
        self.view.stop()
        self.removed.emit(self.model.table, key)
        self.view.setCurrentIndex(self.model.index(min(row, len(self.model.keys) - 1), 0))
        self.view.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._retranslate)
        super().changeEvent(event)

    def _build(self) -> None:
        self.model = RowModel(self._role, self)
        self.view = RowView(self.model, self)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in self._tables:
            self.tabs.addTab("")
        self.add, self.take_out = plain_button(self), plain_button(self)
        head = QHBoxLayout()
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.add)
        head.addWidget(self.take_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 6)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_table)
        self.view.cells.typed.connect(self.typed)
        self.model.left.connect(self.left)
        self.view.walked_out.connect(self._walk_out)
        self.view.row_wanted.connect(self.add_row)
        self.view.removal_wanted.connect(self.remove_row)
        self.view.selectionModel().currentChanged.connect(self.count)
        self.add.clicked.connect(self.add_row)
        self.take_out.clicked.connect(self.remove_row)

    def _show_table(self) -> None:
        self.view.stop()
        self.model.show_table(self._card, self._tables[self.tabs.currentIndex()])
        self._fit_columns()
        self.count()

    def _fit_columns(self) -> None:
        """Columns as wide as their words, within bounds."""
        self.view.resizeColumnsToContents()
        for column in range(self.model.columnCount()):
            width = self.view.columnWidth(column)
            self.view.setColumnWidth(column, max(_NARROWEST, min(_WIDEST, width + 12)))
        self._share_spare_room()

    def _share_spare_room(self) -> None:
        """What is free beside the columns goes to those that are written in."""
        fields = self.model.fields
        written = [number for number, field in enumerate(fields) if field.kind in _WRITTEN]
        spare = self.view.viewport().width() - self.view.horizontalHeader().length()
        if not written or spare <= 0:
            return
        for column in written:
            width = self.view.columnWidth(column) + spare // len(written)
            self.view.setColumnWidth(column, min(_ROOMIEST, width))

    def _chosen_key(self) -> str:
        """The row with the cursor; the free row is none."""
        here = self.view.currentIndex()
        key = here.data(Key) if here.isValid() else ""
        there = self._card.rows.by_key[self.model.table] if self._card is not None else {}
        return str(key) if key in there else ""

    def _walk_out(self, forward: bool) -> None:
        """On to the next table, and behind the last one out of here."""
        shown = [self._tables.index(table) for table in self._shown]
        here = self.tabs.currentIndex()
        there = [number for number in shown if (number > here if forward else number < here)]
        if not there:
            self.walked_out.emit(forward)
            return
        self.tabs.setCurrentIndex(there[0 if forward else -1])
        if not self.enter(last=not forward):
            self._walk_out(forward)

    def _retranslate(self) -> None:
        self.add.setText(self.tr("&Add a row"))
        self.take_out.setText(self.tr("&Take the row out"))
        for button, key in ((self.add, Qt.Key.Key_Insert), (self.take_out, Qt.Key.Key_Delete)):
            tip = button.text().replace("&", "")
            button.setToolTip(f"{tip}  ({QKeySequence(key).toString()})")
        self.tabs.setAccessibleName(self.tr("Tables of the card"))
        self.view.setAccessibleName(self.tr("Rows of the table"))
        self._show_table()
