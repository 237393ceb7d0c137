"""The line over the paper that tells of changes waiting to be decided."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from gui.widgets.buttons import plain_button
from model.cards.proposals import Proposed
from model.cards.tables import ChangeState


class ProposalBar(QFrame):
    """How many changes of this card wait, and for whom.

    Signals:
        wanted: look at them.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("notice", True)
        self._proposals: Sequence[Proposed] = ()
        self._label = QLabel(self)
        self.open_button = plain_button(self)
        self.open_button.clicked.connect(self.wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 8, 3)
        layout.addWidget(self._label, 1)
        layout.addWidget(self.open_button)
        self.show_proposals(())

    @property
    def told(self) -> str:
        """What it says."""
        return self._label.text()

    def show_proposals(self, proposals: Sequence[Proposed]) -> None:
        """Show the open proposals of another card, or none."""
        self._proposals = proposals
        self._retranslate()
        self.setVisible(bool(proposals))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        changes = [(one, line) for one in self._proposals for line in one.changes]
        mine = sum(line.may_decide for _, line in changes)
        waiting = sum(line.state is ChangeState.PENDING for _, line in changes)
        back = sum(one.is_own and line.state is ChangeState.ASKED_BACK for one, line in changes)
        told = []
        if back:
            told.append(self.tr("%n proposed change(s) asked back: please answer", "", back))
        if mine:
            told.append(self.tr("%n proposed change(s) to be decided", "", mine))
        elif waiting:
            told.append(self.tr("%n proposed change(s) waiting for a decision", "", waiting))
        self._label.setText(" · ".join(told))
        self.open_button.setText(self.tr("&Decide …") if mine else self.tr("&Look at them …"))
