"""A field that is typed in may grow beyond a cell that is too small for its text."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt

from gui.widgets.cell_ink import PADDING
from gui.widgets.field_editors import FieldEditor
from gui.widgets.line_editor import FlagEditor, TextEditor

_BESIDE = 22
_TEXT_WIDTH = 220
_MOST_LINES = 6


def give_room(editor: FieldEditor, cell: QRect, grid: QRect, least: int = 0) -> None:
    """Make a field as large as its text, within the grid.

    Args:
        editor: the field with the cursor; any other stays as it is.
        cell: its cell, or its part of a cell.
        grid: what it may not leave.
        least: the smallest width of a line.
    """
    if isinstance(editor, FlagEditor) or not editor.hasFocus():
        return
    area = QRect(cell)
    if isinstance(editor, TextEditor):
        area = _taller(editor, area)
    else:
        beside = editor.look.typed_unit if editor.look.typed_unit != editor.look.unit else ""
        text = editor.typed() + beside
        needed = editor.fontMetrics().horizontalAdvance(text) + 2 * PADDING + _BESIDE
        area.setWidth(max(area.width(), needed, least))
    area.setWidth(min(area.width(), grid.width()))
    area.translate(min(0, grid.right() - area.right()), min(0, grid.bottom() - area.bottom()))
    editor.setGeometry(area)
    editor.raise_()


def _taller(editor: TextEditor, area: QRect) -> QRect:
    """Room for all lines of a text, at most six."""
    metrics = editor.fontMetrics()
    width = max(area.width(), _TEXT_WIDTH)
    lines = metrics.boundingRect(
        QRect(0, 0, width - 16, 10_000), Qt.TextFlag.TextWrapAnywhere, editor.typed() + " "
    )
    height = min(lines.height() + 10, metrics.lineSpacing() * _MOST_LINES)
    return QRect(area.left(), area.top(), width, max(area.height(), height))
