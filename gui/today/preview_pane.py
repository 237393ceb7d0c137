"""What will be printed for the rep in view; folded away where the window is too narrow for it."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.clock import Clock
from gui.papers.paper import Paper
from gui.papers.papers import Papers
from gui.tasks import Tasks
from gui.widgets.pdf_preview import PdfPreview
from model.office.desk import Desk
from model.rounds.plans_shown import PlanView

_DRAW_AFTER_MS = 100
"""Whoever goes down the list of reps, key upon key, waits for no paper."""
_SHOWN = "today/preview"


class PreviewPane(QWidget):
    """The day plan of the rep in view, as it would be printed.

    Signals:
        told: what came of a print.
    """

    told = Signal(str)

    def __init__(
        self, desk: Desk, tasks: Tasks, clock: Clock, settings: QSettings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._plan: PlanView | None = None
        self._drawn: PlanView | None = None
        self._has_room = False
        self._wanted: bool | None = None
        self.papers = Papers(desk, tasks, clock, self, settings)
        self.view = PdfPreview(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._timer = QTimer(self, singleShot=True, interval=_DRAW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        self.papers.told.connect(self.told)
        self.view.save_wanted.connect(lambda: self._plan and self.papers.save(self._paper()))
        self.view.print_wanted.connect(lambda: self._plan and self.papers.print(self._paper()))
        self.hide()

    def show_plan(self, plan: PlanView | None) -> None:
        """Another rep's plan, or the same after something changed."""
        self._plan = plan
        self._look()

    def fit(self, has_room: bool) -> None:
        """Fold away without room, unless it was asked for since."""
        if has_room != self._has_room:
            self._wanted = None
        self._has_room = has_room
        self._look()

    def toggle(self) -> None:
        """Show it or fold it away."""
        self._wanted = self.isHidden()
        if self._has_room:
            self._settings.setValue(_SHOWN, self._wanted)
        self._look()

    def forget(self) -> None:
        """The screen locks: nothing of a sheet stays."""
        self._timer.stop()
        self._plan = self._drawn = None
        self.papers.drop_preview()
        self.view.forget()

    def _look(self) -> None:
        """Show or fold; draw what is shown a little later."""
        usual = self._has_room and self._settings.value(_SHOWN, True, bool)
        shown = self.papers.allowed and bool(usual if self._wanted is None else self._wanted)
        self.setVisible(shown)
        if shown and self._plan != self._drawn:
            self._timer.start()

    def _paper(self) -> Paper:
        from gui.papers.day_papers import day_plan_paper  # loads all that draws paper

        assert self._plan is not None, "there is a plan to be printed"
        return day_plan_paper(self._plan)

    def _draw(self) -> None:
        if self.isHidden():
            return
        self._drawn = self._plan
        if self._plan is None or self._plan.state != "approved":
            self.papers.drop_preview()
            self.view.clear(self.tr("The plan is printed when it is approved."))
        else:
            self.papers.preview(self._paper(), self.view, quiet=True)
