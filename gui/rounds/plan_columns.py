"""The columns of a plan's lines, and of the candidates below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from gui import theme
from gui.rounds.plan_day import Candidate
from gui.rounds.plan_words import (
    STRUCK,
    card_text,
    class_text,
    name_text,
    not_planned_text,
    owed_text,
    points_text,
    purpose_text,
    reasons_text,
    time_text,
    time_tip,
    why_text,
)
from gui.widgets.record_table import Column
from model.rounds.plans_shown import LineView
from model.words import mark

_TIP = int(Qt.ItemDataRole.ToolTipRole)
_INK = int(Qt.ItemDataRole.ForegroundRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_CUSTODY = {"out": "out", "overdue": "overdue", "lost": "overdue", "sealed": "overdue"}


def _struck_font(line: LineView) -> QFont | None:
    """Struck lines are struck through: the colour alone tells nobody."""
    if line.state not in STRUCK:
        return None
    font = QFont()
    font.setStrikeOut(True)
    return font


def _faint(line: LineView) -> QColor | None:
    return QColor(theme.colours().faint) if line.state in STRUCK else None


def _line(
    heading: str,
    text: Callable[[LineView], str],
    *,
    tip: Callable[[LineView], str | None] | None = None,
    ink: Callable[[LineView], QColor | None] | None = None,
    struck: bool = True,
    numeric: bool = False,
) -> Column[LineView]:
    facts: dict[int, Callable[[LineView], Any]] = {
        _INK: lambda line: _faint(line) or (ink(line) if ink else None)
    }
    if struck:
        facts[_FONT] = _struck_font
    facts[_TIP] = tip or text
    return Column("PlanColumns", heading, text, facts=facts, numeric=numeric)


def _owed_ink(line: LineView) -> QColor | None:
    return QColor(theme.colours().overdue) if line.overdue else None


def _card_ink(line: LineView) -> QColor | None:
    return QColor(getattr(theme.colours(), _CUSTODY.get(line.custody, "home")))


LINES = (
    _line(
        mark("PlanColumns", "No."),
        lambda line: "—" if line.state in STRUCK else str(line.seq),
        struck=False,
    ),
    _line(mark("PlanColumns", "Time"), time_text, tip=time_tip),
    _line(
        mark("PlanColumns", "Customer"),
        lambda line: name_text(line.name, line.must_visit),
        tip=lambda line: f"{line.card_no} · {line.name}",
    ),
    _line(mark("PlanColumns", "Class"), lambda line: class_text(line.abc_class), struck=False),
    _line(mark("PlanColumns", "District"), lambda line: line.district),
    _line(mark("PlanColumns", "Purpose"), purpose_text),
    _line(
        mark("PlanColumns", "Why"),
        why_text,
        tip=lambda line: why_text(line) if line.state in STRUCK else points_text(line.reasons),
        struck=False,
    ),
    _line(mark("PlanColumns", "Score"), lambda line: f"{line.score:.1f}", numeric=True),
    _line(mark("PlanColumns", "Owes (overdue)"), owed_text, ink=_owed_ink, numeric=True),
    _line(mark("PlanColumns", "Card"), card_text, ink=_card_ink, struck=False),
)
(SEQ, TIME, NAME, CLASS, DISTRICT, PURPOSE, WHY, SCORE, OWES, CARD) = range(len(LINES))
WIDTHS = {
    SEQ: 44, TIME: 102, NAME: 216, CLASS: 56, DISTRICT: 68, PURPOSE: 94, SCORE: 60, OWES: 118,
    CARD: 104,
}  # fmt: skip


def _score(one: Candidate) -> str:
    return "" if one.score is None else f"{one.score:.1f}"


CANDIDATES = (
    Column[Candidate](
        "PlanColumns",
        mark("PlanColumns", "Card no."),
        lambda one: one.card_no,
    ),
    Column[Candidate](
        "PlanColumns",
        mark("PlanColumns", "Customer"),
        lambda one: name_text(one.name, one.must_visit),
        key=lambda one: one.name,
        facts={_TIP: lambda one: one.name},
    ),
    Column[Candidate](
        "PlanColumns", mark("PlanColumns", "Class"), lambda one: class_text(one.abc_class)
    ),
    Column[Candidate]("PlanColumns", mark("PlanColumns", "District"), lambda one: one.district),
    Column[Candidate](
        "PlanColumns",
        mark("PlanColumns", "Score"),
        _score,
        key=lambda one: one.score or 0,
        numeric=True,
    ),
    Column[Candidate](
        "PlanColumns",
        mark("PlanColumns", "Why"),
        lambda one: reasons_text(one.reasons),
        facts={_TIP: lambda one: points_text(one.reasons) or None},
    ),
    Column[Candidate](
        "PlanColumns", mark("PlanColumns", "Why not planned"), not_planned_text,
        facts={_TIP: not_planned_text},
    ),
)  # fmt: skip
C_NO, C_NAME, C_CLASS, C_DISTRICT, C_SCORE, C_WHY, C_WHY_NOT = range(len(CANDIDATES))
CANDIDATE_WIDTHS = {
    C_NO: 84, C_NAME: 220, C_CLASS: 58, C_DISTRICT: 80, C_SCORE: 62, C_WHY_NOT: 210,
}  # fmt: skip
