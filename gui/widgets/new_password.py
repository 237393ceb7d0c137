"""A new password, typed twice, with a hint how good it is."""

from __future__ import annotations

from itertools import pairwise
from math import log2

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from gui.translators import spoken
from gui.widgets.buttons import remark
from model.storage.passwords import SHORTEST_PASSWORD

_FAIR_BITS = 45.0
_STRONG_BITS = 65.0
_ALPHABETS = (
    (str.islower, 26),
    (str.isupper, 26),
    (str.isdigit, 10),
)
_SIGNS = 33
_HANZI = 2000


class NewPassword(QWidget):
    """Two fields and a hint; the hint advises, only the shortest length is asked for.

    Signals:
        changed: something was typed.
        submitted: Enter in the second field; in the first it goes on to the second.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._again = QLineEdit(self), QLineEdit(self)
        for field in (self._first, self._again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.textChanged.connect(self._typed)
        self._first.returnPressed.connect(self._again.setFocus)
        self._again.returnPressed.connect(self.submitted)
        self._labels = (QLabel(self), QLabel(self))
        self._hint = remark(self)
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        for label, field in zip(self._labels, (self._first, self._again), strict=True):
            label.setBuddy(field)
            layout.addRow(label, field)
        layout.addRow(self._hint)
        self._retranslate()

    @property
    def password(self) -> str:
        """What is typed, as it is typed."""
        return self._first.text()

    @property
    def complete(self) -> bool:
        """Long enough, and the same both times."""
        return len(self.password) >= SHORTEST_PASSWORD and self.password == self._again.text()

    @property
    def label_width(self) -> int:
        """What the labels need, for lining up with other fields."""
        return max(label.sizeHint().width() for label in self._labels)

    def line_up(self, width: int) -> None:
        """Give the labels a width, so that the fields stand under those of a form above."""
        for label in self._labels:
            label.setMinimumWidth(width)

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._again.clear()

    def focus(self) -> None:
        """Put the cursor into the first field."""
        self._first.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _typed(self) -> None:
        self._hint.setText(self._hint_text())
        self.changed.emit()

    def _hint_text(self) -> str:
        if not self.password:
            return self.tr(
                "At least {count} characters. A few words in a row are easy to remember."
            ).format(count=SHORTEST_PASSWORD)
        if len(self.password) < SHORTEST_PASSWORD:
            return self.tr("Too short: at least {count} characters.").format(
                count=SHORTEST_PASSWORD
            )
        if self._again.text() and not self.complete:
            return self.tr("The two are not the same.")
        bits = strength(self.password)
        if bits < _FAIR_BITS:
            return self.tr("Weak: can be guessed. Longer is better.")
        return self.tr("Fair.") if bits < _STRONG_BITS else self.tr("Strong.")

    def _retranslate(self) -> None:
        names = (self.tr("&New password"), self.tr("Once &more"))
        fields = (self._first, self._again)
        for label, field, name in zip(self._labels, fields, names, strict=True):
            label.setText(name)
            field.setAccessibleName(spoken(name))
        self._hint.setText(self._hint_text())


def strength(password: str) -> float:
    """A rough guess at a password's bits: its alphabet, and its length without runs.

    Signs that follow the one before them in order (aaa, abc, 321) count once.
    """
    alphabet = sum(size for kind, size in _ALPHABETS if any(map(kind, password)))
    others = [sign for sign in password if not (sign.isascii() and sign.isalnum())]
    alphabet += _SIGNS if any(sign.isascii() for sign in others) else 0
    alphabet += _HANZI if any(not sign.isascii() for sign in others) else 0
    steps = [ord(after) - ord(before) for before, after in pairwise(password)]
    length = 1 + sum(abs(step) > 1 for step in steps)
    return length * log2(max(2, alphabet))
