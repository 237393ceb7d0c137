"""The columns of the list of cards, and what they are sorted by."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from gui.cabinet.card_states import state_look
from gui.translators import words
from gui.widgets.record_table import Column
from model.cards.choices import ABC_CLASSES
from model.cards.listing import CardRow
from model.words import mark

_TIP = int(Qt.ItemDataRole.ToolTipRole)
_LONG_AGO = date.min
CLASSES = {choice.value: choice for choice in ABC_CLASSES}
_CLASS_ORDER = {choice.value: number for number, choice in enumerate(ABC_CLASSES)}
_INCOMPLETE = mark("CardColumns", "{percent:.1f} %, incomplete")
_OLD_NUMBER = mark("CardColumns", "{number}, old number {old}")
_DISTRICT = mark("CardColumns", "{rep}, district {district}")


def class_text(row: CardRow) -> str:
    """The customer's class as it is shown."""
    choice = CLASSES.get(row.abc_class)
    return words(choice.context, choice.label) if choice else ""


def state_text(row: CardRow) -> str:
    """Where the card is, and with whom."""
    return state_look(row.state, row.stage, row.holder).text


def _visited(row: CardRow) -> str:
    return f"{row.last_visit_on:%Y-%m-%d}" if row.last_visit_on else "—"


def _full_tip(row: CardRow) -> str:
    if not row.incomplete:
        return f"{row.completeness:.1f} %"
    return words("CardColumns", _INCOMPLETE).format(percent=row.completeness)


def _ref_tip(row: CardRow) -> str:
    if not row.legacy_no:
        return row.ref
    return words("CardColumns", _OLD_NUMBER).format(number=row.ref, old=row.legacy_no)


COLUMNS = (
    Column[CardRow](
        "CardColumns", mark("CardColumns", "No."), lambda row: row.ref, facts={_TIP: _ref_tip}
    ),
    Column[CardRow](
        "CardColumns",
        mark("CardColumns", "Customer"),
        lambda row: row.name,
        facts={_TIP: lambda row: row.name},
    ),
    Column[CardRow](
        "CardColumns",
        mark("CardColumns", "Class"),
        class_text,
        key=lambda row: _CLASS_ORDER.get(row.abc_class, len(_CLASS_ORDER)),
    ),
    Column[CardRow](
        "CardColumns", mark("CardColumns", "State"), state_text, facts={_TIP: state_text}
    ),
    Column[CardRow](
        "CardColumns",
        mark("CardColumns", "Rep"),
        lambda row: row.rep,
        facts={
            _TIP: lambda row: words("CardColumns", _DISTRICT).format(
                rep=row.rep, district=row.district
            )
        },
    ),
    Column[CardRow](
        "CardColumns",
        mark("CardColumns", "Last visit"),
        _visited,
        key=lambda row: row.last_visit_on or _LONG_AGO,
    ),
    Column[CardRow](
        "CardColumns",
        mark("CardColumns", "Filled"),
        lambda row: f"{row.completeness:.0f}%",
        key=lambda row: row.completeness,
        facts={_TIP: _full_tip},
    ),
)
NUMBER, NAME, CLASS, STATE, REP, VISITED, FILLED = range(len(COLUMNS))
WIDTHS = {NUMBER: 84, CLASS: 60, STATE: 118, REP: 84, VISITED: 100, FILLED: 116}
WIDTHS_WITH_A_CARD = {NUMBER: 76, CLASS: 60, STATE: 88}
"""The columns that stay beside the name while a card takes most of the room."""
