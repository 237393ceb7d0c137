"""The page 拜访计划: reps | the chosen rep's plan, and under it who is not on it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from gui.clock import Clock
from gui.papers import day_papers
from gui.papers.paper import Paper
from gui.papers.papers import Papers
from gui.papers.preview_dialog import PreviewDialog
from gui.rounds.candidate_panel import CandidatePanel
from gui.rounds.plan_actions import PlanActions
from gui.rounds.plan_day import (
    Candidate,
    PlanDay,
    RepPlan,
    read_candidates,
    read_customers,
    read_plan_day,
    with_customers,
)
from gui.rounds.plan_panel import PlanPanel, is_open
from gui.rounds.plan_work import PlanWork
from gui.rounds.purpose_dialog import PurposeDialog
from gui.rounds.rep_plan_list import RepPlanList
from gui.rounds.signed_dialog import SignedDialog
from gui.rounds.strike_dialog import StrikeDialog
from gui.tasks import Tasks
from gui.widgets.buttons import button_for
from gui.widgets.day_chooser import DayChooser
from model.cards.cards import CardRow
from model.office.calendar import next_working_day
from model.office.desk import Desk
from model.office.people import list_people
from model.office.rights import RIGHTS, Right
from model.rounds.plans_shown import PlanView

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
        self._readings = 0
        self._suggested: tuple[Candidate, ...] | None = None
        self._customers: dict[str, list[CardRow]] | None = None
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
        self._customers = None
        self._read_day(self.days.day)

    def forget(self) -> None:
        """Empty everything that shows a customer."""
        self._readings += 1
        self._day, self._suggested, self._customers = None, None, None
        self.reps.show_day(None)
        self.panel.show_plan(None)
        self.candidates.forget()
        self._told.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._retranslate)
        super().changeEvent(event)

    # --- how it is built ------------------------------------------------------------------------

    def _build(self) -> None:
        self.actions_ = PlanActions(self._desk, self)
        today = self._clock.now().date()
        self.days = DayChooser(today, self, ahead=next_working_day(today))
        self.addActions(list(self.days.actions_.values()))
        self.reps = RepPlanList(self)
        self.panel = PlanPanel(self.actions_, self)
        self.candidates = CandidatePanel(self.actions_, self)
        self.work = PlanWork(self._desk, self._tasks, self._clock, self)
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
        for name in ("print_all", "approve_all"):
            bar.addWidget(button_for(self.actions_[name], self))
        return bar

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
        self.days.changed.connect(self._read_day)
        self.reps.chosen.connect(self._show_rep)
        self.panel.typed.connect(self.candidates.go_to_filter)
        self.panel.line_chosen.connect(self._allow)
        self.candidates.added.connect(self._add)
        self.candidates.search_begun.connect(self._want_customers)
        self.work.changed.connect(self._take_plan)
        self.work.approved.connect(self._take_approved)
        self.work.undoable.connect(self._allow)
        self.papers.told.connect(self._told.setText)
        for name, slot in (
            ("make", lambda: self._make(again=False)),
            ("make_again", lambda: self._make(again=True)),
            ("approve", self._approve),
            ("approve_all", lambda: self.work.approve_all(self.days.day)),
            ("on_paper", self._ask_signed),
            ("confirm", self._confirm),
            ("up", lambda: self._move(-1)),
            ("down", lambda: self._move(1)),
            ("purpose", self._ask_purpose),
            ("strike", self._ask_strike),
            ("find", self.candidates.go_to_filter),
            ("add", self.candidates.add_chosen),
            ("undo", self.work.undo),
            ("previous_rep", lambda: self.reps.step(-1)),
            ("next_rep", lambda: self.reps.step(1)),
            ("preview", lambda: self._with_paper(self._preview)),
            ("print", lambda: self._with_paper(self.papers.print)),
            ("save", lambda: self._with_paper(self.papers.save)),
            ("print_all", self._print_all),
            ("refresh", self.refresh),
        ):
            self.actions_[name].triggered.connect(lambda _=False, slot=slot: slot())

    # --- what is read ---------------------------------------------------------------------------

    def _read_day(self, day: date) -> None:
        self._readings += 1
        number = self._readings
        job = read_plan_day(self._desk, day, self._clock.now())
        self._tasks.run(self, job, lambda found: self._take_day(number, found))

    def _take_day(self, number: int, found: PlanDay) -> None:
        """The day has been read; an older reading that comes late is dropped."""
        if number != self._readings:
            return
        self._day = found
        self.reps.show_day(found)
        self._show_rep(self.reps.rep)

    def _show_rep(self, rep: str) -> None:
        """Another rep, or the same anew."""
        shown = self._day.of(rep) if self._day else None
        before = self.panel.plan
        self.panel.show_plan(shown)
        if (
            before is None
            or shown is None
            or shown.plan is None
            or (shown.plan.plan_no != before.plan_no)
        ):
            self.work.forget_steps()
        self._suggested = None
        self._show_candidates()
        self._allow()
        if shown is not None and shown.plan is not None:
            self._read_candidates(shown.rep)

    def _read_candidates(self, rep: str) -> None:
        number, day = self._readings, self.days.day
        job = read_candidates(self._desk, rep, day, self._clock.now())

        def take(found: tuple[Candidate, ...]) -> None:
            if number == self._readings and rep == self.reps.rep:
                self._suggested = found
                self._show_candidates()

        self._tasks.run(self, job, take, quiet=True)

    def _want_customers(self) -> None:
        """Somebody types a name: any customer of the rep may be meant."""
        if self._customers is not None:
            return
        self._customers = {}
        number = self._readings

        def take(found: dict[str, list[CardRow]]) -> None:
            if number == self._readings:
                self._customers = found
                self._show_candidates()

        self._tasks.run(self, read_customers(self._desk, self._clock.now()), take, quiet=True)

    def _show_candidates(self) -> None:
        plan = self.plan
        if plan is None:
            self.candidates.show_candidates((), ())
            return
        own = (self._customers or {}).get(plan.rep, [])
        planned = [line.card_no for line in plan.open_lines]
        found = with_customers(self._suggested or (), own)
        self.candidates.show_candidates(found, planned, waits=self._suggested is None)

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
        if fresh or self._suggested is None:
            self._read_candidates(plan.rep)
            self.panel.table.setFocus()

    def _take_approved(self, plans: list[PlanView]) -> None:
        for plan in plans:
            self._take_plan(plan)
        self._told.setText(self.tr("%n plan(s) approved.", "", len(plans)))

    def _make(self, *, again: bool) -> None:
        if self.reps.rep:
            self.work.make(self.reps.rep, self.days.day, again=again)

    def _approve(self) -> None:
        if self.plan is not None:
            self.work.approve([self.plan.plan_no])

    def _confirm(self) -> None:
        if self.plan is not None:
            self.work.confirm(self.plan)

    def _ask_signed(self) -> None:
        plan = self.plan
        if plan is None:
            return
        roles = RIGHTS[Right.APPROVE_PLAN].direct
        names = [one.name for one in list_people(self._desk) if one.role in roles]
        what = self.tr("Plan {number} of {rep}").format(number=plan.plan_no, rep=plan.rep)
        dialog = SignedDialog(what, names, self.window())

        def record(name: str) -> None:
            if self.work.approve_on_paper([plan.plan_no], name, dialog.refuse):
                dialog.accept()

        dialog.given.connect(record)
        dialog.open()

    def _add(self, candidate: Candidate) -> None:
        plan = self.plan
        if plan is not None and self.work.add(plan, candidate):
            self.candidates.filter.clear()
            self.panel.table.choose(candidate.card_no)

    def _move(self, step: int) -> None:
        plan, line = self.plan, self.panel.line
        if plan is not None and line is not None and is_open(line):
            self.work.move(plan, line, step)

    def _ask_strike(self) -> None:
        plan, line = self.plan, self.panel.line
        if plan is None or line is None or not is_open(line):
            return
        day = plan.plan_date
        dialog = StrikeDialog(line.name, day, next_working_day(day), self.window())

        def strike(reason: str, to: date | None) -> None:
            if self.work.strike(plan, line, reason, to, dialog.refuse):
                dialog.accept()

        dialog.given.connect(strike)
        dialog.open()

    def _ask_purpose(self) -> None:
        plan, line = self.plan, self.panel.line
        if plan is None or line is None or not is_open(line):
            return
        dialog = PurposeDialog(line, self.window())

        def keep(purposes: tuple[str, ...], note: str, appointment: str) -> None:
            if self.work.set_purpose(plan, line, (purposes, note, appointment), dialog.refuse):
                dialog.accept()

        dialog.given.connect(keep)
        dialog.open()

    # --- paper ----------------------------------------------------------------------------------

    def _with_paper(self, use: object) -> None:
        """The plan in view as a paper."""
        plan = self.plan
        if plan is not None and callable(use):
            use(day_papers.day_plan_paper(plan))

    def _preview(self, paper: Paper) -> None:
        PreviewDialog(self.papers, paper, self.window()).open()

    def _print_all(self) -> None:
        self._preview(day_papers.packet_paper(self.days.day))

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
        allow("approve_all", self._drafts())
        for name in ("up", "down", "purpose"):
            allow(name, changeable and is_open(line))
        allow("strike", plan is not None and is_open(line))
        for name in ("find", "add"):
            allow(name, changeable)
        allow("undo", self.work.can_undo)
        for name in ("preview", "print", "save"):
            allow(name, approved)
        allow("print_all", self._any_approved())

    def _drafts(self) -> bool:
        return any(one.plan is not None and one.plan.state == "draft" for one in self._reps())

    def _any_approved(self) -> bool:
        return any(one.plan is not None and one.plan.state == "approved" for one in self._reps())

    def _reps(self) -> tuple[RepPlan, ...]:
        return self._day.reps if self._day else ()

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        self._allow()
