"""Which file: chosen, or dropped here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.buttons import main_button, remark
from gui.widgets.trouble import Trouble

_ICON = 56
_WIDTH = 600


class ChoosePage(QWidget):
    """A place to drop a file, and a button for who would rather choose it.

    Signals:
        chosen: the path of a file.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._title = (
            QLabel(self),
            QLabel(self.tr("Drop a list of customers here"), self),
        )
        self._icon.setPixmap(
            theme.icon("folder", theme.colours().accent, _ICON).pixmap(_ICON, _ICON)
        )
        self._title.setProperty("title", True)
        self._what = remark(self)
        self._what.setText(
            self.tr(
                "An .xlsx workbook or a .csv list, with a row of headings. Every row needs a "
                "name, a rep and a district; everything else may follow later. Nothing is written "
                "before you have seen what will happen."
            )
        )
        self._button = main_button(self)
        self._button.setText(self.tr("&Choose a file …"))
        self._button.clicked.connect(self._choose)
        self.trouble = Trouble(self)
        self._build()

    def focus(self) -> None:
        """Put the cursor on the button."""
        self._button.setFocus()

    def _build(self) -> None:
        middle = QWidget(self)
        middle.setFixedWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(14)
        for widget in (self._icon, self._title, self._what, self.trouble):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget)
        column.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout = QGridLayout(self)
        layout.addWidget(middle, 1, 1)
        layout.setRowStretch(0, 2)
        layout.setRowStretch(2, 3)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(2, 1)

    def _choose(self) -> None:
        title, kinds = self.tr("A list of customers"), self.tr("Lists (*.xlsx *.xlsm *.csv *.txt)")
        chosen, _ = QFileDialog.getOpenFileName(
            self, title, str(Path.home()), f"{kinds};;{self.tr('All files (*)')}"
        )
        if chosen:
            self.chosen.emit(Path(chosen))
