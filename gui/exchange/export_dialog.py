"""Cards written to a file that leaves the cabinet readable (导出): which, what, for whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QLocale, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QGroupBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gui import errors
from gui.approvals.wanted import Wanted as WantedApproval
from gui.clock import Clock
from gui.exchange.field_picker import FieldPicker
from gui.papers.terms_form import TermsForm
from gui.tasks import Job, Report, Tasks
from gui.widgets.buttons import main_button, plain_button, remark
from gui.widgets.second_person_dialog import ask_second_person
from model.errors import CabinetError, StoppedError, TwoPersonsNeededError
from model.exchange.export_orders import Order, Wanted
from model.exchange.exporting import (
    Exported,
    ExportPlan,
    export_cards,
    export_columns,
    export_facts,
    plan_export,
)
from model.office.desk import Desk
from model.office.rights import Right

T = TypeVar("T")
_WIDTH = 560


@dataclass(frozen=True)
class ExportChoice:
    """Cards that may be meant: as they are called in the window's language, and which they are."""

    name: str
    wanted: Wanted


class ExportDialog(QDialog):
    """Stays open until the file stands, or it is closed.

    Signals:
        exported: what came of it, in words.
    """

    exported = Signal(str)

    def __init__(
        self, desk: Desk, tasks: Tasks, clock: Clock, choices: Sequence[ExportChoice],
        parent: QWidget,
    ) -> None:  # fmt: skip
        """`choices` are offered in their order, the first is meant at first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(_WIDTH)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._choices = tuple(choices)
        chinese = QLocale().language() is QLocale.Language.Chinese
        self._language = "zh" if chinese else "en"
        self._busy = False
        self._build()
        self._connect()
        self._look()

    def order(self) -> Order | None:
        """What is wanted now; None as long as something is missing."""
        terms, fields = self.terms.terms(), self.fields.fields
        number = self.which.checkedId()
        if terms is None or not fields or number < 0:
            return None
        return Order(self._choices[number].wanted, fields, terms)

    def reject(self) -> None:
        """Close, unless a file is being written."""
        if not self._busy:
            super().reject()

    def write(self, file: Path) -> None:
        """Write the file, as if its name had been chosen."""
        order = self.order()
        if order is None:
            return
        desk, now, language = self._desk, self._clock.now(), self._language

        def job(report: Report) -> Exported:
            with desk.own_connection():
                return export_cards(desk, order, file, now, report, language)

        self._run(job, self._written, lambda: self.write(file))

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Export cards"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(self._which_box())
        layout.addWidget(self._what_box(), 1)
        layout.addWidget(self._whom_box())
        self.warning = remark(self)
        self.warning.setText(
            self.tr(
                "The file is not encrypted: whoever has it can read it, on any computer. It is "
                "numbered, and the log keeps what was in it and who got it."
            )
        )
        layout.addWidget(self.warning)
        layout.addLayout(self._foot())

    def _which_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Cards"), self)
        self.which = QButtonGroup(box)
        column = QVBoxLayout(box)
        for number, choice in enumerate(self._choices):
            button = QRadioButton(choice.name, box)
            self.which.addButton(button, number)
            column.addWidget(button)
            button.setChecked(number == 0)
        return box

    def _what_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("Columns"), self)
        self.fields = FieldPicker(export_columns(self._desk, self._language), box)
        QVBoxLayout(box).addWidget(self.fields)
        return box

    def _whom_box(self) -> QGroupBox:
        box = QGroupBox(self.tr("For whom"), self)
        self.terms = TermsForm(self._clock.now().date(), box)
        QVBoxLayout(box).addWidget(self.terms)
        return box

    def _foot(self) -> QHBoxLayout:
        self.ask, self.leave, self.export = (
            plain_button(self),
            plain_button(self),
            main_button(self),
        )
        self.ask.setText(self.tr("&Ask for approval …"))
        self.ask.setVisible(not self._desk.may(Right.EXPORT))
        self.leave.setText(self.tr("Close"))
        self.export.setText(self.tr("&Export …"))
        foot = QHBoxLayout()
        foot.addWidget(self.ask)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.export)
        return foot

    def _connect(self) -> None:
        self.which.buttonToggled.connect(lambda *_: self._look())
        self.fields.changed.connect(self._look)
        self.terms.changed.connect(self._look)
        self.leave.clicked.connect(self.reject)
        self.ask.clicked.connect(self._ask)
        self.export.clicked.connect(self._check)

    def _look(self) -> None:
        ready = self.order() is not None and not self._busy
        for button in (self.ask, self.export):
            button.setEnabled(ready)
        self.leave.setEnabled(not self._busy)
        # The list of columns comes and goes; what is new has its size only once it was painted.
        QTimer.singleShot(0, self, self.adjustSize)

    def _check(self) -> None:
        """What would be refused is refused before a file is named."""
        order = self.order()
        if order is None:
            return
        desk, now, language = self._desk, self._clock.now(), self._language

        def job(report: Report) -> ExportPlan:
            del report
            with desk.own_connection():
                return plan_export(desk, order, now, language)

        self._run(job, lambda _: self._choose_file(), self._check)

    def _choose_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("customers {day}.xlsx").format(day=f"{self._clock.now():%Y-%m-%d}")
        chosen, kind = QFileDialog.getSaveFileName(
            self, self.tr("Export cards to"), str(Path(folder) / name),
            self.tr("Workbook (*.xlsx)") + ";;" + self.tr("List in text (*.csv)"),
        )  # fmt: skip
        if chosen and isValid(self):
            suffix = ".csv" if "csv" in kind else ".xlsx"
            file = Path(chosen)
            self.write(file if file.suffix else file.with_suffix(suffix))

    def _ask(self) -> None:
        """请示: for exactly what is chosen here."""
        order, above = self.order(), self.parentWidget()
        while above is not None and getattr(above, "approval_asker", None) is None:
            above = above.parentWidget()
        if order is None or above is None:
            return
        try:
            facts = export_facts(self._desk, order, self._clock.now())
        except CabinetError as error:
            errors.show(self, error)
            return
        wanted = WantedApproval(Right.EXPORT, (), facts)
        above.approval_asker.ask(wanted, self)  # type: ignore[attr-defined] # found above

    def _run(self, job: Job[T], done: Callable[[T], object], again: Callable[[], object]) -> None:
        """Run a job of this dialog; a secret card asks for the second person first."""
        self._busy = True
        self._look()

        def finished(result: T) -> None:
            self._free()
            done(result)

        def refused(error: Exception) -> None:
            self._free()
            if isinstance(error, StoppedError):
                return
            if isinstance(errors.ours(error), TwoPersonsNeededError):
                ask_second_person(self, self._desk, self._tasks, self._clock, again)
            else:
                errors.show(self, error)

        title = self.tr("Export cards")
        self._tasks.run(self, job, finished, refused, title=title)

    def _free(self) -> None:
        self._busy = False
        self._look()

    def _written(self, made: Exported) -> None:
        told = self.tr("{number}: {count} cards exported to {file}.")
        text = told.format(number=made.export_no, count=f"{made.rows:,}", file=made.file.name)
        self.exported.emit(text)
        self.accept()
