"""The recovery code on a sheet that becomes its own envelope: folded, closed, signed across.

One side of an A4 is printed. From top to bottom: the address (it ends outside), the code, how to
use it and how to fold (both inside), and a flap that is stuck onto the address from below. Seen
from its side the folded sheet is a Z with the flap closing it.
"""

from __future__ import annotations

from typing import BinaryIO

from model.office.prints import PrintStamp
from model.words import Words, mark
from printing.barcodes import draw_qr
from printing.fitting import draw_fitted, fit, fit_words
from printing.form_cells import FRAME_PT, LINE_PT, MORE, SMALL_PT, TEXT_PT
from printing.paper import A4, FAINT, INK, MARGIN, PrintDoc, Printed, mm, spaced

TITLE = mark("RecoverySheet", "Recovery code")

_FLAP = 21 * mm
_PANEL = (A4[1] - _FLAP) / 3
FOLDS = (A4[1] - _PANEL, A4[1] - 2 * _PANEL, _FLAP)
"""Where the sheet is folded, in points from its lower edge, from the top down."""

_WIDTH = A4[0] - 2 * MARGIN
_OFFICE_PT, _TITLE_PT, _CODE_PT, _STEP_PT = 20.0, 22.0, 31.0, 11.0
_QR = 32 * mm
_CODE_LINE = 15 * mm

_KEEP = mark("RecoverySheet", "Recovery code · keep sealed · to be opened by the manager")
_MADE = mark("RecoverySheet", "Made on {day} by {person}")
_NUMBER = mark("RecoverySheet", "Print {number}")
_PLACE = mark("RecoverySheet", "Kept in (safe, bank box):")
_SIGN = mark("RecoverySheet", "Sign here across the edge of the flap:")
_SIGN_DAY = mark("RecoverySheet", "Day:")
_EDGE = mark("RecoverySheet", "The flap ends at this line")
_BACK = mark("RecoverySheet", "fold backwards")
_OVER = mark("RecoverySheet", "fold forwards")
_GLUE = mark("RecoverySheet", "Put glue on this flap and stick it onto the address side.")
_USE_HEAD = mark("RecoverySheet", "When it is needed")
_USE = (
    mark(
        "RecoverySheet",
        "1. A manager who has lost his password opens this envelope before a witness, and both "
        "note it on the office's register of seals.",
    ),
    mark(
        "RecoverySheet",
        "2. At the log-in page: “Forgotten the password?”. Type the code as it stands here; "
        "capitals and hyphens do not matter. A scanner may read the square.",
    ),
    mark(
        "RecoverySheet",
        "3. The code opens once: a new one is made at once. Print its sheet, try it, seal it, and "
        "shred this one.",
    ),
)
_FOLD_HEAD = mark("RecoverySheet", "How to close it")
_FOLD = (
    mark("RecoverySheet", "1. First type the code into the program: it counts only then."),
    mark(
        "RecoverySheet",
        "2. Fold line 1 backwards, line 2 forwards: the code is inside, the address in front.",
    ),
    mark(
        "RecoverySheet",
        "3. Stick the flap (line 3) onto the address side, tape both ends, and sign across its "
        "edge.",
    ),
)


def write_recovery_sheet(code: str, stamp: PrintStamp, out: BinaryIO, words: Words) -> Printed:
    """Write the sheet.

    Args:
        code: as it was made, in groups with hyphens.
        stamp: of the print; its office and person stand on the address side.
        out: where to; a file only where the manager has asked for one.
        words: the reader's language.
    """
    # The reader's window shows a document's title: it says nothing of the code.
    doc = PrintDoc(stamp, words, words("RecoverySheet", TITLE))
    with doc.page(A4):
        _draw_address(doc)
        _draw_code(doc, code)
        _draw_inside(doc)
        _draw_flap(doc)
        _draw_folds(doc)
    return doc.write(out)


def _say(doc: PrintDoc, text: str) -> str:
    return doc.words("RecoverySheet", text)


def _draw_address(doc: PrintDoc) -> None:
    """What is seen from outside: whose it is, what it is, who may open it; never the code."""
    top, stamp = A4[1], doc.stamp
    office = (MARGIN, top - 34 * mm, _WIDTH, 18 * mm)
    _draw_in(doc, stamp.office, office, _OFFICE_PT, align="center")
    keep = (MARGIN, top - 48 * mm, _WIDTH, 11 * mm)
    _draw_in(doc, _say(doc, _KEEP), keep, 14.0, align="center")
    made = _say(doc, _MADE).format(day=f"{stamp.printed_at:%Y-%m-%d}", person=stamp.printed_by)
    number = _say(doc, _NUMBER).format(number=stamp.print_no) if stamp.print_no else ""
    line = " · ".join(filter(None, (made, number)))
    _draw_in(doc, line, (MARGIN, top - 55 * mm, _WIDTH, 6 * mm), TEXT_PT, align="center")
    edge = FOLDS[0] + _FLAP
    _draw_blank(doc, _say(doc, _PLACE), MARGIN + 10 * mm, top - 63 * mm, _WIDTH - 20 * mm)
    # The flap lies below this line: a hand that signs across it writes on both.
    doc.canvas.setStrokeGray(INK)
    doc.canvas.setLineWidth(FRAME_PT)
    doc.canvas.line(MARGIN, edge, A4[0] - MARGIN, edge)
    _draw_blank(doc, _say(doc, _SIGN), MARGIN, edge + 1.5 * mm, _WIDTH * 0.62, ruled=False)
    _draw_blank(
        doc, _say(doc, _SIGN_DAY), MARGIN + _WIDTH * 0.64, edge + 1.5 * mm, _WIDTH * 0.36,
        ruled=False,
    )  # fmt: skip
    under = (MARGIN, edge - 5 * mm, _WIDTH, 4 * mm)
    _draw_in(doc, _say(doc, _EDGE), under, SMALL_PT, align="center", grey=FAINT)


