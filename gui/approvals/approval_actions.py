"""What can be done on the page 审批, with its keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.widgets.page_actions import PageAction, PageActions
from model.office.desk import Desk
from model.office.rights import Right
from model.words import mark

SPECS = (
    PageAction("open", mark("ApprovalActions", "&Open …"), ("F3",)),
    PageAction("grant", mark("ApprovalActions", "&Grant"), ("Ctrl+Return",), Right.DECIDE_APPROVAL),
    PageAction("refuse", mark("ApprovalActions", "&Refuse …"), ("Ctrl+R",), Right.DECIDE_APPROVAL),
    PageAction("use", mark("ApprovalActions", "Go t&here")),
    PageAction("withdraw", mark("ApprovalActions", "&Withdraw"), (), Right.ASK_APPROVAL),
    PageAction("refresh", mark("ApprovalActions", "Re&fresh"), ("F5",)),
)


class ApprovalActions(PageActions):
    """The page's actions by name."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(SPECS, "ApprovalActions", desk, page)
        for spec in SPECS:
            self._actions[spec.name].setVisible(self.may(spec.name))
            self.allow(spec.name, spec.name == "refresh")
        self.hang(page, *(spec.name for spec in SPECS))
