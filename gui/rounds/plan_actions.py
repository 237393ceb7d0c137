"""What can be done on the page 拜访计划, with its keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.widgets.page_actions import PageAction, PageActions
from model.office.desk import Desk
from model.office.rights import Right
from model.words import mark

SPECS = (
    PageAction("make", mark("PlanActions", "&Make the plan"), ("F9",), Right.MAKE_PLAN),
    PageAction("make_again", mark("PlanActions", "Su&ggest anew"), ("F9",), Right.MAKE_PLAN),
    PageAction("approve", mark("PlanActions", "&Approve"), ("F10",), Right.APPROVE_PLAN),
    PageAction(
        "approve_all", mark("PlanActions", "Approve a&ll"), ("Shift+F10",), Right.APPROVE_PLAN
    ),
    PageAction(
        "on_paper", mark("PlanActions", "Approved on pa&per …"), ("F10",), Right.APPROVE_ON_PAPER
    ),
    PageAction("confirm", mark("PlanActions", "&Confirm"), ("F11",), Right.APPROVE_PLAN),
    PageAction("up", mark("PlanActions", "Earlier"), ("Ctrl+Up", "Alt+Up"), Right.MAKE_PLAN),
    PageAction("down", mark("PlanActions", "Later"), ("Ctrl+Down", "Alt+Down"), Right.MAKE_PLAN),
    PageAction("purpose", mark("PlanActions", "P&urpose …"), ("F2",), Right.MAKE_PLAN),
    PageAction("strike", mark("PlanActions", "&Strike …"), ("Del",), Right.MAKE_PLAN),
    PageAction("find", mark("PlanActions", "Add a customer"), ("Ins",), Right.MAKE_PLAN),
    PageAction("add", mark("PlanActions", "A&dd to the plan"), (), Right.MAKE_PLAN),
    PageAction("undo", mark("PlanActions", "&Undo"), ("Ctrl+Z",), Right.MAKE_PLAN),
    PageAction("previous_rep", mark("PlanActions", "Rep before"), ("Ctrl+PgUp",)),
    PageAction("next_rep", mark("PlanActions", "Rep after"), ("Ctrl+PgDown",)),
    PageAction("preview", mark("PlanActions", "Pre&view"), ("F3",), Right.PRINT_DAY),
    PageAction("print", mark("PlanActions", "P&rint …"), ("Ctrl+P",), Right.PRINT_DAY),
    PageAction("save", mark("PlanActions", "Sa&ve as PDF …"), ("Ctrl+S",), Right.PRINT_DAY),
    PageAction(
        "packet", mark("PlanActions", "This rep's plan and car&ds …"), (), Right.PRINT_DAY
    ),
    PageAction("card", mark("PlanActions", "The &card of this visit …"), (), Right.PRINT_DAY),
    PageAction("all_plans", mark("PlanActions", "Everyone's &plans …"), (), Right.PRINT_DAY),
    PageAction(
        "all_packets", mark("PlanActions", "Everyone's plans and ca&rds …"), ("Ctrl+Shift+P",),
        Right.PRINT_DAY,
    ),
    PageAction("refresh", mark("PlanActions", "Re&fresh"), ("F5",)),
)  # fmt: skip

ON_LINES = ("up", "down", "purpose", "strike")
"""Their keys mean other things in a text."""


class PlanActions(PageActions):
    """The page's actions by name."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(SPECS, "PlanActions", desk, page)
        for spec in SPECS:
            self._actions[spec.name].setVisible(self.may(spec.name))
        self.hang(page, *(spec.name for spec in SPECS if spec.name not in ON_LINES))
