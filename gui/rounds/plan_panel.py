"""One rep's plan: its visits in order, what they add up to, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gui import theme
from gui.rounds import plan_columns
from gui.rounds.plan_actions import ON_LINES, PlanActions
from gui.rounds.plan_day import RepPlan
from gui.rounds.plan_words import (
    STRUCK,
    is_overfull,
    line_text,
    plan_look,
    signatures_text,
    totals_text,
)
from gui.rounds.visit_table import VisitTable
from gui.widgets.buttons import button_for
from gui.widgets.day_table import ChipDelegate, InkDelegate
from gui.widgets.placard import Placard
from model.rounds.plans_shown import LineView, PlanView

_ON_PLAN = ("make_again", "on_paper", "confirm", "preview", "print", "approve")
_ON_ROW = ("up", "down", "purpose", "strike", "undo")


class PlanPanel(QFrame):
    """Shows a plan; changes nothing itself.

    Signals:
        line_chosen: the cursor stands on another visit.
    """

    line_chosen = Signal()

    def __init__(self, actions: PlanActions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self._actions = actions
        self._shown: RepPlan | None = None
        self._build()
        self._retranslate()
        self.show_plan(None)

    @property
    def plan(self) -> PlanView | None:
        """The plan in view."""
        return self._shown.plan if self._shown else None

    @property
    def line(self) -> LineView | None:
        """The visit with the cursor."""
        return self.table.chosen if self.plan is not None else None

    @property
    def totals(self) -> str:
        """What stands below the visits."""
        return self._totals.text()

    @property
    def why(self) -> str:
        """Why the chosen visit is there, in full."""
        return self._why.text()

    @property
    def head(self) -> str:
        """What stands above the visits."""
        return self._title.text()

    def show_plan(self, shown: RepPlan | None) -> None:
        """Show a rep's plan, or that he has none."""
        self._shown = shown
        plan = self.plan
        self.table.show_records(plan.lines if plan else ())
        if plan is None:
            self._stack.setCurrentWidget(self._none)
        else:
            self._stack.setCurrentWidget(self.table)
        self._choose()
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self.table = VisitTable(self)
        for column, delegate in (
            (plan_columns.CLASS, ChipDelegate),
            (plan_columns.OWES, InkDelegate),
            (plan_columns.CARD, InkDelegate),
        ):
            self.table.setItemDelegateForColumn(column, delegate(self.table))
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self._actions.hang(self.table, *ON_LINES)
        self._none = Placard("plan", self)
        self._none.add(button_for(self._actions["make"], self._none, main=True))
        self._none.column.addStretch(3)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._foot())

    def _head(self) -> QFrame:
        head = QFrame(self)
        head.setProperty("panelHead", True)
        self._title, self._state = QLabel(head), QLabel(head)
        self._title.setProperty("heading", True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(head)
        layout.setContentsMargins(12, 7, 8, 7)
        layout.addWidget(self._title)
        layout.addWidget(self._state)
        layout.addStretch(1)
        for name in _ON_PLAN:
            layout.addWidget(button_for(self._actions[name], head, main=name == "approve"))
        return head

    def _foot(self) -> QFrame:
        foot = self._foot_bar = QFrame(self)
        foot.setProperty("strip", True)
        self._why, self._totals, self._signed = QLabel(foot), QLabel(foot), QLabel(foot)
        self._signed.setProperty("faint", True)
        told = QVBoxLayout()
        told.setSpacing(1)
        for label in (self._totals, self._signed):
            told.addWidget(label)
        for label in (self._why, self._totals, self._signed):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(60)
        below = QHBoxLayout()
        below.addLayout(told, 1)
        for name in _ON_ROW:
            below.addWidget(button_for(self._actions[name], foot))
        layout = QVBoxLayout(foot)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.addWidget(self._why)
        layout.addLayout(below)
        return foot

    def _choose(self) -> None:
        """The whole of what the row has no room for, for who has no mouse to ask with."""
        line = self.line
        self._why.setText(line_text(line) if line is not None else "")
        self._why.setToolTip(self._why.text())
        self.line_chosen.emit()

    def _tell(self) -> None:
        """Head and foot, in the window's words."""
        shown, plan = self._shown, self.plan
        self._foot_bar.setVisible(plan is not None)
        self._say_why_none()
        if shown is None:
            self._title.setText("")
            self._state.setText("")
            self._totals.setText("")
            self._signed.setText("")
            return
        look = plan_look(shown)
        self._title.setText(f"{shown.rep} · {plan.plan_no}" if plan else shown.rep)
        self._state.setText(look.word)
        self._state.setStyleSheet(f"color: {look.colour}")
        self._totals.setText(totals_text(plan) if plan else "")
        over = plan is not None and is_overfull(plan)
        self._totals.setStyleSheet(f"color: {theme.colours().overdue}" if over else "")
        self._signed.setText(signatures_text(plan) if plan else "")
        for label in (self._totals, self._signed):
            label.setToolTip(label.text())

    def _say_why_none(self) -> None:
        if self._shown is None:
            self._none.title.setText(self.tr("No rep yet"))
            self._none.say(self.tr("The manager adds reps on the page Settings."))
            return
        self._none.title.setText(self.tr("No plan yet"))
        self._none.say(
            self.tr(
                "Make one from the suggestions: who is due, what was promised, what is overdue. "
                "Then add, move and strike visits by hand."
            )
        )

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Visits of the plan"))
        self._tell()


def is_open(line: LineView | None) -> bool:
    """Whether a visit is there and was not struck."""
    return line is not None and line.state not in STRUCK
