"""What a restore asks: the file, a manager and his key, the folder; nothing is done here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.translators import spoken
from gui.widgets.buttons import link_button, main_button, plain_button, remark
from gui.widgets.new_password import NewPassword
from gui.widgets.trouble import Trouble
from model.errors import StoppedError

_PASSWORD, _CODE = 0, 1


class RestoreForm(QWidget):
    """Greys out what cannot be answered yet; what is wrong stands under it.

    Signals:
        file_chosen: path of a backup.
        look_wanted: with the key, what is in it.
        submitted: make a cabinet of it.
        given_up: back.
    """

    file_chosen = Signal(object)
    look_wanted = Signal()
    submitted = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._held = False
        self._known = False
        self._build()
        self._connect()
        self._retranslate()
        self._show_way()

    def focus(self) -> None:
        """Put the cursor where one goes on."""
        (self._secret if self._known else self._browse).setFocus()

    @property
    def file(self) -> Path:
        """The chosen backup."""
        return Path(self._file.text())

    @property
    def manager(self) -> str:
        """Whose key it is."""
        return self._manager.currentText()

    @property
    def password(self) -> str:
        """The manager's, as it was then; empty when it is a code."""
        return "" if self._by_code else self._secret.text()

    @property
    def code(self) -> str:
        """The recovery code; empty when it is a password."""
        return self._secret.text().strip() if self._by_code else ""

    @property
    def new_password(self) -> str:
        """What the manager chooses when he comes by the code."""
        return self._new.password

    @property
    def folder(self) -> Path:
        """Where the cabinet shall stand, with the ending that marks one."""
        path = Path(self._folder.text().strip()).expanduser()
        return path if path.suffix == ".cabinet" else path.with_name(f"{path.name}.cabinet")

    @property
    def trouble(self) -> str:
        """What the form says is wrong, or the empty string."""
        return self._trouble.told

    @property
    def facts(self) -> str:
        """What is said of the backup."""
        return self._facts.text()

    def choose_file(self, file: Path) -> None:
        """As if somebody had chosen it."""
        self._known = False
        self._file.setText(str(file))
        self._facts.clear()
        self.file_chosen.emit(file)

    def show_facts(self, holders: Sequence[str], clear: str, found: str) -> None:
        """What is known of the backup now."""
        self._known = True
        self._facts.setText("\n".join(filter(None, (clear, found))))
        self._facts.show()
        if [self._manager.itemText(row) for row in range(self._manager.count())] != list(holders):
            self._manager.clear()
            self._manager.addItems(list(holders))
        self._grey_out()
        self.focus()

    def suggest_folder(self, folder: Path) -> None:
        """A folder for it, unless somebody has named another one."""
        if not self._folder.isModified():
            self._folder.setText(str(folder))

    def hold(self, hold: bool) -> None:
        """While a job runs nothing is changed."""
        self._held = hold
        self._trouble.hide()
        self._grey_out()

    def refuse(self, error: Exception) -> None:
        """Say what is wrong; a stop only gives the form back."""
        if not isinstance(error, StoppedError):
            self._trouble.tell(error)
        self.focus()  # what was greyed meanwhile has lost it
        self._secret.selectAll()

    def forget(self) -> None:
        """Forget what was typed."""
        self._secret.clear()
        self._new.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    @property
    def _by_code(self) -> bool:
        return self._way.currentIndex() == _CODE

    def _build(self) -> None:
        self._file, self._folder, self._secret = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self._file.setReadOnly(True)
        self._manager, self._way = QComboBox(self), QComboBox(self)
        self._way.addItems(["", ""])
        self._browse, self._elsewhere = plain_button(self), plain_button(self)
        self._facts, self._trouble = remark(self), Trouble(self)
        self._facts.hide()
        self._new = NewPassword(self)
        self._look, self._go = plain_button(self), main_button(self)
        self._back = link_button(self)
        self._fields = (self._file, self._manager, self._way, self._secret, self._folder)
        self._labels = tuple(QLabel(self) for _ in self._fields)
        above, below = QFormLayout(), QFormLayout()
        self._add(above, 0, _beside(self._file, self._browse))
        for number, field in ((1, self._manager), (2, self._way), (3, self._secret)):
            self._add(below, number, field)
        self._add(below, 4, _beside(self._folder, self._elsewhere))
        last = QHBoxLayout()
        last.addWidget(self._back)
        last.addStretch()
        last.addWidget(self._look)
        last.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(above)
        layout.addWidget(self._facts)
        layout.addLayout(below)
        layout.addWidget(self._new)
        layout.addWidget(self._trouble)
        layout.addLayout(last)

    def _add(self, rows: QFormLayout, number: int, field: QWidget | QHBoxLayout) -> None:
        self._labels[number].setBuddy(self._fields[number])
        rows.setHorizontalSpacing(12)
        rows.addRow(self._labels[number], field)

    def _connect(self) -> None:
        self._browse.clicked.connect(self._choose)
        self._elsewhere.clicked.connect(self._choose_folder)
        self._way.currentIndexChanged.connect(self._show_way)
        for field in (self._secret, self._folder):
            field.textChanged.connect(self._typed)
        self._new.changed.connect(self._typed)
        self._secret.returnPressed.connect(self._enter)
        self._new.submitted.connect(self._enter)
        self._look.clicked.connect(self.look_wanted)
        self._go.clicked.connect(self.submitted)
        self._back.clicked.connect(self.given_up)

    def _enter(self) -> None:
        if self._go.isEnabled():
            self.submitted.emit()

    def _typed(self) -> None:
        self._trouble.hide()
        self._grey_out()

    def _show_way(self) -> None:
        """By the code a new password is chosen, since the old one is not known."""
        self._new.setVisible(self._by_code)
        self._secret.clear()
        mode = QLineEdit.EchoMode.Normal if self._by_code else QLineEdit.EchoMode.Password
        self._secret.setEchoMode(mode)
        self._retranslate()
        self._grey_out()

    def _grey_out(self) -> None:
        asks = self._known and not self._held
        for field in (*self._fields[1:], self._elsewhere):
            field.setEnabled(asks)
        self._new.setEnabled(asks)
        for button in (self._browse, self._back):
            button.setEnabled(not self._held)
        has_key = asks and bool(self._secret.text().strip())
        self._look.setEnabled(has_key)
        complete = has_key and bool(self._folder.text().strip())
        self._go.setEnabled(complete and (not self._by_code or self._new.complete))

    def _choose(self) -> None:
        title = self.tr("Which backup?")
        chosen, _ = QFileDialog.getOpenFileName(self, title, "", self.tr("Backups (*.ccb)"))
        if chosen:
            self.choose_file(Path(chosen))

    def _choose_folder(self) -> None:
        title = self.tr("Where the cabinet shall stand")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self.folder.parent))
        if chosen:
            self._folder.setText(str(Path(chosen) / self.folder.name))
            self._folder.setModified(True)

    def _retranslate(self) -> None:
        secret = self.tr("Recovery cod&e") if self._by_code else self.tr("&Password of that time")
        names = (
            self.tr("&Backup"),
            self.tr("&Manager"),
            self.tr("&Opened with"),
            secret,
            self.tr("New &folder"),
        )
        for label, field, name in zip(self._labels, self._fields, names, strict=True):
            label.setText(name)
            field.setAccessibleName(spoken(name))
        self._way.setItemText(_PASSWORD, self.tr("the manager's password"))
        self._way.setItemText(_CODE, self.tr("the recovery code"))
        self._browse.setText(self.tr("&Choose …"))
        self._elsewhere.setText(self.tr("El&sewhere …"))
        self._look.setText(self.tr("&Look inside"))
        self._go.setText(self.tr("&Restore"))
        self._back.setText(self.tr("B&ack"))
        width = max(self._new.label_width, *(label.sizeHint().width() for label in self._labels))
        self._new.line_up(width)
        for label in self._labels:
            label.setMinimumWidth(width)


def _beside(field: QLineEdit, button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(field)
    row.addWidget(button)
    return row
