"""更多: the fields that stand on the screen only, and below them the tables of the card."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.cabinet.row_tables import RowTables
from gui.cabinet.sheet_view import SheetView
from model.cards.layout import Face
from model.office.rights import Role

_LEAST_TABLE = 210


class MoreSide(QWidget):
    """A short sheet, and the tables in the room that is left."""

    def __init__(self, face: Face, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet = SheetView(face, self)
        self.tables = RowTables(face.kind, role, self)
        self.tables.setMinimumHeight(_LEAST_TABLE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(self.tables, 1)
