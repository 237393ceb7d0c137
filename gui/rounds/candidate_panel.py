"""Who is not on the plan, and why; every other customer of the rep by a few letters."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.rounds import plan_columns
from gui.rounds.plan_actions import PlanActions
from gui.rounds.plan_day import Candidate, narrowed
from gui.widgets.buttons import button_for, remark
from gui.widgets.day_table import ChipDelegate, DayTable

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FilterBox(QLineEdit):
    """A few letters of a customer.

    Signals:
        taken: Enter: the first that is left is meant.
        left: the arrow down: on into the list.
    """

    taken = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class CandidateTable(DayTable[Candidate]):
    """The candidates.

    Signals:
        taken: Enter or Insert on one of them.
        began: the arrow up on the first row: back to the filter.
    """

    taken = Signal()
    began = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {*_ENTER, Qt.Key.Key_Insert}:
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.began.emit()
        else:
            super().keyPressEvent(event)


class CandidatePanel(QFrame):
    """Shows candidates; adds nothing itself.

    Signals:
        added: the `Candidate` that is wanted on the plan.
        search_begun: somebody wants to find a customer by name.
    """

    added = Signal(object)
    search_begun = Signal()

    def __init__(self, actions: PlanActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._candidates: tuple[Candidate, ...] = ()
        self._waits = False
        self._planned: frozenset[str] | None = None
        self._build(actions)
        self._connect()
        self._retranslate()

    @property
    def rows(self) -> list[Candidate]:
        """The candidates in view."""
        return list(self.table.table.rows)

    @property
    def told(self) -> str:
        """What stands in place of candidates, or the empty string."""
        return "" if self._nobody.isHidden() else self._nobody.text()

    def show_candidates(
        self,
        candidates: tuple[Candidate, ...],
        planned: Collection[str] | None,
        *,
        waits: bool = False,
    ) -> None:
        """Show who could be visited.

        Args:
            candidates: of the rep.
            planned: numbers of the cards on the plan, who are left out; None without a plan.
            waits: the suggestions are still being made.
        """
        self._candidates, self._waits = candidates, waits
        self._planned = None if planned is None else frozenset(planned)
        self._narrow()

    def go_to_filter(self, text: str = "") -> None:
        """Put the keyboard into the filter, after what was typed elsewhere."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if text:
            self.filter.insert(text)

    def add_chosen(self) -> None:
        """Want the chosen candidate on the plan, or the first."""
        wanted = self.table.chosen or next(iter(self.table.table.rows), None)
        if wanted is not None:
            self.added.emit(wanted)

    def forget(self) -> None:
        """Empty filter and list."""
        self.filter.clear()
        self.show_candidates((), None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self, actions: PlanActions) -> None:
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title, self._count = QLabel(head), QLabel(head)
        self._title.setProperty("heading", True)
        self._count.setProperty("faint", True)
        self.filter = FilterBox(head)
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(360)
        self._add = button_for(actions["add"], head)
        above = QHBoxLayout(head)
        above.setContentsMargins(12, 6, 8, 6)
        above.addWidget(self._title)
        above.addWidget(self._count)
        above.addStretch(1)
        above.addWidget(self.filter, 2)
        above.addWidget(self._add)
        self.table = CandidateTable(
            plan_columns.CANDIDATES,
            plan_columns.C_WHY,
            plan_columns.CANDIDATE_WIDTHS,
            lambda one: one.card_no,
            self,
        )
        self.table.setItemDelegateForColumn(plan_columns.C_CLASS, ChipDelegate(self.table))
        self._nobody = remark(self)
        self._nobody.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nobody.setMargin(16)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._nobody, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._narrow)
        self.filter.textEdited.connect(lambda _: self.search_begun.emit())
        self.filter.taken.connect(self.add_chosen)
        self.filter.left.connect(self._go_to_table)
        self.table.taken.connect(self.add_chosen)
        self.table.began.connect(self.go_to_filter)
        self.table.doubleClicked.connect(lambda _: self.add_chosen())

    def _go_to_table(self) -> None:
        if self.table.table.rows:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _narrow(self) -> None:
        rows = narrowed(self._candidates, self.filter.text(), self._planned or ())
        self.table.show_records(rows)
        self.table.setVisible(bool(rows))
        self._nobody.setVisible(not rows)
        self._count.setText(f"{len(rows):,}" if rows else "")
        self._nobody.setText(self._why_nobody())

    def _why_nobody(self) -> str:
        if self._planned is None:
            return self.tr("Once there is a plan, who is left out of it stands here, with why.")
        if self._waits:
            return self.tr("Looking who else is due …")
        if self.filter.text().strip():
            return self.tr("No customer of this rep is called like that.")
        return self.tr("Nobody else is due. Type a name to add any other customer of the rep.")

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Not on the plan"))
        self.filter.setPlaceholderText(self.tr("Name, pinyin, phone or card number …  (Ins)"))
        self.filter.setAccessibleName(self.tr("Find a customer of the rep"))
        self.table.setAccessibleName(self.tr("Customers who are not on the plan"))
        self._narrow()
