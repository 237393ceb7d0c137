"""One document on paper: its pages, the foot of every page, its bytes.

Same data, same print number and same clock make the same bytes: nothing in a document comes from
this machine, from chance, or from what was printed before. Lengths are points, as ReportLab has
them; `mm` makes points of millimetres.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from model.office.prints import PrintStamp
from model.words import Words, mark
from printing.fonts import MissingGlyph
from printing.typeface import Typeface

Size = tuple[float, float]
mm = 72 / 25.4
"""A millimetre in points."""


A4: Size = (210 * mm, 297 * mm)
A4_LANDSCAPE: Size = (297 * mm, 210 * mm)
A5: Size = (148 * mm, 210 * mm)
A5_LANDSCAPE: Size = (210 * mm, 148 * mm)

MARGIN = 10 * mm
"""White edge at the left and right of the day's sheets; printers cannot print nearer than 5 mm."""

FOOT_PT = 7.0
_FOOT_UP = 5.5 * mm  # baseline of the foot above the lower edge

HEAD_BAND = 15 * mm
"""Height of the head of a day's sheet: office and title."""
_OFFICE_PT, _TITLE_PT = 10.5, 18.0
_CORNERS = 40 * mm  # kept free for what stands at either side of a head

INK, FAINT = 0.0, 0.35
"""Greys of writing and of side remarks: both survive a photocopy."""

_PROGRAM = mark("Print", "Card Cabinet")
_SECRET = mark("Print", "Internal · not to be passed on")
_PREVIEW = mark("Print", "Preview · no number")
COMMA = mark("Print", ", ")
"""Stands between the parts of a list (context `Print`)."""
_PAGE = mark("Print", "Page {number} of {count}")

# Streams stay binary: a fifth smaller and sooner written than in ReportLab's letters and digits.
rl_config.useA85 = 0


@dataclass(frozen=True)
class Printed:
    """A document that was written whole.

    Attributes:
        pages: how many, blank ones among them.
        sha256: of its bytes, in hex.
        missing: characters that no font has, printed as their code points.
    """

    pages: int
    sha256: str
    missing: tuple[MissingGlyph, ...]


class PrintDoc:
    """A document under one stamp.

    Attributes:
        canvas: draws the page in hand.
        typeface: of this document.
        stamp: number, name and time of the print.
        words: the reader's language.
        pages: pages finished.
    """

    def __init__(self, stamp: PrintStamp, words: Words, title: str) -> None:
        """Begin a document.

        Args:
            stamp: as `begin_print` or `note_preview` gave it.
            words: the reader's language.
            title: what a reader's window calls it; already in that language.
        """
        self.typeface = Typeface()
        self.stamp = stamp
        self.words = words
        self.pages = 0
        self.canvas = Canvas(BytesIO(), pagesize=A4, pageCompression=1, invariant=1)
        program = words("Print", _PROGRAM)
        self.canvas.setTitle(f"{title} {stamp.print_no}".strip())
        self.canvas.setSubject(words("Print", _SECRET))
        self.canvas.setAuthor(stamp.printed_by)
        self.canvas.setCreator(program)
        self.canvas.setProducer(program)
        printed_at = f"D:{stamp.printed_at:%Y%m%d%H%M%S}"
        self.canvas.setDateFormatter(lambda *_: printed_at)

    @contextmanager
    def page(
        self, size: Size, number: int = 1, count: int = 1, *, foot: bool = True
    ) -> Iterator[Canvas]:
        """Draw one page; its foot is added and the page finished at the end.

        Args:
            size: of the paper.
            number: this page within its sheet.
            count: pages of the sheet.
            foot: whether the foot is drawn; a sheet that has its own does without.
        """
        self.canvas.setPageSize(size)
        yield self.canvas
        if foot:
            self._draw_foot(size, number, count)
        self._finish_page()

    def start_on_odd_page(self) -> None:
        """Let the next page be an odd one, so that duplex printing puts it on a sheet's front."""
        if self.pages % 2:
            self._finish_page()

    def write(self, out: BinaryIO) -> Printed:
        """Write the document; nothing can be drawn afterwards."""
        if not self.pages:
            # A PDF without a page opens nowhere: an empty one says at its foot what it is.
            with self.page(A4):
                pass
        data: bytes = self.canvas.getpdfdata()
        out.write(data)
        return Printed(self.pages, hashlib.sha256(data).hexdigest(), self.typeface.missing)

    def text(
        self, x: float, y: float, text: str, size: float, *, align: str = "left", grey: float = INK
    ) -> None:
        """Draw one line of text with its baseline at y."""
        self.canvas.setFillGray(grey)
        self.typeface.draw(self.canvas, x, y, text, size, align=align)

    def head(self, size: Size, top: float, office: str, title: str) -> float:
        """Draw the office's name and the title of a sheet in the middle.

        Args:
            size: of the paper.
            top: upper edge of the head, in points.
            office: name of the office.
            title: in the reader's language.

        Returns:
            The head's lower edge.
        """
        middle, room = size[0] / 2, size[0] - 2 * MARGIN - _CORNERS
        office_pt = min(_OFFICE_PT, room / max(self.typeface.width(office, 1.0), 1.0))
        self.text(middle, top - 4 * mm, office, office_pt, align="center")
        self.text(middle, top - 12 * mm, spaced(title), _TITLE_PT, align="center")
        return top - HEAD_BAND

    def _finish_page(self) -> None:
        self.canvas.showPage()
        self.pages += 1

    def _draw_foot(self, size: Size, number: int, count: int) -> None:
        """Print number, who, when, what the paper is; right, the page within its sheet."""
        stamp, words = self.stamp, self.words
        parts = (
            stamp.print_no or words("Print", _PREVIEW),
            stamp.printed_by,
            f"{stamp.printed_at:%Y-%m-%d %H:%M}",
            words("Print", _SECRET),
        )
        left = " · ".join(parts)
        right = words("Print", _PAGE).format(number=number, count=count)
        room = size[0] - 2 * MARGIN - self.typeface.width(f"{right}  ", FOOT_PT)
        # A long name on A5 makes the foot smaller, never two texts over one another.
        left_pt = min(FOOT_PT, room / self.typeface.width(left, 1.0))
        self.text(MARGIN, _FOOT_UP, left, left_pt, grey=FAINT)
        self.text(size[0] - MARGIN, _FOOT_UP, right, FOOT_PT, align="right", grey=FAINT)


def spaced(title: str) -> str:
    """A title letter-spaced as Chinese forms are; Latin letters and what is in brackets are not."""
    name, bracket, rest = title.partition("（")
    return title if any(char.isascii() for char in name) else f"{' '.join(name)}{bracket}{rest}"
