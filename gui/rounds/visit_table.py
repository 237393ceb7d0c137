"""The visits of a plan in their order, which a person changes by dragging a line."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from gui import theme
from gui.rounds import plan_columns
from gui.rounds.plan_words import STRUCK
from gui.widgets.day_table import DayTable
from model.rounds.plans_shown import LineView

MIME = "application/x-card-cabinet-visit"
"""Nothing is in it: a customer's line is for no other program."""
_NOWHERE = -1
_MARK = 3
"""Pixels of the line that says where the visit would go."""


class VisitTable(DayTable[LineView]):
    """The visits of one plan; moves none itself.

    Signals:
        dragged: (`LineView`, place): the visit was dropped at this place, counted from 1.
    """

    dragged = Signal(object, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            plan_columns.LINES,
            plan_columns.WHY,
            plan_columns.WIDTHS,
            lambda line: line.card_no,
            parent,
        )
        self.setSortingEnabled(False)  # the order is the plan
        self.setAcceptDrops(True)
        self.movable = False
        """Whether this desk may change the order of the plan in view."""
        self._pressed = QPoint()
        self._held: LineView | None = None
        self._gap = _NOWHERE

    @property
    def gap(self) -> int:
        """The row before which a dragged visit would go, or -1."""
        return self._gap

    def place_at(self, line: LineView, gap: int) -> int:
        """The place in the order, from 1, of a visit that is dropped before a row."""
        above = self.table.rows[:gap]
        return 1 + sum(one.state not in STRUCK and one.card_no != line.card_no for one in above)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()
        line = self.table.record(self.indexAt(self._pressed))
        left = event.button() == Qt.MouseButton.LeftButton
        can_go = self.movable and left and line is not None and line.state not in STRUCK
        self._held = line if can_go else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            super().mouseMoveEvent(event)
            return
        way = event.position().toPoint() - self._pressed
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        super().mouseReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._follow(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._follow(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_gap(_NOWHERE)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        self._follow(event)
        line, gap = self._held, self._gap
        self._show_gap(_NOWHERE)
        if line is not None and gap != _NOWHERE:
            place = self.place_at(line, gap)
            if place != line.seq:
                self.dragged.emit(line, place)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap == _NOWHERE:
            return
        painter = QPainter(self.viewport())
        ink = QColor(theme.colours().accent)
        top = min(max(self._top_of(self._gap), _MARK), self.viewport().height() - _MARK)
        painter.fillRect(QRect(0, top - _MARK // 2, self.viewport().width(), _MARK), ink)
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawEllipse(QPoint(_MARK + 1, top), _MARK + 1, _MARK + 1)

    def _drag(self) -> None:
        """Carry the pressed visit until it is let go."""
        mime = QMimeData()
        mime.setData(MIME, QByteArray(b""))
        drag = QDrag(self)
        drag.setMimeData(mime)
        row = self.visualRect(self.table.index(self.currentIndex().row(), plan_columns.NAME))
        drag.setPixmap(self.viewport().grab(row))
        drag.setHotSpot(QPoint(12, row.height() // 2))
        drag.exec(Qt.DropAction.MoveAction)
        self._held = None
        self.stopAutoScroll()
        self._show_gap(_NOWHERE)

    def _follow(self, event: QDropEvent) -> None:
        """Show where the visit would go; what comes from elsewhere is refused."""
        if self._held is None or not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        self._show_gap(self._gap_at(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if not self.viewport().rect().adjusted(0, 24, 0, -24).contains(event.position().toPoint()):
            self.startAutoScroll()

    def _gap_at(self, place: QPoint) -> int:
        row = self.rowAt(place.y())
        if row < 0:
            return len(self.table.rows)
        area = self.visualRect(self.table.index(row, plan_columns.SEQ))
        return row + (place.y() > area.center().y())

    def _top_of(self, row: int) -> int:
        """Where a row begins, in the viewport; below the last where there is none."""
        if row < len(self.table.rows):
            return self.visualRect(self.table.index(row, plan_columns.SEQ)).top()
        last = self.visualRect(self.table.index(row - 1, plan_columns.SEQ))
        return last.bottom() + 1

    def _show_gap(self, gap: int) -> None:
        if gap != self._gap:
            self._gap = gap
            self.viewport().update()
