"""修订审定: what is proposed for one card beside what stands on it, decided line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.cabinet import proposal_lines as lines
from gui.cabinet.proposal_view import ProposalView
from gui.cabinet.why_bar import source_name
from gui.widgets.buttons import main_button, plain_button, remark
from gui.widgets.kept_place import keep_place
from model.cards.deciding import Decision
from model.cards.proposals import Proposed

_SIZE = (1180, 520)


class ProposalDialog(QDialog):
    """The open proposals of one card.

    Attributes:
        version: of the card beside which the proposals stand.

    Signals:
        decided: dict of proposal number -> dict of line id -> `Decision`.
        answered: number of a proposal, and dict of path -> text handed in again.
        withdrawn: number of a proposal that its proposer takes back.
        card_wanted: number of the card, to be looked at.
    """

    decided = Signal(object)
    answered = Signal(str, object)
    withdrawn = Signal(str)
    card_wanted = Signal(str)

    def __init__(self, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._card_no = ""
        self.version = 0
        self._build()
        self._connect()
        keep_place(self, settings, "proposals", _SIZE)

    def show_proposals(self, proposals: Sequence[Proposed]) -> None:
        """Show the proposals of one card; what is chosen and not done yet stays chosen."""
        first = proposals[0]
        fresh, self._card_no = self._card_no != first.card_no, first.card_no
        self.version = first.version
        self.setWindowTitle(self.tr("Proposed changes · {ref}").format(ref=first.card_no))
        self._title.setText(" ".join(part for part in (first.card_no, first.name) if part))
        self._about.setText("\n".join(self._told_of(one) for one in proposals))
        row = self.view.currentIndex().row()
        self.view.table.show(proposals)
        if fresh:
            self.view.choose_first()
            self.view.setFocus()
        else:
            self.view.selectRow(min(max(row, 0), len(self.view.table.lines) - 1))
        self._look()

    def tell(self, sentence: str, *, good: bool = False) -> None:
        """Tell what came of it."""
        self._told.setText(sentence)
        self._told.setProperty("warning", not good)
        self._told.setProperty("good", good)
        self._told.style().polish(self._told)
        self._told.setVisible(bool(sentence))

    def _build(self) -> None:
        self._title, self._about, self._told = QLabel(self), remark(self), remark(self)
        self._title.setProperty("heading", True)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setProperty("faint", False)
        self._told.hide()
        self.view = ProposalView(self)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for widget in (self._title, self._about):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._told)
        layout.addLayout(self._deciding_line())
        layout.addLayout(self._last_line())

    def _deciding_line(self) -> QHBoxLayout:
        self.accept_one = self._button(self.tr("&Accept"), "A")
        self.ask_back = self._button(self.tr("Ask &back …"), "B")
        self.reject_one = self._button(self.tr("&Reject …"), "R")
        self.accept_every = self._button(self.tr("Accept a&ll"), "Ctrl+A")
        self.retype = self._button(self.tr("&Type it anew …"), "F2")
        self.withdraw = self._button(self.tr("&Withdraw"), "")
        line = QHBoxLayout()
        for button in (self.accept_one, self.ask_back, self.reject_one, self.accept_every):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.retype)
        line.addWidget(self.withdraw)
        return line

    def _last_line(self) -> QHBoxLayout:
        self.look_at_card = self._button(self.tr("Look at the &card"), "")
        self.later = self._button(self.tr("C&lose"), "Esc")
        self.do_it = main_button(self)
        self.do_it.setToolTip("Ctrl+Enter")
        line = QHBoxLayout()
        line.addWidget(self.look_at_card)
        line.addStretch(1)
        line.addWidget(self.later)
        line.addWidget(self.do_it)
        return line

    def _button(self, text: str, key: str) -> QPushButton:
        button = plain_button(self)
        button.setText(text)
        if key:
            button.setToolTip(key)
        return button

    def _connect(self) -> None:
        for button, decision in (
            (self.accept_one, lines.ACCEPT),
            (self.ask_back, lines.ASK_BACK),
            (self.reject_one, lines.REJECT),
        ):
            button.clicked.connect(lambda _=False, decision=decision: self._decide(decision))
        self.accept_every.clicked.connect(self.view.table.accept_all)
        self.retype.clicked.connect(self.view.answer)
        self.withdraw.clicked.connect(self._withdraw)
        self.look_at_card.clicked.connect(self._leave_for_card)
        self.later.clicked.connect(self.reject)
        self.do_it.clicked.connect(self._do)
        self.view.changed.connect(self._look)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+A"), self.view, self.view.table.accept_all, context=within)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._do)

    def _decide(self, decision: str) -> None:
        self.view.setFocus()
        self.view.decide(decision)

    def _told_of(self, one: Proposed) -> str:
        """Who, when, from where, and why."""
        parts = [one.proposal_no, one.proposer, f"{one.made_at:%Y-%m-%d %H:%M}"]
        parts.append(source_name(one.source))
        return " · ".join(part for part in (*parts, one.reason) if part)

    def _look(self) -> None:
        """Enable what can be done with the line that has the cursor, and with all of them."""
        chosen, every = self.view.chosen, self.view.table.lines
        decides = any(one.may_decide for one in every)
        for button in (self.accept_one, self.ask_back, self.reject_one, self.accept_every):
            button.setVisible(decides)
            button.setEnabled(chosen is not None and chosen.may_decide)
        self.accept_every.setEnabled(any(one.may_decide and not one.decision for one in every))
        own = any(one.proposal.is_own and one.is_open for one in every)
        self.retype.setVisible(own)
        self.withdraw.setVisible(own)
        self.retype.setEnabled(chosen is not None and chosen.may_answer)
        self.withdraw.setEnabled(chosen is not None and chosen.proposal.is_own and chosen.is_open)
        chosen_lines = [one for one in every if one.decision]
        self.do_it.setText(self.tr("&Do it (%n)", "", len(chosen_lines)))
        self.do_it.setEnabled(bool(chosen_lines))

    def _do(self) -> None:
        """Hand on what was chosen, once every remark is there that must be."""
        self.view.setFocus()  # takes what is being typed
        if not self.do_it.isEnabled():
            return
        if self.view.go_to_missing_remark():
            self.tell(
                self.tr("A remark is needed here: what is asked, why not, or who was reached.")
            )
            return
        every = [one for one in self.view.table.lines if one.decision]
        answers: dict[str, dict[str, str]] = {}
        for one in every:
            if one.decision == lines.AGAIN:
                answers.setdefault(one.proposal.proposal_no, {})[one.line.path] = one.text
        decisions: dict[str, dict[int, Decision]] = {}
        for one in every:
            if one.decision != lines.AGAIN:
                decisions.setdefault(one.proposal.proposal_no, {})[one.line.id] = one.verdict
        for proposal_no, texts in answers.items():
            self.answered.emit(proposal_no, texts)
        if decisions:
            self.decided.emit(decisions)

    def _withdraw(self) -> None:
        chosen = self.view.chosen
        if chosen is not None:
            self.withdrawn.emit(chosen.proposal.proposal_no)

    def _leave_for_card(self) -> None:
        card_no = self._card_no
        self.reject()
        self.card_wanted.emit(card_no)
