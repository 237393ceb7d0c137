"""Times, limits and habits of the office: every setting, grouped as one thinks of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.clock import Clock
from gui.settings.setting_fields import SettingField
from gui.translators import words
from gui.widgets.buttons import main_button, plain_button
from model.errors import CabinetError
from model.office.desk import Desk
from model.office.office_settings import change_setting, read_settings
from model.settings import SETTINGS
from model.words import mark

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        mark("OfficeSettings", "Day of the cabinet"),
        ("opening_time", "approval_time", "due_time", "closing_time", "most_cards", "drawer_limit"),
    ),
    (
        mark("OfficeSettings", "Lock and secrecy"),
        ("idle_minutes", "lock_when_minimised", "reading_minutes", "most_readings",
         "approval_days", "two_persons"),
    ),
    (
        mark("OfficeSettings", "Backups and telephone"),
        ("second_backup_folder", "area_code"),
    ),
    (
        mark("OfficeSettings", "A rep's day"),
        ("leaves_at", "lunch_from", "lunch_until", "working_minutes", "desk_minutes",
         "most_visits"),
    ),
    (
        mark("OfficeSettings", "How often"),
        ("visit_interval_a", "visit_interval_b", "visit_interval_c", "visit_interval_p",
         "recontact_days"),
    ),
    (
        mark("OfficeSettings", "How long"),
        ("stay_minutes_a", "stay_minutes_b", "stay_minutes_c", "stay_minutes_p"),
    ),
    (
        mark("OfficeSettings", "Ways"),
        ("travel_office_minutes", "travel_between_minutes", "travel_inside_minutes"),
    ),
)  # fmt: skip
"""Heading and settings of each group; the first three stand on the left."""
_LEFT = 3


class OfficeSettingsTab(QWidget):
    """All fields, and one button that saves what was changed; for managers.

    Signals:
        saved: something is different now.
    """

    saved = Signal()

    def __init__(self, desk: Desk, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._kept: dict[str, str] = {}
        self._fields: dict[str, SettingField] = {}
        self._boxes: list[QGroupBox] = []
        self._build()
        self._connect()
        self._retranslate()
        self.refresh()

    def field(self, name: str) -> SettingField:
        """The field of one setting."""
        return self._fields[name]

    def refresh(self) -> None:
        """Read the settings again; what was typed and not saved stays."""
        fresh = read_settings(self._desk)
        for name, field in self._fields.items():
            if field.text == self._kept.get(name, field.text) or not self._kept:
                field.show_text(fresh[name])
        self._kept = fresh
        self._typed()

    def forget(self) -> None:
        """What was typed and not saved is gone with the lock."""
        self._undo_all()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        inside = QWidget(self)
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(6, 6, 12, 6)
        columns.setSpacing(18)
        for groups in (GROUPS[:_LEFT], GROUPS[_LEFT:]):
            column = QVBoxLayout()
            column.setSpacing(12)
            for _, names in groups:
                column.addWidget(self._group(names, inside))
            column.addStretch(1)
            columns.addLayout(column, 1)
        scroll = QScrollArea(self)
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        # On the tab's own ground, not on a grey of its own.
        inside.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._told = QLabel(self)
        self._undo, self._save = plain_button(self), main_button(self)
        last = QHBoxLayout()
        last.addWidget(self._told, 1)
        last.addWidget(self._undo)
        last.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.addWidget(scroll)
        layout.addLayout(last)

    def _group(self, names: tuple[str, ...], parent: QWidget) -> QGroupBox:
        box = QGroupBox(parent)
        form = QFormLayout(box)
        form.setContentsMargins(14, 10, 14, 10)
        form.setHorizontalSpacing(14)
        for name in names:
            field = SettingField(SETTINGS[name], box)
            self._fields[name] = field
            if field.label.isHidden():
                form.addRow(field)
            else:
                form.addRow(field.label, field)
        self._boxes.append(box)
        return box

    def _connect(self) -> None:
        for field in self._fields.values():
            field.changed.connect(self._typed)
        self._undo.clicked.connect(self._undo_all)
        self._save.clicked.connect(self._save_all)

    def _changed_names(self) -> list[str]:
        return [name for name, field in self._fields.items() if field.text != self._kept[name]]

    def _typed(self) -> None:
        changed = bool(self._kept and self._changed_names())
        self._undo.setEnabled(changed)
        self._save.setEnabled(changed)
        if changed:
            self._told.clear()

    def _undo_all(self) -> None:
        for name, field in self._fields.items():
            field.show_text(self._kept[name])
        self._typed()

    def _save_all(self) -> None:
        """Each is an act with its own line in the log; one that is refused stops no other."""
        done = 0
        for name in self._changed_names():
            field = self._fields[name]
            try:
                change_setting(self._desk, name, field.text, self._clock.now())
            except CabinetError as error:
                field.refuse(error)
            else:
                self._kept[name] = field.text
                done += 1
        self._typed()
        if done:
            self._told.setText(self.tr("%n setting(s) saved.", "", done))
            self.saved.emit()

    def _retranslate(self) -> None:
        for box, (title, _) in zip(self._boxes, GROUPS, strict=True):
            box.setTitle(words("OfficeSettings", title))
        for field in self._fields.values():
            field.retranslate()
        self._undo.setText(self.tr("&Undo"))
        self._save.setText(self.tr("&Save"))
