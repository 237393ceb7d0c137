"""Choosing the window's language; each is named in itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from gui.memory import Memory
from gui.translators import Translators

NAMES = {"zh": "简体中文", "en": "English"}


class LanguageMenu(QMenu):
    """Switches at once, and remembers the choice on this PC."""

    def __init__(
        self, translators: Translators, memory: Memory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._translators = translators
        self._memory = memory
        group = QActionGroup(self)
        self._choices = {}
        for language, name in NAMES.items():
            action = QAction(name, group)
            action.setCheckable(True)
            action.triggered.connect(lambda _, chosen=language: self.choose(chosen))
            self.addAction(action)
            self._choices[language] = action
        self._retranslate()

    @property
    def language(self) -> str:
        """The language in use."""
        return self._translators.language

    def choose(self, language: str) -> None:
        """Show everything in this language from now on."""
        self._memory.language = language
        self._translators.switch(language)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setTitle("语言 / Language")
        if self._translators.language in self._choices:
            self._choices[self._translators.language].setChecked(True)
