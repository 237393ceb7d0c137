"""卡片借还日报: what the day came to, rep by rep, and the cards that are not home."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.registers.register_columns import (
    COUNT_WIDTHS,
    COUNTS,
    LOAN_INKED,
    LOAN_NAME,
    LOAN_WIDTHS,
    LOANS,
)
from gui.widgets.day_table import DayTable, InkDelegate
from model.loans.sheets import DayReport, RegisterLine, RepCount

_STATES = ("in_cabinet", "out", "overdue", "lost", "sealed")
_WIDEST = 900
"""Figures that stand farther apart are not read as one line."""
_LOOKS = {"in_cabinet": "home", "out": "out", "overdue": "overdue", "lost": "overdue"}


class ReportTab(QWidget):
    """Shows the report."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._report: DayReport | None = None
        self._build()
        self._retranslate()

    @property
    def facts(self) -> str:
        """The figures above the tables, one a line."""
        return "\n".join(label.text() for label in (self._day, *self._figures.values()))

    @property
    def reps(self) -> list[RepCount]:
        """The reps in view."""
        return list(self.counts.table.rows)

    @property
    def missing(self) -> list[RegisterLine]:
        """The cards that are not home, or have no record."""
        return list(self.open.table.rows)

    def show_report(self, report: DayReport | None) -> None:
        """Show a day, or nothing."""
        self._report = report
        self.counts.show_records(report.reps if report else ())
        self.open.show_records((*report.missing, *report.no_record) if report else ())
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._day = QLabel(self)
        self._day.setTextFormat(Qt.TextFormat.PlainText)
        self._figures = {state: QLabel(self) for state in _STATES}
        figures = QGridLayout()
        figures.setHorizontalSpacing(28)
        figures.addWidget(self._day, 0, 0, 1, len(_STATES) + 1)
        for column, (state, label) in enumerate(self._figures.items()):
            label.setProperty("figure", _LOOKS.get(state, "faint"))
            figures.addWidget(label, 1, column)
        figures.setColumnStretch(len(_STATES), 1)
        self.counts: DayTable[RepCount] = DayTable(
            COUNTS, 0, COUNT_WIDTHS, lambda row: row.rep, self
        )
        self.counts.setMaximumWidth(_WIDEST)
        self.open: DayTable[RegisterLine] = DayTable(
            LOANS, LOAN_NAME, LOAN_WIDTHS, lambda line: str(line.loan_no), self
        )
        for column in LOAN_INKED:
            self.open.setItemDelegateForColumn(column, InkDelegate(self.open))
        self._open_title = QLabel(self)
        self._open_title.setProperty("heading", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 8)
        layout.setSpacing(8)
        layout.addLayout(figures)
        layout.addWidget(self.counts, 3)
        layout.addWidget(self._open_title)
        layout.addWidget(self.open, 2)

    def _tell(self) -> None:
        report = self._report
        if report is None:
            for label in (self._day, self._open_title, *self._figures.values()):
                label.clear()
            return
        opened = self._who(self.tr("opened by {name} {at}"), report.opened_by, report.opened_at)
        closed = self._who(self.tr("closed by {name} {at}"), report.closed_by, report.closed_at)
        self._day.setText(
            " · ".join(
                (
                    f"{report.day:%Y-%m-%d}",
                    opened or self.tr("not opened"),
                    closed or self.tr("not closed yet"),
                )
            )
        )
        texts = {
            "in_cabinet": self.tr("In the cabinet {count}"),
            "out": self.tr("Out {count}"),
            "overdue": self.tr("Overdue {count}"),
            "lost": self.tr("Lost {count}"),
            "sealed": self.tr("Sealed {count}"),
        }
        for state, label in self._figures.items():
            label.setText(texts[state].format(count=f"{getattr(report, state):,}"))
        count = len(report.missing) + len(report.no_record)
        self._open_title.setText(
            self.tr("Not home, or without record: {count}").format(count=count)
            if count
            else self.tr("Every card is home with its record.")
        )
        self.open.setVisible(bool(count))

    @staticmethod
    def _who(text: str, name: str, moment: datetime | None) -> str:
        return text.format(name=name, at=f"{moment:%H:%M}") if name and moment else ""

    def _retranslate(self) -> None:
        self.counts.setAccessibleName(self.tr("The day of each rep"))
        self.open.setAccessibleName(self.tr("Cards that are not home, or without record"))
        self._tell()
