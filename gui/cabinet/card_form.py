"""The card as its paper: faces, tabs, what is wrong, and the buttons. Saves nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from gui.cabinet.card_actions import CardActions
from gui.cabinet.card_faces import CardFaces
from gui.cabinet.card_head import HISTORY, SIDES, CardHead
from gui.cabinet.card_states import new_look, state_look
from gui.cabinet.cell_walk import CellWalk
from gui.cabinet.face_filling import (
    rows_filling,
    shown_now,
    worst_of,
)
from gui.cabinet.look_alike_strip import LookAlikeStrip
from gui.cabinet.panel_tabs import PanelTabs
from gui.cabinet.pass_bar import PassBar
from gui.cabinet.path_words import path_name
from gui.cabinet.problem_strip import ProblemStrip
from gui.cabinet.proposal_bar import ProposalBar
from gui.cabinet.row_tables import RowTables
from gui.cabinet.sheet_heads import sheet_head
from gui.cabinet.sheet_view import SheetView
from gui.cabinet.timeline import Timeline
from gui.cabinet.typed_card import TypedCard
from gui.cabinet.why_bar import WhyBar
from gui.widgets.cell_ink import Mark
from gui.widgets.choice_editor import ChoiceEditor
from gui.widgets.paper_grid import PaperGrid
from model.cards.layout import Side
from model.errors import Problem
from model.office.rights import Role

_STEERING = frozenset({"channel_type", "relationship_status", "source_method"})
"""Fields on which it depends what else must be filled, or may be typed."""
_EDGES = 4
"""Pixels that the form's own frame takes of its room."""


