"""The room of the page 卡柜: drawers, list and card side by side, or the card alone."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

_FOLDS_BELOW = 1440
"""Narrower windows show either the list or the card."""
_SPLITTER = "cabinet/splitter_{}"
_WITH_CARD = (172, 396, 760)
_WITHOUT_CARD = (210, 1000, 0)
_LEAST = (140, 300, 560)
_AROUND = 20


class PageRoom(QSplitter):
    """Shares the page's width out as it was left.

    Signals:
        shared: whether a card stands beside the list.
    """

    shared = Signal(bool)

    def __init__(
        self,
        settings: QSettings,
        parts: tuple[QWidget, QWidget, QWidget],
        page: QWidget,
    ) -> None:
        """`parts` are drawers, list and card, from left to right."""
        super().__init__(Qt.Orientation.Horizontal, page)
        self._settings = settings
        self._page = page
        self._drawers, self._list, self._card = parts
        self.setChildrenCollapsible(False)
        self.setHandleWidth(10)
        for widget, least in zip(parts, _LEAST, strict=True):
            widget.setMinimumWidth(least)
            self.addWidget(widget)
        self.setStretchFactor(1, 1)
        self.setStretchFactor(2, 1)
        self.splitterMoved.connect(self._keep_sizes)

    @property
    def is_folded(self) -> bool:
        """Whether the card has taken the place of drawers and list."""
        return self._card.isVisible() and not self._list.isVisible()

    def card_room(self) -> QSize:
        """The size in which a card will be seen."""
        width = self._page.width() - _AROUND if self._folds() else self._kept_sizes("open")[-1]
        return QSize(width, self._page.height() - _AROUND)

    def fold(self) -> None:
        """Give the card the room of drawers and list where there is not enough for all."""
        has_card = not self._card.isHidden()
        folded = has_card and self._folds()
        self._drawers.setVisible(not folded)
        self._list.setVisible(not folded)
        self.shared.emit(has_card)

    def arrange(self) -> None:
        """Widths as they were left, for the list alone or beside a card."""
        self.fold()
        self.setSizes(self._kept_sizes("alone" if self._card.isHidden() else "open"))

    def _folds(self) -> bool:
        return self.window().width() < _FOLDS_BELOW

    def _kept_sizes(self, name: str) -> list[int]:
        """Widths of drawers, list and card as they were left."""
        kept = self._settings.value(_SPLITTER.format(name))
        usual = _WITH_CARD if name == "open" else _WITHOUT_CARD
        return [int(size) for size in kept] if kept else list(usual)

    def _keep_sizes(self) -> None:
        if self._list.isVisible():
            name = "alone" if self._card.isHidden() else "open"
            self._settings.setValue(_SPLITTER.format(name), self.sizes())
