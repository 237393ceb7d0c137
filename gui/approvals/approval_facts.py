"""What an approval is about, as lines of a form: what, which cards, why, and what was decided."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QWidget

from gui.approvals.approval_columns import decider_text
from gui.translators import words
from model.cards.asking import ApprovalCard, ApprovalView
from model.sentences.approvals import facts_in_words, right_words, state_words
from model.sentences.names import state_name

_MOST_HEIGHT = 180


class ApprovalFacts(QWidget):
    """Reads only; grows with what there is to say."""

    def __init__(self, view: ApprovalView, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(6)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._fill(view)

    @property
    def texts(self) -> list[str]:
        """Every line's text, without its label."""
        return [label.text() for label in self.findChildren(QLabel) if label.property("value")]

    def _fill(self, view: ApprovalView) -> None:
        self._add(self.tr("To be approved"), right_words(view, words))
        asked = f"{view.asked_by} · {view.asked_at:%Y-%m-%d %H:%M}"
        self._add(self.tr("Asked by"), asked)
        if view.cards or view.refs:
            self._add_cards(view)
        for label, text in facts_in_words(view.facts, words):
            self._add(label, text)
        self._add(self.tr("Reason"), view.reason)
        self._add(self.tr("Decides"), decider_text(view))
        self._add(self.tr("State"), self._state(view))
        if view.remark:
            self._add(self.tr("Remark"), view.remark)

    def _state(self, view: ApprovalView) -> str:
        """How far it has come, with the time that belongs to it."""
        state = state_words(view, words)
        if view.used_at is not None:
            return f"{state} · {view.used_at:%Y-%m-%d %H:%M}"
        if view.valid_until is not None:
            until = f"{view.valid_until:%Y-%m-%d}"
            return self.tr("{state} · until {day}").format(state=state, day=until)
        if view.decided_at is not None:
            return f"{state} · {view.decided_at:%Y-%m-%d %H:%M}"
        return self.tr("{state} · %n working day(s)", "", view.waiting_days).format(state=state)

    def _add_cards(self, view: ApprovalView) -> None:
        known = {card.ref for card in view.cards}
        lines = [_card_line(card) for card in view.cards]
        lines += [ref for ref in view.refs if ref not in known]
        self._add(self.tr("Cards"), "\n".join(lines))

    def _add(self, label: str, text: str) -> None:
        value = QLabel(text, self)
        value.setProperty("value", True)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        name = QLabel(label, self)
        name.setProperty("faint", True)
        if value.sizeHint().height() <= _MOST_HEIGHT:
            self._form.addRow(name, value)
            return
        room = QScrollArea(self)
        room.setWidget(value)
        room.setWidgetResizable(True)
        room.setMaximumHeight(_MOST_HEIGHT)
        room.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        room.setAccessibleName(label)
        self._form.addRow(name, room)


def _card_line(card: ApprovalCard) -> str:
    """One card: number, customer, rep, where it is."""
    number = card.ref if card.ref == card.card_no else f"{card.ref} ({card.card_no})"
    state = state_name(card.state, words) if card.state else ""
    return " · ".join(part for part in (number, card.name, card.rep, state) if part)
