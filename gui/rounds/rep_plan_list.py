"""The reps at the left, each with the state of his plan."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from gui.rounds.plan_day import PlanDay
from gui.rounds.plan_words import plan_look
from gui.widgets.rep_rows import RepRows


class RepPlanList(RepRows):
    """One line a rep; signals as of `RepRows`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._day: PlanDay | None = None
        self._retranslate()

    def show_day(self, day: PlanDay | None) -> None:
        """Show other plans."""
        self._day = day
        self.show_rows([(one.rep, plan_look(one)) for one in day.reps] if day else [])
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.show_day(self._day)
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Reps and their plans"))
        reps = self._day.reps if self._day else ()
        done = sum(one.plan is not None and one.plan.state == "approved" for one in reps)
        self._title.setText(
            self.tr("Approved {done} of {count}").format(done=done, count=len(reps))
            if reps
            else self.tr("Reps")
        )
