"""The columns of 日志 on the screen, and one line of it as it is read beside the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from gui import theme
from gui.translators import words
from gui.widgets.record_table import Column
from model.office.log_query import LogLine
from model.sentences.log_words import (
    event_words,
    fact_rows,
    facts_text,
    kind_words,
    subject_words,
)
from model.sentences.names import ROLES
from model.words import mark

_INK, _TIP = int(Qt.ItemDataRole.ForegroundRole), int(Qt.ItemDataRole.ToolTipRole)
_FAINT = frozenset({"auth.login", "auth.lock", "card.reserve", "card.unreserve", "print.begin"})
_LOUD = frozenset(
    {
        "auth.fail", "auth.recover", "card.look_limit", "card.lost", "card.void", "copy.lost",
        "export", "loan.correct", "loan.overdue", "loan.unblock", "staff.dismiss", "staff.reset",
    }
)  # fmt: skip
"""What a supervisor looks for when he leafs through it."""
_LINE = mark("LogTab", "Line {no}")
_BY = mark("LogTab", "By")
_AT = mark("LogTab", "At")
_ABOUT = mark("LogTab", "About")
_REASON = mark("LogTab", "Reason")
_DOCUMENT = mark("LogTab", "Document")
_HEAD = mark("LogTab", "Head at this line")
_ARROW = "→"


class LogRow(NamedTuple):
    """A line with the names of the people it speaks of."""

    line: LogLine
    names: Mapping[int, str]


def _ink(row: LogRow) -> QColor | None:
    colours = theme.colours()
    if row.line.event in _LOUD:
        return QColor(colours.overdue)
    return QColor(colours.faint) if row.line.event in _FAINT else None


def _column(heading: str, text: Callable[[LogRow], str], *, inked: bool = False) -> Column[LogRow]:
    facts: dict[int, Callable[[LogRow], object]] = {_TIP: lambda row: text(row) or None}
    if inked:
        facts[_INK] = _ink
    return Column("LogTab", heading, text, facts=facts)


COLUMNS = (
    Column[LogRow](
        "LogTab", mark("LogTab", "No."), lambda row: str(row.line.no), numeric=True
    ),
    _column(mark("LogTab", "Time"), lambda row: f"{row.line.at:%Y-%m-%d %H:%M}"),
    _column(mark("LogTab", "Person"), lambda row: row.line.actor),
    _column(mark("LogTab", "What"), lambda row: event_words(row.line.event, words), inked=True),
    _column(
        mark("LogTab", "About"), lambda row: subject_words(row.line, words, row.names)
    ),
    _column(mark("LogTab", "Facts"), lambda row: facts_text(row.line, words, row.names)),
    _column(mark("LogTab", "Reason"), lambda row: row.line.reason),
    _column(mark("LogTab", "Document"), lambda row: row.line.document),
)  # fmt: skip
FACTS, INKED = 5, (3,)
WIDTHS = {0: 66, 1: 126, 2: 72, 3: 116, 4: 108, 6: 92, 7: 116}


def line_html(row: LogRow) -> str:
    """A line as a small page, its facts before and after; every word of it is escaped."""
    colours, line = theme.colours(), row.line
    rows = "".join(
        f'<tr><td style="color:{colours.faint}; padding:3px 10px 3px 0">{escape(label)}</td>'
        f'<td style="color:{colours.hand}; padding:3px 0">{text}</td></tr>'
        for label, text in _told(row)
    )
    number = escape(words("LogTab", _LINE).format(no=f"{line.no:,}"))
    return (
        f"<h3>{escape(event_words(line.event, words))}</h3>"
        f'<p style="color:{colours.faint}">{number} · {line.at:%Y-%m-%d %H:%M:%S}</p>'
        f"<table>{rows}</table>"
    )


def _told(row: LogRow) -> Iterator[tuple[str, str]]:
    """(label, escaped text) of everything that is there."""
    line = row.line
    role = words("Role", ROLES.get(line.role, line.role))
    yield words("LogTab", _BY), escape(f"{line.actor} ({line.staff_no}) · {role}")
    if line.workplace:
        yield words("LogTab", _AT), escape(line.workplace)
    if line.subject:
        kind = kind_words(line.kind, words)
        yield words("LogTab", _ABOUT), escape(f"{kind} {subject_words(line, words, row.names)}")
    for fact in fact_rows(line, words, row.names):
        yield fact.label, _change(fact.before, fact.after)
    if line.reason:
        yield words("LogTab", _REASON), escape(line.reason).replace("\n", "<br>")
    if line.document:
        yield words("LogTab", _DOCUMENT), escape(line.document)
    yield words("LogTab", _HEAD), escape(line.head)


def _change(before: str, after: str) -> str:
    """What was, struck through, and what is."""
    if before and after:
        return f"<s>{escape(before)}</s> {_ARROW} {escape(after)}"
    return escape(after or before)
