"""What is done with a draft in the form: passed, sent back, refused, filed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.card_actions import CardActions
from gui.cabinet.card_form import CardForm
from gui.cabinet.card_work import CardWork
from gui.cabinet.questions import RemarkDialog
from gui.clock import Clock
from model.cards.reviewing import file_card, pass_card, reject, return_to_rep
from model.errors import CabinetError
from model.office.desk import Desk


class ReviewWork(QObject):
    """The supervisor's and the keeper's work on a new card.

    Signals:
        changed: number of a card that was filed.
    """

    changed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        parts: tuple[CardForm, CardWork, CardActions],
        window: QWidget,
    ) -> None:
        """`parts` are those of the page."""
        super().__init__(window)
        self._desk = desk
        self._clock = clock
        self._form, self._work, self._actions = parts
        self._window = window
        for name, slot in (
            ("pass_card", self._pass),
            ("return_to_rep", self._ask_return),
            ("reject", self._ask_reject),
            ("file_card", self._file),
        ):
            self._actions[name].triggered.connect(lambda _=False, slot=slot: slot())
        self._form.shown.connect(self.look)
        self.look()

    def look(self) -> None:
        """Offer what the draft's stage allows."""
        card = self._form.card
        stage = card.view.stage if card else ""
        for name in ("pass_card", "return_to_rep", "reject"):
            self._actions.offer(name, stage == "waiting")
        self._actions.offer("file_card", stage == "passed")

    def _pass(self) -> None:
        card = self._form.card
        seen = card.view.version if card else None
        self._work.act(
            lambda ref: pass_card(self._desk, ref, self._clock.now(), seen), self.tr("Passed.")
        )

    def _ask_return(self) -> None:
        self._ask(
            self.tr("Send back"),
            self.tr("What is missing or wrong? The rep reads this on the card."),
            lambda ref, text: return_to_rep(self._desk, ref, text, self._clock.now()),
            self.tr("Sent back."),
        )

    def _ask_reject(self) -> None:
        self._ask(
            self.tr("Reject"),
            self.tr("Why is there to be no card? It stays in drawer 99 with this reason."),
            lambda ref, text: reject(self._desk, ref, text, self._clock.now()),
            self.tr("Rejected."),
        )

    def _ask(self, title: str, question: str, act: Callable[[str, str], Any], told: str) -> None:
        """An act that needs a few words."""
        dialog = RemarkDialog(title, question, self._window)
        dialog.given.connect(lambda text: self._work.act(lambda ref: act(ref, text), told))
        dialog.open()

    def _file(self) -> None:
        self._work.leave(self._file_now)

    def _file_now(self) -> None:
        card = self._form.card
        if card is None:
            return
        try:
            card_no = file_card(self._desk, card.view.ref, self._clock.now())
        except CabinetError as error:
            self._form.strip.tell(errors.told(error))
            return
        self.changed.emit(card_no)
        self._show_filed(card_no)

    def _show_filed(self, card_no: str) -> None:
        """Show the new number; before 开柜 in a box, because the card cannot be read then."""
        self._work.show_again(card_no, self.tr("Filed as {card_no}.").format(card_no=card_no))
        card = self._form.card
        if card is not None and card.view.ref == card_no:
            place = card.view.values.get("location", "")
            told = self.tr("Filed as {card_no}, place {place}.")
            self._form.strip.tell(told.format(card_no=card_no, place=place), good=True)
