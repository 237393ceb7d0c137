"""From an approval that was granted to the act: the card opened, or where to go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from gui.cabinet.pass_bar import fill_with_purposes
from model.cards.asking import ApprovalView
from model.office.rights import Right
from model.office.tables import ApprovalState


def is_usable(view: ApprovalView | None) -> bool:
    """Whether an approval is one's own, granted, and not used yet."""
    return view is not None and view.is_mine and view.state is ApprovalState.GRANTED


class ApprovalUse(QObject):
    """Leads from the page 审批 to where an approval is used.

    Signals:
        elsewhere_wanted: name of another page, and what its `go_to` takes.
        told: where it is used, in words.
    """

    elsewhere_wanted = Signal(str, object)
    told = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.menu = QMenu(page)

    def name(self, view: ApprovalView | None) -> str:
        """What the button says."""
        reads = view is not None and view.right is Right.READ_OTHERS_CARD
        return self.tr("R&ead …") if reads else self.tr("Go t&here")

    def use(self, view: ApprovalView, at: QPoint) -> None:
        """Go where it is used.

        Args:
            view: an approval that `is_usable`.
            at: where a question of what for comes up, on the screen.
        """
        if view.right is Right.READ_OTHERS_CARD:
            self._ask_purpose(view, at)
        elif view.cards:
            self.elsewhere_wanted.emit("cabinet", (view.cards[0].card_no,))
        else:
            self.told.emit(
                self.tr("{number}: in the cabinet, export the same cards again.").format(
                    number=view.approval_no
                )
            )

    def _ask_purpose(self, view: ApprovalView, at: QPoint) -> None:
        """What the customer is read for; of several one, for the slip is good once."""
        self.menu.clear()
        if len(view.cards) == 1:
            fill_with_purposes(self.menu, partial(self._read, view.cards[0].card_no))
        else:
            for card in view.cards:
                named = f"{card.name} · {card.card_no}".replace("&", "&&")
                fill_with_purposes(self.menu.addMenu(named), partial(self._read, card.card_no))
        self.menu.popup(at)

    def _read(self, card_no: str, purpose: str) -> None:
        self.elsewhere_wanted.emit("cabinet", (card_no, purpose))
