"""The table of proposed changes, decided by keys: A accepts, B asks back, R rejects."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.cabinet import proposal_lines as lines
from gui.cabinet.proposal_lines import ProposalLines, Waiting

_KEYS = {
    Qt.Key.Key_A: lines.ACCEPT,
    Qt.Key.Key_B: lines.ASK_BACK,
    Qt.Key.Key_R: lines.REJECT,
    Qt.Key.Key_Delete: "",
    Qt.Key.Key_Backspace: "",
}
_WIDTHS = {lines.FIELD: 170, lines.BY: 160, lines.STATE: 210, lines.DECISION: 70, lines.REMARK: 190}


class ProposalView(QTableView):
    """One line chosen at a time.

    Signals:
        changed: another decision or remark, or another line with the cursor.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = ProposalLines(self)
        self.setModel(self.table)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        for column in (lines.NOW, lines.PROPOSED):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.dataChanged.connect(lambda *_: self.changed.emit())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.changed.emit())
        self._retranslate()

    @property
    def chosen(self) -> Waiting | None:
        """The line with the cursor."""
        row = self.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None

    def decide(self, decision: str) -> None:
        """Decide the line with the cursor; where a remark is needed the cursor goes there."""
        row = self.currentIndex().row()
        one = self.chosen
        if one is None or not self.table.decide(row, decision):
            return
        if one.wants_remark:
            self.edit(self.table.index(row, lines.REMARK))
        elif row + 1 < len(self.table.lines):
            self.selectRow(row + 1)

    def answer(self) -> None:
        """Type a line that was asked back anew."""
        if self.chosen is not None and self.chosen.may_answer:
            self.edit(self.table.index(self.currentIndex().row(), lines.PROPOSED))

    def choose_first(self) -> None:
        """Put the cursor on the first line about which something can be done."""
        able = (n for n, one in enumerate(self.table.lines) if one.may_decide or one.may_answer)
        if self.table.lines:
            self.selectRow(next(able, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            event.accept()  # what the editor leaves over must press no button of the dialog
            return
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        key = Qt.Key(event.key())
        if plain and key in _KEYS:
            self.decide(_KEYS[key])
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._type()
        else:
            super().keyPressEvent(event)

    def go_to_missing_remark(self) -> bool:
        """Put the cursor where a remark is still to be typed; False where none is."""
        row = next((n for n, one in enumerate(self.table.lines) if one.wants_remark), None)
        if row is None:
            return False
        self.selectRow(row)
        self.edit_remark()
        return True

    def edit_remark(self) -> None:
        """Type the remark of the line with the cursor."""
        one = self.chosen
        if one is not None and one.may_decide:
            self.edit(self.table.index(self.currentIndex().row(), lines.REMARK))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.table.retranslate()
            self._retranslate()
        super().changeEvent(event)

    def commitData(self, editor: QWidget) -> None:
        super().commitData(editor)
        self.setFocus()

    def _type(self) -> None:
        one = self.chosen
        if one is not None and one.may_answer:
            self.answer()
        else:
            self.edit_remark()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Proposed changes"))