class CardForm(QFrame):
    """One card at a time; each face is built once and filled again.

    Signals:
        typed: something was typed or confirmed.
        history_wanted: the history tab came into view.
        shown: another card is in the form, or none any more.
        reopen_wanted: open the card as it is now, and keep the typing.
    """

    typed = Signal()
    history_wanted = Signal()
    shown = Signal()
    reopen_wanted = Signal()

    def __init__(self, role: Role, actions: CardActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._role = role
        self._card: TypedCard | None = None
        self._place = ""
        self._amends = False
        self._build(actions)
        self._connect()

    @property
    def card(self) -> TypedCard | None:
        """The card in the form."""
        return self._card

    @property
    def side(self) -> Side | None:
        """The side in view, None for the history."""
        number = self.head.tabs.currentIndex()
        return SIDES[number] if number < HISTORY else None

    @property
    def cell(self) -> str:
        """The cell with the cursor, or the empty string."""
        return self._walk.cell

    def offer_staff(self, reps: Sequence[str], districts: Sequence[str]) -> None:
        """Set the names that a rep's and a district's cell offer."""
        self.faces.offer_staff(reps, districts)

    def warm_up(self, room: QSize) -> bool:
        """Build one face more, while nobody waits; False when all are there.

        Args:
            room: the size in which the form will be seen.
        """
        head = self.head.sizeHint().height()
        return self.faces.warm_up(room - QSize(_EDGES, head + _EDGES))

    def show_card(self, card: TypedCard, place: str = "") -> None:
        """Put a card into the form, its front or the side that was in view."""
        self._card, self._place = card, place
        self.panels.open(not card.is_new)
        self.strip.clear()
        self.why.clear()
        self.why.hide()
        self.history.show_history(())
        self.faces.outdate()
        self.show_state()
        self._show_side()
        self._mark_all()
        self.shown.emit()

    def show_typing(self) -> None:
        """Show typing that was put back into the card."""
        self.faces.outdate()
        self._show_side()
        self._mark_all()
        self._ask_why()
        self.show_state()

    def show_state(self) -> None:
        """Show number, name, state and completeness as they are now."""
        card = self._card
        if card is None:
            return
        view = card.view
        look = new_look() if card.is_new else state_look(view.state, view.stage, view.holder)
        name = card.text("full_name") or str(view.values.get("full_name", ""))
        ref = view.ref or self.tr("New card")
        note = self.tr("Sent back: {remark}").format(remark=view.remark) if view.remark else ""
        self.head.show_card(ref, name, look, self._place, note)
        sheet = self.faces.sheet
        if sheet is not None:
            sheet.grid.show_head(sheet_head(card, sheet.grid.face.side))

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Show why a save was refused, and go to the first cell that is wrong."""
        if self._card is None:
            return
        self._card.refuse(tuple(problems))
        self._mark_all()
        sheet = self.faces.sheet
        if sheet is not None:
            self._show_rows(sheet.grid)
        self.go_to(problems[0].field)

    def go_to(self, identifier: str) -> None:
        """Put the cursor into a cell, on whichever side it is."""
        if self._card is not None:
            self._walk.go_to(self._card, identifier)

    def begin_typing(self) -> None:
        """Put the cursor into the first empty required cell, or the first open one."""
        if self._card is not None:
            self._walk.begin(self._card)

    def take_cell(self) -> None:
        """Take the text of the cell with the cursor, as leaving it would."""
        sheet = self.faces.sheet
        if sheet is None:
            return
        tables = self.faces.tables
        if tables is not None:
            tables.view.stop()
        name = sheet.grid.cell
        if self._card is not None and self._card.may_type(name):
            focused = self.focusWidget()
            if isinstance(focused, ChoiceEditor):
                focused.pick_typed()
            self._leave(sheet.grid, name)

    def clear(self) -> None:
        """Forget the card: nothing of it stays in any field."""
        self._card = None
        self.strip.clear()
        self.why.clear()
        self.history.show_history(())
        self.panels.clear()
        self.head.show_card("", "", new_look(), "", "")
        self.faces.clear()
        self.shown.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._retranslate)
        super().changeEvent(event)

    def _build(self, actions: CardActions) -> None:
        self.head = CardHead(actions, self)
        self._stack = QStackedWidget(self)
        self.history = Timeline(self)
        self._stack.addWidget(self.history)
        self.faces = CardFaces(self._role, self._stack, self._listen)
        self.panels = PanelTabs(self.head, self._stack, self)
        self._walk = CellWalk(self.head, self.faces, lambda: self.panels.chosen or self.history)
        self.passes = PassBar(self)
        self.proposed = ProposalBar(self)
        self.alike = LookAlikeStrip(self._role is not Role.REP, self)
        self.strip = ProblemStrip(self)
        self.why = WhyBar(self)
        self.why.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.passes)
        layout.addWidget(self.proposed)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.alike)
        layout.addWidget(self.strip)
        layout.addWidget(self.why)

    def _connect(self) -> None:
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.show_state)
        self.head.side_chosen.connect(self._turn)
        self.head.tabs.walked_on.connect(self._walk.enter)
        self.strip.cell_wanted.connect(self.go_to)
        self.strip.ticked.connect(self._tick)
        self.strip.reopen_wanted.connect(self.reopen_wanted)

    def _listen(self, sheet: SheetView, tables: RowTables | None) -> None:
        """Hear of what is typed on a face that was just built, and in the tables below it."""
        grid = sheet.grid
        grid.edited.connect(lambda name: self._edit(grid, name))
        grid.left.connect(lambda name: self._leave(grid, name))
        grid.walked_out.connect(lambda forward: self._walk.walk_on(grid.face.side, forward=forward))
        grid.table_wanted.connect(self._walk.open_table)
        if tables is not None:
            tables.typed.connect(self._put)
            tables.left.connect(lambda name: self._leave_row(tables, name))
            tables.removed.connect(lambda table, key: self._remove_row(tables, table, key))
            tables.walked_out.connect(self._walk.walk_out_of_tables)

    def _turn(self) -> None:
        """Another tab was chosen: a face that is filled again has its marks again too."""
        self._show_side()
        self._mark_all()

    def _show_side(self) -> None:
        """Bring the chosen tab into view, filled."""
        if self._card is None:
            return
        tables = self.faces.tables
        if tables is not None and self.side is not Side.MORE:
            tables.view.stop()  # what is typed there may stand on a face too
        panel, side = self.panels.chosen, self.side
        if panel is not None:
            self.panels.show(panel, self._card.view.ref)
        elif side is None:
            self._stack.setCurrentWidget(self.history)
            self.history_wanted.emit()
        else:
            self.faces.bring(self._card.view.kind, side, self._card)

    def _edit(self, grid: PaperGrid, name: str) -> None:
        """Something was typed."""
        self._put(name, grid.typed_in(name))
        if name not in grid.editors:
            self._show_rows(grid)
            self.faces.outdate(but=[one for one in self.faces.built if one.grid is grid])

    def _put(self, name: str, text: str) -> None:
        """Take what is typed into the card."""
        if self._card is None:
            return
        self._card.put(name, text, amends=self._amends)
        self._ask_why()
        self.typed.emit()

    def _ask_why(self) -> None:
        """A filed card's change goes into its history with a reason, or to who decides on it."""
        card = self._card
        asks = card is not None and card.dirty and card.view.state != "draft"
        self.why.setVisible(asks)
        if card is not None and asks:
            kind, children = card.view.kind, card.view.children
            names = [path_name(kind, path, children) for path in card.handed_in()]
            self.why.tell_handed_in(names)

    def _leave(self, grid: PaperGrid, name: str) -> None:
        """The cursor left a cell: check it, and write it as the program does."""
        card = self._card
        if card is None or not card.may_type(name):
            return
        if card.text(name) != card.original(name) or name in card.problems:
            self._amends = True
            grid.write(name, card.look(name))
            self._amends = False
        card.end_step()
        if name in _STEERING:
            self._reopen_cells()
        self._mark_all()
        self._show_rows(grid)
        self.show_state()

    def _reopen_cells(self) -> None:
        """What may be typed, or must be, has changed: fill the faces again, the cursor stays."""
        here = self.faces.sheet
        focused = self.focusWidget()
        scrolled = here.verticalScrollBar().value() if here else 0
        self.faces.outdate()
        self._show_side()
        if here is not None:
            here.verticalScrollBar().setValue(scrolled)
        if focused is not None:
            focused.setFocus()

    def _tick(self, reason: str, on: bool) -> None:
        if self._card is None:
            return
        if on:
            self._card.ticked.add(reason)
        else:
            self._card.ticked.discard(reason)
        self._mark_all()
        self.typed.emit()

    def _mark_all(self) -> None:
        """Mark the cells of the side in view, and tell the problems of all sides."""
        card, sheet = self._card, self.faces.sheet
        if card is None:
            return
        problems = card.open_problems()
        self.strip.show_problems(problems, card.ticks())
        if sheet is None:
            return
        wanted = card.required_empty()
        worst = {problem.field: problem for problem in reversed(problems)}
        for name, editor in sheet.grid.editors.items():
            problem = worst.get(name)
            if problem is not None:
                editor.set_mark(*worst_of(problem))
            else:
                editor.set_mark(Mark.WANTED if name in wanted else Mark.NONE)

    def _show_rows(self, grid: PaperGrid) -> None:
        """Show the rows of tables as they stand now."""
        card = self._card
        if card is not None:
            face = grid.face
            grid.fill_rows(rows_filling(card, face), shown_now(card, face), card.required_empty())

    def _leave_row(self, tables: RowTables, name: str) -> None:
        """A cell of a table was left: check it."""
        card = self._card
        if card is None or not card.may_type(name):
            return
        if card.text(name) != card.original(name) or name in card.problems:
            card.put(name, card.look(name), amends=True)
            self._tell_rows(tables)
        card.end_step()

    def _remove_row(self, tables: RowTables, table: str, key: str) -> None:
        if self._card is not None:
            self._card.remove_row(table, key)
            self._tell_rows(tables)
            self.typed.emit()

    def _tell_rows(self, tables: RowTables) -> None:
        """Rows have changed: every face that shows them is out of date."""
        tables.refresh()
        self.faces.outdate(but=self.faces.above_tables)
        self._ask_why()
        self._mark_all()
        self.show_state()

    def _retranslate(self) -> None:
        """Every label, list and value in the new language; typing stays as it is."""
        self.panels.retranslate()
        self.faces.retranslate()
        if self._card is not None:
            self._card.retranslate()
            self._show_side()
            self._mark_all()
            self.show_state()
