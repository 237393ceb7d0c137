"""A table of the day: columns as wide as they were given, the chosen row kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import theme
from gui.widgets.record_table import Column
from gui.widgets.record_view import RecordView

R = TypeVar("R")
_ROW = 30
_CHIP_HEIGHT, _CHIP_WIDTH, _PAD = 20, 24, 8
_INSIDE = 11
"""As far from the edge as the style sheet sets the text of other cells."""
_CHIPS = {"A": "brass", "B": "hand", "C": "faint"}


class DayTable(RecordView[R], Generic[R]):
    """Rows with a key each.

    Signals:
        hit: (record, column) under a click.
    """

    hit = Signal(object, int)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        stretch: int,
        widths: Mapping[int, int],
        key: Callable[[R], str],
        parent: QWidget,
    ) -> None:
        super().__init__(columns, stretch, parent)
        self._key = key
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        for column, width in widths.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        self.clicked.connect(self._tell_hit)

    def show_records(self, records: Sequence[R]) -> None:
        """Show these; the chosen row stays chosen, or the one that takes its place."""
        chosen, row = self.chosen_key, self.currentIndex().row()
        self.table.show(records)
        if not self.choose(chosen) and self.table.rows:
            self._choose_row(min(max(row, 0), len(self.table.rows) - 1))

    def fit(self, column: int, least: int, most: int) -> None:
        """Make a column as wide as its words, within limits."""
        width = min(max(self.sizeHintForColumn(column), least), most)
        self.horizontalHeader().resizeSection(column, width)

    @property
    def chosen_key(self) -> str:
        """Key of the chosen record, or the empty string."""
        chosen = self.chosen
        return self._key(chosen) if chosen is not None else ""

    def choose(self, key: str) -> bool:
        """Choose a record by its key; False where there is none."""
        for row, record in enumerate(self.table.rows):
            if key and self._key(record) == key:
                self._choose_row(row)
                return True
        return False

    def _choose_row(self, row: int) -> None:
        # From a hidden column the arrows would lead nowhere.
        shown = (n for n in range(self.table.columnCount()) if not self.isColumnHidden(n))
        self.setCurrentIndex(self.table.index(row, next(shown, 0)))

    def _tell_hit(self, index: QModelIndex) -> None:
        record = self.table.record(index)
        if record is not None:
            self.hit.emit(record, index.column())


class InkDelegate(QStyledItemDelegate):
    """A word in its own colour, on the chosen row too, where the style sheet has one ink only."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        ink = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.save()
        painter.setFont(option.font)  # struck through, where the column says so
        painter.setPen(ink if isinstance(ink, QColor) else QColor(theme.colours().ink))
        area = option.rect.adjusted(_INSIDE, 0, -_INSIDE, -1)
        fitted = painter.fontMetrics().elidedText(text, option.textElideMode, area.width())
        painter.drawText(area, option.displayAlignment, fitted)
        painter.restore()


class ChipDelegate(QStyledItemDelegate):
    """A customer's class as a chip."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        if not text:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(_CHIP_WIDTH, painter.fontMetrics().horizontalAdvance(text) + 10)
        top = option.rect.center().y() - _CHIP_HEIGHT / 2
        chip = QRectF(option.rect.left() + _PAD, top, width, _CHIP_HEIGHT)
        wash = QColor(getattr(theme.colours(), _CHIPS.get(text[:1], "faint")))
        wash.setAlphaF(0.22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(wash)
        painter.drawRoundedRect(chip, 3, 3)
        painter.setPen(QColor(theme.colours().ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()
