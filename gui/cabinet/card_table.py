"""The list of cards as a table: arrows choose, Enter or a click opens.

Ctrl and Shift mark several, by key and by mouse, as in every list of files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSettings,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from gui.cabinet import card_columns
from gui.cabinet.list_ink import ListInk, Place
from gui.cabinet.name_order import NameOrder
from gui.widgets.record_table import RecordTable
from model.cards.listing import CardRow

_ROW_HEIGHT = 30
_HEADER = "cabinet/list_header"
_MARKING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class CardTable(QTableView):
    """The cards that are left by drawer and filter.

    Signals:
        opened: number of the card to open.
        began: the arrow up was pressed on the first row: back to the search box.
        marked_changed: other cards are marked.
    """

    opened = Signal(str)
    began = Signal()
    marked_changed = Signal()

    def __init__(self, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._order = NameOrder()
        self._shows_all = True
        self._whole = QByteArray()
        columns = list(card_columns.COLUMNS)
        columns[card_columns.NAME] = replace(columns[card_columns.NAME], key=self._order.rank)
        self.table: RecordTable[CardRow] = RecordTable(columns, self)
        self.setModel(self.table)
        self._ink = ListInk(columns, self)
        self._build()
        self._remember()
        self.clicked.connect(self._click)

    def take(self, rows: Sequence[CardRow]) -> None:
        """All rows there are: the order of names is worked out from them."""
        self._order.take(rows)

    def show_rows(self, rows: Sequence[CardRow]) -> None:
        """Show these; the chosen card stays chosen where it is among them."""
        chosen, marked = self.chosen, frozenset(self.marked)
        self.table.show(rows)
        if chosen is not None:
            self.choose(chosen.ref)
        if len(marked) > 1:
            self._mark(marked)
        self.marked_changed.emit()

    @property
    def chosen(self) -> CardRow | None:
        """The row with the cursor."""
        return self.table.record(self.currentIndex())

    @property
    def rows(self) -> Sequence[CardRow]:
        """The rows as they are shown."""
        return self.table.rows

    @property
    def marked(self) -> list[str]:
        """Numbers of the marked cards, in the order shown; the one with the cursor is one."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.table.rows[row].ref for row in rows]

    def choose(self, ref: str) -> bool:
        """Put the cursor on a card; False where it is not in the list."""
        for number, row in enumerate(self.table.rows):
            if row.ref == ref:
                self.setCurrentIndex(self.table.index(number, 0))
                self.scrollTo(self.table.index(number, 0))
                return True
        return False

    def choose_first(self) -> None:
        """Put the cursor on the first row, and the keyboard into the list."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.table.rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.table.index(0, 0))

    def show_all_columns(self, every: bool) -> None:
        """Show every column, or those that stay beside an open card."""
        if every is self._shows_all:
            return
        self._shows_all = every
        header = self.horizontalHeader()
        if every:
            header.restoreState(self._whole)
            return
        self._whole = header.saveState()
        for number in range(len(card_columns.COLUMNS)):
            if number in card_columns.WIDTHS_WITH_A_CARD:
                header.resizeSection(number, card_columns.WIDTHS_WITH_A_CARD[number])
            elif number != card_columns.NAME:
                self.setColumnHidden(number, True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in view; the viewport's background is there already."""
        first, rows = self.rowAt(event.rect().top()), self.table.rows
        if first < 0:
            return
        last = self.rowAt(event.rect().bottom())
        area = QRect(0, self.rowViewportPosition(first), self.viewport().width(), _ROW_HEIGHT)
        places, chosen = self._places(), self.selectionModel()
        painter = QPainter(self.viewport())
        for number in range(first, (last if last >= 0 else len(rows) - 1) + 1):
            self._ink.draw(
                painter, rows[number], area, places, chosen.isSelected(self.table.index(number, 0))
            )
            area.translate(0, _ROW_HEIGHT)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.began.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Headings, cells and the table's own name in the window's language."""
        self.table.retranslate()
        self.setAccessibleName(self.tr("Cards"))

    def _places(self) -> list[Place]:
        """The columns that are shown, wherever they were moved to."""
        header = self.horizontalHeader()
        return [
            Place(column, header.sectionViewportPosition(column), header.sectionSize(column))
            for column in range(header.count())
            if not header.isSectionHidden(column)
        ]

    def _mark(self, refs: frozenset[str]) -> None:
        """Mark these again, as far as they are still shown."""
        first, last = self.table.index(0, 0), self.table.columnCount() - 1
        chosen = QItemSelection()
        for number, row in enumerate(self.table.rows):
            if row.ref in refs:
                there = first.siblingAtRow(number)
                chosen.select(there, there.siblingAtColumn(last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _click(self, index: QModelIndex) -> None:
        """A click opens; with Ctrl or Shift it only marks."""
        if not QApplication.keyboardModifiers() & _MARKING:
            self._open(index)

    def _open(self, index: QModelIndex) -> None:
        row = self.table.record(index)
        if row is not None:
            self.opened.emit(row.ref)

    def _build(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(lambda *_: self.marked_changed.emit())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(44)
        header.setSectionsMovable(True)
        for number, width in card_columns.WIDTHS.items():
            header.resizeSection(number, width)
        header.setSectionResizeMode(card_columns.NAME, QHeaderView.ResizeMode.Stretch)

    def _remember(self) -> None:
        """Widths, places and sorting as this PC's user left them."""
        header = self.horizontalHeader()
        kept = self._settings.value(_HEADER)
        if kept is None or not header.restoreState(kept):
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        for signal in (header.sectionResized, header.sectionMoved, header.sortIndicatorChanged):
            signal.connect(self._keep)

    def _keep(self) -> None:
        if self._shows_all:
            self._settings.setValue(_HEADER, self.horizontalHeader().saveState())
