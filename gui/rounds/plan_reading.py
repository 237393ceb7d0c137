"""Reads what the page shows, off the window's thread; what comes too late is dropped."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui.clock import Clock
from gui.rounds.plan_day import (
    Candidate,
    read_candidates,
    read_customers,
    read_plan_day,
    with_customers,
)
from gui.tasks import Report, Tasks
from model.cards.listing import CardRow
from model.office.desk import Desk

T = TypeVar("T")


class PlanReading(QObject):
    """The day's plans, and whom the rep in view could visit.

    Signals:
        day_read: the `PlanDay` asked for last.
        candidates_changed: who could be visited has been read.
    """

    day_read = Signal(object)
    candidates_changed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._tasks, self._clock, self._page = desk, tasks, clock, page
        self._number = 0
        self._rep = ""
        self._suggested: tuple[Candidate, ...] | None = None
        self._customers: dict[str, list[CardRow]] | None = None

    @property
    def waits(self) -> bool:
        """Whether the suggestions of the rep in view are still being made."""
        return self._suggested is None

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Whom the rep in view could visit, as far as it has been read."""
        own = (self._customers or {}).get(self._rep, [])
        return with_customers(self._suggested or (), own)

    def read_day(self, day: date) -> None:
        """Read the plans of a day."""
        self._number += 1
        self._customers = None
        job = read_plan_day(self._desk, day, self._clock.now())
        self._run(job, self.day_read.emit, quiet=False)

    def show_rep(self, rep: str) -> None:
        """Another rep is in view: nothing is known of his candidates yet."""
        self._rep, self._suggested = rep, None

    def read_candidates(self, day: date) -> None:
        """Read whom the rules want the rep in view to visit."""
        rep = self._rep

        def take(found: tuple[Candidate, ...]) -> None:
            if rep == self._rep:
                self._suggested = found
                self.candidates_changed.emit()

        self._run(read_candidates(self._desk, rep, day, self._clock.now()), take)

    def want_customers(self) -> None:
        """Somebody looks for a customer by name: any of the rep's may be meant."""
        if self._customers is not None:
            return
        self._customers = {}

        def take(found: dict[str, list[CardRow]]) -> None:
            self._customers = found
            self.candidates_changed.emit()

        self._run(read_customers(self._desk, self._clock.now()), take)

    def forget(self) -> None:
        """Drop everything, what is still being read too."""
        self._number += 1
        self._rep, self._suggested, self._customers = "", None, None

    def _run(
        self, job: Callable[[Report], T], take: Callable[[T], object], *, quiet: bool = True
    ) -> None:
        number = self._number

        def taken(found: T) -> None:
            if number == self._number:
                take(found)

        self._tasks.run(self._page, job, taken, quiet=quiet)
