"""Barcodes: Code 128 of cards, badges and plans (ISO/IEC 15417), QR codes (ISO/IEC 18004).

Each code is one path of rectangles with its quiet zone around it; what is drawn is black on white.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby

from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas

QUIET_MODULES = 10
"""White modules that Code 128 needs on either side."""

QR_QUIET_MODULES = 4
"""White modules that a QR code needs all around."""

# Bar, space, bar, space … in modules, of symbol 0 to 105; the last is the stop with its final bar.
_TABLE = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 "
    "122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 "
    "321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 "
    "211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 "
    "213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 "
    "121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 "
    "241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 "
    "412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 "
    "211214 211232 2331112"
)
_WIDTHS = tuple(_TABLE.split())
_TO_C, _TO_B, _START_B, _START_C, _STOP = 99, 100, 104, 105, 106
_MODULUS = 103
_PARTS = re.compile(r"\d+|\D+")
_FIRST, _LAST = " ", "~"  # of set B


def code128_symbols(text: str) -> tuple[int, ...]:
    """The symbols of a text, from its start code to the stop.

    Args:
        text: printable ASCII, at least one character.

    Raises:
        ValueError: it holds something else.
    """
    if not text or any(not _FIRST <= char <= _LAST for char in text):
        raise ValueError("Code 128 needs printable ASCII")
    symbols: list[int] = []
    for part in _PARTS.findall(text):
        pairs = len(part) // 2 if part.isdecimal() and _pays_as_pairs(part, text, symbols) else 0
        loose = part[: len(part) - 2 * pairs]
        _append_b(symbols, loose)
        if pairs:
            _switch(symbols, _TO_C, _START_C)
            symbols += [int(part[at : at + 2]) for at in range(len(loose), len(part), 2)]
    check = symbols[0] + sum(place * symbol for place, symbol in enumerate(symbols))
    return (*symbols, check % _MODULUS, _STOP)


def code128_width(text: str, module: float) -> float:
    """Width of a code with its quiet zones, in the unit of the module."""
    modules = sum(sum(map(int, _WIDTHS[symbol])) for symbol in code128_symbols(text))
    return (modules + 2 * QUIET_MODULES) * module


def draw_code128(
    canvas: Canvas, x: float, y: float, text: str, height: float, module: float
) -> float:
    """Draw a code.

    Args:
        canvas: the page.
        x: left edge of the left quiet zone, in points.
        y: lower edge of the bars.
        text: printable ASCII.
        height: of the bars.
        module: width of the thinnest bar; desk scanners want at least 0.25 mm.

    Returns:
        The width with both quiet zones.
    """
    path = canvas.beginPath()
    at = QUIET_MODULES
    for symbol in code128_symbols(text):
        for place, width in enumerate(map(int, _WIDTHS[symbol])):
            if place % 2 == 0:
                path.rect(x + at * module, y, width * module, height)
            at += width
    _fill(canvas, path)
    return (at + QUIET_MODULES) * module


@lru_cache(maxsize=64)
def qr_rows(text: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of a QR code, dark ones true, from the top row down.

    A quarter of the code may be soiled (level Q): a plan is carried around all day.

    Args:
        text: capital letters, digits, `$%*+-./:` and blanks.
    """
    code = QRCode(None, QRErrorCorrectLevel.Q)
    code.addData(QRAlphaNum(text))
    code.make()
    return tuple(tuple(map(bool, row)) for row in code.modules)


def draw_qr(canvas: Canvas, x: float, y: float, text: str, size: float) -> None:
    """Draw a QR code with its quiet zone into the square of `size`, whose lower left is (x, y)."""
    rows = qr_rows(text)
    module = size / (len(rows) + 2 * QR_QUIET_MODULES)
    path = canvas.beginPath()
    for line, row in enumerate(rows):
        bottom = y + size - (QR_QUIET_MODULES + line + 1) * module
        at = QR_QUIET_MODULES
        # One rectangle for each run: neighbours drawn apart show hairlines between them.
        for dark, run in groupby(row):
            width = len(tuple(run))
            if dark:
                path.rect(x + at * module, bottom, width * module, module)
            at += width
    _fill(canvas, path)


def _pays_as_pairs(part: str, text: str, symbols: list[int]) -> bool:
    """Whether set C, two digits a symbol, is worth changing to: there only, or there and back."""
    return len(part) >= (4 if not symbols or text.endswith(part) else 6)


def _append_b(symbols: list[int], text: str) -> None:
    if text:
        _switch(symbols, _TO_B, _START_B)
        symbols += [ord(char) - ord(_FIRST) for char in text]


def _switch(symbols: list[int], change: int, start: int) -> None:
    """Begin in a set, or change to it from the other."""
    if not symbols:
        symbols.append(start)
    elif _in_c(symbols) != (change == _TO_C):
        symbols.append(change)


def _in_c(symbols: list[int]) -> bool:
    """The set that the last symbol stands in: the last change, or the start, says it."""
    return next(one for one in reversed(symbols) if one >= _TO_C) in {_TO_C, _START_C}


def _fill(canvas: Canvas, path: object) -> None:
    canvas.saveState()
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()
