"""The page 登记簿: one day's loans, visit records and report, and their papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QTabWidget, QVBoxLayout, QWidget

from gui import errors
from gui.cabinet.questions import RemarkDialog
from gui.clock import Clock
from gui.papers import day_papers
from gui.papers.paper import Paper
from gui.papers.papers import Papers
from gui.papers.preview_dialog import PreviewDialog
from gui.registers.copies_tab import CopiesTab
from gui.registers.copies_work import CopiesWork
from gui.registers.loans_tab import LoansTab
from gui.registers.log_tab import LogTab
from gui.registers.log_work import LogWork
from gui.registers.register_actions import RegisterActions
from gui.registers.report_tab import ReportTab
from gui.registers.visits_tab import VisitsTab
from gui.tasks import Report, Tasks
from gui.widgets.buttons import button_for, plain_button
from gui.widgets.day_chooser import DayChooser
from gui.widgets.day_table import DayTable
from model.errors import CabinetError
from model.loans.corrections import correct_loan
from model.loans.registers import day_report, loan_register
from model.loans.sheets import DayReport, LoanRegister, RegisterLine
from model.office.desk import Desk
from model.rounds.rep_list import list_reps
from model.rounds.visits import visits_on
from model.rounds.visits_shown import VisitView

_TABS = ("loans", "visits", "report", "copies", "log")
_OF_A_DAY = frozenset({"loans", "visits", "report"})
_BLANK = ("blank_register", "blank_records", "badges")


@dataclass(frozen=True)
class _Books:
    """What is read of a day in one go."""

    register: LoanRegister
    report: DayReport


class RegisterPage(QWidget):
    """Books of one day, at one desk.

    Signals:
        status_changed: a loan was corrected.
    """

    status_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        clock: Clock,
        parent: QWidget | None,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._settings = settings
        self._readings = 0
        self._wanted = ("", "")
        self._build()
        self._connect()
        self._retranslate()
        self.refresh()

    @property
    def told(self) -> str:
        """The message line."""
        return self._told.text()

    @property
    def tab(self) -> str:
        """Name of the tab in view."""
        return _TABS[self._tabs.currentIndex()]

    def show_tab(self, name: str) -> None:
        """Bring a tab into view."""
        self._tabs.setCurrentIndex(_TABS.index(name))

    def go_to(self, tab: str, day: date, key: str = "") -> None:
        """Bring a line of a day into view.

        Args:
            tab: `loans`, `visits` or `copies`.
            day: the day.
            key: number of the loan, record or copy; empty for none.
        """
        self._wanted = (tab, key)
        self.days.show_day(day)
        self._tabs.blockSignals(True)  # the records are read once, below
        self.show_tab(tab)
        self._tabs.blockSignals(False)
        self.refresh()

    def refresh(self) -> None:
        """Read the day again."""
        self._read(self.days.day)

    def forget(self) -> None:
        """Empty everything that shows a customer."""
        self._readings += 1
        self.loans.show_register(None)
        self.visits.show_visits(())
        self.report.show_report(None)
        self.copies_work.forget()
        self.log_work.forget()
        self._told.clear()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tabs.setFocus()  # in the page, or its keys would not work

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._retranslate)
        super().changeEvent(event)

    def _build(self) -> None:
        self.actions_ = RegisterActions(self._desk, self)
        self.days = DayChooser(self._clock.now().date(), self)
        self.addActions(list(self.days.actions_.values()))
        self.papers = Papers(self._desk, self._tasks, self._clock, self, self._settings)
        self.loans = LoansTab(self.actions_, self)
        self.visits = VisitsTab(self)
        self.report = ReportTab(self)
        self.copies = CopiesTab(self.actions_, self)
        self._tabs = QTabWidget(self)
        self.log = LogTab(self.actions_, self._clock.now().date(), self)
        for part in (self.loans, self.visits, self.report, self.copies, self.log):
            self._tabs.addTab(part, "")
        self.copies_work = CopiesWork(
            self._desk, self._tasks, self._clock, self.copies, self.actions_, self
        )
        self._tabs.setTabVisible(_TABS.index("copies"), self.copies_work.allowed)
        self.log_work = LogWork(self._desk, self._tasks, self._clock, self.log, self.actions_, self)
        self._tabs.setTabVisible(_TABS.index("log"), self.log_work.allowed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(8)
        layout.addLayout(self._bar())
        layout.addWidget(self._tabs, 1)

    def _bar(self) -> QHBoxLayout:
        self._told = QLabel(self)
        self._told.setProperty("good", True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setMinimumWidth(40)
        self._blank = plain_button(self)
        menu = QMenu(self._blank)
        for name in _BLANK:
            menu.addAction(self.actions_[name])
        self._blank.setMenu(menu)
        self._blank.setVisible(self.papers.allowed)
        bar = QHBoxLayout()
        bar.addWidget(self.days)
        bar.addWidget(self._told, 1)
        bar.addWidget(self._blank)
        for name in ("preview", "save", "print"):
            bar.addWidget(button_for(self.actions_[name], self, main=name == "print"))
        return bar

    def _connect(self) -> None:
        self.days.changed.connect(self._read)
        self._tabs.currentChanged.connect(self._enter)
        self.loans.table.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        self.papers.told.connect(self._told.setText)
        self.copies_work.told.connect(self._told.setText)
        self.log_work.told.connect(self._told.setText)
        self.copies_work.changed.connect(self.status_changed)
        self.copies_work.shown.connect(lambda: self._choose_wanted("copies", self.copies.table))
        for name, slot in (
            ("correct", self._ask_reason),
            ("preview", lambda: self._look(self._paper())),
            ("save", lambda: self.papers.save(self._paper())),
            ("print", lambda: self.papers.print(self._paper())),
            ("blank_register", lambda: self._look(day_papers.blank_register_paper())),
            ("blank_records", lambda: self._look(day_papers.blank_records_paper())),
            ("badges", self._look_at_badges),
            ("loans", lambda: self.show_tab("loans")),
            ("visits", lambda: self.show_tab("visits")),
            ("report", lambda: self.show_tab("report")),
            ("copies", lambda: self.show_tab("copies")),
            ("log", lambda: self.show_tab("log")),
            ("refresh", self.refresh),
        ):
            self.actions_[name].triggered.connect(lambda _=False, slot=slot: slot())

    # --- what is read ---------------------------------------------------------------------------

    def _read(self, day: date) -> None:
        self._readings += 1
        self._run(_books(self._desk, day, self._clock.now()), self._take_books)
        if self.tab == "visits":
            self._read_visits()
        elif self.tab == "copies":
            self.copies_work.read()
        elif self.tab == "log":
            self.log_work.read()

    def _read_visits(self) -> None:
        """Reading records is logged for each card: they are read only when they are looked at."""
        desk, day, now = self._desk, self.days.day, self._clock.now()

        def read(report: Report) -> object:
            del report
            with desk.own_connection():
                return visits_on(desk, day, now)

        self._run(read, self._take_visits, self._refuse_visits)

    def _run(
        self,
        job: Callable[[Report], object],
        take: Callable[..., None],
        refuse: Callable[[Exception], None] | None = None,
    ) -> None:
        """Read; an older reading that comes late is dropped."""
        number = self._readings

        def taken(found: object) -> None:
            if number == self._readings:
                take(found)

        self._tasks.run(self, job, taken, refuse)

    def _take_books(self, books: _Books) -> None:
        self.loans.show_register(books.register)
        self.report.show_report(books.report)
        self._choose_wanted("loans", self.loans.table)
        self._allow()

    def _take_visits(self, visits: Sequence[VisitView]) -> None:
        self.visits.show_visits(visits)
        self._choose_wanted("visits", self.visits.table)

    def _choose_wanted(self, tab: str, table: DayTable[Any]) -> None:
        """Put the cursor on the line that was asked for, once."""
        if self._wanted[0] == tab:
            table.choose(self._wanted[1])
            table.setFocus()
            self._wanted = ("", "")

    def _refuse_visits(self, error: Exception) -> None:
        if errors.ours(error) is None:
            errors.show(self, error)
        else:
            self.visits.refuse(errors.told(error))

    def _enter(self) -> None:
        if self.tab == "visits":
            self._read_visits()
        elif self.tab == "copies":
            self.copies_work.read()
        elif self.tab == "log":
            self.log_work.read()
        self._allow()

    # --- what is done ---------------------------------------------------------------------------

    def _ask_reason(self) -> None:
        line = self.loans.line
        if line is None:
            return
        question = self.tr(
            "Line {number}, {card_no} with {rep}: what went wrong? The line stays in the register, "
            "struck through, and counts nowhere; the supervisor is told."
        ).format(number=line.loan_no, card_no=line.card_no, rep=line.borrower)
        dialog = RemarkDialog(self.tr("&Correct"), question, self.window())
        dialog.given.connect(lambda reason: self._correct(line, reason))
        dialog.open()

    def _correct(self, line: RegisterLine, reason: str) -> None:
        """更正 (domain.md §5.8 E13)."""
        try:
            correct_loan(self._desk, line.loan_no, reason, self._clock.now())
        except CabinetError as error:
            errors.show(self, error)
            return
        self._told.setText(self.tr("Line {number} is corrected.").format(number=line.loan_no))
        self.refresh()
        self.status_changed.emit()

    def _paper(self) -> Paper:
        """The tab in view as a paper."""
        papers = {
            "loans": day_papers.register_paper,
            "visits": day_papers.records_paper,
            "report": day_papers.day_report_paper,
        }
        return papers[self.tab](self.days.day)

    def _look(self, paper: Paper) -> None:
        PreviewDialog(self.papers, paper, self.window()).open()

    def _look_at_badges(self) -> None:
        self._look(day_papers.badges_paper([rep.name for rep in list_reps(self._desk)]))

    def _allow(self) -> None:
        line = self.loans.line
        today = self._clock.now().date()
        correctable = (
            line is not None
            and not line.corrected
            and (line.returned_at or line.issued_at).date() == today
        )
        self.actions_.allow("correct", self.tab == "loans" and correctable)
        for name in ("preview", "save", "print"):
            self.actions_.allow(name, self.tab in _OF_A_DAY)
        self.days.setEnabled(self.tab in _OF_A_DAY)
        self.copies_work.look(in_view=self.tab == "copies")
        self.log_work.look(in_view=self.tab == "log")

    def _retranslate(self) -> None:
        self.actions_.retranslate()
        titles = (
            self.tr("Loan register"),
            self.tr("Visit records"),
            self.tr("Report of the day"),
            self.tr("Register of copies"),
            self.tr("Log"),
        )
        for number, title in enumerate(titles):
            self._tabs.setTabText(number, title)
            self._tabs.setTabToolTip(number, f"{title}  (Alt+{number + 1})")
        self._blank.setText(self.tr("Empty sheets, badges"))


def _books(desk: Desk, day: date, now: datetime) -> Callable[[Report], _Books]:
    def read(report: Report) -> _Books:
        del report
        with desk.own_connection():
            return _Books(loan_register(desk, day, now), day_report(desk, day, now))

    return read
