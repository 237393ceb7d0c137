"""What can be done on the page, as QActions: words, keys, and the right each needs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from gui.translators import words
from gui.widgets.buttons import main_button, plain_button
from model.office.desk import Desk
from model.office.rights import Right
from model.words import mark


@dataclass(frozen=True)
class CardActionSpec:
    """One action.

    Attributes:
        name: by which the page asks for it.
        text: marked English text with its mnemonic.
        keys: portable texts of its shortcuts.
        right: the right it needs; None when the state of the card alone decides.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    right: Right | None = None


SPECS = (
    CardActionSpec(
        "new_company", mark("CardActions", "New company &card"), ("Ctrl+N",), Right.CREATE_CARD
    ),
    CardActionSpec(
        "new_individual",
        mark("CardActions", "New &individual card"),
        ("Ctrl+Shift+N",),
        Right.CREATE_CARD,
    ),
    CardActionSpec(
        "import_cards", mark("CardActions", "I&mport …"), ("Ctrl+I",), Right.IMPORT_CARDS
    ),
    CardActionSpec("refresh", mark("CardActions", "&Refresh"), ("F5",)),
    CardActionSpec("save", mark("CardActions", "&Save"), ("Ctrl+S",)),
    CardActionSpec("revert", mark("CardActions", "Re&vert")),
    CardActionSpec("pass_card", mark("CardActions", "&Pass"), ("Ctrl+Return",), Right.PASS_CARD),
    CardActionSpec("return_to_rep", mark("CardActions", "Send &back …"), (), Right.PASS_CARD),
    CardActionSpec("reject", mark("CardActions", "Re&ject …"), (), Right.PASS_CARD),
    CardActionSpec("file_card", mark("CardActions", "&File"), ("Ctrl+Return",), Right.FILE_CARD),
    CardActionSpec("previous", mark("CardActions", "Previous card"), ("Alt+Up", "PgUp")),
    CardActionSpec("next", mark("CardActions", "Next card"), ("Alt+Down", "PgDown")),
    CardActionSpec("back", mark("CardActions", "Back to the list"), ("Esc", "Alt+Left")),
    CardActionSpec("front", mark("CardActions", "Front"), ("Ctrl+1",)),
    CardActionSpec("back_side", mark("CardActions", "Back"), ("Ctrl+2",)),
    CardActionSpec("more", mark("CardActions", "More"), ("Ctrl+3",)),
    CardActionSpec("history", mark("CardActions", "History"), ("Ctrl+4",)),
)

ON_THE_CARD = frozenset({"previous", "next", "back"})
"""Their keys mean other things in the list."""


class CardActions(QObject):
    """The page's actions by name."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._actions = {spec.name: self._made(spec) for spec in SPECS}
        for name in ("new_company", "new_individual", "import_cards"):
            self._actions[name].setEnabled(self._may(name))
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def hang(self, page: QWidget, form: QWidget) -> None:
        """Let the keys work: most on the whole page, some on the card only."""
        for name, action in self._actions.items():
            (form if name in ON_THE_CARD else page).addAction(action)

    def allow(self, name: str, wanted: bool) -> None:
        """Enable an action where the state of the card and the desk's rights agree."""
        self._actions[name].setEnabled(wanted and self._may(name))

    def offer(self, name: str, wanted: bool) -> None:
        """Show an action only where it can be done: Qt enables no action that is not seen."""
        self._actions[name].setVisible(wanted and self._may(name))
        self.allow(name, wanted)

    def retranslate(self) -> None:
        """Set every text in the window's language."""
        for spec in SPECS:
            action = self._actions[spec.name]
            action.setText(words("CardActions", spec.text))
            keys = ", ".join(key.toString(_NATIVE) for key in action.shortcuts())
            plain = action.text().replace("&", "")
            action.setToolTip(f"{plain}  ({keys})" if keys else plain)

    def _may(self, name: str) -> bool:
        right = next(spec.right for spec in SPECS if spec.name == name)
        return right is None or self._desk.may(right)

    def _made(self, spec: CardActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(spec.name)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action


_NATIVE = QKeySequence.SequenceFormat.NativeText


def button_for(action: QAction, parent: QWidget, *, main: bool = False) -> QPushButton:
    """A button that follows its action: words, tool tip, whether it can be pressed and seen."""
    button = main_button(parent) if main else plain_button(parent)
    button.setAutoDefault(False)
    button.setDefault(False)

    def follow() -> None:
        button.setText(action.text())
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())
        button.setVisible(action.isVisible())

    action.changed.connect(follow)
    button.clicked.connect(action.trigger)
    follow()
    return button
