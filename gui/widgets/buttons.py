"""Buttons by their part on a page, so that the style sheet dresses them alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
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
