"""The columns of the page 审批."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gui import theme
from gui.translators import words
from gui.widgets.record_table import Column
from model.cards.asking import ApprovalView
from model.office.tables import ApprovalState
from model.sentences.approvals import right_words, state_words
from model.sentences.names import role_name
from model.words import mark

_INK = int(Qt.ItemDataRole.ForegroundRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_MOST_NAMED = 3
_AND_MORE = mark("Approvals", "{some} and {count} more")
_SEPARATOR = mark("Approvals", ", ")
_BY = mark("Approvals", "{role} {name}")
# In which ink a state stands; the word says it too.
_INKS = {
    ApprovalState.GRANTED: "home",
    ApprovalState.REFUSED: "overdue",
    ApprovalState.USED: "faint",
    ApprovalState.WITHDRAWN: "faint",
    ApprovalState.EXPIRED: "faint",
}


def joined(parts: list[str]) -> str:
    """The first few, and how many more there are."""
    text = words("Approvals", _SEPARATOR).join(parts[:_MOST_NAMED])
    if len(parts) <= _MOST_NAMED:
        return text
    return words("Approvals", _AND_MORE).format(some=text, count=len(parts) - _MOST_NAMED)


def customers_text(view: ApprovalView) -> str:
    """The customers it is about, as far as this desk may know them."""
    return joined(list(dict.fromkeys(card.name for card in view.cards)))


def waiting_text(view: ApprovalView) -> str:
    """Working days that it waits, or waited."""
    return str(view.waiting_days) if view.state is ApprovalState.ASKED else ""


def decider_text(view: ApprovalView) -> str:
    """Who decides, or decided."""
    role = role_name(view.decider.value, words)
    if not view.decided_by:
        return role
    return words("Approvals", _BY).format(role=role, name=view.decided_by)


def _waiting_ink(view: ApprovalView) -> QColor | None:
    return QColor(theme.colours().out) if view.is_late else None


def _state_ink(view: ApprovalView) -> QColor | None:
    if view.state not in _INKS:
        return _waiting_ink(view)
    return QColor(getattr(theme.colours(), _INKS[view.state]))


def _column(
    heading: str,
    text: Callable[[ApprovalView], str],
    key: Callable[[ApprovalView], Any] | None = None,
    *,
    numeric: bool = False,
    ink: Callable[[ApprovalView], QColor | None] | None = None,
) -> Column[ApprovalView]:
    facts: dict[int, Callable[[ApprovalView], Any]] = {_TIP: lambda view: text(view) or None}
    if ink is not None:
        facts[_INK] = ink
    return Column("Approvals", heading, text, key=key, numeric=numeric, facts=facts)


APPROVALS = (
    _column(mark("Approvals", "Approval"), lambda view: view.approval_no),
    _column(mark("Approvals", "To be approved"), lambda view: right_words(view, words)),
    _column(mark("Approvals", "Numbers"), lambda view: joined(list(view.refs))),
    _column(mark("Approvals", "Customer"), customers_text),
    _column(mark("Approvals", "Asked by"), lambda view: view.asked_by),
    _column(
        mark("Approvals", "Asked on"), lambda view: f"{view.asked_at:%m-%d %H:%M}",
        lambda view: view.asked_at,
    ),
    _column(
        mark("Approvals", "Days waiting"), waiting_text, lambda view: view.waiting_days,
        numeric=True, ink=_waiting_ink,
    ),
    _column(mark("Approvals", "Decides"), decider_text),
    _column(mark("Approvals", "State"), lambda view: state_words(view, words), ink=_state_ink),
)  # fmt: skip
NAME = 3
INKED = (6, 8)
WIDTHS = {0: 88, 1: 226, 2: 136, 4: 76, 5: 96, 6: 108, 7: 124, 8: 116}
