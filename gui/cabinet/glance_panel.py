"""The tab 全貌: what the office knows of a customer now, on one page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import errors
from gui.cabinet.card_panel import CardPanel
from gui.cabinet.glance_lines import (
    change_lines,
    figures,
    loan_lines,
    promise_lines,
    proposal_lines,
    visit_lines,
    who_lines,
)
from gui.cabinet.glance_list import FigureTile, GlanceList
from gui.clock import Clock
from gui.widgets.buttons import remark
from model.errors import CabinetError
from model.loans.at_a_glance import Glance, glance
from model.office.desk import Desk

_PARTS = ("visits", "promises", "changes", "loans", "proposals")

_NARROW = 900
"""Pixels below which two lists stand side by side, not three: beside the list of cards."""

Places = dict[str, tuple[int, int, int, int]]
_WIDE_PLACES: Places = {
    "visits": (0, 0, 2, 1),
    "promises": (2, 0, 1, 1),
    "changes": (0, 1, 3, 1),
    "loans": (0, 2, 2, 1),
    "proposals": (2, 2, 1, 1),
}
_NARROW_PLACES: Places = {
    "visits": (0, 0, 1, 1),
    "changes": (0, 1, 1, 1),
    "promises": (1, 0, 1, 1),
    "loans": (1, 1, 2, 1),
    "proposals": (2, 0, 1, 1),
}
"""Row, column, rows and columns of each list."""


class GlancePanel(CardPanel):
    """Figures above, lines below; reads the customer each time that it comes into view.

    Signals:
        wanted: the `Goal` of a figure or line that was opened.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._seen: Glance | None = None
        self._build()
        self._retranslate()

    @property
    def told(self) -> str:
        """Why nothing is shown, or the empty string."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def title(self) -> str:
        return self.tr("At a glance")

    def show_card(self, ref: str) -> None:
        try:
            self._seen = glance(self._desk, ref, self._clock.now())
        except CabinetError as error:
            self.clear()
            self._trouble.setText(errors.told(error))
            self._trouble.show()
        else:
            self._trouble.hide()
            self._show()

    def clear(self) -> None:
        self._seen = None
        self._trouble.hide()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(_NARROW_PLACES if self.width() < _NARROW else _WIDE_PLACES)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._trouble = remark(self)
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._trouble.setMargin(24)
        self._trouble.hide()
        self._who = [QLabel(self) for _ in range(2)]
        for number, label in enumerate(self._who):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setProperty("faint", number == 1)
            label.setMinimumWidth(60)
        self._tiles = QHBoxLayout()
        self._tiles.setSpacing(8)
        self.lists = {name: GlanceList(self) for name in _PARTS}
        for part in self.lists.values():
            part.wanted.connect(self.wanted)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for row in range(3):
            self._grid.setRowStretch(row, 1)
        self._places: Places = {}
        self._arrange(_WIDE_PLACES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self._trouble)
        for label in self._who:
            layout.addWidget(label)
        layout.addLayout(self._tiles)
        layout.addLayout(self._grid, 1)
        self.setFocusProxy(self.lists["visits"].table)

    def _arrange(self, wanted: Places) -> None:
        """Put every list where there is room for its words."""
        if wanted is self._places:
            return
        self._places = wanted
        for name, place in wanted.items():
            self._grid.removeWidget(self.lists[name])
            self._grid.addWidget(self.lists[name], *place)
        shares = (5, 5, 4) if wanted is _WIDE_PLACES else (1, 1, 0)
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share)

    def _show(self) -> None:
        """Everything in the window's language."""
        seen, now = self._seen, self._clock.now()
        today = now.date()
        self._show_figures()
        who = who_lines(seen.view) if seen else ["", ""]
        for label, text in zip(self._who, who, strict=True):
            label.setText(text)
            label.setToolTip(text)
        for name, lines in (
            ("visits", visit_lines(seen.visits) if seen else ()),
            ("promises", promise_lines(seen, today) if seen else ()),
            ("changes", change_lines(seen) if seen else ()),
            ("loans", loan_lines(seen.loans) if seen else ()),
            ("proposals", proposal_lines(seen) if seen else ()),
        ):
            self.lists[name].show_lines(lines)
            self.lists[name].setVisible(seen is not None)

    def _show_figures(self) -> None:
        while (item := self._tiles.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._seen is None:
            return
        for figure in figures(self._seen, self._clock.now().date()):
            tile = FigureTile(figure, self)
            tile.wanted.connect(self.wanted)
            self._tiles.addWidget(tile, 1)
            tile.show()  # at once, not with the next turn of the loop

    def _retranslate(self) -> None:
        names = {
            "visits": (self.tr("Last visits"), self.tr("No visit is recorded.")),
            "promises": (self.tr("Open promises"), self.tr("Nothing is promised.")),
            "changes": (
                self.tr("Last changes"),
                self.tr("Nothing was changed since it was opened."),
            ),
            "loans": (self.tr("Loans"), self.tr("The card was never out.")),
            "proposals": (self.tr("Proposed changes"), self.tr("Nothing waits to be decided.")),
        }
        for name, (heading, nothing) in names.items():
            self.lists[name].name(heading, nothing)
        self._show()
