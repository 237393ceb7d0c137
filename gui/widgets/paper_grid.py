"""One side of the card as a form: drawn as the paper is, with a field in every open cell.

Lines, labels and headings are painted, and kept as one picture; only what can be typed is a
widget. A face is built once and filled again for every card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from gui import theme
from gui.translators import words
from gui.widgets import sheet_ink
from gui.widgets.cell_ink import (
    PADDING,
    Mark,
    draw_hint,
    draw_mark,
    draw_value,
    fit_value,
    inside,
)
from gui.widgets.field_editors import FieldEditor, editor_for
from gui.widgets.line_editor import FlagEditor, TextEditor
from gui.widgets.same_button import SameButton
from gui.widgets.shared_cell import GAP, SharedCell
from gui.widgets.sheet_ink import SheetHead
from gui.widgets.sheet_places import CellPlace, SheetPlaces, places, scale_for
from model.cards.fields import Field, Kind, field_at
from model.cards.layout import Face

_MOST_BLANKS = 2
_RIGHT = frozenset({Kind.MONEY, Kind.PERCENT, Kind.DECIMAL})


@dataclass(frozen=True)
class SheetFilling:
    """What one card puts into a face.

    Attributes:
        typed: identifier -> text of its field.
        shown: path -> text of a cell that is only read.
        hints: path -> why a cell shows nothing.
        open_cells: identifiers that may be typed.
        wanted: identifiers that are required and empty, of cells that are only read.
        head: the line above the grid.
    """

    typed: Mapping[str, str] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, str] = field(default_factory=dict)
    open_cells: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()
    head: SheetHead = field(default_factory=SheetHead)


class PaperGrid(QWidget):
    """A face of the card.

    Signals:
        edited: identifier of a cell in which something was typed.
        left: identifier of a cell that the cursor went out of.
        entered: identifier of a cell that the cursor came into.
        walked_out: Tab went past the last cell (True), or back past the first (False).
    """

    edited = Signal(str)
    left = Signal(str)
    entered = Signal(str)
    walked_out = Signal(bool)

    def __init__(self, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        self.editors: dict[str, FieldEditor] = {}
        self._filling = SheetFilling()
        self._blanks: dict[tuple[int, float, theme.Colours], QPixmap] = {}
        self._places: SheetPlaces = places(face, scale_for(face, 0, 0))
        self._shared: dict[str, SharedCell] = {}
        self._parts: dict[str, QRect] = {}
        self._cut: dict[int, str] = {}
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

    def walk(self) -> list[FieldEditor]:
        """The open cells in reading order."""
        return [editor for editor in self.editors.values() if not editor.isHidden()]

    def fill(self, filling: SheetFilling) -> None:
        """Show another card."""
        before, self._filling = self._filling, filling
        for name, editor in self.editors.items():
            is_open = name in filling.open_cells
            if is_open is editor.isHidden():
                editor.setVisible(is_open)
            editor.fill(filling.typed.get(name, "") if is_open else "")
            editor.set_mark(Mark.NONE)
        if before.hints != filling.hints:
            self._set_hints()
        for shared in set(self._shared.values()):
            self._divide(shared)
        self._cut.clear()
        self.update()

    def show_head(self, head: SheetHead) -> None:
        """Show another head line only."""
        filling = self._filling
        self._filling = SheetFilling(
            filling.typed, filling.shown, filling.hints, filling.open_cells, filling.wanted, head
        )
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
        self._blank_sheet()

    def sizeHint(self) -> QSize:
        return QSize(self._places.width, self._places.height)

    def focus_first(self, *, last: bool = False) -> bool:
        """Put the cursor into the first open cell, or the last; False where there is none."""
        walk = self.walk()
        if walk:
            walk[-1 if last else 0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(walk)

    def focus_cell(self, identifier: str) -> bool:
        """Put the cursor into one cell; False where it is not open on this face."""
        editor = self.editors.get(identifier)
        if editor is None or editor.isHidden():
            return False
        editor.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk the cells as they are read, and tell when the walk leaves the face."""
        walk = self.walk()
        here = next((number for number, cell in enumerate(walk) if cell.hasFocus()), None)
        if here is None:
            return super().focusNextPrevChild(forward)
        there = here + (1 if forward else -1)
        if 0 <= there < len(walk):
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            walk[there].setFocus(reason)
        else:
            self.walked_out.emit(forward)
        return True

    def retranslate(self) -> None:
        """Draw labels anew, and name every field, in the window's language."""
        self._blanks.clear()
        for editor in self.editors.values():
            editor.setAccessibleName(words("CardField", editor.field.label))
            editor.set_unit(words("Unit", editor.field.unit) if editor.field.unit else "")
        self._set_hints()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._whole_text(event.pos()), self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copying what can only be read."""
        text = self._text_at(event.pos())
        if not text:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("&Copy"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(text))
        menu.popup(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a heading of the strip goes to the first cell of its block."""
        place = event.position().toPoint()
        for block in self._places.blocks:
            if block.strip.contains(place):
                self._enter_block(block.area)
                return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._blank_sheet())
        sheet_ink.draw_head(painter, self._places, self._filling.head)
        self._paint_strips(painter)
        for number, place in enumerate(self._places.cells):
            if place.cell.paths and event.rect().intersects(place.area):
                self._paint_cell(painter, number, place)
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
        self._same = SameButton(self.editors, self)

    def _arrange(self) -> None:
        """Put every field into its cell."""
        self._shared = {}
        for place in self._places.cells:
            paths = place.cell.paths
            if len(paths) > 1:
                shared = SharedCell(place, self.editors, self._places.sizes)
                self._shared.update(dict.fromkeys(paths, shared))
            elif paths:
                self._parts[paths[0]] = place.area.adjusted(1, 1, -1, -1)
        for name, editor in self.editors.items():
            editor.set_sizes(self._places.sizes)
            if name in self._parts:
                editor.setGeometry(self._parts[name])
        for shared in set(self._shared.values()):
            self._divide(shared)
        self.setFixedSize(self.sizeHint())
        self.update()

    def _divide(self, shared: SharedCell, *, apart: bool = False) -> None:
        shared.divide(self._closed_text, apart=apart)
        self._parts.update(shared.areas)
        self.update(shared.place.area)

    def _closed_text(self, path: str) -> str:
        return self._filling.shown.get(path, "")

    def _set_hints(self) -> None:
        """An empty cell says why it shows nothing, or which part of a shared cell it is."""
        for name, editor in self.editors.items():
            # A year or an area without its amount before it would only puzzle.
            figure = editor.field.kind is Kind.NUMBER
            shared = name in self._shared and not figure
            part = words("CardField", editor.field.cell_label) if shared else ""
            editor.set_hint(self._filling.hints.get(name, part))

    def _edit(self, name: str) -> None:
        self._give_room(self.editors[name])
        self._same.offer(self.editors[name], self._parts[name])
        self.edited.emit(name)

    def _enter(self, name: str) -> None:
        if name in self._shared:
            self._divide(self._shared[name], apart=True)
        self._give_room(self.editors[name])
        self._same.offer(self.editors[name], self._parts[name])
        self.entered.emit(name)

    def _leave(self, name: str) -> None:
        self._same.take_away()
        self.left.emit(name)
        if name in self._shared:
            self._divide(self._shared[name])
        self.editors[name].setGeometry(self._parts[name])

    def _give_room(self, editor: FieldEditor) -> None:
        """Let a field grow beyond a cell that is too small for its text, while it is typed."""
        area = self._parts[editor.field.identifier]
        if isinstance(editor, FlagEditor) or not editor.hasFocus():
            return
        needed = editor.fontMetrics().horizontalAdvance(editor.typed()) + 2 * PADDING + 22
        if isinstance(editor, TextEditor):
            area = self._taller(editor, area)
        else:
            area = area.adjusted(0, 0, max(0, needed - area.width()), 0)
        grid = self._places.grid
        area.setWidth(min(area.width(), grid.width()))
        area.translate(min(0, grid.right() - area.right()), min(0, grid.bottom() - area.bottom()))
        editor.setGeometry(area)
        editor.raise_()

    def _taller(self, editor: TextEditor, area: QRect) -> QRect:
        """Room for all lines of a text, at most six."""
        metrics = editor.fontMetrics()
        width = max(area.width(), 220)
        lines = metrics.boundingRect(
            QRect(0, 0, width - 16, 10_000), Qt.TextFlag.TextWrapAnywhere, editor.typed() + " "
        )
        height = min(lines.height() + 10, metrics.lineSpacing() * 6)
        return QRect(area.left(), area.top(), width, max(area.height(), height))

    def _enter_block(self, area: QRect) -> None:
        for editor in self.walk():
            if area.contains(self._parts[editor.field.identifier]):
                editor.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _blank_sheet(self) -> QPixmap:
        """The picture of what never changes, of this scale and the one before."""
        key = (self._places.width, self.devicePixelRatioF(), theme.colours())
        if key not in self._blanks:
            while len(self._blanks) >= _MOST_BLANKS:
                del self._blanks[next(iter(self._blanks))]
            self._blanks[key] = sheet_ink.blank_sheet(self._places, key[1])
        return self._blanks[key]

    def _paint_strips(self, painter: QPainter) -> None:
        """Write each heading in the middle of what is in view of its block."""
        view = self.visibleRegion().boundingRect()
        for block in self._places.blocks:
            strip = block.strip.intersected(view)
            sheet_ink.draw_strip(painter, strip, block.block, self._places.sizes.label)

    def _paint_cell(self, painter: QPainter, number: int, place: CellPlace) -> None:
        """Draw what of a cell is no field just now."""
        closed = [path for path in place.cell.paths if not self._is_open(path)]
        shared = self._shared.get(place.cell.paths[0])
        if len(closed) == len(place.cell.paths) or (shared is not None and shared.drawn_as_one):
            text = shared.text(self._closed_text) if shared else self._closed_text(closed[0])
            self._paint_text(painter, QRectF(place.area), text, number, place)
        else:
            for path in closed:
                area = QRectF(self._parts[path])
                self._paint_text(painter, area, self._closed_text(path), number, place)
        if any(path in self._filling.wanted for path in closed):
            draw_mark(painter, QRectF(place.area), Mark.WANTED)

    def _is_open(self, path: str) -> bool:
        return path in self.editors and path in self._filling.open_cells

    def _paint_text(
        self, painter: QPainter, cell: QRectF, text: str, number: int, place: CellPlace
    ) -> None:
        """Draw a text in its cell, or the reason why there is none."""
        area = inside(cell)
        if not text:
            hints = self._filling.hints
            hint = next((hints[path] for path in place.cell.paths if path in hints), "")
            draw_hint(painter, area, hint, self._places.sizes)
            return
        shown = fit_value(text, "", area, self._places.sizes)
        if shown.cut:
            self._cut[number] = text
        figures = place.table and field_at(self.face.kind, place.cell.paths[0]).kind in _RIGHT
        align = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
        draw_value(painter, area, shown, align)

    def _whole_text(self, place: QPoint) -> str:
        """The text under the mouse, where it had to be cut."""
        for number, text in self._cut.items():
            if self._places.cells[number].area.contains(place):
                return text
        return ""

    def _text_at(self, place: QPoint) -> str:
        for cell in self._places.cells:
            if cell.area.contains(place):
                texts = map(self._closed_text, cell.cell.paths)
                return GAP.join(text for text in texts if text)
        return ""


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
