"""The columns of 借还登记簿, 拜访记录 and 卡片借还日报 on the screen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from gui import theme
from gui.translators import words
from gui.widgets.record_table import Column
from model.cards.choices import SECRECIES
from model.loans.sheets import RegisterLine, RepCount
from model.rounds.choices import NOT_VISITED, OUTCOMES
from model.rounds.visits_shown import VisitView
from model.words import mark

_INK = int(Qt.ItemDataRole.ForegroundRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SECRECIES = {choice.value: choice for choice in SECRECIES}
_OUTCOMES = {choice.value: choice for choice in (*OUTCOMES, *NOT_VISITED)}
_CONDITIONS = {
    "intact": mark("Registers", "Intact"),
    "damaged": mark("Registers", "Damaged"),
}
_NO_RECORD = mark("Registers", "no record")
_CORRECTED = mark("Registers", "corrected")
_LATER = mark("Registers", "entered later")
_CANCELLED = mark("Registers", "visit cancelled")
_NO_CARD = mark("Registers", "without card")
_READ = mark("Registers", "card read before")
_SEPARATOR = mark("Registers", ", ")
_HANDLED = mark("Registers", "out {issued} · in {taken_back}")


def _joined(*parts: str) -> str:
    return words("Registers", _SEPARATOR).join(part for part in parts if part)


def _clock(moment: datetime | None, line: RegisterLine) -> str:
    """The time, with its day where it is another than the register's line."""
    if moment is None:
        return ""
    return f"{moment:%H:%M}" if moment.date() == line.day else f"{moment:%m-%d %H:%M}"


def _secrecy(line: RegisterLine) -> str:
    choice = _SECRECIES.get(line.secrecy)
    return words(choice.context, choice.label) if choice else line.secrecy


def checked_text(line: RegisterLine) -> str:
    """检查: how the card came home, and whether its visit record is missing."""
    condition = _CONDITIONS.get(line.condition)
    return _joined(
        words("Registers", condition) if condition else "",
        words("Registers", _NO_RECORD) if line.record_missing else "",
    )


def remark_text(line: RegisterLine) -> str:
    """备注: corrections, later entries, and what was written."""
    marks = (
        (line.corrected, _CORRECTED),
        (line.entered_later, _LATER),
        (line.cancelled, _CANCELLED),
    )
    return _joined(*(words("Registers", text) for holds, text in marks if holds), line.remark)


def _handled(line: RegisterLine) -> str:
    if not line.taken_back_by:
        return line.issued_by
    if line.taken_back_by == line.issued_by:
        return line.issued_by
    return words("Registers", _HANDLED).format(issued=line.issued_by, taken_back=line.taken_back_by)


def _struck(line: RegisterLine) -> QFont | None:
    """A corrected line stands struck through, as in a bound book."""
    if not line.corrected:
        return None
    font = QFont()
    font.setStrikeOut(True)
    return font


def _ink(line: RegisterLine) -> QColor | None:
    colours = theme.colours()
    if line.corrected:
        return QColor(colours.faint)
    if line.late_hours or line.record_missing:
        return QColor(colours.overdue)
    return QColor(colours.out) if line.returned_at is None else None


def _loan(
    heading: str,
    text: Callable[[RegisterLine], str],
    key: Callable[[RegisterLine], Any] | None = None,
    *,
    numeric: bool = False,
    inked: bool = False,
    struck: bool = True,
) -> Column[RegisterLine]:
    facts: dict[int, Callable[[RegisterLine], Any]] = {_TIP: lambda line: text(line) or None}
    if struck:
        facts[_FONT] = _struck
    if inked:
        facts[_INK] = _ink
    return Column("Registers", heading, text, key=key, numeric=numeric, facts=facts)


