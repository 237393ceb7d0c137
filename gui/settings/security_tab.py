"""Keys and recovery: what the manager sees to so that the cabinet stays shut, and can be opened."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.clock import Clock
from gui.settings.recovery_dialog import NewCodeDialog, TryCodeDialog
from gui.tasks import Report, Tasks
from gui.widgets.buttons import plain_button, remark
from gui.widgets.record_table import Column
from gui.widgets.record_view import RecordView
from gui.widgets.trouble import Trouble
from model.errors import CabinetError
from model.office.desk import Desk
from model.office.kdf import KeyState, WorkplaceRow, key_state, measure_kdf
from model.office.office_settings import change_setting, read_settings
from model.office.recovery import RecoveryState, recovery_state
from model.words import mark

_TWO = "two_persons"

COLUMNS = (
    Column[WorkplaceRow]("SecurityTab", mark("SecurityTab", "PC"), lambda row: row.name),
    Column[WorkplaceRow](
        "SecurityTab",
        mark("SecurityTab", "Memory (MiB)"),
        lambda row: str(row.mem),
        lambda row: row.mem,
        numeric=True,
    ),
    Column[WorkplaceRow](
        "SecurityTab",
        mark("SecurityTab", "A log-in takes (s)"),
        lambda row: f"{row.seconds:.2f}",
        lambda row: row.seconds,
        numeric=True,
    ),
    Column[WorkplaceRow](
        "SecurityTab",
        mark("SecurityTab", "Measured"),
        lambda row: f"{row.measured_at:%Y-%m-%d}{' ≈' if row.at_log_in else ''}",
        lambda row: row.measured_at,
    ),
)
"""≈ marks what was only estimated, at somebody's first log-in there."""


