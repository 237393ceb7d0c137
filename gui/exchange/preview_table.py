"""The first rows of a file under their headings, with what each column and row becomes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.translators import words
from gui.widgets.record_table import Column
from gui.widgets.record_view import RecordView
from model.exchange import matching
from model.exchange.importing import Preview
from model.exchange.matching import Taken
from model.exchange.reasons import DUPLICATES
from model.exchange.targets import target_label
from model.words import mark

_CONTEXT = "PreviewTable"
_NEW, _THERE, _NOT_TAKEN = (
    mark("PreviewTable", "new"),
    mark("PreviewTable", "there already"),
    mark("PreviewTable", "rejected"),
)
_ROW, _BECOMES = mark("PreviewTable", "Row"), mark("PreviewTable", "Becomes")
_PASSED_OVER = {
    Taken.UNKNOWN: mark("PreviewTable", "not taken"),
    Taken.LEFT_OUT: mark("PreviewTable", "left out"),
    Taken.BY_PROGRAM: mark("PreviewTable", "filled by the program"),
}
_WIDEST = 220


@dataclass(frozen=True)
class PreviewRow:
    """One of the first rows: its number, what becomes of it, its cells."""

    number: int
    outcome: str
    cells: tuple[str, ...]


class PreviewTable(QWidget):
    """Made anew for every preview: its columns are the file's."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view: RecordView[PreviewRow] | None = None
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)

    def show_preview(self, preview: Preview | None) -> None:
        """Show the columns and the first rows; None empties the table."""
        if self._view is not None:
            self._view.hide()
            self._view.deleteLater()
            self._view = None
        if preview is None:
            return
        columns = [*_FIRST_COLUMNS, *(_column(column) for column in preview.columns)]
        view = RecordView(columns, len(columns) - 1, self)
        view.setAccessibleName(self.tr("First rows of the file"))
        view.setAlternatingRowColors(True)
        view.setCornerWidget(QWidget(view))  # else the style draws half a frame there
        self._room.addWidget(view)
        view.show_records(_rows(preview))
        for place in range(len(columns)):
            view.setColumnWidth(place, min(view.columnWidth(place), _WIDEST))
        self._view = view

    @property
    def rows(self) -> list[PreviewRow]:
        """The rows shown."""
        return list(self._view.table.rows) if self._view is not None else []

    @property
    def headings(self) -> list[str]:
        """The headings shown, each with what it becomes on its second line."""
        if self._view is None:
            return []
        model = self._view.model()
        return [
            str(model.headerData(place, Qt.Orientation.Horizontal))
            for place in range(model.columnCount())
        ]


def becomes(column: matching.Column) -> str:
    """What a column becomes, in the window's language."""
    if column.taken is Taken.YES:
        return words("CardField", target_label(column.path))
    return words(_CONTEXT, _PASSED_OVER[column.taken])


def _column(column: matching.Column) -> Column[PreviewRow]:
    """A column of the file under its heading and its meaning."""
    arrow = "→" if column.taken is Taken.YES else "×"
    heading = " ".join(column.heading.split())
    return Column[PreviewRow](
        "",
        f"{heading}\n{arrow} {becomes(column)}",
        lambda row: row.cells[column.index] if column.index < len(row.cells) else "",
    )


_FIRST_COLUMNS = (
    Column[PreviewRow](
        _CONTEXT, _ROW, lambda row: str(row.number), key=lambda row: row.number, numeric=True
    ),
    Column[PreviewRow](_CONTEXT, _BECOMES, lambda row: row.outcome),
)


def _rows(preview: Preview) -> list[PreviewRow]:
    """The first rows with what becomes of each."""
    why = {problem.row: problem.reason for problem in preview.problems}
    left_out = {warning.row for warning in preview.warnings if not warning.field}
    found = []
    for number, cells in preview.rows:
        if number in why:
            outcome = _THERE if why[number] in DUPLICATES else _NOT_TAKEN
        else:
            outcome = _PASSED_OVER[Taken.LEFT_OUT] if number in left_out else _NEW
        text = "—" if preview.column_problems else words(_CONTEXT, outcome)
        found.append(PreviewRow(number, text, cells))
    return found
