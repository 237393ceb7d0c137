"""A table of records as every page shows it: whole rows, sorted by a click on the heading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.widgets.record_table import Column, RecordTable

R = TypeVar("R")
ROW_HEIGHT = 32


class RecordView(QTableView, Generic[R]):
    """Shows and sorts records; one row at a time can be chosen."""

    def __init__(self, columns: Sequence[Column[R]], stretch: int, parent: QWidget) -> None:
        """The column `stretch` takes the room that the others leave."""
        super().__init__(parent)
        self.table: RecordTable[R] = RecordTable(columns, self)
        self.setModel(self.table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def show_records(self, records: Sequence[R]) -> None:
        """Show these, with columns as wide as their words."""
        self.table.show(records)
        self.resizeColumnsToContents()

    @property
    def chosen(self) -> R | None:
        """The chosen record."""
        rows = self.selectionModel().selectedRows()
        return self.table.record(rows[0]) if rows else None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.table.retranslate()
        super().changeEvent(event)
