"""What can be done on the page 登记簿, with its keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.widgets.page_actions import PageAction, PageActions
from model.office.desk import Desk
from model.office.rights import Right
from model.words import mark

SPECS = (
    PageAction("correct", mark("RegisterActions", "&Correct …"), ("F8",), Right.CORRECT_EVENT),
    PageAction("copy_returned", mark("RegisterActions", "Came &back"), ("F6",), Right.END_COPY),
    PageAction("copy_destroyed", mark("RegisterActions", "&Destroyed"), ("F7",), Right.END_COPY),
    PageAction("copy_lost", mark("RegisterActions", "&Lost …"), ("F9",), Right.END_COPY),
    PageAction("copy_not_made", mark("RegisterActions", "&Never left …"), (), Right.END_COPY),
    PageAction("preview", mark("RegisterActions", "Pre&view"), ("F3",), Right.PRINT_DAY),
    PageAction("save", mark("RegisterActions", "&Save as PDF …"), ("Ctrl+S",), Right.PRINT_DAY),
    PageAction("print", mark("RegisterActions", "&Print …"), ("Ctrl+P",), Right.PRINT_DAY),
    PageAction("blank_register", mark("RegisterActions", "&Empty register …"), (), Right.PRINT_DAY),
    PageAction(
        "blank_records", mark("RegisterActions", "Empty visit &records …"), (), Right.PRINT_DAY
    ),
    PageAction("badges", mark("RegisterActions", "&Badges …"), (), Right.PRINT_DAY),
    PageAction("loans", mark("RegisterActions", "Loans"), ("Alt+1",)),
    PageAction("visits", mark("RegisterActions", "Visits"), ("Alt+2",)),
    PageAction("report", mark("RegisterActions", "Report"), ("Alt+3",)),
    PageAction("copies", mark("RegisterActions", "Copies"), ("Alt+4",), Right.SEE_COPIES),
    PageAction("log", mark("RegisterActions", "Log"), ("Alt+5",), Right.SEE_LOG),
    PageAction("log_export", mark("RegisterActions", "&Export …"), ("Ctrl+E",), Right.EXPORT_LOG),
    PageAction("log_verify", mark("RegisterActions", "Chec&k …"), ("Ctrl+Shift+V",), Right.VERIFY),
    PageAction("refresh", mark("RegisterActions", "Re&fresh"), ("F5",)),
)


class RegisterActions(PageActions):
    """The page's actions by name."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(SPECS, "RegisterActions", desk, page)
        for spec in SPECS:
            self._actions[spec.name].setVisible(self.may(spec.name))
            self.allow(spec.name, True)
        self.hang(page, *(spec.name for spec in SPECS))
