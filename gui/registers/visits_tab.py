"""拜访记录 of a day: the list, and beside it everything of the chosen record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.registers.list_and_detail import ListAndDetail
from gui.registers.register_columns import VISIT_NAME, VISIT_WIDTHS, VISITS
from gui.registers.visit_text import visit_html
from gui.widgets.day_table import DayTable
from gui.widgets.list_or_placard import ListOrPlacard
from model.rounds.visits_shown import VisitView


class VisitsTab(QWidget):
    """Shows records; they are read for it only while it is in view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._refusal = ""
        self._build()
        self._retranslate()

    @property
    def rows(self) -> Sequence[VisitView]:
        """The records in view."""
        return self.table.table.rows

    @property
    def told(self) -> str:
        """What stands in place of records."""
        return self._list.placard.words.text()

    @property
    def detail(self) -> str:
        """The chosen record in words."""
        return self._detail.toPlainText()

    def show_visits(self, visits: Sequence[VisitView]) -> None:
        """Show the records of a day."""
        self._refusal = ""
        self.table.show_records(visits)
        self._list.show_filled(bool(visits))
        self._retranslate()
        self._tell()

    def refuse(self, sentence: str) -> None:
        """Say why nothing is shown."""
        self.show_visits(())
        self._refusal = sentence
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._tell()
        super().changeEvent(event)

    def _build(self) -> None:
        self.table: DayTable[VisitView] = DayTable(
            VISITS, VISIT_NAME, VISIT_WIDTHS, lambda visit: visit.record_no, self
        )
        split = ListAndDetail(self.table, (880, 380), self)
        self._detail = split.detail
        self._list = ListOrPlacard(split, "registers", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._tell())

    def _tell(self) -> None:
        visit = self.table.chosen
        self._detail.setHtml(visit_html(visit) if visit is not None else "")

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Visit records"))
        self._detail.setAccessibleName(self.tr("The chosen visit record"))
        self._list.placard.title.setText(self.tr("No visit records"))
        self._list.placard.say(
            self._refusal or self.tr("Records are entered when cards come home, on the page Today.")
        )
