"""The recovery code, shown once: it can be read and copied by hand, not by the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from gui.widgets.buttons import main_button, remark


class RecoveryCode(QWidget):
    """The code in big letters, and a tick before the person may go on.

    Signals:
        noted: the person has it on paper.
    """

    noted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why, self._code, self._tick = remark(self), QLabel(self), QCheckBox(self)
        self._code.setObjectName("recoveryCode")
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._code.setWordWrap(True)
        self._go_on = main_button(self)
        self._go_on.setEnabled(False)
        self._tick.toggled.connect(self._go_on.setEnabled)
        self._go_on.clicked.connect(self._finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for widget in (self._why, self._code, self._tick):
            layout.addWidget(widget)
        layout.addWidget(self._go_on, alignment=Qt.AlignmentFlag.AlignRight)
        self._retranslate()

    def show_code(self, code: str) -> None:
        """Show it, until the person says that it is on paper."""
        groups = code.split("-")
        half = (len(groups) + 1) // 2
        self._code.setText("-".join(groups[:half]) + "\n" + "-".join(groups[half:]))
        self._code.setAccessibleDescription(code)
        self._tick.setChecked(False)
        self._tick.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _finish(self) -> None:
        self._code.clear()
        self._code.setAccessibleDescription("")
        self.noted.emit()

    def _retranslate(self) -> None:
        self._why.setText(
            self.tr(
                "With this code a manager who has forgotten his password gets in again. "
                "Write it down and keep the paper in a safe place, away from this computer. "
                "It is shown only now, and nobody can make it visible again."
            )
        )
        self._code.setAccessibleName(self.tr("Recovery code"))
        self._tick.setText(self.tr("I have &written the code down"))
        self._go_on.setText(self.tr("&Go on"))
