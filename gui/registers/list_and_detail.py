"""A list, and beside it everything of the chosen line in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTextBrowser, QWidget

_NARROWEST = 260


class ListAndDetail(QSplitter):
    """The two, with a handle between them.

    Attributes:
        detail: the words; links in them do nothing.
    """

    def __init__(self, table: QWidget, widths: tuple[int, int], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.detail = QTextBrowser(self)
        self.detail.setOpenLinks(False)
        self.detail.setMinimumWidth(_NARROWEST)
        self.setChildrenCollapsible(False)
        self.addWidget(table)
        self.addWidget(self.detail)
        self.setStretchFactor(0, 1)
        self.setSizes(list(widths))
