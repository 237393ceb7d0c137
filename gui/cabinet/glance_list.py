"""One part of 客户全貌: a heading, and a few lines that lead to where they belong."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.cabinet.glance_lines import Figure, GlanceLine, Goal
from gui.widgets.buttons import remark

_DAY, _TEXT, _MORE = range(3)
_ROW = 25
_GOAL = int(Qt.ItemDataRole.UserRole)
_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class LineTable(QTableWidget):
    """The lines; Enter is a double click.

    Signals:
        opened: row.
    """

    opened = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class GlanceList(QFrame):
    """Shows lines; opens nothing itself.

    Signals:
        wanted: the `Goal` of the line that was opened.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._heading = QLabel(self)
        self._heading.setProperty("heading", True)
        self._heading.setContentsMargins(10, 6, 10, 2)
        self._nothing = remark(self)
        self._nothing.setContentsMargins(12, 4, 10, 8)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table = LineTable(0, 3, self)
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._heading)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(self.table, 1)
        self.table.opened.connect(self._open)
        self.table.cellDoubleClicked.connect(lambda row, _: self._open(row))

    @property
    def texts(self) -> list[str]:
        """Every line in words."""
        model = self.table.model()
        return [
            "  ".join(str(model.index(row, column).data() or "") for column in range(3)).strip()
            for row in range(model.rowCount())
        ]

    def name(self, heading: str, nothing: str) -> None:
        """Set the heading, and what stands in place of lines."""
        self._heading.setText(heading)
        self.table.setAccessibleName(heading)
        self._nothing.setText(nothing)

    def show_lines(self, lines: Sequence[GlanceLine]) -> None:
        """Show these."""
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            for column, text in enumerate((line.day, line.text, line.more)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setData(_GOAL, line.goal)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                ink = line.ink if column == _TEXT else "faint"
                item.setForeground(QColor(getattr(theme.colours(), ink)))
                self.table.setItem(row, column, item)
        self._nothing.setVisible(not lines)
        self.table.setVisible(bool(lines))

    def _dress(self) -> None:
        table = self.table
        table.horizontalHeader().hide()
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        header = table.horizontalHeader()
        header.resizeSection(_DAY, 92)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(_MORE, 78)

    def _open(self, row: int) -> None:
        goal = self.table.model().index(row, _TEXT).data(_GOAL)
        if isinstance(goal, Goal) and goal.place:
            self.wanted.emit(goal)


class FigureTile(QPushButton):
    """One figure; a click leads to where it comes from.

    Signals:
        wanted: its `Goal`.
    """

    wanted = Signal(object)

    def __init__(self, figure: Figure, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setProperty("tile", True)
        self._goal = figure.goal
        name, value, more = (
            QLabel(text, self) for text in (figure.name, figure.value, figure.more)
        )
        name.setProperty("faint", True)
        more.setProperty("faint", True)
        value.setStyleSheet(
            f"font-size: 13pt; font-weight: bold; color: {getattr(theme.colours(), figure.ink)}"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 6, 6)
        layout.setSpacing(0)
        for label in (name, value, more):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setTextFormat(Qt.TextFormat.PlainText)
            layout.addWidget(label)
        told = " ".join(part for part in (figure.name, figure.value, figure.more) if part)
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if figure.goal.place else Qt.FocusPolicy.NoFocus
        )
        self.clicked.connect(self._open)

    def _open(self) -> None:
        if self._goal.place:
            self.wanted.emit(self._goal)
