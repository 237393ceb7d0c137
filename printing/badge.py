"""Badges for the desk's scanner: ten cards of 85.6 × 54 mm on an A4, with marks to cut along."""

from __future__ import annotations

from collections.abc import Sequence

from model.loans.sheets import Badge
from model.sentences.names import role_name
from model.words import mark
from printing.barcodes import code128_width, draw_code128
from printing.fitting import draw_fitted, fit
from printing.form_cells import LINE_PT, MORE, TEXT_PT
from printing.paper import A4, INK, PrintDoc, mm

TITLE = mark("Badge", "Badges")

WIDTH, HEIGHT = 85.6 * mm, 54 * mm
"""The size of a bank card, which holders are made for (ISO/IEC 7810 ID-1)."""

_ACROSS, _DOWN = 2, 5
A_PAGE = _ACROSS * _DOWN
_LEFT = (A4[0] - _ACROSS * WIDTH) / 2
_TOP = A4[1] - (A4[1] - _DOWN * HEIGHT) / 2
_MARK = 4 * mm  # length of a cutting mark
_PADDING = 4 * mm
_MODULE = 0.4 * mm  # wide bars: a badge is scanned at arm's length
_CODE_HEIGHT, _CODE_UP, _TEXT_UP = 11 * mm, 8 * mm, 4 * mm
_NAME_PT, _ROLE_PT = 22.0, 11.0


def draw_badges(doc: PrintDoc, badges: Sequence[Badge]) -> int:
    """Draw badges, ten on a page; returns the pages.

    Args:
        doc: the document; its stamp names the office.
        badges: of whom.
    """
    count = max(1, -(-len(badges) // A_PAGE))
    for number in range(1, count + 1):
        with doc.page(A4, number, count):
            _draw_cutting_marks(doc)
            for place, badge in enumerate(badges[(number - 1) * A_PAGE : number * A_PAGE]):
                down, across = divmod(place, _ACROSS)
                _draw_badge(doc, badge, _LEFT + across * WIDTH, _TOP - (down + 1) * HEIGHT)
    return count


def _draw_cutting_marks(doc: PrintDoc) -> None:
    """Short lines outside the badges, at every edge to cut along."""
    bottom, right = _TOP - _DOWN * HEIGHT, _LEFT + _ACROSS * WIDTH
    lines = []
    for step in range(_ACROSS + 1):
        x = _LEFT + step * WIDTH
        lines += [(x, _TOP + 1 * mm, x, _TOP + _MARK), (x, bottom - 1 * mm, x, bottom - _MARK)]
    for step in range(_DOWN + 1):
        y = _TOP - step * HEIGHT
        lines += [(_LEFT - _MARK, y, _LEFT - 1 * mm, y), (right + 1 * mm, y, right + _MARK, y)]
    doc.canvas.setStrokeGray(INK)
    doc.canvas.setLineWidth(LINE_PT)
    doc.canvas.lines(lines)


def _draw_badge(doc: PrintDoc, badge: Badge, left: float, bottom: float) -> None:
    """Office, name, role and team, and the barcode with its text."""
    role = role_name(badge.role, doc.words)
    _draw_line(doc, doc.stamp.office, left, bottom + 43 * mm, TEXT_PT)
    _draw_line(doc, badge.name, left, bottom + 29 * mm, _NAME_PT, height=11 * mm)
    _draw_line(doc, " · ".join(filter(None, (role, badge.team))), left, bottom + 22 * mm, _ROLE_PT)
    start = left + (WIDTH - code128_width(badge.code, _MODULE)) / 2
    draw_code128(doc.canvas, start, bottom + _CODE_UP, badge.code, _CODE_HEIGHT, _MODULE)
    doc.text(left + WIDTH / 2, bottom + _TEXT_UP, badge.code, TEXT_PT, align="center")


def _draw_line(
    doc: PrintDoc, text: str, left: float, bottom: float, size: float, *, height: float = 6 * mm
) -> None:
    """A line in the middle of the badge, smaller where it must be."""
    box = (left + _PADDING, bottom, WIDTH - 2 * _PADDING, height)
    fitted = fit(
        doc.typeface, text, box[2], height, largest=size, smallest=min(size, TEXT_PT), more=MORE
    )
    doc.canvas.setFillGray(INK)
    draw_fitted(doc.canvas, doc.typeface, fitted, box, align="center")
