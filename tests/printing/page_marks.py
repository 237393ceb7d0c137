"""What stands where on a printed page: characters with their places, lines, codes."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw
from pyzbar.pyzbar import ZBarSymbol, decode

from tests.printing.pdf_reading import line_ends

MM = 72 / 25.4
_SLACK = 0.3  # points: what an outline may stand out of its cell by rounding


@dataclass(frozen=True)
class Mark:
    """One character and the box of its ink, in points from the lower left."""

    char: str
    size: float
    left: float
    bottom: float
    right: float
    top: float


def page_count(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_size(pdf: bytes, page: int = 0) -> tuple[float, float]:
    """Width and height in whole millimetres."""
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[page].get_size()
    return round(width / MM), round(height / MM)


def marks(pdf: bytes, page: int = 0) -> list[Mark]:
    """Every character with ink on a page."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        for at in range(text.count_chars()):
            char = text.get_text_range(at, 1)
            if char.strip():
                size = raw.FPDFText_GetFontSize(text, ctypes.c_int(at))
                left, bottom, right, top = text.get_charbox(at)
                found.append(Mark(char, size, left, bottom, right, top))
    return found


def upright_lines(pdf: bytes, page: int = 0) -> list[tuple[float, float, float]]:
    """x, lower and upper end of every vertical line."""
    return [
        (x, min(y0, y1), max(y0, y1))
        for x, y0, x1, y1 in line_ends(pdf, page)
        if x == x1 and y0 != y1
    ]


def crossed(pdf: bytes, page: int = 0) -> list[str]:
    """Characters that a vertical line goes through: their text left its cell."""
    lines = upright_lines(pdf, page)
    return [
        mark.char
        for mark in marks(pdf, page)
        if any(
            mark.left + _SLACK < x < mark.right - _SLACK
            and low < (mark.top + mark.bottom) / 2 < high
            for x, low, high in lines
        )
    ]


def off_the_paper(pdf: bytes, page: int = 0, margin: float = 5 * MM) -> list[str]:
    """Characters that stand nearer to the paper's edge than printers reach."""
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[page].get_size()
    return [
        mark.char
        for mark in marks(pdf, page)
        if mark.left < margin
        or mark.right > width - margin
        or mark.bottom < margin - 1.5
        or mark.top > height - margin
    ]


def on_one_another(pdf: bytes, page: int = 0) -> list[str]:
    """Pairs of characters whose ink overlaps."""
    found, those = [], sorted(marks(pdf, page), key=lambda mark: mark.left)
    for at, one in enumerate(those):
        for other in those[at + 1 :]:
            if other.left > one.right - _SLACK:
                break
            if min(one.top, other.top) - max(one.bottom, other.bottom) > _SLACK:
                found.append(one.char + other.char)
    return found


def scanned(pdf: bytes, page: int = 0) -> list[str]:
    """What a scanner reads on a page at 300 dpi, sorted."""
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[page].render(scale=300 / 72, grayscale=True).to_pil()
    symbols = [ZBarSymbol.CODE128, ZBarSymbol.QRCODE]
    return sorted(found.data.decode() for found in decode(picture, symbols=symbols))
