"""What is done to plans from the page: the act, the refusal in its words, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.clock import Clock
from gui.rounds.plan_day import Candidate
from gui.tasks import Report, Tasks
from model.errors import CabinetError
from model.office.desk import Desk
from model.rounds import approval, planning
from model.rounds.plans_shown import LineView, PlanView

Act = Callable[[], PlanView]
Refuse = Callable[[Exception], None]


class PlanWork(QObject):
    """Calls the acts of plans for one desk.

    Signals:
        changed: the `PlanView` as it stands after an act on one plan.
        approved: the `PlanView`s that were approved.
        undoable: whether there is a step to take back.
    """

    changed = Signal(object)
    approved = Signal(object)
    undoable = Signal(bool)

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._tasks, self._clock, self._page = desk, tasks, clock, page
        self._steps: list[Act] = []
        self._busy = False

    @property
    def busy(self) -> bool:
        """Whether a longer act is under way."""
        return self._busy

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._steps)

    def forget_steps(self) -> None:
        """Another plan is in view: its steps are its own."""
        self._steps.clear()
        self.undoable.emit(False)

    def make(self, rep: str, day: date, *, again: bool) -> None:
        """Make a plan of the suggestions, or suggest anew."""
        desk, now = self._desk, self._clock.now()
        self._run(lambda: planning.make_plan(desk, rep, day, now, again=again), self._made)

    def approve(self, plan_nos: Sequence[str]) -> None:
        """Approve plans."""
        desk, now = self._desk, self._clock.now()
        self._run(lambda: approval.approve(desk, plan_nos, now), self._approved)

    def approve_all(self, day: date) -> None:
        """Approve every draft of a day."""
        desk, now = self._desk, self._clock.now()
        self._run(lambda: approval.approve_all(desk, day, now), self._approved)

    def approve_on_paper(self, plan_nos: Sequence[str], name: str, refuse: Refuse) -> bool:
        """Record that somebody signed plans; whether it was taken."""
        try:
            plans = approval.approve_on_paper(self._desk, plan_nos, name, self._clock.now())
        except CabinetError as error:
            refuse(error)
            return False
        self._approved(plans)
        return True

    def confirm(self, plan: PlanView) -> None:
        """Confirm one's own approval on paper."""
        self._do(lambda: approval.confirm(self._desk, plan.plan_no, self._clock.now()))

    def add(self, plan: PlanView, candidate: Candidate) -> bool:
        """Put a customer on the plan."""
        number = candidate.card_no
        return self._do(
            lambda: planning.add_line(self._desk, plan.plan_no, number, self._clock.now()),
            lambda: self._struck(plan, number),
        )

    def move(self, plan: PlanView, line: LineView, step: int) -> bool:
        """Move a visit up or down."""
        return self.move_to(plan, line, line.seq + step)

    def move_to(self, plan: PlanView, line: LineView, there: int) -> bool:
        """Move a visit to another place, counted from 1."""
        if not 1 <= there <= len(plan.open_lines):
            return False
        return self._do(
            lambda: self._moved(plan, line.card_no, there),
            lambda: self._moved(plan, line.card_no, line.seq),
        )

    def strike(
        self, plan: PlanView, line: LineView, reason: str, to: date | None, refuse: Refuse
    ) -> bool:
        """Strike a visit, or move it to another day."""
        return self._do(
            lambda: planning.strike_line(
                self._desk, plan.plan_no, line.card_no, reason, self._clock.now(), to=to
            ),
            lambda: self._put_back(plan, line),
            refuse,
        )

    def set_purpose(
        self, plan: PlanView, line: LineView, given: tuple[Sequence[str], str, str], refuse: Refuse
    ) -> bool:
        """Say what a visit is for."""
        return self._do(
            lambda: self._purposed(plan, line.card_no, given),
            lambda: self._purposed(
                plan, line.card_no, (line.purposes, line.purpose_note, line.appointment)
            ),
            refuse,
        )

    def undo(self) -> None:
        """Take the last step back."""
        if self._steps:
            self._do(self._steps.pop())
            self.undoable.emit(bool(self._steps))

    def _moved(self, plan: PlanView, card_no: str, seq: int) -> PlanView:
        return planning.move_line(self._desk, plan.plan_no, card_no, seq, self._clock.now())

    def _struck(self, plan: PlanView, card_no: str) -> PlanView:
        reason = self.tr("taken back")
        return planning.strike_line(self._desk, plan.plan_no, card_no, reason, self._clock.now())

    def _put_back(self, plan: PlanView, line: LineView) -> PlanView:
        """A struck visit opened again, where it was."""
        planning.add_line(
            self._desk,
            plan.plan_no,
            line.card_no,
            self._clock.now(),
            appointment=line.appointment,
            purposes=line.purposes,
            note=line.purpose_note,
        )
        return self._moved(plan, line.card_no, line.seq)

    def _purposed(
        self, plan: PlanView, card_no: str, given: tuple[Sequence[str], str, str]
    ) -> PlanView:
        purposes, note, appointment = given
        return planning.set_purpose(
            self._desk, plan.plan_no, card_no, purposes, note, self._clock.now(),
            appointment=appointment,
        )  # fmt: skip

    def _do(self, act: Act, back: Act | None = None, refuse: Refuse | None = None) -> bool:
        """An act of a few milliseconds; whether it was done."""
        try:
            plan = act()
        except CabinetError as error:
            if refuse is not None:
                refuse(error)
            else:
                errors.show(self._page, error)
            return False
        if back is not None:
            self._steps.append(back)
            self.undoable.emit(True)
        self.changed.emit(plan)
        return True

    def _run(self, act: Callable[[], object], done: Callable[[object], None]) -> None:
        """A longer act, off the window's thread; one at a time."""
        if self._busy:
            return
        self._busy = True
        desk = self._desk

        def job(report: Report) -> object:
            del report
            with desk.own_connection():
                return act()

        def finish(result: object) -> None:
            self._busy = False
            done(result)

        def fail(error: Exception) -> None:
            self._busy = False
            errors.show(self._page, error)

        self._tasks.run(self._page, job, finish, fail)

    def _made(self, plan: object) -> None:
        self.forget_steps()
        self.changed.emit(plan)

    def _approved(self, plans: object) -> None:
        self.forget_steps()
        self.approved.emit(plans)
