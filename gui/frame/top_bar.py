"""The green bar: the program's name, the one search box, the countdown, the person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from gui import theme
from gui.translators import words
from model.office.desk import PersonView
from model.sentences.names import role_name

HEIGHT = 52
_SOON_SECONDS = 60
_LONGEST_NAME = 16


class SearchBox(QLineEdit):
    """The one search box; Esc empties it.

    Signals:
        entered: Enter, or the arrow down to the first hit.
    """

    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit(self.text())
        else:
            super().keyPressEvent(event)


class TopBar(QFrame):
    """What is always in reach.

    Signals:
        typed: the search box's text, at each keystroke.
        entered: the search box's text, on Enter or the arrow down.
        snoozed: the person wants the idle lock later.
    """

    typed = Signal(str)
    entered = Signal(str)
    snoozed = Signal()

    def __init__(
        self,
        person: PersonView,
        office: str,
        menu: Sequence[QAction | None],
        languages: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self._person = person
        self._office = office
        self._left = (0, 0)
        self._build(menu, languages)
        self._retranslate()

    @property
    def search(self) -> SearchBox:
        """The search box itself, for the focus."""
        return self._search

    def show_countdown(self, seconds: int, snoozes: int) -> None:
        """Tell when the screen locks by itself, and how often that may still be put off."""
        if (seconds, snoozes) == self._left:
            return
        self._left = (seconds, snoozes)
        self._countdown.setText(
            self.tr("Locks in {time}").format(time=f"{seconds // 60}:{seconds % 60:02}")
        )
        self._countdown.setEnabled(snoozes > 0)
        soon = seconds <= _SOON_SECONDS
        if self._countdown.property("soon") is not soon:
            self._countdown.setProperty("soon", soon)
            self._countdown.style().polish(self._countdown)
        self._countdown.setToolTip(
            self.tr("Put the idle lock off by 15 minutes; left: {count}").format(count=snoozes)
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _build(self, menu: Sequence[QAction | None], languages: QMenu) -> None:
        self._name = QLabel(self)
        self._name.setObjectName("programName")
        self._search = SearchBox(self)
        self._search.setMaximumWidth(560)
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(260)
        self._search.setClearButtonEnabled(True)
        self._search.addAction(
            theme.icon("search", theme.colours().on_side, 16),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._search.textChanged.connect(self.typed)
        self._search.entered.connect(self.entered)
        self._countdown = QPushButton(self)
        self._countdown.setObjectName("countdown")
        self._countdown.setIcon(theme.icon("lock", theme.colours().on_bar, 14))
        self._countdown.clicked.connect(self.snoozed)
        self._who = self._person_button(menu, languages)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self._name)
        layout.addStretch(1)
        layout.addWidget(self._search, 4)
        layout.addStretch(1)
        layout.addWidget(self._countdown)
        layout.addWidget(self._who)

    def _person_button(self, actions: Sequence[QAction | None], languages: QMenu) -> QToolButton:
        """The person's button with his menu; None in `actions` draws a line."""
        button = QToolButton(self)
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        menu.insertMenu(menu.actions()[-1], languages)
        button.setMenu(menu)
        return button

    def _retranslate(self) -> None:
        self._name.setText(self.tr("Card Cabinet"))
        self._name.setToolTip(self._office)
        self._search.setPlaceholderText(self.tr("Name, pinyin, phone or card number …  Ctrl+K"))
        self._search.setAccessibleName(self.tr("Find a card"))
        role = role_name(self._person.role, words)
        name = self._person.name
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        self._who.setText(f"{short} · {role}  ▾")
        self._who.setToolTip(f"{name} · {role}")
        self._who.setAccessibleName(self.tr("{name}, menu").format(name=name))
        seconds, snoozes = self._left
        self._left = (-1, -1)
        self.show_countdown(seconds, snoozes)
