"""The attachments of a card, one under the other: a small picture, what it is, until when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui import theme
from gui.cabinet.attachment_preview import PDF
from gui.translators import words
from model.cards.attachments import AttachmentView
from model.cards.choices import ATTACHMENT_KINDS
from model.words import mark

SOON_DAYS = 30
"""So long before it runs out a document is shown in amber."""
_VIEW = int(Qt.ItemDataRole.UserRole)
_SMALL = _VIEW + 1
_HEIGHT, _SIDE, _PAD = 70, 54, 8
_KINDS = {choice.value: choice for choice in ATTACHMENT_KINDS}
_EXPIRED = mark("AttachmentList", "Expired {day}")
_VALID = mark("AttachmentList", "Valid until {day}")
_KB, _MB = 1024, 1024 * 1024


def kind_text(view: AttachmentView) -> str:
    """What kind of document it is, in the window's language."""
    choice = _KINDS.get(view.kind)
    return words(choice.context, choice.label) if choice else view.kind


def size_text(size: int) -> str:
    """Bytes as a person says them."""
    return f"{size / _MB:.1f} MB" if size >= _MB else f"{max(1, round(size / _KB)):,} KB"


def validity(view: AttachmentView, today: date) -> tuple[str, str]:
    """Until when it holds, and the name of the colour; empty where it holds for ever."""
    until = view.valid_until
    if until is None:
        return "", ""
    if until < today:
        return words("AttachmentList", _EXPIRED).format(day=f"{until:%Y-%m-%d}"), "overdue"
    soon = until <= today + timedelta(days=SOON_DAYS)
    return words("AttachmentList", _VALID).format(day=f"{until:%Y-%m-%d}"), (
        "out" if soon else "faint"
    )


class AttachmentList(QListWidget):
    """Shows attachments; adds none.

    Signals:
        chosen: the `AttachmentView` with the cursor, or None.
        edit_wanted: Enter or F2 on one.
        remove_wanted: Del on one.
    """

    chosen = Signal(object)
    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._today = date.min
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)
        self.setMinimumWidth(260)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.view))

    @property
    def view(self) -> AttachmentView | None:
        """The attachment with the cursor."""
        item = self.currentItem()
        view = item.data(_VIEW) if item is not None else None
        return view if isinstance(view, AttachmentView) else None

    @property
    def views(self) -> list[AttachmentView]:
        """All of them."""
        return [self.item(row).data(_VIEW) for row in range(self.count())]

    def show_views(self, views: Sequence[AttachmentView], today: date) -> None:
        """Show these; the chosen one stays chosen, small pictures stay."""
        before = self.view.attachment_no if self.view else ""
        small = {self.item(row).data(_VIEW).attachment_no: self.item(row).data(_SMALL)
                 for row in range(self.count())}  # fmt: skip
        self._today = today
        self.blockSignals(True)
        self.clear()
        for view in views:
            item = QListWidgetItem(self)
            item.setData(_VIEW, view)
            item.setData(_SMALL, small.get(view.attachment_no))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(self.lines(view)))
            item.setToolTip("\n".join(self.lines(view)))
            if view.attachment_no == before:
                self.setCurrentItem(item)
        if self.currentRow() < 0 and views:
            self.setCurrentRow(0)
        self.blockSignals(False)
        self.chosen.emit(self.view)

    @property
    def lacks_small(self) -> bool:
        """Whether a picture is shown without its small one."""
        return any(
            self.item(row).data(_SMALL) is None and self.item(row).data(_VIEW).media_type != PDF
            for row in range(self.count())
        )

    def show_small(self, pictures: Mapping[str, QImage]) -> None:
        """Set small pictures, by the numbers of their attachments."""
        for row in range(self.count()):
            picture = pictures.get(self.item(row).data(_VIEW).attachment_no)
            if picture is not None:
                self.item(row).setData(_SMALL, picture)

    def lines(self, view: AttachmentView) -> list[str]:
        """What is told of an attachment: what it is, of whom, until when."""
        told = [f"{kind_text(view)}  {view.document_no}".strip(), view.file_name]
        valid = validity(view, self._today)[0]
        if valid:
            told.append(valid)
        added = f"{size_text(view.size)} · {view.added_by} {view.added_at:%Y-%m-%d}"
        told.append(added)
        if view.is_original or view.kept_where:
            where = self.tr("Original: {place}").format(place=view.kept_where or "—")
            told.append(where)
        return told

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and self.view:
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and self.view:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)

    def paint_row(self, painter: QPainter, area: QRect, item: QListWidgetItem) -> None:
        """Draw one attachment."""
        colours, view = theme.colours(), item.data(_VIEW)
        frame = QRect(area.left() + _PAD, area.top() + _PAD, _SIDE, _SIDE)
        self._paint_small(painter, frame, view, item.data(_SMALL))
        left, width = frame.right() + 12, area.right() - frame.right() - 12 - _PAD
        valid, ink = validity(view, self._today)
        metrics = painter.fontMetrics()
        height = metrics.lineSpacing()
        rows = (
            (f"{kind_text(view)}  {view.document_no}".strip(), colours.ink),
            (valid or view.file_name, getattr(colours, ink or "faint")),
            (f"{size_text(view.size)} · {view.added_by} {view.added_at:%Y-%m-%d}", colours.faint),
        )
        top = area.center().y() - (height * len(rows)) // 2
        for number, (text, colour) in enumerate(rows):
            painter.setPen(QColor(colour))
            fitted = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            line = QRect(left, top + number * height, width, height)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, fitted)

    def _paint_small(
        self, painter: QPainter, frame: QRect, view: AttachmentView, small: QImage | None
    ) -> None:
        colours = theme.colours()
        painter.fillRect(frame, QColor(colours.paper))
        if small is not None and not small.isNull():
            area = QRect(0, 0, *small.size().scaled(
                frame.size(), Qt.AspectRatioMode.KeepAspectRatio
            ).toTuple())  # fmt: skip
            area.moveCenter(frame.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, small)
        else:
            painter.setPen(QColor(colours.paper_line))
            word = "PDF" if view.media_type == PDF else view.media_type.rpartition("/")[2].upper()
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, word)
        painter.setPen(QColor(colours.line))
        painter.drawRect(frame.adjusted(0, 0, -1, -1))


class _Row(QStyledItemDelegate):
    """Hands a row to the list, which knows what is in it."""

    def __init__(self, parent: AttachmentList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(240, _HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item = self._list.item(index.row())
        style = self._list.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._list
        )
        painter.save()
        self._list.paint_row(painter, option.rect, item)
        painter.restore()
