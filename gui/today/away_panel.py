"""The cards a rep holds, to be taken home in the evening."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gui.today.today_actions import ON_AWAY, TodayActions
from gui.today.visit_columns import (
    AWAY_COLUMNS,
    AWAY_DUE,
    AWAY_NAME,
    AWAY_PLACE,
    AWAY_RECORD,
    AWAY_SINCE,
    AWAY_WIDTHS,
    AwayRow,
)
from gui.widgets.buttons import button_for
from gui.widgets.day_table import DayTable, InkDelegate
from model.loans.board import CardAway, RepDetail

_SHOWS_ALL_FROM = 760
_PAD = 12
_NO_LIMIT = 16_777_215


class AwayPanel(QFrame):
    """傍晚还卡.

    Signals:
        record_wanted: the `CardAway` that comes home with a record.
        changed: another card is chosen.
        folded: whether only the heading stands.
    """

    record_wanted = Signal(object)
    changed = Signal()
    folded = Signal(bool)

    def __init__(self, actions: TodayActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._actions = actions
        self._detail: RepDetail | None = None
        self._build()
        self._connect()
        self._retranslate()

    @property
    def card(self) -> CardAway | None:
        """The card at the cursor."""
        chosen = self.table.chosen
        return chosen.card if chosen else None

    @property
    def cards(self) -> list[CardAway]:
        """Every card the rep holds."""
        return [row.card for row in self.table.table.rows]

    def show_detail(self, detail: RepDetail | None, now: datetime) -> None:
        """Show the cards a rep holds now."""
        self._detail = detail
        away = detail.away if detail else ()
        self.table.show_records([AwayRow(card, now) for card in away])
        self._fold(not away)
        self._name()
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in (AWAY_SINCE, AWAY_PLACE):
            self.table.setColumnHidden(column, self.width() < _SHOWS_ALL_FROM)

    def _build(self) -> None:
        self.table: DayTable[AwayRow] = DayTable(
            AWAY_COLUMNS, AWAY_NAME, AWAY_WIDTHS, lambda row: row.card.card_no, self
        )
        self.table.setMinimumHeight(72)
        for column in (AWAY_DUE, AWAY_RECORD):
            self.table.setItemDelegateForColumn(column, InkDelegate(self.table))
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title = QLabel(head)
        self._title.setProperty("heading", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(head)
        row.setContentsMargins(_PAD, 6, 8, 6)
        row.addWidget(self._title, 1)
        for name in ("record", "return_plain", "cancel", "return_all"):
            row.addWidget(button_for(self._actions[name], head))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.table, 1)
        self._actions.hang(self.table, *ON_AWAY)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _connect(self) -> None:
        self.table.doubleClicked.connect(lambda index: self._open(self.table.table.record(index)))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.changed.emit())

    def _open(self, row: AwayRow | None) -> None:
        if row is not None:
            self.record_wanted.emit(row.card)

    def _fold(self, folded: bool) -> None:
        """Without cards only the heading stands, and the visits have the room."""
        if folded != self.table.isHidden():
            self.table.setHidden(folded)
            self.setMaximumHeight(self.sizeHint().height() if folded else _NO_LIMIT)
            self.folded.emit(folded)

    def _name(self) -> None:
        count = len(self.cards)
        ready = sum(card.has_record for card in self.cards)
        self._title.setText(
            self.tr("Cards home · %n out", "", count) if count else self.tr("Cards home · none out")
        )
        self._actions.name("return_all", self.tr("All with record (%n)", "", ready))
        self._actions.allow("return_all", bool(ready))
        for name in ("return_plain", "cancel"):
            self._actions.allow(name, bool(count))

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Cards that the rep holds"))
        self._name()
