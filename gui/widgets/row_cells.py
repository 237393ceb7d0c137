"""The cells of a face that show rows of tables.

They are painted. Where somebody types, an editor of the column's kind stands; there are two of
each kind, which take turns: the one that is left and the one that is entered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from gui.translators import words
from gui.widgets.cell_ink import Mark, Sizes
from gui.widgets.choice_editor import ChoiceEditor
from gui.widgets.choices_editor import ChoicesEditor
from gui.widgets.field_editors import EDITORS, FieldEditor, editor_for
from gui.widgets.line_editor import LineEditor
from gui.widgets.sheet_filling import RowFilling
from gui.widgets.sheet_places import CellPlace, SheetPlaces
from model.cards.fields import Field, field_at
from model.cards.layout import Face
from model.cards.paths import COLUMNS, column_path

_SLOT = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")
_LEAST_PART = 24

Answers = Callable[[Field], Sequence[str]]
"""The entries that a field's list offers."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """One column of one row on the face.

    Attributes:
        path: its path in the layout, such as `contacts[0].mobile`.
        field: the column.
        table: its table.
        index: which row of the table the face shows here.
    """

    path: str
    field: Field
    table: str
    index: int


class RowCells(QObject):
    """Knows which cell shows which row, and moves the editors.

    Signals:
        edited: path of a row's column in which something was typed.
        entered: such a path: the cursor came in.
        left: such a path: the cursor went out.
    """

    edited = Signal(str)
    entered = Signal(str)
    left = Signal(str)

    def __init__(self, face: Face, grid: QWidget) -> None:
        super().__init__(grid)
        self._grid = grid
        self._slots = {slot.path: slot for slot in _slots(face)}
        self._filling = RowFilling()
        self._answers: Answers = lambda field: ()
        self._floating: dict[type, list[FieldEditor]] = {}
        self._where: dict[FieldEditor, str] = {}
        self._areas: dict[str, QRect] = {}
        self._cells: dict[str, CellPlace] = {}
        self._sizes = Sizes()

    def __contains__(self, path: str) -> bool:
        """Whether a path of the layout is a column of a row that can be typed."""
        return path in self._slots

    def offer(self, answers: Answers) -> None:
        """Ask this for the entries of every list."""
        self._answers = answers

    def arrange(self, places: SheetPlaces) -> None:
        """The sheet has another scale."""
        self._sizes = places.sizes
        for place in places.cells:
            paths = [path for path in place.cell.paths if path in self._slots]
            for path, area in zip(paths, _parts(place.area, len(paths)), strict=True):
                self._areas[path] = area
                self._cells[path] = place
        for editor, path in self._where.items():
            editor.set_sizes(self._sizes)
            editor.setGeometry(self._areas[path])

    def fill(self, filling: RowFilling, *, anew: bool) -> None:
        """Take the rows of a card.

        Args:
            filling: the rows as they are now.
            anew: whether it is another card: then no editor stays where it is.
        """
        self._filling = filling
        for editor, path in list(self._where.items()):
            name = self.name_at(path)
            if anew or not name:
                self._put_away(editor)
            else:
                self._refill(editor, name)

    def name_at(self, path: str) -> str:
        """The path of the row's column that a cell shows, empty where it may not be typed."""
        slot = self._slots.get(path)
        if slot is None or not slot.field.editable:
            return ""
        keys = self._filling.keys.get(slot.table, ())
        column = slot.field.identifier
        if slot.index >= len(keys) or f"{slot.table}.{column}" not in self._filling.open_columns:
            return ""
        return column_path(slot.table, keys[slot.index], column)

    def path_of(self, name: str) -> str:
        """The cell that shows a row's column, empty where none does."""
        return next((path for path in self._slots if self.name_at(path) == name), "")

    def nearest(self, path: str) -> str:
        """The cell of the first free row, for a click on an empty one further down."""
        slot = self._slots.get(path)
        if slot is None:
            return ""
        index = min(slot.index, len(self._filling.keys.get(slot.table, ())) - 1)
        return f"{slot.table}[{index}].{slot.field.identifier}" if index >= 0 else ""

    def enter(self, path: str, reason: Qt.FocusReason) -> bool:
        """Move an editor into a cell and put the cursor there; False where it may not be typed."""
        name = self.name_at(path)
        if not name:
            return False
        if path in self._where.values():
            self.editor_at(path).setFocus(reason)
            return True
        editor = self._free_editor(self._slots[path].field)
        self._where[editor] = path
        self._dress(editor, path)
        self._refill(editor, name)
        editor.show()
        editor.raise_()
        editor.setFocus(reason)
        if reason is Qt.FocusReason.MouseFocusReason and type(editor) is ChoiceEditor:
            editor.show_list()
        return True

    def editor_at(self, path: str) -> FieldEditor:
        """The editor that stands in a cell."""
        return next(editor for editor, where in self._where.items() if where == path)

    def focused(self) -> str:
        """The cell of the layout with the cursor, or empty."""
        found = (path for editor, path in self._where.items() if editor.hasFocus())
        return next(found, "")

    def typed(self, name: str) -> str:
        """What stands in the editor of a row's column."""
        return self.editor_at(self.path_of(name)).typed()

    def write(self, name: str, text: str) -> None:
        """Write over what was typed, as typing would."""
        path = self.path_of(name)
        if path in self._where.values():
            self.editor_at(path).type_over(text)

    def taken(self, place: CellPlace) -> frozenset[str]:
        """The parts of a cell in which an editor stands."""
        return frozenset(place.cell.paths).intersection(self._where.values())

    def part(self, path: str) -> QRect:
        """The room of one part of its cell."""
        return self._areas[path]

    def mark(self, path: str) -> tuple[Mark, str]:
        """What is wrong with a cell, and the sentence that tells it."""
        return self._filling.marks.get(self.name_at(path), (Mark.NONE, ""))

    def _free_editor(self, field: Field) -> FieldEditor:
        """An editor of the kind that stands nowhere: made when first needed, then kept."""
        kept = self._floating.setdefault(_class_of(field), [])
        for editor in kept:
            if editor not in self._where:
                editor.move_to(field)
                return editor
        editor = editor_for(field, self._grid)
        editor.hide()
        editor.edited.connect(lambda: self._edit(editor))
        editor.entered.connect(lambda: self._enter(editor))
        editor.left.connect(lambda: self._leave(editor))
        kept.append(editor)
        return editor

    def _dress(self, editor: FieldEditor, path: str) -> None:
        """Give an editor what belongs to its new column."""
        field = self._slots[path].field
        if isinstance(editor, (ChoiceEditor, ChoicesEditor)):
            editor.offer(self._answers(field))
        editor.set_sizes(self._sizes)
        editor.set_hint(words("CardField", field.cell_label))
        editor.setAccessibleName(words("CardField", field.label))
        editor.setGeometry(self._areas[path])

    def _refill(self, editor: FieldEditor, name: str) -> None:
        editor.fill(self._filling.typed.get(name, ""))
        editor.set_mark(*self._filling.marks.get(name, (Mark.NONE, "")))

    def _edit(self, editor: FieldEditor) -> None:
        name = self.name_at(self._where.get(editor, ""))
        if name:
            self.edited.emit(name)

    def _enter(self, editor: FieldEditor) -> None:
        path = self._where.get(editor, "")
        if path:
            self._grid.update(self._cells[path].area)
            self.entered.emit(self.name_at(path))

    def _leave(self, editor: FieldEditor) -> None:
        path = self._where.get(editor, "")
        if not path:
            return
        self.left.emit(self.name_at(path))
        self._put_away(editor)

    def _put_away(self, editor: FieldEditor) -> None:
        path = self._where.pop(editor, "")
        if path:
            editor.clearFocus()  # else hiding it would send the cursor on to the next cell
            editor.hide()
            editor.fill("")
            self._grid.update(self._cells[path].area)


def _slots(face: Face) -> Iterator[_Slot]:
    """The cells of a face that show columns of rows which people type."""
    for row in face.rows:
        for cell in row.cells:
            for path in cell.paths:
                found = _SLOT.fullmatch(path)
                if found is not None and found[1] in COLUMNS:
                    yield _Slot(path, field_at(face.kind, path), found[1], int(found[2]))


def _parts(area: QRect, count: int) -> list[QRect]:
    """A cell divided evenly among its parts."""
    inside = area.adjusted(1, 1, -1, -1)
    edges = [inside.left() + inside.width() * number // max(1, count) for number in range(count)]
    edges.append(inside.left() + inside.width())
    return [
        QRect(left, inside.top(), max(_LEAST_PART, right - left), inside.height())
        for left, right in pairwise(edges)
    ]


def _class_of(field: Field) -> type:
    """The class of editor that a column is typed in."""
    return EDITORS.get(field.kind, LineEditor)
