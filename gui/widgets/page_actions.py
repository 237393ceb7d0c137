"""The actions of a page: words, keys, and the right each needs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from gui.translators import words
from model.office.desk import Desk
from model.office.rights import Right

_KEY = re.compile(r"\(&\w\)|&")
_NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True)
class PageAction:
    """One action.

    Attributes:
        name: by which the page asks for it.
        text: marked English text with its mnemonic.
        keys: portable texts of its shortcuts.
        right: the right it needs; None when what is shown alone decides.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    right: Right | None = None


def without_key(text: str) -> str:
    """A button's words without the letter that presses it: 保存(&S) reads 保存."""
    return _KEY.sub("", text)


class PageActions(QObject):
    """A page's actions by name."""

    def __init__(
        self, specs: Sequence[PageAction], context: str, desk: Desk, page: QWidget
    ) -> None:
        """`context` is the translation context of the texts."""
        super().__init__(page)
        self._specs = {spec.name: spec for spec in specs}
        self._context = context
        self._desk = desk
        self._actions = {name: self._made(spec) for name, spec in self._specs.items()}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def may(self, name: str) -> bool:
        """Whether the desk has the action's right, or may do it with an approval."""
        right = self._specs[name].right
        return right is None or self._desk.may(right) or self._desk.may_ask(right)

    def hang(self, widget: QWidget, *names: str) -> None:
        """Let the keys of these actions work in a widget and what is in it."""
        for name in names:
            widget.addAction(self._actions[name])

    def allow(self, name: str, wanted: bool) -> None:
        """Enable an action where what is shown and the desk's rights agree."""
        self._actions[name].setEnabled(wanted and self.may(name))

    def offer(self, name: str, wanted: bool) -> None:
        """Show an action only where it can be done: Qt enables no action that is not seen."""
        self._actions[name].setVisible(wanted and self.may(name))
        self.allow(name, wanted)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        for name, spec in self._specs.items():
            self.name(name, words(self._context, spec.text))

    def name(self, name: str, text: str) -> None:
        """Give an action another text, with its keys in the tool tip."""
        action = self._actions[name]
        action.setText(text)
        keys = ", ".join(key.toString(_NATIVE) for key in action.shortcuts())
        plain = without_key(text)
        action.setToolTip(f"{plain}  ({keys})" if keys else plain)

    def _made(self, spec: PageAction) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action
