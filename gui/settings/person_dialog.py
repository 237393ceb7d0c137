"""Somebody new: name, role, team."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from gui.translators import spoken, words
from gui.widgets.trouble import Trouble
from model.office.rights import Role
from model.sentences.names import role_name

_LONGEST_NAME = 60
_IN_TEAMS = {Role.REP, Role.SUPERVISOR}


class PersonDialog(QDialog):
    """Stays open until the office has taken the person.

    Signals:
        filled: name, `Role`, name of the team or the empty string.
    """

    filled = Signal(str, object, str)

    def __init__(self, teams: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add a person"))
        self.setMinimumWidth(440)
        self._name, self._role, self._team = QLineEdit(self), QComboBox(self), QComboBox(self)
        self._name.setMaxLength(_LONGEST_NAME)
        for role in Role:
            self._role.addItem(role_name(role, words), role.value)
        self._team.addItem(self.tr("(none)"), "")
        for team in teams:
            self._team.addItem(team, team)
        for box in (self._role, self._team):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self._trouble = Trouble(self)
        self._build()
        self._connect()

    @property
    def trouble(self) -> str:
        """Why the office refused, or the empty string."""
        return self._trouble.told

    def refuse(self, error: Exception) -> None:
        """Say why the person was not taken; what was typed stays."""
        self._add.setEnabled(True)
        self._trouble.tell(error)
        self._name.setFocus()

    def _build(self) -> None:
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._add = self._buttons.addButton(self.tr("&Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._add.setProperty("main", True)
        self._add.setDefault(True)
        self._add.setEnabled(False)
        form = QFormLayout()
        for label, field in (
            (self.tr("&Name"), self._name),
            (self.tr("&Role"), self._role),
            (self.tr("&Team"), self._team),
        ):
            form.addRow(label, field)
            field.setAccessibleName(spoken(label))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        self._name.setFocus()
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self._name.textChanged.connect(self._typed)
        self._role.currentIndexChanged.connect(self._typed)
        self._buttons.accepted.connect(self._submit)
        self._buttons.rejected.connect(self.reject)

    def _typed(self) -> None:
        self._trouble.hide()
        self._add.setEnabled(bool(self._name.text().strip()))
        in_team = Role(self._role.currentData()) in _IN_TEAMS
        self._team.setEnabled(in_team)
        if not in_team:
            self._team.setCurrentIndex(0)

    def _submit(self) -> None:
        self._add.setEnabled(False)
        role = Role(self._role.currentData())
        self.filled.emit(self._name.text().strip(), role, self._team.currentData())