LOANS = (
    _loan(
        mark("Registers", "No."), lambda line: str(line.loan_no), lambda line: line.loan_no,
        numeric=True,
    ),
    _loan(mark("Registers", "Date"), lambda line: f"{line.day:%m-%d}", lambda line: line.day),
    _loan(mark("Registers", "Card"), lambda line: line.card_no),
    _loan(mark("Registers", "Customer"), lambda line: line.name),
    _loan(mark("Registers", "Secrecy"), _secrecy),
    _loan(mark("Registers", "Borrower"), lambda line: line.borrower),
    _loan(mark("Registers", "Purpose, plan"), lambda line: line.document),
    _loan(
        mark("Registers", "Out at"), lambda line: _clock(line.issued_at, line),
        lambda line: line.issued_at,
    ),
    _loan(
        mark("Registers", "Due at"), lambda line: _clock(line.due_at, line),
        lambda line: line.due_at,
    ),
    _loan(
        mark("Registers", "Back at"),
        lambda line: _clock(line.returned_at, line) or "—",
        lambda line: (line.returned_at is None, line.returned_at or line.due_at),
        inked=True,
    ),
    _loan(mark("Registers", "Checked"), checked_text, inked=True),
    _loan(mark("Registers", "Handled by"), _handled),
    _loan(
        mark("Registers", "Late (h)"), lambda line: str(line.late_hours or ""),
        lambda line: line.late_hours, numeric=True, inked=True,
    ),
    _loan(mark("Registers", "Remarks"), remark_text, struck=False),
)  # fmt: skip
LOAN_NAME = 3
LOAN_INKED = (9, 10, 12)
LOAN_WIDTHS = {
    0: 66, 1: 58, 2: 74, 4: 86, 5: 76, 6: 124, 7: 64, 8: 64, 9: 66, 10: 110, 11: 92, 12: 76,
    13: 96,
}  # fmt: skip


def outcome_text(visit: VisitView) -> str:
    """What came of a visit: reached, partly, not; or why it did not take place."""
    choice = _OUTCOMES.get(visit.not_visited or str(visit.values.get("outcome") or ""))
    return words(choice.context, choice.label) if choice else ""


def marks_text(visit: VisitView) -> str:
    """What else is to be known of a record."""
    marks = (
        (visit.no_card, _NO_CARD),
        (visit.read_before, _READ),
        (visit.entered_later, _LATER),
    )
    return _joined(*(words("Registers", text) for holds, text in marks if holds))


def _next(visit: VisitView) -> str:
    day = visit.values.get("next_visit_on")
    return f"{day:%m-%d}" if day else ""


def _visit(heading: str, text: Callable[[VisitView], str]) -> Column[VisitView]:
    return Column("Registers", heading, text, facts={_TIP: lambda visit: text(visit) or None})


VISITS = (
    _visit(mark("Registers", "Record"), lambda visit: visit.record_no),
    _visit(mark("Registers", "Card"), lambda visit: visit.card_no or "—"),
    _visit(mark("Registers", "Customer"), lambda visit: visit.name),
    _visit(mark("Registers", "Rep"), lambda visit: visit.rep),
    _visit(mark("Registers", "Outcome"), outcome_text),
    _visit(mark("Registers", "Next visit"), _next),
    _visit(mark("Registers", "Marks"), marks_text),
)
VISIT_NAME = 2
VISIT_WIDTHS = {0: 132, 1: 74, 3: 80, 4: 140, 5: 84, 6: 170}


def _count(heading: str, text: Callable[[RepCount], int]) -> Column[RepCount]:
    return Column("Registers", heading, lambda row: str(text(row) or ""), key=text, numeric=True)


COUNTS = (
    Column[RepCount]("Registers", mark("Registers", "Rep"), lambda row: row.rep),
    _count(mark("Registers", "Planned"), lambda row: row.planned),
    _count(mark("Registers", "Handed out"), lambda row: row.issued),
    _count(mark("Registers", "Returned"), lambda row: row.returned),
    _count(mark("Registers", "Still out"), lambda row: row.still_out),
    _count(mark("Registers", "Overdue"), lambda row: row.overdue),
    _count(mark("Registers", "No record"), lambda row: row.record_missing),
)
COUNT_WIDTHS = dict.fromkeys(range(1, 7), 92)
