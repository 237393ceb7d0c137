"""The first passwords after a restore: shown once, to be handed over one by one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui import clipboard, errors
from gui.widgets.buttons import main_button, plain_button, remark
from gui.widgets.record_table import Column
from gui.widgets.record_view import RecordView
from model.errors import CabinetError
from model.storage.durable import write_whole
from model.upkeep.restore import FirstPassword
from model.words import mark

COLUMNS = (
    Column[FirstPassword](
        "FirstPasswords",
        mark("FirstPasswords", "No."),
        lambda one: str(one.staff_no),
        lambda one: one.staff_no,
    ),
    Column[FirstPassword]("FirstPasswords", mark("FirstPasswords", "Name"), lambda one: one.name),
    Column[FirstPassword](
        "FirstPasswords", mark("FirstPasswords", "First password"), lambda one: one.first_password
    ),
)


class FirstPasswords(QWidget):
    """The list, with two ways out of the window that a person must choose.

    Signals:
        noted: the person has them.
    """

    noted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._why = remark(self)
        self._list = RecordView(COLUMNS, 1, self)
        self._list.setMinimumHeight(220)
        self._copy, self._save = plain_button(self), plain_button(self)
        self._tick, self._go_on = QCheckBox(self), main_button(self)
        self._go_on.setEnabled(False)
        self._tick.toggled.connect(self._go_on.setEnabled)
        self._copy.clicked.connect(lambda: clipboard.put(self._text()))
        self._save.clicked.connect(self._save_as)
        self._go_on.clicked.connect(self._finish)
        out = QHBoxLayout()
        out.addWidget(self._copy)
        out.addWidget(self._save)
        out.addStretch()
        last = QHBoxLayout()
        last.addWidget(self._tick)
        last.addStretch()
        last.addWidget(self._go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._why)
        layout.addWidget(self._list)
        layout.addLayout(out)
        layout.addLayout(last)
        self._retranslate()

    def show_passwords(self, passwords: Sequence[FirstPassword]) -> None:
        """Show them, until the person says that he has them; nobody else's are new: nothing."""
        self._list.show_records(passwords)
        for part in (self._list, self._copy, self._save):
            part.setVisible(bool(passwords))
        self._tick.setChecked(not passwords)
        self._tick.setVisible(bool(passwords))
        self._why.setVisible(bool(passwords))
        self._tick.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _text(self) -> str:
        rows = self._list.table.rows
        return "".join(f"{one.staff_no}\t{one.name}\t{one.first_password}\r\n" for one in rows)

    def _save_as(self) -> None:
        title = self.tr("Save the first passwords as a file")
        chosen, _ = QFileDialog.getSaveFileName(self, title, "", self.tr("Text (*.txt)"))
        if not chosen:
            return
        try:
            write_whole(Path(chosen), ("\ufeff" + self._text()).encode())
        except CabinetError as error:
            errors.show(self, error)

    def _finish(self) -> None:
        self._list.show_records([])
        self.noted.emit()

    def _retranslate(self) -> None:
        self._why.setText(
            self.tr(
                "Only the managers' keys are in a backup. Everybody else gets these first "
                "passwords, changed at the first log-in. They are shown only now; a copy or a file "
                "is readable for everyone who gets hold of it: delete it when they are handed over."
            )
        )
        self._list.setAccessibleName(self.tr("First passwords"))
        self._copy.setText(self.tr("&Copy the list"))
        self._save.setText(self.tr("&Save the list as a file …"))
        self._tick.setText(self.tr("I have &noted them"))
        self._go_on.setText(self.tr("&Go on"))
