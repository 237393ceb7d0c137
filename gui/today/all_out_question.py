"""Everyone's cards at once: who gets how many, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.buttons import remark
from model.loans.board import RepDay


class AllOutQuestion(QDialog):
    """Names and numbers.

    Signals:
        confirmed: names of the reps whose cards go out.
    """

    confirmed = Signal(object)

    def __init__(self, reps: Sequence[RepDay], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Hand out everyone's cards"))
        self.setMinimumWidth(380)
        self._reps = [rep.rep for rep in reps if rep.plan_state == "approved"]
        cards = sum(rep.waiting for rep in reps)
        title = QLabel(self.tr("Hand out %n card(s)?", "", cards), self)
        title.setProperty("heading", True)
        listed = QListWidget(self)
        listed.setAccessibleName(self.windowTitle())
        for rep in reps:
            text = self.tr("{rep}: %n card(s)", "", rep.to_go).format(rep=rep.rep)
            if rep.block.holds:
                text += self.tr(" · blocked, will be refused")
            elif not rep.waiting:
                text += self.tr(" · plan not approved, gets none")
            listed.addItem(text)
        note = remark(self)
        note.setText(self.tr("Each rep gets all his cards or none; who is refused is told after."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton(self.tr("&Hand out"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("main", True)
        self.go.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(10)
        for widget in (title, listed, note, buttons):
            layout.addWidget(widget)
        buttons.accepted.connect(self._finish)
        buttons.rejected.connect(self.reject)
        self.go.setFocus()

    def _finish(self) -> None:
        self.accept()
        self.confirmed.emit(self._reps)
