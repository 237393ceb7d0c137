"""The faces of the card in the form: each is built once, and filled when it comes into view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from gui.cabinet.card_head import SIDES
from gui.cabinet.face_filling import filling_of
from gui.cabinet.more_face import more_face
from gui.cabinet.more_side import MoreSide
from gui.cabinet.row_tables import RowTables
from gui.cabinet.sheet_view import SheetView
from gui.cabinet.typed_card import TypedCard
from gui.translators import words
from gui.widgets.sheet_filling import SheetFilling
from model.cards.choices import EXPLICIT
from model.cards.definition import CardKind, Field, Kind
from model.cards.layout import Side, faces
from model.office.rights import Role

Listen = Callable[[SheetView, RowTables | None], object]


class CardFaces:
    """Front, back and 更多 of both kinds of card, in one stack."""

    def __init__(self, role: Role, stack: QStackedWidget, listen: Listen) -> None:
        """Prepare to build faces.

        Args:
            role: of whoever reads the cards.
            stack: where the faces stand.
            listen: takes each face that is built, with the tables below it, to hear of its cells.
        """
        self._role = role
        self._stack = stack
        self._listen = listen
        self._staff: dict[Kind, tuple[str, ...]] = {}
        self._sheets: dict[tuple[CardKind, Side], SheetView] = {}
        self._more: dict[SheetView, MoreSide] = {}
        self._filled: dict[SheetView, TypedCard] = {}
        self._stale: set[SheetView] = set()

    @property
    def sheet(self) -> SheetView | None:
        """The face in view."""
        page = self._stack.currentWidget()
        if isinstance(page, MoreSide):
            return page.sheet
        return page if isinstance(page, SheetView) else None

    @property
    def tables(self) -> RowTables | None:
        """The tables of the card, where they are in view."""
        page = self._stack.currentWidget()
        return page.tables if isinstance(page, MoreSide) else None

    @property
    def built(self) -> list[SheetView]:
        """The faces that there are by now."""
        return list(self._sheets.values())

    @property
    def above_tables(self) -> list[SheetView]:
        """Of these, the ones of 更多."""
        return list(self._more)

    def at(self, kind: CardKind, side: Side) -> SheetView:
        """A face, built when it is first needed."""
        sheet = self._sheets.get((kind, side))
        if sheet is None:
            sheet = self._new_more(kind) if side is Side.MORE else self._new_sheet(kind, side)
            self._sheets[kind, side] = sheet
            self._stale.add(sheet)
        return sheet

    def warm_up(self, room: QSize) -> bool:
        """Build one face more, while nobody waits; False when all are there.

        Args:
            room: the size in which it will be seen.
        """
        for kind in CardKind:
            for side in SIDES:
                if (kind, side) not in self._sheets:
                    self.at(kind, side).expect(room)
                    return True
        return False

    def offer_staff(self, reps: Sequence[str], districts: Sequence[str]) -> None:
        """Set the names that a rep's and a district's cell offer."""
        self._staff = {Kind.PERSON: tuple(reps), Kind.DISTRICT: tuple(districts)}
        self._offer_all()

    def outdate(self, but: Collection[SheetView] = ()) -> None:
        """What is typed has changed: faces are filled again before they are seen."""
        self._stale.update(set(self.built).difference(but))

    def bring(self, kind: CardKind, side: Side, card: TypedCard) -> None:
        """Bring a face into view, filled."""
        sheet = self.at(kind, side)
        self.fill(sheet, card)
        self._stack.setCurrentWidget(self._more.get(sheet, sheet))

    def fill(self, sheet: SheetView, card: TypedCard) -> None:
        """Put the card into a face, unless it is there already."""
        if sheet not in self._stale:
            return
        self._stale.discard(sheet)
        anew = self._filled.get(sheet) is not card
        sheet.grid.fill(filling_of(card, sheet.grid.face, self._role), anew=anew)
        if sheet in self._more:
            self._more[sheet].tables.show_card(card)
        if anew:
            sheet.begin()
        self._filled[sheet] = card

    def clear(self) -> None:
        """Forget the card: nothing of it stays in any field."""
        for sheet in self.built:
            sheet.grid.fill(SheetFilling())
        self._filled.clear()
        for page in self._more.values():
            page.tables.show_card(None)

    def retranslate(self) -> None:
        """Every label and list in the window's language; the faces are filled anew."""
        self._offer_all()
        for sheet in self.built:
            sheet.grid.retranslate()
        self.outdate()

    def _new_sheet(self, kind: CardKind, side: Side) -> SheetView:
        sheet = SheetView(faces(kind)[SIDES.index(side)], self._stack)
        self._stack.addWidget(sheet)
        sheet.grid.offer(self._answers)
        self._listen(sheet, None)
        return sheet

    def _new_more(self, kind: CardKind) -> SheetView:
        """更多 with its tables."""
        page = MoreSide(more_face(kind), self._role, self._stack)
        self._more[page.sheet] = page
        self._stack.addWidget(page)
        page.sheet.grid.offer(self._answers)
        page.tables.offer(self._answers)
        self._listen(page.sheet, page.tables)
        return page.sheet

    def _offer_all(self) -> None:
        """Give every list its entries in the window's language."""
        for sheet in self.built:
            sheet.grid.offer(self._answers)
        for page in self._more.values():
            page.tables.offer(self._answers)

    def _answers(self, known: Field) -> tuple[str, ...]:
        if known.kind in self._staff:
            return self._staff[known.kind]
        # In a row of a table 无 has no place of its own beside the value.
        explicit = known.takes_explicit and known.card_kinds
        choices = (*known.choices, *(EXPLICIT if explicit else ()))
        return tuple(words(choice.context, choice.label) for choice in choices)
