"""今日提醒: what wants somebody's attention today, as sentences; Enter does something about one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui.translators import words
from gui.widgets.buttons import remark
from model.loans.reminder_words import Reminder, reminder_text

_REMINDER = Qt.ItemDataRole.UserRole
_PAD = 12
_BESIDE, _ABOVE = 13, 5
"""Room around a sentence: what the style sheet gives it, and Qt's own margin."""
_ENDLESS = 10_000


class ReminderList(QFrame):
    """One line a reminder.

    Signals:
        chosen: the `Reminder` about which something is to be done.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._reminders: Sequence[Reminder] = ()
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title = QLabel(head)
        self._title.setProperty("heading", True)
        above = QVBoxLayout(head)
        above.setContentsMargins(_PAD, 7, _PAD, 7)
        above.addWidget(self._title)
        self.list = QListWidget(self)
        self.list.setItemDelegate(_WholeSentence(self.list))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setProperty("reminders", True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemActivated.connect(self._tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        self._nothing = remark(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing, 1)
        self.show_reminders(())

    @property
    def texts(self) -> list[str]:
        """The sentences."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def show_reminders(self, reminders: Sequence[Reminder]) -> None:
        """Show others, at the line where the cursor stood."""
        row = self.list.currentRow()
        self._reminders = reminders
        self.list.clear()
        for reminder in reminders:
            item = QListWidgetItem(reminder_text(reminder, words), self.list)
            item.setData(_REMINDER, reminder)
            item.setToolTip(item.text())
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_reminders(self._reminders)
        super().changeEvent(event)

    def _tell(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_REMINDER))

    def _retranslate(self) -> None:
        count = len(self._reminders)
        self._title.setText(
            self.tr("Reminders of today · {count}").format(count=count)
            if count
            else self.tr("Reminders of today")
        )
        self.list.setAccessibleName(self.tr("Reminders of today"))
        self._nothing.setText(self.tr("Nothing to remember."))
        self._nothing.setVisible(not count)
        self.list.setVisible(bool(count))


class _WholeSentence(QStyledItemDelegate):
    """As many lines as the sentence needs: Qt forgets the style sheet's padding and cuts the last.

    Its parent is the list.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        listed = self.parent()
        assert isinstance(listed, QListWidget)
        room = QRect(0, 0, listed.viewport().width() - 2 * _BESIDE, _ENDLESS)
        flags = Qt.TextFlag.TextWordWrap
        taken = listed.fontMetrics().boundingRect(room, flags, str(index.data()))
        return QSize(room.width(), taken.height() + 2 * _ABOVE + 1)
