"""How a cell of the card looks while nobody types in it, and the marks around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui import theme
from gui.widgets.fitted_text import FittedText, draw, fitted

PADDING = 4
"""Pixels left and right of a value."""
_NARROW, _NARROW_PADDING = 70, 2
_WAVE = 3
"""Half a wave of the line under what was changed, in pixels."""


class Mark(Enum):
    """What is wrong with a cell; the strongest is shown."""

    NONE = 0
    WANTED = 1  # required, and empty
    WARNING = 2
    ERROR = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """Heights of characters on a sheet, in pixels, and how wide a column is."""

    value: int = 13
    smallest: int = 11
    label: int = 12
    smallest_label: int = 10
    title: int = 24
    small: int = 11


def inside(cell: QRectF) -> QRectF:
    """A cell without its padding, of which a narrow one has less."""
    padding = PADDING if cell.width() > _NARROW else _NARROW_PADDING
    return cell.adjusted(padding, 1, -padding, -1)


def fit_value(text: str, unit: str, area: QRectF, sizes: Sizes) -> FittedText:
    """A value with its unit as on paper; without it where not even small letters have room."""
    if text and unit:
        whole = f"{text} {unit}"
        with_unit = fitted(whole, area.width(), area.height(), sizes.value, sizes.smallest)
        if not with_unit.cut:
            return with_unit
    return fitted(text, area.width(), area.height(), sizes.value, sizes.smallest)


def draw_value(painter: QPainter, area: QRectF, text: FittedText, align: Qt.AlignmentFlag) -> None:
    """Draw a value in handwriting blue."""
    painter.setPen(QColor(theme.colours().hand))
    draw(painter, area, text, align)


def draw_hint(
    painter: QPainter,
    area: QRectF,
    hint: str,
    sizes: Sizes,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw what belongs into an empty cell, or why it shows nothing, small and faint."""
    faint = QColor(theme.colours().faint)
    faint.setAlphaF(0.75)
    painter.setPen(faint)
    text = fitted(hint, area.width(), area.height(), sizes.small, sizes.small - 1)
    if not text.cut:
        draw(painter, area, text, align)


def draw_mark(painter: QPainter, frame: QRectF, mark: Mark) -> None:
    """Draw a cell's mark: a thin inner frame, and a filled corner for what is wrong in it."""
    if mark is Mark.NONE:
        return
    colours = theme.colours()
    colour = QColor(colours.out if mark is Mark.WARNING else colours.overdue)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.0 if mark is Mark.WANTED else 1.5))
    painter.drawRect(frame.adjusted(1.5, 1.5, -1.5, -1.5))
    if mark is Mark.WANTED:
        return
    corner = frame.topRight() + QPointF(-1, 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(-9, 0), corner + QPointF(0, 9)]))


def draw_stale(painter: QPainter, frame: QRectF) -> None:
    """Draw the amber corner of a fact that is to be verified again (domain.md §3.1)."""
    corner = frame.topRight() + QPointF(-1, 1)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().brass))
    painter.drawPolygon(QPolygonF([corner, corner + QPointF(-8, 0), corner + QPointF(0, 8)]))


def draw_changed(painter: QPainter, frame: QRectF) -> None:
    """Draw a wavy line under what was changed, as the paper does in its changed mode."""
    low, high = frame.bottom() - 2, frame.bottom() - 4
    steps = range(int(frame.left()) + 4, int(frame.right()) - 3, _WAVE)
    points = [QPointF(x, high if number % 2 else low) for number, x in enumerate(steps)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.colours().hand), 1.0))
    painter.drawPolyline(QPolygonF(points))
