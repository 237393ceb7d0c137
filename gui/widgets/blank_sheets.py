"""What never changes on a face of the card, kept as a picture."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from gui import theme
from gui.widgets import sheet_ink
from gui.widgets.sheet_places import SheetPlaces

_MOST = 2


class BlankSheets:
    """Lines, labels and headings of the scale in use and the one before."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, float, theme.Colours], QPixmap] = {}

    def at(self, places: SheetPlaces, ratio: float) -> QPixmap:
        """The picture for a scale.

        Args:
            places: where the cells lie at that scale.
            ratio: pixels of the screen to one of the window.
        """
        key = (places.width, ratio, theme.colours())
        if key not in self._kept:
            while len(self._kept) >= _MOST:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = sheet_ink.blank_sheet(places, ratio)
        return self._kept[key]

    def clear(self) -> None:
        """Labels have changed: every picture is drawn anew."""
        self._kept.clear()
