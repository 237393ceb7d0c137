"""One editor for each kind of office setting: a time, a number, a tick, a folder, a text."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from gui.translators import words
from gui.widgets.buttons import plain_button
from gui.widgets.trouble import Trouble
from model.settings import OfficeSetting, SettingKind

_BRACKET = re.compile(r"\s*[(（]([^)）]*)[)）]\s*$")
_AS_TIME = "HH:mm"
_WIDTH = 120
"""Pixels; a time or a number needs no more."""


def parted(label: str) -> tuple[str, str]:
    """A label without what stands in brackets at its end, and that: usually the unit."""
    found = _BRACKET.search(label)
    return (label[: found.start()], found[1]) if found else (label, "")


class SettingField(QWidget):
    """The editor of one setting, with what is wrong with it below; its value is a text.

    Signals:
        changed: somebody chose or typed something.
    """

    changed = Signal()

    def __init__(self, setting: OfficeSetting, parent: QWidget) -> None:
        super().__init__(parent)
        self.setting = setting
        self.label = QLabel(self)
        self._trouble = Trouble(self)
        self._editor = self._made()
        self.label.setBuddy(self._editor)
        self._row = QHBoxLayout()
        self._row.addWidget(self._editor)
        self._browse = plain_button(self)
        self._browse.setVisible(setting.shape.kind is SettingKind.FOLDER)
        self._browse.clicked.connect(self._choose_folder)
        self._row.addWidget(self._browse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._row.addStretch(0 if isinstance(self._editor, QLineEdit) else 1)
        layout.addLayout(self._row)
        layout.addWidget(self._trouble)
        self.retranslate()

    @property
    def text(self) -> str:
        """What stands in it, as the office keeps it."""
        editor = self._editor
        if isinstance(editor, QTimeEdit):
            return editor.time().toString(_AS_TIME)
        if isinstance(editor, QSpinBox):
            return str(editor.value())
        if isinstance(editor, QCheckBox):
            return "1" if editor.isChecked() else "0"
        return editor.text().strip()

    @property
    def trouble(self) -> str:
        """Why it was not taken, or the empty string."""
        return self._trouble.told

    def show_text(self, text: str) -> None:
        """Show what the office keeps."""
        editor = self._editor
        self._trouble.hide()
        if isinstance(editor, QTimeEdit):
            editor.setTime(QTime.fromString(text.rjust(5, "0"), _AS_TIME))
        elif isinstance(editor, QSpinBox):
            editor.setValue(int(text))
        elif isinstance(editor, QCheckBox):
            editor.setChecked(text == "1")
        else:
            editor.setText(text)

    def refuse(self, error: Exception) -> None:
        """Say why the office did not take it."""
        self._trouble.tell(error)
        self._editor.setFocus()

    def retranslate(self) -> None:
        """Words and units in the window's language."""
        label, unit = parted(words("Settings", self.setting.label))
        editor = self._editor
        if isinstance(editor, QCheckBox):
            editor.setText(label)
            self.label.hide()
        else:
            self.label.setText(label)
            editor.setAccessibleName(label)
        if isinstance(editor, QSpinBox):
            editor.setSuffix(f" {unit}" if unit else "")
        self._browse.setText(self.tr("Browse …"))

    def _made(self) -> QTimeEdit | QSpinBox | QCheckBox | QLineEdit:
        kind, least, most = self.setting.shape
        if kind is SettingKind.TIME:
            time = QTimeEdit(self)
            time.setDisplayFormat(_AS_TIME)
            time.setFixedWidth(_WIDTH)
            time.timeChanged.connect(self._typed)
            return time
        if kind is SettingKind.NUMBER:
            number = QSpinBox(self)
            number.setRange(least, most)
            number.setFixedWidth(_WIDTH)
            number.valueChanged.connect(self._typed)
            return number
        if kind is SettingKind.FLAG:
            tick = QCheckBox(self)
            tick.toggled.connect(self._typed)
            return tick
        line = QLineEdit(self)
        line.textChanged.connect(self._typed)
        return line

    def _typed(self) -> None:
        self._trouble.hide()
        self.changed.emit()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.label.text(), self.text or str(Path.home())
        )
        if chosen and isinstance(self._editor, QLineEdit):
            self._editor.setText(chosen)
