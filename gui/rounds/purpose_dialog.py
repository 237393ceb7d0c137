"""What a visit is for: purposes to tick, a few words, and what was agreed with the customer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.translators import spoken, words
from gui.widgets.buttons import remark
from gui.widgets.trouble import Trouble
from model.rounds.choices import PURPOSES
from model.rounds.line_entry import LONGEST_NOTE
from model.rounds.plans_shown import LineView

_COLUMNS = 3


class PurposeDialog(QDialog):
    """Stays open until the office has taken it; Alt and a digit ticks a purpose.

    Signals:
        given: codes of the purposes, the words, and the appointment (14:00 or empty).
    """

    given = Signal(object, str, str)

    def __init__(self, line: LineView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Purpose of the visit"))
        self.setMinimumWidth(460)
        self._build(line.name)
        for code, box in self._boxes.items():
            box.setChecked(code in line.purposes)
        self._note.setText(line.purpose_note)
        self._appointment.setText(line.appointment)
        self._boxes[PURPOSES[0].value].setFocus()

    def refuse(self, error: Exception) -> None:
        """Say why it was not taken; what was typed stays."""
        self._trouble.tell(error)
        self._appointment.setFocus()

    def _build(self, customer: str) -> None:
        what = remark(self)
        what.setText(customer)
        self._note, self._appointment = QLineEdit(self), QLineEdit(self)
        self._trouble = Trouble(self)
        self._note.setMaxLength(LONGEST_NOTE)
        self._appointment.setPlaceholderText("14:00")
        form = QFormLayout()
        for label, field in (
            (self.tr("&Words"), self._note),
            (self.tr("&Agreed time"), self._appointment),
        ):
            form.addRow(label, field)
            field.setAccessibleName(spoken(label))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        keep = buttons.addButton(self.tr("&Keep"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setProperty("main", True)
        keep.setDefault(True)
        buttons.accepted.connect(self._finish)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(what)
        layout.addLayout(self._purposes())
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        layout.addWidget(buttons)

    def _purposes(self) -> QGridLayout:
        grid = QGridLayout()
        self._boxes = {}
        for number, purpose in enumerate(PURPOSES):
            box = QCheckBox(f"{number + 1}  {words(purpose.context, purpose.label)}", self)
            box.setShortcut(f"Alt+{number + 1}")
            self._boxes[purpose.value] = box
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
        return grid

    def _finish(self) -> None:
        chosen = tuple(code for code, box in self._boxes.items() if box.isChecked())
        self.given.emit(chosen, self._note.text(), self._appointment.text().strip())
