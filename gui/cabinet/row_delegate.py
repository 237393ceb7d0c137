"""Cells of a table of rows: drawn with their marks, typed with the editor of the column's kind."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.cabinet.row_model import MARK, RowModel
from gui.translators import words
from gui.widgets.cell_ink import Mark, Sizes, draw_mark
from gui.widgets.cell_room import give_room
from gui.widgets.choice_editor import ChoiceEditor
from gui.widgets.choices_editor import ChoicesEditor
from gui.widgets.field_editors import FieldEditor, editor_for
from gui.widgets.paper_cell import ENTER
from gui.widgets.row_cells import Answers

_Index = QModelIndex | QPersistentModelIndex
_LEAST = 110


class RowDelegate(QStyledItemDelegate):
    """Makes and places the editors.

    Signals:
        typed: path of a cell, its text: somebody is typing.
        walked: Tab or Enter in a cell: on to the next (True) or back (False).
        stopped: Esc in a cell.
    """

    typed = Signal(str, str)
    walked = Signal(bool)
    stopped = Signal()

    def __init__(self, table: RowModel, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._answers: Answers = lambda field: ()
        self.editor: FieldEditor | None = None

    def offer(self, answers: Answers) -> None:
        """Ask this for the entries of every list."""
        self._answers = answers

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        field = self._table.fields[index.column()]
        editor = editor_for(field, parent)
        editor.set_sizes(Sizes())
        editor.setAccessibleName(words("CardField", field.label))
        if isinstance(editor, (ChoiceEditor, ChoicesEditor)):
            editor.offer(self._answers(field))
        editor.setAutoFillBackground(True)
        path = self._table.path(index)
        editor.edited.connect(lambda: self._edit(editor, path))
        self.editor = editor
        return editor

    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        if editor is self.editor:
            self.editor = None
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        if isinstance(editor, FieldEditor):
            editor.fill(self._table.text(index))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Everything was told while it was typed; here the cell is only left."""
        if isinstance(editor, ChoiceEditor):
            editor.pick_typed()
        self._table.left.emit(self._table.path(index))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        editor.setGeometry(option.rect)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        mark = index.data(MARK)
        if isinstance(mark, Mark) and mark is not Mark.NONE:
            draw_mark(painter, QRectF(option.rect), mark)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keys of the editor: Tab and Enter walk on, but never while an input method composes."""
        if not isinstance(event, QKeyEvent) or not isinstance(editor, FieldEditor):
            return super().eventFilter(editor, event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
            return True
        if event.key() in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            self.walked.emit(event.key() == Qt.Key.Key_Tab)
            return True
        if event.key() in ENTER and not editor.begins_line(event) and not _list_open(editor):
            if not editor.composing:
                self.walked.emit(not back)
            return True
        return False

    def _edit(self, editor: FieldEditor, path: str) -> None:
        view = editor.parentWidget()
        if view is not None:
            cell = editor.geometry()
            give_room(editor, cell, view.rect(), _LEAST)
        self.typed.emit(path, editor.typed())


def _list_open(editor: FieldEditor) -> bool:
    return isinstance(editor, ChoiceEditor) and editor.is_list_open()
