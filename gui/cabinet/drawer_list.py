"""The drawers at the left: one line each, with what is in it and what of it is away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
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
from gui.cabinet.drawer_entries import ALL, PROPOSALS, DrawerEntry

_ENTRY = Qt.ItemDataRole.UserRole
_HEIGHT, _GAP, _PAD = 25, 6, 12


class DrawerList(QFrame):
    """All drawers, then the quick states.

    Signals:
        chosen: the `DrawerEntry` whose cards are wanted.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._quiet = False
        self._key = ALL
        self._entries: tuple[Sequence[DrawerEntry], Sequence[DrawerEntry]] = ((), ())
        self._build()
        self._retranslate()

    @property
    def entry(self) -> DrawerEntry | None:
        """The chosen line."""
        item = self._list.currentItem()
        entry = item.data(_ENTRY) if item is not None else None
        return entry if isinstance(entry, DrawerEntry) else None

    def show_entries(self, drawers: Sequence[DrawerEntry], quick: Sequence[DrawerEntry]) -> None:
        """Show other counts; the chosen line stays chosen, and is not told again."""
        self._entries = (drawers, quick)
        self._quiet = True
        self._list.clear()
        for entry in drawers:
            self._add(entry)
        self._add_gap()
        for entry in quick:
            self._add(entry)
        self.choose(self._key)
        self._quiet = False

    def choose(self, key: str) -> None:
        """Choose a line by its key; all cards where there is none."""
        items = [self._list.item(row) for row in range(self._list.count())]
        for item in items:
            entry = item.data(_ENTRY)
            if entry is not None and entry.key == key:
                self._list.setCurrentItem(item)
                return
        if items:
            self._list.setCurrentRow(0)

    def pick(self, key: str) -> None:
        """Choose a line as a click does: its cards are asked for."""
        self._key = key
        self.choose(key)

    def focus(self) -> None:
        """Put the cursor into the list of drawers."""
        self._list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title = QLabel(head)
        self._title.setProperty("heading", True)
        above = QVBoxLayout(head)
        above.setContentsMargins(_PAD, 11, _PAD, 11)
        above.addWidget(self._title)
        self._list = QListWidget(self)
        self._list.setItemDelegate(EntryDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.currentItemChanged.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._list)

    def _add(self, entry: DrawerEntry) -> None:
        item = QListWidgetItem(entry.name, self._list)
        item.setData(_ENTRY, entry)
        item.setToolTip(self._tip(entry))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, self._tip(entry))

    def _add_gap(self) -> None:
        item = QListWidgetItem(self._list)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _tip(self, entry: DrawerEntry) -> str:
        if entry.key == PROPOSALS:
            return f"{entry.name} · {entry.count:,}"
        parts = [entry.name, self.tr("%n card(s)", "", entry.count)]
        if entry.out:
            parts.append(self.tr("%n out", "", entry.out))
        if entry.overdue:
            parts.append(self.tr("%n overdue", "", entry.overdue))
        return " · ".join(parts)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if self._quiet or item is None or item.data(_ENTRY) is None:
            return
        self._key = item.data(_ENTRY).key
        self.chosen.emit(item.data(_ENTRY))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Drawers"))
        self._list.setAccessibleName(self.tr("Drawers"))


class EntryDelegate(QStyledItemDelegate):
    """A name at the left; at the right the count, and in words and colour what is away."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, _HEIGHT if index.data(_ENTRY) is not None else _GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry = index.data(_ENTRY)
        if entry is None:
            return
        self.initStyleOption(option, index)
        option.text = ""
        widget: QWidget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        painter.save()
        area = QRectF(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        right = self._draw_counts(painter, area, entry, widget)
        area.setRight(right - _GAP)
        painter.setFont(widget.font())
        painter.setPen(QColor(theme.colours().ink if entry.count else theme.colours().faint))
        name = widget.fontMetrics().elidedText(
            entry.name, Qt.TextElideMode.ElideRight, int(area.width())
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()

    def _draw_counts(
        self, painter: QPainter, area: QRectF, entry: DrawerEntry, widget: QWidget
    ) -> float:
        """Draw from the right: overdue, out, all; returns where they begin."""
        colours = theme.colours()
        small = QFont(widget.font())
        small.setPointSizeF(small.pointSizeF() * 0.88)
        painter.setFont(small)
        right = area.right()
        for number, words, colour in (
            (entry.overdue, self.tr("late {count}"), colours.overdue),
            (entry.out, self.tr("out {count}"), colours.out),
            (entry.count, "{count}", colours.faint),
        ):
            if not number and words != "{count}":
                continue
            text = words.format(count=f"{number:,}")
            width = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(QColor(colour))
            place = QRectF(right - width, area.top(), width + 1, area.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            right -= width + _GAP
        return right + _GAP
