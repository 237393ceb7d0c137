"""The left of the page: the reps, everyone's checkout in one act, and the reminders of today."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from gui.today.reminder_list import ReminderList
from gui.today.rep_list import RepList
from gui.today.today_actions import TodayActions
from gui.widgets.buttons import button_for

_AT_THE_COUNTER, _ELSEWHERE = (3, 1), (3, 2)
"""Shares of reps and reminders: eight reps who wait are in view on a small screen too."""
_PART = 150


class LeftColumn(QSplitter):
    """Reminders stand above the reps for those who look after reps, below them for the counter."""

    def __init__(self, actions: TodayActions, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(8)
        self.reminders = ReminderList(self)
        above = QWidget(self)
        self.reps = RepList(above)
        layout = QVBoxLayout(above)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.reps, 1)
        if actions.may("hand_out_all"):
            layout.addWidget(button_for(actions["hand_out_all"], above))
        counter = actions.may("hand_out")
        for widget in (above, self.reminders) if counter else (self.reminders, above):
            self.addWidget(widget)
        shares = _AT_THE_COUNTER if counter else _ELSEWHERE
        for widget, share in zip((above, self.reminders), shares, strict=True):
            self.setStretchFactor(self.indexOf(widget), share)
        first, second = shares if counter else reversed(shares)
        self.setSizes([first * _PART, second * _PART])
