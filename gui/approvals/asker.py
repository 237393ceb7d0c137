"""What a refusal leads to: the dialog that asks for an approval."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.approvals.ask_dialog import AskDialog
from gui.approvals.wanted import Wanted
from gui.clock import Clock
from model.cards.asking import ask_approval
from model.errors import CabinetError
from model.office.desk import Desk


class ApprovalAsker(QObject):
    """Asks at one desk.

    Signals:
        asked: an approval was asked for.
    """

    asked = Signal()

    def __init__(self, desk: Desk, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock

    def ask(self, wanted: Wanted, window: QWidget) -> None:
        """Open the dialog over a window."""
        dialog = AskDialog(wanted, window)
        dialog.given.connect(lambda reason: self._ask(dialog, wanted, reason))
        dialog.open()

    def _ask(self, dialog: AskDialog, wanted: Wanted, reason: str) -> None:
        try:
            asked = ask_approval(
                self._desk, wanted.right, wanted.refs, reason, self._clock.now(),
                facts=wanted.facts,
            )  # fmt: skip
        except CabinetError as error:
            dialog.refuse(error)
            return
        dialog.finish(asked)
        self.asked.emit()
