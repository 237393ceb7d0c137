"""Proposed changes as a table that is decided on: each line with what is to become of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor

from gui import theme
from gui.cabinet.path_words import one_line, path_name, path_text
from gui.translators import words
from model.cards.deciding import Decision, Verdict
from model.cards.paths import row_path
from model.cards.proposals import OPEN, Proposed, ProposedLine
from model.sentences.names import role_name
from model.words import mark

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

FIELD, NOW, PROPOSED, BY, STATE, DECISION, REMARK = range(7)
ACCEPT, ASK_BACK, REJECT = Verdict.ACCEPT.value, Verdict.ASK_BACK.value, Verdict.REJECT.value
AGAIN = "again"
DECISIONS = {
    ACCEPT: mark("ProposalLines", "Accept"),
    ASK_BACK: mark("ProposalLines", "Ask back"),
    REJECT: mark("ProposalLines", "Reject"),
    AGAIN: mark("ProposalLines", "Hand in again"),
}
STATES = {
    "pending": mark("ProposalLines", "Waiting"),
    "asked_back": mark("ProposalLines", "Asked back"),
    "accepted": mark("ProposalLines", "Accepted"),
    "rejected": mark("ProposalLines", "Rejected"),
    "withdrawn": mark("ProposalLines", "Withdrawn"),
    "cleared": mark("ProposalLines", "Cleared on request"),
}
_HEADS = (
    mark("ProposalLines", "Field"),
    mark("ProposalLines", "On the card now"),
    mark("ProposalLines", "Proposed"),
    mark("ProposalLines", "By"),
    mark("ProposalLines", "State"),
    mark("ProposalLines", "Decision"),
    mark("ProposalLines", "Remark"),
)
_FOR_ROLES = mark("ProposalLines", "{state} · for {roles}")
_THEN = mark("ProposalLines", "When it was proposed the card said: {value}")
_MASKED = mark("ProposalLines", "not shown to you")
_NOTHING = "—"
_CHANGED = "△ "
_CALL_BACK = frozenset({"bank_account"})
"""Accepted only with a note of who was reached on the old number (domain.md §5.7)."""


@dataclass
class Waiting:
    """One line and what is to become of it.

    Attributes:
        proposal: the proposal that it belongs to.
        line: the change itself.
        decision: ACCEPT, ASK_BACK, REJECT, AGAIN, or empty.
        remark: of the decision.
        text: as it is to be handed in again.
    """

    proposal: Proposed
    line: ProposedLine
    decision: str = ""
    remark: str = ""
    text: str = field(default="")

    @property
    def is_open(self) -> bool:
        """Whether it is not settled yet."""
        return self.line.state in OPEN

    @property
    def may_answer(self) -> bool:
        """Whether it was asked back, and from this desk."""
        return self.proposal.is_own and self.line.state == "asked_back"

    @property
    def may_decide(self) -> bool:
        """Whether this desk decides it."""
        return self.line.may_decide

    @property
    def verdict(self) -> Decision:
        """What was decided, as `decide` takes it; a changed card was shown beside the line."""
        return Decision(self.decision, self.remark, anyway=self.line.is_overtaken)

    @property
    def wants_remark(self) -> bool:
        """Whether its decision cannot stand without a remark."""
        asks = self.decision in {ASK_BACK, REJECT} or (
            self.decision == ACCEPT and self.line.path in _CALL_BACK
        )
        return asks and not self.remark.strip()


class ProposalLines(QAbstractTableModel):
    """The lines of some proposals of one card, in the order in which they were made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: list[Waiting] = []
        self._shown: tuple[Callable[[Waiting], str], ...] = (
            *(_name, _now, _proposed, _by, _state, _decision, _remark),
        )

    @property
    def lines(self) -> Sequence[Waiting]:
        """All lines."""
        return self._lines

    def show(self, proposals: Sequence[Proposed]) -> None:
        """Show others; what was chosen and not yet done is kept for lines that still wait."""
        kept = {one.line.id: one for one in self._lines}
        self.beginResetModel()
        self._lines = [
            Waiting(proposal, line)
            for proposal in sorted(proposals, key=lambda one: one.made_at)
            for line in proposal.changes
        ]
        for one in self._lines:
            before = kept.get(one.line.id)
            if before is not None and before.line.state == one.line.state:
                one.decision, one.remark, one.text = before.decision, before.remark, before.text
        self.endResetModel()

    def decide(self, row: int, decision: str) -> bool:
        """Choose what is to become of a line, and of all columns of a new row with it.

        Returns:
            Whether this desk may.
        """
        one = self._lines[row]
        if not one.may_decide or decision == AGAIN:
            return False
        for other in self._together(one):
            other.decision = decision
        self._tell_all()
        return True

    def accept_all(self) -> None:
        """Accept every line that this desk may decide and that has no other decision yet."""
        for one in self._lines:
            if one.may_decide and not one.decision:
                one.decision = ACCEPT
        self._tell_all()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        one = self._lines[index.row()]
        typed = (index.column() == REMARK and one.may_decide) or (
            index.column() == PROPOSED and one.may_answer
        )
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._shown[column](one))
        if role == Qt.ItemDataRole.EditRole:
            return one.remark if column == REMARK else one.text or one.line.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(one, column, self._shown[column](one))
        if role == Qt.ItemDataRole.ForegroundRole:
            return _ink(one, column)
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        one = self._lines[index.row()]
        if index.column() == REMARK:
            one.remark = str(value).strip()
        elif one.may_answer:
            one.text, one.decision = str(value).strip(), AGAIN
        self._tell_all()
        return True

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("ProposalLines", _HEADS[section])
        return None

    def retranslate(self) -> None:
        """Fetch headings and cells again, in the window's new language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(_HEADS) - 1)
        self._tell_all()

    def _together(self, one: Waiting) -> list[Waiting]:
        """A line, with the other columns of the same new row: half a row is none."""
        row = row_path(one.line.path)
        if row is None or not row.is_new:
            return [one]
        same = (one.proposal.proposal_no, row.table, row.row)
        return [other for other in self._lines if other.may_decide and _row_of(other) == same]

    def _tell_all(self) -> None:
        if self._lines:
            last = self.index(len(self._lines) - 1, len(_HEADS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _row_of(one: Waiting) -> tuple[str, str, str] | None:
    row = row_path(one.line.path)
    return (one.proposal.proposal_no, row.table, row.row) if row is not None else None


def _name(one: Waiting) -> str:
    return path_name(one.proposal.kind, one.line.path, one.proposal.rows)


def _now(one: Waiting) -> str:
    if one.line.masked:
        return words("ProposalLines", _MASKED)
    text = path_text(one.proposal.kind, one.line.path, one.line.now_value) or _NOTHING
    return _CHANGED + text if one.line.is_overtaken else text


def _proposed(one: Waiting) -> str:
    text = one.text if one.decision == AGAIN else one.line.text
    return path_text(one.proposal.kind, one.line.path, text, proposed=True) or _NOTHING


def _by(one: Waiting) -> str:
    return f"{one.proposal.proposer} {one.proposal.made_at:%m-%d %H:%M}"


def _state(one: Waiting) -> str:
    state = words("ProposalLines", STATES[one.line.state])
    if not one.is_open or one.may_decide or one.line.state == "asked_back":
        return state
    roles = "/".join(role_name(role.value, words) for role in one.line.who_decides)
    return words("ProposalLines", _FOR_ROLES).format(state=state, roles=roles) if roles else state


def _decision(one: Waiting) -> str:
    return words("ProposalLines", DECISIONS[one.decision]) if one.decision else ""


def _remark(one: Waiting) -> str:
    return one.remark if one.may_decide and one.decision else one.line.remark


def _tip(one: Waiting, column: int, shown: str) -> str:
    """The whole text; of the card's value also what stood there when it was proposed."""
    if column == NOW and one.line.is_overtaken:
        then = path_text(one.proposal.kind, one.line.path, one.line.old) or _NOTHING
        return f"{shown}\n{words('ProposalLines', _THEN).format(value=then)}"
    return shown


def _ink(one: Waiting, column: int) -> QColor | None:
    colours = theme.colours()
    if column == PROPOSED:
        return QColor(colours.hand)
    if column == NOW and one.line.is_overtaken:
        return QColor(colours.out)
    if column == DECISION and one.decision == REJECT:
        return QColor(colours.overdue)
    if not one.is_open:
        return QColor(colours.faint)
    return None
