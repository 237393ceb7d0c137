"""What happened at the counter, the last first: every scan leaves a line, also one that failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.buttons import link_button, remark

KEPT = 20
_EMPTY_HEIGHT, _NO_LIMIT = 34, 16_777_215


@dataclass(frozen=True)
class Happening:
    """One thing that happened.

    Attributes:
        at: when.
        text: what, in the language of then.
        good: whether it went as the person wanted.
        loan_nos: loans that it made or ended.
        corrected: whether it was taken back by a correction.
        reprint: number of the card that came home with an older 版次 on its paper (需重打).
    """

    at: datetime
    text: str
    good: bool = True
    loan_nos: tuple[int, ...] = ()
    corrected: bool = False
    reprint: str = ""

    @property
    def sign(self) -> str:
        """Done, done with something left to do, or not done."""
        if self.good:
            return "✓"
        return "!" if self.loan_nos else "✕"


class Happenings(QFrame):
    """The list, and which of it can still be corrected.

    Signals:
        folded: there is a list where there was none, or none any more.
        reprint_wanted: numbers of the cards to be printed again.
    """

    folded = Signal()
    reprint_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._kept: list[Happening] = []
        self.may_print = False
        """Whether this desk may print cards."""
        self.list = QListWidget(self)
        self.list.setWordWrap(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setProperty("happenings", True)
        self._nothing = remark(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 4)
        self.reprint = link_button(self)
        self.reprint.clicked.connect(lambda: self.reprint_wanted.emit(self.to_reprint))
        self.reprint.hide()
        layout.addWidget(self.list)
        layout.addWidget(self.reprint, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._nothing)
        self._retranslate()
        self._show()

    @property
    def kept(self) -> Sequence[Happening]:
        """The last happenings, the newest first."""
        return self._kept

    def add(self, happening: Happening) -> None:
        """One more; the oldest goes. What it ended is no more to be corrected by itself."""
        ended = set(happening.loan_nos)
        before = [
            replace(one, loan_nos=tuple(no for no in one.loan_nos if no not in ended))
            if one.good and not ended.isdisjoint(one.loan_nos)
            else one
            for one in self._kept
        ]
        self._kept = [happening, *before][:KEPT]
        self._show()

    def correctable(self) -> Happening | None:
        """The one chosen in the list if it can be corrected, or else the newest that can."""
        row = self.list.currentRow() if self.list.hasFocus() else -1
        chosen = self._kept[row : row + 1] if row >= 0 else self._kept
        return next((one for one in chosen if one.loan_nos and not one.corrected), None)

    @property
    def to_reprint(self) -> list[str]:
        """Cards that came home and are to be printed again, in the order in which they came."""
        waiting = (one.reprint for one in reversed(self._kept) if not one.corrected)
        return list(dict.fromkeys(card_no for card_no in waiting if card_no))

    def mark_printed(self, card_nos: Sequence[str]) -> None:
        """Their new papers are there."""
        self._kept = [
            replace(one, reprint="") if one.reprint in card_nos else one for one in self._kept
        ]
        self._show()

    def mark_corrected(self, happening: Happening) -> None:
        """It was taken back: it stays, struck through."""
        self._kept = [
            replace(one, corrected=True) if one is happening else one for one in self._kept
        ]
        self._show()

    def forget(self) -> None:
        """The screen locks: no customer's name stays."""
        self._kept = []
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        self.list.clear()
        self.list.setVisible(bool(self._kept))
        self._show_reprint()
        self._nothing.setVisible(not self._kept)
        height = _NO_LIMIT if self._kept else _EMPTY_HEIGHT
        if height != self.maximumHeight():
            self.setMaximumHeight(height)
            self.folded.emit()
        for one in self._kept:
            item = QListWidgetItem(f"{one.at:%H:%M:%S}  {one.sign}  {one.text}", self.list)
            item.setToolTip(one.text)
            colour = theme.colours().ink if one.good else theme.colours().overdue
            item.setForeground(QBrush(QColor(theme.colours().faint if one.corrected else colour)))
            if one.corrected:
                font = item.font()
                font.setStrikeOut(True)
                item.setFont(font)

    def _show_reprint(self) -> None:
        waiting = self.to_reprint
        self.reprint.setVisible(bool(waiting) and self.may_print)
        text = self.tr("Print %n card(s) again …", "", len(waiting))
        if len(waiting) == 1:
            text = self.tr("Print {card} again …").format(card=waiting[0])
        self.reprint.setText(text)
        self.reprint.setToolTip(", ".join(waiting))

    def _retranslate(self) -> None:
        self._show_reprint()
        self.list.setAccessibleName(self.tr("What happened, the last first"))
        self._nothing.setText(
            self.tr("Every scan leaves a line here. Ctrl+Z corrects the last one.")
        )
