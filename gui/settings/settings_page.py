"""The settings page: a tab for each thing this desk may see to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from gui.clock import Clock
from gui.settings.backup_tab import BackupTab
from gui.settings.language_tab import LanguageTab
from gui.settings.office_settings_tab import OfficeSettingsTab
from gui.settings.own_password_tab import OwnPasswordTab
from gui.settings.people_tab import PeopleTab
from gui.settings.security_tab import SecurityTab
from gui.settings.teams_tab import TeamsTab
from gui.tasks import Tasks
from gui.widgets.language_menu import LanguageMenu
from model.office.desk import Desk
from model.office.rights import Right


class SettingsPage(QWidget):
    """People, teams and districts, the office's settings, keys, own password, language.

    Signals:
        status_changed: keeper or deputy changed, or a backup was made.
        restore_wanted: path of a backup, or None: the screen is to be locked for a restore.
    """

    status_changed = Signal()
    restore_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        clock: Clock,
        languages: LanguageMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tabs = QTabWidget(self)
        self._parts: dict[str, QWidget] = {}
        if desk.may(Right.MANAGE_OFFICE):
            self._parts["people"] = PeopleTab(desk, tasks, clock, self)
        if desk.may(Right.MANAGE_OFFICE) or desk.may(Right.DISTRICTS_DRAWERS):
            self._parts["teams"] = TeamsTab(desk, clock, self)
        if desk.may(Right.MANAGE_OFFICE):
            office = OfficeSettingsTab(desk, clock, self)
            office.saved.connect(self.status_changed)
            self._parts["office"] = office
            self._parts["security"] = SecurityTab(desk, tasks, clock, self)
        if desk.may(Right.BACK_UP):
            backups = BackupTab(desk, tasks, clock, self)
            backups.changed.connect(self.status_changed)
            backups.restore_wanted.connect(self.restore_wanted)
            self._parts["backups"] = backups
        self._parts["own_password"] = OwnPasswordTab(desk, tasks, clock, self)
        self._parts["language"] = LanguageTab(languages, self)
        for place, part in enumerate(self._parts.values()):
            self._tabs.addTab(part, "")
            # Letters are left to what stands on the tabs, as in the registers.
            QShortcut(
                QKeySequence(f"Alt+{place + 1}"),
                self,
                partial(self._tabs.setCurrentIndex, place),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )
        self._tabs.currentChanged.connect(self._enter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(self._tabs)
        self._retranslate()

    def part(self, name: str) -> QWidget:
        """One tab's page."""
        return self._parts[name]

    def show_tab(self, name: str) -> None:
        """Bring one tab into view."""
        self._tabs.setCurrentWidget(self._parts[name])

    def forget(self) -> None:
        """Empty the lists and fields."""
        for part in self._parts.values():
            if isinstance(
                part,
                (PeopleTab, TeamsTab, OfficeSettingsTab, SecurityTab, BackupTab, OwnPasswordTab),
            ):
                part.forget()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _enter(self, place: int) -> None:
        """A tab reads its lists again when it comes into view: they may have changed."""
        part = self._tabs.widget(place)
        if isinstance(part, (PeopleTab, TeamsTab, OfficeSettingsTab, SecurityTab, BackupTab)):
            part.refresh()

    def _retranslate(self) -> None:
        titles = {
            "people": self.tr("People"),
            "teams": self.tr("Teams and districts"),
            "office": self.tr("Times and limits"),
            "security": self.tr("Keys and recovery"),
            "backups": self.tr("Backups"),
            "own_password": self.tr("My password"),
            "language": self.tr("Language"),
        }
        for place, name in enumerate(self._parts):
            self._tabs.setTabText(place, titles[name])
            self._tabs.setTabToolTip(place, f"{titles[name]}  (Alt+{place + 1})")
