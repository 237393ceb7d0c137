"""How the list draws its rows: plain words, a chip, a coloured word, a bar.

Everything is drawn here from the records, all rows in view in one go. Qt's own way, cell by cell,
asks a dozen questions a cell, which at each keystroke of the filter would cost more than the
filter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QStaticText

from gui import theme
from gui.cabinet import card_columns
from gui.cabinet.card_states import state_look
from gui.widgets.record_table import Column
from gui.widgets.sheet_ink import band_colour
from model.cards.listing import CardRow

_PAD = 8
_CHIP_HEIGHT, _CHIP_WIDTH = 20, 24
_BAR_HEIGHT, _FIGURE = 6, 40
_MOST_FITTED = 5000
_CHIPS = {"A": "brass", "B": "hand", "C": "faint"}


@dataclass(frozen=True)
class Place:
    """Where a column stands in the view, in pixels."""

    column: int
    left: int
    width: int


class ListInk(QObject):
    """Draws the rows of one table of cards."""

    def __init__(self, columns: Sequence[Column[CardRow]], parent: QObject) -> None:
        super().__init__(parent)
        self._texts = [column.text for column in columns]
        self._drawers = {
            card_columns.CLASS: self._draw_class,
            card_columns.STATE: self._draw_state,
            card_columns.FILLED: self._draw_bar,
        }
        self._fitted: dict[tuple[str, int], QStaticText] = {}
        self._text_height = 0
        self._take_colours()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._take_colours)

    def draw(
        self, painter: QPainter, row: CardRow, area: QRect, places: Sequence[Place], chosen: bool
    ) -> None:
        """Draw one row.

        Args:
            painter: on the view.
            row: the card.
            area: the row's place in the view.
            places: the columns in view.
            chosen: whether the row is the chosen one.
        """
        if chosen:
            painter.fillRect(area, self._chosen)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._line)
        painter.setPen(self._ink)
        top, height = area.top(), area.height()
        for place in places:
            text = self._texts[place.column](row)
            drawer = self._drawers.get(place.column)
            if drawer is None:
                self._draw_text(painter, place.left, top, place.width, height, text)
            elif text:
                drawer(painter, QRect(place.left, top, place.width, height), text, row)
                painter.setPen(self._ink)

    def _take_colours(self) -> None:
        colours = theme.colours()
        self._ink, self._chosen = QColor(colours.ink), QColor(colours.chosen)
        self._line, self._empty = QColor(colours.head), QColor(colours.line)
        self._washes = {}
        for abc_class in card_columns.CLASSES:
            wash = QColor(getattr(colours, _CHIPS.get(abc_class, "faint")))
            wash.setAlphaF(0.22)
            self._washes[abc_class] = wash

    def _draw_text(
        self, painter: QPainter, left: int, top: int, width: int, height: int, text: str
    ) -> None:
        """A text from the left, with an ellipsis where it is too long."""
        room = width - 2 * _PAD
        fitted = self._fitted.get((text, room)) or self._fit(painter, text, room)
        painter.drawStaticText(left + _PAD, top + (height - self._text_height) // 2, fitted)

    def _fit(self, painter: QPainter, text: str, room: int) -> QStaticText:
        """A text laid out once: the same rows are drawn again at each keystroke."""
        metrics = painter.fontMetrics()
        self._text_height = metrics.height()
        fitted = QStaticText(metrics.elidedText(text, Qt.TextElideMode.ElideRight, room))
        fitted.setTextFormat(Qt.TextFormat.PlainText)
        fitted.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        if len(self._fitted) >= _MOST_FITTED:
            self._fitted = {}
        self._fitted[text, room] = fitted
        return fitted

    def _draw_class(self, painter: QPainter, area: QRect, text: str, row: CardRow) -> None:
        width = max(_CHIP_WIDTH, painter.fontMetrics().horizontalAdvance(text) + 10)
        top = area.center().y() - _CHIP_HEIGHT // 2
        chip = QRectF(area.left() + _PAD, top, width, _CHIP_HEIGHT)
        self._fill(painter, chip, self._washes[row.abc_class])
        painter.setPen(self._ink)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)

    def _draw_state(self, painter: QPainter, area: QRect, text: str, row: CardRow) -> None:
        painter.setPen(QColor(state_look(row.state, row.stage, row.holder).colour))
        self._draw_text(painter, area.left(), area.top(), area.width(), area.height(), text)

    def _draw_bar(self, painter: QPainter, area: QRect, text: str, row: CardRow) -> None:
        room = area.width() - 2 * _PAD - _FIGURE
        bar = QRectF(area.left() + _PAD, area.center().y() - _BAR_HEIGHT / 2, room, _BAR_HEIGHT)
        self._fill(painter, bar, self._empty)
        bar.setWidth(room * row.completeness / 100)
        self._fill(painter, bar, band_colour(row.completeness))
        painter.setPen(self._ink)
        left = area.right() - 2 * _PAD - painter.fontMetrics().horizontalAdvance(text)
        self._draw_text(painter, left, area.top(), area.width(), area.height(), text)

    def _fill(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """A surface with round corners."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(area, 3, 3)
