"""The card as its paper: faces, tabs, what is wrong, and the buttons. Saves nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from gui.cabinet.card_actions import CardActions
from gui.cabinet.card_head import HISTORY, SIDES, CardHead
from gui.cabinet.card_panel import CardPanel
from gui.cabinet.card_states import new_look, stamp, state_look
from gui.cabinet.face_filling import (
    changed_cells,
    rows_filling,
    shown_now,
    tables_of,
    worst_of,
)
from gui.cabinet.look_alike_strip import LookAlikeStrip
from gui.cabinet.more_face import more_face
from gui.cabinet.more_side import MoreSide
from gui.cabinet.path_words import path_name
from gui.cabinet.problem_strip import ProblemStrip
from gui.cabinet.proposal_bar import ProposalBar
from gui.cabinet.row_tables import RowTables
from gui.cabinet.sheet_heads import sheet_head
from gui.cabinet.sheet_view import SheetView
from gui.cabinet.timeline import Timeline
from gui.cabinet.typed_card import TypedCard
from gui.cabinet.why_bar import WhyBar
from gui.translators import words
from gui.widgets.cell_ink import Mark
from gui.widgets.choice_editor import ChoiceEditor
from gui.widgets.paper_grid import PaperGrid
from gui.widgets.sheet_filling import SheetFilling
from gui.widgets.sheet_ink import SheetHead
from model.cards.cell_texts import hints
from model.cards.choices import EXPLICIT
from model.cards.definition import CardKind, Field, Kind
from model.cards.layout import Side, faces, side_of
from model.cards.paths import REQUIRED, column_path, row_path
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
        self._staff: dict[Kind, tuple[str, ...]] = {}
        self._sheets: dict[tuple[CardKind, Side], SheetView] = {}
        self._amends = False
        self._more: dict[SheetView, MoreSide] = {}
        self._filled: dict[SheetView, TypedCard] = {}
        self._stale: set[SheetView] = set()
        self._panels: list[CardPanel] = []
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

    def add_panel(self, panel: CardPanel) -> None:
        """Hang a further tab behind the history; Alt and its number bring it into view."""
        number = self.head.add_tab(panel.title())
        self._panels.append(panel)
        self._stack.addWidget(panel)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        key = QShortcut(QKeySequence(f"Alt+{number + 1}"), self, context=within)
        key.activated.connect(lambda: self._choose_panel(number))

    def offer_staff(self, reps: Sequence[str], districts: Sequence[str]) -> None:
        """Set the names that a rep's and a district's cell offer."""
        self._staff = {Kind.PERSON: tuple(reps), Kind.DISTRICT: tuple(districts)}
        for sheet in self._sheets.values():
            self._offer(sheet.grid)

    def warm_up(self, room: QSize) -> bool:
        """Build one face more, while nobody waits; False when all are there.

        Args:
            room: the size in which the form will be seen.
        """
        for kind in CardKind:
            for side in SIDES:
                if (kind, side) not in self._sheets:
                    head = self.head.sizeHint().height()
                    self._sheet(kind, side).expect(room - QSize(_EDGES, head + _EDGES))
                    return True
        return False

    def show_card(self, card: TypedCard, place: str = "") -> None:
        """Put a card into the form, its front or the side that was in view."""
        self._card, self._place = card, place
        self._open_panels(not card.is_new)
        self.strip.clear()
        self.why.clear()
        self.why.hide()
        self.history.show_history(())
        self._stale = set(self._sheets.values())
        self.show_state()
        self._show_side()
        self._mark_all()
        self.shown.emit()

    def show_typing(self) -> None:
        """Show typing that was put back into the card."""
        self._stale = set(self._sheets.values())
        self._show_side()
        self._mark_all()
        self._ask_why()
        self.show_state()

    @property
    def cell(self) -> str:
        """The cell with the cursor, or the empty string."""
        sheet, tables = self._current(), self._tables()
        here = sheet.grid.cell if sheet is not None else ""
        return here or (tables.cell if tables is not None else "")

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
        sheet = self._current()
        if sheet is not None:
            sheet.grid.show_head(self._sheet_head(sheet.grid.face.side))

    def refuse(self, problems: Sequence[Problem]) -> None:
        """Show why a save was refused, and go to the first cell that is wrong."""
        if self._card is None:
            return
        self._card.refuse(tuple(problems))
        self._mark_all()
        sheet = self._current()
        if sheet is not None:
            self._show_rows(sheet.grid)
        self.go_to(problems[0].field)

    def go_to(self, identifier: str) -> None:
        """Put the cursor into a cell, on whichever side it is."""
        if self._card is None:
            return
        if row_path(identifier) is not None:
            self._go_to_row(identifier)
            return
        try:
            side = side_of(self._card.view.kind, identifier)
        except KeyError:
            return
        if side in SIDES:
            self.head.choose_side(SIDES.index(side))
            self._sheet(self._card.view.kind, side).grid.focus_cell(identifier)

    def begin_typing(self) -> None:
        """Put the cursor into the first empty required cell, or the first open one."""
        sheet = self._current()
        if sheet is None or self._card is None:
            return
        wanted = self._card.required_empty()
        for name in sheet.grid.order():
            if name in wanted and self._card.may_type(name):
                sheet.grid.focus_cell(name)
                return
        sheet.grid.focus_first()

    def take_cell(self) -> None:
        """Take the text of the cell with the cursor, as leaving it would."""
        sheet = self._current()
        if sheet is None:
            return
        tables = self._tables()
        if tables is not None:
            tables.view.stop()
        name = sheet.grid.cell
        if name in self._open_names(sheet.grid):
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
        for panel in self._panels:
            panel.clear()
        self.head.show_card("", "", new_look(), "", "")
        for sheet in self._sheets.values():
            sheet.grid.fill(SheetFilling())
        self._filled.clear()
        for page in self._more.values():
            page.tables.show_card(None)
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
        self.proposed = ProposalBar(self)
        self.alike = LookAlikeStrip(self._role is not Role.REP, self)
        self.strip = ProblemStrip(self)
        self.why = WhyBar(self)
        self.why.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.proposed)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.alike)
        layout.addWidget(self.strip)
        layout.addWidget(self.why)

    def _connect(self) -> None:
        self.head.side_chosen.connect(self._show_side)
        self.head.tabs.walked_on.connect(self._enter_side)
        self.strip.cell_wanted.connect(self.go_to)
        self.strip.ticked.connect(self._tick)
        self.strip.reopen_wanted.connect(self.reopen_wanted)

    def _sheet(self, kind: CardKind, side: Side) -> SheetView:
        """A face, built when it is first needed."""
        sheet = self._sheets.get((kind, side))
        if sheet is None:
            sheet = self._new_sheet(kind, side)
            self._sheets[kind, side] = sheet
            self._stale.add(sheet)
        return sheet

    def _new_sheet(self, kind: CardKind, side: Side) -> SheetView:
        face = more_face(kind) if side is Side.MORE else faces(kind)[SIDES.index(side)]
        sheet = self._new_more(kind) if side is Side.MORE else SheetView(face, self._stack)
        grid = sheet.grid
        if side is not Side.MORE:
            self._stack.addWidget(sheet)
        self._offer(grid)
        grid.edited.connect(lambda name: self._edit(grid, name))
        grid.left.connect(lambda name: self._leave(grid, name))
        grid.walked_out.connect(lambda forward: self._walk_on(side, forward=forward))
        grid.table_wanted.connect(self._open_table)
        return sheet

    def _offer(self, grid: PaperGrid) -> None:
        """Give every list its entries in the window's language."""
        grid.offer(self._answers)
        for page in self._more.values():
            page.tables.offer(self._answers)

    def _answers(self, known: Field) -> tuple[str, ...]:
        if known.kind in self._staff:
            return self._staff[known.kind]
        # In a row of a table 无 has no place of its own beside the value.
        explicit = known.takes_explicit and known.card_kinds
        choices = (*known.choices, *(EXPLICIT if explicit else ()))
        return tuple(words(choice.context, choice.label) for choice in choices)

    def _current(self) -> SheetView | None:
        page = self._stack.currentWidget()
        if isinstance(page, MoreSide):
            return page.sheet
        return page if isinstance(page, SheetView) else None

    def _tables(self) -> RowTables | None:
        """The tables of the card, where they are in view."""
        page = self._stack.currentWidget()
        return page.tables if isinstance(page, MoreSide) else None

    def _show_side(self) -> None:
        """Bring the chosen tab into view, filled."""
        if self._card is None:
            return
        tables = self._tables()
        if tables is not None and self.side is not Side.MORE:
            tables.view.stop()  # what is typed there may stand on a face too
        panel = self._panel()
        if panel is not None:
            self._stack.setCurrentWidget(panel)
            panel.show_card(self._card.view.ref)
            return
        if self.side is None:
            self._stack.setCurrentWidget(self.history)
            self.history_wanted.emit()
            return
        sheet = self._sheet(self._card.view.kind, self.side)
        self._fill(sheet)
        self._stack.setCurrentWidget(self._more.get(sheet, sheet))

    def _panel(self) -> CardPanel | None:
        """The further tab in view, if it is one."""
        number = self.head.tabs.currentIndex() - HISTORY - 1
        return self._panels[number] if number >= 0 else None

    def _choose_panel(self, number: int) -> None:
        if self._card is not None and self.head.tabs.isTabEnabled(number):
            self.head.choose_side(number)

    def _open_panels(self, is_saved: bool) -> None:
        """Only what has a number has a history, or anything else to tell."""
        if not is_saved and self.side is None:
            self.head.choose_side(0)
        for number in range(HISTORY, self.head.tabs.count()):
            self.head.tabs.setTabEnabled(number, is_saved)

    def _fill(self, sheet: SheetView) -> None:
        """Put the card into a face, unless it is there already."""
        if sheet not in self._stale or self._card is None:
            return
        self._stale.discard(sheet)
        card, face = self._card, sheet.grid.face
        sheet.grid.fill(
            SheetFilling(
                typed=card.texts,
                shown=shown_now(card, face),
                hints=hints(card.view, face, self._role, words),
                open_cells=card.open_cells(),
                wanted=card.required_empty(),
                head=self._sheet_head(face.side),
                rows=rows_filling(card, face),
                tables=tables_of(card, face),
                stale=card.view.stale,
                changed=changed_cells(card, face),
            ),
            anew=self._filled.get(sheet) is not card,
        )
        if sheet in self._more:
            self._more[sheet].tables.show_card(card)
        if self._filled.get(sheet) is not card:
            sheet.begin()
        self._filled[sheet] = card

    def _sheet_head(self, side: Side) -> SheetHead:
        assert self._card is not None
        view = self._card.view
        mark = "" if self._card.is_new else stamp(view.state, view.stage, view.holder, view.due_at)
        return sheet_head(self._card, side, mark)

    def _edit(self, grid: PaperGrid, name: str) -> None:
        """Something was typed."""
        self._put(name, grid.typed_in(name))
        if name not in grid.editors:
            self._show_rows(grid)
            self._stale.update(one for one in self._sheets.values() if one.grid is not grid)

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
        here = self._current()
        focused = self.focusWidget()
        scrolled = here.verticalScrollBar().value() if here else 0
        self._stale = set(self._sheets.values())
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
        card, sheet = self._card, self._current()
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

    def _new_more(self, kind: CardKind) -> SheetView:
        """更多 with its tables."""
        page = MoreSide(more_face(kind), self._role, self._stack)
        self._more[page.sheet] = page
        self._stack.addWidget(page)
        tables = page.tables
        tables.offer(self._answers)
        tables.typed.connect(self._put)
        tables.left.connect(lambda name: self._leave_row(tables, name))
        tables.removed.connect(lambda table, key: self._remove_row(tables, table, key))
        tables.walked_out.connect(self._walk_out_of_tables)
        return page.sheet

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
        self._stale = set(self._sheets.values()) - set(self._more)
        self._ask_why()
        self._mark_all()
        self.show_state()

    def _open_table(self, table: str) -> None:
        """A cell that tells a table in short was opened."""
        self.head.choose_side(SIDES.index(Side.MORE))
        tables = self._tables()
        if tables is not None:
            tables.enter_table(table)

    def _go_to_row(self, name: str) -> None:
        """Put the cursor into a column of a row: on a face that shows it, else in its table."""
        assert self._card is not None
        row = row_path(name)
        if row is not None and not row.column:
            name = column_path(row.table, row.row, REQUIRED[row.table][0])
        for side in SIDES:
            sheet = self._sheet(self._card.view.kind, side)
            self._fill(sheet)
            if sheet.grid.places_of_rows.path_of(name):
                self.head.choose_side(SIDES.index(side))
                sheet.grid.focus_cell(name)
                return
        there = tuple(self._card.rows.by_key[row.table]) if row is not None else ()
        is_gone = row is not None and row.is_new and row.row not in there
        if row is not None and is_gone and there and self._tables() is None:
            # It was saved, and has a number of its own now; the face has no free row any more.
            self._go_to_row(column_path(row.table, there[-1], row.column))
            return
        self.head.choose_side(SIDES.index(Side.MORE))
        tables = self._tables()
        if tables is not None:
            tables.go_to(name)

    def _enter_tables(self) -> bool:
        tables = self._tables()
        return tables is not None and tables.enter()

    def _walk_out_of_tables(self, forward: bool) -> None:
        """Tab left the tables: on to the buttons, or back to the fields above them."""
        sheet = self._current()
        if forward or sheet is None or not sheet.grid.focus_first(last=True):
            self.head.focus_acts()

    def _open_names(self, grid: PaperGrid) -> set[str]:
        """The cells of a face that are typed in; a table told in short is not."""
        card = self._card
        return set() if card is None else {name for name in grid.order() if card.may_type(name)}

    def _walk_on(self, side: Side, *, forward: bool) -> None:
        """Tab goes from the front to the back, to 更多, and then to the buttons."""
        there = SIDES.index(side) + (1 if forward else -1)
        if there < 0:
            self.head.tabs.setFocus(Qt.FocusReason.BacktabFocusReason)
            return
        if there >= len(SIDES):
            if not self._enter_tables():
                self.head.focus_acts()
            return
        self.head.choose_side(there)
        sheet = self._current()
        if sheet is None or not sheet.grid.focus_first(last=not forward):
            self._walk_on(SIDES[there], forward=forward)

    def _enter_side(self) -> None:
        """Tab on the tabs: into the first cell, the history, or on to the buttons."""
        sheet = self._current()
        if sheet is None:
            (self._panel() or self.history).setFocus(Qt.FocusReason.TabFocusReason)
        elif not sheet.grid.focus_first() and not self._enter_tables():
            self.head.focus_acts()

    def _retranslate(self) -> None:
        """Every label, list and value in the new language; typing stays as it is."""
        for number, panel in enumerate(self._panels, HISTORY + 1):
            self.head.name_tab(number, panel.title())
        for sheet in self._sheets.values():
            self._offer(sheet.grid)
            sheet.grid.retranslate()
        if self._card is not None:
            self._card.retranslate()
            self._stale = set(self._sheets.values())
            self._show_side()
            self._mark_all()
            self.show_state()
