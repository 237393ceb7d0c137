"""Buttons by their part on a page, so that the style sheet dresses them alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def main_button(parent: QWidget) -> QPushButton:
    """The one thing a page is for; Enter presses it in a dialog."""
    button = QPushButton(parent)
    button.setProperty("main", True)
    button.setDefault(True)
    return button


def plain_button(parent: QWidget) -> QPushButton:
    """Any other button; Enter never presses it by itself."""
    button = QPushButton(parent)
    button.setAutoDefault(False)
    return button


def link_button(parent: QWidget) -> QPushButton:
    """A way elsewhere, drawn as underlined words."""
    button = plain_button(parent)
    button.setProperty("link", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def remark(parent: QWidget) -> QLabel:
    """A line of explanation; takes the lines it needs."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("faint", True)
    return label
