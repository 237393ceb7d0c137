"""The chosen rep's visits of today, and the button that hands their cards out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.today.today_actions import ON_VISITS, TodayActions
from gui.today.visit_columns import (
    CARD,
    CHOSEN,
    CLASS,
    NAME,
    OWED,
    PLACE,
    PURPOSE,
    READ,
    VISIT_COLUMNS,
    VISIT_WIDTHS,
)
from gui.today.visit_rows import VisitRow, visit_rows
from gui.widgets.buttons import button_for, remark
from gui.widgets.day_table import ChipDelegate, DayTable, InkDelegate
from model.loans.board import RepDetail
from model.rounds.plans_shown import LineView, PlanView

_SHOWS_PLACE_FROM = 860
_PAD = 12
_MOST_NAMED = 6
_FITTED = {PURPOSE: (64, 150), OWED: (92, 170), CARD: (76, 150)}
"""An amount is never cut, and purpose and where a card is hardly ever."""


class VisitPanel(QFrame):
    """A heading that says how far the plan is, a table, and a line about what stands in the way.

    Signals:
        read_wanted, record_wanted: a `LineView` whose 已阅 is clicked, or whose record is wanted.
        changed: other lines are chosen.
    """

    read_wanted = Signal(object)
    record_wanted = Signal(object)
    changed = Signal()

    def __init__(self, actions: TodayActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._actions = actions
        self._detail: RepDetail | None = None
        self._left_here: set[str] = set()
        self._is_open = False
        self._build()
        self._connect()
        self._retranslate()

    @property
    def plan(self) -> PlanView | None:
        """The plan in view."""
        return self._detail.plan if self._detail else None

    @property
    def line(self) -> LineView | None:
        """The line at the cursor."""
        chosen = self.table.chosen
        return chosen.line if chosen else None

    @property
    def rows(self) -> list[VisitRow]:
        """The lines as they are shown."""
        return list(self.table.table.rows)

    @property
    def in_the_way(self) -> str:
        """Why no card of these visits goes out now, and what to do about it."""
        if self.plan is None:
            return self._nothing_text()
        if self._is_stopped:
            return self._why_text()
        if self.waiting:
            return self.tr("No card is chosen: Ctrl+Space chooses the one at the cursor.")
        return self.tr("No card of {rep} waits to be handed out.").format(rep=self.plan.rep)

    @property
    def going(self) -> list[str]:
        """Numbers of the cards that are ready and chosen."""
        return [row.line.card_no for row in self.rows if row.chosen]

    @property
    def waiting(self) -> list[str]:
        """Numbers of all cards that are ready."""
        return [row.line.card_no for row in self.rows if row.waits]

    def show_detail(self, detail: RepDetail | None, *, is_open: bool = False) -> None:
        """Show a rep's day; another rep's lines are all chosen again.

        Args:
            detail: the day.
            is_open: whether the cabinet is: no card leaves a closed one.
        """
        self._is_open = is_open
        before = self._detail.rep_day.rep if self._detail else ""
        if detail is None or detail.rep_day.rep != before:
            self._left_here = set()
        self._detail = detail
        self._show_rows()

    def show_chosen(self, card_nos: Collection[str]) -> None:
        """Choose exactly these lines for handing out."""
        self._left_here = {row.line.card_no for row in self.rows} - set(card_nos)
        self._show_rows()

    def toggle_chosen(self) -> None:
        """Choose the line at the cursor for handing out, or leave its card here."""
        if self.table.chosen is not None:
            self._toggle(self.table.chosen)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(PLACE, self.width() < _SHOWS_PLACE_FROM)

    def _build(self) -> None:
        self.table: DayTable[VisitRow] = DayTable(
            VISIT_COLUMNS, NAME, VISIT_WIDTHS, lambda row: row.line.card_no, self
        )
        self.table.setItemDelegateForColumn(CLASS, ChipDelegate(self.table))
        for column in (OWED, CARD):
            self.table.setItemDelegateForColumn(column, InkDelegate(self.table))
        self.table.setMinimumHeight(96)
        self._nothing = remark(self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        self._why = QLabel(self)
        self._why.setWordWrap(True)
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setContentsMargins(_PAD, 5, _PAD, 5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._why)
        self._actions.hang(self.table, *ON_VISITS)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _head(self) -> QFrame:
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title, self._state = QLabel(head), QLabel(head)
        self._title.setProperty("heading", True)
        self._state.setProperty("faint", True)
        for label in (self._title, self._state):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.hand_out = button_for(self._actions["hand_out"], head, main=True)
        layout = QHBoxLayout(head)
        layout.setContentsMargins(_PAD, 6, 8, 6)
        layout.addWidget(self._title)
        layout.addWidget(self._state, 1)
        layout.addWidget(button_for(self._actions["strike"], head))
        layout.addWidget(self.hand_out)
        return head

    def _connect(self) -> None:
        self.table.hit.connect(self._hit)
        self.table.doubleClicked.connect(lambda index: self._open(self.table.table.record(index)))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self.changed.emit())

    def _open(self, row: VisitRow | None) -> None:
        if row is not None:
            self.record_wanted.emit(row.line)

    def _hit(self, row: VisitRow, column: int) -> None:
        if column == CHOSEN:
            self._toggle(row)
        elif column == READ and not row.struck:
            self.read_wanted.emit(row.line)

    def _toggle(self, row: VisitRow) -> None:
        if row.waits and self._actions.may("choose"):
            self._left_here ^= {row.line.card_no}
            self._show_rows()

    def _show_rows(self) -> None:
        rows = visit_rows(self.plan, self._left_here)
        self.table.setColumnHidden(CHOSEN, not self._actions.may("choose"))
        self.table.show_records(rows)
        for column, limits in _FITTED.items():
            self.table.fit(column, *limits)
        self._stack.setCurrentWidget(self.table if rows else self._nothing)
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        """Say whose day it is, how far its plan is, and how many cards would go."""
        day = self._detail.rep_day if self._detail else None
        self._title.setText(day.rep if day else self.tr("Visits"))
        self._state.setText(self._state_text())
        self._nothing.setText(self._nothing_text())
        why = self._why_text()
        self._why.setText(why)
        self._why.setVisible(bool(why))
        self._why.setProperty("warning", self._is_stopped)
        self._why.setProperty("faint", not self._is_stopped)
        self._why.style().polish(self._why)
        self._actions.name("hand_out", self.tr("Hand out %n card(s)", "", len(self.going)))
        self._actions.allow("hand_out", bool(self.going) and not self._is_stopped)

    @property
    def _is_approved(self) -> bool:
        return self.plan is not None and self.plan.state == "approved"

    @property
    def _is_stopped(self) -> bool:
        """Whether something keeps every card of the plan here."""
        blocked = self._detail is not None and self._detail.rep_day.block.holds
        return blocked or not self._is_open or not self._is_approved

    def _state_text(self) -> str:
        plan = self.plan
        if plan is None:
            return ""
        visits = self.tr("%n visit(s)", "", len(plan.open_lines))
        if plan.state != "approved":
            return self.tr("{visits} · not approved yet").format(visits=visits)
        text = self.tr("{visits} · approved by {name}")
        if plan.on_paper and not plan.confirmed:
            text = self.tr("{visits} · approved on paper by {name}")
        return text.format(visits=visits, name=plan.approved_by)

    def _nothing_text(self) -> str:
        if self._detail is None:
            return self.tr("There is no rep here yet. The manager adds them on the page Settings.")
        return self.tr("{rep} has no plan for today. Plans are made on the page Plan.").format(
            rep=self._detail.rep_day.rep
        )

    def _why_text(self) -> str:
        """What keeps the cards here, or the rule that they leave by."""
        if self._detail is None or self.plan is None:
            return ""
        block = self._detail.rep_day.block
        parts = []
        if block.overdue:
            parts.append(self.tr("overdue {cards}").format(cards=_some(block.overdue)))
        if block.missing:
            parts.append(self.tr("no visit record {cards}").format(cards=_some(block.missing)))
        if parts and block.holds:
            return self.tr(
                "Blocked: {why}. Take these home, or enter their records; his supervisor can lift "
                "it for today."
            ).format(why=self.tr("; ").join(parts))
        if not self._is_approved:
            return self.tr(
                "Not approved yet: a supervisor approves it on the page Plan, or you record what "
                "was approved on paper."
            )
        if not self._is_open:
            return self.tr("The cabinet is closed: open it first (Ctrl+O).")
        return self.tr("Only cards of today's visits leave the cabinet, and come home today.")

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Visits of today"))
        self._name()


def _some(card_nos: Sequence[str]) -> str:
    """Numbers of cards, the first few of many."""
    more = len(card_nos) - _MOST_NAMED
    return " ".join(card_nos[:_MOST_NAMED]) + (f" +{more}" if more > 0 else "")
