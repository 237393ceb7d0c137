"""What of a sheet never changes while cards come and go, and its head line; drawn, not built."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from gui import theme
from gui.translators import words
from gui.widgets.fitted_text import FittedText, draw, fitted, font, metrics
from gui.widgets.sheet_places import CellPlace, SheetPlaces
from model.cards.layout import Block

_STAMP_ANGLE = -7
_BAR_WIDTH = 96
_STRIP_MARGIN = 3
_LOWEST_PITCH = 9
"""Hanzi closer than this could not be read: a strip that is almost out of view stays empty."""


@dataclass(frozen=True, slots=True)
class SheetHead:
    """The line above the grid.

    Attributes:
        title: the sheet's name.
        subtitle: which kind of card, and which side.
        boxes: words in stamp boxes at the left: class, secrecy, 重点, 大客户.
        percent: completeness, None to leave the bar out.
        band: its word.
        stamp: a large rotated stamp, such as 借出, or empty.
    """

    title: str = ""
    subtitle: str = ""
    boxes: tuple[str, ...] = ()
    percent: float | None = None
    band: str = ""
    stamp: str = ""


def blank_sheet(places: SheetPlaces, ratio: float) -> QPixmap:
    """The paper with its lines, labels and strips."""
    pixels = QPixmap(round(places.width * ratio), round(places.height * ratio))
    pixels.setDevicePixelRatio(ratio)
    colours = theme.colours()
    pixels.fill(QColor(colours.paper))
    painter = QPainter(pixels)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for block in places.blocks:
        painter.fillRect(block.strip, QColor(colours.section))
    for place in places.cells:
        if place.cell.label:
            _draw_label(painter, place, places)
    _draw_lines(painter, places)
    painter.setPen(QColor(colours.line))
    painter.drawRect(0, 0, places.width - 1, places.height - 1)
    painter.end()
    return pixels


def _draw_label(painter: QPainter, place: CellPlace, places: SheetPlaces) -> None:
    colours = theme.colours()
    painter.fillRect(place.area, QColor(colours.label))
    painter.setPen(QColor(colours.ink))
    area = QRectF(place.area).adjusted(3, 1, -3, -1)
    text = words("CardField", place.cell.label)
    sizes = places.sizes
    label = fitted(text, area.width(), area.height(), sizes.label, sizes.smallest_label)
    draw(painter, area, label, Qt.AlignmentFlag.AlignHCenter)


def _draw_lines(painter: QPainter, places: SheetPlaces) -> None:
    """Thin lines between cells, stronger ones between blocks, the frame around all."""
    line = QColor(theme.colours().paper_line)
    thin = _mixed(line, QColor(theme.colours().paper), 0.55)
    for place in places.cells:
        _frame(painter, place.area, thin)
    for block in places.blocks:
        _frame(painter, block.strip, line)
        _frame(painter, block.area, line)
    _frame(painter, places.grid, line)
    _frame(painter, places.grid.adjusted(-1, -1, 1, 1), line)


def _frame(painter: QPainter, area: QRect, colour: QColor) -> None:
    """A frame of one pixel; filling four slips is much faster than stroking."""
    left, top, width, height = area.left(), area.top(), area.width(), area.height()
    painter.fillRect(left, top, width + 1, 1, colour)
    painter.fillRect(left, top + height, width + 1, 1, colour)
    painter.fillRect(left, top, 1, height + 1, colour)
    painter.fillRect(left + width, top, 1, height + 1, colour)


def _mixed(colour: QColor, ground: QColor, share: float) -> QColor:
    """A colour thinned on its ground."""
    rest = 1 - share
    return QColor(
        round(colour.red() * share + ground.red() * rest),
        round(colour.green() * share + ground.green() * rest),
        round(colour.blue() * share + ground.blue() * rest),
    )


def draw_strip(painter: QPainter, strip: QRect, block: Block, pixels: int) -> None:
    """Write a block's heading downwards in the part of its strip that is in view."""
    text = words("CardSection", block.number) + words("CardSection", block.title)
    if not block.title or strip.height() < pixels:
        return
    painter.setPen(QColor(theme.colours().ink))
    if text.isascii():
        _draw_turned(painter, strip, f"{block.number}  {words('CardSection', block.title)}", pixels)
        return
    # The frame's thick line must not run through the first and the last of them.
    room = strip.height() - 2 * _STRIP_MARGIN
    pitch = min(pixels * 1.25, room / len(text))
    if pitch < _LOWEST_PITCH:
        return
    pixels = min(pixels, int(pitch / 1.05))
    top = strip.center().y() - pitch * len(text) / 2
    for number, sign in enumerate(text):
        area = QRectF(strip.left(), top + number * pitch, strip.width(), pitch)
        draw(painter, area, FittedText(pixels, (sign,)), Qt.AlignmentFlag.AlignHCenter)


