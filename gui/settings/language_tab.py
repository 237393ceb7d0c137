"""The window's language."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from gui.widgets.buttons import remark
from gui.widgets.language_menu import NAMES, LanguageMenu


class LanguageTab(QWidget):
    """One button a language; the choice takes effect at once."""

    def __init__(self, languages: LanguageMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self._languages = languages
        self._why = remark(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self._why)
        for language, name in NAMES.items():
            button = QRadioButton(name, self)
            button.setChecked(language == languages.language)
            button.clicked.connect(lambda _, chosen=language: languages.choose(chosen))
            layout.addWidget(button)
        layout.addStretch()
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._why.setText(
            self.tr(
                "The language of this window, on this computer. Customers' cards stay as typed."
            )
        )
