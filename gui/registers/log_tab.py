"""日志: every line that this desk may see, page after page, and beside it one in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gui.registers.list_and_detail import ListAndDetail
from gui.registers.log_columns import COLUMNS, FACTS, INKED, WIDTHS, LogRow, line_html
from gui.registers.log_filters import LogFilters
from gui.registers.register_actions import RegisterActions
from gui.widgets.buttons import button_for
from gui.widgets.day_table import DayTable, InkDelegate
from gui.widgets.list_or_placard import ListOrPlacard

_NEAR_THE_END = 2
"""Screens before the last line: the next page is there before anybody sees the end."""


class LogTab(QWidget):
    """Shows lines; reads nothing itself.

    Signals:
        more_wanted: somebody comes near the end of what is shown.
    """

    more_wanted = Signal()

    def __init__(self, actions: RegisterActions, today: date, parent: QWidget) -> None:
        super().__init__(parent)
        self._more = False
        self._searching = False
        self._build(actions, today)
        self._connect()
        self._retranslate()

    @property
    def rows(self) -> Sequence[LogRow]:
        """The lines in view, and those above and below them."""
        return self.table.table.rows

    @property
    def detail(self) -> str:
        """The chosen line in words."""
        return self._detail.toPlainText()

    def show_page(self, rows: Sequence[LogRow], *, more: bool, first: bool) -> None:
        """Show the first page of an answer, or one more below it."""
        self._searching, self._more = False, more
        if first:
            self.table.show_records(rows)
            self.table.scrollToTop()
            if rows:
                self.table.setCurrentIndex(self.table.table.index(0, 0))
        else:
            self.table.table.extend(rows)
        self._list.show_filled(bool(self.rows))
        self._tell()

    def show_searching(self) -> None:
        """An answer is on its way."""
        self._searching = True
        self._tell()

    def forget(self) -> None:
        """Empty it."""
        self.filters.clear()
        self.show_page((), more=False, first=True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self, actions: RegisterActions, today: date) -> None:
        self.filters = LogFilters(today, self)
        self.table: DayTable[LogRow] = DayTable(
            COLUMNS, FACTS, WIDTHS, lambda row: str(row.line.no), self
        )
        self.table.setSortingEnabled(False)  # one page sorted would lie about the rest
        for column in INKED:
            self.table.setItemDelegateForColumn(column, InkDelegate(self.table))
        split = ListAndDetail(self.table, (960, 320), self)
        self._detail = split.detail
        self._list = ListOrPlacard(split, "registers", self)
        self._count = QLabel(self)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 8, 6)
        foot.addWidget(self._count, 1)
        for name in ("log_verify", "log_export"):
            foot.addWidget(button_for(actions[name], self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.filters)
        layout.addWidget(self._list, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_detail())
        self.table.verticalScrollBar().valueChanged.connect(lambda _: self._look())

    def _look(self) -> None:
        bar = self.table.verticalScrollBar()
        near = bar.value() >= bar.maximum() - _NEAR_THE_END * bar.pageStep()
        if self._more and not self._searching and near:
            self.more_wanted.emit()

    def _show_detail(self) -> None:
        row = self.table.chosen
        self._detail.setHtml(line_html(row) if row is not None else "")

    def _tell(self) -> None:
        count = len(self.rows)
        text = self.tr("{count} lines").format(count=f"{count:,}")
        if self._more:
            text = self.tr("The newest {count} lines; scroll for older ones").format(
                count=f"{count:,}"
            )
        self._count.setText(self.tr("Looking …") if self._searching else text)
        self._show_detail()

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Log"))
        self._detail.setAccessibleName(self.tr("The chosen line of the log"))
        self._list.placard.title.setText(self.tr("No such lines"))
        self._list.placard.say(
            self.tr(
                "Everything that is done here leaves a line: look for other days, another person "
                "or another kind of event."
            )
        )
        self._tell()
