"""What the page asks before it changes a plan: a reason, a purpose, who signed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.rounds.plan_work import PlanWork
from gui.rounds.purpose_dialog import PurposeDialog
from gui.rounds.signed_dialog import SignedDialog
from gui.rounds.strike_dialog import StrikeDialog
from model.office.calendar import working_day_after
from model.office.desk import Desk
from model.office.people import list_people
from model.office.rights import RIGHTS, Right
from model.rounds.plans_shown import LineView, PlanView


class PlanQuestions(QObject):
    """Opens the dialogs; each stays open until the office has taken the answer."""

    def __init__(self, desk: Desk, work: PlanWork, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._work, self._page = desk, work, page

    def strike(self, plan: PlanView, line: LineView) -> None:
        """Why a visit is struck, and where it is moved."""
        day = plan.plan_date
        dialog = StrikeDialog(
            line.name, day, working_day_after(self._desk, day), self._page.window()
        )

        def strike(reason: str, to: date | None) -> None:
            if self._work.strike(plan, line, reason, to, dialog.refuse):
                dialog.accept()

        dialog.given.connect(strike)
        dialog.open()

    def purpose(self, plan: PlanView, line: LineView) -> None:
        """What a visit is for."""
        dialog = PurposeDialog(line, self._page.window())

        def keep(purposes: tuple[str, ...], note: str, appointment: str) -> None:
            if self._work.set_purpose(plan, line, (purposes, note, appointment), dialog.refuse):
                dialog.accept()

        dialog.given.connect(keep)
        dialog.open()

    def signed(self, plan: PlanView) -> None:
        """Who approved the plan on paper."""
        roles = RIGHTS[Right.APPROVE_PLAN].direct
        people = list_people(self._desk)
        team = next((one.team for one in people if one.name == plan.rep), "")
        signers = [one for one in people if one.role in roles]
        # Who signs most often stands first: Enter takes him.
        names = [one.name for one in sorted(signers, key=lambda one: one.team != team)]
        what = self.tr("Plan {number} of {rep}").format(number=plan.plan_no, rep=plan.rep)
        dialog = SignedDialog(what, names, self._page.window())

        def record(name: str) -> None:
            if self._work.approve_on_paper([plan.plan_no], name, dialog.refuse):
                dialog.accept()

        dialog.given.connect(record)
        dialog.open()
