"""What the status line tells, and its acts: 开柜, 锁柜, backup."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.frame.cards_out import count_day, tell_opening
from gui.frame.missing_cards import ClosingSheet, MissingCards
from gui.frame.pages import Surroundings
from gui.frame.status_line import StatusLine
from gui.tasks import Report
from model.cards.closing import counts
from model.errors import CabinetError, MissingCardsError
from model.loans.closing import Closing, close_cabinet
from model.loans.opening import open_cabinet
from model.office import audit
from model.office.day import day_state
from model.office.desk import Desk
from model.office.idle import put_off_lock
from model.office.rights import Right
from model.upkeep.backup import (
    back_up,
    back_up_daily,
    backup_is_late,
    last_backup,
    second_folder_state,
)

_REFRESH_MS = 60_000
_BACKUP_AFTER_MS = 3_000
_FLUSH_MS = 500


class OfficeDay(QObject):
    """Reads the day's state for one desk, and changes it.

    Signals:
        changed: the cabinet was opened or closed.
    """

    changed = Signal()

    def __init__(
        self, desk: Desk, around: Surroundings, status: StatusLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._around = around
        self._status = status
        self._window = parent
        self._flushing = False
        status.open_wanted.connect(self.open_cabinet)
        status.close_wanted.connect(self.close_cabinet)
        timer = QTimer(self, interval=_REFRESH_MS)
        timer.timeout.connect(self.refresh)
        timer.start()
        flushing = QTimer(self, interval=_FLUSH_MS)
        flushing.timeout.connect(self._flush)
        flushing.start()
        if desk.may(Right.BACK_UP):
            QTimer.singleShot(_BACKUP_AFTER_MS, self, self._back_up_daily)

    def refresh(self) -> None:
        """Read everything again; each minute too, because midnight and due times pass."""
        now = self._around.clock.now()
        self._status.show_counts(counts(self._desk, now))
        self._status.show_day(day_state(self._desk, now))
        if self._desk.may(Right.BACK_UP):
            self._show_backup(now)

    def _show_backup(self, now: datetime) -> None:
        last, second = last_backup(self._desk), second_folder_state(self._desk)
        made_at = last.made_at if last else None
        self._status.show_backup(
            made_at,
            now.date(),
            late=made_at is not None and backup_is_late(self._desk, now),
            second_fails=second is not None and bool(second.fault),
        )

    def open_cabinet(self) -> None:
        """开柜; cards that did not come home on an earlier day are named."""
        try:
            opening = open_cabinet(self._desk, self._around.clock.now())
        except CabinetError as error:
            errors.show(self._window, error)
        else:
            tell_opening(self._desk, opening, self._around.clock.now(), self._window)
        self.refresh()
        self.changed.emit()

    def close_cabinet(self) -> None:
        """锁柜; cards that are out are named one by one first."""
        self._close([])

    def _close(self, missing: list[str]) -> None:
        try:
            closing = close_cabinet(self._desk, missing, self._around.clock.now())
        except MissingCardsError:
            self._name_missing()
        except CabinetError as error:
            errors.show(self._window, error)
        else:
            self._tell_closing(closing)
            self._back_up_daily(anew=True)
        self.refresh()
        self.changed.emit()

    def back_up(self) -> None:
        """A verified backup now."""
        desk, now = self._desk, self._around.clock.now()

        def job(report: Report) -> object:
            with desk.own_connection():
                return back_up(desk, None, now, report)

        title = self.tr("Backing the cabinet up")
        self._around.tasks.run(self._window, job, self._backed_up, title=title)

    def log_snooze(self, minutes: int) -> None:
        """Log that the idle lock was put off."""
        desk, now = self._desk, self._around.clock.now()

        def job(report: Report) -> None:
            del report
            with desk.own_connection():
                put_off_lock(desk, minutes, now)

        self._around.tasks.run(self._window, job, lambda _: None, quiet=True)

    def _flush(self) -> None:
        """Write the readings that wait for the log; while another program writes, later."""
        desk = self._desk
        if self._flushing or not desk.readings:
            return
        self._flushing = True

        def job(report: Report) -> None:
            del report
            with desk.own_connection():
                audit.flush(desk)

        self._around.tasks.run(self._window, job, self._flushed, self._flushed, quiet=True)

    def _flushed(self, outcome: object) -> None:
        del outcome
        self._flushing = False

    def _back_up_daily(self, *, anew: bool = False) -> None:
        """The day's backup, unasked; what goes wrong is told all the same."""
        desk, now = self._desk, self._around.clock.now()

        def job(report: Report) -> object:
            with desk.own_connection():
                return back_up_daily(desk, now, report, anew=anew)

        self._around.tasks.run(self._window, job, self._backed_up, quiet=True)

    def _backed_up(self, made: object) -> None:
        del made
        self.refresh()

    def _name_missing(self) -> None:
        """Cards are out: each is ticked before the cabinet closes."""
        count = count_day(self._desk, self._around.clock.now())
        dialog = MissingCards(count.missing, count.issued, count.returned, self._window)
        dialog.named.connect(self._close)
        dialog.open()

    def _tell_closing(self, closing: Closing) -> None:
        """The cabinet is closed: the counts, and the day's report to be printed."""
        sheet = ClosingSheet(closing.issued, closing.returned, len(closing.missing), self._window)
        sheet.report_wanted.connect(self._print_report)
        sheet.open()

    def _print_report(self) -> None:
        """卡片借还日报."""
        from gui.papers.day_papers import day_report_paper  # loads all that draws paper
        from gui.papers.papers import Papers

        around = self._around
        papers = Papers(self._desk, around.tasks, around.clock, self._window)
        papers.print(day_report_paper(around.clock.now().date()))
