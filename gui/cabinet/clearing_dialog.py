"""清除私人资料 (domain.md §5.8 E17): what goes for ever, and why it is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.widgets.buttons import plain_button, remark


class ClearingDialog(QDialog):
    """A warning, a box to be ticked, and a reason.

    Signals:
        given: the reason.
    """

    given = Signal(str)

    def __init__(self, customer: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Clear private facts"))
        self.setMinimumWidth(520)
        self._build(customer)
        self._look()

    def _build(self, customer: str) -> None:
        title = QLabel(customer, self)
        title.setProperty("heading", True)
        title.setWordWrap(True)
        title.setTextFormat(Qt.TextFormat.PlainText)
        warning = remark(self)
        warning.setProperty("faint", False)
        warning.setProperty("warning", True)
        warning.setText(
            self.tr(
                "All private facts (birthdays, homes, habits, families …) of this "
                "customer and of his people are emptied, and blanked in the history, in proposals "
                "and in kept typing. Nobody can bring them back."
            )
        )
        self.asked = QCheckBox(self.tr("The customer has &asked for it"), self)
        question = QLabel(self.tr("&Reason: who asked, how and when"), self)
        self.text = QPlainTextEdit(self)
        self.text.setProperty("form", True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(question.text().replace("&", ""))
        self.text.setMaximumHeight(90)
        question.setBuddy(self.text)
        self.asked.toggled.connect(self._look)
        self.text.textChanged.connect(self._look)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        for widget in (title, warning, self.asked, question, self.text):
            layout.addWidget(widget)
        layout.addLayout(self._buttons())
        QShortcut(QKeySequence("Ctrl+Return"), self, self._finish)

    def _buttons(self) -> QHBoxLayout:
        self.keep, self.clear = plain_button(self), plain_button(self)
        self.keep.setText(self.tr("&Keep them"))
        self.clear.setText(self.tr("C&lear for ever"))
        self.keep.clicked.connect(self.reject)
        self.clear.clicked.connect(self._finish)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.keep)
        line.addWidget(self.clear)
        return line

    def _look(self) -> None:
        told = bool(self.text.toPlainText().strip())
        self.clear.setEnabled(self.asked.isChecked() and told)

    def _finish(self) -> None:
        if self.clear.isEnabled():
            self.given.emit(self.text.toPlainText().strip())
            self.accept()
