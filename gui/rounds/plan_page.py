"""The page 拜访计划: reps | the chosen rep's plan, and under it who is not on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from gui.clock import Clock
from gui.papers import day_papers
from gui.papers.paper import Paper
from gui.papers.papers import Papers
from gui.papers.preview_dialog import PreviewDialog
from gui.rounds.candidate_panel import CandidatePanel
from gui.rounds.plan_actions import PlanActions
from gui.rounds.plan_day import Candidate, PlanDay, RepPlan
from gui.rounds.plan_panel import PlanPanel, is_open
from gui.rounds.plan_questions import PlanQuestions
from gui.rounds.plan_reading import PlanReading
from gui.rounds.plan_work import PlanWork
from gui.rounds.rep_plan_list import RepPlanList
from gui.tasks import Tasks
from gui.widgets.buttons import button_for, plain_button
from gui.widgets.day_chooser import DayChooser
from gui.widgets.typing_relay import TypingRelay
from model.office.calendar import working_day_after
from model.office.desk import Desk
from model.office.rights import Right
from model.rounds.plans_shown import LineView, PlanView

_SETS = ("card", "packet", "all_plans", "all_packets")
_ACROSS, _DOWN = "rounds/across", "rounds/down"
_SIZES = {_ACROSS: (210, 1060), _DOWN: (460, 220)}


class PlanPage(QWidget):
    """Plans of one day, at one desk.

    Signals:
        status_changed: a plan was made, changed or approved.
    """

    status_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        clock: Clock,
        parent: QWidget | None,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "card-cabinet", "window"
        )
        self._day: PlanDay | None = None
        self._build()
        self._connect()
        self._retranslate()
        self.refresh()

    @property
    def plan(self) -> PlanView | None:
        """The plan in view."""
        return self.panel.plan

    @property
    def told(self) -> str:
        """The message line."""
        return self._told.text()

    def refresh(self) -> None:
        """Read the day's plans again."""
        self.reading.read_day(self.days.day)

    def go_to(self, day: date, rep: str) -> None:
        """Bring a rep's plan of a day into view."""
        self.reps.choose(rep)
        self.days.show_day(day)
        self.refresh()

    def forget(self) -> None:
        """Empty everything that shows a customer."""
        self._day = None
        self.reading.forget()
        self.reps.show_day(None)
        self.panel.show_plan(None)
        self.candidates.forget()
        self._told.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus()

    def focus(self) -> None:
        """The keyboard is in the page, or its keys would not work."""
        (self.reps.list if self.plan is None else self.panel.table).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._retranslate)
        super().changeEvent(event)

    # --- how it is built ------------------------------------------------------------------------

    def _build(self) -> None:
        self.actions_ = PlanActions(self._desk, self)
        today = self._clock.now().date()
        self.days = DayChooser(today, self, ahead=working_day_after(self._desk, today))
        self.addActions(list(self.days.actions_.values()))
        self.reps = RepPlanList(self)
        self.panel = PlanPanel(self.actions_, self)
        self.candidates = CandidatePanel(self.actions_, self)
        self.reading = PlanReading(self._desk, self._tasks, self._clock, self)
        self.work = PlanWork(self._desk, self._tasks, self._clock, self)
        self.questions = PlanQuestions(self._desk, self.work, self)
        self.papers = Papers(self._desk, self._tasks, self._clock, self, self._settings)
        self._down = self._splitter(_DOWN, Qt.Orientation.Vertical, self.panel, self.candidates)
        self._across = self._splitter(_ACROSS, Qt.Orientation.Horizontal, self.reps, self._down)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(8)
        layout.addLayout(self._bar())
        layout.addWidget(self._across, 1)

    def _bar(self) -> QHBoxLayout:
        self._told = QLabel(self)
        self._told.setProperty("good", True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setMinimumWidth(40)
        bar = QHBoxLayout()
        bar.addWidget(self.days)
        bar.addWidget(self._told, 1)
        bar.addWidget(self._sets_button())
        bar.addWidget(button_for(self.actions_["approve_all"], self))
        return bar

    def _sets_button(self) -> QPushButton:
        """Plans and cards of one rep, or of all."""
        self._sets = plain_button(self)
        menu = QMenu(self._sets)
        for name in _SETS:
            menu.addAction(self.actions_[name])
        self._sets.setMenu(menu)
        self._sets.setVisible(self.papers.allowed)
        return self._sets

    def _splitter(self, key: str, way: Qt.Orientation, *parts: QWidget) -> QSplitter:
        """Two parts with a border that stays where it was put."""
        splitter = QSplitter(way, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(10)
        for number, part in enumerate(parts):
            splitter.addWidget(part)
            splitter.setStretchFactor(number, number if key == _ACROSS else 1 - number)
        kept = self._settings.value(key)
        sizes = [int(size) for size in kept] if isinstance(kept, list) else list(_SIZES[key])
        splitter.setSizes(sizes)
        splitter.splitterMoved.connect(lambda *_: self._settings.setValue(key, splitter.sizes()))
        return splitter

    def _connect(self) -> None:
        self.days.changed.connect(self.reading.read_day)
        self.reading.day_read.connect(self._take_day)
        self.reading.candidates_changed.connect(self._show_candidates)
        self.reps.chosen.connect(self._show_rep)
        self.reps.list.activated.connect(lambda _: self.focus())
        relay = TypingRelay(self)
        relay.watch(self.panel.table, self.candidates.table)
        relay.typed.connect(self.candidates.go_to_filter)
        self.panel.line_chosen.connect(self._allow)
        self.panel.table.dragged.connect(self._move_dragged)
        self.candidates.added.connect(self._add)
        self.candidates.search_begun.connect(self.reading.want_customers)
        self.work.changed.connect(self._take_plan)
        self.work.approved.connect(self._take_approved)
        self.work.undoable.connect(self._allow)
        self.papers.told.connect(self._told.setText)
        for name, slot in (
            ("make", lambda: self._make(again=False)),
            ("make_again", lambda: self._make(again=True)),
            ("approve", lambda: self._on_plan(lambda plan: self.work.approve([plan.plan_no]))),
            ("approve_all", lambda: self.work.approve_all(self.days.day)),
            ("on_paper", lambda: self._on_plan(self.questions.signed)),
            ("confirm", lambda: self._on_plan(self.work.confirm)),
            ("up", lambda: self._on_line(partial(self.work.move, step=-1))),
            ("down", lambda: self._on_line(partial(self.work.move, step=1))),
            ("purpose", lambda: self._on_line(self.questions.purpose)),
            ("strike", lambda: self._on_line(self.questions.strike)),
            ("find", self.candidates.go_to_filter),
            ("add", self.candidates.add_chosen),
            ("undo", self.work.undo),
            ("previous_rep", lambda: self.reps.step(-1)),
            ("next_rep", lambda: self.reps.step(1)),
            ("preview", lambda: self._with_plan(day_papers.day_plan_paper)),
            ("print", lambda: self._with_plan(day_papers.day_plan_paper, self.papers.print)),
            ("save", lambda: self._with_plan(day_papers.day_plan_paper, self.papers.save)),
            ("card", lambda: self._on_line(self._preview_card)),
            ("packet", lambda: self._with_plan(day_papers.plan_packet_paper)),
            ("all_plans", lambda: self._preview(day_papers.day_plans_paper(self.days.day))),
            ("all_packets", lambda: self._preview(day_papers.packet_paper(self.days.day))),
            ("refresh", self.refresh),
        ):
            self.actions_[name].triggered.connect(lambda _=False, slot=slot: slot())

    # --- what is shown --------------------------------------------------------------------------

    def _take_day(self, found: PlanDay) -> None:
        self._day = found
        self.reps.show_day(found)
        self._show_rep(self.reps.rep)

    def _show_rep(self, rep: str) -> None:
        """Another rep, or the same anew."""
        shown = self._day.of(rep) if self._day else None
        before, plan = self.plan, shown.plan if shown else None
        self.panel.show_plan(shown)
        if before is None or plan is None or plan.plan_no != before.plan_no:
            self.work.forget_steps()
        self.reading.show_rep(rep)
        self._show_candidates()
        self._allow()
        if plan is not None:
            self.reading.read_candidates(self.days.day)

    def _show_candidates(self) -> None:
        plan = self.plan
        if plan is None:
            self.candidates.show_candidates((), None)
            return
        self.candidates.show_candidates(
            self.reading.candidates,
            [line.card_no for line in plan.open_lines],
            waits=self.reading.waits,
        )

    # --- what is done ---------------------------------------------------------------------------

    def _take_plan(self, plan: PlanView) -> None:
        """A plan was made, changed or approved."""
        self.status_changed.emit()
        if self._day is None or plan.plan_date != self._day.day:
            return
        known = self._day.of(plan.rep)
        fresh = known is None or known.plan is None
        self._day = self._day.with_plan(plan)
        self.reps.show_day(self._day)
        if plan.rep != self.reps.rep:
            return
        self.panel.show_plan(self._day.of(plan.rep))
        self._show_candidates()
        self._allow()
        if fresh:
            self.reading.read_candidates(plan.plan_date)
            self.panel.table.setFocus()

    def _take_approved(self, plans: list[PlanView]) -> None:
        for plan in plans:
            self._take_plan(plan)
        self._told.setText(self.tr("%n plan(s) approved.", "", len(plans)))

    def _make(self, *, again: bool) -> None:
        if self.reps.rep:
            self.work.make(self.reps.rep, self.days.day, again=again)

    def _on_plan(self, act: Callable[[PlanView], object]) -> None:
        """Do something with the plan in view."""
        if self.plan is not None:
            act(self.plan)

    def _add(self, candidate: Candidate) -> None:
        plan = self.plan
        if plan is not None and self.work.add(plan, candidate):
            self.candidates.filter.clear()
            self.panel.table.choose(candidate.card_no)

    def _on_line(self, act: Callable[[PlanView, LineView], object]) -> None:
        """Do something with the visit that has the cursor."""
        plan, line = self.plan, self.panel.line
        if plan is not None and line is not None and is_open(line):
            act(plan, line)

    def _move_dragged(self, line: LineView, place: int) -> None:
        self._on_plan(lambda plan: self.work.move_to(plan, line, place))

    # --- paper ----------------------------------------------------------------------------------

    def _with_plan(
        self, made: Callable[[PlanView], Paper], use: Callable[[Paper], None] | None = None
    ) -> None:
        """A paper of the plan in view: look at it, or do something else with it."""
        self._on_plan(lambda plan: (use or self._preview)(made(plan)))

    def _preview(self, paper: Paper) -> None:
        PreviewDialog(self.papers, paper, self.window()).open()

    def _preview_card(self, plan: PlanView, line: LineView) -> None:
        self._preview(day_papers.cards_paper((line.card_no,), plan.plan_date, plan.rep))

    # --- what is allowed ------------------------------------------------------------------------

    def _allow(self, *_: object) -> None:
        """Offer what can be done with the plan and the visit in view."""
        plan, line = self.plan, self.panel.line
        draft = plan is not None and plan.state == "draft"
        approved = plan is not None and plan.state == "approved"
        mine = plan is not None and plan.approved_by == self._desk.person.name
        changeable = draft or (approved and self._desk.may(Right.APPROVE_PLAN))
        allow, offer = self.actions_.allow, self.actions_.offer
        offer("make", plan is None and bool(self.reps.rep))
        offer("make_again", draft)
        offer("approve", draft)
        offer("on_paper", draft)
        offer("confirm", bool(plan and plan.on_paper and not plan.confirmed and mine))
        allow("approve_all", self._any("draft"))
        self.panel.table.movable = changeable and self.actions_.may("up")
        for name in ("up", "down", "purpose"):
            allow(name, changeable and is_open(line))
        allow("strike", plan is not None and is_open(line))
        for name in ("find", "add"):
            allow(name, changeable)
        allow("undo", self.work.can_undo)
        for name in ("preview", "print", "save"):
            allow(name, plan is not None)
        allow("packet", approved)
        allow("card", approved and is_open(line))
        allow("all_plans", self._any("draft") or self._any("approved"))
        allow("all_packets", self._any("approved"))

    def _any(self, state: str) -> bool:
        return any(one.plan is not None and one.plan.state == state for one in self._reps())

    def _reps(self) -> tuple[RepPlan, ...]:
        return self._day.reps if self._day else ()

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self._sets.setText(self.tr("Plans and cards"))
        self._allow()
