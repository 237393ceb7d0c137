"""锁柜 and 开柜: how many went out, how many came home, and each card that is not, by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.buttons import remark

_SIZE = (520, 380)


@dataclass(frozen=True)
class MissingCard:
    """One card that is not home.

    Attributes:
        card_no: its number.
        name: the customer.
        borrower: who has it.
        due_at: when it was or is due.
    """

    card_no: str
    name: str
    borrower: str
    due_at: datetime | None = None


def missing_text(card: MissingCard) -> str:
    """One line about one card."""
    due = f"{card.due_at:%m-%d %H:%M}" if card.due_at else ""
    return "  ".join(part for part in (card.card_no, card.name, card.borrower, due) if part)


class MissingCards(QDialog):
    """Before the cabinet closes: the cards that are out, each to be ticked.

    Signals:
        named: the numbers, when all of them are ticked.
    """

    named = Signal(object)

    def __init__(
        self, cards: Sequence[MissingCard], issued: int, returned: int, parent: QWidget
    ) -> None:
        """`issued` and `returned` are today's cards handed out and taken back."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Cards that are not home"))
        self.resize(*_SIZE)
        self._card_nos = [card.card_no for card in cards]
        count = QLabel(self)
        count.setProperty("heading", True)
        text = self.tr("{issued} out, {returned} back, {missing} missing")
        count.setText(text.format(issued=issued, returned=returned, missing=len(cards)))
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.windowTitle())
        for card in cards:
            item = QListWidgetItem(missing_text(card), self._list)
            item.setCheckState(Qt.CheckState.Unchecked)
        why = remark(self)
        why.setText(self.tr("Tick each card that stays out over night; the log will name them."))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._close = self._buttons.addButton(
            self.tr("&Close the cabinet"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._close.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (count, why, self._list, self._buttons):
            layout.addWidget(widget)
        self._list.setCurrentRow(0)
        self._list.setFocus()
        self._list.itemChanged.connect(self._look)
        self._buttons.accepted.connect(self._finish)
        self._buttons.rejected.connect(self.reject)

    def tick(self, row: int) -> None:
        """Acknowledge one card."""
        self._list.item(row).setCheckState(Qt.CheckState.Checked)

    def _look(self, item: QListWidgetItem) -> None:
        """Go on to the next card when one is ticked; close only when all are."""
        count = self._list.count()
        ticked = [
            self._list.item(row).checkState() is Qt.CheckState.Checked for row in range(count)
        ]
        if item.checkState() is Qt.CheckState.Checked:
            self._list.setCurrentRow(min(self._list.row(item) + 1, count - 1))
        self._close.setEnabled(all(ticked))

    def _finish(self) -> None:
        self.accept()
        self.named.emit(self._card_nos)


class OpeningSheet(QDialog):
    """After 开柜: the cards that did not come home on an earlier day."""

    def __init__(self, cards: Sequence[MissingCard], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Cards not home from earlier days"))
        self.resize(*_SIZE)
        count = QLabel(self.tr("%n card(s) did not come home", "", len(cards)), self)
        count.setProperty("heading", True)
        listed = QListWidget(self)
        listed.setAccessibleName(self.windowTitle())
        listed.addItems([missing_text(card) for card in cards])
        why = remark(self)
        why.setText(
            self.tr("Their reps get no cards until these are home; the page Today has them.")
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok, self)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (count, listed, why, buttons):
            layout.addWidget(widget)


class ClosingSheet(QDialog):
    """After 锁柜: what the day came to, and its report.

    Signals:
        report_wanted: 卡片借还日报 is to be printed.
    """

    report_wanted = Signal()

    def __init__(self, issued: int, returned: int, missing: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("The cabinet is closed"))
        count = QLabel(self)
        count.setProperty("heading", True)
        text = self.tr("{issued} out, {returned} back, {missing} missing")
        count.setText(text.format(issued=issued, returned=returned, missing=missing))
        what = remark(self)
        what.setText(self.tr("The report of the day names what is out, overdue or without record."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.print = buttons.addButton(
            self.tr("&Print the report …"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.print.setProperty("main", True)
        self.print.setDefault(True)
        self.print.setFocus()
        buttons.accepted.connect(self._finish)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(10)
        for widget in (count, what, buttons):
            layout.addWidget(widget)

    def _finish(self) -> None:
        self.accept()
        self.report_wanted.emit()
