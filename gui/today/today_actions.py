"""What can be done on the page 今日, with its keys."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.widgets.page_actions import PageAction, PageActions
from model.office.desk import Desk
from model.office.rights import Right
from model.words import mark

SPECS = (
    PageAction("mode_out", mark("TodayActions", "Handing &out"), ("F6",), Right.CHECK_OUT),
    PageAction("mode_home", mark("TodayActions", "Taking &home"), ("F7",), Right.TAKE_BACK),
    PageAction("hand_out", mark("TodayActions", "Hand out"), ("F9",), Right.CHECK_OUT),
    PageAction(
        "hand_out_all",
        mark("TodayActions", "Hand out &everyone's …"),
        ("Shift+F9",),
        Right.CHECK_OUT,
    ),
    PageAction("tick_read", mark("TodayActions", "Card &read"), ("Space",)),
    PageAction(
        "choose", mark("TodayActions", "Choose for handing out"), ("Ctrl+Space",), Right.CHECK_OUT
    ),
    PageAction("strike", mark("TodayActions", "&Strike …"), ("Del",), Right.MAKE_PLAN),
    PageAction("record", mark("TodayActions", "&Visit record …"), ("Return", "Enter")),
    PageAction("return_plain", mark("TodayActions", "&Without record"), ("F8",), Right.TAKE_BACK),
    PageAction(
        "return_all", mark("TodayActions", "&All with record"), ("Shift+F8",), Right.TAKE_BACK
    ),
    PageAction("cancel", mark("TodayActions", "Before &leaving"), ("Ctrl+F8",), Right.TAKE_BACK),
    PageAction("record_last", mark("TodayActions", "Record of the last card"), ("F2",)),
    PageAction(
        "correct", mark("TodayActions", "Correct the last"), ("Ctrl+Z",), Right.CORRECT_EVENT
    ),
    PageAction(
        "correct_card",
        mark("TodayActions", "Correct this &card …"),
        ("Ctrl+Shift+Z",),
        Right.CORRECT_EVENT,
    ),
    PageAction("note_visit", mark("TodayActions", "&Note a visit …"), ("F4",), Right.RECORD_VISIT),
    PageAction("preview", mark("TodayActions", "&Preview"), ("F3",), Right.PRINT_DAY),
    PageAction("refresh", mark("TodayActions", "Re&fresh"), ("F5",)),
)

ON_VISITS = ("tick_read", "choose", "strike", "record", "correct_card")
ON_AWAY = ("record", "correct_card")
"""Their keys mean other things elsewhere on the page."""


class TodayActions(PageActions):
    """The page's actions by name."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(SPECS, "TodayActions", desk, page)
        for spec in SPECS:
            self._actions[spec.name].setVisible(self.may(spec.name))
            self.allow(spec.name, True)
        on_tables = {*ON_VISITS, *ON_AWAY}
        self.hang(page, *(spec.name for spec in SPECS if spec.name not in on_tables))
