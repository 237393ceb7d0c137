"""A first password, shown once, to be handed over by word or on paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from gui.widgets.buttons import remark


class FirstPassword(QDialog):
    """The password in big letters; closing it is the end of it."""

    def __init__(self, name: str, password: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("First password"))
        self.setMinimumWidth(440)
        whose, why, shown = QLabel(name, self), remark(self), QLabel(password, self)
        whose.setProperty("heading", True)
        whose.setWordWrap(True)
        whose.setTextFormat(Qt.TextFormat.PlainText)
        shown.setObjectName("recoveryCode")
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        shown.setAccessibleName(self.windowTitle())
        shown.setTextFormat(Qt.TextFormat.PlainText)
        why.setText(
            self.tr(
                "Hand this password over. It is shown only now; at the first log-in it is changed."
            )
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        for widget in (whose, shown, why, buttons):
            layout.addWidget(widget)
