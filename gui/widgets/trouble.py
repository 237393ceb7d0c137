"""A line under a form that says what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gui import errors


class Trouble(QLabel):
    """Hidden until there is something to tell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("warning", True)
        self.hide()

    @property
    def told(self) -> str:
        """What is shown now, or the empty string."""
        return "" if self.isHidden() else self.text()

    def tell(self, error: Exception) -> None:
        """Show what the office refuses; anything else is trouble of the program's own."""
        if errors.ours(error) is not None:
            self.say(errors.told(error))
        else:
            errors.show(self, error)

    def say(self, sentence: str) -> None:
        """Show what no error of the office says."""
        self.setText(sentence)
        self.show()
