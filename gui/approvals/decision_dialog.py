"""批示: one approval, with what there is to know of it; granted or refused with a remark."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from gui.approvals.approval_facts import ApprovalFacts
from gui.widgets.buttons import main_button, plain_button
from gui.widgets.kept_place import keep_place
from gui.widgets.trouble import Trouble
from model.cards.asking import ApprovalView
from model.office.tables import ApprovalState

_SIZE = (620, 460)
_OPEN = frozenset({ApprovalState.ASKED, ApprovalState.GRANTED})


class DecisionDialog(QDialog):
    """Reads for everybody; whoever decides has his buttons, and who asked may take it back.

    Signals:
        decided: number of the approval, whether it is granted, the remark.
        withdrawn: number of the approval.
    """

    decided = Signal(str, bool, str)
    withdrawn = Signal(str)

    def __init__(self, view: ApprovalView, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._view = view
        self._build()
        self._connect()
        keep_place(self, settings, "approval", _SIZE)

    @property
    def trouble(self) -> str:
        """Why it was not done, or the empty string."""
        return self._trouble.told

    def refuse(self, error: Exception) -> None:
        """Tell why it was not done."""
        self._trouble.tell(error)

    def _build(self) -> None:
        view = self._view
        self.setWindowTitle(self.tr("Approval {number}").format(number=view.approval_no))
        self.facts = ApprovalFacts(view, self)
        self._label = QLabel(self.tr("Re&mark"), self)
        self.remark = QPlainTextEdit(self)
        self.remark.setTabChangesFocus(True)
        self.remark.setAccessibleName(self.tr("Remark"))
        self.remark.setPlaceholderText(self.tr("For who asked; needed when it is refused"))
        self.remark.setMaximumHeight(84)
        self._label.setBuddy(self.remark)
        self._trouble = Trouble(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(self.facts)
        layout.addStretch(1)
        for widget in (self._label, self.remark, self._trouble):
            layout.addWidget(widget)
        layout.addLayout(self._last_line())
        deciding: tuple[QWidget, ...] = (self._label, self.remark, self.grant, self.refuse_it)
        for part in deciding:
            part.setVisible(view.may_decide)
        self.withdraw.setVisible(view.is_mine and view.state in _OPEN)
        (self.remark if view.may_decide else self.later).setFocus()

    def _last_line(self) -> QHBoxLayout:
        self.withdraw, self.later = plain_button(self), plain_button(self)
        self.refuse_it, self.grant = plain_button(self), main_button(self)
        self.withdraw.setText(self.tr("&Withdraw"))
        self.later.setText(self.tr("C&lose"))
        self.later.setToolTip("Esc")
        self.refuse_it.setText(self.tr("&Refuse"))
        self.refuse_it.setToolTip("Ctrl+R")
        self.grant.setText(self.tr("&Grant"))
        self.grant.setToolTip("Ctrl+Enter")
        line = QHBoxLayout()
        line.addWidget(self.withdraw)
        line.addStretch(1)
        for button in (self.later, self.refuse_it, self.grant):
            line.addWidget(button)
        return line

    def _connect(self) -> None:
        self.later.clicked.connect(self.reject)
        self.grant.clicked.connect(lambda: self._decide(True))
        self.refuse_it.clicked.connect(lambda: self._decide(False))
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(self._view.approval_no))
        QShortcut(QKeySequence("Ctrl+Return"), self, lambda: self._decide(True))
        QShortcut(QKeySequence("Ctrl+R"), self, lambda: self._decide(False))

    def _decide(self, granted: bool) -> None:
        if not self._view.may_decide:
            return
        remark = self.remark.toPlainText().strip()
        if not granted and not remark:
            self._trouble.say(self.tr("Say why it is refused."))
            self.remark.setFocus()
            return
        self.decided.emit(self._view.approval_no, granted, remark)
