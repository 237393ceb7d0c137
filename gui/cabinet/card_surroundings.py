"""What goes on around the card in the form: history, proposals, look-alikes, freshness."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Signal

from gui import errors
from gui.cabinet.card_form import CardForm
from gui.cabinet.card_work import CardWork
from gui.cabinet.history_work import HistoryWork
from gui.cabinet.look_alike_watch import LookAlikeWatch
from gui.cabinet.proposal_work import ProposalWork
from gui.clock import Clock
from model.cards.definition import Fresh
from model.cards.verifying import verify_unchanged
from model.errors import CabinetClosedError, CabinetError
from model.office.desk import Desk
from model.office.rights import Right

_NOT_FILED = frozenset({"draft", "void"})


class CardSurroundings(QObject):
    """Follows the card in the form; each part calls the services that it shows.

    Signals:
        changed: number of a card of which a proposal was decided, answered or taken back.
    """

    changed = Signal(str)

    def __init__(
        self, desk: Desk, clock: Clock, settings: QSettings, form: CardForm, work: CardWork
    ) -> None:
        super().__init__(form)
        self._desk = desk
        self._clock = clock
        self._form = form
        self._work = work
        self.history = HistoryWork(desk, clock, form, work)
        form.history.remember(settings)
        self.proposals = ProposalWork(desk, clock, settings, form)
        self.alike = LookAlikeWatch(desk, clock, form, form.alike)
        self._connect()

    def _connect(self) -> None:
        form, asking = self._form, self._form.head.asking
        form.shown.connect(self._follow)
        form.proposed.wanted.connect(self._open_proposals)
        form.alike.card_wanted.connect(self._work.open_card)
        asking.cell_wanted.connect(form.go_to)
        asking.verify_wanted.connect(self._verify)
        self.proposals.changed.connect(self._take_decision)
        self.proposals.card_wanted.connect(self._work.open_card)

    def _follow(self) -> None:
        """Another card is in the form, or none."""
        card = self._form.card
        filed = card is not None and not card.is_new and card.view.state not in _NOT_FILED
        view = card.view if card is not None and filed else None
        may_type = view is not None and bool(view.editable or view.proposable)
        may_verify = may_type and self._desk.may(Right.VERIFY_FACTS)
        self._form.head.asking.show_view(view, may_verify=may_verify)
        self._look_for_proposals(view.ref if view is not None else "")

    def _look_for_proposals(self, card_no: str) -> None:
        try:
            found = self.proposals.waiting(card_no) if card_no else []
        except CabinetClosedError:
            found = []
        except CabinetError as error:
            errors.show(self._form, error)
            found = []
        self._form.proposed.show_proposals(found)

    def _open_proposals(self) -> None:
        card = self._form.card
        if card is not None:
            self.proposals.open(card.view.ref)

    def _take_decision(self, card_no: str) -> None:
        """The card may be another now: read it again, with what is typed on it."""
        card = self._form.card
        if card is not None and card.view.ref == card_no:
            self._work.reopen()
        self.changed.emit(card_no)

    def _verify(self, group: Fresh) -> None:
        self._work.act(
            lambda ref: verify_unchanged(self._desk, ref, [group], self._clock.now()),
            self.tr("Noted as verified today."),
        )
