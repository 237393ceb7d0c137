"""What a finished PDF really shows: glyphs by their numbers, lines by their ends."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import ContentStream


@dataclass(frozen=True)
class Shown:
    """One code of a text operator, and the number of its glyph in the embedded font."""

    font: str
    code: int
    glyph: int


def page_text(pdf: bytes, page: int = 0) -> str:
    """All text of a page without its white space."""
    return "".join(PdfReader(io.BytesIO(pdf)).pages[page].extract_text().split())


def operations(pdf: bytes, page: int = 0) -> Iterator[tuple[list[Any], bytes, Any]]:
    """The operators of a page and of the forms it shows, each with its resources."""
    reader = PdfReader(io.BytesIO(pdf))
    found = reader.pages[page]
    yield from _operations(found.get_contents(), found["/Resources"], reader)


def shown_glyphs(pdf: bytes, page: int = 0) -> list[Shown]:
    """Every glyph that a page draws."""
    shown = []
    font, cmaps = "", {}
    for operands, operator, resources in operations(pdf, page):
        if operator == b"Tf":
            font = operands[0]
        elif operator == b"Tj":
            if font not in cmaps:
                cmaps[font] = _codes(resources["/Font"][font])
            text = operands[0]
            data = text.original_bytes if isinstance(text, str) else bytes(text)
            shown += [Shown(font, code, cmaps[font].get(code, 0)) for code in data]
    return shown


def line_ends(pdf: bytes, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Both ends of every straight line that is drawn in the page's own coordinates."""
    found = []
    start = (0.0, 0.0)
    for operands, operator, _ in operations(pdf, page):
        if operator == b"m":
            start = (float(operands[0]), float(operands[1]))
        elif operator == b"l":
            found.append((*start, float(operands[0]), float(operands[1])))
    return found


def _operations(stream: Any, resources: Any, reader: PdfReader) -> Iterator[tuple[Any, bytes, Any]]:
    for operands, operator in ContentStream(stream, reader).operations:
        if operator == b"Do":
            form = resources["/XObject"][operands[0]].get_object()
            yield from _operations(form, form.get("/Resources", resources), reader)
        else:
            yield operands, operator, resources


def _codes(entry: Any) -> dict[int, int]:
    """Code -> number of its glyph, as a reader finds it in an embedded font."""
    font = entry.get_object()
    embedded = TTFont(io.BytesIO(font["/FontDescriptor"]["/FontFile2"].get_data()))
    (table,) = embedded["cmap"].tables
    return {code: embedded.getGlyphID(name) for code, name in table.cmap.items()}
