"""The strip under the paper: what is wrong, in which cell, and what a person must confirm."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.translators import words
from gui.widgets.buttons import plain_button
from gui.widgets.buttons import remark as remark_label
from model.cards.checked import is_warning
from model.cards.reasons import TICKS
from model.errors import Problem
from model.sentences.problems import problem_sentence

_MOST = 3


class ProblemLine(QPushButton):
    """One problem as a way to its cell; a long one ends with an ellipsis, its tip is whole."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setProperty("link", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.cell = ""
        self.told = ""

    def show_problem(self, problem: Problem | None) -> None:
        """Show another problem, or nothing."""
        self.setVisible(problem is not None)
        self.cell = problem.field if problem else ""
        sentence = problem_sentence(problem, words) if problem else ""
        warns = problem is not None and is_warning(problem)
        self.told = f"{'△' if warns else '✕'} {sentence}" if sentence else ""
        self.setToolTip(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("level", "warning" if warns else "error")
        self.style().polish(self)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        elided = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self.told, elided, self.width() - 12))


class ProblemStrip(QFrame):
    """Problems with links to their cells, ticks, and one sentence about the whole card.

    Signals:
        cell_wanted: identifier of the cell to go to.
        ticked: reason of a warning, and whether it is confirmed.
        reopen_wanted: open the card as it is now, and keep the typing.
    """

    cell_wanted = Signal(str)
    ticked = Signal(str, bool)
    reopen_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("strip", True)
        self._build()
        self._retranslate()
        self.clear()

    def clear(self) -> None:
        """Nothing is wrong."""
        self.show_problems((), ())
        self.tell("")

    def show_problems(self, problems: Sequence[Problem], ticks: Sequence[str]) -> None:
        """Show the first few problems, and a box for each that may be confirmed."""
        for number, line in enumerate(self.lines):
            line.show_problem(problems[number] if number < len(problems) else None)
        rest = len(problems) - _MOST
        self._rest.setVisible(rest > 0)
        self._rest.setText(self.tr("and %n more", "", max(0, rest)))
        for reason, box in self._boxes.items():
            box.setVisible(reason in ticks)
            if reason not in ticks:
                box.setChecked(False)
        self._look()

    def tell(self, sentence: str, *, good: bool = False, reopen: bool = False) -> None:
        """Tell something about the whole card.

        Args:
            sentence: what happened; empty for nothing.
            good: whether it went as the person wanted.
            reopen: whether to offer opening the card anew.
        """
        self._sentence.setText(sentence)
        self._sentence.setProperty("warning", not good)
        self._sentence.setProperty("good", good)
        self._sentence.style().polish(self._sentence)
        self._sentence.setVisible(bool(sentence))
        self._reopen.setVisible(reopen)
        self._look()

    @property
    def told(self) -> str:
        """The sentence about the whole card."""
        return self._sentence.text()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self) -> None:
        self._sentence = remark_label(self)
        self._sentence.setProperty("faint", False)
        self._sentence.setProperty("warning", True)
        self._reopen = plain_button(self)
        self._reopen.clicked.connect(self.reopen_wanted)
        self.lines = [ProblemLine(self) for _ in range(_MOST)]
        for line in self.lines:
            line.clicked.connect(lambda _=False, line=line: self.cell_wanted.emit(line.cell))
        self._rest = QLabel(self)
        self._rest.setProperty("faint", True)
        self._boxes = {reason: QCheckBox(self) for reason in TICKS}
        for reason, box in self._boxes.items():
            box.clicked.connect(lambda on, reason=reason: self.ticked.emit(reason, on))
        first = QHBoxLayout()
        first.addWidget(self._sentence, 1)
        first.addWidget(self._reopen)
        last = QHBoxLayout()
        for box in self._boxes.values():
            last.addWidget(box)
        last.addWidget(self._rest)
        last.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.setSpacing(1)
        layout.addLayout(first)
        for line in self.lines:
            layout.addWidget(line)
        layout.addLayout(last)

    def _look(self) -> None:
        parts = (self._sentence, *self.lines, *self._boxes.values())
        self.setVisible(any(not part.isHidden() for part in parts))

    def _retranslate(self) -> None:
        self._reopen.setText(self.tr("Open it anew, &keep my typing"))
        for reason, box in self._boxes.items():
            box.setText(words("Problems", TICKS[reason]))
