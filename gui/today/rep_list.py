"""The reps of the day at the left: who waits, who is out, who is overdue, who is home."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale
from PySide6.QtWidgets import QWidget

from gui.today.rep_words import rep_look
from gui.widgets.rep_rows import RepRows
from model.loans.board import RepDay


class RepList(RepRows):
    """One line a rep; signals as of `RepRows`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._days: Sequence[RepDay] = ()
        self._day: date | None = None
        self._retranslate()

    def show_days(self, day: date, days: Sequence[RepDay]) -> None:
        """Show other figures."""
        self._day, self._days = day, days
        self.show_rows([(one.rep, rep_look(one)) for one in days])
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            if self._day is not None:
                self.show_days(self._day, self._days)
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Reps of the day"))
        day = self._day
        self._title.setText(
            QLocale().toString(QDate(day.year, day.month, day.day), "yyyy-MM-dd dddd")
            if day
            else ""
        )
