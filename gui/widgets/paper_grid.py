"""One side of the card as a form: drawn as the paper is, with a field in every open cell.

Lines, labels and headings are painted, and kept as one picture; only what can be typed is a
widget. A face is built once and filled again for every card.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from gui import clipboard
from gui.translators import words
from gui.widgets import sheet_ink
from gui.widgets.blank_sheets import BlankSheets
from gui.widgets.cell_ink import Mark
from gui.widgets.cell_room import give_room
from gui.widgets.choice_editor import ChoiceEditor
from gui.widgets.door_cell import DoorCell
from gui.widgets.face_painter import FacePainter
from gui.widgets.field_editors import FieldEditor, editor_for
from gui.widgets.grid_walk import GridWalk
from gui.widgets.region_button import RegionButton
from gui.widgets.row_cells import Answers, RowCells
from gui.widgets.same_button import SameButton
from gui.widgets.shared_cell import SharedCell
from gui.widgets.sheet_filling import RowFilling, SheetFilling
from gui.widgets.sheet_ink import SheetHead
from gui.widgets.sheet_places import SheetPlaces, places, scale_for
from model.cards.fields import Field, Kind, field_at
from model.cards.layout import Face, reading_order
from model.cards.paths import TABLE_LABELS

_TAB = Qt.FocusReason.TabFocusReason
_LEAST_TYPED = 96
"""Pixels of a part of a shared cell while it is typed in."""


class PaperGrid(QWidget):
    """A face of the card.

    A cell is named by its field's identifier, or by the path of the row's column that it shows,
    such as `contacts#7.mobile`.

    Signals:
        edited: name of a cell in which something was typed.
        left: name of a cell that the cursor went out of.
        entered: name of a cell that the cursor came into.
        walked_out: Tab went past the last cell (True), or back past the first (False).
        table_wanted: the table that a cell tells in short.
    """

    edited = Signal(str)
    left = Signal(str)
    entered = Signal(str)
    walked_out = Signal(bool)
    table_wanted = Signal(str)

    def __init__(self, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.editors: dict[str, FieldEditor] = {}
        self._filling = SheetFilling()
        self._blanks = BlankSheets()
        self._places: SheetPlaces = places(face, scale_for(face, 0, 0))
        self._shared: dict[str, SharedCell] = {}
        self._parts: dict[str, QRect] = {}
        self._rows = RowCells(face, self)
        self._painted = FacePainter(face, self.editors, self._rows)
        self._doors: dict[str, DoorCell] = {}
        self._reading = reading_order(face)
        self._walk = GridWalk(self._reading, (self.editors, self._doors), self._rows)
        self._build()
        self.retranslate()
        self._arrange()

    @property
    def fields(self) -> Iterable[Field]:
        """The fields that can be typed on this face, in reading order."""
        return (editor.field for editor in self.editors.values())

    @property
    def strip_width(self) -> int:
        """Right edge of the strip with the headings."""
        return self._places.blocks[0].area.left()

    @property
    def cell(self) -> str:
        """Name of the cell with the cursor, or the empty string."""
        here = self._walk.here
        return self._rows.name_at(here) or here

    @property
    def places_of_rows(self) -> RowCells:
        """The cells that show rows of tables."""
        return self._rows

    def order(self) -> list[str]:
        """Names of the open cells in reading order."""
        return [self._rows.name_at(path) or path for path in self._walk.open_cells()]

    def offer(self, answers: Answers) -> None:
        """Give every list its entries."""
        self._rows.offer(answers)
        for editor in self.editors.values():
            if isinstance(editor, ChoiceEditor):
                editor.offer(answers(editor.field))

    def typed_in(self, name: str) -> str:
        """What stands in a cell, of rows only where somebody types."""
        editor = self.editors.get(name)
        return self._rows.typed(name) if editor is None else editor.typed()

    def write(self, name: str, text: str) -> None:
        """Write over what was typed, as typing would."""
        editor = self.editors.get(name)
        if editor is None:
            self._rows.write(name, text)
        else:
            editor.type_over(text)

    def area_of(self, name: str) -> QRect:
        """Where a cell lies on the sheet."""
        path = self._rows.path_of(name)
        return self._rows.part(path) if path else self._parts.get(name, QRect())

    def fill(self, filling: SheetFilling, *, anew: bool = True) -> None:
        """Show another card.

        Args:
            filling: what stands in the cells.
            anew: whether it is another card, or the same one typed on.
        """
        before, self._filling = self._filling, filling
        self._painted.fill(filling)
        for name, editor in self.editors.items():
            is_open = name in filling.open_cells
            if is_open is editor.isHidden():
                editor.setVisible(is_open)
            editor.fill(filling.typed.get(name, "") if is_open else "")
            editor.set_mark(Mark.NONE)
        for table, door in self._doors.items():
            door.setVisible(table in filling.tables)
        self._rows.fill(filling.rows, anew=anew)
        if (before.hints, before.tips) != (filling.hints, filling.tips):
            self._set_hints()
        for shared in set(self._shared.values()):
            self._divide(shared)
        self.update()

    def fill_rows(self, rows: RowFilling, shown: dict[str, str], wanted: frozenset[str]) -> None:
        """Show what stands in the rows of tables now; the fields stay as they are."""
        self._filling = replace(self._filling, rows=rows, shown=shown, wanted=wanted)
        self._painted.fill(self._filling)
        self._rows.fill(rows, anew=False)
        self.update()

    def show_head(self, head: SheetHead) -> None:
        """Show another head line only."""
        self._filling = replace(self._filling, head=head)
        self.update(0, 0, self.width(), self._places.grid.top() + 120)

    def fit_into(self, width: int, height: int) -> None:
        """Scale to a room."""
        laid_out = places(self.face, scale_for(self.face, width, height))
        if laid_out.width != self._places.width:
            self._places = laid_out
            self._arrange()

    def prepare(self) -> None:
        """Do what the first picture needs, while nobody waits for it."""
        for editor in self.editors.values():
            editor.ensurePolished()
        self._blanks.at(self._places, self.devicePixelRatioF())

    def sizeHint(self) -> QSize:
        return QSize(self._places.width, self._places.height)

    def focus_first(self, *, last: bool = False) -> bool:
        """Put the cursor into the first open cell, or the last; False where there is none."""
        walk = self._walk.open_cells()
        return bool(walk) and self._walk.go_to(walk[-1 if last else 0], _TAB)

    def focus_cell(self, name: str) -> bool:
        """Put the cursor into one cell; False where it is not open on this face."""
        path = self._walk.path(name)
        return path in self._walk.open_cells() and self._walk.go_to(path, _TAB)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk the cells as they are read, and tell when the walk leaves the face."""
        if self._walk.here not in self._walk.open_cells():
            return super().focusNextPrevChild(forward)
        if not self._walk.go_on(forward):
            self.walked_out.emit(forward)
        return True

    def retranslate(self) -> None:
        """Draw labels anew, and name every field, in the window's language."""
        self._blanks.clear()
        for editor in self.editors.values():
            editor.setAccessibleName(words("CardField", editor.field.label))
            editor.set_unit(words("Unit", editor.field.unit) if editor.field.unit else "")
        for table, door in self._doors.items():
            name = words("CardField", TABLE_LABELS[table])
            door.setAccessibleName(name)
            door.setToolTip(
                self.tr("Enter or a double click opens the table: {name}").format(name=name)
            )
        self._set_hints()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._painted.whole_text(event.pos()), self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copying what can only be read."""
        text = self._painted.text_at(event.pos())
        if not text:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("&Copy"))
        copy.triggered.connect(lambda: clipboard.put(text))
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a row's cell types in it; one on a heading goes to its block's first cell."""
        place = event.position().toPoint()
        if event.button() is Qt.MouseButton.LeftButton and self._walk.enter_row_at(
            place, self._places
        ):
            return
        for block in self._places.blocks:
            if block.strip.contains(place):
                self._enter_block(block.area)
                return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._blanks.at(self._places, self.devicePixelRatioF()))
        sheet_ink.draw_head(painter, self._places, self._filling.head)
        self._paint_strips(painter)
        for number, place in enumerate(self._places.cells):
            if place.cell.paths and event.rect().intersects(place.area):
                self._painted.paint(painter, number, place)
        if self._filling.head.stamp:
            sheet_ink.draw_stamp(painter, self._places, self._filling.head.stamp)

    def _build(self) -> None:
        """One field for each cell that can ever be typed."""
        for path in _typed_paths(self.face):
            editor = editor_for(field_at(self.face.kind, path), self)
            editor.edited.connect(lambda path=path: self._edit(path))
            editor.entered.connect(lambda path=path: self._enter(path))
            editor.left.connect(lambda path=path: self._leave(path))
            editor.hide()
            self.editors[path] = editor
        for path in self._reading:
            if path in TABLE_LABELS:
                door = DoorCell(self)
                door.entered.connect(lambda path=path: self.entered.emit(path))
                door.opened.connect(lambda path=path: self.table_wanted.emit(path))
                door.hide()
                self._doors[path] = door
        self._rows.edited.connect(self._edit_row)
        self._rows.entered.connect(self._enter_row_cell)
        self._rows.left.connect(self.left)
        self._same = SameButton(self.editors, self)
        self._region = RegionButton(self)

    def _arrange(self) -> None:
        """Put every field into its cell."""
        self._shared = {}
        for place in self._places.cells:
            paths = place.cell.paths
            if len(paths) > 1 and paths[0] not in self._rows:
                shared = SharedCell(place, self.editors, self._places.sizes)
                self._shared.update(dict.fromkeys(paths, shared))
            elif paths:
                self._parts[paths[0]] = place.area.adjusted(1, 1, -1, -1)
        self._set_hints()
        for name, editor in self.editors.items():
            editor.set_sizes(self._places.sizes)
            if name in self._parts:
                editor.setGeometry(self._parts[name])
        for name, door in self._doors.items():
            door.setGeometry(self._parts[name])
        self._painted.arrange(self._places, self._shared, self._parts)
        for shared in set(self._shared.values()):
            self._divide(shared)
        self._rows.arrange(self._places)
        self.setFixedSize(self.sizeHint())
        self.update()

    def _divide(self, shared: SharedCell, *, apart: bool = False) -> None:
        shared.divide(self._painted.closed_text, apart=apart)
        self._parts.update(shared.areas)
        self.update(shared.place.area)

    def _set_hints(self) -> None:
        """An empty cell says why it shows nothing, or which part of a shared cell it is."""
        headings = {place.cell.label for place in self._places.cells}
        for name, editor in self.editors.items():
            # A year or an area without its amount before it would only puzzle.
            figure = editor.field.kind is Kind.NUMBER
            label = editor.field.cell_label
            shared = name in self._shared and not figure and label not in headings
            part = words("CardField", label) if shared else ""
            tip = self._filling.tips.get(name, "")
            editor.set_hint(self._filling.hints.get(name, part), tip)

    def _edit(self, name: str) -> None:
        self._give_room(self.editors[name])
        self._offer_buttons(name)
        self.edited.emit(name)

    def _enter(self, name: str) -> None:
        if name in self._shared:
            self._divide(self._shared[name], apart=True)
        self._give_room(self.editors[name])
        self._offer_buttons(name)
        self.entered.emit(name)

    def _offer_buttons(self, name: str) -> None:
        """What one click puts into a cell: a place before it, what stands in another."""
        editor = self.editors[name]
        room = self._region.offer(editor, self._parts[name])
        self._same.offer(editor, room)

    def _leave(self, name: str) -> None:
        self._same.take_away()
        self._region.take_away()
        self.left.emit(name)
        if name in self._shared:
            self._divide(self._shared[name])
        self.editors[name].setGeometry(self._parts[name])

    def _give_room(self, editor: FieldEditor) -> None:
        give_room(editor, self._parts[editor.field.identifier], self._places.grid)

    def _edit_row(self, name: str) -> None:
        self._give_room_to_row(name)
        self.edited.emit(name)

    def _enter_row_cell(self, name: str) -> None:
        self._give_room_to_row(name)
        self.entered.emit(name)

    def _give_room_to_row(self, name: str) -> None:
        path = self._rows.path_of(name)
        editor, part = self._rows.editor_at(path), self._rows.part(path)
        give_room(editor, part, self._places.grid, _LEAST_TYPED)

    def _enter_block(self, area: QRect) -> None:
        for path in self._walk.open_cells():
            part = self._rows.part(path) if path in self._rows else self._parts[path]
            if area.contains(part):
                self._walk.go_to(path, _TAB)
                return

    def _paint_strips(self, painter: QPainter) -> None:
        """Write each heading in the middle of what is in view of its block."""
        view = self.visibleRegion().boundingRect()
        for block in self._places.blocks:
            strip = block.strip.intersected(view)
            sheet_ink.draw_strip(painter, strip, block.block, self._places.sizes.label)


def _typed_paths(face: Face) -> list[str]:
    """Paths of the cells that can be typed on a face, in reading order."""
    found = []
    for row in face.rows:
        for cell in row.cells:
            for path in cell.paths:
                known = field_at(face.kind, path)
                if "[" not in path and known.editable and known.kind is not Kind.ROWS:
                    found.append(path)
    return found
