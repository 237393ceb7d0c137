"""A cabinet made of a backup: which file, what it holds, with whose key, into which folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from gui import errors
from gui.clock import Clock
from gui.lock.backup_facts import clear_text, found_text
from gui.lock.door_code import DoorCode
from gui.lock.door_panel import DoorPanel
from gui.lock.first_passwords import FirstPasswords
from gui.lock.make_page import folder_name
from gui.lock.restore_form import RestoreForm
from gui.tasks import Report, Tasks
from gui.widgets.recovery_code import RecoveryCode
from model.errors import VerifyError
from model.upkeep.backup_preview import BackupPreview, preview_backup
from model.upkeep.restore import Restored, restore

_WIDTH = 640


class RestorePage(DoorPanel):
    """The form; then the first passwords, and a new recovery code if the old one was used.

    Signals:
        finished: folder of the restored cabinet.
        given_up: back to the first page.
    """

    finished = Signal(object)
    given_up = Signal()

    def __init__(
        self, tasks: Tasks, clock: Clock, file: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _WIDTH)
        self._tasks, self._clock = tasks, clock
        self._folder = Path()
        self._code_text = ""
        self._form = RestoreForm(self)
        self._passwords, self._code = FirstPasswords(self), RecoveryCode(self)
        for part in (self._form, self._passwords, self._code):
            self.body.addWidget(part)
        self._passwords.hide()
        self._code.hide()
        self._door_code = DoorCode(self._code, tasks, clock)
        self._form.file_chosen.connect(self._look)
        self._form.look_wanted.connect(self._look_inside)
        self._form.submitted.connect(self._restore)
        self._form.given_up.connect(self.given_up)
        self._passwords.noted.connect(self._show_code)
        self._door_code.tried.connect(lambda: self.finished.emit(self._folder))
        self._retranslate()
        if file is not None:
            self._form.choose_file(file)

    def focus(self) -> None:
        """Put the cursor where typing begins."""
        self._form.focus()

    @property
    def form(self) -> RestoreForm:
        """What is asked."""
        return self._form

    @property
    def passwords(self) -> FirstPasswords:
        """The list of first passwords."""
        return self._passwords

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _look(self, file: Path) -> None:
        """What the file says of itself, before anybody's key is asked for."""
        self._form.hold(True)
        self._tasks.run(
            self, lambda _: preview_backup(file), self._show_facts, self._refuse, self._looking
        )

    def _look_inside(self) -> None:
        """With the key: what is found in it."""
        form = self._form
        form.hold(True)
        file, manager, password, code = form.file, form.manager, form.password, form.code
        if code:
            manager = password = ""

        def job(report: Report) -> BackupPreview:
            return preview_backup(file, manager, password, code=code, progress=report)

        self._tasks.run(self, job, self._show_facts, self._refuse, self._looking)

    def _show_facts(self, seen: BackupPreview) -> None:
        self._form.hold(False)
        self._form.show_facts(seen.holders, clear_text(seen), found_text(seen))
        self._form.suggest_folder(free_folder(seen))

    def _restore(self) -> None:
        form, now = self._form, self._clock.now()
        form.hold(True)
        self._folder = folder = form.folder
        file, manager, code = form.file, form.manager, form.code
        password = form.new_password if code else form.password

        def job(report: Report) -> Restored:
            return restore(file, folder, manager, password, now, report, code=code)

        title = self.tr("Restoring the backup")
        self._tasks.run(self, job, self._show_passwords, self._refuse, title)

    def _show_passwords(self, back: Restored) -> None:
        self._code_text = back.recovery_code
        self._form.forget()
        self._form.hide()
        self._passwords.show()
        self._passwords.show_passwords(back.first_passwords)
        self.head(self.tr("Restored"), str(self._folder))
        if back.faults:
            errors.show(self, VerifyError(faults=back.faults))

    def _show_code(self) -> None:
        """The code that was used opens nothing any more: the new one goes on paper."""
        if not self._code_text:
            self.finished.emit(self._folder)
            return
        code, self._code_text = self._code_text, ""
        self._passwords.hide()
        self._door_code.show(self._folder, self._form.manager, code)

    def _refuse(self, error: Exception) -> None:
        self._form.hold(False)
        self._form.refuse(error)

    @property
    def _looking(self) -> str:
        return self.tr("Looking into the backup")

    def _retranslate(self) -> None:
        self.head(
            self.tr("Restore from a backup"),
            self.tr("A new cabinet is made; the one you have is left as it is"),
        )


def free_folder(seen: BackupPreview) -> Path:
    """A folder named after the office and the backup's day, where none stands yet."""
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    place = Path(home or Path.home())
    name = f"{seen.office} {seen.made_at:%Y-%m-%d}"
    folder, number = place / folder_name(name), 1
    while folder.exists():
        number += 1
        folder = place / folder_name(f"{name} ({number})")
    return folder
