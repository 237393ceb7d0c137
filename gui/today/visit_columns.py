"""The columns of today's visits and of the cards a rep holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gui import theme
from gui.cabinet.card_columns import CLASSES
from gui.today.visit_rows import VisitRow, balance_text, card_look, purpose_text
from gui.translators import words
from gui.widgets.record_table import Column
from model.loans.board import CardAway
from model.loans.lateness import late_hours
from model.words import mark

_TIP = int(Qt.ItemDataRole.ToolTipRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
_RECORD = mark("AwayColumns", "Recorded ✓")
_NO_RECORD = mark("AwayColumns", "None yet")
_LATE = mark("AwayColumns", "Overdue {hours} h")
_PROMISED = mark("VisitColumns", "{day} promised: {what}")
_STAR = "★ "


def class_text(row: VisitRow) -> str:
    """The customer's class."""
    choice = CLASSES.get(row.line.abc_class)
    return words(choice.context, choice.label) if choice else ""


def _time(row: VisitRow) -> str:
    return row.line.appointment or row.line.starts_at


def _name(row: VisitRow) -> str:
    return f"{_STAR if row.line.must_visit else ''}{row.line.short_name or row.line.name}"


def _name_tip(row: VisitRow) -> str:
    line = row.line
    promises = [
        words("VisitColumns", _PROMISED).format(day=f"{due:%m-%d}", what=what)
        for what, due in line.promises
    ]
    return "\n".join((f"{line.card_no}  {line.name}", line.location, *promises))


def _tick(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked


def _row_ink(row: VisitRow) -> QColor | None:
    return QColor(theme.colours().faint) if row.struck else None


def _money_ink(row: VisitRow) -> QColor | None:
    return QColor(theme.colours().overdue) if row.line.overdue and not row.struck else _row_ink(row)


def _column(
    heading: str,
    text: Callable[[VisitRow], str],
    facts: dict[int, Callable[[VisitRow], Any]] | None = None,
    *,
    numeric: bool = False,
) -> Column[VisitRow]:
    """A column in which struck lines are faint."""
    return Column("VisitColumns", heading, text, None, numeric, {_INK: _row_ink, **(facts or {})})


VISIT_COLUMNS = (
    _column(
        "",
        lambda _: "",
        {_CHECK: lambda row: _tick(row.chosen) if row.waits else None},
    ),
    _column(mark("VisitColumns", "No."), lambda row: str(row.line.seq)),
    _column(mark("VisitColumns", "Time"), _time),
    _column(mark("VisitColumns", "Customer"), _name, {_TIP: _name_tip}),
    _column(mark("VisitColumns", "Cl."), class_text),
    _column(
        mark("VisitColumns", "Purpose"),
        lambda row: purpose_text(row.line),
        {_TIP: lambda row: purpose_text(row.line)},
    ),
    _column(
        mark("VisitColumns", "Owed (late)"),
        lambda row: balance_text(row.line),
        {_INK: _money_ink},
        numeric=True,
    ),
    _column(
        mark("VisitColumns", "Card"),
        lambda row: card_look(row).text,
        {
            _INK: lambda row: QColor(card_look(row).colour),
            _TIP: lambda row: card_look(row).text,
        },
    ),
    _column(
        mark("VisitColumns", "Read"),
        lambda _: "",
        {_CHECK: lambda row: None if row.struck else _tick(row.line.read)},
    ),
    _column(mark("VisitColumns", "Place"), lambda row: row.line.location),
)
CHOSEN, SEQ, TIME, NAME, CLASS, PURPOSE, OWED, CARD, READ, PLACE = range(len(VISIT_COLUMNS))
VISIT_WIDTHS = {
    CHOSEN: 32, SEQ: 44, TIME: 58, CLASS: 48, PURPOSE: 98, OWED: 108, CARD: 116, READ: 54,
    PLACE: 88,
}  # fmt: skip


@dataclass(frozen=True)
class AwayRow:
    """A card that a rep holds, at a certain time."""

    card: CardAway
    now: datetime

    @property
    def hours_late(self) -> int:
        """Hours past the due time, a begun one as a whole."""
        return late_hours(self.card.due_at, self.now)


def _due(row: AwayRow) -> str:
    if row.card.overdue:
        return words("AwayColumns", _LATE).format(hours=row.hours_late)
    same_day = row.card.due_at.date() == row.now.date()
    return f"{row.card.due_at:%H:%M}" if same_day else f"{row.card.due_at:%m-%d %H:%M}"


def _record(row: AwayRow) -> str:
    return words("AwayColumns", _RECORD if row.card.has_record else _NO_RECORD)


def _late_ink(row: AwayRow) -> QColor | None:
    return QColor(theme.colours().overdue) if row.card.overdue else None


def _record_ink(row: AwayRow) -> QColor:
    colours = theme.colours()
    return QColor(colours.home if row.card.has_record else colours.out)


AWAY_COLUMNS = (
    Column[AwayRow]("AwayColumns", mark("AwayColumns", "Card"), lambda row: row.card.card_no),
    Column[AwayRow](
        "AwayColumns",
        mark("AwayColumns", "Customer"),
        lambda row: row.card.name,
        facts={_TIP: lambda row: row.card.name},
    ),
    Column[AwayRow](
        "AwayColumns",
        mark("AwayColumns", "Out since"),
        lambda row: f"{row.card.issued_at:%m-%d %H:%M}",
    ),
    Column[AwayRow](
        "AwayColumns", mark("AwayColumns", "Due"), _due, facts={_INK: _late_ink, _SPOKEN: _due}
    ),
    Column[AwayRow](
        "AwayColumns", mark("AwayColumns", "Visit record"), _record, facts={_INK: _record_ink}
    ),
    Column[AwayRow]("AwayColumns", mark("AwayColumns", "Place"), lambda row: row.card.location),
)
AWAY_NO, AWAY_NAME, AWAY_SINCE, AWAY_DUE, AWAY_RECORD, AWAY_PLACE = range(len(AWAY_COLUMNS))
AWAY_WIDTHS = {AWAY_NO: 84, AWAY_SINCE: 108, AWAY_DUE: 110, AWAY_RECORD: 110, AWAY_PLACE: 88}