def _draw_code(doc: PrintDoc, code: str) -> None:
    """The code in two lines of large groups, and as a square for a scanner."""
    top = FOLDS[0]
    doc.text(MARGIN, top - 13 * mm, spaced(_say(doc, TITLE)), _TITLE_PT)
    groups = code.split("-")
    half = (len(groups) + 1) // 2
    left, room = MARGIN, _WIDTH - _QR - 8 * mm
    for number, line in enumerate((groups[:half], groups[half:])):
        text = " - ".join(line)
        size = min(_CODE_PT, room / doc.typeface.width(text, 1.0))
        doc.text(left, top - 33 * mm - number * _CODE_LINE, text, size)
    draw_qr(doc.canvas, A4[0] - MARGIN - _QR, top - 52 * mm, code, _QR)
    made = (MARGIN, top - 64 * mm, _WIDTH, 8 * mm)
    _draw_in(doc, doc.stamp.office, made, TEXT_PT)


def _draw_inside(doc: PrintDoc) -> None:
    """How the code is used, and how the sheet is closed; both lie inside."""
    top = FOLDS[1] - 6 * mm
    half = (_WIDTH - 8 * mm) / 2
    for place, (head, steps) in enumerate(((_USE_HEAD, _USE), (_FOLD_HEAD, _FOLD))):
        left = MARGIN + place * (half + 8 * mm)
        doc.text(left, top - 6 * mm, _say(doc, head), 12.0)
        text = "\n\n".join(_say(doc, step) for step in steps)
        box = (left, top - 74 * mm, half, 64 * mm)
        fitted = fit(
            doc.typeface, text, half, box[3], largest=_STEP_PT, smallest=_STEP_PT, more=MORE
        )
        height = len(fitted.lines) * fitted.size * fitted.leading
        doc.canvas.setFillGray(INK)
        draw_fitted(doc.canvas, doc.typeface, fitted, (left, top - 10 * mm - height, half, height))


def _draw_flap(doc: PrintDoc) -> None:
    """The flap's printed side is the one that is stuck down."""
    box = (MARGIN, 9 * mm, _WIDTH, _FLAP - 10 * mm)
    _draw_in(doc, _say(doc, _GLUE), box, TEXT_PT, align="center", grey=FAINT)


def _draw_folds(doc: PrintDoc) -> None:
    """Dashes across the sheet, with their number and which way."""
    doc.canvas.saveState()
    doc.canvas.setStrokeGray(FAINT)
    doc.canvas.setLineWidth(LINE_PT)
    doc.canvas.setDash(4, 3)
    for y in FOLDS:
        doc.canvas.line(5 * mm, y, A4[0] - 5 * mm, y)
    doc.canvas.restoreState()
    for number, (y, way) in enumerate(zip(FOLDS, (_BACK, _OVER, _OVER), strict=True), 1):
        text = f"{number} · {_say(doc, way)}"
        doc.text(A4[0] - MARGIN, y + 1 * mm, text, SMALL_PT, align="right", grey=FAINT)


def _draw_in(
    doc: PrintDoc,
    text: str,
    box: tuple[float, float, float, float],
    size: float,
    *,
    align: str = "left",
    grey: float = INK,
) -> None:
    """A line in its box, smaller where it must be."""
    fitted = fit_words(doc.typeface, text, box[2], box[3], largest=size, least=SMALL_PT, more=MORE)
    doc.canvas.setFillGray(grey)
    draw_fitted(doc.canvas, doc.typeface, fitted, box, align=align)


def _draw_blank(
    doc: PrintDoc, label: str, left: float, y: float, width: float, *, ruled: bool = True
) -> None:
    """A label and room to write behind it, on a line of its own or on one that is there."""
    doc.text(left, y, label, TEXT_PT)
    if ruled:
        start = left + doc.typeface.width(label, TEXT_PT) + 2 * mm
        doc.canvas.setStrokeGray(INK)
        doc.canvas.setLineWidth(LINE_PT)
        doc.canvas.line(start, y - 1 * mm, left + width, y - 1 * mm)
