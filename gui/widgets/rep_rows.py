"""Reps down the left edge of a page: name and word, and the rest in small type under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
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

_REP = Qt.ItemDataRole.UserRole
_LOOK = Qt.ItemDataRole.UserRole + 1
_HEIGHT, _PAD, _GAP = 46, 12, 8
_SMALL = 0.88


@dataclass(frozen=True)
class RepLook:
    """How a rep stands in the list.

    Attributes:
        word: the one thing that counts now, such as 待领 6.
        colour: of the word.
        detail: what else there is.
    """

    word: str
    colour: str
    detail: str


class RepRows(QFrame):
    """One line a rep, under a title.

    Signals:
        chosen: name of the rep that is wanted.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._names: list[str] = []
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title = QLabel(head)
        self._title.setProperty("heading", True)
        above = QVBoxLayout(head)
        above.setContentsMargins(_PAD, 9, _PAD, 9)
        above.addWidget(self._title)
        self.list = QListWidget(self)
        self.list.setItemDelegate(_RepDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.currentItemChanged.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.list)

    @property
    def rep(self) -> str:
        """Name of the chosen rep, or the empty string."""
        item = self.list.currentItem()
        return str(item.data(_REP)) if item is not None else ""

    def show_rows(self, rows: Sequence[tuple[str, RepLook]]) -> None:
        """Show other reps; the chosen one stays chosen, and is not told again."""
        chosen = self.rep
        self._names = [name for name, _ in rows]
        self.list.blockSignals(True)
        self.list.clear()
        for name, look in rows:
            item = QListWidgetItem(name, self.list)
            item.setData(_REP, name)
            item.setData(_LOOK, look)
            told = " · ".join(part for part in (name, look.word, look.detail) if part)
            item.setToolTip(told)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
        self.list.blockSignals(False)
        self.choose(chosen, quiet=True)

    def choose(self, rep: str, *, quiet: bool = False) -> bool:
        """Choose a rep by name, or the first where there is none of that name.

        Args:
            rep: the name.
            quiet: tell nobody.

        Returns:
            Whether there is a rep of that name.
        """
        self.list.blockSignals(quiet)
        if self._names:
            self.list.setCurrentRow(self._names.index(rep) if rep in self._names else 0)
        self.list.blockSignals(False)
        return rep in self._names

    def step(self, step: int) -> None:
        """The rep before or after."""
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_REP)))


class _RepDelegate(QStyledItemDelegate):
    """Draws one rep."""

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
