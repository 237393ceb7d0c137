"""What is wrong with rows, and what a person should look at: row, field and reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from gui.translators import words
from gui.widgets.record_table import Column
from gui.widgets.record_view import RecordView
from model.errors import Problem
from model.exchange.reasons import DUPLICATES
from model.sentences.names import field_label
from model.sentences.problems import reason_sentence
from model.words import mark

_CONTEXT = "ProblemTabs"
_TIP = int(Qt.ItemDataRole.ToolTipRole)
# Two lines: a reason that says what to do is longer than the window is wide.
_ROW_HEIGHT = 46
_REJECTED, _DUPLICATE = mark("ProblemTabs", "rejected"), mark("ProblemTabs", "there already")
_ROW, _BECOMES, _FIELD, _REASON = (
    mark("ProblemTabs", "Row"),
    mark("ProblemTabs", "Becomes"),
    mark("ProblemTabs", "Field"),
    mark("ProblemTabs", "Reason"),
)


def _field(problem: Problem) -> str:
    """The field of a problem in the window's language."""
    return field_label(problem.field, words) if problem.field else ""


def _reason(problem: Problem) -> str:
    """What is wrong and what to do, in the window's language."""
    return reason_sentence(problem, words)


_ROW_COLUMN = Column[Problem](
    _CONTEXT,
    _ROW,
    lambda problem: str(problem.row or ""),
    key=lambda problem: problem.row or 0,
    numeric=True,
)
_BECOMES_COLUMN = Column[Problem](
    _CONTEXT,
    _BECOMES,
    lambda problem: words(_CONTEXT, _DUPLICATE if problem.reason in DUPLICATES else _REJECTED),
)
_REST = (
    Column[Problem](_CONTEXT, _FIELD, _field),
    Column[Problem](_CONTEXT, _REASON, _reason, facts={_TIP: _reason}),
)


class ProblemTabs(QTabWidget):
    """Two lists: the rows that are not taken, and remarks on those that are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._problems = RecordView((_ROW_COLUMN, _BECOMES_COLUMN, *_REST), 3, self)
        self._warnings = RecordView((_ROW_COLUMN, *_REST), 2, self)
        for view in (self._problems, self._warnings):
            view.setWordWrap(True)
            view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self._problems.setAccessibleName(self.tr("Rows that are not taken"))
        self._warnings.setAccessibleName(self.tr("To look at"))
        self.addTab(self._problems, "")
        self.addTab(self._warnings, "")
        self.show_problems((), ())

    @property
    def problems(self) -> list[Problem]:
        """The problems shown."""
        return list(self._problems.table.rows)

    @property
    def warnings(self) -> list[Problem]:
        """The remarks shown."""
        return list(self._warnings.table.rows)

    def show_problems(self, problems: Sequence[Problem], warnings: Sequence[Problem]) -> None:
        """Show both lists, the one in front that has something to tell."""
        self._problems.show_records(problems)
        self._warnings.show_records(warnings)
        for place, (text, some) in enumerate(
            ((self.tr("Not taken"), problems), (self.tr("To look at"), warnings))
        ):
            self.setTabText(place, f"{text} ({len(some):,})")
        self.setCurrentIndex(1 if warnings and not problems else 0)
