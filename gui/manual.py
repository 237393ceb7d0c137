"""F1: the user manual, in the window's language."""

from __future__ import annotations

import sysconfig
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

_SIZE = (860, 640)


def manual_folder(language: str) -> Path:
    """Where the manual stands: beside the program's own folder, or where it was installed."""
    beside = Path(__file__).parent.parent / "docs" / "manual" / language
    installed = Path(sysconfig.get_path("data")) / "share" / "card-cabinet" / "manual" / language
    return beside if beside.is_dir() else installed


class ManualDialog(QDialog):
    """The manual beside the work; it may stay open while one reads and types."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._browser = QTextBrowser(self)
        self._browser.setSearchPaths([str(manual_folder(language))])
        self._browser.setSource(QUrl("index.md"), QTextDocument.ResourceType.MarkdownResource)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._browser)
        layout.addWidget(buttons)
        self.resize(*_SIZE)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("User manual"))
        self._browser.setAccessibleName(self.windowTitle())
