"""The fields of a visit record that the counter seldom needs, folded away under the others."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from gui.today.visit_inputs import VisitInput
from gui.translators import words
from model.cards.definition import Kind

_ABREAST = 2
_LEAST_HEIGHT = 190


class MoreFields(QScrollArea):
    """Two abreast, each under its label."""

    def __init__(self, inputs: Mapping[str, VisitInput], parent: QWidget) -> None:
        super().__init__(parent)
        self._inputs = inputs
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(14)
        for column in range(_ABREAST):
            grid.setColumnStretch(column, 1)
        self._labels: dict[str, QLabel] = {}
        for number, (name, entry) in enumerate(inputs.items()):
            row, column = divmod(number, _ABREAST)
            self._labels[name] = QLabel(inside)
            self._labels[name].setProperty("faint", True)
            self._labels[name].setBuddy(entry)
            grid.addWidget(self._labels[name], row * 2, column)
            grid.addWidget(entry, row * 2 + 1, column, Qt.AlignmentFlag.AlignTop)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setProperty("plain", True)
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        self.hide()

    def retranslate(self) -> None:
        """Set the labels; a tick has its own words beside it."""
        for name, label in self._labels.items():
            shown = self._inputs[name].field
            label.setText("" if shown.kind is Kind.FLAG else words("CardField", shown.label))
