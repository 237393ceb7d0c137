"""The reps of the day at the left: who waits, who is out, who is overdue, who is home."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import (
    QDate,
    QEvent,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.today.rep_words import RepLook, rep_look
from model.loans.board import RepDay

_REP = Qt.ItemDataRole.UserRole
_LOOK = Qt.ItemDataRole.UserRole + 1
_HEIGHT, _PAD, _GAP = 46, 12, 8
_SMALL = 0.88


class RepList(QFrame):
    """One line a rep.

    Signals:
        chosen: name of the rep whose day is wanted.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._days: Sequence[RepDay] = ()
        self._day: date | None = None
        self._build()
        self._retranslate()

    @property
    def rep(self) -> str:
        """Name of the chosen rep, or the empty string."""
        item = self.list.currentItem()
        return str(item.data(_REP)) if item is not None else ""

    def show_days(self, day: date, days: Sequence[RepDay]) -> None:
        """Show other figures; the chosen rep stays chosen, and is not told again."""
        chosen = self.rep
        self._day, self._days = day, days
        self.list.blockSignals(True)
        self.list.clear()
        for one in days:
            self._add(one)
        self.list.blockSignals(False)
        self.choose(chosen, quiet=True)
        self._retranslate()

    def choose(self, rep: str, *, quiet: bool = False) -> bool:
        """Choose a rep by name; where there is none, the choice stays, or is the first.

        Returns:
            Whether there is a rep of that name.
        """
        names = [day.rep for day in self._days]
        row = names.index(rep) if rep in names else max(0, self.list.currentRow())
        self.list.blockSignals(quiet)
        if names:
            self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        return rep in names

    def step(self, step: int) -> None:
        """The rep before or after."""
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            if self._day is not None:
                self.show_days(self._day, self._days)
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title = QLabel(head)
        self._title.setProperty("heading", True)
        above = QVBoxLayout(head)
        above.setContentsMargins(_PAD, 9, _PAD, 9)
        above.addWidget(self._title)
        self.list = QListWidget(self)
        self.list.setItemDelegate(RepDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.currentItemChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.list)

    def _add(self, day: RepDay) -> None:
        look = rep_look(day)
        item = QListWidgetItem(day.rep, self.list)
        item.setData(_REP, day.rep)
        item.setData(_LOOK, look)
        told = " · ".join(part for part in (day.rep, look.word, look.detail) if part)
        item.setToolTip(told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_REP)))

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Reps of the day"))
        day = self._day
        self._title.setText(
            QLocale().toString(QDate(day.year, day.month, day.day), "yyyy-MM-dd dddd")
            if day
            else ""
        )


class RepDelegate(QStyledItemDelegate):
    """The name with its word at the right, and the rest of the day in small type under it."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(120, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look: RepLook = index.data(_LOOK)
        self.initStyleOption(option, index)
        name, option.text = str(index.data(_REP)), ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        painter.save()
        area = QRectF(option.rect).adjusted(_PAD, 5, -_PAD, -5)
        small = QFont(widget.font())
        small.setPointSizeF(small.pointSizeF() * _SMALL)
        painter.setFont(small)
        width = painter.fontMetrics().horizontalAdvance(look.word)
        painter.setPen(QColor(look.colour))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight, look.word)
        painter.setPen(QColor(theme.colours().faint))
        _draw(painter, area, look.detail, Qt.AlignmentFlag.AlignBottom)
        painter.setFont(widget.font())
        painter.setPen(QColor(theme.colours().ink))
        _draw(painter, area.adjusted(0, 0, -width - _GAP, 0), name, Qt.AlignmentFlag.AlignTop)
        painter.restore()


def _draw(painter: QPainter, area: QRectF, text: str, place: Qt.AlignmentFlag) -> None:
    """A text from the left, with an ellipsis where it is too long."""
    fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, place | Qt.AlignmentFlag.AlignLeft, fitted)
