"""The tabs behind the history: each tells something of the card in the form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.cabinet.card_head import HISTORY, CardHead
from gui.cabinet.card_panel import CardPanel


class PanelTabs:
    """Panels in the form's stack; Alt and its number bring one into view."""

    def __init__(self, head: CardHead, stack: QStackedWidget, form: QWidget) -> None:
        self._head = head
        self._stack = stack
        self._form = form
        self._panels: list[CardPanel] = []
        self._has_card = False

    def add(self, panel: CardPanel) -> None:
        """Hang a further tab behind the others."""
        number = self._head.add_tab(panel.title())
        self._panels.append(panel)
        self._stack.addWidget(panel)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        key = QShortcut(QKeySequence(f"Alt+{number + 1}"), self._form, context=within)
        key.activated.connect(lambda: self._choose(number))

    @property
    def chosen(self) -> CardPanel | None:
        """The panel whose tab is chosen, if it is one of these."""
        number = self._head.tabs.currentIndex() - HISTORY - 1
        return self._panels[number] if number >= 0 else None

    def show(self, panel: CardPanel, ref: str) -> None:
        """Bring a panel into view, with what it tells of a card."""
        self._stack.setCurrentWidget(panel)
        panel.show_card(ref)

    def open(self, is_saved: bool) -> None:
        """Only what has a number has a history, or anything else to tell."""
        self._has_card = True
        if not is_saved and self._head.tabs.currentIndex() >= HISTORY:
            self._head.choose_side(0)
        for number in range(HISTORY, self._head.tabs.count()):
            self._head.tabs.setTabEnabled(number, is_saved)

    def clear(self) -> None:
        """Forget the card."""
        self._has_card = False
        for panel in self._panels:
            panel.clear()

    def retranslate(self) -> None:
        """Name the tabs in the window's language."""
        for number, panel in enumerate(self._panels, HISTORY + 1):
            self._head.name_tab(number, panel.title())

    def _choose(self, number: int) -> None:
        if self._has_card and self._head.tabs.isTabEnabled(number):
            self._head.choose_side(number)
