"""What is done with the card in the form: each act calls one service."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.card_actions import CardActions
from gui.cabinet.card_form import CardForm
from gui.cabinet.card_saving import CardSaving, Then
from gui.cabinet.questions import UnsavedQuestion
from gui.cabinet.typed_card import TypedCard
from gui.clock import Clock
from gui.translators import words
from model.cards.cards import CardView
from model.cards.definition import CardKind
from model.cards.drafts import empty_card
from model.cards.typing import KeptTyping, discard_typing
from model.errors import (
    BadInputError,
    CabinetClosedError,
    CabinetError,
    LostRaceError,
    TwoPersonsNeededError,
)
from model.loans.reading import open_card
from model.office.desk import Desk
from model.office.office_settings import read_settings
from model.office.rights import Right


class CardWork(QObject):
    """One desk's work on one card at a time.

    Signals:
        opened: another card is in the form.
        shut: number of a card that cannot be read, because the cabinet is not open.
        secret: number of a card of the managers' drawer, which is shut at this desk.
        changed: number of a card that was saved, passed, filed: the list is out of date.
        left: no card is in the form any more.
        unwanted: number of a card whose typing is saved or given up.
    """

    opened = Signal()
    shut = Signal(str)
    secret = Signal(str)
    changed = Signal(str)
    left = Signal()
    unwanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        form: CardForm,
        actions: CardActions,
        settings: QSettings,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clock = clock
        self._form = form
        self._actions = actions
        self._window = parent
        self._area_code = read_settings(desk)["area_code"]
        self._kept: set[str] = set()
        self._saving = CardSaving(
            desk, clock, settings, form, parent, finish=self._finish, put_anew=self._put_anew
        )
        self._place_of: Callable[[str], str] = lambda ref: ""
        self._connect()
        self.look()

    @property
    def card(self) -> TypedCard | None:
        """The card in the form."""
        return self._form.card

    def place_by(self, place_of: Callable[[str], str]) -> None:
        """Ask this for a card's place in the list."""
        self._place_of = place_of

    def leave(self, then: Then) -> None:
        """Go on with something else: at once, or when the typing is saved or given up."""
        self._form.take_cell()
        card = self.card
        if card is None or not card.dirty:
            then()
            return
        name = card.text("full_name") or card.view.ref or self.tr("New card")
        question = UnsavedQuestion(name, self._window)
        question.save_wanted.connect(lambda: self.save(then))
        question.discard_wanted.connect(lambda: self._discard(then))
        question.open()

    def open_card(self, ref: str) -> None:
        """Bring a card into the form, once the one before may be left."""
        self.leave(lambda: self._open(ref))

    def open_new(self, kind: CardKind) -> None:
        """A blank form."""
        self.leave(lambda: self._open_new(kind))

    def close(self, then: Then | None = None) -> None:
        """Put the card away."""

        def away() -> None:
            self.forget()
            self.left.emit()
            if then is not None:
                then()

        self.leave(away)

    def forget(self) -> None:
        """Empty the form, whatever is typed."""
        self._form.clear()
        self.look()

    def go_on(self, kept: KeptTyping) -> None:
        """Open the card of kept typing, and put the typing back."""
        self.leave(lambda: self._go_on(kept))

    def forget_kept(self) -> None:
        """All typing on the card in the form was taken back."""
        if self.card is not None:
            self._forget_kept(self.card)

    def note_kept(self, ref: str) -> None:
        """What is typed on a card is in the cabinet now: to be forgotten when it is saved."""
        self._kept.add(ref)

    def drop(self, kept: KeptTyping) -> None:
        """Forget kept typing."""
        discard_typing(self._desk, kept.ref, kept.kind)

    def save(self, then: Then | None = None) -> None:
        """Save what is typed; what is refused stays in the form."""
        self._saving.save(then)

    def look(self) -> None:
        """Enable and show the actions that the card's state and the desk's rights allow."""
        card, actions = self.card, self._actions
        stage = card.view.stage if card else ""
        dirty = card is not None and card.dirty
        again = stage == "returned" and bool(card and card.view.editable)
        is_new = card is not None and card.is_new
        actions.name("save", self._saving.verb())
        for name in ("save", "revert"):
            actions[name].setVisible(bool(card and card.is_open))
        actions.allow("save", dirty or again)
        actions.allow("revert", dirty)
        for name in ("back", "front", "back_side", "more"):
            actions[name].setEnabled(card is not None)
        for name in ("previous", "next", "history"):
            actions[name].setEnabled(card is not None and not is_new)

    def reopen(self) -> None:
        """Read the card again and put the typing on what it is now."""
        card = self.card
        if card is None or card.is_new:
            return
        self._put_anew(card.changes, set(card.ticked))

    def _connect(self) -> None:
        for name, slot in (
            ("save", self.save),
            ("revert", self._revert),
            ("new_company", lambda: self.open_new(CardKind.COMPANY)),
            ("new_individual", lambda: self.open_new(CardKind.INDIVIDUAL)),
        ):
            self._actions[name].triggered.connect(lambda _=False, slot=slot: slot())
        self._form.typed.connect(self.look)
        self._form.reopen_wanted.connect(self.reopen)

    def _read(self, ref: str) -> CardView | None:
        """The card, or None where it may not be read now."""
        try:
            return open_card(self._desk, ref, self._clock.now())
        except CabinetClosedError:
            self.shut.emit(ref)
        except TwoPersonsNeededError as error:
            if self._desk.may(Right.OPEN_SECRETS):
                self.secret.emit(ref)
            else:
                errors.show(self._window, error)
        except CabinetError as error:
            errors.show(self._window, error)
        return None

    def _open(self, ref: str) -> None:
        view = self._read(ref)
        if view is not None:
            self._show(view)

    def _open_new(self, kind: CardKind) -> None:
        self._show(empty_card(self._desk, kind, self._clock.now()))
        self._form.head.choose_side(0)
        self._form.begin_typing()

    def _show(self, view: CardView) -> None:
        card = TypedCard(view, self._clock.now().date(), self._area_code, words)
        self._form.show_card(card, self._place_of(view.ref))
        self.look()
        self.opened.emit()

    def _go_on(self, kept: KeptTyping) -> None:
        if kept.ref:
            view = self._read(kept.ref)
        else:
            view = empty_card(self._desk, kept.kind, self._clock.now())
        if view is None:
            return
        self._show(view)
        self.put_back(kept)

    def put_back(self, kept: KeptTyping) -> None:
        """Put kept typing on the card in the form."""
        card = self.card
        if card is None:
            return
        self._kept.add(kept.ref)
        self._put_back(kept.texts, set())
        self._saving.begin_from(kept.version)
        if card.view.version == kept.version:
            told = self.tr("Your typing of {time} is back. Save it, or take it away with Revert.")
            self._form.strip.tell(told.format(time=f"{kept.kept_at:%m-%d %H:%M}"), good=True)
        else:
            self._form.strip.tell(
                self.tr("The card has been changed since. Compare before you save.")
            )

    def _put_back(self, texts: Mapping[str, str], ticked: set[str]) -> None:
        card = self.card
        if card is not None:
            card.take_over(texts)
            card.ticked = ticked
            self._form.show_typing()
            self.look()

    def _put_anew(self, texts: Mapping[str, str], ticked: set[str]) -> bool:
        """Read the card again and put typing on what it is now; False where it cannot be read."""
        card = self.card
        view = self._read(card.view.ref) if card is not None else None
        if view is None:
            return False
        self._show(view)
        self._put_back(texts, ticked)
        return True

    def _finish(self, card: TypedCard, ref: str, told: str, then: Then | None) -> None:
        """It is saved: the typing kept for it is no longer wanted, the list is out of date."""
        self._forget_kept(card)
        self.changed.emit(ref)
        if then is not None:
            self._form.clear()
            then()
            return
        self.show_again(ref, told)

    def read_anew(self, told: str) -> None:
        """Read the card again because this desk sees more or less of it; the typing stays.

        Args:
            told: what to tell of it; empty for nothing.
        """
        here, card = self._form.cell, self.card
        if card is None:
            return
        try:
            view = open_card(self._desk, card.view.ref, self._clock.now())
        except CabinetError:  # a query slip is over
            self.forget()
            self.left.emit()
            return
        self._form.clear()
        self._show(view)
        if card.dirty:
            self._put_back(card.changes, set(card.ticked))
            self._saving.begin_from(card.since)
        if told:
            self._form.strip.tell(told)
        if here:
            self._form.go_to(here)

    def show_again(self, ref: str, told: str, *, keep: bool = False) -> None:
        """Read the card again after an act; the cursor stays in its cell, typing where wanted."""
        here, card = self._form.cell, self.card
        view = self._read(ref)
        if view is None:
            return
        self._show(view)
        if keep and card is not None and card.dirty:
            self._put_back(card.changes, set(card.ticked))
            self._saving.begin_from(card.since)
        self._form.strip.tell(told, good=True)
        if here:
            self._form.go_to(here)

    def _discard(self, then: Then) -> None:
        if self.card is not None:
            self._forget_kept(self.card)
        self._form.clear()
        then()

    def _revert(self) -> None:
        """Everything as it was read."""
        card = self.card
        if card is not None:
            self._forget_kept(card)
            self._show(card.view)

    def _forget_kept(self, card: TypedCard) -> None:
        """Typing that was kept is saved now, or not wanted."""
        self.unwanted.emit(card.view.ref)
        if card.view.ref in self._kept:
            self._kept.discard(card.view.ref)
            discard_typing(self._desk, card.view.ref, card.view.kind)

    def act(self, act: Callable[[str], Any], told: str) -> None:
        """Do something with the card in the form, then show it as it is now, with the typing."""
        card = self.card
        if card is None:
            return
        ref = card.view.ref
        try:
            act(ref)
        except BadInputError as error:
            self._form.refuse(error.problems)
        except LostRaceError as error:
            self._form.strip.tell(errors.told(error), reopen=True)
        except CabinetError as error:
            self._form.strip.tell(errors.told(error))
        else:
            self.changed.emit(ref)
            self.show_again(ref, told, keep=True)