class SecurityTab(QWidget):
    """Recovery code, cost of a password, two persons; for managers."""

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._state: KeyState | None = None
        self._recovery: RecoveryState | None = None
        self._build()
        self._connect()
        self._retranslate()
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""
        self._show_state(key_state(self._desk))
        self._recovery = recovery_state(self._desk)
        self._tell()
        self._two.blockSignals(True)
        self._two.setChecked(read_settings(self._desk)[_TWO] == "1")
        self._two.blockSignals(False)

    def forget(self) -> None:
        """Empty the list and the lines."""
        self._pcs.show_records([])
        self._state = self._recovery = None
        for label in (self._code_line, self._cost_line, self._keys_line):
            label.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._tell()
        super().changeEvent(event)

    def _build(self) -> None:
        self._code_box, self._cost_box = QGroupBox(self), QGroupBox(self)
        self._two_box, self._keys_box = QGroupBox(self), QGroupBox(self)
        self._code_line, self._cost_line, self._keys_line = (QLabel(self) for _ in range(3))
        self._code_why, self._cost_why, self._two_why = (remark(self) for _ in range(3))
        self._new, self._try, self._measure = (plain_button(self) for _ in range(3))
        self._two, self._trouble = QCheckBox(self), Trouble(self)
        self._pcs = RecordView(COLUMNS, 0, self)
        _fill(self._code_box, self._code_line, self._code_why, _row(self._new, self._try))
        _fill(self._two_box, self._two, self._two_why)
        _fill(self._keys_box, self._keys_line)
        _fill(self._cost_box, self._cost_line, self._cost_why, self._pcs, _row(self._measure))
        for label in (self._code_line, self._cost_line, self._keys_line):
            label.setWordWrap(True)
        left, both = QVBoxLayout(), QHBoxLayout()
        left.setSpacing(14)
        for box in (self._code_box, self._two_box, self._keys_box):
            left.addWidget(box)
        left.addStretch()
        both.setSpacing(18)
        both.addLayout(left, 1)
        both.addWidget(self._cost_box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addWidget(self._trouble)
        layout.addLayout(both)

    def _connect(self) -> None:
        self._new.clicked.connect(self._open_new)
        self._try.clicked.connect(self._open_try)
        self._measure.clicked.connect(self._run_measure)
        self._two.toggled.connect(self._set_two)

    def _show_state(self, state: KeyState) -> None:
        self._state = state
        self._pcs.show_records(state.workplaces)
        self._tell()

    def _tell(self) -> None:
        """Say in the window's language what was read last."""
        if self._state is not None:
            self._tell_keys(self._state)
        if self._recovery is not None:
            self._tell_recovery(self._recovery.made_at, self._recovery.tried_at)

    def _tell_keys(self, state: KeyState) -> None:
        cost = self.tr("A password costs {ops} passes over {mem} MiB.")
        text = cost.format(ops=state.ops, mem=state.mem)
        if state.following:
            text += " " + self.tr("%n password(s) follow at the next log-in.", "", state.following)
        self._cost_line.setText(text)
        keys = self.tr("%n key(s)", "", state.keys)
        self._keys_line.setText(
            self.tr("{keys} · generation {number}").format(keys=keys, number=state.generation)
        )

    def _tell_recovery(self, made: datetime | None, tried: datetime | None) -> None:
        made_text = self.tr("Made on {day}").format(day=_day(made)) if made else ""
        tried_text = (
            self.tr("tried on {day}").format(day=_day(tried))
            if tried
            else self.tr("not tried yet: nobody knows whether its paper opens")
        )
        self._code_line.setText(" · ".join(filter(None, (made_text, tried_text))))
        self._code_line.setProperty("warning", tried is None)
        self._code_line.style().polish(self._code_line)

    def _open_new(self) -> None:
        dialog = NewCodeDialog(self._desk, self._tasks, self._clock, self)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _open_try(self) -> None:
        dialog = TryCodeDialog(self._desk, self._tasks, self._clock, self)
        dialog.tried.connect(self.refresh)
        dialog.open()

    def _run_measure(self) -> None:
        self._trouble.hide()
        self._measure.setEnabled(False)
        desk, now = self._desk, self._clock.now()

        def job(report: Report) -> KeyState:
            del report
            with desk.own_connection():
                return measure_kdf(desk, now)

        self._tasks.run(self, job, self._measured, self._refuse, self._cost_box.title())

    def _measured(self, state: KeyState) -> None:
        self._measure.setEnabled(True)
        self._show_state(state)

    def _refuse(self, error: Exception) -> None:
        self._measure.setEnabled(True)
        self._trouble.tell(error)

    def _set_two(self, wanted: bool) -> None:
        self._trouble.hide()
        try:
            change_setting(self._desk, _TWO, "1" if wanted else "0", self._clock.now())
        except CabinetError as error:
            self._trouble.tell(error)

    def _retranslate(self) -> None:
        self._code_box.setTitle(self.tr("Recovery code"))
        self._cost_box.setTitle(self.tr("Strength of passwords"))
        self._two_box.setTitle(self.tr("Managers' drawer"))
        self._keys_box.setTitle(self.tr("Keys"))
        self._code_why.setText(
            self.tr(
                "The code on the sealed sheet lets a manager in who has lost his password. Try it "
                "once a year, and make a new one whenever the envelope was opened."
            )
        )
        self._cost_why.setText(
            self.tr(
                "What a guess costs somebody who has stolen the cabinet's folder. It is as much as "
                "the weakest PC of the office bears: measure on each of them once. ≈ was only "
                "estimated, at a log-in."
            )
        )
        self._two_why.setText(
            self.tr(
                "A second person enters his own password before a secret card is read, printed or "
                "copied; one of the two is a manager. It lasts as long as a reading pass."
            )
        )
        self._two.setText(self.tr("Secret cards are opened by &two persons together"))
        self._new.setText(self.tr("&New code …"))
        self._try.setText(self.tr("Tr&y the code …"))
        self._measure.setText(self.tr("&Measure on this PC"))
        self._pcs.setAccessibleName(self.tr("PCs of the office"))


def _fill(box: QGroupBox, *parts: QWidget | QHBoxLayout) -> None:
    layout = QVBoxLayout(box)
    layout.setContentsMargins(14, 12, 14, 12)
    layout.setSpacing(10)
    for part in parts:
        if isinstance(part, QHBoxLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row


def _day(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}"
