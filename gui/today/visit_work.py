"""Visit records typed one after the other: which card is next, and what saving one does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.clock import Clock
from gui.today.counter import Counter
from gui.today.customer_chooser import CustomerChooser
from gui.today.kept_visit import kept_form, kept_visit, ref_of_visit
from gui.today.scan_box import card_of_code
from gui.today.visit_dialog import VisitDialog
from gui.today.visit_of import WITH_RECORD, Filled, VisitOf
from model.cards.typing import KeptTyping, discard_typing
from model.errors import CabinetError
from model.loans.board import CardAway
from model.loans.lateness import late_hours
from model.loans.returns import Return
from model.office.desk import Desk
from model.office.rights import Right, Role
from model.rounds.plans_shown import LineView
from model.rounds.visits import open_promises, record_visit
from model.rounds.visits_shown import PromiseView, VisitEntry

Following = Callable[[], Sequence[VisitOf]]


class VisitWork(QObject):
    """Opens the form and hands what was typed to the office.

    Signals:
        changed: a record was saved, or a card came home.
    """

    changed = Signal()

    def __init__(self, desk: Desk, clock: Clock, counter: Counter, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._clock = clock
        self._counter = counter
        self._window = window
        self._dialog: VisitDialog | None = None
        self._following: Following = lambda: ()

    @property
    def dialog(self) -> VisitDialog | None:
        """The form, while it is open."""
        return self._dialog

    def of_away(self, card: CardAway, rep: str) -> VisitOf:
        """The visit of a card that is out."""
        hours = late_hours(card.due_at, self._clock.now()) if card.overdue else 0
        takes_back = self._desk.may(Right.TAKE_BACK)
        return VisitOf(card.card_no, card.name, rep, card.day, takes_back, hours, card.has_record)

    def of_line(self, line: LineView, rep: str, day: date) -> VisitOf:
        """The visit of a line of today's plan whose card is not out."""
        return VisitOf(line.card_no, line.name, rep, day, has_record=line.has_record)

    def open(self, visit: VisitOf, following: Following) -> None:
        """Ask for one visit, and after it for those that follow.

        Args:
            visit: the first.
            following: what is left to be asked for, asked again after each.
        """
        self._following = following
        dialog = VisitDialog(self._window, supervises=self._desk.person.role is not Role.REP)
        dialog.filled.connect(self._save)
        dialog.scanned.connect(self._take_scan)
        dialog.finished.connect(lambda _: self._forget())
        self._dialog = dialog
        self._show(visit)
        dialog.open()

    def take_typing(self) -> dict[str, Any] | None:
        """What is typed and not saved, as `keep_typing` takes it."""
        dialog = self._dialog
        if dialog is None or not dialog.form.dirty:
            return None
        return kept_form(dialog.form.visit, dialog.form.typed())

    def go_on(self, kept: KeptTyping) -> None:
        """Open the form with what was kept when the screen locked."""
        self.open(kept_visit(kept), lambda: ())
        if self._dialog is not None:
            self._dialog.form.take_typed(kept.texts)

    def drop(self, kept: KeptTyping) -> None:
        """What was kept is not wanted any more."""
        discard_typing(self._desk, kept.ref)

    def choose_customer(self, reps: Sequence[str], rep: str) -> None:
        """Note a visit that is on no plan."""
        chooser = CustomerChooser(self._desk, reps, rep, self._clock.now(), self._window)
        chooser.chosen.connect(lambda visit: self.open(visit, lambda: ()))
        chooser.open()

    def _show(self, visit: VisitOf) -> None:
        assert self._dialog is not None, "the form is open while it asks"
        left = [other for other in self._following() if other.card_no != visit.card_no]
        today = self._clock.now().date()
        self._dialog.show_visit(visit, today, self._promises(visit), len(left))

    def _promises(self, visit: VisitOf) -> list[PromiseView]:
        """What is open with this customer and could be kept now."""
        if not visit.card_no:
            return []
        try:
            return open_promises(self._desk, visit.card_no, self._clock.now())
        except CabinetError as error:
            errors.show(self._window, error)
            return []

    def _save(self, filled: Filled) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        try:
            if filled.visit.is_out:
                self._counter.take_home_typed(filled.visit.rep, _returned(filled))
            else:
                record_visit(self._desk, _entry(filled), self._clock.now())
        except CabinetError as error:
            dialog.refuse(error)
            return
        discard_typing(self._desk, ref_of_visit(filled.visit.card_no))
        self.changed.emit()
        done = filled.visit.card_no
        following = [visit for visit in self._following() if visit.card_no != done]
        if following:
            self._show(following[0])
        else:
            dialog.accept()

    def _take_scan(self, code: str) -> None:
        """A scan goes on to its card while nothing is typed; what is typed is never left."""
        dialog = self._dialog
        if dialog is None:
            return
        card_no = card_of_code(code)
        if card_no == dialog.form.visit.card_no:
            return
        meant = next((one for one in self._following() if one.card_no == card_no), None)
        if meant is None or dialog.form.dirty:
            dialog.tell_scan(code)
        else:
            self._show(meant)

    def _forget(self) -> None:
        self._dialog = None


def _returned(filled: Filled) -> Return:
    """A card that comes home, as the form says."""
    visit = _entry(filled) if filled.result in WITH_RECORD and not _bare(filled) else None
    bare = filled.result in WITH_RECORD and visit is None
    kind = "no_record" if bare else filled.result
    return Return(filled.visit.card_no, kind, visit, filled.condition, filled.reason)


def _bare(filled: Filled) -> bool:
    """Whether the record is there already and nothing was added to it."""
    return filled.visit.has_record and not filled.values and not filled.promises


def _entry(filled: Filled) -> VisitEntry:
    """What was typed, as the office takes it."""
    visit = filled.visit
    return VisitEntry(
        card_no=visit.card_no,
        rep=visit.rep,
        visited_on=visit.day,
        values=filled.values,
        not_visited=filled.not_visited,
        promises=filled.promises,
        kept_promises=filled.kept_promises,
        no_card=visit.no_card,
        customer_name="" if visit.card_no else visit.name,
    )
