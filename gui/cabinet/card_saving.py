"""A save of what is typed on the card in the form: the service that fits, and every refusal."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.card_form import CardForm
from gui.cabinet.lost_race import LostRace
from gui.cabinet.questions import DuplicateQuestion
from gui.cabinet.typed_card import TypedCard
from gui.clock import Clock
from model.cards.drafts import change_draft, create_card
from model.cards.proposing import SavedCard, save_card
from model.cards.saving import Saved
from model.errors import BadInputError, CabinetError, DuplicateCardError, LostRaceError
from model.office.desk import Desk

Then = Callable[[], object]
Finish = Callable[[TypedCard, str, str, Then | None], object]
PutAnew = Callable[[Mapping[str, str], set[str]], bool]


class CardSaving(QObject):
    """Saves the card in the form; what is refused stays in it."""

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        settings: QSettings,
        form: CardForm,
        window: QWidget,
        *,
        finish: Finish,
        put_anew: PutAnew,
    ) -> None:
        """Prepare to save.

        Args:
            desk: whose work it is.
            clock: the office's.
            settings: where dialogs keep their sizes.
            form: holds the card.
            window: over which a question is asked.
            finish: takes a card that was saved, its number, what is to be told, and what is done
                afterwards.
            put_anew: reads the card again and puts texts and ticks on it; tells whether it could.
        """
        super().__init__(window)
        self._desk = desk
        self._clock = clock
        self._form = form
        self._window = window
        self._finish = finish
        self._put_anew = put_anew
        self._race = LostRace(desk, clock, settings, window)

    def save(self, then: Then | None = None, *, not_duplicate: bool = False) -> None:
        """Save what is typed; what is refused stays in the form."""
        self._form.take_cell()
        card = self._form.card
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
            self._finish(card, saved.ref, self._told(card, saved), then)

    def begin_from(self, version: int) -> None:
        """What is typed began from an earlier version than the one that is shown.

        Where somebody has saved the same fact since, a save goes by the earlier version: both
        values are shown before one is written over the other.
        """
        card = self._form.card
        if card is not None and self._race.is_lost(card, version):
            card.since = version

    def verb(self) -> str:
        """What saving the card in the form means."""
        card = self._form.card
        if card is not None and (card.is_new or card.view.stage == "returned"):
            return self.tr("&Submit for review")
        if card is not None and card.is_open and not card.is_direct:
            return self.tr("&Hand in")
        return self.tr("&Save")

    def _save(self, card: TypedCard, not_duplicate: bool) -> Saved | SavedCard:
        """Call the service that fits the card's state."""
        now, ticked = self._clock.now(), frozenset(card.ticked)
        view, texts = card.view, card.changes
        if card.is_new:
            return create_card(
                self._desk, view.kind, texts, now, ticked=ticked, not_duplicate=not_duplicate
            )
        asked = (self._desk, view.ref, card.since, texts, now)
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
        if not self._put_anew(texts, ticked):
            return
        card = self._form.card
        if card is not None and card.dirty:
            self.save(then)
        else:
            self._form.strip.tell(self.tr("Nothing of yours was left to save."), good=True)

    def _ask_duplicate(self, error: DuplicateCardError, card: TypedCard, then: Then | None) -> None:
        """A likely duplicate may be another customer; the same credit code never is."""
        if not error.may_be_another:
            self._form.strip.tell(errors.told(error))
            return
        makes_card = card.view.state == "draft"
        question = DuplicateQuestion(error, self._window, makes_card=makes_card)
        question.confirmed.connect(lambda: self.save(then, not_duplicate=True))
        question.open()

    def _told(self, card: TypedCard, saved: Saved | SavedCard) -> str:
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
