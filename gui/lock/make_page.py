"""Making a cabinet for an office that has none: four names, a folder, a first password."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.clock import Clock
from gui.lock.door_code import DoorCode
from gui.lock.door_panel import DoorPanel
from gui.tasks import Tasks
from gui.translators import spoken
from gui.widgets.buttons import link_button, main_button, plain_button, remark
from gui.widgets.new_password import NewPassword
from gui.widgets.recovery_code import RecoveryCode
from gui.widgets.trouble import Trouble
from model.office.founding import Founders, create

_LONGEST_NAME = 60
_WIDTH = 600


class MakePage(DoorPanel):
    """The form, then the recovery code.

    Signals:
        made: folder of the new cabinet, after its recovery code was noted.
        given_up: back to the first page.
    """

    made = Signal(object)
    given_up = Signal()

    def __init__(self, tasks: Tasks, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent, _WIDTH)
        self._tasks = tasks
        self._clock = clock
        self._folder_typed = False
        self._build()
        self._connect()
        self._retranslate()
        self._suggest_folder()

    def focus(self) -> None:
        """Put the cursor into the first field."""
        self._office.setFocus()

    @property
    def code_shown(self) -> bool:
        """Whether the form has given way to the recovery code."""
        return not self._code.isHidden()

    @property
    def trouble(self) -> str:
        """What the page says is wrong, or the empty string."""
        return self._trouble.told

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._office, self._manager = QLineEdit(self), QLineEdit(self)
        self._keeper, self._folder = QLineEdit(self), QLineEdit(self)
        self._fields = (self._office, self._manager, self._keeper, self._folder)
        self._labels = tuple(QLabel(self) for _ in self._fields)
        for field in self._fields[:3]:
            field.setMaxLength(_LONGEST_NAME)
        self._browse = plain_button(self)
        self._why = remark(self)
        self._new = NewPassword(self)
        self._trouble = Trouble(self)
        self._make, self._back = main_button(self), link_button(self)
        self._make.setEnabled(False)
        self._form, self._code = QWidget(self), RecoveryCode(self)
        self._code.hide()
        self._door_code = DoorCode(self._code, self._tasks, self._clock)
        self._lay_out()
        self.body.addWidget(self._form)
        self.body.addWidget(self._code)

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.setVerticalSpacing(9)
        rows.setHorizontalSpacing(12)
        place = QHBoxLayout()
        place.addWidget(self._folder)
        place.addWidget(self._browse)
        for label, field in zip(self._labels, self._fields, strict=True):
            label.setBuddy(field)
            rows.addRow(label, place if field is self._folder else field)
        last = QHBoxLayout()
        last.addWidget(self._back)
        last.addStretch()
        last.addWidget(self._make)
        layout = QVBoxLayout(self._form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(rows)
        layout.addWidget(self._why)
        layout.addWidget(self._new)
        layout.addWidget(self._trouble)
        layout.addLayout(last)

    def _connect(self) -> None:
        for field in self._fields:
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(self.focusNextChild)
        self._office.textChanged.connect(self._suggest_folder)
        self._folder.textEdited.connect(self._keep_folder)
        self._browse.clicked.connect(self._choose_folder)
        self._new.changed.connect(self._typed)
        self._new.submitted.connect(self._submit)
        self._make.clicked.connect(self._submit)
        self._back.clicked.connect(self.given_up)
        self._door_code.tried.connect(lambda: self.made.emit(self._path()))

    def _typed(self) -> None:
        self._trouble.hide()
        filled = all(field.text().strip() for field in self._fields)
        self._make.setEnabled(filled and self._new.complete)

    def _keep_folder(self) -> None:
        self._folder_typed = True

    def _suggest_folder(self) -> None:
        """A folder named after the office, until another one was chosen."""
        if not self._folder_typed:
            self._folder.setText(str(_documents() / folder_name(self._office.text())))

    def _choose_folder(self) -> None:
        title = self.tr("Where the cabinet shall stand")
        chosen = QFileDialog.getExistingDirectory(self, title, str(_documents()))
        if chosen:
            self._folder_typed = True
            self._folder.setText(str(Path(chosen) / folder_name(self._office.text())))

    def _path(self) -> Path:
        """The folder as typed, with the ending that marks a cabinet."""
        path = Path(self._folder.text().strip()).expanduser()
        return path if path.suffix == ".cabinet" else path.with_name(f"{path.name}.cabinet")

    def _submit(self) -> None:
        if not self._make.isEnabled():
            return
        self._hold(True)
        path, now = self._path(), self._clock.now()
        founders = Founders(
            self._office.text(), self._manager.text(), self._keeper.text(), self._new.password
        )
        self._tasks.run(
            self,
            lambda _: create(path, founders, now),
            self._show_code,
            self._refuse,
            self.tr("Making the cabinet"),
        )

    def _show_code(self, code: str) -> None:
        self._new.clear()
        self._form.hide()
        self._door_code.show(self._path(), self._manager.text(), code)

    def _refuse(self, error: Exception) -> None:
        self._hold(False)
        self._typed()
        self._trouble.tell(error)

    def _hold(self, hold: bool) -> None:
        for widget in (self._make, self._back, self._browse, *self._fields):
            widget.setDisabled(hold)

    def _retranslate(self) -> None:
        self.head(self.tr("Make a cabinet"), self.tr("An encrypted folder on this computer"))
        names = (
            self.tr("&Office"),
            self.tr("&Manager"),
            self.tr("&Keeper of the cards"),
            self.tr("&Folder"),
        )
        for label, field, name in zip(self._labels, self._fields, names, strict=True):
            label.setText(name)
            field.setAccessibleName(spoken(name))
        self._browse.setText(self.tr("&Browse …"))
        self._why.setText(
            self.tr(
                "This first password is the manager's. The keeper logs in with it once and "
                "then chooses his own."
            )
        )
        self._make.setText(self.tr("Make the &cabinet"))
        self._back.setText(self.tr("B&ack"))
        width = max(self._new.label_width, *(label.sizeHint().width() for label in self._labels))
        self._new.line_up(width)
        for label in self._labels:
            label.setMinimumWidth(width)


def folder_name(office: str) -> str:
    """A folder's name after an office, without what a file system refuses."""
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", office).strip(" .")
    return f"{plain or 'office'}.cabinet"


def _documents() -> Path:
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found or Path.home())
