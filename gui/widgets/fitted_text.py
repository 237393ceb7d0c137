"""A text made to fit its cell, as the paper does it: smaller first, then wrapped, then cut.

A cut text ends with an ellipsis and says so, for whoever shows it whole in a tool tip.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

_LEADING, _LATIN_LEADING = 1.22, 1.08
"""Distance of two lines, in heights of a character: close, because the cells are low."""
_BODY = 1.05
"""What one line needs itself."""
_MIDDLE = 0.37
"""The baseline lies this far below a line's middle, in heights of a character."""
_ELLIPSIS = "…"
_TINIEST = 9
"""A text that is a little too long may be this small before it is cut."""


@dataclass(frozen=True, slots=True)
class FittedText:
    """How a text stands in its cell.

    Attributes:
        pixels: height of a character.
        lines: the text line by line.
        cut: whether some of it is left out.
    """

    pixels: int
    lines: tuple[str, ...]
    cut: bool = False

    @property
    def pitch(self) -> float:
        """Distance of its lines in pixels."""
        return self.pixels * _leading("".join(self.lines))


def _leading(text: str) -> float:
    """Letters stand closer than hanzi, which fill their whole height."""
    return _LATIN_LEADING if text.isascii() else _LEADING


@cache
def font(pixels: int) -> QFont:
    """The window's font with characters of that height."""
    made = QFont(QApplication.font())
    made.setPixelSize(pixels)
    return made


@cache
def metrics(pixels: int) -> QFontMetricsF:
    """Widths in that font."""
    return QFontMetricsF(font(pixels))


def fitted(text: str, width: float, height: float, largest: int, smallest: int) -> FittedText:
    """Fit a text into a cell.

    Args:
        text: what is to stand there.
        width: room for a line, in pixels.
        height: room for the lines together.
        largest: height of a character where there is room.
        smallest: height of a character below which the text wraps instead.
    """
    if "\n" not in text:
        # A single word is not broken for the sake of a pixel or two.
        least = (
            smallest - 1 if " " in text or not text.isascii() else max(_TINIEST, smallest - 2) - 1
        )
        for pixels in range(largest, least, -1):
            if metrics(pixels).horizontalAdvance(text) <= width:
                return FittedText(pixels, (text,))
    tried = [_wrapped(text, width, height, smallest)]
    for pixels in range(smallest - 1, max(_TINIEST, smallest - 2) - 1, -1):
        if tried[-1].cut:
            tried.append(_wrapped(text, width, height, pixels))
    return tried[0] if tried[-1].cut else tried[-1]


def _wrapped(text: str, width: float, height: float, pixels: int) -> FittedText:
    """The text in as many lines as the height holds."""
    room = (height / pixels - _BODY) / _leading(text)
    return _in_lines(text, width, 1 + max(0, int(room)), pixels)


def _in_lines(text: str, width: float, most: int, pixels: int) -> FittedText:
    """The text in at most so many lines."""
    lines: list[str] = []
    for part in text.split("\n"):
        lines += _broken(part, width, pixels)
        if len(lines) > most:
            break
    if len(lines) <= most:
        return FittedText(pixels, tuple(lines))
    rest = lines[most - 1] + lines[most]
    last = metrics(pixels).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    if not last.endswith(_ELLIPSIS):
        last = f"{last[:-1]}{_ELLIPSIS}"
    return FittedText(pixels, (*lines[: most - 1], last), cut=True)


def _broken(part: str, width: float, pixels: int) -> list[str]:
    """One paragraph broken where its language allows."""
    layout = QTextLayout(part, font(pixels))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(part[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return found or [""]


def draw(painter: QPainter, area: QRectF, text: FittedText, align: Qt.AlignmentFlag) -> None:
    """Draw a fitted text, in the middle of its cell's height.

    Args:
        painter: with the pen for the text.
        area: the cell without its padding.
        text: made by `fitted` for that area.
        align: AlignLeft, AlignHCenter or AlignRight.
    """
    painter.setFont(font(text.pixels))
    middle = area.center().y() - text.pitch * (len(text.lines) - 1) / 2
    for number, line in enumerate(text.lines):
        left = area.left()
        if align is not Qt.AlignmentFlag.AlignLeft:
            spare = area.width() - metrics(text.pixels).horizontalAdvance(line.rstrip())
            left += spare / 2 if align is Qt.AlignmentFlag.AlignHCenter else spare
        baseline = middle + number * text.pitch + text.pixels * _MIDDLE
        painter.drawText(QPointF(left, baseline), line)
