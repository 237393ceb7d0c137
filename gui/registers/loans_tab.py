"""借还登记簿 of a day: every loan, and what the day came to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.registers.register_actions import RegisterActions
from gui.registers.register_columns import LOAN_INKED, LOAN_NAME, LOAN_WIDTHS, LOANS
from gui.widgets.buttons import button_for
from gui.widgets.day_table import DayTable, InkDelegate
from gui.widgets.list_or_placard import ListOrPlacard
from model.loans.sheets import LoanRegister, RegisterLine


class LoansTab(QWidget):
    """Shows the register; corrects nothing itself."""

    def __init__(self, actions: RegisterActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._register: LoanRegister | None = None
        self._build(actions)
        self._retranslate()

    @property
    def rows(self) -> Sequence[RegisterLine]:
        """The lines in view."""
        return self.table.table.rows

    @property
    def line(self) -> RegisterLine | None:
        """The line with the cursor."""
        return self.table.chosen

    @property
    def totals(self) -> str:
        """What stands below the lines."""
        return self._totals.text()

    def show_register(self, register: LoanRegister | None) -> None:
        """Show a day, or nothing."""
        self._register = register
        lines = register.lines if register else ()
        self.table.show_records(lines)
        self._list.show_filled(bool(lines))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self, actions: RegisterActions) -> None:
        self.table: DayTable[RegisterLine] = DayTable(
            LOANS, LOAN_NAME, LOAN_WIDTHS, lambda line: str(line.loan_no), self
        )
        self.table.addAction(actions["correct"])
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for column in LOAN_INKED:
            self.table.setItemDelegateForColumn(column, InkDelegate(self.table))
        self._list = ListOrPlacard(self.table, "registers", self)
        self._totals, self._anchor = QLabel(self), QLabel(self)
        self._anchor.setProperty("faint", True)
        self._anchor.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 6, 8, 6)
        foot.addWidget(self._totals)
        foot.addSpacing(24)
        foot.addWidget(self._anchor)
        foot.addStretch(1)
        foot.addWidget(button_for(actions["correct"], self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._list, 1)
        layout.addLayout(foot)

    def _tell(self) -> None:
        register = self._register
        if register is None:
            self._totals.clear()
            self._anchor.clear()
            return
        self._totals.setText(
            self.tr("Out {issued} · back {returned} · not back {still_out}").format(
                issued=register.issued, returned=register.returned, still_out=register.still_out
            )
        )
        self._anchor.setText(self.tr("Head of the log {head}").format(head=register.log_head))

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Loan register"))
        self._list.placard.title.setText(self.tr("No card went out"))
        self._list.placard.say(
            self.tr(
                "Cards that are handed out on the page Today stand here, with when they came home. "
                "For a day without power, print empty sheets; visit records are entered later."
            )
        )
        self._tell()
