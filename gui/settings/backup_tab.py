"""Backups in plain words: the last good one, the second folder, and all that there are."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QMessageBox, QVBoxLayout, QWidget

from gui import errors
from gui.clock import Clock
from gui.settings.backup_words import kind_text, last_text, place_text, second_text, sound_text
from gui.tasks import Report, Tasks
from gui.widgets.buttons import main_button, plain_button, remark
from gui.widgets.record_table import Column
from gui.widgets.record_view import RecordView
from model.errors import CabinetError, StoppedError
from model.office.desk import Desk
from model.office.office_settings import change_setting
from model.office.rights import Right
from model.upkeep.backup import back_up, back_up_daily
from model.upkeep.backup_health import (
    BackupFile,
    BackupState,
    Checked,
    backup_state,
    check_one_backup,
)
from model.words import mark

_SECOND_FOLDER = "second_backup_folder"
_MIB = 1024 * 1024


def _moment(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at else ""


COLUMNS = (
    Column[BackupFile]("BackupTab", mark("BackupTab", "Made"), lambda one: _moment(one.made_at)),
    Column[BackupFile]("BackupTab", mark("BackupTab", "Kind"), kind_text),
    Column[BackupFile]("BackupTab", mark("BackupTab", "Where"), place_text),
    Column[BackupFile](
        "BackupTab",
        mark("BackupTab", "File"),
        lambda one: one.file.name,
        facts={Qt.ItemDataRole.ToolTipRole: lambda one: str(one.file)},
    ),
    Column[BackupFile](
        "BackupTab",
        mark("BackupTab", "Cards"),
        lambda one: "" if one.cards is None else f"{one.cards:,}",
        lambda one: one.cards or 0,
        numeric=True,
    ),
    Column[BackupFile](
        "BackupTab",
        mark("BackupTab", "MB"),
        lambda one: f"{one.size / _MIB:,.1f}",
        lambda one: one.size,
        numeric=True,
    ),
    Column[BackupFile](
        "BackupTab", mark("BackupTab", "Last checked"), lambda one: _moment(one.checked_at)
    ),
    Column[BackupFile](
        "BackupTab",
        mark("BackupTab", "State"),
        sound_text,
        facts={Qt.ItemDataRole.ToolTipRole: sound_text},
    ),
)
_FILE, _STATE = 3, 7


class BackupTab(QWidget):
    """What there is, and what a clerk or the manager does with it.

    Signals:
        changed: a backup was made, or the second folder is another one.
        restore_wanted: path of a backup; the cabinet is to be locked first.
    """

    changed = Signal()
    restore_wanted = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._clock = desk, tasks, clock
        self._state: BackupState | None = None
        self._build()
        self._connect()
        self._retranslate()

    def refresh(self) -> None:
        """Look at both folders again, in a job: one of them may be slow to answer."""
        desk, now = self._desk, self._clock.now()

        def look(report: Report) -> BackupState:
            del report
            with desk.own_connection():
                return backup_state(desk, now)

        self._tasks.run(self, look, self._show, quiet=True)

    @property
    def told(self) -> tuple[str, str]:
        """What is said of the last good backup, and of the second folder."""
        return self._last.text(), self._second.text()

    @property
    def files(self) -> list[str]:
        """Names of the backups listed, in the order shown."""
        return [one.file.name for one in self._list.table.rows]

    def choose(self, row: int) -> None:
        """Choose a row of the list."""
        self._list.selectRow(row)

    def forget(self) -> None:
        """Empty the list and what is said."""
        self._state = None
        self._list.show_records([])
        for label in (self._last, self._second):
            label.clear()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    # --- looks ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._last, self._second = QLabel(self), QLabel(self)
        self._last.setProperty("heading", True)
        for label in (self._last, self._second):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._now, self._to, self._choose = (
            main_button(self),
            plain_button(self),
            plain_button(self),
        )
        self._check, self._folder = plain_button(self), plain_button(self)
        self._restore = plain_button(self)
        self._choose.setVisible(self._desk.may(Right.MANAGE_OFFICE))
        self._restore.setVisible(self._desk.may(Right.RESTORE))
        self._list = RecordView(COLUMNS, _FILE, self)
        self._rule = remark(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(self._last)
        layout.addWidget(self._second)
        layout.addLayout(_row(self._now, self._to, self._choose))
        layout.addWidget(self._list)
        layout.addLayout(_row(self._check, self._folder, self._restore))
        layout.addWidget(self._rule)

    def _connect(self) -> None:
        self._now.clicked.connect(lambda: self._back_up(None))
        self._to.clicked.connect(self._back_up_to)
        self._choose.clicked.connect(self._choose_second)
        self._check.clicked.connect(self._check_chosen)
        self._folder.clicked.connect(self._open_folder)
        self._restore.clicked.connect(self._explain_restore)
        self._list.selectionModel().selectionChanged.connect(self._grey_out)
        self._list.table.modelReset.connect(self._grey_out)
        self._grey_out()

    def _show(self, state: BackupState) -> None:
        self._state = state
        self._list.show_records(state.files)
        # A reason is longer than the room beside the names; all of it stands in the tool tip.
        self._list.setColumnWidth(_STATE, min(self._list.columnWidth(_STATE), 220))
        self._tell()

    def _tell(self) -> None:
        """Both sentences; what wants somebody's eye is red."""
        state, today = self._state, self._clock.now().date()
        if state is None:
            return
        fails = state.second is not None and bool(state.second.fault)
        for label, text, red in (
            (self._last, last_text(state, today), state.late),
            (self._second, second_text(state.second, today), fails),
        ):
            label.setText(text)
            label.setProperty("warning", red)
            label.style().unpolish(label)
            label.style().polish(label)

    def _grey_out(self) -> None:
        self._check.setEnabled(self._list.chosen is not None)

    # --- deeds ------------------------------------------------------------------------------

    def _back_up_to(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where the backup shall lie"))
        if chosen:
            self._back_up(Path(chosen))

    def _back_up(self, out: Path | None) -> None:
        desk, now = self._desk, self._clock.now()

        def job(report: Report) -> object:
            with desk.own_connection():
                return back_up(desk, out, now, report)

        self._now.setEnabled(False)
        title = self.tr("Backing the cabinet up")
        self._tasks.run(self, job, self._changed, self._failed, title)

    def _choose_second(self) -> None:
        """Another second folder, and at once a copy into it, so that one sees that it works."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("The second folder for backups"))
        if not chosen:
            return
        desk, now = self._desk, self._clock.now()
        try:
            change_setting(desk, _SECOND_FOLDER, chosen, now)
        except CabinetError as error:
            errors.show(self, error)
            return

        def job(report: Report) -> object:
            with desk.own_connection():
                return back_up_daily(desk, now, report)

        title = self.tr("Copying the backups")
        self._tasks.run(self, job, self._changed, self._failed, title)

    def _check_chosen(self) -> None:
        chosen = self._list.chosen
        if chosen is None:
            return
        desk, now, file = self._desk, self._clock.now(), chosen.file

        def job(report: Report) -> Checked:
            with desk.own_connection():
                return check_one_backup(desk, file, now, report)

        title = self.tr("Checking {file}").format(file=file.name)
        self._tasks.run(self, job, self._checked, self._failed, title)

    def _checked(self, checked: Checked) -> None:
        told = self.tr("{file} is sound: opened, decrypted and checked, {cards} cards.")
        text = told.format(file=checked.file.name, cards=f"{checked.cards:,}")
        self._box(QMessageBox.Icon.Information, text).open()
        self.refresh()

    def _open_folder(self) -> None:
        chosen = self._list.chosen
        if chosen is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(chosen.file.parent)))
        elif self._state is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._state.own_folder)))

    def _explain_restore(self) -> None:
        """Nothing is restored over the cabinet in use; the first page makes a new one."""
        chosen = self._list.chosen
        box = self._box(
            QMessageBox.Icon.Question,
            self.tr(
                "A backup is never put over the cabinet in use. The screen locks, and the first "
                "page makes a new cabinet of the backup, in a new folder beside this one. Look "
                "there whether everything is as it should be, and go on working in the new one."
            ),
        )
        go = box.addButton(self.tr("&Lock and restore"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        file = chosen.file if chosen is not None else None
        go.clicked.connect(lambda: self.restore_wanted.emit(file))
        box.open()

    def _box(self, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        box = QMessageBox(icon, self.tr("Backups"), text, parent=self.window())
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def _changed(self, made: object) -> None:
        del made
        self._let_press()
        self.refresh()
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        """A stop is told by nothing having changed."""
        self._let_press()
        self.refresh()
        if not isinstance(error, StoppedError):
            errors.show(self, error)

    def _let_press(self) -> None:
        """The button again; a greyed one has handed the keyboard to its neighbour meanwhile."""
        greyed = not self._now.isEnabled()
        self._now.setEnabled(True)
        if greyed and self.isVisible():
            self._now.setFocus()

    def _retranslate(self) -> None:
        self._now.setText(self.tr("&Back up now"))
        self._to.setText(self.tr("Back up &to a folder …"))
        self._choose.setText(self.tr("&Second folder …"))
        self._check.setText(self.tr("C&heck this backup"))
        self._folder.setText(self.tr("&Open its folder"))
        self._restore.setText(self.tr("&Restore …"))
        self._list.setAccessibleName(self.tr("Backups"))
        self._rule.setText(
            self.tr(
                "Each day a backup is made by itself, and in the evening once more. Of these the "
                "newest of 7 days, 5 weeks and 12 months stay; what was made by hand or before an "
                "upgrade stays until you remove it. A backup counts only once it was opened, "
                "decrypted, checked and counted."
            )
        )
        self._tell()


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
