"""A rep's day in a few words and a colour; never in a colour alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui import theme
from gui.translators import words
from gui.widgets.rep_rows import RepLook
from model.loans.board import RepDay
from model.words import mark

_WAITING = mark("RepWords", "Waiting {count}")
_OUT = mark("RepWords", "Out {count}")
_OVERDUE = mark("RepWords", "Overdue {count}")
_NO_RECORD = mark("RepWords", "No record {count}")
_HOME = mark("RepWords", "Home {count} ✓")
_BLOCKED = mark("RepWords", "Blocked")
_LIFTED = mark("RepWords", "Block lifted today")
_DRAFT = mark("RepWords", "Not approved")
_NO_PLAN = mark("RepWords", "No plan")
_NO_CARDS = mark("RepWords", "No cards")
_LEAVES = mark("RepWords", "leaves {time}")


def rep_look(day: RepDay) -> RepLook:
    """A rep's day as it is shown."""
    told = _told(day)
    word, colour = told[0] if told else (words("RepWords", _NO_CARDS), theme.colours().faint)
    parts = [text for text, _ in told[1:]]
    if day.plan_no:
        parts.append(_visits(day.visits))
    if day.leaves_at and day.visits:
        parts.append(words("RepWords", _LEAVES).format(time=day.leaves_at))
    return RepLook(word, colour, " · ".join(parts))


def _told(day: RepDay) -> list[tuple[str, str]]:
    """Everything there is to tell, the most pressing first, each with its colour."""
    colours = theme.colours()
    counted = (
        (day.overdue, _OVERDUE, colours.overdue),
        (day.block.holds, _BLOCKED, colours.overdue),
        (not day.plan_no, _NO_PLAN, colours.faint),
        (day.plan_state == "draft", _DRAFT, colours.out),
        (day.plan_state == "approved" and day.to_go, _WAITING, colours.hand),
        (day.out - day.overdue, _OUT, colours.out),
        (day.missing_records, _NO_RECORD, colours.overdue),
        (day.home, _HOME, colours.home),
        (day.block.lifted, _LIFTED, colours.out),
    )
    return [
        (words("RepWords", text).format(count=int(number)), colour)
        for number, text, colour in counted
        if number
    ]


def _visits(count: int) -> str:
    return QCoreApplication.translate("RepWords", "%n visit(s)", "", count)
