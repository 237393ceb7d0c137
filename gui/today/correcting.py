"""更正 of one card on the page 今日 (domain.md §5.8 E13): which line of the register, and why."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.questions import RemarkDialog
from gui.clock import Clock
from gui.today.counter import Counter
from model.errors import CabinetError
from model.loans.registers import loan_register
from model.loans.sheets import RegisterLine
from model.office.desk import Desk


class Correcting(QObject):
    """Finds the card's line of today, asks for the reason, and has it corrected."""

    def __init__(self, desk: Desk, clock: Clock, counter: Counter, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._clock = desk, clock
        self._counter = counter
        self._window = window

    def ask(self, card_no: str, rep: str) -> None:
        """Ask why the last line of a card with a rep is wrong."""
        try:
            line = self._line(card_no, rep)
        except CabinetError as error:
            errors.show(self._window, error)
            return
        if line is None:
            text = self.tr("{card}: nothing of today is there to correct")
            self._counter.refuse(text.format(card=card_no))
            return
        if line.returned_at is None:
            question = self.tr(
                "{card} {name} was handed out to {rep} at {at}, line {number}. What went wrong? "
                "It will count as never handed out; the line stays, struck through, and the "
                "supervisor is told."
            )
            moment = line.issued_at
        else:
            question = self.tr(
                "{card} {name} was ticked home from {rep} at {at}, line {number}. What went wrong? "
                "It will be out again on a new line; this one stays, struck through, and the "
                "supervisor is told."
            )
            moment = line.returned_at
        told = question.format(
            card=line.card_no, name=line.name, rep=line.borrower, at=f"{moment:%H:%M}",
            number=line.loan_no,
        )  # fmt: skip
        dialog = RemarkDialog(self.tr("&Correct"), told, self._window)
        dialog.given.connect(lambda reason: self._counter.correct_line(line.loan_no, reason))
        dialog.open()

    def _line(self, card_no: str, rep: str) -> RegisterLine | None:
        """The card's last line that something happened to today."""
        now = self._clock.now()
        today = now.date()
        lines = [
            line
            for line in loan_register(self._desk, today, now).lines
            if (line.card_no, line.borrower) == (card_no, rep) and not line.corrected
        ]
        line = lines[-1] if lines else None
        if line is None:
            return None
        happened = line.returned_at or line.issued_at
        return line if happened.date() == today else None
