"""Undo and redo of what is typed on the card in the form."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from gui.cabinet.card_actions import CardActions
from gui.cabinet.card_form import CardForm


class UndoWork(QObject):
    """Steps back and forth, over fields, rows and copied addresses alike."""

    def __init__(self, form: CardForm, actions: CardActions) -> None:
        super().__init__(form)
        self._form = form
        self._undo, self._redo = actions["undo"], actions["redo"]
        self._undo.triggered.connect(lambda: self._step(back=True))
        self._redo.triggered.connect(lambda: self._step(back=False))
        form.typed.connect(self.look)
        form.shown.connect(self.look)
        _FieldKeys((self._undo, self._redo), form)
        self.look()

    def look(self) -> None:
        """Enable what can be done."""
        card = self._form.card
        self._undo.setEnabled(card is not None and card.can_undo)
        self._redo.setEnabled(card is not None and card.can_redo)

    def _step(self, *, back: bool) -> None:
        card = self._form.card
        if card is None or not (card.can_undo if back else card.can_redo):
            return
        name = card.undo() if back else card.redo()
        self._form.show_typing()
        if name:
            self._form.go_to(name)
        self._form.typed.emit()


class _FieldKeys(QObject):
    """Keeps the fields of a form from taking the keys of two actions for themselves.

    A field of Qt claims Ctrl+Z for its own undo, which knows of one cell only. Where the action is
    disabled, nothing is left to undo in the form, and the field may have the key.
    """

    def __init__(self, actions: tuple[QAction, ...], form: QWidget) -> None:
        super().__init__(form)
        self._actions = actions
        self._form = form
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            for action in self._actions:
                if action.isEnabled() and pressed in action.shortcuts():
                    event.ignore()
                    return True
        return super().eventFilter(watched, event)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if new is not None and self._form.isAncestorOf(new):
            new.installEventFilter(self)
