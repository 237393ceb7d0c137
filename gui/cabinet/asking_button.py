"""How fresh the card is, what to ask next time, and 核实无误 by group: a button with a menu."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui import theme
from gui.translators import words
from gui.widgets.sheet_ink import band_colour
from model.cards.cards import CardView
from model.cards.definition import Fresh
from model.cards.fields import field_at
from model.cards.freshness import group_of, what_to_ask
from model.words import mark

GROUP_NAMES: Mapping[Fresh, str] = {
    Fresh.CONTACT: mark("FactGroup", "Contact facts"),
    Fresh.LEGAL: mark("FactGroup", "Legal and registration facts"),
    Fresh.FEATURES: mark("FactGroup", "Features"),
    Fresh.COMPETITORS: mark("FactGroup", "Rivals"),
    Fresh.NEEDS: mark("FactGroup", "Needs"),
    Fresh.TRADING: mark("FactGroup", "Trading summary"),
    Fresh.CREDIT: mark("FactGroup", "Credit"),
}
_MOST_ASKED = 8


class AskingButton(QToolButton):
    """Shows the freshness of one card.

    Signals:
        cell_wanted: path of a cell to go to.
        verify_wanted: the `Fresh` group that was found unchanged.
    """

    cell_wanted = Signal(str)
    verify_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view: CardView | None = None
        self._may_verify = False
        self.setProperty("step", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._retranslate)
        self.show_view(None, may_verify=False)

    def show_view(self, view: CardView | None, *, may_verify: bool) -> None:
        """Show another card; None for a card that has nothing to verify."""
        self._view, self._may_verify = view, may_verify
        self._menu.clear()
        self._retranslate()
        self.setVisible(view is not None)

    def entries(self) -> list[QAction]:
        """The menu as it would open now."""
        self._fill()
        return [action for action in self._menu.actions() if not action.isSeparator()]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        """Build the menu when it is opened: nobody waits for it before."""
        self._menu.clear()
        if self._view is None:
            return
        self._fill_asked(self._view)
        if self._may_verify:
            self._fill_groups(self._view)

    def _fill_asked(self, view: CardView) -> None:
        asked = what_to_ask(view)
        self._add_head(self.tr("Ask next time"))
        for path in asked[:_MOST_ASKED]:
            label = words("CardField", field_at(view.kind, path).label)
            stale = path in view.stale
            text = self.tr("{field} · to be verified") if stale else self.tr("{field} · empty")
            action = self._menu.addAction(text.format(field=label).replace("&", "&&"))
            action.triggered.connect(lambda _=False, path=path: self.cell_wanted.emit(path))
        if len(asked) > _MOST_ASKED:
            rest = self._menu.addAction(self.tr("and %n more", "", len(asked) - _MOST_ASKED))
            rest.setEnabled(False)
        if not asked:
            self._menu.addAction(self.tr("Nothing is missing.")).setEnabled(False)

    def _fill_groups(self, view: CardView) -> None:
        self._menu.addSeparator()
        self._add_head(self.tr("Verified unchanged"))
        stale = {group_of(view.kind, path) for path in view.stale}
        for group in filled_groups(view):
            action = self._menu.addAction(self._group_text(group, view.verified.get(group)))
            if group in stale:
                action.setIcon(theme.icon("warning", theme.colours().out, 16))
            action.triggered.connect(lambda _=False, group=group: self.verify_wanted.emit(group))

    def _add_head(self, text: str) -> None:
        """A heading that cannot be chosen; the style draws none of its own."""
        head = self._menu.addAction(text)
        head.setEnabled(False)
        font = head.font()
        font.setBold(True)
        head.setFont(font)

    def _group_text(self, group: Fresh, verified_on: date | None) -> str:
        name = words("FactGroup", GROUP_NAMES[group])
        if verified_on is None:
            return self.tr("{group} · never verified").format(group=name)
        told = self.tr("{group} · verified {day}")
        return told.format(group=name, day=verified_on.isoformat())

    def _retranslate(self) -> None:
        view = self._view
        if view is None:
            self.setText("")
            return
        percent, stale = view.freshness.percent, len(view.stale)
        text = self.tr("Fresh {percent}%").format(percent=percent)
        if stale:
            text += " · " + self.tr("%n to verify", "", stale)
        self.setText(text)
        self.setStyleSheet(f"QToolButton {{ color: {band_colour(float(percent)).name()} }}")
        self.setToolTip(self.tr("What to ask next time, and what was verified unchanged"))
        self.setAccessibleName(text)


def filled_groups(view: CardView) -> list[Fresh]:
    """The groups of which something stands on the card, in their order."""
    paths = [*view.values, *(name for name, rows in view.children.items() if rows)]
    there = {group_of(view.kind, path) for path in paths}
    return [group for group in Fresh if group in there]
