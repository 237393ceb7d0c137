"""请示: asking for the approval that an act was refused for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gui.approvals.approval_columns import joined
from gui.approvals.wanted import Wanted
from gui.translators import words
from gui.widgets.buttons import main_button, plain_button, remark
from gui.widgets.trouble import Trouble
from model.cards.asking import ApprovalView
from model.sentences.approvals import facts_in_words
from model.sentences.names import ACTS, role_name


class AskDialog(QDialog):
    """Asks for the reason, and tells afterwards who decides.

    Signals:
        given: the reason.
    """

    given = Signal(str)

    def __init__(self, wanted: Wanted, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Ask for an approval"))
        self.setMinimumWidth(460)
        self._build(wanted)
        self._connect()
        self.reason.setFocus()

    @property
    def told(self) -> str:
        """What came of it, or the empty string."""
        return self._done.text() if not self._done.isHidden() else ""

    @property
    def trouble(self) -> str:
        """Why it was not asked, or the empty string."""
        return self._trouble.told

    def refuse(self, error: Exception) -> None:
        """Tell why it was not asked."""
        self._trouble.tell(error)

    def finish(self, asked: ApprovalView) -> None:
        """It is asked: tell its number, and who decides."""
        for widget in (self._label, self.reason, self._trouble, self.ask):
            widget.hide()
        text = self.tr(
            "{number} is asked for. The {role} decides on it, on the page Approvals. Once it is "
            "granted, do the same again: it is used up then."
        )
        role = role_name(asked.decider.value, words)
        self._done.setText(text.format(number=asked.approval_no, role=role))
        self._done.show()
        self.later.setText(self.tr("C&lose"))
        self.later.setDefault(True)
        self.later.setFocus()
        self.adjustSize()

    def _asked_for(self, wanted: Wanted) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        lines = [(self.tr("To be approved"), words("Act", ACTS[wanted.right.value]))]
        if wanted.refs:
            lines.append((self.tr("Numbers"), joined(list(wanted.refs))))
        for label, text in (*lines, *facts_in_words(wanted.facts, words)):
            name, value = QLabel(label, self), QLabel(text, self)
            name.setProperty("faint", True)
            value.setTextFormat(Qt.TextFormat.PlainText)
            value.setWordWrap(True)
            form.addRow(name, value)
        return form

    def _build(self, wanted: Wanted) -> None:
        self._label = QLabel(self.tr("&Reason"), self)
        self.reason = QPlainTextEdit(self)
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setMaximumHeight(96)
        self._label.setBuddy(self.reason)
        self._trouble, self._done = Trouble(self), remark(self)
        self._done.setProperty("faint", False)
        self._done.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addLayout(self._asked_for(wanted))
        for widget in (self._label, self.reason, self._trouble, self._done):
            layout.addWidget(widget)
        layout.addLayout(self._last_line())

    def _last_line(self) -> QHBoxLayout:
        self.later, self.ask = plain_button(self), main_button(self)
        self.later.setText(self.tr("Cancel"))
        self.ask.setText(self.tr("&Ask"))
        self.ask.setToolTip("Ctrl+Enter")
        self.ask.setEnabled(False)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.later)
        foot.addWidget(self.ask)
        return foot

    def _connect(self) -> None:
        self.reason.textChanged.connect(
            lambda: self.ask.setEnabled(bool(self.reason.toPlainText().strip()))
        )
        self.later.clicked.connect(self.reject)
        self.ask.clicked.connect(self._ask)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._ask)

    def _ask(self) -> None:
        if self.ask.isEnabled() and not self.ask.isHidden():
            self.given.emit(self.reason.toPlainText().strip())
