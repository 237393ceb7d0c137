"""Where the cursor goes in the card's form: to a cell that is named, and on with Tab."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.cabinet.card_faces import CardFaces
from gui.cabinet.card_head import SIDES, CardHead
from gui.cabinet.typed_card import TypedCard
from model.cards.layout import Side, side_of
from model.cards.paths import REQUIRED, column_path, row_path


class CellWalk:
    """Moves the cursor over the faces, their tables, the tabs and the buttons."""

    def __init__(self, head: CardHead, faces: CardFaces, beside: Callable[[], QWidget]) -> None:
        """Prepare to move.

        Args:
            head: has the tabs and the buttons.
            faces: have the cells.
            beside: tells what is in view where no face is.
        """
        self._head = head
        self._faces = faces
        self._beside = beside

    @property
    def cell(self) -> str:
        """The cell with the cursor, or the empty string."""
        sheet, tables = self._faces.sheet, self._faces.tables
        here = sheet.grid.cell if sheet is not None else ""
        return here or (tables.cell if tables is not None else "")

    def go_to(self, card: TypedCard, identifier: str) -> None:
        """Put the cursor into a cell, on whichever side it is."""
        if row_path(identifier) is not None:
            self._go_to_row(card, identifier)
            return
        try:
            side = side_of(card.view.kind, identifier)
        except KeyError:
            return
        if side in SIDES:
            self._head.choose_side(SIDES.index(side))
            self._faces.at(card.view.kind, side).grid.focus_cell(identifier)

    def begin(self, card: TypedCard) -> None:
        """Put the cursor into the first empty required cell, or the first open one."""
        sheet = self._faces.sheet
        if sheet is None:
            return
        wanted = card.required_empty()
        for name in sheet.grid.order():
            if name in wanted and card.may_type(name):
                sheet.grid.focus_cell(name)
                return
        sheet.grid.focus_first()

    def open_table(self, table: str) -> None:
        """A cell that tells a table in short was opened."""
        self._head.choose_side(SIDES.index(Side.MORE))
        tables = self._faces.tables
        if tables is not None:
            tables.enter_table(table)

    def walk_on(self, side: Side, *, forward: bool) -> None:
        """Tab goes from the front to the back, to 更多, and then to the buttons."""
        there = SIDES.index(side) + (1 if forward else -1)
        if there < 0:
            self._head.tabs.setFocus(Qt.FocusReason.BacktabFocusReason)
            return
        if there >= len(SIDES):
            if not self._enter_tables():
                self._head.focus_acts()
            return
        self._head.choose_side(there)
        sheet = self._faces.sheet
        if sheet is None or not sheet.grid.focus_first(last=not forward):
            self.walk_on(SIDES[there], forward=forward)

    def walk_out_of_tables(self, forward: bool) -> None:
        """Tab left the tables: on to the buttons, or back to the fields above them."""
        sheet = self._faces.sheet
        if forward or sheet is None or not sheet.grid.focus_first(last=True):
            self._head.focus_acts()

    def enter(self) -> None:
        """Tab on the tabs: into the first cell, the history, or on to the buttons."""
        sheet = self._faces.sheet
        if sheet is None:
            self._beside().setFocus(Qt.FocusReason.TabFocusReason)
        elif not sheet.grid.focus_first() and not self._enter_tables():
            self._head.focus_acts()

    def _go_to_row(self, card: TypedCard, name: str) -> None:
        """Put the cursor into a column of a row: on a face that shows it, else in its table."""
        row = row_path(name)
        if row is not None and not row.column:
            name = column_path(row.table, row.row, REQUIRED[row.table][0])
        for side in SIDES:
            sheet = self._faces.at(card.view.kind, side)
            self._faces.fill(sheet, card)
            if sheet.grid.places_of_rows.path_of(name):
                self._head.choose_side(SIDES.index(side))
                sheet.grid.focus_cell(name)
                return
        there = tuple(card.rows.by_key[row.table]) if row is not None else ()
        is_gone = row is not None and row.is_new and row.row not in there
        if row is not None and is_gone and there and self._faces.tables is None:
            # It was saved, and has a number of its own now; the face has no free row any more.
            self._go_to_row(card, column_path(row.table, there[-1], row.column))
            return
        self._head.choose_side(SIDES.index(Side.MORE))
        tables = self._faces.tables
        if tables is not None:
            tables.go_to(name)

    def _enter_tables(self) -> bool:
        tables = self._faces.tables
        return tables is not None and tables.enter()
