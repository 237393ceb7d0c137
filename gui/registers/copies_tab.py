"""副本登记: copies and exports that left the office, with whom, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.registers.register_actions import RegisterActions
from gui.translators import words
from gui.widgets.buttons import button_for
from gui.widgets.day_table import DayTable, InkDelegate
from gui.widgets.list_or_placard import ListOrPlacard
from gui.widgets.record_table import Column
from model.cards.choices import SECRECIES
from model.loans.copies import CopyRow
from model.loans.copy_terms import OPEN_STATES, CopyState
from model.words import mark

_INK = int(Qt.ItemDataRole.ForegroundRole)
_SECRECIES = {choice.value: choice for choice in SECRECIES}
_STATES = {
    CopyState.UNFINISHED: mark("CopiesTab", "? not finished"),
    CopyState.OUT: mark("CopiesTab", "with receiver"),
    CopyState.OVERDUE: mark("CopiesTab", "! overdue"),
    CopyState.RETURNED: mark("CopiesTab", "came back {day}"),
    CopyState.DESTROYED: mark("CopiesTab", "destroyed {day}"),
    CopyState.LOST: mark("CopiesTab", "lost {day}"),
    CopyState.NOT_MADE: mark("CopiesTab", "never left"),
}
"""A sign stands before what presses: colour alone says nothing to some eyes."""

_DESTROYED = mark("CopiesTab", "to be destroyed")
_EXPORT = mark("CopiesTab", "Export of {count} cards")
ENDS = {
    "copy_returned": CopyState.RETURNED,
    "copy_destroyed": CopyState.DESTROYED,
    "copy_lost": CopyState.LOST,
    "copy_not_made": CopyState.NOT_MADE,
}
"""Action -> what it enters."""


def state_text(row: CopyRow) -> str:
    """What became of a copy, with its day."""
    day = f"{row.ended_at:%m-%d}" if row.ended_at else ""
    return words("CopiesTab", _STATES[row.state]).format(day=day).strip()


def customer_text(row: CopyRow) -> str:
    """The customer, or what an export holds."""
    return row.name or words("CopiesTab", _EXPORT).format(count=f"{row.cards:,}")


def due_text(row: CopyRow) -> str:
    """归还日 or 阅后销毁."""
    return f"{row.due_on:%Y-%m-%d}" if row.due_on else words("CopiesTab", _DESTROYED)


def _secrecy(row: CopyRow) -> str:
    choice = _SECRECIES.get(row.secrecy)
    return words(choice.context, choice.label) if choice else row.secrecy


def _ink(row: CopyRow) -> QColor | None:
    colours = theme.colours()
    if row.state in {CopyState.OVERDUE, CopyState.LOST}:
        return QColor(colours.overdue)
    if row.state in OPEN_STATES:
        return QColor(colours.out)
    return QColor(colours.faint)


def _column(
    heading: str,
    text: Callable[[CopyRow], str],
    key: Callable[[CopyRow], Any] | None = None,
    *,
    inked: bool = False,
) -> Column[CopyRow]:
    facts: dict[int, Callable[[CopyRow], Any]] = {
        int(Qt.ItemDataRole.ToolTipRole): lambda row: text(row) or None
    }
    if inked:
        facts[_INK] = _ink
    return Column("CopiesTab", heading, text, key=key, facts=facts)


COLUMNS = (
    _column(mark("CopiesTab", "Copy"), lambda row: row.copy_no),
    _column(mark("CopiesTab", "Card"), lambda row: row.card_no or "—"),
    _column(mark("CopiesTab", "Customer"), customer_text),
    _column(mark("CopiesTab", "Receiver"), lambda row: row.receiver),
    _column(mark("CopiesTab", "Purpose"), lambda row: row.purpose),
    _column(mark("CopiesTab", "Secrecy"), _secrecy, lambda row: row.secrecy),
    _column(
        mark("CopiesTab", "Issued"), lambda row: f"{row.issued_at:%Y-%m-%d %H:%M}",
        lambda row: row.issued_at,
    ),
    _column(mark("CopiesTab", "By"), lambda row: row.issued_by),
    _column(
        mark("CopiesTab", "Due back"), due_text, lambda row: str(row.due_on or ""), inked=True
    ),
    _column(mark("CopiesTab", "State"), state_text, inked=True),
    _column(mark("CopiesTab", "Approval"), lambda row: row.approval_no or "—"),
)  # fmt: skip
NAME, INKED = 2, (8, 9)
WIDTHS = {0: 92, 1: 74, 3: 136, 4: 118, 5: 88, 6: 132, 7: 72, 8: 130, 9: 124, 10: 90}


class CopiesTab(QWidget):
    """Shows the register; ends nothing itself.

    Signals:
        moved: another line has the cursor.
    """

    moved = Signal()

    def __init__(self, actions: RegisterActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: Sequence[CopyRow] = ()
        self._build(actions)
        self.all.toggled.connect(self._switch)
        self._retranslate()

    @property
    def rows(self) -> Sequence[CopyRow]:
        """The lines in view."""
        return self.table.table.rows

    @property
    def row(self) -> CopyRow | None:
        """The line with the cursor."""
        return self.table.chosen

    @property
    def totals(self) -> str:
        """What stands below the lines."""
        return self._totals.text()

    def may_end(self, action: str) -> bool:
        """Whether the line with the cursor can be ended like that."""
        row = self.row
        if row is None or row.state not in OPEN_STATES:
            return False
        return action != "copy_not_made" or row.state is CopyState.UNFINISHED

    def show_copies(self, rows: Sequence[CopyRow]) -> None:
        """Show the register, or nothing."""
        self._rows = rows
        self._switch()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self, actions: RegisterActions) -> None:
        self.table: DayTable[CopyRow] = DayTable(
            COLUMNS, NAME, WIDTHS, lambda row: row.copy_no, self
        )
        for column in INKED:
            self.table.setItemDelegateForColumn(column, InkDelegate(self.table))
        for name in ENDS:
            self.table.addAction(actions[name])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())
        self._list = ListOrPlacard(self.table, "registers", self)
        self._totals, self.all = QLabel(self), QCheckBox(self)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 8, 6)
        foot.setSpacing(8)
        foot.addWidget(self.all)
        foot.addSpacing(24)
        foot.addWidget(self._totals)
        foot.addStretch(1)
        for name in ENDS:
            foot.addWidget(button_for(actions[name], self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list, 1)
        layout.addLayout(foot)

    def _switch(self) -> None:
        """What is out, or everything that ever left."""
        rows = [row for row in self._rows if self.all.isChecked() or row.state in OPEN_STATES]
        self.table.show_records(rows)
        self._list.show_filled(bool(rows))
        self._tell()
        self.moved.emit()

    def _tell(self) -> None:
        states = [row.state for row in self._rows]
        self._totals.setText(
            self.tr("Out {out} · overdue {overdue}").format(
                out=sum(state in OPEN_STATES for state in states),
                overdue=states.count(CopyState.OVERDUE),
            )
        )

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Register of copies"))
        self.all.setText(self.tr("&Those that are settled, too"))
        self._list.placard.title.setText(self.tr("No copy is out"))
        self._list.placard.say(
            self.tr(
                "Numbered copies and exports stand here until they come back or are destroyed. "
                "Issue one on the page Cabinet: Print …, numbered copy; or Export …."
            )
        )
        self._tell()
