"""修订待审: every open proposal that concerns this desk; Enter decides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gui.cabinet.path_words import waiting_fields
from gui.cabinet.proposal_lines import STATES
from gui.cabinet.why_bar import source_name
from gui.translators import words
from gui.widgets.buttons import remark
from gui.widgets.record_table import Column
from gui.widgets.record_view import RecordView
from model.cards.proposals import OPEN, Proposed
from model.words import mark


def _state(one: Proposed) -> str:
    states = dict.fromkeys(line.state.value for line in one.changes if line.state in OPEN)
    return "、".join(words("ProposalLines", STATES[state]) for state in states)


COLUMNS = (
    Column[Proposed](
        "ProposalList", mark("ProposalList", "When"), lambda one: f"{one.made_at:%Y-%m-%d %H:%M}"
    ),
    Column[Proposed]("ProposalList", mark("ProposalList", "By"), lambda one: one.proposer),
    Column[Proposed]("ProposalList", mark("ProposalList", "Card"), lambda one: one.card_no),
    Column[Proposed]("ProposalList", mark("ProposalList", "Customer"), lambda one: one.name),
    Column[Proposed]("ProposalList", mark("ProposalList", "Changes"), waiting_fields),
    Column[Proposed]("ProposalList", mark("ProposalList", "State"), _state),
    Column[Proposed](
        "ProposalList", mark("ProposalList", "From"), lambda one: source_name(one.source)
    ),
)
_CHANGES = 4


class ProposalList(QFrame):
    """The proposals in the place of the cards.

    Signals:
        chosen: number of the card whose proposals are to be decided.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._build()
        self._retranslate()

    def show_proposals(self, proposals: Sequence[Proposed]) -> None:
        """Show others; the chosen one stays chosen where it still waits."""
        kept = self.view.chosen
        self.view.show_records(proposals)
        rows = self.view.table.rows
        number = next(
            (n for n, one in enumerate(rows) if kept and one.proposal_no == kept.proposal_no), 0
        )
        if rows:
            self.view.selectRow(number)
        self._count.setText(f"{len(rows):,}" if rows else "")
        self._stack.setCurrentIndex(0 if rows else 1)

    def go_to_rows(self) -> None:
        """Put the keyboard into the table."""
        self.view.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title, self._count = QLabel(head), QLabel(head)
        self._title.setProperty("heading", True)
        self._count.setProperty("faint", True)
        line = QHBoxLayout(head)
        line.setContentsMargins(12, 11, 8, 11)
        line.addWidget(self._title)
        line.addWidget(self._count)
        line.addStretch(1)
        self.view: RecordView[Proposed] = RecordView(COLUMNS, _CHANGES, self)
        self.view.activated.connect(self._choose)
        self._nothing = remark(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)

    def _choose(self, index: QModelIndex) -> None:
        record = self.view.table.record(index)
        if record is not None:
            self.chosen.emit(record.card_no)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Proposed changes"))
        self._nothing.setText(self.tr("No proposed change waits."))
        self.view.setAccessibleName(self.tr("Proposed changes"))
