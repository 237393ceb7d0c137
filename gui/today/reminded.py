"""What a reminder leads to: the form of a missing record, the lifting of a block, the plan."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.cabinet.questions import RemarkDialog
from gui.clock import Clock
from gui.today.counter import Counter
from gui.today.visit_of import VisitOf
from gui.today.visit_work import VisitWork
from gui.translators import words
from model.loans.reminder_words import Reminder, reminder_text
from model.loans.reminders import reminders
from model.office.desk import Desk
from model.office.rights import Right

_PROPOSALS = frozenset({"asked_back", "proposals_wait"})
_COPIES = frozenset({"copy_overdue", "export_overdue", "copy_unfinished"})
_APPROVALS = frozenset({"approvals_wait", "approval_granted", "approval_refused", "approval_slow"})


class Reminded(QObject):
    """Does about a reminder what this desk may do about it; else only looks at the rep.

    Signals:
        rep_meant: name of the rep whom the reminder is about.
        card_meant: number of the card that it is about.
        proposals_meant: proposed changes are to be decided or answered; number of their card, or
            empty for all.
        copy_meant: a copy or an export is to be settled; its number.
        approval_meant: an approval is to be decided on, or looked at; its number, or empty.
    """

    rep_meant = Signal(str)
    card_meant = Signal(str)
    proposals_meant = Signal(str)
    copy_meant = Signal(str)
    approval_meant = Signal(str)

    def __init__(
        self, desk: Desk, clock: Clock, counter: Counter, records: VisitWork, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._clock = clock
        self._counter = counter
        self._records = records
        self._window = window

    def take(self, reminder: Reminder) -> None:
        """Somebody pressed Enter on it."""
        if reminder.rep:
            self.rep_meant.emit(reminder.rep)
        if reminder.card_no and reminder.code not in _APPROVALS | _COPIES:
            self.card_meant.emit(reminder.card_no)
        if reminder.code == "record_missing" and self._desk.may(Right.RECORD_VISIT):
            self._enter_record(reminder)
        elif reminder.code == "blocked" and self._desk.may(Right.UNBLOCK):
            self._ask_lift(reminder)
        elif reminder.code == "confirm_plan" and self._desk.may(Right.APPROVE_PLAN):
            plan_no = str(reminder.facts.get("plan_no", ""))
            self._ask(reminder, self.tr("&Confirm"), lambda: self._counter.confirm(plan_no))
        elif reminder.code in _COPIES:
            self.copy_meant.emit(str(reminder.facts.get("copy_no", "")))
        elif reminder.code in _APPROVALS:
            self.approval_meant.emit(str(reminder.facts.get("approval_no", "")))
        elif reminder.code in _PROPOSALS:
            self.proposals_meant.emit(reminder.card_no)
        elif reminder.code == "overdue" and self._desk.may(Right.RECALL):
            self._ask(
                reminder, self.tr("&Recall it"), lambda: self._counter.recall(reminder.card_no)
            )

    def enter_record_of(self, card_no: str, rep: str) -> None:
        """The form of a record that is missing, if it still is."""
        for reminder in reminders(self._desk, self._clock.now()):
            if (reminder.code, reminder.card_no, reminder.rep) == ("record_missing", card_no, rep):
                self._enter_record(reminder)
                return

    def _enter_record(self, reminder: Reminder) -> None:
        """A record entered later clears what is missing."""
        day = reminder.on or self._clock.now().date()
        visit = VisitOf(reminder.card_no, reminder.name, reminder.rep, day)
        self._records.open(visit, lambda: ())

    def _ask_lift(self, reminder: Reminder) -> None:
        dialog = RemarkDialog(
            self.tr("Lift the block"),
            self.tr("Why may {rep} have cards today all the same? It is counted.").format(
                rep=reminder.rep
            ),
            self._window,
        )
        dialog.given.connect(lambda reason: self._counter.lift(reminder.rep, reason))
        dialog.open()

    def _ask(self, reminder: Reminder, verb: str, do: Callable[[], object]) -> None:
        """Once more in words, with what can be done about it."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Reminder"))
        box.setText(reminder_text(reminder, words))
        go = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(self.tr("Later"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go)
        box.buttonClicked.connect(lambda button: do() if button is go else None)
        box.finished.connect(box.deleteLater)
        box.open()
