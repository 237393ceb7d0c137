"""What the register of today says about cards that are out, for 开柜 and 锁柜."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget

from gui.frame.missing_cards import MissingCard, OpeningSheet
from model.loans.opening import Opening
from model.loans.registers import loan_register
from model.office.desk import Desk


@dataclass(frozen=True)
class DayCount:
    """Today's cards.

    Attributes:
        issued: handed out today.
        returned: taken back today.
        missing: out now, by card number.
    """

    issued: int
    returned: int
    missing: tuple[MissingCard, ...]


def count_day(desk: Desk, now: datetime) -> DayCount:
    """Count today's cards, and name those that are out."""
    register = loan_register(desk, now.date(), now)
    out = (line for line in register.lines if line.returned_at is None and not line.corrected)
    missing = (MissingCard(line.card_no, line.name, line.borrower, line.due_at) for line in out)
    return DayCount(
        register.issued, register.returned, tuple(sorted(missing, key=lambda card: card.card_no))
    )


def tell_opening(desk: Desk, opening: Opening, now: datetime, window: QWidget) -> None:
    """After 开柜: name the cards that did not come home on an earlier day."""
    if opening.missing:
        OpeningSheet(count_day(desk, now).missing, window).open()
