"""The bare equivalent of a drawn document: as many texts and lines by ReportLab alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

_FONT, _PT = "Bare", 8.0
_ROW, _LEFT, _RIGHT, _TOP = 10.0, 30.0, 560.0, 800.0
_ROWS = 75


@dataclass
class DrawnPage:
    """What stands on one page.

    Attributes:
        texts: each piece of text as it was drawn.
        strokes: lines, rectangles and other shapes, one each.
    """

    texts: list[str] = field(default_factory=list)
    strokes: int = 0


@contextmanager
def counted() -> Iterator[list[DrawnPage]]:
    """Count what ReportLab draws meanwhile, page by page."""
    pages = [DrawnPage()]

    def text(_: object, *args: Any) -> None:
        pages[-1].texts.append(args[0])

    def stroke(_: object, *__: Any) -> None:
        pages[-1].strokes += 1

    def strokes(_: object, *args: Any) -> None:
        pages[-1].strokes += len(args[0])

    def turn(_: object, *__: Any) -> None:
        pages.append(DrawnPage())

    watched: list[tuple[type, str, Callable[..., None]]] = [
        (PDFTextObject, "textOut", text),
        (Canvas, "lines", strokes),
        (Canvas, "line", stroke),
        (Canvas, "rect", stroke),
        (Canvas, "drawPath", stroke),
        (Canvas, "showPage", turn),
    ]
    before = [getattr(owner, name) for owner, name, _ in watched]
    for (owner, name, note), method in zip(watched, before, strict=True):
        setattr(owner, name, _noting(method, note))
    try:
        yield pages
    finally:
        for (owner, name, _), method in zip(watched, before, strict=True):
            setattr(owner, name, method)
        pages.pop()  # begun when the last one ended


def _noting(method: Callable[..., Any], note: Callable[..., None]) -> Callable[..., Any]:
    """The same method, noted."""

    def noted(self: object, *args: Any, **kwargs: Any) -> Any:
        note(self, *args)
        return method(self, *args, **kwargs)

    return noted


def register_bare_font(file: Path) -> None:
    """Make the font known under a name of its own, so that both documents cut it anew."""
    font = TTFont(_FONT, str(file))
    # ReportLab takes two fonts with one inner name for the same font, in the whole process.
    font.face.name = _FONT.encode("ascii")
    pdfmetrics.registerFont(font)


def draw_bare(pages: list[DrawnPage]) -> bytes:
    """As many pages with as many texts and lines; where they stand does not matter."""
    canvas = Canvas(BytesIO(), pageCompression=1, invariant=1)
    for page in pages:
        canvas.setFont(_FONT, _PT)
        for number, text in enumerate(page.texts):
            canvas.drawString(_LEFT, _TOP - _ROW * (number % _ROWS), text)
        for number in range(page.strokes):
            level = _TOP - _ROW * (number % _ROWS)
            canvas.line(_LEFT, level, _RIGHT, level)
        canvas.showPage()
    data: bytes = canvas.getpdfdata()
    return data
