"""The page 卡柜: drawers, list, card side by side; below 1440 px the card takes their place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from gui.cabinet.cabinet_door import CabinetDoor
from gui.cabinet.card_actions import CardActions
from gui.cabinet.card_form import CardForm
from gui.cabinet.card_list import CardList
from gui.cabinet.card_office import CardOffice
from gui.cabinet.card_surroundings import CardSurroundings
from gui.cabinet.card_work import CardWork
from gui.cabinet.drawer_entries import (
    ALL,
    PROPOSALS,
    DrawerEntry,
    drawer_entries,
    quick_entries,
)
from gui.cabinet.drawer_list import DrawerList
from gui.cabinet.elsewhere_search import ElsewhereSearch
from gui.cabinet.kept_typing_bar import KeptTypingBar
from gui.cabinet.office_list import OfficeList, read_office_list
from gui.cabinet.page_room import PageRoom
from gui.cabinet.pass_work import PassWork
from gui.cabinet.placards import ClosedSheet
from gui.cabinet.proposal_list import ProposalList
from gui.cabinet.reading_clock import ReadingClock
from gui.cabinet.review_work import ReviewWork
from gui.cabinet.typing_keeper import TypingKeeper
from gui.cabinet.undo_work import UndoWork
from gui.clock import Clock
from gui.search_note import SearchNote
from gui.tasks import Tasks
from model.cards.typing import KeptTyping
from model.office.desk import Desk
from model.office.rights import Right

_WARM_UP_AFTER_MS, _WARM_UP_MS = 400, 40  # by then the list has been painted and takes keys


class CabinetPage(QWidget):
    """Drawers, list and card of one desk.

    Signals:
        status_changed: a card was saved or moved, or the cabinet was opened.
        search_wanted: the keyboard goes back to the search box.
        elsewhere_wanted: name of another page, and what its `go_to` takes.
    """

    status_changed = Signal()
    search_wanted = Signal()
    elsewhere_wanted = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        clock: Clock,
        parent: QWidget | None,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._clock = clock
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "card-cabinet", "window"
        )
        self._read: OfficeList | None = None
        self._reading = 0
        self._build()
        self._connect()
        self.room.arrange()
        self.refresh()

    def focus_search(self, text: str) -> None:
        """Enter in the search box: on to the first card that it found."""
        self.set_filter(text)
        self.list.go_to_rows()

    def set_filter(self, text: str) -> None:
        """Narrow the list to what is typed in the search box; the card makes room for it."""
        self.searches.typed(text, lambda: len(self.list.rows) or self.elsewhere.count)
        if text and self._middle.currentWidget() is self.proposed:
            self.drawers.pick(ALL)
        if self.room.is_folded and text:
            self.work.close(lambda: self.list.set_filter(text))
        else:
            self.list.set_filter(text)

    def go_to(self, ref: str, purpose: str = "") -> None:
        """Open a card; with a purpose another's customer, by a query slip."""
        if purpose:
            self.passes.read_other(ref, purpose)
        else:
            self.work.open_card(ref)

    def take_typing(self) -> dict[str, Any] | None:
        """What is typed and not saved, as `keep_typing` takes it."""
        card = self.work.card
        if card is None or not card.dirty:
            return None
        view = card.view
        return {
            "ref": view.ref,
            "kind": view.kind,
            "version": card.since,
            "texts": card.changes,
        }

    def put_away(self) -> None:
        """The person leaves: the card in the form is open no longer."""
        self.reading.show("")

    def forget(self) -> None:
        """Empty everything that shows a customer."""
        self._reading += 1
        self._read = None
        self.keeper.stop()
        self.searches.forget()
        self.work.forget()
        self.list.forget()
        self.drawers.show_entries((), ())
        self.proposed.show_proposals(())
        self.kept.offer(())

    def refresh(self) -> None:
        """Read the list again, and look whether the cabinet is still open."""
        self._reading += 1
        number = self._reading
        job = read_office_list(self._desk, self._clock.now())
        self._tasks.run(self, job, lambda found: self._take(number, found))
        self.door.look()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._retranslate)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fold()

    def _build(self) -> None:
        self.actions_ = CardActions(self._desk, self)
        self.drawers = DrawerList(self)
        self.list = CardList(self.actions_, self._settings, self)
        self.proposed = ProposalList(self)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.list)
        self._middle.addWidget(self.proposed)
        self.form = CardForm(self._desk.person.role, self.actions_, self)
        self.closed = ClosedSheet(self._desk.may(Right.OPEN_CABINET), self)
        self._right = QStackedWidget(self)
        self._right.addWidget(self.form)
        self._right.addWidget(self.closed)
        self._right.hide()
        self.work = CardWork(
            self._desk, self._clock, self.form, self.actions_, self._settings, self
        )
        self.work.place_by(self.list.place_of)
        self.review = ReviewWork(
            self._desk, self._clock, (self.form, self.work, self.actions_), self
        )
        self.around = CardSurroundings(
            self._desk, self._clock, self._settings, self.form, self.work
        )
        self.office = CardOffice(
            self._desk,
            self._tasks,
            self._clock,
            self._settings,
            (self.list, self.form, self.work, self.actions_),
            self,
        )
        self.undo = UndoWork(self.form, self.actions_)
        self.passes = PassWork(self._desk, self._tasks, self._clock, (self.form, self.work), self)
        self.door = CabinetDoor(self._desk, self._clock, self.work, self)
        self.elsewhere = ElsewhereSearch(self._desk, self._tasks, self._clock, self.list, self)
        self.searches = SearchNote(self._desk, self._clock.now, self)
        self.reading = ReadingClock(self._desk, self._clock, self)
        self.keeper = TypingKeeper(self._desk, self._tasks, self._clock, self.take_typing, self)
        self.kept = KeptTypingBar(self)
        self.room = PageRoom(self._settings, (self.drawers, self._middle, self._right), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 10)
        layout.addWidget(self.kept)
        layout.addWidget(self.room, 1)
        self.actions_.hang_all(self, self._right)

    def _connect(self) -> None:
        self.drawers.chosen.connect(self._show_entry)
        self.proposed.chosen.connect(self.around.proposals.open)
        self.review.changed.connect(self._note_change)
        self.around.changed.connect(self._note_change)
        self.office.changed.connect(self._note_change)
        self.office.proposals_wanted.connect(self.around.proposals.open)
        self.office.elsewhere_wanted.connect(self.elsewhere_wanted)
        self.list.opened.connect(self.searches.opened)
        self.list.opened.connect(self.work.open_card)
        self.list.other_wanted.connect(self.passes.read_other)
        self.list.search_wanted.connect(self.search_wanted)
        self.work.opened.connect(self._show_form)
        self.door.covered.connect(self._show_closed)
        self.door.uncovered.connect(self._show_form)
        self.door.tried.connect(self.status_changed)
        self.work.left.connect(self._show_list)
        self.work.left.connect(lambda: self.reading.show(""))
        self.work.opened.connect(self._note_open)
        self.work.changed.connect(self._note_change)
        self.closed.open_wanted.connect(self.door.open)
        self.form.typed.connect(self.keeper.note)
        self.keeper.kept.connect(self.work.note_kept)
        self.keeper.emptied.connect(self.work.forget_kept)
        self.work.unwanted.connect(self.keeper.drop)
        self.kept.taken.connect(self.work.go_on)
        self.kept.dropped.connect(self._drop_typing)
        self.room.shared.connect(self._share)
        for name, slot in (
            ("refresh", self.refresh),
            ("back", self._go_back),
            ("previous", lambda: self._go(-1)),
            ("next", lambda: self._go(1)),
            ("import_cards", self._import),
        ):
            self.actions_[name].triggered.connect(lambda _=False, slot=slot: slot())

    def _note_open(self) -> None:
        """How long a card is open is in the log; a new one is nobody's yet."""
        card = self.work.card
        self.reading.show(card.view.ref if card is not None else "")

    def _take(self, number: int, found: OfficeList) -> None:
        """The list has been read; an older reading that comes late is dropped."""
        if number != self._reading:
            return
        first = self._read is None
        self._read = found
        self._show_read()
        if first:
            self.kept.offer(found.kept)
            QTimer.singleShot(_WARM_UP_AFTER_MS, self, self._warm_up)

    def _show_read(self) -> None:
        if self._read is None:
            return
        rows = self._read.rows
        self.form.offer_staff(self._read.reps, self._read.districts)
        proposals = self._read.proposals
        self.drawers.show_entries(
            drawer_entries(rows, self._read.drawers), quick_entries(rows, len(proposals))
        )
        self.list.show_rows(rows, self.drawers.entry)
        self.proposed.show_proposals(proposals)

    def _warm_up(self) -> None:
        """Build the faces while nobody waits for them."""
        if self.form.warm_up(self.room.card_room()):
            QTimer.singleShot(_WARM_UP_MS, self, self._warm_up)

    def show_proposals(self, card_no: str = "") -> None:
        """Show the changes that wait to be decided, as choosing them at the left does.

        Args:
            card_no: a card whose changes are to be decided or answered at once.
        """
        if self.room.is_folded:
            self.work.close(lambda: self.show_proposals(card_no))
            return
        self.drawers.pick(PROPOSALS)
        self._middle.setCurrentWidget(self.proposed)  # the drawers may not have been read yet
        self.proposed.go_to_rows()
        if card_no:
            self.around.proposals.open(card_no)

    def _show_entry(self, entry: DrawerEntry) -> None:
        """The cards of a drawer, or the proposals in their place."""
        is_proposals = entry.key == PROPOSALS
        self._middle.setCurrentWidget(self.proposed if is_proposals else self.list)
        if not is_proposals:
            self.list.show_drawer(entry)

    def _note_change(self, ref: str) -> None:
        self.refresh()
        self.status_changed.emit()

    def _go(self, step: int) -> None:
        """The card before or after, as the list stands."""
        card = self.work.card
        there = self.list.neighbour(card.view.ref, step) if card else None
        if there is not None:
            self.work.open_card(there)

    def _go_back(self) -> None:
        if self._right.currentWidget() is self.closed and self.work.card is None:
            self._show_list()
        else:
            self.work.close()

    def _show_form(self) -> None:
        self.door.forget()
        card = self.work.card
        if card is not None:
            self.list.table.choose(card.view.ref)
            kept = self.kept.take_for(card.view.ref, card.view.kind)
            if kept is not None:
                self.work.put_back(kept)
        self._show_right(self.form)
        focused = self.focusWidget()
        if focused is None or not self.form.isAncestorOf(focused):
            self.form.head.tabs.setFocus()

    def _show_closed(self) -> None:
        self._show_right(self.closed)
        self.actions_["back"].setEnabled(True)
        self.closed.focus()

    def _show_list(self) -> None:
        self.door.forget()
        focused = self.window().focusWidget()
        typing = isinstance(focused, QLineEdit) and not self.isAncestorOf(focused)
        self._right.hide()
        self.room.arrange()
        if typing:  # in the search box, whose first letter brought the list back
            return
        if self._middle.currentWidget() is self.proposed:
            self.proposed.go_to_rows()
        else:
            self.list.table.setFocus()

    def _share(self, has_card: bool) -> None:
        """The list makes room for the card."""
        self.list.table.show_all_columns(not has_card)
        self.list.narrow_head(has_card)

    def _show_right(self, widget: QWidget) -> None:
        self._right.setCurrentWidget(widget)
        self._right.show()
        self.room.arrange()

    def _drop_typing(self, kept: KeptTyping) -> None:
        self.work.drop(kept)

    def _import(self) -> None:
        from gui.exchange.import_dialog import ImportDialog

        dialog = ImportDialog(self._desk, self._tasks, self._clock, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.imported.connect(lambda _: self._note_change(""))
        dialog.open()

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self.work.look()
        self._show_read()
