"""The card's history: when, who, which field, from what to what, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.cabinet.why_bar import source_name
from gui.translators import words
from gui.widgets.record_table import Column
from gui.widgets.record_view import RecordView
from model.cards.definition import CardKind
from model.cards.fields import field, has_field
from model.cards.revisions import RevisionRow
from model.cards.showing import show
from model.words import mark

_ANSWERS = frozenset({"none", "not_applicable", "checked"})
_OPENED = mark("CardHistory", "Card opened")


def _field_name(row: RevisionRow) -> str:
    """The field's label; the first line opens the card."""
    if not row.field:
        return words("CardHistory", _OPENED)
    kind = _kind_with(row.field)
    return words("CardField", field(kind, row.field).label) if kind else row.field


def _kind_with(identifier: str) -> CardKind | None:
    return next((kind for kind in CardKind if has_field(kind, identifier)), None)


def _value(row: RevisionRow, text: str) -> str:
    """A stored text as it is read: choices by their words."""
    kind = _kind_with(row.field)
    if not text or kind is None:
        return text
    known = field(kind, row.field)
    return show(known, text, words) if known.choices or text in _ANSWERS else text


COLUMNS = (
    Column[RevisionRow](
        "CardHistory",
        mark("CardHistory", "When"),
        lambda row: f"{row.changed_at:%Y-%m-%d %H:%M}",
    ),
    Column[RevisionRow]("CardHistory", mark("CardHistory", "Who"), lambda row: row.changed_by),
    Column[RevisionRow]("CardHistory", mark("CardHistory", "Field"), _field_name),
    Column[RevisionRow](
        "CardHistory",
        mark("CardHistory", "Before"),
        lambda row: _value(row, row.old),
        facts={int(Qt.ItemDataRole.ToolTipRole): lambda row: _value(row, row.old)},
    ),
    Column[RevisionRow](
        "CardHistory",
        mark("CardHistory", "After"),
        lambda row: _value(row, row.new),
        facts={int(Qt.ItemDataRole.ToolTipRole): lambda row: _value(row, row.new)},
    ),
    Column[RevisionRow](
        "CardHistory", mark("CardHistory", "From"), lambda row: source_name(row.source)
    ),
    Column[RevisionRow](
        "CardHistory",
        mark("CardHistory", "Reason"),
        lambda row: row.reason,
        facts={int(Qt.ItemDataRole.ToolTipRole): lambda row: row.reason},
    ),
)
_AFTER = 4


def revision_lines(rows: Sequence[RevisionRow]) -> tuple[dict[str, object], ...]:
    """The newest changes as the paper's table of revisions shows them; opening is no change."""
    return tuple(
        {
            "changed_on": row.changed_at.date(),
            "field": _field_name(row),
            "old_value": _value(row, row.old),
            "new_value": _value(row, row.new),
            "changed_by": row.changed_by,
        }
        for row in rows
        if row.field
    )


_WIDEST = 220


class HistoryTable(RecordView[RevisionRow]):
    """The lines of one card, newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(COLUMNS, _AFTER, parent)
        self.retranslate()

    def show_history(self, rows: Sequence[RevisionRow]) -> None:
        """Show another card's lines; long values end with an ellipsis, their tip is whole."""
        self.show_records(rows)
        header = self.horizontalHeader()
        for column in range(len(COLUMNS)):
            if header.sectionSize(column) > _WIDEST:
                header.resizeSection(column, _WIDEST)

    def retranslate(self) -> None:
        """Name the table in the window's language."""
        self.setAccessibleName(self.tr("History of the card"))
