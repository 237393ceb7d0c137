"""Reading by a pass: the purpose named, the time that runs, the card covered when it is over."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from gui import errors
from gui.cabinet.card_form import CardForm
from gui.cabinet.card_work import CardWork
from gui.clock import Clock
from gui.tasks import Tasks
from gui.widgets.second_person_dialog import ask_second_person
from model.cards.passes import PassView, looks_today, open_pass
from model.errors import CabinetError
from model.office.desk import Desk

_TICK_MS = 1000


class PassWork(QObject):
    """Follows the card in the form, for whoever reads by passes."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        clock: Clock,
        parts: tuple[CardForm, CardWork],
        page: QWidget,
    ) -> None:
        """`parts` are those of the page."""
        super().__init__(page)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._form, self._work = parts
        self._page = page
        self.timer = QTimer(self)
        self.timer.setInterval(_TICK_MS)
        self.timer.timeout.connect(self.look)
        self._form.shown.connect(self._follow)
        self._form.passes.purpose_chosen.connect(self._open)
        self._work.secret.connect(self._ask_second_person)

    def look(self) -> None:
        """Tell how long the pass still lasts; take the facts away when it is over."""
        found = self._pass
        if found is None:
            self.timer.stop()
        elif self._left(found) > timedelta():
            self._form.passes.tell_left(self._left(found))
        else:
            self.timer.stop()
            self._end()

    def read_other(self, ref: str, purpose: str) -> None:
        """Open another's customer by a query slip; without one, offer to ask for it."""
        try:
            open_pass(self._desk, ref, purpose, self._clock.now())
        except CabinetError as error:
            errors.show(self._page, error)
        else:
            self._work.open_card(ref)

    @property
    def _pass(self) -> PassView | None:
        card = self._form.card
        return card.view.reading_pass if card is not None else None

    def _left(self, found: PassView) -> timedelta:
        """How long a pass lasts; a clock set back ends it."""
        now = self._clock.now()
        if found.expires_at is None or now < found.opened_at:
            return timedelta()
        return found.expires_at - now

    def _follow(self) -> None:
        """Another card is in the form, or none."""
        card, found = self._form.card, self._pass
        view = card.view if card is not None and not card.is_new else None
        looks = looks_today(self._desk, self._clock.now()) if view is not None else None
        self._form.passes.show_card(view, looks, self._left(found) if found else timedelta())
        if found is not None:
            self.timer.start()
        else:
            self.timer.stop()

    def _open(self, purpose: str) -> None:
        card = self._form.card
        if card is None:
            return
        try:
            open_pass(self._desk, card.view.ref, purpose, self._clock.now())
        except CabinetError as error:
            self._form.strip.tell(errors.told(error))
        else:
            self._work.read_anew("")

    def _ask_second_person(self, ref: str) -> None:
        """Open a card of the managers' drawer with a second person beside the desk."""
        ask_second_person(
            self._page, self._desk, self._tasks, self._clock, lambda: self._work.open_card(ref)
        )

    def _end(self) -> None:
        """Nothing of what the pass showed stays: not in a tab, nor in a dialog over the card."""
        for dialog in self._page.findChildren(QDialog):
            dialog.reject()
        self._work.read_anew(self.tr("The time to read it is over."))
