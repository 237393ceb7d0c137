"""Whom was visited without a card: a customer of the cabinet, or somebody new (E9, E10)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.search_note import SearchNote
from gui.today.scan_box import ScanBox
from gui.today.visit_inputs import DayLine
from gui.today.visit_of import VisitOf
from gui.translators import words
from gui.widgets.buttons import main_button, plain_button, remark
from model.cards.dates import full_date
from model.cards.search import Hit, search
from model.errors import Problem
from model.office.desk import Desk
from model.sentences.problems import problem_sentence

_MOST_HITS = 12
_HIT = Qt.ItemDataRole.UserRole


class CustomerChooser(QDialog):
    """Typing finds the customer; Enter takes the marked one.

    Signals:
        chosen: the `VisitOf` to be noted.
    """

    chosen = Signal(object)

    def __init__(
        self, desk: Desk, reps: Sequence[str], rep: str, now: datetime, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk, self._now = desk, now
        self._searches = SearchNote(desk, lambda: now, self)
        self._build(reps, rep)
        self._connect()
        self._look("")

    def _build(self, reps: Sequence[str], rep: str) -> None:
        self.setWindowTitle(self.tr("Note a visit"))
        self.setMinimumSize(520, 380)
        self.rep, self.day = QComboBox(self), DayLine(self)
        self.rep.addItems(list(reps))
        self.rep.setCurrentText(rep)
        self.rep.setAccessibleName(self.tr("Who was there"))
        self.day.today = self._now.date()
        self.day.setText(self._now.date().isoformat())
        self.day.setAccessibleName(self.tr("Day of the visit"))
        self.name = ScanBox(self)
        self.name.setAccessibleName(self.tr("Customer"))
        self.name.setPlaceholderText(self.tr("Name, pinyin, phone or card number"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Customers found"))
        self._wrong = QLabel(self)
        self._wrong.setProperty("warning", True)
        self._wrong.setWordWrap(True)
        note = remark(self)
        note.setText(
            self.tr("A visit without its card is marked so. Somebody new gets a card within a day.")
        )
        form = QFormLayout()
        form.addRow(self.tr("&Rep"), self.rep)
        form.addRow(self.tr("&Day"), self.day)
        form.addRow(self.tr("&Customer"), self.name)
        self.new, self.take, leave = plain_button(self), main_button(self), plain_button(self)
        self.take.setAutoDefault(False)
        self.take.setDefault(False)
        self.new.setText(self.tr("&Somebody new"))
        self.take.setText(self.tr("&Take"))
        leave.setText(self.tr("Cancel"))
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.new)
        foot.addStretch()
        foot.addWidget(leave)
        foot.addWidget(self.take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.addLayout(form)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._wrong)
        layout.addWidget(note)
        layout.addLayout(foot)
        self.name.setFocus()

    def _connect(self) -> None:
        self.name.typed.connect(self._look)
        self.name.stepped.connect(self._step)
        self.name.entered.connect(lambda _: self._take())
        self.list.itemDoubleClicked.connect(lambda _: self._take())
        self.take.clicked.connect(self._take)
        self.new.clicked.connect(self._take_new)

    def _look(self, text: str) -> None:
        """List whom the text finds."""
        self.list.clear()
        hits = search(self._desk, text, self._now, _MOST_HITS) if text.strip() else []
        self._searches.typed(text, lambda: len(hits))
        for hit in hits:
            item = QListWidgetItem(f"{hit.ref}  {hit.name}  · {hit.rep or '—'}", self.list)
            item.setData(_HIT, hit)
            if hit.masked:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        if self.list.count():
            self.list.setCurrentRow(0)
        self.take.setEnabled(self._hit() is not None)
        self.new.setEnabled(bool(text.strip()))
        self._wrong.setText("")

    def _step(self, step: int) -> None:
        row = self.list.currentRow() + step
        if 0 <= row < self.list.count():
            self.list.setCurrentRow(row)

    def _hit(self) -> Hit | None:
        item = self.list.currentItem()
        hit = item.data(_HIT) if item is not None else None
        return hit if isinstance(hit, Hit) and not hit.masked else None

    def _visited_on(self) -> date | None:
        """The day typed; one that cannot be read is told."""
        checked = full_date(self.day.meant, self._now.date())
        if isinstance(checked.value, date):
            return checked.value
        problem = checked.problems[0] if checked.problems else Problem("", "required")
        self._wrong.setText(problem_sentence(problem, words))
        self.day.setFocus()
        return None

    def _take(self) -> None:
        hit, day = self._hit(), self._visited_on()
        if hit is not None and day is not None:
            self._searches.opened(hit.ref)
            self._give(VisitOf(hit.ref, hit.name, self.rep.currentText(), day, no_card=True))

    def _take_new(self) -> None:
        day = self._visited_on()
        if day is not None:
            name = self.name.text().strip()
            self._give(VisitOf("", name, self.rep.currentText(), day, no_card=True))

    def _give(self, visit: VisitOf) -> None:
        self.accept()
        self.chosen.emit(visit)
