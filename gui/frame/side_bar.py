"""The dark bar down the left edge: one button a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.frame.pages import PageSpec
from gui.translators import words

WIDTH = 76
_FROM_EDGE, _FROM_TOP = 12, 5
_MOST_COUNTED = 99


class SideBar(QFrame):
    """The pages this desk may use.

    Signals:
        chosen: name of a page.
    """

    chosen = Signal(str)

    def __init__(self, pages: Sequence[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBar")
        self.setFixedWidth(WIDTH)
        self._pages = tuple(pages)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._counts: dict[str, QLabel] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(0)
        for number, page in enumerate(self._pages, 1):
            layout.addWidget(self._button(page, number))
        layout.addStretch()
        self._retranslate()

    def show_chosen(self, name: str) -> None:
        """Mark the page in view."""
        self._buttons[name].setChecked(True)

    def show_count(self, name: str, count: int) -> None:
        """Show beside a page how much waits on it; nothing for 0."""
        label = self._counts.get(name)
        if label is None:
            label = QLabel(self._buttons[name])
            label.setProperty("count", True)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._counts[name] = label
        label.setText(str(count) if count <= _MOST_COUNTED else f"{_MOST_COUNTED}+")
        label.adjustSize()
        label.move(WIDTH - _FROM_EDGE - label.width(), _FROM_TOP)
        label.setVisible(bool(count))
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
        super().changeEvent(event)

    def _button(self, page: PageSpec, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(24, 24))
        button.setFixedWidth(WIDTH)
        button.setMinimumHeight(58)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.chosen.emit(page.name))
        # A shortcut of the button itself would wait for the button's animation.
        shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
        shortcut.activated.connect(lambda: self.chosen.emit(page.name))
        self._group.addButton(button)
        self._buttons[page.name] = button
        return button

    def _retranslate(self) -> None:
        for number, page in enumerate(self._pages, 1):
            title = words("Pages", page.title)
            self._buttons[page.name].setText(title)
            told = self._with_count(page.name, title)
            self._buttons[page.name].setAccessibleName(told)
            self._buttons[page.name].setToolTip(f"{told} (Ctrl+{number})")
        self._draw_icons()

    def _with_count(self, name: str, title: str) -> str:
        label = self._counts.get(name)
        if label is None or label.isHidden():
            return title
        return self.tr("{page}: {count} waiting").format(page=title, count=label.text())

    def _draw_icons(self) -> None:
        for page in self._pages:
            if page.name in self._buttons:
                icon = theme.icon(page.icon, theme.colours().on_side, 24)
                self._buttons[page.name].setIcon(icon)
