"""What is done with the card in the form: each act calls one service."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.card_actions import CardActions
from gui.cabinet.card_form import CardForm
from gui.cabinet.lost_race import LostRace
from gui.cabinet.questions import DuplicateQuestion, RemarkDialog, UnsavedQuestion
from gui.cabinet.typed_card import TypedCard
from gui.clock import Clock
from gui.translators import words
from model.cards.cards import CardView
from model.cards.definition import CardKind
from model.cards.drafts import change_draft, create_card, empty_card
from model.cards.proposing import SavedCard, save_card
from model.cards.reviewing import file_card, pass_card, reject, return_to_rep
from model.cards.saving import Saved
from model.cards.typing import KeptTyping, discard_typing
from model.errors import (
    BadInputError,
    CabinetClosedError,
    CabinetError,
    DuplicateCardError,
    LostRaceError,
)
from model.loans.reading import open_card
from model.office.desk import Desk
from model.office.office_settings import read_settings

Then = Callable[[], object]


class CardWork(QObject):
    """One desk's work on one card at a time.

    Signals:
        opened: another card is in the form.
        shut: number of a card that cannot be read, because the cabinet is not open.
        changed: number of a card that was saved, passed, filed: the list is out of date.
        left: no card is in the form any more.
        unwanted: number of a card whose typing is saved or given up.
    """

    opened = Signal()
    shut = Signal(str)
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
        self._race = LostRace(desk, clock, settings, parent)
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

    def save(self, then: Then | None = None, *, not_duplicate: bool = False) -> None:
        """Save what is typed; what is refused stays in the form."""
        self._form.take_cell()
        card = self.card
        if card is None:
            return
        try:
            saved = self._save(card, not_duplicate)
        except BadInputError as error:
            self._form.refuse(error.problems)
        except LostRaceError as error:
            self._form.strip.tell(errors.told(error), reopen=True)
            self._compare(card, error, then)
        except DuplicateCardError as error:
            self._ask_duplicate(error, card, then)
        except CabinetError as error:
            self._form.strip.tell(errors.told(error))
        else:
            self._finish(card, saved, then)

    def look(self) -> None:
        """Enable and show the actions that the card's state and the desk's rights allow."""
        card, actions = self.card, self._actions
        stage = card.view.stage if card else ""
        dirty = card is not None and card.dirty
        again = stage == "returned" and bool(card and card.view.editable)
        is_new = card is not None and card.is_new
        actions["save"].setText(self._save_verb(card))
        for name in ("save", "revert"):
            actions[name].setVisible(bool(card and card.is_open))
        actions.allow("save", dirty or again)
        actions.allow("revert", dirty)
        for name in ("pass_card", "return_to_rep", "reject"):
            actions.offer(name, stage == "waiting")
        actions.offer("file_card", stage == "passed")
        for name in ("back", "front", "back_side", "more"):
            actions[name].setEnabled(card is not None)
        for name in ("previous", "next", "history"):
            actions[name].setEnabled(card is not None and not is_new)

    def _save_verb(self, card: TypedCard | None) -> str:
        """What saving this card means."""
        if card is not None and (card.is_new or card.view.stage == "returned"):
            return self.tr("&Submit for review")
        if card is not None and card.is_open and not card.is_direct:
            return self.tr("&Hand in")
        return self.tr("&Save")

    def reopen(self) -> None:
        """Read the card again and put the typing on what it is now."""
        card = self.card
        if card is None or card.is_new:
            return
        changes, ticked = card.changes, set(card.ticked)
        view = self._read(card.view.ref)
        if view is not None:
            self._show(view)
            self._put_back(changes, ticked)

    def _connect(self) -> None:
        for name, slot in (
            ("save", self.save),
            ("revert", self._revert),
            ("pass_card", self._pass),
            ("return_to_rep", self._ask_return),
            ("reject", self._ask_reject),
            ("file_card", self._file),
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
        if card.view.version == kept.version:
            told = self.tr("Your typing of {time} is back. Save it, or take it away with Revert.")
            self._form.strip.tell(told.format(time=f"{kept.kept_at:%m-%d %H:%M}"), good=True)
        else:
            self._form.strip.tell(
                self.tr("The card has been changed since. Compare before you save.")
            )

    def _put_back(self, texts: dict[str, str], ticked: set[str]) -> None:
        card = self.card
        if card is not None:
            card.take_over(texts)
            card.ticked = ticked
            self._form.show_typing()
            self.look()

    def _save(self, card: TypedCard, not_duplicate: bool) -> Saved | SavedCard:
        """Call the service that fits the card's state."""
        now, ticked = self._clock.now(), frozenset(card.ticked)
        view, texts = card.view, card.changes
        if card.is_new:
            return create_card(
                self._desk, view.kind, texts, now, ticked=ticked, not_duplicate=not_duplicate
            )
        asked = (self._desk, view.ref, view.version, texts, now)
        if view.state == "draft":
            return change_draft(*asked, ticked=ticked, not_duplicate=not_duplicate)
        why = self._form.why
        return save_card(
            *asked,
            ticked=ticked,
            reason=why.reason,
            source=why.source,
            not_duplicate=not_duplicate,
        )

    def _compare(self, card: TypedCard, error: LostRaceError, then: Then | None) -> None:
        """Show both values of what was changed meanwhile; the save goes on with what is chosen."""
        ticked = set(card.ticked)
        self._race.open(card, errors.told(error), lambda texts: self._go_over(texts, ticked, then))

    def _go_over(self, texts: dict[str, str], ticked: set[str], then: Then | None) -> None:
        """Put what holds of the typing on the card as it is now, and save it."""
        card = self.card
        view = self._read(card.view.ref) if card is not None else None
        if view is None:
            return
        self._show(view)
        self._put_back(texts, ticked)
        if self.card is not None and self.card.dirty:
            self.save(then)
        else:
            self._form.strip.tell(self.tr("Nothing of yours was left to save."), good=True)

    def _finish(self, card: TypedCard, saved: Saved | SavedCard, then: Then | None) -> None:
        """It is saved: the typing kept for it is no longer wanted, the list is out of date."""
        self._forget_kept(card)
        self.changed.emit(saved.ref)
        if then is not None:
            self._form.clear()
            then()
            return
        self._show_again(saved.ref, self._saved_words(card, saved))

    def _saved_words(self, card: TypedCard, saved: Saved | SavedCard) -> str:
        if card.is_new:
            return self.tr("Draft {ref} waits for review.").format(ref=saved.ref)
        if isinstance(saved, Saved) or not saved.proposal_no:
            return self.tr("Saved.")
        if saved.version == card.view.version:
            told = self.tr("Handed in as proposal {number}; it waits for a decision.")
            return told.format(number=saved.proposal_no)
        told = self.tr(
            "Saved; %n change(s) handed in as proposal {number}.", "", len(saved.proposed)
        )
        return told.format(number=saved.proposal_no)

    def _show_again(self, ref: str, told: str, *, keep: bool = False) -> None:
        """Read the card again after an act; the cursor stays in its cell, typing where wanted."""
        here, card = self._form.cell, self.card
        view = self._read(ref)
        if view is None:
            return
        self._show(view)
        if keep and card is not None and card.dirty:
            self._put_back(card.changes, set(card.ticked))
        self._form.strip.tell(told, good=True)
        if here:
            self._form.go_to(here)

    def _ask_duplicate(self, error: DuplicateCardError, card: TypedCard, then: Then | None) -> None:
        """A likely duplicate may be another customer; the same credit code never is."""
        if error.values.get("field") == "uscc":
            self._form.strip.tell(errors.told(error))
            return
        makes_card = card.view.state == "draft"
        question = DuplicateQuestion(error, self._window, makes_card=makes_card)
        question.confirmed.connect(lambda: self.save(then, not_duplicate=True))
        question.open()

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

    def _pass(self) -> None:
        seen = self.card.view.version if self.card else None
        self.act(
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

    def _file(self) -> None:
        self.leave(self._file_now)

    def _file_now(self) -> None:
        card = self.card
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
        self._show_again(card_no, self.tr("Filed as {card_no}.").format(card_no=card_no))
        card = self.card
        if card is not None and card.view.ref == card_no:
            place = card.view.values.get("location", "")
            told = self.tr("Filed as {card_no}, place {place}.")
            self._form.strip.tell(told.format(card_no=card_no, place=place), good=True)

    def _ask(self, title: str, question: str, act: Callable[[str, str], Any], told: str) -> None:
        """An act that needs a few words."""
        dialog = RemarkDialog(title, question, self._window)
        dialog.given.connect(lambda text: self.act(lambda ref: act(ref, text), told))
        dialog.open()

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
            self._show_again(ref, told, keep=True)
