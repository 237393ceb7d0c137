"""修订建议: what waits for a decision, decided, answered or taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.proposal_dialog import ProposalDialog
from gui.cabinet.questions import (
    DuplicateQuestion,
    SureQuestion,
    TickQuestion,
    may_be_ticked,
)
from gui.clock import Clock
from model.cards.answering import answer, withdraw
from model.cards.deciding import Decision, decide
from model.cards.proposals import Proposed, open_proposals
from model.errors import BadInputError, CabinetError, DuplicateCardError
from model.office.desk import Desk


class ProposalWork(QObject):
    """Opens the proposals of one card and does what is decided.

    Signals:
        changed: number of a card of which something was decided, answered or taken back.
        card_wanted: number of a card to look at.
    """

    changed = Signal(str)
    card_wanted = Signal(str)

    def __init__(self, desk: Desk, clock: Clock, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._clock = clock
        self._settings = settings
        self._window = window

    def waiting(self, card_no: str) -> list[Proposed]:
        """The open proposals of a card that concern this desk."""
        return open_proposals(self._desk, self._clock.now(), card_no=card_no)

    def open(self, card_no: str) -> None:
        """Show the proposals of a card, to be decided, answered or looked at."""
        try:
            proposals = self.waiting(card_no)
        except CabinetError as error:
            errors.show(self._window, error)
            return
        if not proposals:
            self.changed.emit(card_no)  # somebody else was faster
            return
        dialog = ProposalDialog(self._settings, self._window)
        dialog.decided.connect(
            lambda chosen: self._decide(dialog, card_no, chosen, version=dialog.version)
        )
        dialog.answered.connect(lambda number, texts: self._answer(dialog, card_no, number, texts))
        dialog.withdrawn.connect(lambda number: self._withdraw(dialog, card_no, number))
        dialog.card_wanted.connect(self.card_wanted)
        dialog.show_proposals(proposals)
        dialog.open()

    def _decide(
        self,
        dialog: ProposalDialog,
        card_no: str,
        chosen: Mapping[str, Mapping[int, Decision]],
        *,
        version: int,
        ticked: frozenset[str] = frozenset(),
        not_duplicate: bool = False,
    ) -> None:
        """Decide; what speaks against it and can be confirmed is asked about, and done again."""
        left = dict(chosen)

        def do() -> None:
            for proposal_no, decisions in chosen.items():
                decide(
                    self._desk,
                    proposal_no,
                    decisions,
                    self._clock.now(),
                    version=version,
                    ticked=ticked,
                    not_duplicate=not_duplicate,
                )
                del left[proposal_no]

        try:
            self._act(dialog, card_no, do, self.tr("Done."), asks=True)
        except DuplicateCardError as error:
            question: SureQuestion = DuplicateQuestion(error, dialog, makes_card=False)
            again = partial(self._decide, version=version, ticked=ticked, not_duplicate=True)
        except BadInputError as error:
            reasons = frozenset(problem.reason for problem in error.problems)
            question = TickQuestion(error, self.tr("&Accept all the same"), dialog)
            again = partial(
                self._decide,
                version=version,
                ticked=ticked | reasons,
                not_duplicate=not_duplicate,
            )
        else:
            return
        question.confirmed.connect(lambda: again(dialog, card_no, left))
        question.open()

    def _answer(
        self, dialog: ProposalDialog, card_no: str, proposal_no: str, texts: Mapping[str, str]
    ) -> None:
        self._act(
            dialog,
            card_no,
            lambda: answer(self._desk, proposal_no, texts, self._clock.now()),
            self.tr("Handed in again."),
        )

    def _withdraw(self, dialog: ProposalDialog, card_no: str, proposal_no: str) -> None:
        self._act(
            dialog,
            card_no,
            lambda: withdraw(self._desk, proposal_no, self._clock.now()),
            self.tr("Taken back."),
        )

    def _act(
        self,
        dialog: ProposalDialog,
        card_no: str,
        do: Callable[[], object],
        told: str,
        *,
        asks: bool = False,
    ) -> None:
        """Do it, then show what still waits; the dialog closes when nothing does.

        Raises:
            DuplicateCardError, BadInputError: what a person may confirm, where it `asks`.
        """
        try:
            do()
        except CabinetError as error:
            if asks and _may_be_confirmed(error):
                raise
            dialog.tell(errors.told(error))
            self._show_rest(dialog, card_no)
            return
        dialog.tell(told, good=True)
        self._show_rest(dialog, card_no)
        self.changed.emit(card_no)

    def _show_rest(self, dialog: ProposalDialog, card_no: str) -> None:
        try:
            proposals = self.waiting(card_no)
        except CabinetError as error:
            dialog.tell(errors.told(error))
            return
        if proposals:
            dialog.show_proposals(proposals)
        else:
            dialog.accept()


def _may_be_confirmed(error: CabinetError) -> bool:
    """Whether a person who has looked may say that it is right all the same."""
    if isinstance(error, DuplicateCardError):
        return error.may_be_another
    if isinstance(error, BadInputError):
        return may_be_ticked(error)
    return False
