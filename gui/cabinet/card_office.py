"""What is done with whole cards: printing, merging, and the tabs that hang behind the history."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from gui.cabinet.attachment_panel import AttachmentPanel
from gui.cabinet.card_actions import CardActions
from gui.cabinet.card_form import CardForm
from gui.cabinet.card_head import HISTORY as HISTORY_TAB
from gui.cabinet.card_list import CardList
from gui.cabinet.card_work import CardWork
from gui.cabinet.glance_lines import ATTACHMENTS, HISTORY, PLAN, PROPOSALS, Goal
from gui.cabinet.glance_panel import GlancePanel
from gui.cabinet.merge_work import MergeWork
from gui.clock import Clock
from gui.tasks import Tasks
from model.cards.cards import CardView
from model.loans.merging import MergeRow
from model.office.desk import Desk
from model.office.rights import Right

if TYPE_CHECKING:
    from gui.cabinet.card_printing import CardPrinting

_TABS = {HISTORY: HISTORY_TAB, ATTACHMENTS: HISTORY_TAB + 2}
"""Tabs of the card, in the order in which they are hung."""
_NOT_IN_USE = frozenset({"draft", "void"})


class CardOffice(QObject):
    """Follows the card in the form and the marks of the list.

    Signals:
        changed: number of a card that is not as it was; the empty text: several.
        proposals_wanted: number of the card whose proposed changes are to be decided.
        elsewhere_wanted: name of another page, and what its `go_to` takes.
    """

    changed = Signal(str)
    proposals_wanted = Signal(str)
    elsewhere_wanted = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        clock: Clock,
        settings: QSettings,
        parts: tuple[CardList, CardForm, CardWork, CardActions],
        page: QWidget,
    ) -> None:
        """`parts` are those of the page."""
        super().__init__(page)
        self._list, self._form, self._work, self._actions = parts
        self._merge: MergeRow | None = None
        self.glance = GlancePanel(desk, clock, self._form)
        self.attachments = AttachmentPanel(desk, tasks, clock, self._form)
        for panel in (self.glance, self.attachments):
            self._form.panels.add(panel)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._settings, self._page = settings, page
        self.merging = MergeWork(desk, clock, settings, page)
        self._connect()
        self.look()

    def look(self) -> None:
        """Offer what can be done with the card in the form and the marked ones."""
        view = self._view
        in_use = view is not None and view.state not in _NOT_IN_USE
        self._actions.allow("print_cards", True)
        # A clerk or supervisor may ask for it; who prints no cards exports none.
        self._actions.allow("export_cards", self._desk.may(Right.PRINT_CARD))
        self._actions.offer("merge", in_use)
        self._actions.offer("undo_merge", self._merge is not None)

    @cached_property
    def printing(self) -> CardPrinting:
        """What prints cards, with all that paper needs: the list of cards does not wait for it."""
        from gui.cabinet.card_printing import CardPrinting

        made = CardPrinting(self._desk, self._tasks, self._clock, self._page, self._settings)
        made.told.connect(self._tell)
        made.printed.connect(lambda _: self.changed.emit(""))
        return made

    @property
    def _view(self) -> CardView | None:
        card = self._form.card
        return card.view if card is not None and not card.is_new else None

    def _connect(self) -> None:
        self._form.shown.connect(self._follow)
        self._form.head.rare.aboutToShow.connect(self._look_for_merge)
        self.glance.wanted.connect(self._go_to)
        self.merging.merged.connect(self._show_merged)
        self.merging.told.connect(self._tell)
        for name, slot in (
            ("print_cards", self._print),
            ("export_cards", self._export),
            ("merge", self._ask_merge),
            ("undo_merge", self._ask_undo),
        ):
            self._actions[name].triggered.connect(lambda _=False, slot=slot: slot())

    def _follow(self) -> None:
        """Another card is in the form, or none."""
        view = self._view
        self._merge = None
        self.look()
        if view is not None and view.merged_into:
            text = self.tr("This card went into {kept}; everything that hung on it is there.")
            self._form.strip.tell(text.format(kept=view.merged_into))

    def _look_for_merge(self) -> None:
        """Only who opens the menu waits for the list of merges."""
        view = self._view
        self._merge = self.merging.standing(view.ref) if view is not None else None
        self.look()

    def _print(self) -> None:
        view = self._view
        in_view = view.ref if view is not None and view.state not in _NOT_IN_USE else ""
        marked = [ref for ref in self._list.marked if self._is_filed(ref)]
        self.printing.ask(in_view, marked, self._list.to_reprint)

    def _export(self) -> None:
        """Write cards to a file: all in view, the marked ones, or all there are."""
        from gui.exchange.export_dialog import ExportChoice, ExportDialog
        from model.exchange.export_orders import Wanted

        shown = tuple(row.ref for row in self._list.rows if row.state not in _NOT_IN_USE)
        marked = tuple(ref for ref in self._list.marked if self._is_filed(ref))
        choices = []
        if shown:
            name = self.tr("%n card(s) as the list shows them", "", len(shown))
            choices.append(ExportChoice(name, Wanted(shown)))
        if marked:
            name = self.tr("%n marked card(s)", "", len(marked))
            choices.append(ExportChoice(name, Wanted(marked)))
        choices.append(ExportChoice(self.tr("All cards that you may export"), Wanted()))
        dialog = ExportDialog(self._desk, self._tasks, self._clock, choices, self._page)
        dialog.exported.connect(self._tell)
        dialog.open()

    def _is_filed(self, ref: str) -> bool:
        return any(row.ref == ref and row.state not in _NOT_IN_USE for row in self._list.rows)

    def _ask_merge(self) -> None:
        view = self._view
        if view is not None:
            self._work.leave(lambda: self.merging.ask(view))

    def _ask_undo(self) -> None:
        merge = self._merge
        if merge is not None:
            self._work.leave(lambda: self.merging.ask_undo(merge))

    def _go_to(self, goal: Goal) -> None:
        """A line or figure of 全貌 was opened: on to where it belongs."""
        view = self._view
        if goal.place in _TABS:
            self._form.head.choose_side(_TABS[goal.place])
        elif goal.place == PROPOSALS and view is not None:
            self.proposals_wanted.emit(view.ref)
        elif goal.place == PLAN and goal.day is not None:
            self.elsewhere_wanted.emit("rounds", (goal.day, goal.key))
        elif goal.day is not None:
            self.elsewhere_wanted.emit("registers", (goal.place, goal.day, goal.key))

    def _show_merged(self, ref: str) -> None:
        self.changed.emit(ref)
        self._work.open_card(ref)

    def _tell(self, text: str) -> None:
        """Where the person looks: over the card, or over the list."""
        if self._form.isVisible() and self._form.card is not None:
            self._form.strip.tell(text, good=True)
        else:
            self._list.tell(text)
