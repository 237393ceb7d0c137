"""A page that shows whether a printer keeps the scale: a cross whose arms are 100 mm long."""

from __future__ import annotations

from typing import BinaryIO

from model.office.prints import PrintStamp
from model.words import Words, mark
from printing.paper import A4, INK, PrintDoc, Printed, mm

_ARM = 100 * mm
_TICK, _LONG_TICK = 2 * mm, 4 * mm
_EDGE = 10 * mm
_TITLE_PT, _TEXT_PT = 14.0, 10.0

_TITLE = mark("Print", "Alignment page")
_LINES = (
    mark("Print", "Each arm of the cross must measure 100 mm. If not, printing is scaled:"),
    mark("Print", "choose “actual size” or “100 %” among the printer's own settings."),
    mark("Print", "The frame stands 10 mm inside the edges of the paper."),
)


def write_alignment(stamp: PrintStamp, out: BinaryIO, words: Words) -> Printed:
    """Write the page; it shows nothing of any customer."""
    title = words("Print", _TITLE)
    doc = PrintDoc(stamp, words, title)
    with doc.page(A4, foot=False) as canvas:
        canvas.setStrokeGray(INK)
        canvas.setLineWidth(0.4)
        canvas.rect(_EDGE, _EDGE, A4[0] - 2 * _EDGE, A4[1] - 2 * _EDGE)
        doc.text(A4[0] / 2, A4[1] - 40 * mm, title, _TITLE_PT, align="center")
        for number, line in enumerate(_LINES):
            y = A4[1] - (52 + 7 * number) * mm
            doc.text(A4[0] / 2, y, words("Print", line), _TEXT_PT, align="center")
        _draw_cross(doc)
    return doc.write(out)


def _draw_cross(doc: PrintDoc) -> None:
    """Two arms with a tick each centimetre, the ends marked."""
    canvas = doc.canvas
    canvas.saveState()
    canvas.translate(A4[0] / 2, A4[1] / 2)
    for _ in range(2):
        canvas.line(-_ARM / 2, 0, _ARM / 2, 0)
        for step in range(11):
            x = -_ARM / 2 + step * _ARM / 10
            half = (_LONG_TICK if step in {0, 10} else _TICK) / 2
            canvas.line(x, -half, x, half)
        canvas.rotate(90)
    canvas.restoreState()
    doc.text(A4[0] / 2 + _ARM / 2 + 2 * mm, A4[1] / 2 - 1 * mm, "100 mm", _TEXT_PT)
