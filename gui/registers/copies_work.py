"""What is done in the register of copies: read it, and enter what became of a copy."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.cabinet.questions import RemarkDialog, SureQuestion
from gui.clock import Clock
from gui.registers.copies_tab import ENDS, CopiesTab, customer_text
from gui.registers.register_actions import RegisterActions
from gui.tasks import Report, Tasks
from gui.widgets.page_actions import without_key
from model.errors import CabinetError
from model.loans.copies import CopyRow, copies, end_copy
from model.loans.copy_terms import CopyState
from model.office.desk import Desk
from model.office.rights import Right

_WITH_REASON = frozenset({CopyState.LOST, CopyState.NOT_MADE})


class CopiesWork(QObject):
    """Works on the tab for one desk.

    Signals:
        told: what was entered, in words.
        shown: the register has been read.
        changed: a copy was settled.
    """

    told = Signal(str)
    shown = Signal()
    changed = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, clock: Clock, tab: CopiesTab, actions: RegisterActions,
        page: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(page)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._tab, self._actions, self._page = tab, actions, page
        self._readings = 0
        tab.moved.connect(self.look)
        for name in ENDS:
            actions[name].triggered.connect(partial(self._ask, name))

    @property
    def allowed(self) -> bool:
        """Whether this desk may see the register at all."""
        return self._desk.may(Right.SEE_COPIES)

    def read(self) -> None:
        """Read the register again; an older reading that comes late is dropped."""
        if not self.allowed:
            return
        self._readings += 1
        number, desk, now = self._readings, self._desk, self._clock.now()

        def job(report: Report) -> tuple[CopyRow, ...]:
            del report
            with desk.own_connection():
                return copies(desk, now)

        def take(rows: tuple[CopyRow, ...]) -> None:
            if number == self._readings:
                self._tab.show_copies(rows)
                self.shown.emit()

        self._tasks.run(self._page, job, take)

    def forget(self) -> None:
        """Empty what shows a customer."""
        self._readings += 1
        self._tab.show_copies(())

    def look(self, *, in_view: bool = True) -> None:
        """Allow what fits the line with the cursor."""
        for name in ENDS:
            self._actions.allow(name, in_view and self._tab.may_end(name))

    def _ask(self, name: str) -> None:
        """Say what is entered; for what went wrong, ask why."""
        row = self._tab.row
        if row is None or not self._tab.may_end(name):
            return
        title = self._actions[name].text().removesuffix(" …").removesuffix("…")
        about = self.tr("{copy_no}, {customer}, with {receiver}").format(
            copy_no=row.copy_no, customer=customer_text(row), receiver=row.receiver
        )
        state = ENDS[name]
        if state in _WITH_REASON:
            question = self.tr("{copy}: what happened?").format(copy=about)
            remark = RemarkDialog(title, question, self._page.window())
            remark.given.connect(lambda reason: self._end(row, state, reason))
            remark.open()
            return
        sure = SureQuestion(
            without_key(title),
            about,
            self.tr("This is entered for good. Is the copy before you?"),
            title,
            self._page.window(),
        )
        sure.confirmed.connect(lambda: self._end(row, state, ""))
        sure.open()

    def _end(self, row: CopyRow, state: CopyState, reason: str) -> None:
        try:
            end_copy(self._desk, row.copy_no, state, self._clock.now(), reason)
        except CabinetError as error:
            errors.show(self._page, error)
            return
        self.told.emit(self.tr("{copy_no} is settled.").format(copy_no=row.copy_no))
        self.read()
        self.changed.emit()
