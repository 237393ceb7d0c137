"""校验: the whole cabinet is looked through, on request against a head copied from paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from gui import errors
from gui.clock import Clock
from gui.tasks import Report as Reporter
from gui.tasks import Tasks
from gui.translators import words
from gui.widgets.buttons import main_button, plain_button, remark
from model.errors import StoppedError
from model.office.desk import Desk
from model.sentences.faults import fault_sentence
from model.upkeep.verify import Report, verify

_WIDTH, _FAULTS_HEIGHT = 560, 200


class VerifyDialog(QDialog):
    """Stays open with what was found."""

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._build()
        self.check.clicked.connect(self.run)
        self.paper.returnPressed.connect(self.run)

    @property
    def told(self) -> str:
        """What came of it, in words."""
        return self._told.text()

    @property
    def found(self) -> list[str]:
        """The faults as sentences."""
        return [self.faults.item(row).text() for row in range(self.faults.count())]

    def run(self) -> None:
        """Look through everything; Cancel over the progress stops it and changes nothing."""
        desk, paper, now = self._desk, self.paper.text(), self._clock.now()

        def job(report: Reporter) -> Report:
            with desk.own_connection():
                return verify(desk, paper, now, report)

        self.check.setEnabled(False)
        self._told.setText(self.tr("Looking through everything …"))
        self.faults.hide()
        self._tasks.run(self, job, self._show, self._stop, title=self.tr("The cabinet is checked"))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Check the cabinet"))
        self.setMinimumWidth(_WIDTH)
        what = remark(self)
        what.setText(
            self.tr(
                "Encryption, structure, the chain of the log and every rule of the office are "
                "looked at. A head of the log copied from an old register also shows whether "
                "somebody made the whole chain anew."
            )
        )
        self.paper = QLineEdit(self)
        self.paper.setPlaceholderText("1234-0A1B2C3D4E5F60718293")
        self.paper.setAccessibleName(self.tr("Head of the log, from paper"))
        form = QFormLayout()
        form.addRow(self.tr("&Head from paper"), self.paper)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(what)
        layout.addLayout(form)
        self._build_result()
        layout.addWidget(self._told)
        layout.addWidget(self.faults, 1)
        layout.addLayout(self._last_line())

    def _build_result(self) -> None:
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.faults = QListWidget(self)
        self.faults.setWordWrap(True)
        self.faults.setMinimumHeight(_FAULTS_HEIGHT)
        self.faults.setAccessibleName(self.tr("Faults found"))
        self.faults.hide()

    def _last_line(self) -> QHBoxLayout:
        self.check, leave = main_button(self), plain_button(self)
        self.check.setText(self.tr("&Check"))
        leave.setText(self.tr("Close"))
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.check)
        return foot

    def _show(self, report: Report) -> None:
        self.check.setEnabled(True)
        self.faults.clear()
        self.faults.addItems([fault_sentence(code, facts, words) for code, facts in report.faults])
        self.faults.setVisible(bool(report.faults))
        self._told.setProperty("good", not report.faults)
        self._told.setProperty("warning", bool(report.faults))
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)
        if report.faults:
            text = self.tr("Found: %n fault(s). Show this to the manager.", "", len(report.faults))
        else:
            text = self.tr(
                "All is well: {cards} cards, {people} people, {log_lines} lines of the log.\n"
                "Head of the log now: {head}"
            ).format(
                cards=f"{report.counts['cards']:,}",
                people=f"{report.counts['people']:,}",
                log_lines=f"{report.counts['log_lines']:,}",
                head=report.log_head,
            )
        self._told.setText(text)

    def _stop(self, error: Exception) -> None:
        """It was cancelled, or could not be done."""
        self.check.setEnabled(True)
        self._told.setText(self.tr("The check was stopped; nothing was changed."))
        if not isinstance(error, StoppedError):
            self._told.clear()
            errors.show(self, error)
