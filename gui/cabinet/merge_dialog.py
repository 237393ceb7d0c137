"""并卡: two cards of one customer side by side; of what differs, one value is ticked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.cabinet.path_words import one_line, path_name
from gui.translators import words
from gui.widgets.buttons import main_button, plain_button, remark
from gui.widgets.kept_place import keep_place
from gui.widgets.trouble import Trouble
from model.cards.definition import CardKind
from model.cards.paths import REQUIRED, TABLE_LABELS, field_of, row_path
from model.cards.showing import show
from model.loans.merging import CardSide, MergeField, MergeView
from model.sentences.names import state_name
from model.words import mark

_NAME, _KEPT, _GONE = range(3)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_PATH = int(Qt.ItemDataRole.UserRole)
_SIZE = (980, 560)
_LONGEST = 200
_COUNTS = {
    **{table: ("CardField", label) for table, label in TABLE_LABELS.items()},
    "visits": ("MergeDialog", mark("MergeDialog", "Visit records")),
    "loans": ("MergeDialog", mark("MergeDialog", "Loans")),
    "promises": ("MergeDialog", mark("MergeDialog", "Promises")),
    "plan_lines": ("MergeDialog", mark("MergeDialog", "Lines of plans")),
    "attachments": ("MergeDialog", mark("MergeDialog", "Attachments")),
    "proposals": ("MergeDialog", mark("MergeDialog", "Proposals")),
    "copies": ("MergeDialog", mark("MergeDialog", "Copies")),
}


class ChoiceTable(QTableWidget):
    """Left and Right choose between the two values of the row with the cursor.

    Signals:
        picked: (row, whether the value of the card that goes is taken).
    """

    picked = Signal(int, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right} and self.currentRow() >= 0:
            self.picked.emit(self.currentRow(), event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)


class MergeDialog(QDialog):
    """Stays open until the office has taken it.

    Signals:
        given: a frozenset of the paths taken from the card that goes, and the reason.
    """

    given = Signal(object, str)

    def __init__(
        self, view: MergeView, kind: CardKind, settings: QSettings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._view, self._kind = view, kind
        self._taken = set(view.suggested)
        self._rows = _rows_named(view)
        self._build()
        self._connect()
        self._fill()
        self._look()
        keep_place(self, settings, "merge", _SIZE)
        self.table.setFocus()

    @property
    def taken(self) -> frozenset[str]:
        """Paths whose value is taken from the card that goes."""
        return frozenset(self._taken)

    def refuse(self, error: Exception) -> None:
        """Say why it was not done."""
        self._trouble.tell(error)

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Merge two cards"))
        self._told = remark(self)
        self._told.setText(self._what_happens())
        self._counts = QLabel(self._counts_text(), self)
        self._counts.setWordWrap(True)
        self.whole = QCheckBox(self.tr("Show what is the &same too"), self)
        self.table = ChoiceTable(0, 3, self)
        self._dress_table()
        self.reason = QLineEdit(self)
        self.reason.setMaxLength(_LONGEST)
        self.reason.setPlaceholderText(self.tr("Why they are one customer"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self._trouble = Trouble(self)
        self.merge, self.leave = main_button(self), plain_button(self)
        self.merge.setText(self.tr("&Merge the cards"))
        self.merge.setToolTip("Ctrl+Enter")
        self.leave.setText(self.tr("Cancel"))
        foot = QHBoxLayout()
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.merge)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self._told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.whole)
        layout.addWidget(self._counts)
        layout.addWidget(self._trouble)
        layout.addLayout(foot)

    def _dress_table(self) -> None:
        table, view = self.table, self._view
        table.setAccessibleName(self.tr("Facts of both cards"))
        table.setHorizontalHeaderLabels(
            [
                self.tr("Field"),
                self.tr("{card} (stays)").format(card=_head(view.kept)),
                self.tr("{card} (becomes void)").format(card=_head(view.gone)),
            ]
        )
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_KEPT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_GONE, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(_NAME, 230)

    def _connect(self) -> None:
        self.table.picked.connect(self._pick)
        self.table.cellClicked.connect(self._click)
        self.whole.toggled.connect(lambda _: self._fill())
        self.reason.textChanged.connect(self._look)
        self.leave.clicked.connect(self.reject)
        self.merge.clicked.connect(self._finish)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._finish)

    def _fill(self) -> None:
        """Rows of what differs, or of everything."""
        shown = [one for one in self._view.fields if one.differs or self.whole.isChecked()]
        self.table.setRowCount(len(shown))
        for row, one in enumerate(shown):
            self._fill_row(row, one)
        if shown:
            self.table.setCurrentCell(0, _NAME)

    def _fill_row(self, row: int, one: MergeField) -> None:
        texts = (
            path_name(self._kind, one.path, self._rows),
            _text(self._kind, one.path, one.kept),
            _text(self._kind, one.path, one.gone),
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(one_line(text) or "—")
            item.setToolTip(text)
            item.setData(_PATH, one.path)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if not one.differs:
                item.setForeground(QColor(theme.colours().faint))
            self.table.setItem(row, column, item)
        if one.differs:
            self._tick(row, gone=one.path in self._taken)

    def _click(self, row: int, column: int) -> None:
        if column != _NAME:
            self._pick(row, column == _GONE)

    def _pick(self, row: int, gone: bool) -> None:
        """Take one of the two values."""
        path = self.table.model().index(row, _NAME).data(_PATH)
        if not any(one.path == path and one.differs for one in self._view.fields):
            return
        self._taken = self._taken | {path} if gone else self._taken - {path}
        self._tick(row, gone=gone)

    def _tick(self, row: int, *, gone: bool) -> None:
        for column in (_KEPT, _GONE):
            item = self.table.item(row, column)
            assert item is not None  # every row that is shown was filled
            ticked = (column == _GONE) is gone
            item.setCheckState(_CHECKED if ticked else _UNCHECKED)
            ink = theme.colours().hand if ticked else theme.colours().faint
            item.setForeground(QColor(ink))

    def _what_happens(self) -> str:
        view = self._view
        if view.refused:
            text = self.tr(
                "{ref} is in the state “{state}”: only cards that are in the cabinet can be merged."
            )
            return text.format(ref=view.refused_ref, state=state_name(view.refused, words))
        text = self.tr(
            "The card with the older number, {kept}, stays. {gone} becomes void and points to it; "
            "everything that hangs on it goes along. It can be undone as long as nothing was built "
            "on it."
        )
        return text.format(kept=view.kept.ref, gone=view.gone.ref)

    def _counts_text(self) -> str:
        """What goes along: rows that are added, and everything else that hangs on the card."""
        view = self._view
        moved = {
            name: view.added.get(name, 0) if name in TABLE_LABELS else count
            for name, count in view.gone.counts.items()
        }
        told = [
            f"{words(*_COUNTS[name])} {count}"
            for name, count in moved.items()
            if count and name in _COUNTS
        ]
        if not told:
            return self.tr("Nothing else hangs on {ref}.").format(ref=view.gone.ref)
        return self.tr("Goes along from {ref}: {what}").format(
            ref=view.gone.ref, what=" · ".join(told)
        )

    def _look(self) -> None:
        ready = not self._view.refused and bool(self.reason.text().strip())
        self.merge.setEnabled(ready)
        self._trouble.hide()

    def _finish(self) -> None:
        if self.merge.isEnabled():
            self.given.emit(self.taken, self.reason.text().strip())


def _head(side: CardSide) -> str:
    """A card as its column is headed."""
    return "  ".join(part for part in (side.ref, side.name) if part)


def _text(kind: CardKind, path: str, value: Any) -> str:
    """A value as it stands on the card."""
    return "" if value is None else show(field_of(kind, path), value, words)


def _rows_named(view: MergeView) -> Mapping[str, tuple[dict[str, Any], ...]]:
    """The rows that both cards have, with what they are called by."""
    found: dict[str, list[dict[str, Any]]] = {}
    for one in view.fields:
        row = row_path(one.path)
        if row is not None and row.column == REQUIRED[row.table][0]:
            called = one.kept if one.kept is not None else one.gone
            found.setdefault(row.table, []).append({"row_no": row.number, row.column: called})
    return {table: tuple(rows) for table, rows in found.items()}
