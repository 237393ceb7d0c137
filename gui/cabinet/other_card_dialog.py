"""Which other card is meant: a few letters find it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.search_note import SearchNote
from gui.today.scan_box import ScanBox
from gui.widgets.buttons import main_button, plain_button, remark
from model.cards.search import Hit, search
from model.office.desk import Desk

_MOST_HITS = 20
_HIT = Qt.ItemDataRole.UserRole
_GONE = frozenset({"void", "draft"})


class OtherCardDialog(QDialog):
    """Typing finds cards; Enter takes the marked one.

    Signals:
        chosen: number of the card.
    """

    chosen = Signal(str)

    def __init__(self, desk: Desk, ref: str, name: str, now: datetime, parent: QWidget) -> None:
        """`ref` and `name` are those of the card that another is looked for to."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk, self._ref, self._now = desk, ref, now
        self._searches = SearchNote(desk, lambda: now, self)
        self._build(f"{ref}  {name}")
        self._connect()
        self._look("")

    def _build(self, card: str) -> None:
        self.setWindowTitle(self.tr("Merge two cards"))
        self.setMinimumSize(520, 400)
        told = remark(self)
        told.setText(self.tr("Which other card is the same customer as {card}?").format(card=card))
        self.box, self.list = ScanBox(self), QListWidget(self)
        self.box.setPlaceholderText(self.tr("Name, pinyin, phone or card number"))
        self.box.setAccessibleName(self.tr("The other card"))
        self.list.setAccessibleName(self.tr("Cards found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.compare, leave = main_button(self), plain_button(self)
        self.compare.setAutoDefault(False)
        self.compare.setDefault(False)
        self.compare.setText(self.tr("&Compare"))
        leave.setText(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.compare)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        for widget in (told, self.box):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        self.box.setFocus()

    def _connect(self) -> None:
        self.box.typed.connect(self._look)
        self.box.stepped.connect(self._step)
        self.box.entered.connect(lambda _: self._take())
        self.list.itemDoubleClicked.connect(lambda _: self._take())
        self.compare.clicked.connect(self._take)

    def _look(self, text: str) -> None:
        """List what the text finds; what can be no second card is left out."""
        self.list.clear()
        hits = search(self._desk, text, self._now, _MOST_HITS) if text.strip() else []
        self._searches.typed(text, lambda: len(hits))
        for hit in hits:
            if hit.masked or hit.ref == self._ref or hit.state in _GONE:
                continue
            item = QListWidgetItem(f"{hit.ref}  {hit.name}  · {hit.rep or '—'}", self.list)
            item.setData(_HIT, hit)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.compare.setEnabled(self.list.count() > 0)

    def _step(self, step: int) -> None:
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _take(self) -> None:
        item = self.list.currentItem()
        hit = item.data(_HIT) if item is not None else None
        if isinstance(hit, Hit):
            self._searches.opened(hit.ref)
            self.accept()
            self.chosen.emit(hit.ref)
