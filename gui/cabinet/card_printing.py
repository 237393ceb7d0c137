"""Cards on paper, from the page of the cabinet: the dialog, the preview, the printer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from gui.cabinet.print_cards_dialog import CardChoice, PrintCardsDialog
from gui.clock import Clock
from gui.papers.card_prints import CardSheets, office_cards
from gui.papers.paper import Paper
from gui.papers.papers import Papers
from gui.papers.preview_dialog import PreviewDialog
from gui.tasks import Tasks
from model.office.desk import Desk
from model.office.rights import Right


class CardPrinting(QObject):
    """Prints cards for one desk.

    Signals:
        told: what came of a print, in words.
        printed: a print stands whole; numbers of the cards that were printed again by it.
    """

    told = Signal(str)
    printed = Signal(object)

    def __init__(
        self, desk: Desk, tasks: Tasks, clock: Clock, window: QWidget, settings: QSettings
    ) -> None:
        super().__init__(window)
        self._desk, self._window, self._clock = desk, window, clock
        self._again: dict[Paper, tuple[str, ...]] = {}
        self.papers = Papers(desk, tasks, clock, window, settings)
        self.papers.told.connect(self.told)
        self.papers.printed.connect(lambda paper: self.printed.emit(self._again.get(paper, ())))

    @property
    def allowed(self) -> bool:
        """Whether this desk may print anything here; blank cards need no right of their own."""
        return self.papers.allowed

    def ask(self, in_view: str, marked: Sequence[str], reprint: Sequence[str]) -> None:
        """Ask which cards come on paper, and as what.

        Args:
            in_view: number of the card in the form, or the empty string.
            marked: numbers of the cards that are marked in the list.
            reprint: numbers of the cards in the list that are to be reprinted.
        """
        choices = []
        if in_view:
            name = self.tr("This card, {ref}").format(ref=in_view)
            choices.append(CardChoice("view", name, (in_view,)))
        if marked and tuple(marked) != (in_view,):
            name = self.tr("%n marked card(s)", "", len(marked))
            choices.append(CardChoice("marked", name, tuple(marked)))
        if reprint:
            name = self.tr("%n card(s) of the list to be reprinted", "", len(reprint))
            choices.append(CardChoice("reprint", name, tuple(reprint)))
        dialog = PrintCardsDialog(
            choices,
            self._desk.may(Right.PRINT_CARD),
            self._desk.may(Right.ISSUE_INTERNAL),
            self._clock.now().date(),
            self._window.window(),
            asks_private=self._desk.may_ask(Right.PRINT_PRIVATE),
        )
        dialog.preview_wanted.connect(
            lambda paper: PreviewDialog(self.papers, paper, dialog).open()
        )
        dialog.save_wanted.connect(self.papers.save)
        dialog.print_wanted.connect(self.papers.print)
        self.papers.printed.connect(dialog.accept)
        dialog.open()

    def preview_again(self, card_nos: Sequence[str]) -> None:
        """Look at cards that are to be reprinted, on the way to the printer."""
        paper = office_cards(card_nos, CardSheets())
        self._again[paper] = tuple(card_nos)
        PreviewDialog(self.papers, paper, self._window.window()).open()
