"""The print font in one document: it measures and draws any text, whatever characters it holds.

The office font (`fonts.print_font`) has what an office writes. A character beyond it that the
font's source knows (𠮷 䶮 㛃) is drawn from a small font of its neighbours, made in memory; one
that no font has stands in as 〔U+1F600〕, and is named in `Typeface.missing`. So no text ever meets
an empty box.
"""

from __future__ import annotations

import io
import re
from functools import cache
from threading import RLock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from printing.fonts import MissingGlyph, font_in_memory, has_shape, print_font

_OFFICE = "CardCabinetPrint-Office"
_RARE = "CardCabinetPrint-{first:04X}"
_ROW = 64
"""A rare character's font holds the 64 code points around it: no document decides what is in it,
so the same text makes the same bytes whatever was printed before."""

_UNITS = 1000  # ReportLab's widths are thousandths of the size
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_TO_UNICODE = "toUnicodeCMap:"
_BEYOND_BMP = re.compile(r"<([0-9A-F]{5,6})>")
_shared = RLock()  # a preview and a print may run in two threads at once


class Typeface:
    """The print font in one document; make one for each."""

    def __init__(self) -> None:
        self._widths = _Widths(self)
        self._missing: dict[str, MissingGlyph] = {}
        self._office = _office_font()

    @property
    def missing(self) -> tuple[MissingGlyph, ...]:
        """The characters that stood in so far, by code point."""
        return tuple(self._missing[char] for char in sorted(self._missing))

    def printable(self, text: str) -> str:
        r"""The text as it is drawn: characters without a shape dropped, stand-ins in.

        Every line end becomes `\n`, and every other white space that the font lacks a space.
        """
        if self._office.issuperset(text):
            return text
        return "".join(map(self._shown, _LINE_ENDS.sub("\n", text)))

    def width(self, text: str, size: float) -> float:
        """Width of a text in points.

        Args:
            text: one line.
            size: height of a character in points.
        """
        return sum(map(self._widths.__getitem__, text)) * size / _UNITS

    def draw(
        self, canvas: Canvas, x: float, y: float, text: str, size: float, *, align: str = "left"
    ) -> None:
        """Draw one line of text in the canvas's fill colour.

        Args:
            canvas: of the document whose typeface this is.
            x: its left end, middle or right end, in points.
            y: its baseline.
            text: the text; a line end in it is drawn as a space.
            size: height of a character in points.
            align: `left`, `center` or `right`.
        """
        if align != "left":
            x -= self.width(text, size) * (1.0 if align == "right" else 0.5)
        pen = canvas.beginText(x, y)
        for name, run in self._runs(self.printable(text).replace("\n", " ")):
            pen.setFont(name, size)
            pen.textOut(run)
        canvas.drawText(pen)

    def _shown(self, char: str) -> str:
        """What is drawn for one character."""
        if char == "\n" or char in self._office:
            return char
        if char.isspace():
            return " "
        if not has_shape(char):
            return ""
        if _rare_font(char):
            return char
        missing = self._missing.setdefault(char, MissingGlyph(char))
        return missing.stand_in

    def _runs(self, text: str) -> list[tuple[str, str]]:
        """The text in pieces of one font each: (registered name, piece)."""
        if self._office.issuperset(text):
            return [(_OFFICE, text)]
        runs: list[tuple[str, str]] = []
        for char in text:
            name = _OFFICE if char in self._office else _rare_font(char)
            if runs and runs[-1][0] == name:
                runs[-1] = (name, runs[-1][1] + char)
            else:
                runs.append((name, char))
        return runs

    def _width_of(self, char: str) -> float:
        """Width of what is drawn for one character, in thousandths of the size."""
        shown = self._shown(char).replace("\n", " ")
        return sum(
            float(pdfmetrics.getFont(name).face.getCharWidth(ord(part)))
            for name, run in self._runs(shown)
            for part in run
        )


class _Widths(dict[str, float]):
    """Widths of characters, measured when first asked for."""

    def __init__(self, typeface: Typeface) -> None:
        self._typeface = typeface

    def __missing__(self, char: str) -> float:
        width = self[char] = self._typeface._width_of(char)
        return width


class _PrintedFont(TTFont):  # type: ignore[misc]
    """A font that tells readers the right code of characters beyond U+FFFF too.

    ReportLab writes such a code as five hex digits, where PDF wants UTF-16: the character is drawn
    but found by no search, and lost in a copy.
    """

    def addObjects(self, doc: object) -> None:  # noqa: N802 - ReportLab calls it
        with _shared:  # a subset is cut out of the font by seeking in it
            super().addObjects(doc)
        for name, stream in vars(doc)["idToObject"].items():
            if name.startswith(_TO_UNICODE):
                stream.content = _BEYOND_BMP.sub(_as_utf16, stream.content)


def _as_utf16(code: re.Match[str]) -> str:
    return f"<{chr(int(code[1], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def _office_font() -> frozenset[str]:
    """Register the office font with ReportLab, once; the characters that it has.

    They are asked of the font that was built: reading its source takes a tenth of a second, which
    the first preview of a morning would wait for.
    """
    _register(_OFFICE, str(print_font()))
    glyphs = pdfmetrics.getFont(_OFFICE).face.charToGlyph
    # The table of characters ends with U+FFFF, which has no glyph.
    return frozenset(chr(code) for code, glyph in glyphs.items() if glyph)


def _rare_font(char: str) -> str:
    """The registered font that has a character, or the empty string where none has."""
    row, place = divmod(ord(char), _ROW)
    name, drawn = _rare_row(row)
    return name if place in drawn else ""


@cache
def _rare_row(row: int) -> tuple[str, frozenset[int]]:
    """Register the font of 64 code points; its name, and which of them it has."""
    first = row * _ROW
    data, drawn = font_in_memory(map(chr, range(first, first + _ROW)))
    name = _RARE.format(first=first)
    if drawn:
        _register(name, io.BytesIO(data))
    return name, frozenset(ord(char) - first for char in drawn)


def _register(name: str, file: str | io.BytesIO) -> None:
    """Make a font known to ReportLab for as long as the program runs."""
    with _shared:
        if name not in pdfmetrics.getRegisteredFontNames():
            font = _PrintedFont(name, file)
            # ReportLab takes two fonts with one inner name for the same font.
            font.face.name = name.encode("ascii")
            pdfmetrics.registerFont(font)
