"""Who keeps the cabinet, and who stands in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from gui.clock import Clock
from gui.translators import spoken
from gui.widgets.buttons import remark
from gui.widgets.trouble import Trouble
from model.errors import CabinetError
from model.office.desk import Desk
from model.office.people import keepers, list_people, name_keeper
from model.office.rights import Role

_MAY_KEEP = {Role.CLERK, Role.MANAGER}


class KeeperDialog(QDialog):
    """One name for each; the deputy may be nobody."""

    def __init__(self, desk: Desk, clock: Clock, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keeper and deputy"))
        self.setMinimumWidth(440)
        self._desk = desk
        self._clock = clock
        self._build()
        self._fill()

    def _build(self) -> None:
        self._keeper, self._deputy = QComboBox(self), QComboBox(self)
        self._trouble = Trouble(self)
        why = remark(self)
        why.setText(
            self.tr(
                "Only the keeper and the deputy open and close the cabinet; a manager may in an "
                "emergency, and the log says so."
            )
        )
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self._submit)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        for label, box in ((self.tr("&Keeper"), self._keeper), (self.tr("&Deputy"), self._deputy)):
            box.setAccessibleName(spoken(label))
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            form.addRow(label, box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(why)
        layout.addLayout(form)
        layout.addWidget(self._trouble)
        layout.addWidget(buttons)

    def _fill(self) -> None:
        named = keepers(self._desk)
        self._deputy.addItem(self.tr("(nobody)"), "")
        for person in list_people(self._desk):
            if person.role in _MAY_KEEP:
                self._keeper.addItem(person.name, person.name)
                self._deputy.addItem(person.name, person.name)
        self._keeper.setCurrentIndex(self._keeper.findData(named.keeper))
        self._deputy.setCurrentIndex(max(0, self._deputy.findData(named.deputy)))

    def _submit(self) -> None:
        keeper, deputy = self._keeper.currentData(), self._deputy.currentData()
        try:
            name_keeper(self._desk, keeper or "", deputy or "", self._clock.now())
        except CabinetError as error:
            self._trouble.tell(error)
            return
        self.accept()
