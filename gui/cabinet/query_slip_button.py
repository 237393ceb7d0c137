"""A button that reads another's customer, by a query slip (查询单)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.cabinet.pass_bar import fill_with_purposes
from model.cards.search import Hit


class QuerySlipButton(QToolButton):
    """Which of the customers that were found, and what he is read for.

    Signals:
        wanted: number of the card, and the purpose.
    """

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()
        self.setProperty("step", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_ = QMenu(self)
        self.setMenu(self.menu_)
        self.offer(())

    def offer(self, hits: Sequence[Hit]) -> None:
        """Offer those of the hits that are others' customers."""
        self._hits = [hit for hit in hits if hit.masked]
        self._retranslate()
        self.setVisible(bool(self._hits))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setText(self.tr("&Read by a query slip …"))
        self.setAccessibleName(self.tr("Read by a query slip"))
        self.menu_.clear()
        for hit in self._hits:
            named = f"{hit.name} · {hit.ref}".replace("&", "&&")
            menu = self.menu_.addMenu(named)
            fill_with_purposes(menu, partial(self.wanted.emit, hit.ref))