def _draw_turned(painter: QPainter, strip: QRect, text: str, pixels: int) -> None:
    """Letters read from below upwards, as on the back of a book."""
    painter.save()
    painter.translate(strip.center())
    painter.rotate(-90)
    area = QRectF(-strip.height() / 2, -strip.width() / 2, strip.height(), strip.width())
    shown = fitted(text.strip(), area.width(), area.height(), pixels, pixels - 2)
    draw(painter, area, shown, Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def draw_head(painter: QPainter, places: SheetPlaces, head: SheetHead) -> None:
    """Draw the title with its boxes and the bar of completeness."""
    line = QRectF(places.grid.left(), 0, places.grid.width(), places.grid.top())
    painter.setPen(QColor(theme.colours().ink))
    title = " ".join(head.title) if not head.title.isascii() else head.title
    width = metrics(places.sizes.title).horizontalAdvance(title)
    subtitle = metrics(places.sizes.value).horizontalAdvance(head.subtitle)
    whole = width + 8 + subtitle
    left = min(
        line.center().x() - whole / 2, _bar_left(line, head, places.sizes.label) - whole - 14
    )
    draw(painter, QRectF(left, line.top(), width, line.height()),
         FittedText(places.sizes.title, (title,)), Qt.AlignmentFlag.AlignLeft)  # fmt: skip
    draw(painter, QRectF(left + width + 8, line.top() + 3, subtitle, line.height()),
         FittedText(places.sizes.value, (head.subtitle,)), Qt.AlignmentFlag.AlignLeft)  # fmt: skip
    _draw_boxes(painter, line, head.boxes, places.sizes.label)
    if head.percent is not None:
        _draw_bar(painter, line, head.percent, head.band, places.sizes.label)


def _bar_left(line: QRectF, head: SheetHead, pixels: int) -> float:
    """Where the bar of completeness begins, or the end of the line without one."""
    if head.percent is None:
        return line.right()
    text = _bar_text(head.percent, head.band)
    return line.right() - metrics(pixels).horizontalAdvance(text) - _BAR_WIDTH - 8


def _bar_text(percent: float, band: str) -> str:
    return f"{percent:.1f} %  {band}"


def _draw_boxes(painter: QPainter, line: QRectF, boxes: tuple[str, ...], pixels: int) -> None:
    """Stamp boxes with round corners, red as the office's own stamps."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    red = QColor(theme.colours().overdue)
    left = line.left() + 1
    for word in boxes:
        width = metrics(pixels).horizontalAdvance(word) + 14
        area = QRectF(left, line.center().y() - pixels, width, pixels * 2)
        painter.setPen(QPen(red, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 4, 4)
        draw(painter, area, FittedText(pixels, (word,)), Qt.AlignmentFlag.AlignHCenter)
        left += width + 6


def band_colour(percent: float) -> QColor:
    """Green, neutral, amber, red: the bands of domain.md §2.9."""
    colours = theme.colours()
    if percent >= 75:
        return QColor(colours.home)
    return QColor(colours.out if percent >= 60 else colours.overdue)


def _draw_bar(painter: QPainter, line: QRectF, percent: float, band: str, pixels: int) -> None:
    """Completeness at the right of the title: a bar, the figure, the word."""
    text = _bar_text(percent, band)
    width = metrics(pixels).horizontalAdvance(text)
    area = QRectF(line.right() - width, line.top(), width, line.height())
    painter.setPen(QColor(theme.colours().ink))
    draw(painter, area, FittedText(pixels, (text,)), Qt.AlignmentFlag.AlignRight)
    bar = QRectF(area.left() - _BAR_WIDTH - 8, line.center().y() - 3, _BAR_WIDTH, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours().label))
    painter.drawRoundedRect(bar, 3, 3)
    painter.setBrush(band_colour(percent))
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * percent / 100, 6), 3, 3)


def draw_stamp(painter: QPainter, places: SheetPlaces, text: str) -> None:
    """Draw the red stamp across the top right corner."""
    pixels = round(places.sizes.title * 0.75)
    width = metrics(pixels).horizontalAdvance(text) + 24
    red = QColor(theme.colours().overdue)
    red.setAlphaF(0.55)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(places.grid.right() - width / 2 - 6, places.grid.top() + pixels * 1.5)
    painter.rotate(_STAMP_ANGLE)
    area = QRectF(-width / 2, -pixels, width, pixels * 2)
    painter.setPen(QPen(red, 2.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, 5, 5)
    painter.setFont(font(pixels))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()
