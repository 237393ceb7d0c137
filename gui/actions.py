"""Every action of the frame: its words, its shortcut, the right it needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from gui.translators import words
from model.office.desk import Desk
from model.office.rights import Right
from model.words import mark


@dataclass(frozen=True)
class ActionSpec:
    """One action.

    Attributes:
        name: by which the program asks for it.
        text: marked English text with its mnemonic.
        shortcut: portable text of the key, or of several ("Ctrl+L; F12"), or empty.
        right: the right it needs; None when everyone at a desk may do it.
    """

    name: str
    text: str
    shortcut: str = ""
    right: Right | None = None


ACTIONS = (
    ActionSpec("find", mark("Actions", "&Find a card"), "Ctrl+K"),
    ActionSpec("lock", mark("Actions", "&Lock the screen"), "Ctrl+L; F12"),
    ActionSpec("lock_away", mark("Actions", "Lock and &minimise"), "Ctrl+F12"),
    ActionSpec("change_person", mark("Actions", "&Another person …"), "Ctrl+Shift+L; Shift+F12"),
    ActionSpec("own_password", mark("Actions", "My &password …"), "", Right.OWN_PASSWORD),
    ActionSpec("open_cabinet", mark("Actions", "&Open the cabinet"), "Ctrl+O", Right.OPEN_CABINET),
    ActionSpec(
        "close_cabinet",
        mark("Actions", "&Close the cabinet"),
        "Ctrl+Shift+O",
        Right.CLOSE_CABINET,
    ),
    ActionSpec("back_up", mark("Actions", "&Back up now"), "", Right.BACK_UP),
    ActionSpec("another_cabinet", mark("Actions", "Another &cabinet …")),
    ActionSpec("manual", mark("Actions", "User &manual"), "F1"),
    ActionSpec("quit", mark("Actions", "&Quit"), "Ctrl+Q"),
)

_ALWAYS = frozenset({"manual", "quit"})


class Actions(QObject):
    """The frame's QActions by name; those a desk may not use are greyed out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {spec.name: self._made(spec) for spec in ACTIONS}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def allow(self, desk: Desk | None) -> None:
        """Enable what this desk may do; without a desk: what needs none."""
        for spec in ACTIONS:
            able = desk is not None and (spec.right is None or desk.may(spec.right))
            self._actions[spec.name].setEnabled(able or spec.name in _ALWAYS)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        for spec in ACTIONS:
            self._actions[spec.name].setText(words("Actions", spec.text))

    def _made(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.name)
        if spec.shortcut:
            action.setShortcuts(QKeySequence.listFromString(spec.shortcut))
        return action
